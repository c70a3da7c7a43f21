import type { Kysely } from 'kysely';
import type { Unreadable } from './records/unreadable-row.js';
import type { Schema } from './schema.js';

/** What every store of one tenant is built from. `now` gives epoch ms. */
export interface StorageContext {
  readonly db: Kysely<Schema>;
  readonly tenantId: string;
  readonly now: () => number;
  /** PostgreSQL locks the rows a transaction is about to change; SQLite's transactions already hold the whole file. */
  readonly rowLocks: boolean;
  /** Hears of a row that cannot be read, each time it is met. */
  readonly onUnreadable: (what: Unreadable) => void;
}
