import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../src/storage/open-database.js';
import { createPatience, type Patience } from '../../src/storage/patience.js';
import { ada } from '../contracts/storage/samples.js';

const ms = 50;

/** How often a statement is tried while the file is locked; from the try `freeAt` on it is not. */
async function triesOf(patience: Patience, freeAt = Infinity): Promise<number> {
  let tries = 0;
  const run = async () => {
    tries += 1;
    if (tries < freeAt) throw Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });
    return { rows: [] };
  };
  await patience.whenFree(run).catch((error: unknown) => {
    if (freeAt < Infinity) throw error;
  });
  return tries;
}

it('a locked file is waited for by the first statement, and tried once by those behind it', async () => {
  const patience = createPatience(ms);
  expect(await triesOf(patience)).toBeGreaterThan(1);
  expect([await triesOf(patience), await triesOf(patience), await triesOf(patience)]).toEqual([1, 1, 1]);
});

it('all that wait at the same time give up together', async () => {
  const patience = createPatience(ms);
  await Promise.all([triesOf(patience), triesOf(patience)]);
  expect(await triesOf(patience)).toBe(1);
});

it.each([
  ['something was written', async (patience: Patience) => patience.renew()],
  ['nobody asked for a while', async () => delay(10 * ms)],
])('patience comes back when %s', async (_why, after) => {
  const patience = createPatience(ms);
  await triesOf(patience);
  await after(patience);
  expect(await triesOf(patience)).toBeGreaterThan(1);
});

it('and when a statement that had waited got through', async () => {
  const patience = createPatience(20 * ms);
  expect(await triesOf(patience, 3)).toBe(3);
  // Longer than the first lock would have been waited for.
  await delay(25 * ms);
  expect(await triesOf(patience, 3)).toBe(3);
});

it('another mistake is told at once', async () => {
  let tries = 0;
  const run = async () => {
    tries += 1;
    throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR' });
  };
  await expect(createPatience(ms).whenFree(run)).rejects.toThrow('disk I/O error');
  expect(tries).toBe(1);
});

it('a turn of many statements is answered while the file is locked, and works afterwards', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'join-assistant-sqlite-'));
  const path = join(folder, 'a.db');
  const storage = await openDatabase({ kind: 'sqlite', path }, { tenantId: 'contoso', now: () => 0 });
  const other = new Database(path);
  onTestFinished(async () => {
    other.close();
    await storage.close();
    rmSync(folder, { recursive: true, force: true });
  });
  other.exec('begin immediate');
  // Were each waited for, the test would run out of time.
  for (let statement = 0; statement < 20; statement += 1)
    await expect(storage.preferences.save(ada.id, { locale: 'de' })).rejects.toThrow('database is locked');
  await expect(storage.ready()).rejects.toThrow('database is locked');
  expect(await storage.preferences.load(ada.id), 'what is read needs no waiting').toEqual({ locale: undefined });
  other.exec('rollback');
  await storage.preferences.save(ada.id, { locale: 'de' });
});
