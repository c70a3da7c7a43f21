import type { Kysely } from 'kysely';
import { longestDays } from '../administration/stats.js';
import type { PersonalData } from '../assistant/ports.js';
import { anonymiseTickets, anonymisedColumns } from './anonymise-tickets.js';
import { confirmedMemberMs, keptReportMs } from '../limits.js';
import type { StorageContext } from './context.js';
import { dayOf } from './name-look-ups.js';
import { oneAtATime } from './one-at-a-time.js';
import type { Schema } from './schema.js';
import { dayMs } from '../runtime/durations.js';

/** Milliseconds a handled activity is remembered: far longer than Teams goes on delivering one again. */
const handledMs = dayMs;

/** Milliseconds a known issue is kept that was begun and not published, and one that has ended. */
const keptDraftMs = dayMs;
const keptIncidentMs = 30 * dayMs;

/** Days of which look-ups by name are kept beside today: what counts is today's alone. */
const lookUpDays = 2;

/** Tickets anonymised in one transaction, so that nobody waits long for the retention job. */
const batchSize = 100;

/** Forgets what is older than its time: sessions, reminders, messages and people not seen go, ended tickets lose their people in batches. */
export function createExpire(context: StorageContext): PersonalData['expire'] {
  const { tenantId, now } = context;

  return async function expire(before) {
    const { sessions, messages } = await oneAtATime(context, async (transaction) => {
      await expirePeople(transaction, tenantId, before);
      await expireHandled(transaction, tenantId, now() - handledMs);
      await expireLookUps(transaction, tenantId, dayOf(now()) - lookUpDays);
      await expireReminders(transaction, tenantId, before);
      await expireReports(transaction, tenantId, now() - keptReportMs);
      await transaction
        .deleteFrom('clean_ups')
        .where((eb) => eb.and({ tenant_id: tenantId, over: 1 }))
        .where('changed_at', '<', before)
        .execute();
      await transaction
        .deleteFrom('walk_numbers')
        .where('tenant_id', '=', tenantId)
        .where('began_at', '<', now() - longestDays * dayMs)
        .execute();
      await expireIncidents(transaction, tenantId, now());
      await expireConfirmed(transaction, tenantId, now() - confirmedMemberMs);
      return {
        sessions: await expireSessions(transaction, tenantId, before),
        messages: await expireMessages(transaction, tenantId, before),
      };
    });
    let tickets = 0;
    for (let batch = batchSize; batch === batchSize; tickets += batch) {
      batch = await oneAtATime(context, (transaction) => expireTickets(transaction, context, before));
    }
    return { sessions, tickets, messages };
  };
}

async function expireSessions(transaction: Kysely<Schema>, tenantId: string, before: number): Promise<number> {
  const { numDeletedRows } = await transaction
    .deleteFrom('sessions')
    .where('tenant_id', '=', tenantId)
    .where('updated_at', '<', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** People not seen: a choice of language stays as long as the person comes back. */
async function expirePeople(transaction: Kysely<Schema>, tenantId: string, before: number): Promise<void> {
  await transaction
    .deleteFrom('conversations')
    .where('tenant_id', '=', tenantId)
    .where('seen_at', '<', before)
    .execute();
  await transaction
    .deleteFrom('living_cards')
    .where('tenant_id', '=', tenantId)
    .where('posted_at', '<', before)
    .execute();
  await transaction
    .deleteFrom('preferences')
    .where('tenant_id', '=', tenantId)
    .where('seen_at', '<', before)
    .where('person_id', 'not in', (eb) =>
      eb.selectFrom('conversations').select('conversations.person_id').where('conversations.tenant_id', '=', tenantId),
    )
    .execute();
}

async function expireHandled(transaction: Kysely<Schema>, tenantId: string, before: number): Promise<void> {
  await transaction
    .deleteFrom('handled_activities')
    .where('tenant_id', '=', tenantId)
    .where('seen_at', '<', before)
    .execute();
}

async function expireLookUps(transaction: Kysely<Schema>, tenantId: string, beforeDay: number): Promise<void> {
  await transaction
    .deleteFrom('name_look_ups')
    .where('tenant_id', '=', tenantId)
    .where('day', '<', beforeDay)
    .execute();
}

/** Also one that is put off again and again: the wish is older than its time. */
async function expireReminders(transaction: Kysely<Schema>, tenantId: string, before: number): Promise<void> {
  await transaction
    .deleteFrom('reminders')
    .where('tenant_id', '=', tenantId)
    .where('written_at', '<', before)
    .execute();
}

/** Also one that never came to its end. */
async function expireReports(transaction: Kysely<Schema>, tenantId: string, before: number): Promise<void> {
  await transaction
    .deleteFrom('report_people')
    .where('tenant_id', '=', tenantId)
    .where('report_id', 'in', (eb) =>
      eb
        .selectFrom('reports')
        .select('reports.report_id')
        .where('reports.tenant_id', '=', tenantId)
        .where('reports.asked_at', '<', before),
    )
    .execute();
  await transaction.deleteFrom('reports').where('tenant_id', '=', tenantId).where('asked_at', '<', before).execute();
}

async function expireIncidents(transaction: Kysely<Schema>, tenantId: string, now: number): Promise<void> {
  await transaction
    .deleteFrom('incidents')
    .where((eb) => eb.and({ tenant_id: tenantId, state: 'draft' }))
    .where('changed_at', '<', now - keptDraftMs)
    .execute();
  await transaction
    .deleteFrom('incidents')
    .where((eb) => eb.and({ tenant_id: tenantId, state: 'ended' }))
    .where('changed_at', '<', now - keptIncidentMs)
    .execute();
}

async function expireConfirmed(transaction: Kysely<Schema>, tenantId: string, before: number): Promise<void> {
  await transaction
    .deleteFrom('confirmed_members')
    .where('tenant_id', '=', tenantId)
    .where('confirmed_at', '<', before)
    .execute();
}

/** Parked ones, and those that did not reach a person or a person's chat in all the time. */
async function expireMessages(transaction: Kysely<Schema>, tenantId: string, before: number): Promise<number> {
  const { numDeletedRows } = await transaction
    .deleteFrom('outbox')
    .where('tenant_id', '=', tenantId)
    .where((eb) =>
      eb.or([
        eb.and([eb('state', '=', 'parked'), eb('since', '<', before)]),
        eb.and([
          eb('state', '<>', 'parked'),
          eb('written_at', '<', before),
          eb.or([eb('person_id', 'is not', null), eb('conversation_id', 'is not', null)]),
        ]),
      ]),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** One batch; a full one means that there may be more. */
async function expireTickets(transaction: Kysely<Schema>, context: StorageContext, before: number): Promise<number> {
  const { tenantId, rowLocks } = context;
  const rows = await transaction
    .selectFrom('tickets')
    .select(anonymisedColumns)
    .where('tenant_id', '=', tenantId)
    .where('ended_at', '<', before)
    .where('number', 'in', (eb) =>
      eb.selectFrom('ticket_people').select('ticket_people.number').where('ticket_people.tenant_id', '=', tenantId),
    )
    .orderBy('number')
    .limit(batchSize)
    .$if(rowLocks, (query) => query.forUpdate())
    .execute();
  await anonymiseTickets(transaction, context, rows, () => true);
  return rows.length;
}
