import { z } from 'zod';
import { viewKinds } from '../../assistant/view-kinds.js';
import type { View } from '../../assistant/views.js';
import type { Destination, Outgoing, WalkStep } from '../../helpdesk/ports.js';
import type { PostedCard } from '../../helpdesk/ticket.js';
import type { RecordKind } from './record.js';
import { flag, number, oneOf, shape, text } from './shape.js';

/** Of a kind that can be drawn. What else it holds is its drawing's: one that fails is put aside there. */
const view = z.looseObject({ kind: z.enum(viewKinds) }) as unknown as z.ZodType<View>;

const to = oneOf<Destination, 'kind'>('kind', {
  person: { personId: text },
  channel: { channelId: text },
  thread: { conversationId: text, serviceUrl: text.exactOptional() },
});

export const outgoingRecord: RecordKind<Outgoing> = {
  table: 'outbox',
  schema: oneOf<Outgoing, 'kind'>('kind', {
    post: { to, view, locale: text },
    update: {
      card: shape<PostedCard>({ conversationId: text, activityId: text }),
      view,
      locale: text,
      onlyAt: shape<WalkStep>({ personId: text, sessionId: text, step: number }).exactOptional(),
      elseBelow: flag.exactOptional(),
    },
    ticketCard: { ticketNumber: number },
    ticketEntry: { ticketNumber: number, move: number },
    ticketNews: { ticketNumber: number, move: number, personId: text, locale: text },
    livingCard: { key: text, personId: text, locale: text },
    ticketPaste: { ticketNumber: number },
  }),
};
