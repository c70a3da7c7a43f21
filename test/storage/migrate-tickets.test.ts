import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Migrator, type Kysely } from 'kysely';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Outgoing } from '../../src/helpdesk/ports.js';
import { nobody, type Ticket } from '../../src/helpdesk/ticket.js';
import { firstTables } from '../../src/storage/migrations/001-first-tables.js';
import { pcLookUps } from '../../src/storage/migrations/002-pc-look-ups.js';
import { openDatabase, type Storage } from '../../src/storage/open-database.js';
import { openSqlite } from '../../src/storage/sqlite.js';
import { sent } from '../contracts/storage/rig.js';
import { aTicket, ada, ben, helper, ticketCard } from '../contracts/storage/samples.js';

const day = 24 * 60 * 60_000;
const resolvedAt = Date.UTC(2026, 2, 10, 12);
const iso = (time: number) => new Date(time).toISOString();

/** The tables as they were, as far as tickets need them. */
interface Before {
  readonly tickets: {
    readonly tenant_id: string;
    readonly number: number;
    readonly idempotency_key: string;
    readonly state: string;
    readonly body: string;
    readonly version: number;
    readonly card_conversation_id: string | null;
    readonly card_activity_id: string | null;
    readonly resolved_at: number | null;
  };
  readonly ticket_people: {
    readonly tenant_id: string;
    readonly person_id: string;
    readonly number: number;
    readonly forgotten: number;
  };
  readonly counters: { readonly tenant_id: string; readonly name: string; readonly value: number };
  readonly outbox: {
    readonly tenant_id: string;
    readonly id: number;
    readonly lane: string;
    readonly state: string;
    readonly body: string;
    readonly attempts: number;
    readonly uncertain: number;
    readonly since: number;
    readonly written_at: number;
  };
}

const resolution = { kind: 'resolved', by: helper, at: iso(resolvedAt) } as const;

const open: Ticket = { ...aTicket(), number: 1001 };
const claimed: Ticket = { ...aTicket({ requester: ben, claimedBy: helper, state: 'claimed' }), number: 1002 };
const resolved: Ticket = {
  ...aTicket({
    claimedBy: helper,
    state: 'resolved',
    moves: [...aTicket().moves, resolution],
    updatedAt: iso(resolvedAt),
  }),
  number: 1003,
};
const anonymous: Ticket = { ...resolved, requester: nobody, claimedBy: nobody, moves: [], number: 1004 };

describe('a database of before tickets had a whole life', () => {
  let storage: Storage;
  beforeEach(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'join-assistant-sqlite-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, 'a.db');
    const old = await openSqlite(path);
    const migrations = { '001-first-tables': firstTables, '002-pc-look-ups': pcLookUps };
    const { error } = await new Migrator({
      db: old,
      provider: { getMigrations: async () => migrations },
    }).migrateToLatest();
    expect(error).toBeUndefined();
    await fill(old as unknown as Kysely<Before>);
    await old.destroy();
    storage = await openDatabase({ kind: 'sqlite', path }, { tenantId: 'contoso', now: () => resolvedAt + day });
    onTestFinished(() => storage.close());
  });

  async function fill(db: Kysely<Before>): Promise<void> {
    for (const ticket of [open, claimed, resolved, anonymous]) {
      const { number, state } = ticket;
      await db
        .insertInto('tickets')
        .values({
          tenant_id: 'contoso',
          number,
          idempotency_key: `session:${number}`,
          state,
          body: JSON.stringify(ticket),
          version: 3,
          card_conversation_id: '19:channel;messageid=1',
          card_activity_id: `${number}`,
          resolved_at: state === 'resolved' ? resolvedAt : null,
        })
        .execute();
      for (const person of [ticket.requester, ticket.claimedBy]) {
        if (!person?.id) continue;
        await db
          .insertInto('ticket_people')
          .values({ tenant_id: 'contoso', person_id: person.id, number, forgotten: 0 })
          .execute();
      }
    }
    const waiting: readonly Outgoing[] = [ticketCard(1001), ticketCard(1002)];
    for (const [index, outgoing] of waiting.entries()) {
      const row = {
        tenant_id: 'contoso',
        id: index + 1,
        lane: 'helpdesk',
        state: 'waiting',
        body: JSON.stringify(outgoing),
      };
      await db
        .insertInto('outbox')
        .values({ ...row, attempts: 0, uncertain: 0, since: 0, written_at: 0 })
        .execute();
    }
    for (const [name, value] of [
      ['ticket', 1004],
      ['message', 2],
    ] as const) {
      await db.insertInto('counters').values({ tenant_id: 'contoso', name, value }).execute();
    }
  }

  const found = async (number: number) => (await storage.tickets.find(number))!;

  it('keeps what is open and claimed as it was, with version and card', async () => {
    expect(await found(1001)).toEqual({
      ticket: open,
      version: 3,
      card: { conversationId: '19:channel;messageid=1', activityId: '1001' },
    });
    expect((await found(1002)).ticket).toEqual(claimed);
  });

  it('finds them by person, by state and by age', async () => {
    const numbers = ({ tickets }: { tickets: readonly Ticket[] }) => tickets.map(({ number }) => number);
    expect(numbers(await storage.tickets.list({ kind: 'open' }, 0, 10))).toEqual([1001, 1002]);
    expect(numbers(await storage.tickets.list({ kind: 'unassigned' }, 0, 10))).toEqual([1001]);
    expect(numbers(await storage.tickets.list({ kind: 'mine', personId: helper.id }, 0, 10))).toEqual([1002]);
    expect(numbers(await storage.tickets.list({ kind: 'older', than: Date.parse(open.createdAt) + 1 }, 0, 10))).toEqual(
      [1001, 1002],
    );
    expect(numbers(await storage.tickets.ofRequester(ada.id, 0, 10))).toEqual([1003, 1001]);
    expect(await storage.tickets.digest(resolvedAt, resolvedAt + 1, 5)).toMatchObject({
      open: 2,
      unclaimed: 1,
      oldest: [{ number: 1001 }, { number: 1002, claimedBy: 'Helper' }],
    });
  });

  it('has what was resolved as ended then, and reminds of nothing that old', async () => {
    expect((await found(1003)).ticket).toEqual({ ...resolved, state: 'closed' });
    expect((await found(1004)).ticket).toEqual({ ...anonymous, state: 'closed' });
    for (const what of ['close', 'remind'] as const)
      expect(await storage.tickets.due(what, resolvedAt + 365 * day, 10)).toEqual([]);
    expect((await storage.personalData.expire(resolvedAt)).tickets).toBe(0);
    expect((await storage.personalData.expire(resolvedAt + 1)).tickets).toBe(1);
    expect((await found(1003)).ticket.requester).toEqual(nobody);
  });

  it('forgets the people in them like those of today', async () => {
    expect((await storage.personalData.forget(ada.id)).openTickets).toEqual([1001]);
    expect((await found(1003)).ticket).toMatchObject({ state: 'closed', requester: nobody, claimedBy: helper });
    expect((await storage.tickets.ofRequester(ada.id, 0, 10)).total).toBe(1);
  });

  it('still has the messages that were waiting, and goes on counting', async () => {
    expect(await sent(storage, resolvedAt)).toMatchObject(
      [1001, 1002].map((number) => ({ orderingKey: `ticket:${number}`, outgoing: ticketCard(number) })),
    );
    expect(
      (await storage.tickets.open({ idempotencyKey: 'session:1001', ticket: aTicket() }, () => [])).ticket.number,
    ).toBe(1001);
    expect((await storage.tickets.open({ idempotencyKey: 'new', ticket: aTicket() }, () => [])).ticket.number).toBe(
      1005,
    );
  });
});
