import { stat } from 'node:fs/promises';
import { reasonOf } from './reason-of.js';
import { writeSetting } from './settings.js';
import type { StorageContext } from './context.js';

/**
 * Milliseconds for which a write that was tried is taken as proof, and for which a failure is: hosts ask every 5 to 60 s, and anybody
 * may; all is to be well within 5 s when the database is back.
 */
const provenMs = 2_000;
const failedMs = 1_000;

/** Characters that are written: about what a press writes, so that there is room for one. */
const triedCharacters = 8_000;

/**
 * Writes something and takes it back. Both are committed, since what is rolled back never reaches a disk that is full. Throws when
 * it cannot.
 */
export async function tryWriting({
  db,
  tenantId,
  now,
}: Pick<StorageContext, 'db' | 'tenantId' | 'now'>): Promise<void> {
  const mine = { tenant_id: tenantId, name: 'triedWriting' } as const;
  await writeSetting(db, tenantId, mine.name, String(now()).padEnd(triedCharacters, '.'));
  await db
    .deleteFrom('settings')
    .where((eb) => eb.and(mine))
    .execute();
}

/** Whoever asks while the work is being done, or soon after, gets that one's result. `now` gives epoch ms. */
export function soonAfter(work: () => Promise<void>, now: () => number): () => Promise<void> {
  let last: { readonly at: number; readonly done: Promise<void>; ms: number } | undefined;
  return async function tried() {
    if (!last || Math.abs(now() - last.at) >= last.ms) last = { at: now(), done: work(), ms: provenMs };
    const mine = last;
    try {
      await mine.done;
    } catch (error) {
      mine.ms = failedMs;
      throw error;
    }
  };
}

/**
 * Looks whether the file at `path` is still the one that was opened: after it was deleted or replaced, everything is written to a
 * file that nobody finds any more. Throws then.
 */
export async function watchFile(path: string): Promise<() => Promise<void>> {
  const opened = await stat(path, { bigint: true });
  return async function sameFile() {
    const found = await stat(path, { bigint: true }).catch((cause: unknown) => {
      throw new Error(
        `The database file ${path} is gone: ${reasonOf(cause)}. Stop the bot, put the file back, and start it.`,
        { cause },
      );
    });
    if (found.ino !== opened.ino || found.dev !== opened.dev)
      throw new Error(
        `The database file ${path} was replaced while it was in use. Restart the bot to use the new one.`,
      );
  };
}
