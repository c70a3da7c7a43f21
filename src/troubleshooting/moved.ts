import type { Session } from './session.js';

/** What became of an event, before it is counted as a step. */
export type Moved =
  | { readonly kind: 'moved'; readonly session: Session; readonly handOver?: boolean }
  | { readonly kind: 'refused'; readonly reason: 'notPossibleHere' | 'nothingToGoBackTo' };

/** The event does not fit here. */
export const notPossible: Moved = { kind: 'refused', reason: 'notPossibleHere' };

/** The session with these changes. */
export function to(session: Session, change: Partial<Session> = {}): Moved {
  return { kind: 'moved', session: { ...session, ...change } };
}
