import type { Kysely } from 'kysely';
import type { StorageContext } from './context.js';
import type { Schema, SettingName } from './schema.js';

/** What was chosen or seen once for the whole tenant; undefined = never. */
export async function readSetting({ db, tenantId }: Pick<StorageContext, 'db' | 'tenantId'>, name: SettingName): Promise<string | undefined> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('tenant_id', '=', tenantId)
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.value;
}

/** Writes only what changes; true when it did. */
export async function writeSetting(db: Kysely<Schema>, tenantId: string, name: SettingName, value: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('settings')
    .values({ tenant_id: tenantId, name, value })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'name']).doUpdateSet({ value }).where('settings.value', '<>', value))
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}
