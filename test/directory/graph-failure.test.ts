import { describe, expect, it } from 'vitest';
import { answerOfStatus, reasonOfStatus, retryAfterMs } from '../../src/directory/graph-failure.js';
import { today } from './small-tenant.js';

describe('the reason of a status', () => {
  it.each([
    [302, 'invalid'],
    [400, 'invalid'],
    [401, 'forbidden'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [429, 'throttled'],
    [500, 'unreachable'],
    [504, 'unreachable'],
  ])('%i is %s', (status, reason) => {
    expect(reasonOfStatus(status)).toBe(reason);
  });

  it.each([429, 500, 503])('%i inside a batch may be repeated', (status) => {
    expect(answerOfStatus(status, {}, '2', today)).toMatchObject({ retry: { afterMs: 2_000 } });
  });

  it.each([400, 403, 404])('%i inside a batch may not', (status) => {
    expect(answerOfStatus(status, {}, '2', today)).not.toHaveProperty('retry');
  });
});

describe('Retry-After', () => {
  it.each<[string | null, number | undefined]>([
    ['0', 0],
    ['2.5', 2_500],
    [new Date(today + 3_000).toUTCString(), 3_000],
    [new Date(today - 3_000).toUTCString(), 0],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
  ])('%s is %s ms', (header, ms) => {
    expect(retryAfterMs(header, today)).toBe(ms);
  });
});
