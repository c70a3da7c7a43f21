import type { Delivery, Message, Outbox, OutboxRow, Outgoing, TroubledRow } from '../helpdesk/ports.js';
import type { StorageContext } from './context.js';
import type { OutboxTable } from './schema.js';
import { writeMessages } from './write-messages.js';
import { minuteMs } from '../runtime/durations.js';
import { outgoingRecord } from './records/outgoing.js';
import { readOrTell } from './records/read-or-tell.js';
import { readRecord } from './records/record.js';
import { UnreadableRow } from './records/unreadable-row.js';

type Row = Pick<OutboxTable, 'id' | 'lane' | 'state' | 'body' | 'attempts' | 'uncertain' | 'refused_since'>;

const columns = ['id', 'lane', 'state', 'body', 'attempts', 'uncertain', 'refused_since'] as const;

/**
 * Milliseconds after which a message that a later version has probably written is looked at again, and how often: meanwhile an
 * instance of that version can send it.
 */
const newerMs = minuteMs / 2;
const triesOfNewer = 10;

/** A row is deleted when it was sent. `attempts` tells whose attempt is settled: it grows when the row is taken, and only who took it takes that back. */
export function createOutbox(context: StorageContext): Outbox {
  const { db, tenantId } = context;

  async function heads(now: number, leaseMs: number, limit: number): Promise<readonly Row[]> {
    return await db
      .selectFrom('outbox')
      .select(columns)
      .where('tenant_id', '=', tenantId)
      .where((eb) =>
        eb.or([
          eb.and([eb('state', '=', 'waiting'), eb('since', '<=', now)]),
          eb.and([eb('state', '=', 'sending'), eb('since', '<', now - leaseMs)]),
        ]),
      )
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('outbox as earlier')
              .select('earlier.id')
              .where('earlier.tenant_id', '=', tenantId)
              .whereRef('earlier.lane', '=', 'outbox.lane')
              .whereRef('earlier.id', '<', 'outbox.id')
              .where('earlier.state', '<>', 'parked'),
          ),
        ),
      )
      .orderBy('id')
      .limit(limit)
      .execute();
  }

  /** Undefined when another instance was quicker: then state or attempts are no longer what was read. */
  async function claim(head: Row, now: number): Promise<OutboxRow | undefined> {
    const claimed = await db
      .updateTable('outbox')
      .set({
        state: 'sending',
        since: now,
        attempts: head.attempts + 1,
        uncertain: head.state === 'sending' ? 1 : head.uncertain,
      })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', head.id)
      .where('state', '=', head.state)
      .where('attempts', '=', head.attempts)
      .returning(columns)
      .executeTakeFirst();
    const outgoing = claimed && (await read(claimed, now));
    return claimed && outgoing && { ...ofRow(claimed), outgoing };
  }

  /** One that cannot be read is put aside, and those behind it go on. */
  async function read(row: Row, now: number): Promise<Outgoing | undefined> {
    try {
      return readRecord(outgoingRecord, row.id, row.body);
    } catch (error) {
      if (!(error instanceof UnreadableRow)) throw error;
      context.onUnreadable(error.what);
      const waits = error.what.newer && row.attempts < triesOfNewer;
      const kept = waits
        ? { state: 'waiting' as const, since: now + newerMs }
        : { state: 'parked' as const, since: now };
      await db
        .updateTable('outbox')
        .set({ ...kept, reason: `${error.code} ${error.what.where}` })
        .where((eb) => eb.and({ tenant_id: tenantId, id: row.id, attempts: row.attempts }))
        .execute();
      return undefined;
    }
  }

  async function addAll(messages: readonly Message[]): Promise<void> {
    await db.transaction().execute((transaction) => writeMessages(transaction, context, messages));
  }

  async function troubled(
    state: 'parked' | 'waiting',
    order: 'asc' | 'desc',
    limit: number,
  ): Promise<readonly TroubledRow[]> {
    const rows = await db
      .selectFrom('outbox')
      .select([...columns, 'reason', 'written_at'])
      .where('tenant_id', '=', tenantId)
      .where('state', '=', state)
      .where('reason', 'is not', null)
      .orderBy(state === 'parked' ? 'since' : 'id', order)
      .orderBy('id', order)
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      ...ofRow(row),
      outgoing: readOrTell(context, outgoingRecord, row.id, row.body),
      reason: row.reason ?? '',
      since: row.written_at,
    }));
  }

  return {
    add: (orderingKey, outgoing) => addAll([{ orderingKey, outgoing }]),

    addAll,

    async isWaiting(orderingKey) {
      const row = await db
        .selectFrom('outbox')
        .select('id')
        .where('tenant_id', '=', tenantId)
        .where('lane', '=', orderingKey)
        .where('state', '<>', 'parked')
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    async hurry(orderingKey, withinMs) {
      const due = context.now() + withinMs;
      await db
        .updateTable('outbox')
        .set({ since: due })
        .where((eb) => eb.and({ tenant_id: tenantId, lane: orderingKey, state: 'waiting' }))
        .where('since', '>', due)
        .execute();
    },

    async take(now, leaseMs, limit) {
      const taken: OutboxRow[] = [];
      for (const head of await heads(now, leaseMs, limit)) {
        try {
          const row = await claim(head, now);
          if (row !== undefined) taken.push(row);
        } catch (error) {
          // Those that are marked have to be tried: nobody else does before their lease is over, and then they count as perhaps sent.
          if (taken.length === 0) throw error;
          return taken;
        }
      }
      return taken;
    },

    async settle(row, delivery, now) {
      const mine = { tenant_id: tenantId, id: row.id };
      if (delivery.kind === 'done') {
        // Also when the lease ran out meanwhile: the message is there, whoever tries again.
        await db
          .deleteFrom('outbox')
          .where((eb) => eb.and(mine))
          .execute();
        return;
      }
      await db
        .updateTable('outbox')
        .set(afterwards(row, delivery, now))
        .where((eb) => eb.and({ ...mine, state: 'sending', attempts: row.attempts }))
        .execute();
    },

    parked: (limit) => troubled('parked', 'desc', limit),

    failing: (limit) => troubled('waiting', 'asc', limit),
  };
}

function afterwards(
  { attempts, refusedSince }: OutboxRow,
  delivery: Exclude<Delivery, { kind: 'done' }>,
  now: number,
): Partial<OutboxTable> {
  switch (delivery.kind) {
    // What an earlier attempt may have sent stays in doubt, and whose attempt it is must stay told by the count.
    case 'next':
      return { state: 'waiting', since: now, reason: null, refused_since: null };
    case 'retry':
      return { state: 'waiting', since: now + delivery.afterMs, reason: delivery.reason };
    case 'refused':
      return {
        state: 'waiting',
        since: now + delivery.afterMs,
        reason: delivery.reason,
        refused_since: refusedSince ?? now,
      };
    case 'notTried':
      return { state: 'waiting', since: now + delivery.afterMs, reason: delivery.reason, attempts: attempts - 1 };
    case 'unknown':
      return {
        state: 'waiting',
        since: now + delivery.afterMs,
        reason: delivery.reason,
        uncertain: 1,
        refused_since: null,
      };
    case 'park':
      return { state: 'parked', since: now, reason: delivery.reason };
  }
}

function ofRow({ id, lane, attempts, uncertain, refused_since }: Row): Omit<OutboxRow, 'outgoing'> {
  return { id, orderingKey: lane, attempts, uncertain: uncertain === 1, refusedSince: refused_since ?? undefined };
}
