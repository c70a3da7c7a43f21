import type { Kysely } from 'kysely';
import type { Ticket } from '../helpdesk/ticket.js';
import type { Schema } from './schema.js';

/** Brings the list of people in line with whom the ticket names now. Who asked to be forgotten stays so marked. */
export async function notePeople(transaction: Kysely<Schema>, tenantId: string, ticket: Ticket): Promise<void> {
  const { number } = ticket;
  const named = peopleIn(ticket);
  await transaction
    .deleteFrom('ticket_people')
    .where('tenant_id', '=', tenantId)
    .where('number', '=', number)
    .$if(named.length > 0, (query) => query.where('person_id', 'not in', named))
    .execute();
  if (named.length === 0) return;
  await transaction
    .insertInto('ticket_people')
    .values(named.map((person_id) => ({ tenant_id: tenantId, person_id, number, forgotten: 0 })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Who asked to be forgotten while the ticket had not ended. */
export async function forgottenIn(
  transaction: Kysely<Schema>,
  tenantId: string,
  number: number,
): Promise<ReadonlySet<string>> {
  const rows = await transaction
    .selectFrom('ticket_people')
    .select('person_id')
    .where('tenant_id', '=', tenantId)
    .where('number', '=', number)
    .where('forgotten', '=', 1)
    .execute();
  return new Set(rows.map((row) => row.person_id));
}

function peopleIn({ requester, claimedBy, moves }: Ticket): readonly string[] {
  const ids = [
    requester.id,
    claimedBy?.id ?? '',
    ...moves.flatMap((move) => [move.by.id, move.kind === 'assigned' ? move.to.id : '']),
  ];
  return [...new Set(ids)].filter((id) => id !== '');
}
