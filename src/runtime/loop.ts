import { minuteMs } from './durations.js';

/** How often a loop looks unless it says otherwise, in milliseconds: nobody minds half a minute in thirty. */
const usualEveryMs = minuteMs / 2;

/** The same after a look that failed, so that all is well within 5 s when the database is back. */
const usualAfterFailureMs = 4_000;

export interface LoopOptions {
  /** Does what there is to do now. Once the signal is aborted it begins nothing more. */
  readonly work: (signal: AbortSignal) => Promise<unknown>;
  /** Milliseconds between two looks for what was interrupted, became due, or was left by another instance. */
  readonly everyMs?: number;
  /** Milliseconds until the next look after one that failed. */
  readonly afterFailureMs?: number;
  readonly onFailure: (error: unknown) => void;
}

export interface Loop {
  /** Looks at once, and from then on now and then. */
  start(): void;
  /** Something was written: looks at once, or once more when a look is under way. */
  wake(): void;
  /** Resolves when nothing is worked on. */
  settled(): Promise<void>;
  /** Looks no more, and resolves when what is under way has ended; what was not begun is gone on with later. */
  stop(): Promise<void>;
}

/** All that is done in the background runs in one of these: one look at a time, and a look that fails ends nothing. */
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
