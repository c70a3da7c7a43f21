import { deliverDue, idleMs, type DeliverOptions } from './deliver.js';

/** Milliseconds until it looks again when the database did not answer: all is to be well within 5 s of its return. Ours. */
const afterFailureMs = 2_000;

export interface OutboxWorker {
  /** Something was written: look now. */
  wake(): void;
  /** Stops looking and waits for attempts under way. */
  stop(): Promise<void>;
  /** Resolves when nothing is due any more; for tests and for shutting down in order. */
  settled(): Promise<void>;
}

/** Delivers what is due whenever woken, and every few seconds besides. One round at a time. */
export function startOutboxWorker(
  options: DeliverOptions & { readonly onFailure: (error: unknown) => void },
): OutboxWorker {
  let running: Promise<void> | undefined;
  let again = false;
  const stopping = new AbortController();
  const unrecorded: NonNullable<DeliverOptions['unrecorded']> = new Map();
  let soon: NodeJS.Timeout | undefined;

  function wake(): void {
    if (stopping.signal.aborted) return;
    if (running) {
      again = true;
      return;
    }
    running = round().finally(() => {
      running = undefined;
      if (again) {
        again = false;
        wake();
      }
    });
  }

  async function round(): Promise<void> {
    try {
      await deliverDue({ unrecorded, ...options, signal: stopping.signal });
    } catch (error) {
      // The database did not answer: the rows stay, the next look finds them.
      options.onFailure(error);
      clearTimeout(soon);
      soon = setTimeout(wake, afterFailureMs).unref();
    }
  }

  async function settled(): Promise<void> {
    while (running) await running;
  }

  const timer = setInterval(wake, idleMs);
  return {
    wake,
    settled,
    async stop() {
      stopping.abort();
      clearInterval(timer);
      clearTimeout(soon);
      await settled();
    },
  };
}
