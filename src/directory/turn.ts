/** The time Graph may take for one question to the directory, shared by all requests that belong to it. */
export interface Turn {
  readonly signal: AbortSignal;
  remainingMs(): number;
}

/** Starts the clock. `now` in epoch ms. */
export function startTurn(budgetMs: number, now: () => number): Turn {
  const endsAt = now() + budgetMs;
  return { signal: AbortSignal.timeout(budgetMs), remainingMs: () => endsAt - now() };
}

/** Settles when the work does, and rejects when the turn is over: the client's pauses do not listen to a signal. */
export async function within<T>(turn: Turn, work: Promise<T>): Promise<T> {
  if (turn.signal.aborted) throw turn.signal.reason;
  let stop = (): void => {};
  const over = new Promise<never>((_, reject) => {
    stop = () => reject(turn.signal.reason);
    turn.signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    turn.signal.removeEventListener('abort', stop);
  }
}
