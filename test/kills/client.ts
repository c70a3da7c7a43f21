import { setTimeout as delay } from 'node:timers/promises';
import type { Sent } from '../support/activities.js';

/** The way from Teams to the bot: an activity is kept and sent again, as the same, until the bot has answered it. */
export interface Client {
  /** What the bot answered, as JSON; undefined for an empty answer. */
  posts(activity: Sent): Promise<unknown>;
  /** Calls the listener whenever an activity leaves, until the function that comes back is called. */
  onSent(listener: () => void): () => void;
}

const pauseMs = 50;
/** Teams itself gives up on an answer after about 15 s. */
const answerWithinMs = 15_000;

/** Teams names a press anew at times when it delivers it again; what somebody says keeps its id. */
function anew(activity: Sent, attempt: number): Sent {
  return activity.type === 'invoke' && attempt % 2 === 0
    ? { ...activity, id: `${String(activity['id'])}-${attempt}` }
    : activity;
}

export interface ClientOptions {
  /** Where the bot is; asked for each attempt, since of several instances any may be reached. */
  readonly url: () => string;
  /** Hears of each answer that came. */
  readonly onAnswered?: (activity: Sent, status: number, body: string) => void;
}

export function createClient({ url, onAnswered }: ClientOptions): Client {
  const listeners = new Set<() => void>();

  async function once(activity: Sent): Promise<{ readonly json: unknown } | undefined> {
    for (const listener of listeners) listener();
    try {
      const response = await fetch(url(), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(answerWithinMs),
      });
      const text = await response.text();
      onAnswered?.(activity, response.status, text);
      return response.status === 200 ? { json: text === '' ? undefined : JSON.parse(text) } : undefined;
    } catch {
      // Not started yet, or killed before its answer had left.
      return undefined;
    }
  }

  return {
    async posts(activity) {
      for (let attempt = 1; ; attempt += 1) {
        const answered = await once(anew(activity, attempt));
        if (answered) return answered.json;
        await delay(pauseMs);
      }
    },
    onSent(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
