import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Kysely, sql } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { lentClients } from '../../src/storage/lent-clients.js';
import { openDatabase, type Storage } from '../../src/storage/open-database.js';
import { SteadyPostgresDialect } from '../../src/storage/postgres-dialect.js';
import { openPostgres } from '../../src/storage/postgres.js';
import type { Schema } from '../../src/storage/schema.js';
import { aSession, aTicket, ada, ticketCard, toAda } from '../contracts/storage/samples.js';
import { startPostgres, type RealPostgres } from '../support/real-postgres.js';

let server: RealPostgres | undefined;
let url: string;
/** Not one of those that are ended. */
let operator: pg.Client;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server?.stop());
beforeEach(async () => {
  url = await server!.createDatabase();
  operator = new pg.Client({ connectionString: url });
  operator.on('error', () => undefined);
  await operator.connect();
});
afterEach(() => operator.end());

async function terminateAll(): Promise<number> {
  const { rowCount } = await operator.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'device-join-assistant' and datname = current_database()",
  );
  return rowCount ?? 0;
}

async function opened(): Promise<{ readonly db: Kysely<Schema>; readonly lost: Error[] }> {
  const lost: Error[] = [];
  const db = await openPostgres(url, { onLost: (error) => lost.push(error) });
  onTestFinished(() => db.destroy());
  return { db, lost };
}

describe('a connection that the server ends', () => {
  it('between two statements of a transaction ends the transaction and nothing else', async () => {
    const { db, lost } = await opened();
    const work = db.transaction().execute(async (transaction) => {
      await sql`select 1`.execute(transaction);
      expect(await terminateAll()).toBe(1);
      while (lost.length === 0) await delay(5);
      await sql`select 2`.execute(transaction);
    });
    await expect(work).rejects.toThrow('terminating connection due to administrator command');
    expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
    expect(lost, 'told once').toHaveLength(1);
  });

  it('while a statement runs is told by that statement, also out of a transaction', async () => {
    const { db, lost } = await opened();
    const asleep = sql`select pg_sleep(20)`;
    const works = [asleep.execute(db), db.transaction().execute((transaction) => asleep.execute(transaction))].map(
      (work) => expect(work).rejects.toThrow('terminating connection due to administrator command'),
    );
    const sleeping = async () =>
      (
        await operator.query(
          "select 1 from pg_stat_activity where state = 'active' and wait_event = 'PgSleep' and datname = current_database()",
        )
      ).rowCount;
    while ((await sleeping()) !== 2) await delay(5);
    expect(await terminateAll()).toBe(2);
    await Promise.all(works);
    await sql`select 1`.execute(db);
    expect(lost).toHaveLength(2);
  });

  it('leaves what went wrong before as the error to tell', async () => {
    const { db, lost } = await opened();
    const work = db.transaction().execute(async (transaction) => {
      await sql`select 1`.execute(transaction);
      await terminateAll();
      while (lost.length === 0) await delay(5);
      throw new Error('a mistake of ours');
    });
    await expect(work).rejects.toThrow('a mistake of ours');
    await sql`select 1`.execute(db);
  });

  it('at the commit leaves nothing that counts as done', async () => {
    const { db, lost } = await opened();
    await sql`create table notes (note text)`.execute(db);
    const work = db.transaction().execute(async (transaction) => {
      await sql`insert into notes values ('perhaps')`.execute(transaction);
      await terminateAll();
      while (lost.length === 0) await delay(5);
      return 'done';
    });
    await expect(work).rejects.toThrow('terminating connection');
    expect((await sql`select * from notes`.execute(db)).rows).toEqual([]);
  });
});

it('a transaction in which a failure was overlooked is not taken for done', async () => {
  const { db, lost } = await opened();
  const work = db.transaction().execute(async (transaction) => {
    await sql`select 1 / 0`.execute(transaction).catch(() => undefined);
    return 'done';
  });
  await expect(work).rejects.toThrow('The transaction was taken back');
  await sql`select 1`.execute(db);
  expect(lost).toEqual([]);
});

/** A way to the server on which a test can stand. `answering` may change what the server says on the nth connection, counted from 1. */
async function throughADoor(answering: (chunk: Buffer, nth: number) => Buffer = (chunk) => chunk) {
  const sockets = new Set<Socket>();
  const count = { connections: 0 };
  const door = createServer((client) => {
    const nth = (count.connections += 1);
    const behind = connect(server!.port, '127.0.0.1');
    for (const socket of [client, behind]) sockets.add(socket.on('error', () => undefined));
    client.pipe(behind).on('data', (chunk: Buffer) => client.write(answering(chunk, nth)));
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const through = new URL(url);
  through.port = String((door.address() as AddressInfo).port);
  const lost: Error[] = [];
  const pool = new pg.Pool({ connectionString: through.href, max: 4 });
  const db = new Kysely<Schema>({
    dialect: new SteadyPostgresDialect(lentClients(pool, { statementMs: 300, onLost: (error) => lost.push(error) })),
  });
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    door.close();
    await db.destroy();
  });
  return {
    db,
    lost,
    count,
    fallSilent: () => sockets.forEach((socket) => socket.unpipe().removeAllListeners('data').pause()),
  };
}

it('a server that falls silent is waited for once, however many connections there are', async () => {
  const { db, lost, count, fallSilent } = await throughADoor();
  await Promise.all([1, 2, 3, 4].map(() => sql`select pg_sleep(0.1)`.execute(db)));
  expect(count.connections).toBe(4);
  fallSilent();
  await expect(db.transaction().execute((transaction) => sql`select 1`.execute(transaction))).rejects.toThrow(
    'No answer within 300 ms',
  );
  expect(lost).toHaveLength(1);
  // Of the other three none is tried.
  expect((await sql<{ two: number }>`select 2 as two`.execute(db)).rows).toEqual([{ two: 2 }]);
  expect(count.connections).toBe(5);
  expect(lost).toHaveLength(1);
});

it('a connection that is ended in the moment in which it is there is not used', async () => {
  const fields = ['SFATAL', 'VFATAL', 'C57P01', 'Mterminating connection due to administrator command', '']
    .map((field) => `${field}\0`)
    .join('');
  const ending = Buffer.concat([Buffer.from('E'), Buffer.alloc(4), Buffer.from(fields)]);
  ending.writeInt32BE(ending.length - 1, 1);
  const readyForQuery = Buffer.from('Z\0\0\0\u0005I');
  const { db, lost, count } = await throughADoor((chunk, nth) =>
    nth === 1 && chunk.includes(readyForQuery) ? Buffer.concat([chunk, ending]) : chunk,
  );
  expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  expect(count.connections).toBe(2);
  expect(lost).toHaveLength(1);
});

it('a server that takes no writes any more shows, and is left for the one that does', async () => {
  let now = 0;
  const storage = await openDatabase({ kind: 'postgres', url }, { tenantId: 'contoso', now: () => now });
  onTestFinished(() => storage.close());
  await storage.ready();
  const name = new URL(url).pathname.slice(1);
  // As on a standby: what connects from now on may only read.
  await operator.query(`alter database ${name} set default_transaction_read_only = on`);
  await terminateAll();
  for (now = 10_000; (await storage.preferences.load(ada.id).catch(() => undefined)) === undefined; now += 10_000);
  await expect(storage.ready()).rejects.toThrow('read-only');
  await operator.query('set default_transaction_read_only = off');
  await operator.query(`alter database ${name} reset default_transaction_read_only`);
  now += 10_000;
  await storage.ready();
  await storage.preferences.save(ada.id, { locale: 'de' });
});

/** What a press does, with what it writes: a walk, a message, and a ticket that is opened once, however often the press is repeated. */
async function press(storage: Storage, name: string, attempt: number): Promise<void> {
  await storage.sessions.insert(ada.id, aSession(`${name} ${attempt}`));
  await storage.tickets.open({ idempotencyKey: name, ticket: aTicket() }, ({ number }) => [
    { orderingKey: `ticket:${number}`, outgoing: ticketCard(number) },
  ]);
  await storage.outbox.add(`person:${name}`, toAda);
}

/** Presses one thing after the other, each until it is answered. */
async function pressOn(
  storage: Storage,
  name: string,
  until: () => boolean,
): Promise<{ readonly answered: number; readonly refused: number }> {
  let [answered, refused] = [0, 0];
  for (let attempt = 0; !until() || attempt > 0;) {
    try {
      await press(storage, `${name} ${answered}`, attempt);
      answered += 1;
      attempt = 0;
    } catch {
      refused += 1;
      attempt += 1;
      await delay(20);
    }
  }
  return { answered, refused };
}

async function threeInstances(): Promise<readonly Storage[]> {
  const storages = await Promise.all(
    [1, 2, 3].map(() => openDatabase({ kind: 'postgres', url }, { tenantId: 'contoso', now: Date.now })),
  );
  onTestFinished(async () => void (await Promise.all(storages.map((each) => each.close()))));
  return storages;
}

it('three instances live through connections that are ended twenty times under presses', async () => {
  const storages = await threeInstances();
  let over = false;
  const people = storages.flatMap((storage, instance) =>
    [1, 2, 3, 4].map((person) => pressOn(storage, `${instance}-${person}`, () => over)),
  );
  let ended = 0;
  for (let round = 0; round < 20; round += 1) {
    ended += await terminateAll();
    await delay(20);
  }
  over = true;
  const counts = await Promise.all(people);
  const sum = (what: 'answered' | 'refused') => counts.reduce((total, each) => total + each[what], 0);
  expect(ended).toBeGreaterThan(20);
  expect(sum('refused')).toBeGreaterThan(0);
  expect((await storages[0]!.tickets.list({ kind: 'open' }, 0, 1)).total, 'one ticket for each press').toBe(
    sum('answered'),
  );
  for (const storage of storages) await storage.ready();
});

it('three instances live through a server that is stopped and started again, and so does what was written', async () => {
  const storages = await threeInstances();
  await press(storages[0]!, 'before', 0);
  let over = false;
  const people = storages.map((storage, instance) => pressOn(storage, `${instance}`, () => over));
  await server!.interrupt();
  for (const storage of storages) {
    await expect(press(storage, 'meanwhile', 0)).rejects.toThrow();
    await expect(storage.ready()).rejects.toThrow();
  }
  await server!.resume();
  over = true;
  const counts = await Promise.all(people);
  const { ticket, created } = await storages[1]!.tickets.open(
    { idempotencyKey: 'before', ticket: aTicket() },
    () => [],
  );
  expect({ number: ticket.number, created }).toEqual({ number: 1001, created: false });
  expect((await storages[2]!.tickets.list({ kind: 'open' }, 0, 1)).total).toBe(
    counts.reduce((total, { answered }) => total + answered, 1),
  );
});
