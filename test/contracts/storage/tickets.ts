import { describe, expect, it } from 'vitest';
import { ticketOrderingKey } from '../../../src/helpdesk/ordering-keys.js';
import type { Ticket } from '../../../src/helpdesk/ticket.js';
import type { Storage } from '../../../src/storage/open-database.js';
import { emptyForm } from '../../../src/troubleshooting/session.js';
import { aSession, aTicket, ada, ben, helper, nobody, closedBy, ticketCard, toAda } from './samples.js';
import { fabrikam, minute, rigFor, sent, type FreshDatabase } from './rig.js';

const withCard = ({ number }: { number: number }) => [{ orderingKey: 'channel', outgoing: ticketCard(number) }];

async function openOne(storage: Storage, key = 'key-1', ticket = aTicket()) {
  return (await storage.tickets.open({ idempotencyKey: key, ticket }, withCard)).ticket;
}

async function found(storage: Storage, number: number) {
  const result = await storage.tickets.find(number);
  if (result === undefined) throw new Error(`Ticket ${number} is not there.`);
  return result;
}

async function outgoing(storage: Storage, now: number) {
  return (await storage.outbox.take(now, minute, 100)).map((row) => row.outgoing);
}

export function keepsTickets(fresh: FreshDatabase): void {
  describe('tickets', () => {
    const rig = rigFor(fresh);

    it('are numbered from 1001, by tenant', async () => {
      const [here, there] = [await rig.open(), await rig.open(fabrikam)];
      expect((await openOne(here, 'a')).number).toBe(1001);
      const second = await openOne(here, 'b');
      expect(second.number).toBeGreaterThan(1001);
      expect((await openOne(there, 'a')).number).toBe(1001);
      expect(await there.tickets.find(second.number)).toBeUndefined();
    });

    it('are written with their messages, and found again', async () => {
      const storage = await rig.open();
      const { ticket, created } = await storage.tickets.open({ idempotencyKey: 'key', ticket: aTicket() }, withCard);
      expect(created).toBe(true);
      expect(ticket).toEqual({ ...aTicket(), number: 1001 });
      expect(await storage.tickets.find(1001)).toEqual({ ticket, version: 1, card: undefined });
      expect(await outgoing(storage, rig.now)).toEqual([ticketCard(1001)]);
    });

    it('are opened once, however often the button is pressed', async () => {
      const storages = [await rig.open(), await rig.open()];
      const presses = Array.from({ length: 20 }, (_, index) => storages[index % 2] as Storage);
      const results = await Promise.all(
        presses.map(({ tickets }) => tickets.open({ idempotencyKey: 'same', ticket: aTicket() }, withCard)),
      );
      expect(results.filter(({ created }) => created)).toHaveLength(1);
      expect(new Set(results.map(({ ticket }) => ticket.number)).size).toBe(1);
      const later = await storages[0]!.tickets.open(
        { idempotencyKey: 'same', ticket: aTicket({ locale: 'de' }) },
        withCard,
      );
      expect(later).toEqual({ ticket: results[0]?.ticket, created: false });
      expect(await found(storages[0]!, later.ticket.number)).toMatchObject({ version: 1 });
      expect(await outgoing(storages[0]!, rig.now)).toHaveLength(1);
    });

    it('take over what was edited before the button was pressed again, while nobody has claimed them', async () => {
      const storage = await rig.open();
      const first = await openOne(storage);
      await outgoing(storage, rig.now);
      const note = 'it says no, since Monday';
      const { report } = aTicket();
      const again = aTicket({
        report: { ...report, form: { ...report.form, note } },
        createdAt: 'later',
        updatedAt: 'later',
        moves: [],
      });
      const messages = ({ number, report: { form } }: Ticket) => [
        { orderingKey: form.note, outgoing: ticketCard(number) },
      ];
      const edited = await storage.tickets.open({ idempotencyKey: 'key-1', ticket: again }, messages);
      expect(edited).toEqual({ ticket: { ...first, report: again.report, updatedAt: 'later' }, created: false });
      expect(await found(storage, first.number)).toEqual({ ticket: edited.ticket, version: 2, card: undefined });
      expect(await storage.tickets.save(first, 1, [])).toEqual({ kind: 'conflict' });
      expect((await storage.outbox.take(rig.now, minute, 10)).map(({ orderingKey }) => orderingKey)).toEqual([note]);
    });

    it('stay as they are once the helpdesk works on them', async () => {
      const storage = await rig.open();
      const ticket = await openOne(storage);
      const claimed: Ticket = { ...ticket, state: 'claimed', claimedBy: helper };
      await storage.tickets.save(claimed, 1, []);
      await outgoing(storage, rig.now);
      const again = aTicket({ report: { ...ticket.report, outOfSupport: false } });
      expect(
        await storage.tickets.open({ idempotencyKey: 'key-1', ticket: again }, () => [
          { orderingKey: 'x', outgoing: toAda },
        ]),
      ).toEqual({ ticket: claimed, created: false });
      expect(await found(storage, ticket.number)).toMatchObject({ version: 2 });
      expect(await outgoing(storage, rig.now)).toEqual([]);
    });

    it('take over edits that come together one after the other', async () => {
      const storages = [await rig.open(), await rig.open()];
      const ticket = await openOne(storages[0]!);
      const edits = await Promise.all(
        Array.from({ length: 10 }, (_, index) => {
          const report = { ...ticket.report, form: { ...ticket.report.form, note: `edit ${index}` } };
          return storages[index % 2]!.tickets.open({ idempotencyKey: 'key-1', ticket: aTicket({ report }) }, withCard);
        }),
      );
      expect(new Set(edits.map((edit) => edit.ticket.number))).toEqual(new Set([ticket.number]));
      const { version, ticket: last } = await found(storages[0]!, ticket.number);
      expect(version).toBe(11);
      expect(edits.map((edit) => edit.ticket.report.form.note)).toContain(last.report.form.note);
      expect((await openOne(storages[0]!, 'next')).number, 'no number is lost').toBe(ticket.number + 1);
    });

    it('get different numbers when many are opened at once', async () => {
      const storages = [await rig.open(), await rig.open()];
      const tickets = await Promise.all(
        Array.from({ length: 20 }, (_, index) => openOne(storages[index % 2] as Storage, `key-${index}`)),
      );
      expect(new Set(tickets.map(({ number }) => number)).size).toBe(20);
    });

    it('are not opened when their messages cannot be made', async () => {
      const storage = await rig.open();
      const broken = storage.tickets.open({ idempotencyKey: 'key', ticket: aTicket() }, () => {
        throw new Error('no message');
      });
      await expect(broken).rejects.toThrow('no message');
      expect(await storage.tickets.find(1001)).toBeUndefined();
      expect((await storage.tickets.open({ idempotencyKey: 'key', ticket: aTicket() }, withCard)).created).toBe(true);
    });

    it('take the first of two changes, and only its messages', async () => {
      const storage = await rig.open();
      const ticket = await openOne(storage);
      const claims = await Promise.all(
        [ben, helper].map((by) =>
          storage.tickets.save({ ...ticket, state: 'claimed', claimedBy: by }, 1, [
            { orderingKey: by.id, outgoing: toAda },
          ]),
        ),
      );
      expect(claims.map(({ kind }) => kind).sort()).toEqual(['conflict', 'written']);
      const written = claims.find((claim) => claim.kind === 'written');
      expect(await found(storage, ticket.number)).toEqual({ ticket: written?.value, version: 2, card: undefined });
      const lanes = (await storage.outbox.take(rig.now, minute, 100)).map(({ orderingKey }) => orderingKey);
      expect(lanes).toEqual(['channel', written?.value.claimedBy?.id]);
    });

    it('that do not exist cannot be saved', async () => {
      const storage = await rig.open();
      expect(
        await storage.tickets.save({ ...aTicket(), number: 4711 }, 1, [{ orderingKey: 'x', outgoing: toAda }]),
      ).toEqual({
        kind: 'conflict',
      });
      expect(await outgoing(storage, rig.now)).toEqual([]);
    });

    it('are not found by numbers that cannot be', async () => {
      const { tickets } = await rig.open();
      for (const number of [0, -1, 1001.5, 1e20, Number.MAX_SAFE_INTEGER, Number.NaN, Number.POSITIVE_INFINITY]) {
        expect(await tickets.find(number), String(number)).toBeUndefined();
      }
    });

    it('take what was pasted along when they end, also from the walk that they came from', async () => {
      const storage = await rig.open();
      const reading = {
        at: '2026-03-09T09:00:00.000Z',
        kinds: [],
        findings: [],
        missing: [],
        pc: {},
        lookedUp: false,
        seen: 'code',
        text: 'the whole paste',
        sets: {},
        landed: true,
      };
      for (const id of ['session-1', 'another'])
        await storage.sessions.insert(ada.id, { ...aSession(id), readings: [reading] });
      const ticket = await openOne(storage);
      const pasted = async () => JSON.stringify(await storage.sessions.latest(ada.id));
      await storage.tickets.save({ ...ticket, sessionId: 'another', state: 'claimed', claimedBy: helper }, 1, []);
      expect(await pasted()).toContain('the whole paste');
      const before = (await storage.sessions.latest(ada.id))!;
      await storage.tickets.save(closedBy(helper, { ...ticket, sessionId: 'another' }), 2, []);
      expect(await pasted()).not.toContain('the whole paste');
      expect(await pasted()).toContain('"seen":"code"');
      expect(
        await storage.sessions.save(ada.id, before.value, before.version),
        'nobody writes it back',
      ).toBeUndefined();
    });

    it('remember the message that shows them', async () => {
      const storage = await rig.open();
      const { number } = await openOne(storage);
      const card = { conversationId: '19:channel;messageid=1', activityId: '1' };
      await storage.tickets.remember(number, card);
      expect(await found(storage, number)).toMatchObject({ version: 1, card });
    });
  });

  describe('anonymised tickets', () => {
    const rig = rigFor(fresh);

    it('keep what was answered and lose who it was, once they have ended', async () => {
      const storage = await rig.open();
      const ticket = await openOne(storage);
      await storage.tickets.save(closedBy(helper, ticket), 1, []);
      expect((await storage.personalData.forget(ada.id)).openTickets).toEqual([]);

      const after = (await found(storage, ticket.number)).ticket;
      expect(after.requester).toEqual(nobody);
      expect(after.report.form).toEqual(emptyForm);
      expect(after.report.answers).toEqual(ticket.report.answers);
      expect(after.report.facts.map(({ name, fact }) => [name, fact.known && fact.value])).toEqual([
        ['accountKind', 'synced'],
        ['domainType', false],
      ]);
      expect(after.moves.map(({ by }) => by)).toEqual([nobody, helper]);
      expect(after.claimedBy).toEqual(helper);
      expect(JSON.stringify(after)).not.toMatch(/ada|charles|1234567|0x801c0003/i);
    });

    it('follow when they end, if they were open', async () => {
      const storage = await rig.open();
      const ticket = await openOne(storage);
      const others = await openOne(storage, 'of ben', aTicket({ requester: ben }));
      expect((await storage.personalData.forget(ada.id)).openTickets).toEqual([ticket.number]);
      expect((await found(storage, ticket.number)).ticket).toEqual(ticket);

      const claimed = await storage.tickets.save({ ...ticket, state: 'claimed', claimedBy: helper }, 1, []);
      expect(claimed).toMatchObject({ kind: 'written', value: { requester: ada } });
      const resolved = await storage.tickets.save(closedBy(helper, ticket), 2, [
        { orderingKey: 'channel', outgoing: ticketCard(ticket.number) },
      ]);
      expect(resolved).toMatchObject({ kind: 'written', value: { requester: nobody, state: 'closed' } });
      expect((await found(storage, ticket.number)).ticket.report.form).toEqual(emptyForm);

      await storage.tickets.save(closedBy(helper, others), 1, []);
      expect((await found(storage, others.number)).ticket.requester).toEqual(ben);
      expect((await storage.personalData.forget(ada.id)).openTickets).toEqual([]);
    });

    it('lose who helped, too: at once when they have ended, else when they do', async () => {
      const storage = await rig.open();
      const resolved = await openOne(storage, 'resolved');
      await storage.tickets.save(closedBy(helper, resolved), 1, []);
      const ticket = await openOne(storage, 'claimed');
      const claimed: Ticket = {
        ...ticket,
        state: 'claimed',
        claimedBy: helper,
        moves: [...ticket.moves, { kind: 'claimed', by: helper, at: ticket.createdAt }],
      };
      await storage.tickets.save(claimed, 1, []);

      expect((await storage.personalData.forget(helper.id)).openTickets).toEqual([ticket.number]);
      const after = (await found(storage, resolved.number)).ticket;
      expect(after).toMatchObject({
        requester: ada,
        claimedBy: nobody,
        moves: [{ by: ada }, { by: nobody }],
        report: { form: resolved.report.form },
      });
      expect((await found(storage, ticket.number)).ticket).toEqual(claimed);

      await storage.tickets.save(
        { ...claimed, state: 'closed', moves: [...claimed.moves, { kind: 'resolved', by: ben, at: ticket.createdAt }] },
        2,
        [],
      );
      const later = (await found(storage, ticket.number)).ticket;
      expect(later).toMatchObject({
        requester: ada,
        claimedBy: nobody,
        moves: [{ by: ada }, { by: nobody }, { by: ben }],
      });
    });

    it('are drawn anew in the channel, each whose card was posted', async () => {
      const storage = await rig.open();
      const [posted, unposted, open] = [
        await openOne(storage, 'a'),
        await openOne(storage, 'b'),
        await openOne(storage, 'c'),
      ];
      for (const { number } of [posted, open])
        await storage.tickets.remember(number, { conversationId: '19:channel', activityId: String(number) });
      for (const ticket of [posted, unposted]) await storage.tickets.save(closedBy(helper, ticket), 1, []);
      await sent(storage, rig.now);
      const redrawn = { orderingKey: ticketOrderingKey(posted.number), outgoing: ticketCard(posted.number) };
      for (const { id } of [ada, helper]) {
        await storage.personalData.forget(id);
        expect(await sent(storage, rig.now)).toMatchObject([redrawn]);
        await storage.personalData.forget(id);
        expect(await sent(storage, rig.now)).toEqual([]);
      }
    });

    it('cannot get the names back from someone who read them before', async () => {
      const storage = await rig.open();
      const ticket = await openOne(storage);
      await storage.tickets.save(closedBy(helper, ticket), 1, []);
      const before = await found(storage, ticket.number);
      await storage.personalData.forget(ada.id);
      expect(await storage.tickets.save(before.ticket, before.version, [])).toEqual({ kind: 'conflict' });
      expect((await found(storage, ticket.number)).ticket.requester).toEqual(nobody);
    });

    it('end and are forgotten at the same moment without waiting for each other for ever', async () => {
      const [one, two] = [await rig.open(), await rig.open()];
      const reading = {
        at: '2026-03-09T09:00:00.000Z',
        kinds: [],
        findings: [],
        missing: [],
        pc: {},
        lookedUp: false,
        seen: '',
        text: 'the whole paste',
        sets: {},
        landed: true,
      };
      for (let round = 0; round < 3; round += 1) {
        const tickets: Ticket[] = [];
        for (const index of Array.from({ length: 10 }).keys()) {
          const sessionId = `session-${round}-${index}`;
          await one.sessions.insert(ada.id, { ...aSession(sessionId), readings: [reading] });
          tickets.push(await openOne(one, sessionId, aTicket({ sessionId })));
        }
        await Promise.all([
          ...tickets.map((ticket) => one.tickets.save(closedBy(helper, ticket), 1, [])),
          two.personalData.forget(ada.id),
        ]);
        for (const { number } of tickets) expect((await found(one, number)).ticket.requester).toEqual(nobody);
        expect(await one.sessions.latest(ada.id)).toBeUndefined();
      }
    });

    it('lose the names whichever comes first, the end or the forgetting', async () => {
      const [one, two] = [await rig.open(), await rig.open()];
      const tickets = await Promise.all(Array.from({ length: 10 }, (_, index) => openOne(one, `key-${index}`)));
      await Promise.all([
        two.personalData.forget(ada.id),
        ...tickets.map((ticket) => one.tickets.save(closedBy(helper, ticket), 1, [])),
      ]);
      for (const { number } of tickets) expect((await found(one, number)).ticket.requester).toEqual(nobody);
    });
  });
}
