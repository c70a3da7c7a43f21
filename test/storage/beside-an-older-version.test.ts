import { setTimeout as delay } from 'node:timers/promises';
import { Migrator, type Migration } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest';
import { firstTables } from '../../src/storage/migrations/001-first-tables.js';
import { pcLookUps } from '../../src/storage/migrations/002-pc-look-ups.js';
import { ticketLife } from '../../src/storage/migrations/003-ticket-life.js';
import { auditAppendOnly } from '../../src/storage/migrations/004-audit-append-only.js';
import { reports } from '../../src/storage/migrations/005-reports.js';
import { walkNumbers } from '../../src/storage/migrations/006-walk-numbers.js';
import { incidents } from '../../src/storage/migrations/007-incidents.js';
import { cleanUps } from '../../src/storage/migrations/008-clean-ups.js';
import { openDatabase, type Storage } from '../../src/storage/open-database.js';
import { openPostgres } from '../../src/storage/postgres.js';
import { aSession, aTicket, ada, toAda } from '../contracts/storage/samples.js';
import { startPostgres, type RealPostgres } from '../support/real-postgres.js';

/** As the version before had them. */
const migrations: Readonly<Record<string, Migration>> = {
  '001-first-tables': firstTables,
  '002-pc-look-ups': pcLookUps,
  '003-ticket-life': ticketLife,
  '004-audit-append-only': auditAppendOnly,
  '005-reports': reports,
  '006-walk-numbers': walkNumbers,
  '007-incidents': incidents,
  '008-clean-ups': cleanUps,
};

const firstValues = { session: 1, ticket: 1001, message: 1, audit: 1, cleanUp: 1, incident: 1, directoryWrite: 1 };
type Name = keyof typeof firstValues;

let server: RealPostgres | undefined;
let url: string;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server?.stop());
beforeEach(async () => {
  url = await server!.createDatabase();
  const db = await openPostgres(url, { onLost: () => undefined });
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
  }).migrateToLatest();
  await db.destroy();
  expect(error).toBeUndefined();
});

/** An instance of the version before, with the statements that it sends. */
class Older {
  readonly client = new pg.Client({ connectionString: url });

  static async start(): Promise<Older> {
    const older = new Older();
    await older.client.connect();
    onTestFinished(() => older.client.end());
    return older;
  }

  async nextNumber(name: Name, tenantId = 'contoso'): Promise<number> {
    const { rows } = await this.client.query(
      'insert into "counters" ("tenant_id", "name", "value") values ($1, $2, $3) on conflict ("tenant_id", "name") do update set "value" = "counters"."value" + $4 returning "value"',
      [tenantId, name, firstValues[name], 1],
    );
    return Number((rows as { value: string }[])[0]!.value);
  }

  async writeMessage(lane: string): Promise<number> {
    await this.client.query('begin');
    const id = await this.nextNumber('message');
    await this.client.query(
      'insert into "outbox" ("tenant_id", "id", "lane", "state", "body", "attempts", "uncertain", "since", "written_at", "reason", "person_id", "conversation_id") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)',
      ['contoso', id, lane, 'waiting', JSON.stringify(toAda), 0, 0, 0, 0, null, ada.id, null],
    );
    await this.client.query('commit');
    return id;
  }
}

async function newer(tenantId = 'contoso'): Promise<Storage> {
  const storage = await openDatabase({ kind: 'postgres', url }, { tenantId, now: () => 0 });
  onTestFinished(() => storage.close());
  return storage;
}

async function openTicket(storage: Storage, idempotencyKey: string): Promise<number> {
  return (await storage.tickets.open({ idempotencyKey, ticket: aTicket() }, () => [])).ticket.number;
}

it('goes on where the older one was, also when that had begun and was not done', async () => {
  const older = await Older.start();
  for (const name of Object.keys(firstValues) as Name[]) await older.nextNumber(name);
  await older.client.query('begin');
  expect(await older.nextNumber('ticket')).toBe(1002);
  const starting = newer();
  const watcher = await Older.start();
  for (let waits = 0; waits === 0; await delay(5)) {
    waits =
      (await watcher.client.query("select 1 from pg_locks where relation = 'counters'::regclass and not granted"))
        .rowCount ?? 0;
  }
  await older.client.query('commit');
  const storage = await starting;
  expect(await openTicket(storage, 'a')).toBe(1003);
  expect(await older.nextNumber('ticket')).toBeGreaterThan(1003);
});

it('starts above what the tables hold, whatever the counter says', async () => {
  const older = await Older.start();
  await older.writeMessage('lane');
  await older.client.query('update counters set value = 0');
  await older.client.query('update outbox set id = 77');
  const storage = await newer();
  await storage.outbox.add('lane', toAda);
  expect((await older.client.query('select id from outbox order by id')).rows).toEqual([{ id: '77' }, { id: '78' }]);
});

it('never gives a number that the older one gave, nor the other way round, and what comes later has a higher one', async () => {
  const [older, storage] = [await Older.start(), await newer()];
  const tickets: number[] = [];
  for (let round = 0; round < 30; round += 1) {
    tickets.push(round % 3 === 1 ? await older.nextNumber('ticket') : await openTicket(storage, `${round}`));
    if (round % 2) await older.writeMessage('lane');
    else await storage.outbox.add('lane', toAda);
    await storage.sessions.insert(ada.id, aSession(`${round}`));
    await older.nextNumber('session');
  }
  expect(tickets[0]).toBe(1001);
  expect(tickets).toEqual([...new Set(tickets)].toSorted((one, other) => one - other));
  const messages = (await older.client.query('select id, person_id from outbox order by id')).rows;
  expect(messages).toHaveLength(30);
});

it('and the older one write side by side, without waiting for each other for good', async () => {
  const olders = [await Older.start(), await Older.start(), await Older.start()];
  const newers = await Promise.all([newer(), newer(), newer()]);
  const ids: number[] = [];
  await Promise.all([
    ...olders.map(async (older) => {
      for (let round = 0; round < 25; round += 1) ids.push(await older.writeMessage(`lane ${round % 4}`));
    }),
    ...newers.map(async (storage, nth) => {
      for (let round = 0; round < 25; round += 1) {
        await storage.tickets.open({ idempotencyKey: `${nth} ${round}`, ticket: aTicket() }, () => [
          { orderingKey: `lane ${round % 4}`, outgoing: toAda },
          { orderingKey: `lane ${(round + 1) % 4}`, outgoing: toAda },
        ]);
      }
    }),
  ]);
  expect(new Set(ids).size).toBe(75);
  const { rows } = await olders[0]!.client.query(
    'select count(*)::int as all, count(distinct id)::int as different from outbox',
  );
  expect(rows).toEqual([{ all: 225, different: 225 }]);
});

it('leaves a tenant that it does not serve to count as before', async () => {
  const older = await Older.start();
  await newer();
  expect([await older.nextNumber('ticket', 'fabrikam'), await older.nextNumber('ticket', 'fabrikam')]).toEqual([
    1001, 1002,
  ]);
  expect(await openTicket(await newer('fabrikam'), 'a')).toBe(1003);
  expect(await older.nextNumber('ticket', 'fabrikam')).toBeGreaterThan(1003);
});
