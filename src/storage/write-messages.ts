import type { Kysely } from 'kysely';
import type { Message, Outgoing } from '../helpdesk/ports.js';
import { nextNumber, type StorageContext } from './context.js';
import type { OutboxTable, Schema } from './schema.js';

/** Puts messages at the end of their lanes, due at once, within the transaction of the change that causes them. */
export async function writeMessages(
  transaction: Kysely<Schema>,
  { tenantId, now }: StorageContext,
  messages: readonly Message[],
): Promise<void> {
  for (const { lane, outgoing } of messages) {
    await transaction
      .insertInto('outbox')
      .values({
        tenant_id: tenantId,
        id: await nextNumber(transaction, tenantId, 'message'),
        lane,
        state: 'waiting',
        body: JSON.stringify(outgoing),
        attempts: 0,
        uncertain: 0,
        since: now(),
        written_at: now(),
        reason: null,
        ...addressee(outgoing),
      })
      .execute();
  }
}

function addressee(outgoing: Outgoing): Pick<OutboxTable, 'person_id' | 'conversation_id'> {
  switch (outgoing.kind) {
    case 'post':
      return { person_id: outgoing.to.kind === 'person' ? outgoing.to.personId : null, conversation_id: null };
    case 'update':
      return { person_id: null, conversation_id: outgoing.card.conversationId };
    case 'ticketNews':
    case 'livingCard':
      return { person_id: outgoing.personId, conversation_id: null };
    case 'ticketCard':
    case 'ticketEntry':
    case 'ticketPaste':
      return { person_id: null, conversation_id: null };
  }
}
