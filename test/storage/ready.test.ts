import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompiledQuery, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Storage } from '../../src/storage/open-database.js';
import { soonAfter, tryWriting } from '../../src/storage/ready.js';
import { openSqlite } from '../../src/storage/sqlite.js';
import { ada } from '../contracts/storage/samples.js';

describe('a SQLite file', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'join-assistant-sqlite-'));
    path = join(folder, 'a.db');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function withStorage(work: (storage: Storage) => Promise<void>): Promise<void> {
    const storage = await openDatabase({ kind: 'sqlite', path }, { tenantId: 'contoso', now: () => 0 });
    try {
      await work(storage);
    } finally {
      await storage.close();
    }
  }

  it('that is deleted or replaced in use shows, and so does its return', () =>
    withStorage(async (storage) => {
      await storage.ready();
      const aside = join(folder, 'aside.db');
      renameSync(path, aside);
      await expect(storage.ready()).rejects.toThrow(`${path} is gone`);
      writeFileSync(path, '');
      await expect(storage.ready()).rejects.toThrow(`${path} was replaced while it was in use`);
      renameSync(aside, path);
      await storage.ready();
      rmSync(folder, { recursive: true });
      await expect(storage.ready()).rejects.toThrow(`${path} is gone`);
    }));

  it('on a disk that is full shows, by its own error, and works again when there is room', async () => {
    await withStorage(async () => undefined);
    const db = await openSqlite(path);
    const context = { db, tenantId: 'contoso', now: () => 0 };
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
    // SQLite answers as when the disk takes no further page.
    await db.executeQuery(CompiledQuery.raw(`pragma max_page_count = ${rows[0]!.page_count}`));
    await expect(tryWriting(context)).rejects.toThrow('database or disk is full');
    const transaction = db.transaction().execute((each) => tryWriting({ ...context, db: each }));
    await expect(transaction, 'not that there is nothing left to take back').rejects.toThrow(
      'database or disk is full',
    );
    await db.executeQuery(CompiledQuery.raw('pragma max_page_count = 100000'));
    await db.transaction().execute((each) => tryWriting({ ...context, db: each }));
    expect(await db.selectFrom('settings').selectAll().execute(), 'nothing stays').toEqual([]);
    await db.destroy();
  });

  it('is ready when nothing is wrong, and nothing of that stays', () =>
    withStorage(async (storage) => {
      await storage.ready();
      await storage.preferences.save(ada.id, { locale: 'de' });
      await storage.ready();
    }));
});

describe('who asks often', () => {
  it('gets one result while it is made and soon after, a failure not for long, then a new one', async () => {
    let [now, works] = [0, 0];
    let fails = false;
    const ask = soonAfter(
      async () => {
        works += 1;
        if (fails) throw new Error('The disk is full');
      },
      () => now,
    );
    await Promise.all([ask(), ask(), ask()]);
    now = 1_999;
    await ask();
    expect(works).toBe(1);
    fails = true;
    now = 2_000;
    await expect(ask()).rejects.toThrow('The disk is full');
    await expect(ask()).rejects.toThrow('The disk is full');
    expect(works).toBe(2);
    fails = false;
    now = 3_000;
    await ask();
    // A clock that was set back proves nothing.
    now = -3_000;
    await ask();
    expect(works).toBe(4);
  });
});
