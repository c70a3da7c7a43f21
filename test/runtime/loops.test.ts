import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startOutboxWorker, type OutboxWorker } from '../../src/helpdesk/outbox-worker.js';
import { startReminderWorker } from '../../src/runtime/reminder-worker.js';
import { startWorkLoop } from '../../src/runtime/work-loop.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface Loop {
  stop(): Promise<void>;
}

/** All that is done in the background; each is begun with what it does at a look. */
const loops: Readonly<
  Record<
    string,
    readonly [soonMs: number, start: (look: () => Promise<never[]>, onFailure: (error: unknown) => void) => Loop]
  >
> = {
  outbox: [
    2_000,
    (look, onFailure) => {
      const worker: OutboxWorker = startOutboxWorker({ outbox: { take: look }, now: () => 0, onFailure } as never);
      worker.wake();
      return worker;
    },
  ],
  'work loop': [
    4_000,
    (look, onFailure) => {
      const loop = startWorkLoop({ work: look, onFailure });
      loop.wake();
      return loop;
    },
  ],
  'reminder worker': [4_000, (look, onFailure) => startReminderWorker({ look, onFailure })],
};

it.each(Object.entries(loops))(
  '%s: a look that fails is told, ends nothing, and is repeated soon until the database is back',
  async (_name, [soonMs, start]) => {
    let broken = true;
    let looks = 0;
    const failures: unknown[] = [];
    const loop = start(
      async () => {
        looks += 1;
        if (broken) throw new Error('The database is gone');
        return [];
      },
      (error) => failures.push(error),
    );
    await vi.advanceTimersByTimeAsync(0);
    expect(looks).toBe(1);
    // Between them it looks as often as it always does.
    for (let before = looks; looks < 4; before = looks) {
      await vi.advanceTimersByTimeAsync(soonMs);
      expect(looks).toBeGreaterThan(before);
    }
    expect(failures).toHaveLength(looks);
    broken = false;
    const before = looks;
    await vi.advanceTimersByTimeAsync(soonMs);
    expect(looks).toBeGreaterThan(before);
    expect(failures).toHaveLength(before);
    await loop.stop();
    const after = looks;
    await vi.advanceTimersByTimeAsync(120_000);
    expect(looks, 'none after the stop').toBe(after);
  },
);
