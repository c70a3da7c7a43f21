import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase, type Storage } from '../../src/storage/open-database.js';
import { ada, toAda } from '../contracts/storage/samples.js';

const words = 'quimberlane';
let folder: string;
let storage: Storage;
let now = 1_000;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'device-join-'));
  storage = await openDatabase(
    { kind: 'sqlite', path: join(folder, 'test.db') },
    { tenantId: 'contoso', now: () => now },
  );
  await storage.outbox.add('lane', { ...toAda, view: { kind: 'notice', words } } as never);
});
afterEach(async () => {
  await storage.close();
  await rm(folder, { recursive: true });
});

async function filesWithTheWords(): Promise<readonly string[]> {
  const files = await readdir(folder);
  const holding = await Promise.all(
    files.map(async (file) => ((await readFile(join(folder, file))).includes(words) ? [file] : [])),
  );
  return holding.flat();
}

it('what a person has asked to be forgotten stands in no file any more, the write-ahead log included', async () => {
  expect(await filesWithTheWords()).not.toEqual([]);
  await storage.personalData.forget(ada.id);
  expect(await filesWithTheWords()).toEqual([]);
});

it('nor does what has been kept long enough', async () => {
  now += 1_000_000;
  await storage.personalData.expire(now);
  expect(await filesWithTheWords()).toEqual([]);
});
