/** How often work is looked for that nobody has begun, in milliseconds: what was interrupted, became due, or was left by another instance. Ours. */
const everyMs = 30_000;

export interface WorkLoop {
  /** Looks at once. */
  wake(): void;
  /** Resolves when nothing is worked on. */
  settled(): Promise<void>;
  /** Looks no more; what is under way is told to stop, and is gone on with later. */
  stop(): Promise<void>;
}

/** Does what there is to do, one look at a time. What fails is told and tried again at the next look. */
export function startWorkLoop(options: { readonly work: (signal: AbortSignal) => Promise<unknown>; readonly onFailure: (error: unknown) => void }): WorkLoop {
  const { work, onFailure } = options;
  const stopping = new AbortController();
  let working: Promise<void> | undefined;
  let again = false;

  function wake(): void {
    again = working !== undefined;
    if (stopping.signal.aborted) return;
    working ??= work(stopping.signal)
      .then(() => undefined, onFailure)
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
      stopping.abort();
      while (working) await working;
    },
  };
}
