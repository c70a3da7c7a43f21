import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { CompiledQuery } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/storage/open-database.js';
import { openSqlite } from '../../src/storage/sqlite.js';
import { ada, aSession } from '../contracts/storage/samples.js';

const options = { tenantId: 'contoso', now: () => 0 };

describe('the SQLite file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'join-assistant-sqlite-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is made with its folder, which nobody else may read', async () => {
    const path = join(folder, 'deep/data/assistant.db');
    await (await openDatabase({ kind: 'sqlite', path }, options)).close();
    expect(existsSync(path)).toBe(true);
    if (process.platform !== 'win32') expect(statSync(join(folder, 'deep/data')).mode & 0o077).toBe(0);
  });

  it('survives a power cut, keeps references whole and overwrites what is deleted', async () => {
    const db = await openSqlite(join(folder, 'a.db'));
    const settings = await Promise.all(
      ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete'].map(async (name) => {
        const { rows } = await db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(`pragma ${name}`));
        return rows[0]?.[name];
      }),
    );
    await db.destroy();
    expect(settings).toEqual(['wal', 2, 1, 1]);
  });

  it('no longer contains the words of a person who was forgotten', async () => {
    const path = join(folder, 'a.db');
    const session = { ...aSession('one'), form: { ...aSession('one').form, phone: 'telephone-of-ada' } };
    const first = await openDatabase({ kind: 'sqlite', path }, options);
    await first.sessions.insert(ada.id, session);
    await first.close();
    expect(readFileSync(path).includes('telephone-of-ada')).toBe(true);
    const second = await openDatabase({ kind: 'sqlite', path }, options);
    await second.personalData.forget(ada.id);
    await second.close();
    expect(readFileSync(path).includes('telephone-of-ada')).toBe(false);
  });

  it('lets the process go on while another connection writes', async () => {
    const path = join(folder, 'a.db');
    const storage = await openDatabase({ kind: 'sqlite', path }, options);
    const other = new Database(path);
    other.exec('begin immediate');
    const writing = storage.preferences.save(ada.id, { locale: 'de' });
    await new Promise((resolve) => setTimeout(resolve, 30));
    other.exec('rollback');
    other.close();
    await writing;
    expect(await storage.preferences.load(ada.id)).toEqual({ locale: 'de' });
    await storage.close();
  });

  it('says which file cannot be used', async () => {
    const path = join(folder, 'a.db');
    writeFileSync(path, 'This is a letter, not a database. '.repeat(100));
    await expect(openDatabase({ kind: 'sqlite', path }, options)).rejects.toThrow(
      `${path} cannot be used: file is not a database`,
    );
    await expect(openDatabase({ kind: 'sqlite', path: join(path, 'b.db') }, options)).rejects.toThrow(
      'b.db cannot be used',
    );
    await expect(openDatabase({ kind: 'sqlite', path: folder }, options)).rejects.toThrow(`${folder} cannot be used`);
  });

  it('says what is missing when the driver cannot be loaded', async () => {
    const load = () =>
      Promise.reject(Object.assign(new Error('Could not locate the bindings file.'), { code: 'MODULE_NOT_FOUND' }));
    const opening = openSqlite(join(folder, 'a.db'), load);
    await expect(opening).rejects.toThrow(
      /Could not locate the bindings file.*prebuilt binary.*C\+\+ compiler.*npm rebuild better-sqlite3/,
    );
  });

  it('is left alone when a newer version has written it', async () => {
    const path = join(folder, 'a.db');
    await (await openDatabase({ kind: 'sqlite', path }, options)).close();
    const newer = new Database(path);
    newer.exec("insert into kysely_migration (name, timestamp) values ('999-later', '2030-01-01T00:00:00.000Z')");
    newer.close();
    await expect(openDatabase({ kind: 'sqlite', path }, options)).rejects.toThrow(/newer version/);
  });
});
