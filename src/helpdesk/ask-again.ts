import type { Attempt, Messenger, OutboxRow } from './ports.js';

/**
 * How long Teams has to go on saying that something is refused or gone before that is believed, and the pause between two times it is
 * asked, both in milliseconds. Updates and posts in threads get 404 although the message is there, and succeed seconds later, about one
 * in a thousand; sends get passing 403 and 404 as well (msteams-docs#9425 and #6139, botbuilder-js#4722, botframework-sdk#6628).
 */
const believedAfterMs = 120_000;
const askAgainAfterMs = 40_000;

/** A messenger that says `gone`, or `park` where that may pass, only when Teams has said so of this row for two minutes. */
export function askingAgain(messenger: Messenger, { refusedSince }: OutboxRow, now: number): Messenger {
  const believed = refusedSince !== undefined && now - refusedSince >= believedAfterMs;
  function judged(attempt: Attempt): Attempt {
    const mayPass = attempt.kind === 'gone' || (attempt.kind === 'park' && attempt.mayPass === true);
    return mayPass && !believed ? { kind: 'refused', afterMs: askAgainAfterMs, reason: attempt.reason } : attempt;
  }
  return {
    post: async (to, view, how) => judged(await messenger.post(to, view, how)),
    update: async (card, view, how) => judged(await messenger.update(card, view, how)),
  };
}
