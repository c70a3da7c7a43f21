import { afterEach, beforeEach } from 'vitest';
import type { OutboxRow } from '../../../src/helpdesk/ports.js';
import type { Unreadable } from '../../../src/storage/records/unreadable-row.js';
import { openDatabase, type DatabaseSettings, type Storage } from '../../../src/storage/open-database.js';

/** Makes an empty database that nobody else knows. */
export type FreshDatabase = () => Promise<DatabaseSettings>;

/** One empty database for each test, and storages on it that are closed afterwards. */
export interface Rig {
  readonly settings: DatabaseSettings;
  /** Epoch ms, as every storage of the test sees it. */
  now: number;
  /** Rows that could not be read, each time they were met. */
  readonly unreadable: Unreadable[];
  open(tenantId?: string): Promise<Storage>;
  /** Closes it before the test ends. */
  close(storage: Storage): Promise<void>;
}

/** 9 March 2026, 09:00 UTC. */
export const start = Date.UTC(2026, 2, 9, 9);

export const minute = 60_000;
export const day = 24 * 60 * minute;

export const contoso = 'contoso-tenant';
export const fabrikam = 'fabrikam-tenant';

export function rigFor(fresh: FreshDatabase): Rig {
  let settings: DatabaseSettings | undefined;
  const opened = new Set<Storage>();
  const rig: Rig = {
    get settings() {
      if (settings === undefined) throw new Error('There is a database only while a test runs.');
      return settings;
    },
    now: start,
    unreadable: [],
    async open(tenantId = contoso) {
      const storage = await openDatabase(rig.settings, {
        tenantId,
        now: () => rig.now,
        onUnreadable: (what) => rig.unreadable.push(what),
      });
      opened.add(storage);
      return storage;
    },
    async close(storage) {
      opened.delete(storage);
      await storage.close();
    },
  };
  beforeEach(async () => {
    settings = await fresh();
    rig.now = start;
    rig.unreadable.length = 0;
  });
  afterEach(async () => {
    for (const storage of opened) await rig.close(storage);
  });
  return rig;
}

/** Everything that is due, in the order it left. */
export async function sent({ outbox }: Storage, now: number): Promise<readonly OutboxRow[]> {
  const left: OutboxRow[] = [];
  for (;;) {
    const rows = await outbox.take(now, minute, 100);
    if (rows.length === 0) return left;
    for (const row of rows) await outbox.settle(row, { kind: 'done' }, now);
    left.push(...rows);
  }
}
