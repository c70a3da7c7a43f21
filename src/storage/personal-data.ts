import { sql } from 'kysely';
import type { PersonalData } from '../assistant/ports.js';
import type { StorageContext } from './context.js';
import { createExpire } from './expire.js';
import { createForget } from './forget.js';

/** Forgets people: one who asks for it, and all whose time is over. */
export function createPersonalData(context: StorageContext): PersonalData {
  const [forget, expire] = [createForget(context), createExpire(context)];
  return {
    async forget(personId) {
      const forgotten = await forget(personId);
      // All is deleted, and who asked is told so: a log that cannot be emptied now is, and is reported, with what expires.
      await emptyLog(context).catch(() => undefined);
      return forgotten;
    },
    async expire(before) {
      const expired = await expire(before);
      await emptyLog(context);
      return expired;
    },
  };
}

/**
 * SQLite's write-ahead log holds what was deleted until it is written over: it is emptied into the file, whose free pages are overwritten
 * (`secure_delete`). While somebody reads from it, it says that it is busy and leaves that to the next time.
 */
async function emptyLog({ db, rowLocks }: StorageContext): Promise<void> {
  if (!rowLocks) await sql`pragma wal_checkpoint(truncate)`.execute(db);
}
