import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../src/helpdesk/audit.js';
import type { Storage } from '../../../src/storage/open-database.js';
import { openPostgres } from '../../../src/storage/postgres.js';
import { openSqlite } from '../../../src/storage/sqlite.js';
import { day, fabrikam, rigFor, start, type FreshDatabase, type Rig } from './rig.js';

const entry = (minutes: number, changes: Partial<AuditEntry> = {}): AuditEntry => ({
  actorId: 'sven',
  action: 'command:quota',
  objectIds: ['ben'],
  result: 'found',
  at: new Date(start + minutes * 60_000).toISOString(),
  ...changes,
});

async function recorded(storage: Storage, count: number): Promise<void> {
  for (let nth = 0; nth < count; nth += 1) await storage.audit.record(entry(nth, { objectIds: [String(nth)] }));
}

/** The tables themselves, past all that the program allows. */
function tables({ settings }: Rig) {
  return settings.kind === 'sqlite'
    ? openSqlite(settings.path)
    : openPostgres(settings.url, { password: undefined, onLost: () => undefined });
}

/** Who did what. */
export function keepsAnAudit(fresh: FreshDatabase): void {
  describe('the audit', () => {
    const rig = rigFor(fresh);

    it('is read page by page, the newest first, none twice and none left out', async () => {
      const storage = await rig.open();
      await recorded(storage, 7);
      const read: string[] = [];
      for (let before: number | undefined; ;) {
        const page = await storage.audit.page(start, before, 3);
        read.push(...page.map(({ objectIds }) => objectIds[0] ?? ''));
        if (page.length < 3) break;
        before = page.at(-1)?.id;
      }
      expect(read).toEqual(['6', '5', '4', '3', '2', '1', '0']);
      expect(await storage.audit.count(start)).toBe(7);
      expect(await storage.audit.count(start + 5 * 60_000)).toBe(2);
      expect(await storage.audit.page(start + 5 * 60_000, undefined, 10)).toHaveLength(2);
      expect(await (await rig.open(fabrikam)).audit.count(0)).toBe(0);
    });

    it('cannot be changed, and what is young cannot be deleted, by whatever program', async () => {
      const storage = await rig.open();
      await storage.audit.record(entry(0));
      await storage.audit.record(entry(0, { at: new Date().toISOString() }));
      const db = await tables(rig);
      try {
        await expect(sql`update audit set result = 'done'`.execute(db)).rejects.toThrow(/append-only/);
        await expect(sql`delete from audit`.execute(db)).rejects.toThrow(/append-only/);
        expect(await storage.audit.count(0)).toBe(2);
      } finally {
        await db.destroy();
      }
    });

    it('goes with its own time', async () => {
      const storage = await rig.open();
      await storage.audit.record(entry(0));
      await storage.audit.record(entry(2 * 24 * 60));
      expect(await storage.audit.expire(start + day)).toBe(1);
      expect(await storage.audit.count(0)).toBe(1);
    });
  });
}
