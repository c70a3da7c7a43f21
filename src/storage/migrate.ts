import { Migrator, type Kysely, type Migration } from 'kysely';
import { firstTables } from './migrations/001-first-tables.js';
import { pcLookUps } from './migrations/002-pc-look-ups.js';
import { ticketLife } from './migrations/003-ticket-life.js';
import { auditAppendOnly } from './migrations/004-audit-append-only.js';
import { reports } from './migrations/005-reports.js';
import { walkNumbers } from './migrations/006-walk-numbers.js';
import { incidents } from './migrations/007-incidents.js';
import { cleanUps } from './migrations/008-clean-ups.js';
import { numbersFromSequences } from './migrations/009-numbers-from-sequences.js';
import { addresses } from './migrations/010-addresses.js';
import { reasonOf } from './reason-of.js';
import type { Schema } from './schema.js';

/** In the order of their names; one that has been released is never changed, only followed by another. */
const migrations: Readonly<Record<string, Migration>> = {
  '001-first-tables': firstTables,
  '002-pc-look-ups': pcLookUps,
  '003-ticket-life': ticketLife,
  '004-audit-append-only': auditAppendOnly,
  '005-reports': reports,
  '006-walk-numbers': walkNumbers,
  '007-incidents': incidents,
  '008-clean-ups': cleanUps,
  '009-numbers-from-sequences': numbersFromSequences,
  '010-addresses': addresses,
};

/**
 * Brings the tables up to date. Several instances may do so at once: PostgreSQL holds an advisory lock meanwhile,
 * SQLite an immediate transaction (see sqlite-dialect.ts). Throws when a migration fails, or when the database has
 * been written by a newer version of the assistant; nothing is changed then.
 */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (error instanceof Error && error.message.startsWith('corrupted migrations')) {
    throw new Error(
      'The database was written by a newer version of the assistant. Start that version, or use another database.',
      { cause: error },
    );
  }
  throw new Error(`The tables could not be brought up to date: ${reasonOf(error)}`, { cause: error });
}
