/** How often reminders are looked at, in milliseconds: nobody minds half a minute in thirty. Ours. */
const everyMs = 30_000;

export interface ReminderWorker {
  /** Looks no more, and resolves when the look under way has ended. */
  stop(): Promise<void>;
}

/** Looks for what is due, at once and then every half minute, one look at a time. A look that fails is told and tried again. */
export function startReminderWorker(options: { readonly look: () => Promise<unknown>; readonly onFailure: (error: unknown) => void }): ReminderWorker {
  const { look, onFailure } = options;
  let looking: Promise<void> | undefined;
  function once(): void {
    looking ??= look()
      .then(() => undefined, onFailure)
      .finally(() => {
        looking = undefined;
      });
  }
  once();
  const timer = setInterval(once, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}
