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
