import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openDatabase, type Storage } from '../../src/storage/open-database.js';
import { aTicket, ada, toAda } from '../contracts/storage/samples.js';
import { startPostgres, type RealPostgres } from '../support/real-postgres.js';

let server: RealPostgres | undefined;
let url: string;
let client: pg.Client;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server?.stop());
beforeEach(async () => {
  url = await (server as RealPostgres).createDatabase();
  client = new pg.Client({ connectionString: url });
  await client.connect();
  return () => client.end();
});

const open = (): Promise<Storage> => openDatabase({ kind: 'postgres', url }, { tenantId: 'contoso', now: () => 0 });
const opens = async (storage: Storage, idempotencyKey: string): Promise<number> =>
  (await storage.tickets.open({ idempotencyKey, ticket: aTicket() }, () => [])).ticket.number;

async function withTickets(...keys: readonly string[]): Promise<void> {
  const storage = await open();
  for (const key of keys) await opens(storage, key);
  await storage.outbox.add('lane', toAda);
  await storage.preferences.save(ada.id, { locale: 'de' });
  await storage.close();
}

it('sequences that are behind the tables, as after a copy of the tables alone, are moved on at the start', async () => {
  await withTickets('a', 'b', 'c');
  const { rows } = await client.query<{ sequencename: string }>('select sequencename from pg_sequences');
  expect(rows).toHaveLength(7);
  for (const { sequencename } of rows) await client.query(`alter sequence ${sequencename} restart`);
  const storage = await open();
  expect(await opens(storage, 'd')).toBe(1004);
  await storage.outbox.add('lane', toAda);
  await storage.close();
});

it('sequences that are ahead stay where they are', async () => {
  await withTickets('a');
  await client.query(
    "select nextval(sequencename::regclass), nextval(sequencename::regclass) from pg_sequences where sequencename like 'numbers_ticket%'",
  );
  const storage = await open();
  expect(await opens(storage, 'b')).toBe(1004);
  await storage.close();
});

it('tables of the version before, restored over the new ones, are brought up to date again', async () => {
  await withTickets('a');
  // What pg_restore --clean of a dump of before leaves: its own tables, and what it did not know, the function, the sequences, later tables.
  await client.query('drop trigger counters_follow_sequences on counters');
  await client.query('alter table outbox drop column refused_since');
  await client.query('drop index conversations_by_id');
  await client.query("delete from kysely_migration where name >= '009'");
  await client.query('update tickets set number = 1400');
  const storage = await open();
  expect(await opens(storage, 'b')).toBe(1401);
  await storage.close();
});

it('an account that may not read the sequences fails at the start, and not at the first message', async () => {
  await withTickets('a');
  await client.query("create role limited login password 'x'");
  await client.query('grant usage on schema public to limited');
  await client.query('grant select, insert, update, delete on all tables in schema public to limited');
  const limited = new URL(url);
  limited.username = 'limited';
  limited.password = 'x';
  const opening = openDatabase({ kind: 'postgres', url: limited.href }, { tenantId: 'contoso', now: () => 0 });
  await expect(opening).rejects.toThrow(/permission denied for sequence/);
});
