import { minuteMs } from './durations.js';

/** How often a loop looks unless it says otherwise, in milliseconds: half a minute late does not matter for what waits longer. */
const usualEveryMs = minuteMs / 2;

/** The same after a look that failed: work resumes within 5 s once the database is back. */
const usualAfterFailureMs = 4_000;

export interface LoopOptions {
  /** Does the work that is due. It begins nothing more once the signal is aborted. */
  readonly work: (signal: AbortSignal) => Promise<unknown>;
  /** Milliseconds between two looks for what was interrupted, became due, or was left by another instance. */
  readonly everyMs?: number;
  /** Milliseconds until the next look after one that failed. */
  readonly afterFailureMs?: number;
  readonly onFailure: (error: unknown) => void;
}

export interface Loop {
  /** Looks at once, and at each interval from then on. */
  start(): void;
  /** Looks at once because something was written, or once more after the look that is under way. */
  wake(): void;
  /** Resolves when no look is under way. */
  settled(): Promise<void>;
  /** Stops looking, and resolves when the look under way has ended; the next start picks up what was not begun. */
  stop(): Promise<void>;
}

/** Runs all background work: one look at a time, and a failed look does not end the loop. */
export function createLoop({
  work,
  everyMs = usualEveryMs,
  afterFailureMs = usualAfterFailureMs,
  onFailure,
}: LoopOptions): Loop {
  const stopping = new AbortController();
  const { signal } = stopping;
  let working: Promise<void> | undefined;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  let soon: NodeJS.Timeout | undefined;

  function wake(): void {
    if (signal.aborted) return;
    again = working !== undefined;
    working ??= look().finally(() => {
      working = undefined;
      if (again) wake();
    });
  }

  async function look(): Promise<void> {
    try {
      await work(signal);
    } catch (error) {
      onFailure(error);
      clearTimeout(soon);
      if (!signal.aborted) soon = setTimeout(wake, afterFailureMs).unref();
    }
  }

  async function settled(): Promise<void> {
    while (working) await working;
  }

  return {
    wake,
    settled,
    start() {
      timer ??= setInterval(wake, everyMs).unref();
      wake();
    },
    async stop() {
      stopping.abort();
      clearInterval(timer);
      clearTimeout(soon);
      await settled();
    },
  };
}
