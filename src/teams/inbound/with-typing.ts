import type { TurnContext } from 'botbuilder';
import { withTimeout } from '../../runtime/with-timeout.js';

/** Milliseconds before a slow answer is announced; a quick one needs no announcement. */
const patienceMs = 800;

/** Milliseconds that an answer waits for its announcement to arrive before it. A sign is not worth more. */
const signMs = 1_000;

/** Shows that the bot is typing when the work takes long; not after the answer, unless Teams takes its time. */
export async function withTyping<T>(context: TurnContext, work: () => Promise<T>): Promise<T> {
  if (context.activity.type !== 'message') return work();
  let sending: Promise<unknown> = Promise.resolve();
  const timer = setTimeout(() => {
    // A lost typing sign changes nothing for the person: the answer still comes.
    sending = context.sendActivity({ type: 'typing' }).catch(() => undefined);
  }, patienceMs);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    await withTimeout(sending, signMs).catch(() => undefined);
  }
}
