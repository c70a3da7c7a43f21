import type { Kysely } from 'kysely';
import type { StorageContext } from './context.js';
import type { Schema, SettingName } from './schema.js';

/** What was chosen or seen once for the whole tenant; undefined = never. */
export async function readSetting(
  { db, tenantId }: Pick<StorageContext, 'db' | 'tenantId'>,
  name: SettingName,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('tenant_id', '=', tenantId)
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.value;
}

/** Writes only what changes; true when it did. */
export function writeSetting(db: Kysely<Schema>, tenantId: string, name: SettingName, value: string): Promise<boolean> {
  return writeWhere(db, tenantId, name, value, '<>');
}

/** Writes only what comes after what is there, in the order of text; true when it did. */
export function advanceSetting(
  db: Kysely<Schema>,
  tenantId: string,
  name: SettingName,
  value: string,
): Promise<boolean> {
  return writeWhere(db, tenantId, name, value, '<');
}

async function writeWhere(
  db: Kysely<Schema>,
  tenantId: string,
  name: SettingName,
  value: string,
  before: '<>' | '<',
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('settings')
    .values({ tenant_id: tenantId, name, value })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'name']).doUpdateSet({ value }).where('settings.value', before, value),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}
