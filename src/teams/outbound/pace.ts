import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { appPace, conversationPace } from '../../limits.js';

/** Milliseconds to wait before the next request to this conversation; 0 = go now, and the request is counted. */
export type Pace = (conversationId: string) => Promise<number>;

/** Where no pace is kept. */
export const unpaced: Pace = async () => 0;

/**
 * Keeps this process's requests within what Teams takes. What other instances send is not seen here: their 429 is the outbox's
 * business. Memory stays bounded, since a conversation is forgotten when its longest window, an hour, is over.
 */
export function createPace(): Pace {
  const perConversation = conversationPace.map(limiter);
  const perApp = limiter(appPace);

  return async function pace(conversationId) {
    const counts = [
      ...perConversation.map((each) => ({ limiter: each, key: conversationId })),
      { limiter: perApp, key: 'app' },
    ];
    const waits = await Promise.all(counts.map(({ limiter: each, key }) => each.consume(key).then(() => 0, msToWait)));
    const wait = Math.max(...waits);
    // It will not be sent now: nothing may count it, or those who wait would use up the longer windows.
    if (wait > 0) await Promise.all(counts.map(({ limiter: each, key }) => each.reward(key)));
    return wait;
  };
}

function limiter({ requests, seconds }: { readonly requests: number; readonly seconds: number }): RateLimiterMemory {
  return new RateLimiterMemory({ points: requests, duration: seconds });
}

/** The library rejects with its result when the points are used up, and with an error when something is wrong. */
function msToWait(refused: unknown): number {
  if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext));
  throw refused;
}
