import type { Attempt, Messenger, OutboxRow } from './ports.js';

/**
 * Milliseconds after the first refusal at which it is asked again; when Teams still says so the last time, it is believed. Updates and
 * posts in threads get 404 although the message is there, and succeed seconds later, about one in a thousand; sends get passing 403 and
 * 404 as well (msteams-docs#9425 and #6139, botbuilder-js#4722, botframework-sdk#6628).
 */
const asksAfterMs = [10_000, 40_000, 120_000];

/** Milliseconds until it is asked again of what was refused first so long ago; undefined = never, it is believed. */
export function askAgainAfterMs(refusedForMs: number): number | undefined {
  const next = asksAfterMs.find((each) => each > refusedForMs);
  return next === undefined ? undefined : next - refusedForMs;
}

/** A messenger that says `gone`, or `park` where that may pass, only when Teams has said so of this row for two minutes. */
export function askingAgain(messenger: Messenger, { refusedSince }: OutboxRow, now: number): Messenger {
  const afterMs = askAgainAfterMs(now - (refusedSince ?? now));
  function judged(attempt: Attempt): Attempt {
    const mayPass = attempt.kind === 'gone' || (attempt.kind === 'park' && attempt.mayPass === true);
    return mayPass && afterMs !== undefined ? { kind: 'refused', afterMs, reason: attempt.reason } : attempt;
  }
  return {
    post: async (to, view, how) => judged(await messenger.post(to, view, how)),
    update: async (card, view, how) => judged(await messenger.update(card, view, how)),
  };
}
