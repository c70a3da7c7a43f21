import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { openDatabase } from '../../src/storage/open-database.js';
import { startPostgres, type RealPostgres } from '../support/real-postgres.js';
import { keepsIncidents } from './storage/incidents.js';
import { countsWalks } from './storage/walk-numbers.js';
import { takesAwkwardValues } from './storage/awkward-values.js';
import { keepsAnAudit } from './storage/audit.js';
import { keepsCleanUps } from './storage/clean-ups.js';
import { forgetsInTickets } from './storage/forgetting-in-tickets.js';
import { keepsHelpdeskSettings } from './storage/helpdesk-settings.js';
import { survives } from './storage/life.js';
import { keepsAnOutbox } from './storage/outbox.js';
import { keepsPcLookUps } from './storage/pc-look-ups.js';
import { forgetsPeople } from './storage/personal-data.js';
import { keepsReminders } from './storage/reminders.js';
import { contoso, start, type FreshDatabase } from './storage/rig.js';
import { keepsReports } from './storage/reports.js';
import { keepsSessions } from './storage/sessions.js';
import { keepsSmallThings } from './storage/small-stores.js';
import { listsTickets } from './storage/ticket-lists.js';
import { keepsTickets } from './storage/tickets.js';
import { putsUnreadableRowsAside, type Damages } from './storage/unreadable-rows.js';

interface Databases {
  /** Without tables. */
  readonly empty: FreshDatabase;
  /** Without rows; with tables where these take long to make. */
  readonly fresh: FreshDatabase;
}

function keepsTheContract({ empty, fresh }: Databases, damages: Damages): void {
  survives(empty);
  keepsSessions(fresh);
  keepsSmallThings(fresh);
  keepsTickets(fresh);
  listsTickets(fresh);
  forgetsInTickets(fresh);
  keepsHelpdeskSettings(fresh);
  keepsAnOutbox(fresh);
  keepsPcLookUps(fresh);
  keepsReminders(fresh);
  keepsReports(fresh);
  keepsCleanUps(fresh);
  keepsAnAudit(fresh);
  keepsIncidents(fresh);
  countsWalks(fresh);
  forgetsPeople(fresh);
  takesAwkwardValues(fresh);
  putsUnreadableRowsAside(fresh, damages);
}

describe('SQLite', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'join-assistant-sqlite-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const empty: FreshDatabase = async () => ({ kind: 'sqlite', path: join(folder, `${randomUUID()}.db`) });
  keepsTheContract({ empty, fresh: empty }, 'all');
});

describe('PostgreSQL', () => {
  let server: RealPostgres;
  let withTables: string;
  beforeAll(async () => {
    server = await startPostgres();
    withTables = await server.createDatabase();
    const storage = await openDatabase({ kind: 'postgres', url: withTables }, { tenantId: contoso, now: () => start });
    await storage.close();
  });
  afterAll(() => server.stop());

  keepsTheContract(
    {
      empty: async () => ({ kind: 'postgres', url: await server.createDatabase() }),
      fresh: async () => ({ kind: 'postgres', url: await server.createDatabase(withTables) }),
    },
    'first',
  );
});
