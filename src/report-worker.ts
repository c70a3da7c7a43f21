/** How often a report is looked for that nobody works on, in milliseconds: one that was interrupted, or begun by another instance. Ours. */
const everyMs = 30_000;

export interface ReportWorker {
  /** Looks at once. */
  wake(): void;
  /** Resolves when nothing is worked on. */
  settled(): Promise<void>;
  /** Looks no more; what is under way stops after its page and is gone on with later. */
  stop(): Promise<void>;
}

/** Works on the report that is under way, one at a time. What fails is told and tried again at the next look. */
export function startReportWorker(options: { readonly work: (signal: AbortSignal) => Promise<unknown>; readonly onFailure: (error: unknown) => void }): ReportWorker {
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
