/** How often reminders are looked at, in milliseconds: nobody minds half a minute in thirty. Ours. */
const everyMs = 30_000;

/** The same after a look that failed, so that all is well within 5 s when the database is back. Ours. */
const afterFailureMs = 4_000;

export interface ReminderWorker {
  /** Looks no more, and resolves when the look under way has ended. */
  stop(): Promise<void>;
}

/** Looks for what is due, at once and then every half minute, one look at a time. A look that fails is told and tried again soon. */
export function startReminderWorker(options: {
  readonly look: () => Promise<unknown>;
  readonly onFailure: (error: unknown) => void;
}): ReminderWorker {
  const { look, onFailure } = options;
  let looking: Promise<void> | undefined;
  let soon: NodeJS.Timeout | undefined;
  let stopped = false;

  function failed(error: unknown): void {
    onFailure(error);
    clearTimeout(soon);
    if (!stopped) soon = setTimeout(once, afterFailureMs).unref();
  }

  function once(): void {
    looking ??= look()
      .then(() => undefined, failed)
      .finally(() => {
        looking = undefined;
      });
  }
  once();
  const timer = setInterval(once, everyMs);
  timer.unref();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      clearTimeout(soon);
      await looking;
    },
  };
}
