import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Migrator } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { firstTables } from '../../src/storage/migrations/001-first-tables.js';
import { openDatabase } from '../../src/storage/open-database.js';
import { openSqlite } from '../../src/storage/sqlite.js';
import { ada } from '../contracts/storage/samples.js';

it('brings a database of the first version up to date, with what is in it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'join-assistant-sqlite-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'a.db');
  const old = await openSqlite(path);
  const { error } = await new Migrator({
    db: old,
    provider: { getMigrations: async () => ({ '001-first-tables': firstTables }) },
  }).migrateToLatest();
  expect(error).toBeUndefined();
  await old
    .insertInto('preferences')
    .values({ tenant_id: 'contoso', person_id: ada.id, body: '{"locale":"de"}', seen_at: 0 })
    .execute();
  await old.destroy();

  const storage = await openDatabase({ kind: 'sqlite', path }, { tenantId: 'contoso', now: () => 0 });
  onTestFinished(() => storage.close());
  expect(await storage.preferences.load(ada.id)).toEqual({ locale: 'de' });
  expect(await storage.reminders.due(0, 10)).toEqual([]);
  expect(await storage.audit.since(0, 10)).toEqual([]);
  expect(await storage.nameLookUps.allow(ada.id, 'PC-1', 1, 0)).toBe(true);
});
