import type { TurnContext } from 'botbuilder';

/** Milliseconds before a slow answer is announced; a quick one needs no announcement. Ours. */
const patienceMs = 800;

/** Shows that the bot is typing when the work takes long; never after the answer. */
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
    await sending;
  }
}
