import type { Kysely } from 'kysely';
import type { Message, Outgoing } from '../helpdesk/ports.js';
import type { StorageContext } from './context.js';
import { lockOrderingKeys } from './lock-ordering-keys.js';
import { nextNumber } from './next-number.js';
import type { OutboxTable, Schema } from './schema.js';
import { outgoingRecord } from './records/outgoing.js';
import { writeRecord } from './records/record.js';

/** Puts messages behind those of the same ordering key, due at once, within the transaction of the change that causes them. */
export async function writeMessages(
  transaction: Kysely<Schema>,
  context: StorageContext,
  messages: readonly Message[],
): Promise<void> {
  const { tenantId, now } = context;
  await lockOrderingKeys(
    transaction,
    context,
    messages.map(({ orderingKey }) => orderingKey),
  );
  for (const { orderingKey, outgoing, tried, about } of messages) {
    await transaction
      .insertInto('outbox')
      .values({
        tenant_id: tenantId,
        id: await nextNumber(transaction, context, 'message'),
        lane: orderingKey,
        state: 'waiting',
        body: writeRecord(outgoingRecord, outgoing),
        attempts: 0,
        uncertain: tried?.inDoubt === true ? 1 : 0,
        since: now() + (tried?.afterMs ?? 0),
        written_at: now(),
        reason: tried?.reason ?? null,
        refused_since: tried?.refused === true ? now() : null,
        ...addressee(outgoing),
        ...(about !== undefined && { person_id: about }),
      })
      .execute();
  }
}

function addressee(outgoing: Outgoing): Pick<OutboxTable, 'person_id' | 'conversation_id'> {
  switch (outgoing.kind) {
    case 'post':
      return {
        person_id: outgoing.to.kind === 'person' ? outgoing.to.personId : null,
        conversation_id: outgoing.to.kind === 'thread' ? outgoing.to.conversationId : null,
      };
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
