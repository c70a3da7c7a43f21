import type { PreferenceStore, Preferences } from '../assistant/ports.js';
import type { StorageContext } from './context.js';

export function createPreferenceStore({ db, tenantId }: StorageContext): PreferenceStore {
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
      const body = JSON.stringify(preferences);
      await db
        .insertInto('preferences')
        .values({ tenant_id: tenantId, person_id: personId, body })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id']).doUpdateSet({ body }))
        .execute();
    },
  };
}
