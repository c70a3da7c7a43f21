import type { PreferenceStore, Preferences } from '../assistant/ports.js';
import type { StorageContext } from './context.js';

/** What people chose, as JSON; what was never chosen is undefined. */
export function createPreferenceStore({ db, tenantId, now }: StorageContext): PreferenceStore {
  return {
    async load(personId) {
      const row = await db
        .selectFrom('preferences')
        .select('body')
        .where('tenant_id', '=', tenantId)
        .where('person_id', '=', personId)
        .executeTakeFirst();
      return { locale: undefined, ...(row && (JSON.parse(row.body) as Partial<Preferences>)) };
    },

    async save(personId, preferences) {
      const columns = { body: JSON.stringify(preferences), seen_at: now() };
      await db
        .insertInto('preferences')
        .values({ tenant_id: tenantId, person_id: personId, ...columns })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id']).doUpdateSet(columns))
        .execute();
    },
  };
}
