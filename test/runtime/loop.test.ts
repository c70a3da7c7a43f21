import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLoop, type LoopOptions } from '../../src/runtime/loop.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A loop whose looks end when the test says so. */
function aLoop(options: Partial<LoopOptions> = {}) {
  const looks: { readonly signal: AbortSignal; readonly end: () => void; readonly fail: (error: Error) => void }[] = [];
  const failures: unknown[] = [];
  const loop = createLoop({
    work: (signal) => new Promise<void>((end, fail) => looks.push({ signal, end, fail })),
    onFailure: (error) => failures.push(error),
    ...options,
  });
  return { loop, looks, failures };
}

const passes = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('a loop', () => {
  it('looks at once, and then every half minute, one look at a time', async () => {
    const { loop, looks } = aLoop();
    loop.start();
    expect(looks).toHaveLength(1);
    await passes(90_000);
    expect(looks, 'the first is still under way').toHaveLength(1);
    looks[0]?.end();
    await passes(0);
    expect(looks, 'one for all that was missed').toHaveLength(2);
    looks[1]?.end();
    await passes(29_999);
    expect(looks).toHaveLength(2);
    await passes(1);
    expect(looks).toHaveLength(3);
  });

  it('looks as often as it is told to', async () => {
    const { loop, looks } = aLoop({ work: async () => void looks.push(undefined as never), everyMs: 5_000 });
    loop.start();
    await passes(20_000);
    expect(looks).toHaveLength(5);
  });

  it('looks when it is woken, and once more when it was woken in the middle of a look', async () => {
    const { loop, looks } = aLoop();
    loop.wake();
    loop.wake();
    loop.wake();
    expect(looks).toHaveLength(1);
    looks[0]?.end();
    await passes(0);
    expect(looks).toHaveLength(2);
    looks[1]?.end();
    await passes(10_000);
    expect(looks).toHaveLength(2);
  });

  it.each([undefined, 2_000])(
    'a look that fails is told, ends nothing, and is repeated soon (%s ms)',
    async (soonMs) => {
      let broken = true;
      let looks = 0;
      const { loop, failures } = aLoop({
        async work() {
          looks += 1;
          if (broken) throw new Error('The database is gone');
        },
        ...(soonMs !== undefined && { afterFailureMs: soonMs }),
      });
      loop.start();
      await passes(0);
      expect([looks, failures.length]).toEqual([1, 1]);
      await passes(soonMs ?? 4_000);
      expect([looks, failures.length]).toEqual([2, 2]);
      broken = false;
      await passes(soonMs ?? 4_000);
      expect([looks, failures.length]).toEqual([3, 2]);
      await passes(soonMs ?? 4_000);
      expect(looks, 'all is well: it looks as seldom as always').toBe(3);
    },
  );

  it('work that throws before it is under way is a failure as well', async () => {
    const { loop, failures } = aLoop({
      work() {
        throw new Error('at once');
      },
    });
    loop.start();
    await passes(0);
    expect(failures).toEqual([new Error('at once')]);
    await loop.stop();
  });

  it('is stopped when the look under way has ended, which is told to; then it looks no more, whoever wakes it', async () => {
    const { loop, looks } = aLoop();
    loop.start();
    loop.wake();
    let stopped = false;
    const stopping = loop.stop().then(() => (stopped = true));
    expect(looks[0]?.signal.aborted).toBe(true);
    await passes(1_000);
    expect(stopped).toBe(false);
    looks[0]?.end();
    await stopping;
    loop.wake();
    await passes(120_000);
    expect(looks).toHaveLength(1);
  });

  it('one that was stopped after a failure does not come back', async () => {
    const { loop, looks, failures } = aLoop();
    loop.start();
    const stopping = loop.stop();
    looks[0]?.fail(new Error('gone'));
    await stopping;
    await passes(120_000);
    expect([looks.length, failures.length]).toEqual([1, 1]);
  });

  it('rests when nothing is under way', async () => {
    const { loop, looks } = aLoop();
    await loop.settled();
    loop.wake();
    loop.wake();
    let settled = false;
    const settling = loop.settled().then(() => (settled = true));
    looks[0]?.end();
    await passes(0);
    expect(settled, 'there is a second look').toBe(false);
    looks[1]?.end();
    await settling;
  });
});
