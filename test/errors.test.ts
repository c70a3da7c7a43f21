import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AppError, asAppError, catalogue, entryOf } from '../src/errors.js';
import type { ErrorCode } from '../src/errors.js';

const codes = Object.keys(catalogue) as ErrorCode[];
const rows = readFileSync(new URL('../docs/errors.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `DJA-'));

describe.each(codes)('%s', (code) => {
  const { fault, hint, status } = entryOf(code);

  it('has a name in the common form and tells the operator what to do', () => {
    expect(code).toMatch(/^DJA(-[A-Z]+)+$/);
    expect(hint).toMatch(/^[A-Z].{30,}\.$/);
    expect(new AppError(code).message).toBe(hint);
  });

  it('has its row in docs/errors.md', () => {
    expect(rows).toContain(`| \`${code}\` | ${fault} | ${status ?? ''} | ${hint} |`);
  });
});

it('docs/errors.md has no other rows', () => {
  expect(rows).toHaveLength(codes.length);
});

describe('any error', () => {
  it('of the catalogue stays itself, also behind another', () => {
    const known = new AppError('DJA-DATABASE-UNAVAILABLE');
    expect(asAppError(known)).toBe(known);
    expect(asAppError(new Error('outer', { cause: known }))).toBe(known);
  });

  it('else is ours and keeps its cause', () => {
    const cause = new TypeError('x is not a function');
    expect(asAppError(cause)).toMatchObject({ code: 'DJA-INTERNAL', message: 'x is not a function', cause });
    expect(asAppError('text')).toMatchObject({ code: 'DJA-INTERNAL', message: 'text', cause: 'text' });
    expect(asAppError(undefined).code).toBe('DJA-INTERNAL');
  });

  it('that is its own cause ends', () => {
    const circle = new Error('circle');
    circle.cause = circle;
    expect(asAppError(circle).code).toBe('DJA-INTERNAL');
  });
});
