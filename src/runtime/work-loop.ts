/** How often work is looked for that nobody has begun, in milliseconds: what was interrupted, became due, or was left by another instance. Ours. */
const everyMs = 30_000;

/** The same after a look that failed, so that all is well within 5 s when the database is back. Ours. */
const afterFailureMs = 4_000;

export interface WorkLoop {
  /** Looks at once. */
  wake(): void;
  /** Resolves when nothing is worked on. */
  settled(): Promise<void>;
  /** Looks no more; what is under way is told to stop, and is gone on with later. */
  stop(): Promise<void>;
}

/** Does what there is to do, one look at a time. What fails is told and tried again soon. */
export function startWorkLoop(options: {
  readonly work: (signal: AbortSignal) => Promise<unknown>;
  readonly onFailure: (error: unknown) => void;
}): WorkLoop {
  const { work, onFailure } = options;
  const stopping = new AbortController();
  let working: Promise<void> | undefined;
  let again = false;
  let soon: NodeJS.Timeout | undefined;

  function failed(error: unknown): void {
    onFailure(error);
    clearTimeout(soon);
    if (!stopping.signal.aborted) soon = setTimeout(wake, afterFailureMs).unref();
  }

  function wake(): void {
    again = working !== undefined;
    if (stopping.signal.aborted) return;
    working ??= work(stopping.signal)
      .then(() => undefined, failed)
      .finally(() => {
        working = undefined;
        if (again) wake();
      });
  }

  const timer = setInterval(wake, everyMs);
  timer.unref();
  return {
    wake,
    async settled() {
      while (working) await working;
    },
    async stop() {
      clearInterval(timer);
      clearTimeout(soon);
      stopping.abort();
      while (working) await working;
    },
  };
}
