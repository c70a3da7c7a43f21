import { describe, expect, it } from 'vitest';
import type { TokenSource } from '../../src/directory/token-source.js';
import { createLogActivities } from '../../src/composition/log-activities.js';
import { createLogRefusals } from '../../src/composition/log-refusals.js';
import { createThrottle } from '../../src/runtime/throttle.js';
import { logSignInFailures } from '../../src/composition/log-sign-in-failures.js';

interface Line {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** A log that keeps what it is told. */
function aLog() {
  const lines: Line[] = [];
  const write = (fields: object, message: string): void =>
    void lines.push({ fields: fields as Line['fields'], message });
  return { lines, log: { info: write, warn: write, error: write } as never };
}

const minute = 60_000;

describe('a sign-in that fails', () => {
  const failing = (message: string): TokenSource => ({ token: () => Promise.reject(new Error(message)) });

  it('stands in the log with what to do about it, and still fails', async () => {
    const { lines, log } = aLog();
    const source = logSignInFailures({
      source: failing('AADSTS700016: Application with identifier was not found'),
      whatFor: 'Teams',
      log,
      throttle: createThrottle(() => 0),
    });
    await expect(source.token('scope')).rejects.toThrow('AADSTS700016');
    expect(lines.map(({ fields }) => fields)).toEqual([
      expect.objectContaining({
        code: 'DJA-SIGN-IN-REFUSED',
        whatFor: 'Teams',
        problem: 'noSuchApp',
        entraCode: 'AADSTS700016',
        reason: expect.stringContaining('no such application') as string,
        cure: expect.stringContaining('MicrosoftAppId') as string,
      }),
    ]);
  });

  it('is told once in a quarter of an hour, another reason at once', async () => {
    const { lines, log } = aLog();
    let now = 0;
    let message = 'AADSTS7000215: wrong';
    const source = logSignInFailures({
      source: { token: () => Promise.reject(new Error(message)) },
      whatFor: 'Teams',
      log,
      throttle: createThrottle(() => now),
    });
    const ask = () => source.token('scope').catch(() => undefined);
    for (let each = 0; each < 5; each += 1) await ask();
    expect(lines).toHaveLength(1);
    message = 'AADSTS7000222: expired';
    await ask();
    expect(lines).toHaveLength(2);
    now = 16 * minute;
    await ask();
    expect(lines).toHaveLength(3);
  });

  it('hands on what did not fail', async () => {
    const { lines, log } = aLog();
    const source = logSignInFailures({
      source: { token: async (scope) => `for ${scope}` },
      whatFor: 'PostgreSQL',
      log,
      throttle: createThrottle(() => 0),
    });
    expect(await source.token('scope')).toBe('for scope');
    expect(lines).toEqual([]);
  });
});

describe('activities in the log', () => {
  it('are one line each, a refused one now and then', () => {
    const { lines, log } = aLog();
    let now = 0;
    const tell = createLogActivities({ log, throttle: createThrottle(() => now) });
    tell({ type: 'message', status: 202, ms: 12 });
    for (let each = 0; each < 100; each += 1) tell({ type: 'message', status: 401, ms: 1 });
    now = 16 * minute;
    tell({ type: 'message', status: 403, ms: 1 });
    expect(lines.map(({ fields }) => [fields['code'], fields['status']])).toEqual([
      [undefined, 202],
      ['DJA-TEAMS-TOKEN-REFUSED', 401],
      ['DJA-TEAMS-TOKEN-REFUSED', 403],
    ]);
  });
});

describe('activities that were not taken', () => {
  it('are told once in a quarter of an hour, each reason for itself, with what to do about it', () => {
    const { lines, log } = aLog();
    let now = 0;
    const tell = createLogRefusals({ log, throttle: createThrottle(() => now) });
    for (const why of ['tooMuch', 'tooMuch', 'tooMany', 'tooMany'] as const) tell(why);
    expect(lines).toEqual([
      { fields: { code: 'DJA-INPUT-TOO-MUCH' }, message: expect.stringContaining('asked to wait') as string },
      { fields: { code: 'DJA-TOO-MANY-TURNS' }, message: expect.stringContaining('another instance') as string },
    ]);
    now = 15 * minute;
    tell('tooMuch');
    expect(lines).toHaveLength(3);
  });
});
