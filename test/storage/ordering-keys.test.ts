import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { AuditEntry } from '../../src/helpdesk/audit.js';
import type { Message } from '../../src/helpdesk/ports.js';
import { openDatabase, type Storage } from '../../src/storage/open-database.js';
import { aCleanUp } from '../support/views-of-clean-ups.js';
import { anIncident } from '../support/views-of-incidents.js';
import { startPostgres, type RealPostgres } from '../support/real-postgres.js';
import { aSession, aTicket, ada, ben, ticketCard, toAda } from '../contracts/storage/samples.js';

const at = '2026-03-09T09:00:00.000Z';
const anEntry: AuditEntry = { actorId: ada.id, action: 'ticket:claim', objectIds: [], result: 'done', at };
const to = (orderingKey: string): Message => ({ orderingKey, outgoing: toAda });

let server: RealPostgres | undefined;
let url: string;
let one: Storage;
let other: Storage;
/** Holds a row that is not theirs to wait for, so that a transaction of theirs stays open. */
let holder: pg.Client;
/** Looks on: within a transaction PostgreSQL would show it one moment only. */
let watcher: pg.Client;

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server?.stop());
beforeEach(async () => {
  url = await server!.createDatabase();
  [one, other] = [await opened(), await opened()];
  [holder, watcher] = [new pg.Client({ connectionString: url }), new pg.Client({ connectionString: url })];
  await Promise.all([holder.connect(), watcher.connect()]);
});
afterEach(async () => {
  await Promise.all([holder.end(), watcher.end()]);
  await Promise.all([one.close(), other.close()]);
});

function opened(): Promise<Storage> {
  return openDatabase({ kind: 'postgres', url }, { tenantId: 'contoso', now: () => 0 });
}

async function waiting(): Promise<number> {
  const { rows } = await watcher.query(
    "select count(*)::int as waiting from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
  );
  return (rows as { waiting: number }[])[0]!.waiting;
}

/** Resolves when so many transactions wait for a lock. */
async function untilWaiting(count: number): Promise<void> {
  while ((await waiting()) < count) await delay(5);
}

/**
 * A ticket is saved, with messages to the lanes, and stays uncommitted until the promised function is called: what it writes last is a
 * row that the holder has written before and not committed.
 */
async function heldOpen(
  lanes: readonly string[],
): Promise<{ readonly saving: Promise<unknown>; letGo(): Promise<void> }> {
  const { ticket } = await one.tickets.open(
    { idempotencyKey: `held ${lanes.join()}`, ticket: aTicket({ requester: ben, sessionId: 'held' }) },
    () => [],
  );
  await one.sessions.insert(ben.id, { ...aSession('held'), readings: [{ text: 'pasted' }] as never });
  await holder.query('begin');
  await holder.query("select * from sessions where session_id = 'held' for update");
  // The end of a ticket takes its walk's pastes away, after everything else.
  const saving = one.tickets.save({ ...ticket, state: 'closed' }, 1, lanes.map(to), { audit: anEntry });
  await untilWaiting(1);
  return { saving, letGo: async () => void (await holder.query('rollback')) };
}

it('a transaction that has written, and is not over, keeps nobody from writing but to its own lanes', async () => {
  const { saving, letGo } = await heldOpen(['lane-a', 'lane-b']);
  await other.sessions.insert(ada.id, aSession('one'));
  await other.audit.record(anEntry);
  await other.outbox.add('lane-c', toAda);
  await other.tickets.open({ idempotencyKey: 'another', ticket: aTicket() }, ({ number }) => [
    { orderingKey: `ticket:${number}`, outgoing: ticketCard(number) },
  ]);
  const { number: _none, ...wanted } = aCleanUp();
  const { cleanUp, version } = await other.cleanUps.add(
    wanted,
    () => [to('person:ada')],
    () => [anEntry],
  );
  expect(await other.cleanUps.saveCounted(cleanUp, version, { now: 0, since: 0, most: 1 })).toMatchObject({
    version: 2,
  });
  await other.incidents.draft(anIncident());
  await other.ready();

  const behind = other.outbox.add('lane-b', toAda);
  await untilWaiting(2);
  await letGo();
  await Promise.all([saving, behind]);
});

it('messages of a lane appear in the order of their numbers', async () => {
  const { saving, letGo } = await heldOpen(['lane']);
  const behind = [1, 2, 3].map(() => other.outbox.add('lane', toAda));
  await untilWaiting(4);
  expect(await other.outbox.take(0, 1, 10), 'none is visible before the first').toEqual([]);
  await letGo();
  await Promise.all([saving, ...behind]);
  const { rows } = await watcher.query(
    "select id, xmin::text::bigint as written from outbox where lane = 'lane' order by id",
  );
  const written = (rows as { written: string }[]).map((row) => Number(row.written));
  expect(written).toHaveLength(4);
  expect(written).toEqual(written.toSorted((a, b) => a - b));
});

it('transactions that write the same lanes in any order do not block each other for good', async () => {
  const lanes = ['a', 'b', 'c', 'd', 'e', 'f'];
  const rounds = Array.from({ length: 24 }, (_, round) => [
    ...lanes.slice(round % 6),
    ...lanes.slice(0, round % 6),
  ]).map((each, round) => (round % 2 ? each : each.toReversed()));
  const saved = await Promise.all(
    rounds.map(async (each, round) => {
      const storage = round % 2 ? one : other;
      const { ticket } = await storage.tickets.open({ idempotencyKey: `${round}`, ticket: aTicket() }, () =>
        each.map(to),
      );
      return storage.tickets.save({ ...ticket, state: 'claimed' }, 1, each.toReversed().map(to));
    }),
  );
  expect(saved.every(({ kind }) => kind === 'written')).toBe(true);
  expect((await one.outbox.take(0, 1, 10)).map(({ orderingKey }) => orderingKey).toSorted()).toEqual(lanes);
});

it('the same request, handed over by several at once, waits for the first and opens one ticket', async () => {
  const all = await Promise.all(
    Array.from({ length: 12 }, (_, nth) =>
      [one, other][nth % 2]!.tickets.open({ idempotencyKey: 'same', ticket: aTicket() }, ({ number }) => [
        { orderingKey: 'lane', outgoing: ticketCard(number) },
      ]),
    ),
  );
  expect(new Set(all.map(({ ticket }) => ticket.number)).size).toBe(1);
  expect(all.filter(({ created }) => created)).toHaveLength(1);
  expect(await one.outbox.take(0, 1, 10)).toHaveLength(1);
});

it('what every activity tells and is known already waits for nobody', async () => {
  const conversation = { conversationId: 'a:1', serviceUrl: 'https://teams.example/', reference: '{}' };
  const tell = async (): Promise<void> => {
    await other.conversations.rememberServiceUrl(conversation.serviceUrl);
    await other.conversations.rememberPerson(ada.id, conversation);
  };
  await tell();
  await holder.query('begin');
  await holder.query('select * from settings, conversations for update');
  await tell();
  expect(await waiting()).toBe(0);
  await holder.query('rollback');
});
