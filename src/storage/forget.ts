import type { ExpressionBuilder, Kysely } from 'kysely';
import type { CleanUp, Named } from '../administration/clean-up/clean-up.js';
import type { PersonalData } from '../assistant/ports.js';
import type { TicketState } from '../helpdesk/ticket.js';
import { anonymiseTickets, anonymisedColumns } from './anonymise-tickets.js';
import type { StorageContext } from './context.js';
import { oneAtATime } from './one-at-a-time.js';
import { readSetting, writeSetting } from './settings.js';
import type { Schema } from './schema.js';
import { cleanUpRecord } from './records/clean-up.js';
import { readOnDuty } from './records/lists.js';
import { readOrTell } from './records/read-or-tell.js';
import { ticketRecord } from './records/ticket.js';
import { writeRecord } from './records/record.js';

const going: readonly TicketState[] = ['open', 'claimed', 'waiting'];

/** Forgets one person who asks for it. */
export function createForget(context: StorageContext): PersonalData['forget'] {
  const { tenantId } = context;
  return async function forget(personId) {
    return await oneAtATime(context, async (transaction) => {
      const mine = { tenant_id: tenantId, person_id: personId };
      // Before the outbox: a reminder that is being finished is waited for, and its message is then there to be taken.
      await transaction
        .deleteFrom('reminders')
        .where((eb) => eb.and(mine))
        .execute();
      await forgetChat(transaction, tenantId, personId);
      await transaction
        .deleteFrom('preferences')
        .where((eb) => eb.and(mine))
        .execute();
      await transaction
        .deleteFrom('confirmed_members')
        .where((eb) => eb.and(mine))
        .execute();
      await forgetInReports(transaction, tenantId, personId);
      await transaction
        .updateTable('incidents')
        .set({ by_id: '' })
        .where((eb) => eb.and({ tenant_id: tenantId, by_id: personId }))
        .execute();
      await forgetInCleanUps(transaction, context, personId);
      await transaction
        .deleteFrom('living_cards')
        .where((eb) => eb.and(mine))
        .execute();
      await takeOffDuty(transaction, context, personId);
      // Before the sessions, in the order in which a ticket that ends takes the two: else each could wait for the other.
      const openTickets = await forgetInTickets(transaction, context, personId);
      const { numDeletedRows } = await transaction
        .deleteFrom('sessions')
        .where((eb) => eb.and(mine))
        .executeTakeFirst();
      return { sessions: Number(numDeletedRows), openTickets };
    });
  };
}

/** What waits for the person, changes of cards in their chat, what was handled there, and the way to it. */
async function forgetChat(transaction: Kysely<Schema>, tenantId: string, personId: string): Promise<void> {
  const mine = { tenant_id: tenantId, person_id: personId };
  const chat = (eb: ExpressionBuilder<Schema, 'outbox' | 'handled_activities'>) =>
    eb
      .selectFrom('conversations')
      .select('conversations.conversation_id')
      .where('conversations.tenant_id', '=', tenantId)
      .where('conversations.person_id', '=', personId);
  await transaction
    .deleteFrom('outbox')
    .where('tenant_id', '=', tenantId)
    .where((eb) => eb.or([eb('person_id', '=', personId), eb('conversation_id', 'in', chat)]))
    .execute();
  await transaction
    .deleteFrom('handled_activities')
    .where('tenant_id', '=', tenantId)
    .where('conversation_id', 'in', chat)
    .execute();
  await transaction
    .deleteFrom('conversations')
    .where((eb) => eb.and(mine))
    .execute();
}

/** What is resolved or has ended loses the person at once, the others when they end. Gives the numbers of the others. */
async function forgetInTickets(
  transaction: Kysely<Schema>,
  context: StorageContext,
  personId: string,
): Promise<readonly number[]> {
  const { tenantId, rowLocks } = context;
  const naming = await transaction
    .selectFrom('tickets')
    .select([...anonymisedColumns, 'state'])
    .where('tenant_id', '=', tenantId)
    .where('number', 'in', (eb) =>
      eb
        .selectFrom('ticket_people')
        .select('ticket_people.number')
        .where((people) => people.and({ tenant_id: tenantId, person_id: personId })),
    )
    .orderBy('number')
    .$if(rowLocks, (query) => query.forUpdate())
    .execute();
  // One that cannot be read can never end: it loses everything at once.
  const open = naming.filter(
    ({ state, number, body }) => going.includes(state) && readOrTell(context, ticketRecord, number, body),
  );
  const over = naming.filter((row) => !open.includes(row));
  await anonymiseTickets(transaction, context, over, (id) => id === personId);
  for (const { number } of open) {
    await transaction
      .updateTable('ticket_people')
      .set({ forgotten: 1 })
      .where((eb) => eb.and({ tenant_id: tenantId, person_id: personId, number }))
      .execute();
  }
  return open.map(({ number }) => number);
}

/** Reports that the person asked for go; in others that have ended nobody counts for them. One under way reads the directory as it is. */
async function forgetInReports(transaction: Kysely<Schema>, tenantId: string, personId: string): Promise<void> {
  const ids =
    (column: 'asked_by' | 'running', value: string | number) => (eb: ExpressionBuilder<Schema, 'report_people'>) =>
      eb
        .selectFrom('reports')
        .select('reports.report_id')
        .where('reports.tenant_id', '=', tenantId)
        .where(`reports.${column}`, '=', value as never);
  await transaction
    .deleteFrom('report_people')
    .where('tenant_id', '=', tenantId)
    .where('report_id', 'in', ids('asked_by', personId))
    .execute();
  await transaction
    .deleteFrom('report_people')
    .where((eb) => eb.and({ tenant_id: tenantId, person_id: personId }))
    .where('report_id', 'in', ids('running', 0))
    .execute();
  await transaction
    .deleteFrom('reports')
    .where((eb) => eb.and({ tenant_id: tenantId, asked_by: personId }))
    .execute();
}

/** A clean-up is the company's, and goes on; the name in it goes. */
async function forgetInCleanUps(transaction: Kysely<Schema>, context: StorageContext, personId: string): Promise<void> {
  const { tenantId } = context;
  const rows = await transaction
    .selectFrom('clean_ups')
    .select(['number', 'body', 'version'])
    .where('tenant_id', '=', tenantId)
    .where('body', 'like', `%${personId}%`)
    .execute();
  for (const { number, body, version } of rows) {
    const cleanUp = readOrTell(context, cleanUpRecord, number, body);
    const kept = cleanUp
      ? { body: writeRecord(cleanUpRecord, withoutName(cleanUp, personId)) }
      : // Where the name stands nobody can tell, so that nothing of it stays.
        { body: '{}', person_id: '', over: 1, next_at: null };
    await transaction
      .updateTable('clean_ups')
      .set({ ...kept, version: version + 1 })
      .where((eb) => eb.and({ tenant_id: tenantId, number }))
      .execute();
  }
}

function withoutName(cleanUp: CleanUp, personId: string): CleanUp {
  const nameless = (named: Named): Named => (named.id === personId ? { ...named, name: '' } : named);
  const { person, requestedBy, decidedBy, items } = cleanUp;
  return {
    ...cleanUp,
    person: nameless(person),
    requestedBy: nameless(requestedBy),
    ...(decidedBy && { decidedBy: nameless(decidedBy) }),
    items: items.map((item) =>
      item.state.kind === 'undone' ? { ...item, state: { ...item.state, by: nameless(item.state.by) } } : item,
    ),
  };
}

async function takeOffDuty(transaction: Kysely<Schema>, context: StorageContext, personId: string): Promise<void> {
  const { tenantId } = context;
  const onDuty = readOnDuty(context, (await readSetting({ db: transaction, tenantId }, 'onDuty')) ?? '[]');
  const others = onDuty.filter(({ id }) => id !== personId);
  if (others.length < onDuty.length) await writeSetting(transaction, tenantId, 'onDuty', JSON.stringify(others));
}
