import { describe, expect, it } from 'vitest';
import { moveTicket } from '../../../src/helpdesk/move-ticket.js';
import type { Party, Ticket, TicketMove, TicketState } from '../../../src/helpdesk/ticket.js';
import type { Storage } from '../../../src/storage/open-database.js';
import { aTicket, ada, ben, helper, nobody } from './samples.js';
import { day, rigFor, start, type FreshDatabase } from './rig.js';

const at = new Date(start).toISOString();
const cause = { id: 'device-limit', title: { en: 'The limit' } };

/** Everything that can be written in a ticket: who wrote what. */
const said: readonly (TicketMove & { readonly text?: string })[] = [
  { kind: 'opened', by: ada, at },
  { kind: 'commented', by: ada, at, text: 'comment of ada' },
  { kind: 'claimed', by: helper, at },
  { kind: 'noted', by: helper, at, text: 'note of helper' },
  { kind: 'replied', by: helper, at, text: 'reply of helper', waits: true, told: true },
  { kind: 'assigned', by: helper, to: ben, at },
  { kind: 'noted', by: ben, at, text: 'note of ben' },
  { kind: 'resolved', by: ben, at, cause, text: 'resolution of ben' },
  { kind: 'reopened', by: ada, at, text: 'reopening of ada' },
  { kind: 'resolved', by: ben, at, cause, text: 'again by ben' },
];

async function written({ tickets }: Storage, state: TicketState, key = 'key'): Promise<number> {
  const { report } = aTicket();
  const ticket = aTicket({
    state,
    claimedBy: ben,
    moves: said,
    report: {
      ...report,
      ...(state !== 'closed' && { paste: 'paste of ada' }),
      pc: { objectId: 'object-of-pc', name: 'ADAS-PC' },
    },
    ...(state === 'resolved' && { closesAt: new Date(start + 7 * day).toISOString() }),
  });
  return (await tickets.open({ idempotencyKey: key, ticket }, () => [])).ticket.number;
}

async function ticketOf({ tickets }: Storage, number: number): Promise<Ticket> {
  return (await tickets.find(number))!.ticket;
}

const texts = ({ moves }: Ticket) => moves.flatMap((move) => ('text' in move && move.text ? [move.text] : []));
const parties = ({ moves }: Ticket) => [
  ...new Set(
    moves.flatMap((move): Party[] => (move.kind === 'assigned' ? [move.by, move.to] : [move.by])).map(({ id }) => id),
  ),
];

export function forgetsInTickets(fresh: FreshDatabase): void {
  describe('the life of a ticket, when', () => {
    const rig = rigFor(fresh);

    it.each(['closed', 'resolved'] as const)(
      'its person is forgotten while it is %s, loses them and all that was written',
      async (state) => {
        const storage = await rig.open();
        const number = await written(storage, state);
        expect((await storage.personalData.forget(ada.id)).openTickets).toEqual([]);
        const after = await ticketOf(storage, number);
        expect(after).toMatchObject({ state: 'closed', requester: nobody, claimedBy: ben });
        expect(texts(after)).toEqual([]);
        expect(parties(after).toSorted()).toEqual(['', ben.id, helper.id].toSorted());
        expect(after.moves.find(({ kind }) => kind === 'resolved')).toMatchObject({ cause });
        expect(JSON.stringify(after)).not.toMatch(/ada|paste|object-of-pc/i);
        expect((await storage.tickets.ofRequester(ada.id, 0, 10)).total).toBe(0);
      },
    );

    it('its person is forgotten while it is resolved, ends: it neither closes by itself later nor moves any more', async () => {
      const storage = await rig.open();
      const number = await written(storage, 'resolved');
      await storage.personalData.forget(ada.id);
      const after = await ticketOf(storage, number);
      expect(after.closesAt).toBeUndefined();
      expect(after.moves.at(-1), 'the record says so').toEqual({ kind: 'closed', by: nobody, at });
      expect(await storage.tickets.due('close', start + 30 * day, 10)).toEqual([]);
      expect(moveTicket(after, { kind: 'reopen', text: '' }, { role: 'helpdesk', by: helper, at })).toEqual({
        kind: 'refused',
        possible: [],
      });
      rig.now = start + 2 * day;
      expect((await storage.personalData.expire(start + day)).tickets, 'it has ended then').toBe(1);
      expect(parties(await ticketOf(storage, number))).toEqual(['']);
    });

    it.each(['closed', 'resolved'] as const)(
      'who assigned it is forgotten while it is %s, loses them and what they wrote',
      async (state) => {
        const storage = await rig.open();
        const number = await written(storage, state);
        await storage.personalData.forget(helper.id);
        const after = await ticketOf(storage, number);
        expect(after).toMatchObject({ state, requester: ada, claimedBy: ben });
        expect(texts(after)).toEqual([
          'comment of ada',
          'note of ben',
          'resolution of ben',
          'reopening of ada',
          'again by ben',
        ]);
        expect(after.moves[5]).toMatchObject({ kind: 'assigned', by: nobody, to: ben });
        expect(JSON.stringify(after)).not.toContain(helper.id);
      },
    );

    it('to whom it was assigned is forgotten, loses them there too', async () => {
      const storage = await rig.open();
      const number = await written(storage, 'closed');
      await storage.personalData.forget(ben.id);
      const after = await ticketOf(storage, number);
      expect(after).toMatchObject({ claimedBy: nobody });
      expect(after.moves[5]).toMatchObject({ kind: 'assigned', by: helper, to: nobody });
      expect(texts(after)).toEqual(['comment of ada', 'note of helper', 'reply of helper', 'reopening of ada']);
      expect(JSON.stringify(after)).not.toMatch(/ben/i);
      expect((await storage.tickets.list({ kind: 'mine', personId: ben.id }, 0, 10)).total).toBe(0);
    });

    it.each(['open', 'claimed', 'waiting'] as const)(
      'they are forgotten while it is %s, goes on and loses them when it ends',
      async (state) => {
        const storage = await rig.open();
        const number = await written(storage, state);
        expect((await storage.personalData.forget(ada.id)).openTickets).toEqual([number]);
        expect((await storage.personalData.forget(ben.id)).openTickets).toEqual([number]);
        const going = await ticketOf(storage, number);
        expect(texts(going)).toHaveLength(7);
        await storage.tickets.save(
          { ...going, state: 'resolved', closesAt: new Date(start + 7 * day).toISOString() },
          1,
          [],
        );
        expect(await ticketOf(storage, number)).toMatchObject({ state: 'resolved', requester: ada });
        const { paste: _gone, ...report } = going.report;
        await storage.tickets.save({ ...going, report, state: 'closed' }, 2, []);
        const ended = await ticketOf(storage, number);
        expect(ended).toMatchObject({ state: 'closed', requester: nobody, claimedBy: nobody });
        expect(texts(ended)).toEqual([]);
        expect(parties(ended).toSorted()).toEqual(['', helper.id]);
      },
    );

    it('it withdraws and its person was forgotten, loses them as well', async () => {
      const storage = await rig.open();
      const number = await written(storage, 'open');
      await storage.personalData.forget(ada.id);
      const going = await ticketOf(storage, number);
      const saved = await storage.tickets.save({ ...going, state: 'withdrawn' }, 1, []);
      expect(saved).toMatchObject({ kind: 'written', value: { requester: nobody, state: 'withdrawn' } });
      expect(JSON.stringify(await ticketOf(storage, number))).not.toMatch(/ada|paste/i);
    });
  });
}
