/** Resolves after so many milliseconds. It is handed in where a test has to control the clock. */
export type Pause = (ms: number) => Promise<undefined>;

/**
 * The result of the work, when it comes within `ms` milliseconds; else what `late` gives. The work itself goes on: who can end it
 * does so. By default being late is an error with the code ETIMEDOUT, and the time is the machine's. Rejects as the work does.
 */
export async function withTimeout<T, L = never>(
  work: Promise<T>,
  ms: number,
  { late = timedOut, pause }: { readonly late?: (ms: number) => L; readonly pause?: Pause } = {},
): Promise<T | L> {
  let timer: NodeJS.Timeout | undefined;
  const over = pause?.(ms) ?? new Promise<undefined>((resolve) => (timer = setTimeout(resolve, ms, undefined)));
  try {
    return await Promise.race([work, over.then(() => late(ms))]);
  } finally {
    clearTimeout(timer);
  }
}

/** The result of the work, when it comes before the signal; else what `stopped` gives, by default the signal's reason as an error. */
export async function untilAborted<T, L = never>(
  work: Promise<T>,
  signal: AbortSignal,
  stopped: () => L = () => {
    throw signal.reason;
  },
): Promise<T | L> {
  if (signal.aborted) return stopped();
  let stop = (): void => undefined;
  const over = new Promise<void>((resolve) => {
    stop = resolve;
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, over.then(stopped)]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function timedOut(ms: number): never {
  throw Object.assign(new Error(`No answer within ${ms} ms`), { code: 'ETIMEDOUT' });
}
