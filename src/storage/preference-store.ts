import type { PreferenceStore } from '../assistant/ports.js';
import type { StorageContext } from './context.js';
import { readOrTell } from './records/read-or-tell.js';
import { writeRecord } from './records/record.js';
import { preferencesRecord } from './records/small-records.js';

/** What people chose, as JSON; what was never chosen is undefined. */
export function createPreferenceStore(context: StorageContext): PreferenceStore {
  const { db, tenantId, now } = context;
  return {
    async load(personId) {
      const row = await db
        .selectFrom('preferences')
        .select('body')
        .where('tenant_id', '=', tenantId)
        .where('person_id', '=', personId)
        .executeTakeFirst();
      return { locale: undefined, ...(row && readOrTell(context, preferencesRecord, personId, row.body)) };
    },

    async save(personId, preferences) {
      const columns = { body: writeRecord(preferencesRecord, preferences), seen_at: now() };
      await db
        .insertInto('preferences')
        .values({ tenant_id: tenantId, person_id: personId, ...columns })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id']).doUpdateSet(columns))
        .execute();
    },
  };
}
