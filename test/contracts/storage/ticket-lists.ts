import { describe, expect, it } from 'vitest';
import type { TicketFilter } from '../../../src/helpdesk/ports.js';
import type { Party, Ticket, TicketState } from '../../../src/helpdesk/ticket.js';
import type { Storage } from '../../../src/storage/open-database.js';
import { aTicket, ada, ben, helper } from './samples.js';
import { day, fabrikam, minute, rigFor, start, type FreshDatabase } from './rig.js';

const iso = (time: number) => new Date(time).toISOString();

/** A ticket opened so many minutes after the start. */
function opened(minutes: number, changes: Partial<Omit<Ticket, 'number'>> = {}): Omit<Ticket, 'number'> {
  return aTicket({ createdAt: iso(start + minutes * minute), updatedAt: iso(start + minutes * minute), ...changes });
}

const inState = (state: TicketState, claimedBy?: Party): Partial<Ticket> => ({
  state,
  ...(claimedBy && { claimedBy }),
});

/** Opened under a name each, in this order. */
async function openAll(
  { tickets }: Storage,
  all: Readonly<Record<string, Omit<Ticket, 'number'>>>,
): Promise<Map<number, string>> {
  const names = new Map<number, string>();
  for (const [name, ticket] of Object.entries(all))
    names.set((await tickets.open({ idempotencyKey: name, ticket }, () => [])).ticket.number, name);
  return names;
}

const everyKind = {
  old: opened(0),
  late: opened(50),
  urgent: opened(40, { severity: 'urgent' }),
  claimed: opened(10, inState('claimed', helper)),
  waiting: opened(20, inState('waiting', ben)),
  resolved: opened(5, inState('resolved', helper)),
  closed: opened(6, inState('closed', helper)),
  withdrawn: opened(7, inState('withdrawn')),
};

export function listsTickets(fresh: FreshDatabase): void {
  describe('lists of tickets', () => {
    const rig = rigFor(fresh);

    it.each<[TicketFilter, readonly string[]]>([
      [{ kind: 'open' }, ['urgent', 'old', 'claimed', 'waiting', 'late']],
      [{ kind: 'unassigned' }, ['urgent', 'old', 'late']],
      [{ kind: 'mine', personId: helper.id }, ['claimed']],
      [{ kind: 'mine', personId: ada.id }, []],
      [{ kind: 'older', than: start + 20 * minute }, ['old', 'claimed']],
    ])('show by %j the urgent ones first, then the oldest', async (filter, expected) => {
      const storage = await rig.open();
      const there = await rig.open(fabrikam);
      await openAll(there, { elsewhere: opened(0, inState('claimed', helper)) });
      const names = await openAll(storage, everyKind);
      const { tickets, total } = await storage.tickets.list(filter, 0, 10);
      expect(tickets.map(({ number }) => names.get(number))).toEqual(expected);
      expect(total).toBe(expected.length);
    });

    it('have pages that leave none out, and follow what is saved', async () => {
      const storage = await rig.open();
      const names = await openAll(
        storage,
        Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`${index}`, opened(0)])),
      );
      const page = async (index: number) => {
        const { tickets, total } = await storage.tickets.list({ kind: 'unassigned' }, index, 3);
        return { shown: tickets.map(({ number }) => names.get(number)).join(''), total };
      };
      expect([await page(0), await page(1), await page(2), await page(3)]).toEqual(
        ['012', '345', '6', ''].map((shown) => ({ shown, total: 7 })),
      );
      const [first] = [...names.keys()];
      const { ticket, version } = (await storage.tickets.find(first!))!;
      await storage.tickets.save({ ...ticket, ...inState('claimed', helper) }, version, []);
      expect(await page(0)).toEqual({ shown: '123', total: 6 });
    });

    it('of a person show theirs alone, the newest first, in pages, ended ones too', async () => {
      const storage = await rig.open();
      const there = await rig.open(fabrikam);
      await openAll(there, { elsewhere: opened(0) });
      const names = await openAll(storage, {
        a: opened(9),
        b: opened(3, { requester: ben }),
        c: opened(1, inState('withdrawn')),
        d: opened(2),
      });
      const shown = async (index: number) =>
        (await storage.tickets.ofRequester(ada.id, index, 2)).tickets.map(({ number }) => names.get(number));
      expect([await shown(0), await shown(1), await shown(2)]).toEqual([['d', 'c'], ['a'], []]);
      expect((await storage.tickets.ofRequester(ada.id, 0, 2)).total).toBe(3);
    });

    it('of what waits for a person show theirs, the oldest first', async () => {
      const storage = await rig.open();
      const names = await openAll(storage, {
        first: opened(0, inState('waiting', helper)),
        claimed: opened(1, inState('claimed', helper)),
        second: opened(2, inState('waiting', helper)),
        bens: opened(3, { requester: ben, ...inState('waiting', helper) }),
      });
      expect((await storage.tickets.waitingFor(ada.id)).map(({ number }) => names.get(number))).toEqual([
        'first',
        'second',
      ]);
    });

    it('of what is due come with the version and the card, the longest due first', async () => {
      const storage = await rig.open();
      const there = await rig.open(fabrikam);
      const names = await openAll(storage, {
        later: opened(0, { remindAt: iso(start + 60 * minute) }),
        sooner: opened(1, { remindAt: iso(start + 15 * minute) }),
        never: opened(2),
        closing: opened(3, { ...inState('resolved', helper), closesAt: iso(start + day) }),
      });
      await openAll(there, { elsewhere: opened(0, { remindAt: iso(start) }) });
      const due = async (what: 'remind' | 'close', now: number, limit = 10) =>
        (await storage.tickets.due(what, now, limit)).map(({ ticket }) => names.get(ticket.number));
      expect(await due('remind', start + 15 * minute - 1)).toEqual([]);
      expect(await due('remind', start + 15 * minute)).toEqual(['sooner']);
      expect(await due('remind', start + day)).toEqual(['sooner', 'later']);
      expect(await due('remind', start + day, 1)).toEqual(['sooner']);
      expect(await due('close', start + day - 1)).toEqual([]);
      expect(await due('close', start + day)).toEqual(['closing']);

      const [number] = [...names].find(([, name]) => name === 'sooner')!;
      await storage.tickets.remember(number, { conversationId: '19:channel', activityId: '1' });
      const [found] = await storage.tickets.due('remind', start + day, 1);
      expect(found).toEqual(await storage.tickets.find(number));
      const { ticket, version } = found!;
      await storage.tickets.save({ ...ticket, remindAt: undefined }, version, []);
      expect(await due('remind', start + day)).toEqual(['later']);
    });
  });

  describe('the numbers of the digest', () => {
    const rig = rigFor(fresh);

    it('count what is open, what nobody has, and what was resolved in between', async () => {
      const storage = await rig.open();
      const there = await rig.open(fabrikam);
      const resolvedAt = (minutes: number, state: TicketState = 'resolved') =>
        opened(0, {
          ...inState(state, helper),
          moves: [{ kind: 'resolved', by: helper, at: iso(start + minutes * minute) }],
        });
      await openAll(there, { elsewhere: opened(0), resolvedElsewhere: resolvedAt(1) });
      const names = await openAll(storage, {
        ...everyKind,
        before: resolvedAt(-1),
        first: resolvedAt(0),
        closedSince: resolvedAt(59, 'closed'),
        after: resolvedAt(60),
        reopened: resolvedAt(30, 'open'),
      });
      const digest = await storage.tickets.digest(start, start + 60 * minute, 3);
      expect(digest).toMatchObject({ open: 6, unclaimed: 4, resolved: 2 });
      expect(
        digest.oldest.map(({ number, createdAt, claimedBy }) => [names.get(number), createdAt, claimedBy]),
      ).toEqual([
        ['old', iso(start), undefined],
        ['reopened', iso(start), 'Helper'],
        ['claimed', iso(start + 10 * minute), 'Helper'],
      ]);
    });

    it('are nothing when there is nothing', async () => {
      const { tickets } = await rig.open();
      expect(await tickets.digest(start, start + day, 3)).toEqual({ open: 0, unclaimed: 0, resolved: 0, oldest: [] });
    });
  });

  describe('what is saved with a ticket', () => {
    const rig = rigFor(fresh);
    const entry = {
      actorId: helper.id,
      action: 'ticket:claim',
      objectIds: ['1001'],
      result: 'done',
      at: iso(start),
    } as const;

    it('is its audit, in the same transaction: none without the change, no change without it', async () => {
      const storage = await rig.open();
      const { ticket } = await storage.tickets.open({ idempotencyKey: 'key', ticket: aTicket() }, () => []);
      expect(await storage.tickets.save(ticket, 9, [], { audit: entry })).toEqual({ kind: 'conflict' });
      expect(await storage.audit.since(0, 10)).toEqual([]);
      const unwritable = { ...entry, actorId: null as never };
      await expect(
        storage.tickets.save({ ...ticket, state: 'claimed' }, 1, [], { audit: unwritable }),
      ).rejects.toThrow();
      expect(await storage.tickets.find(ticket.number)).toMatchObject({ version: 1, ticket: { state: 'open' } });
      await storage.tickets.save({ ...ticket, state: 'claimed' }, 1, [], { audit: entry });
      expect(await storage.audit.since(0, 10)).toEqual([entry]);
    });

    it('is that its card is gone, unless somebody else was quicker', async () => {
      const storage = await rig.open();
      const { ticket } = await storage.tickets.open({ idempotencyKey: 'key', ticket: aTicket() }, () => []);
      const card = { conversationId: '19:channel', activityId: '1' };
      await storage.tickets.remember(ticket.number, card);
      await storage.tickets.save(ticket, 9, [], { cardIsGone: true });
      expect(await storage.tickets.find(ticket.number)).toMatchObject({ card });
      await storage.tickets.save(ticket, 1, []);
      expect(await storage.tickets.find(ticket.number)).toMatchObject({ card });
      await storage.tickets.save(ticket, 2, [], { cardIsGone: true });
      expect((await storage.tickets.find(ticket.number))?.card).toBeUndefined();
      const another = { conversationId: '19:other', activityId: '2' };
      await storage.tickets.remember(ticket.number, another);
      expect(await storage.tickets.find(ticket.number)).toMatchObject({ card: another });
    });
  });
}
