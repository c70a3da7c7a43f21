import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { untilAborted, withTimeout } from '../../src/runtime/with-timeout.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = new Promise<string>(() => undefined);
const after = (ms: number): Promise<string> => new Promise((resolve) => setTimeout(resolve, ms, 'done'));

describe('work with a time limit', () => {
  it('gives its result when it comes in time, and leaves no timer behind', async () => {
    const timed = withTimeout(after(9), 10);
    await vi.advanceTimersByTimeAsync(9);
    expect(await timed).toBe('done');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is an error with a code of its own when it comes too late', async () => {
    const timed = withTimeout(never, 10).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(10);
    expect(await timed).toMatchObject({ code: 'ETIMEDOUT', message: 'No answer within 10 ms' });
  });

  it('gives what is said for that case', async () => {
    const timed = withTimeout(never, 10, { late: (ms) => `not in ${ms}` });
    await vi.advanceTimersByTimeAsync(10);
    expect(await timed).toBe('not in 10');
  });

  it('fails as the work does', async () => {
    await expect(withTimeout(Promise.reject(new Error('broken')), 10)).rejects.toThrow('broken');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('goes by the clock that it is handed', async () => {
    expect(await withTimeout(never, 1e9, { pause: async () => undefined, late: () => 'late' })).toBe('late');
    const held = withTimeout(after(1e6), 1, { pause: () => new Promise(() => undefined) });
    await vi.advanceTimersByTimeAsync(1e6);
    expect(await held).toBe('done');
  });
});

describe('work until a signal', () => {
  it('gives its result when it comes before', async () => {
    const { signal } = new AbortController();
    expect(await untilAborted(Promise.resolve('done'), signal)).toBe('done');
  });

  it.each(['before', 'meanwhile'])('fails with the reason of a signal that came %s', async (when) => {
    const stopping = new AbortController();
    if (when === 'before') stopping.abort(new Error('stop'));
    const work = untilAborted(never, stopping.signal).catch((error: unknown) => error);
    stopping.abort(new Error('stop'));
    expect(await work).toEqual(new Error('stop'));
  });

  it('gives what is said for that case', async () => {
    expect(await untilAborted(never, AbortSignal.abort(), () => undefined)).toBeUndefined();
  });
});
