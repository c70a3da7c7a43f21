import type { Kysely } from 'kysely';
import { isOver, nextAt, type CleanUp } from '../administration/clean-up/clean-up.js';
import type { CleanUps, StoredCleanUp } from '../administration/clean-up/ports.js';
import type { AuditEntry } from '../helpdesk/audit.js';
import type { StorageContext } from './context.js';
import { nextNumber } from './next-number.js';
import { oneAtATime } from './one-at-a-time.js';
import type { Schema } from './schema.js';
import { writeAudit } from './write-audit.js';
import { writeMessages } from './write-messages.js';
import { cleanUpRecord } from './records/clean-up.js';
import { readOrTell } from './records/read-or-tell.js';
import { readRecord, writeRecord } from './records/record.js';

/** Requests to free places. The columns beside `body` are what they are found by. */
export function createCleanUps(context: StorageContext): CleanUps {
  const { db, tenantId, now } = context;
  const rows = () => db.selectFrom('clean_ups').select(['number', 'body', 'version']).where('tenant_id', '=', tenantId);

  const columnsOf = (cleanUp: CleanUp) => ({
    person_id: cleanUp.person.id,
    over: isOver(cleanUp) ? 1 : 0,
    next_at: nextAt(cleanUp) ?? null,
    changed_at: now(),
    body: writeRecord(cleanUpRecord, cleanUp),
  });

  async function update(transaction: Kysely<Schema>, cleanUp: CleanUp, version: number): Promise<boolean> {
    const { numUpdatedRows } = await transaction
      .updateTable('clean_ups')
      .set({ ...columnsOf(cleanUp), version: version + 1 })
      .where((eb) => eb.and({ tenant_id: tenantId, number: cleanUp.number, version }))
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  /** What is due and cannot be read would be due for ever, before all others. */
  async function putAside(numbers: readonly number[]): Promise<void> {
    if (numbers.length === 0) return;
    await db
      .updateTable('clean_ups')
      .set({ next_at: null })
      .where('tenant_id', '=', tenantId)
      .where('number', 'in', numbers)
      .execute();
  }

  async function recordAll(transaction: Kysely<Schema>, entries: readonly AuditEntry[]): Promise<void> {
    for (const entry of entries) await writeAudit(transaction, context, entry);
  }

  return {
    async add(wanted, messages, audit) {
      return await db.transaction().execute(async (transaction) => {
        const cleanUp: CleanUp = { ...wanted, number: await nextNumber(transaction, context, 'cleanUp') };
        await transaction
          .insertInto('clean_ups')
          .values({ tenant_id: tenantId, number: cleanUp.number, ...columnsOf(cleanUp), version: 1 })
          .execute();
        await recordAll(transaction, audit(cleanUp));
        await writeMessages(transaction, context, messages(cleanUp));
        return { cleanUp, version: 1 };
      });
    },

    async find(number) {
      if (!Number.isSafeInteger(number)) return undefined;
      return toStored(await rows().where('number', '=', number).executeTakeFirst());
    },

    async ofPerson(personId) {
      const found = await rows()
        .where('person_id', '=', personId)
        .where('over', '=', 0)
        .orderBy('number', 'desc')
        .execute();
      return found.flatMap(({ number, body }) => readOrTell(context, cleanUpRecord, number, body) ?? []);
    },

    async due(time, limit) {
      const found = await rows()
        .where('next_at', '<=', time)
        .orderBy('next_at')
        .orderBy('number')
        .limit(limit)
        .execute();
      const read = found.map(({ number, body, version }) => {
        const cleanUp = readOrTell(context, cleanUpRecord, number, body);
        return cleanUp && { cleanUp, version };
      });
      await putAside(found.filter((_row, index) => !read[index]).map(({ number }) => number));
      return read.filter((each) => each !== undefined);
    },

    async save(cleanUp, version, { messages = [], audit = [] }) {
      return await db.transaction().execute(async (transaction) => {
        if (!(await update(transaction, cleanUp, version))) return undefined;
        await recordAll(transaction, audit);
        await writeMessages(transaction, context, messages);
        return { cleanUp, version: version + 1 };
      });
    },

    async saveCounted(cleanUp, version, limit) {
      return await oneAtATime(context, async (transaction) => {
        await transaction
          .deleteFrom('directory_writes')
          .where('tenant_id', '=', tenantId)
          .where('at', '<', limit.since)
          .execute();
        const { made } = await transaction
          .selectFrom('directory_writes')
          .select((eb) => eb.fn.countAll<number | string>().as('made'))
          .where('tenant_id', '=', tenantId)
          .executeTakeFirstOrThrow();
        if (Number(made) >= limit.most) return 'tooMany';
        if (!(await update(transaction, cleanUp, version))) return 'conflict';
        await transaction
          .insertInto('directory_writes')
          .values({ tenant_id: tenantId, id: await nextNumber(transaction, context, 'directoryWrite'), at: limit.now })
          .execute();
        return { cleanUp, version: version + 1 };
      });
    },
  };
}

function toStored(
  row: { readonly number: number; readonly body: string; readonly version: number } | undefined,
): StoredCleanUp | undefined {
  return row && { cleanUp: readRecord(cleanUpRecord, row.number, row.body), version: row.version };
}
