import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { CompiledQuery, Kysely } from 'kysely';
import { reasonOf } from './reason-of.js';
import type { Schema } from './schema.js';
import { sqliteDialect } from './sqlite-dialect.js';

type Driver = typeof import('better-sqlite3');

/**
 * `synchronous = full`: what was answered to a person survives a power cut. `secure_delete`: what was forgotten
 * is overwritten in the file, not only unlinked.
 */
const pragmas = ['journal_mode = wal', 'synchronous = full', 'foreign_keys = on', 'secure_delete = on'];

/**
 * Opens the file at `path`, made with its folder if it is not there. Throws with the cure when the driver cannot be
 * loaded or the file cannot be used. `load` brings the driver, which is native code and may be missing.
 */
export async function openSqlite(path: string, load: () => Promise<Driver> = loadDriver): Promise<Kysely<Schema>> {
  const db = new Kysely<Schema>({ dialect: sqliteDialect(await openFile(path, load)) });
  try {
    for (const pragma of pragmas) await db.executeQuery(CompiledQuery.raw(`pragma ${pragma}`));
  } catch (error) {
    await db.destroy();
    throw unusable(path, error);
  }
  return db;
}

async function loadDriver(): Promise<Driver> {
  return (await import('better-sqlite3')).default;
}

/** The driver loads its native part when the first file is opened; errors of the file itself carry a code of SQLite's. */
async function openFile(path: string, load: () => Promise<Driver>) {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw unusable(path, error);
  }
  try {
    const Database = await load();
    return new Database(path, { timeout: 0 });
  } catch (error) {
    throw hasSqliteCode(error) ? unusable(path, error) : driverMissing(error);
  }
}

function hasSqliteCode(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_');
}

function unusable(path: string, cause: unknown): Error {
  return new Error(
    `The database file ${path} cannot be used: ${reasonOf(cause)}. Check the path and who may write there.`,
    { cause },
  );
}

function driverMissing(cause: unknown): Error {
  return new Error(
    `The SQLite driver (better-sqlite3) could not be loaded: ${reasonOf(cause)}. ` +
      'Either its prebuilt binary is missing (npm fetches it from the releases on GitHub when it installs) ' +
      'or a C++ compiler to build it with (on Debian: apt-get install g++ make python3). ' +
      'Provide one of them and run "npm rebuild better-sqlite3", or set DATABASE_URL to a postgres:// address.',
    { cause },
  );
}
