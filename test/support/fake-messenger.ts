import type { Attempt, Destination, Messenger, OutgoingView } from '../../src/helpdesk/ports.js';
import type { PostedCard } from '../../src/helpdesk/ticket.js';

/** A message as Teams was asked to take it. */
export interface Asked {
  readonly to: Destination | { readonly kind: 'card'; readonly card: PostedCard };
  readonly view: OutgoingView;
  readonly locale: string;
  readonly again: boolean;
}

export interface FakeMessenger extends Messenger {
  /** Everything that was asked, also what was refused. */
  readonly asked: Asked[];
  /** What was taken. */
  readonly taken: Asked[];
  /** Makes Teams refuse; undefined = it takes the message. */
  answer: (asked: Asked) => Attempt | undefined;
}

/** Takes every message unless a test has it answer otherwise. Posts to a channel begin a conversation of their own. */
export function fakeMessenger(): FakeMessenger {
  const messenger: FakeMessenger = {
    asked: [],
    taken: [],
    answer: () => undefined,
    post: async (to, view, { locale, again }) => take({ to, view, locale, again }),
    update: async (card, view, { locale }) => take({ to: { kind: 'card', card }, view, locale, again: false }),
  };
  function take(asked: Asked): Attempt {
    messenger.asked.push(asked);
    const refusal = messenger.answer(asked);
    if (refusal) return refusal;
    messenger.taken.push(asked);
    if (asked.to.kind === 'card') return { kind: 'sent', card: asked.to.card };
    const activityId = `message-${messenger.asked.length}`;
    const conversationId =
      asked.to.kind === 'channel' ? `${asked.to.channelId};messageid=${messenger.asked.length}` : 'chat';
    return { kind: 'sent', card: { conversationId, activityId } };
  }
  return messenger;
}
