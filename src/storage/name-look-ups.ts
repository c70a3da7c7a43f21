import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { NameLookUps } from '../assistant/pc-ports.js';
import type { StorageContext } from './context.js';
import { dayMs } from '../runtime/durations.js';

/** Names the locks among PostgreSQL's advisory locks of two numbers; the second is the person. */
const lock = 1002;

/** The day of a time (epoch ms) in UTC, counted from 1970. */
export function dayOf(time: number): number {
  return Math.floor(time / dayMs);
}

/** Counts names without keeping them. Of one person one call at a time counts, so that two cannot both be the last. */
export function createNameLookUps({ db, tenantId, rowLocks }: StorageContext): NameLookUps {
  return {
    async allow(personId, name, limit, now) {
      const today = { tenant_id: tenantId, person_id: personId, day: dayOf(now) };
      const nameHash = digest(tenantId, personId, name.trim().toLowerCase()).toString('hex');
      return await db.transaction().execute(async (transaction) => {
        if (rowLocks)
          await sql`select pg_advisory_xact_lock(${lock}, ${digest(tenantId, personId).readInt32BE()})`.execute(
            transaction,
          );
        const rows = await transaction
          .selectFrom('name_look_ups')
          .select('name_hash')
          .where((eb) => eb.and(today))
          .execute();
        if (rows.some((row) => row.name_hash === nameHash)) return true;
        if (rows.length >= limit) return false;
        await transaction
          .insertInto('name_look_ups')
          .values({ ...today, name_hash: nameHash })
          .execute();
        return true;
      });
    },
  };
}

/** Of several texts together: JSON keeps them apart. */
function digest(...texts: readonly string[]): Buffer {
  return createHash('sha256').update(JSON.stringify(texts)).digest();
}
