import { bodiesOf } from './bodies.js';
import { describe, expect, it } from 'vitest';
import { ticketOrderingKey } from '../../../src/helpdesk/ordering-keys.js';
import type { Outgoing } from '../../../src/helpdesk/ports.js';
import { aSession, aTicket, ada, ben, helper, nobody, closedBy, ticketCard, toAda, toBen } from './samples.js';
import { day, fabrikam, minute, rigFor, sent, start, type FreshDatabase } from './rig.js';

const chatOf = (id: string) => ({ conversationId: id, serviceUrl: 'https://service.example/', reference: '{}' });

const updateIn = (conversationId: string): Outgoing => ({
  kind: 'update',
  card: { conversationId, activityId: '1' },
  view: { kind: 'fix' },
  locale: 'en',
});

export function forgetsPeople(fresh: FreshDatabase): void {
  describe('forgetting a person', () => {
    const rig = rigFor(fresh);

    it('takes everything of theirs and nothing of others', async () => {
      const storage = await rig.open();
      for (const { id } of [ada, ben]) {
        await storage.sessions.insert(id, aSession('one'));
        await storage.sessions.insert(id, aSession('two'));
        await storage.preferences.save(id, { locale: 'de' });
        await storage.conversations.rememberPerson(id, chatOf(`chat of ${id}`));
        await storage.handled.first(`chat of ${id}`, 'activity', start);
      }
      await storage.handled.first('channel', 'activity', start);
      for (const outgoing of [
        toAda,
        toBen,
        updateIn(`chat of ${ada.id}`),
        updateIn(`chat of ${ben.id}`),
        ticketCard(1001),
      ]) {
        await storage.outbox.add(JSON.stringify(outgoing), outgoing);
      }
      expect(await storage.personalData.forget(ada.id)).toEqual({ sessions: 2, openTickets: [] });
      expect(await storage.sessions.latest(ada.id)).toBeUndefined();
      expect(await storage.preferences.load(ada.id)).toEqual({ locale: undefined });
      expect(await storage.conversations.person(ada.id)).toBeUndefined();
      expect(await storage.handled.first(`chat of ${ada.id}`, 'activity', start)).toBe(true);

      expect((await storage.sessions.latest(ben.id))?.value.id).toBe('two');
      expect(await storage.preferences.load(ben.id)).toEqual({ locale: 'de' });
      expect(await storage.conversations.person(ben.id)).toEqual(chatOf(`chat of ${ben.id}`));
      for (const chat of [`chat of ${ben.id}`, 'channel'])
        expect(await storage.handled.first(chat, 'activity', start)).toBe(false);
      const left = (await storage.outbox.take(start, minute, 10)).map(({ outgoing }) => outgoing);
      expect(left).toEqual([toBen, updateIn(`chat of ${ben.id}`), ticketCard(1001)]);
      expect(await storage.personalData.forget(ada.id)).toEqual({ sessions: 0, openTickets: [] });
    });

    it('takes nothing when not all of it can be taken', async () => {
      const storage = await rig.open();
      await storage.sessions.insert(ada.id, aSession('one'));
      const { ticket } = await storage.tickets.open({ idempotencyKey: 'key', ticket: aTicket() }, () => []);
      await storage.tickets.save(closedBy(helper, ticket), 1, []);
      // A time that no column takes, as a fault on the way would leave it.
      const bodies = bodiesOf(rig.settings, 'tickets');
      await bodies.write((await bodies.read()).replace(/"createdAt":"[^"]*"/, '"createdAt":"no time"'));
      await expect(storage.personalData.forget(ada.id)).rejects.toThrow();
      expect(await storage.sessions.latest(ada.id)).toBeDefined();
      expect((await storage.tickets.find(ticket.number))?.ticket.requester).toEqual(ada);
    });

    it('leaves a ticket that the same person opens afterwards alone', async () => {
      const storage = await rig.open();
      await storage.tickets.open({ idempotencyKey: 'before', ticket: aTicket() }, () => []);
      await storage.personalData.forget(ada.id);
      const { ticket } = await storage.tickets.open({ idempotencyKey: 'after', ticket: aTicket() }, () => []);
      await storage.tickets.save(closedBy(helper, ticket), 1, []);
      expect((await storage.tickets.find(ticket.number))?.ticket.requester).toEqual(ada);
    });

    it('keeps tenants apart', async () => {
      const [here, there] = [await rig.open(), await rig.open(fabrikam)];
      const { ticket } = await here.tickets.open({ idempotencyKey: 'key', ticket: aTicket() }, () => []);
      await there.tickets.open({ idempotencyKey: 'key', ticket: aTicket() }, () => []);
      await here.tickets.save(closedBy(helper, ticket), 1, []);
      expect((await there.personalData.forget(ada.id)).openTickets).toEqual([ticket.number]);
      expect((await here.tickets.find(ticket.number))?.ticket.requester).toEqual(ada);
    });

    it('also takes the replies that wait for the chat', async () => {
      const { conversations, outbox, personalData } = await rig.open();
      await conversations.rememberPerson(ada.id, chatOf('chat'));
      const reply = {
        kind: 'post',
        to: { kind: 'thread', conversationId: 'chat' },
        view: { kind: 'notice' },
        locale: 'en',
      } as const;
      await outbox.addAll([
        { orderingKey: 'replies:chat', outgoing: reply, tried: { reason: '429', afterMs: 0, inDoubt: false } },
      ]);
      await personalData.forget(ada.id);
      expect(await outbox.isWaiting('replies:chat')).toBe(false);
      const inChannel = { ...reply, to: { kind: 'thread', conversationId: '19:channel' } } as const;
      await outbox.addAll([{ orderingKey: 'replies:19:channel', outgoing: inChannel, about: ada.id }]);
      await personalData.forget(ada.id);
      expect(await outbox.isWaiting('replies:19:channel')).toBe(false);
    });

    it('also takes what is being sent at that moment and what was parked', async () => {
      const { outbox, personalData } = await rig.open();
      await outbox.add('one', toAda);
      await outbox.add('two', toAda);
      const [parked, sending] = await outbox.take(start, minute, 10);
      await outbox.settle(parked!, { kind: 'park', reason: 'blocked' }, start);
      await personalData.forget(ada.id);
      await outbox.settle(sending!, { kind: 'retry', afterMs: 0, reason: 'throttled' }, start);
      expect(await outbox.parked(10)).toEqual([]);
      expect(await outbox.take(start + day, minute, 10)).toEqual([]);
    });
  });

  describe('retention', () => {
    const rig = rigFor(fresh);

    it('lets go of sessions that nobody touched since', async () => {
      const storage = await rig.open();
      const other = await rig.open(fabrikam);
      await other.sessions.insert(ada.id, aSession('elsewhere'));
      await storage.sessions.insert(ada.id, aSession('old'));
      await storage.sessions.insert(ben.id, aSession('revived'));
      rig.now = start + 2 * day;
      await storage.sessions.save(ben.id, aSession('revived'), 1);
      expect(await storage.personalData.expire(start + day)).toEqual({ sessions: 1, tickets: 0, messages: 0 });
      expect(await storage.sessions.latest(ada.id)).toBeUndefined();
      expect(await storage.sessions.latest(ben.id)).toBeDefined();
      expect(await other.sessions.latest(ada.id)).toBeDefined();
    });

    it('removes every name from tickets that ended before, however many', async () => {
      const storage = await rig.open();
      const count = 101;
      const tickets = [];
      for (let index = 0; index < count; index += 1) {
        const { ticket } = await storage.tickets.open({ idempotencyKey: `key-${index}`, ticket: aTicket() }, () => []);
        await storage.tickets.remember(ticket.number, {
          conversationId: '19:channel',
          activityId: String(ticket.number),
        });
        await storage.tickets.save(closedBy(helper, ticket), 1, []);
        tickets.push(ticket);
      }
      const { ticket: open } = await storage.tickets.open({ idempotencyKey: 'open', ticket: aTicket() }, () => []);
      rig.now = start + 2 * day;
      const { ticket: young } = await storage.tickets.open({ idempotencyKey: 'young', ticket: aTicket() }, () => []);
      await storage.tickets.save(closedBy(helper, young), 1, []);

      expect((await storage.personalData.expire(start + day)).tickets).toBe(count);
      expect((await storage.personalData.expire(start + day)).tickets).toBe(0);
      const redrawn = tickets.map(({ number }) => ({
        orderingKey: ticketOrderingKey(number),
        outgoing: ticketCard(number),
      }));
      expect(await sent(storage, rig.now)).toMatchObject(redrawn);
      for (const { number } of tickets) {
        const after = (await storage.tickets.find(number))?.ticket;
        expect(after).toMatchObject({ requester: nobody, claimedBy: nobody, moves: [{ by: nobody }, { by: nobody }] });
      }
      for (const { number } of [open, young])
        expect((await storage.tickets.find(number))?.ticket.requester).toEqual(ada);
    });

    it('removes the helper from a ticket whose requester was forgotten long ago', async () => {
      const storage = await rig.open();
      const { ticket } = await storage.tickets.open({ idempotencyKey: 'key', ticket: aTicket() }, () => []);
      await storage.tickets.save(closedBy(helper, ticket), 1, []);
      await storage.personalData.forget(ada.id);
      expect((await storage.personalData.expire(start + day)).tickets).toBe(1);
      expect((await storage.tickets.find(ticket.number))?.ticket.claimedBy).toEqual(nobody);
    });

    it('lets go of parked messages, but not of waiting ones that are younger', async () => {
      const { outbox, personalData } = await rig.open();
      await outbox.add('parked', toAda);
      const [row] = await outbox.take(start, minute, 10);
      await outbox.settle(row!, { kind: 'park', reason: 'blocked' }, start);
      await outbox.add('waiting', ticketCard(1001));
      expect((await personalData.expire(start)).messages).toBe(0);
      expect((await personalData.expire(start + 1)).messages).toBe(1);
      expect((await outbox.take(start, minute, 10)).map(({ orderingKey }) => orderingKey)).toEqual(['waiting']);
    });

    it('lets go of messages that never reached a person, however often they were tried, but never of a ticket’s card', async () => {
      const { outbox, personalData } = await rig.open();
      for (const outgoing of [toAda, updateIn('a:1'), ticketCard(1001)])
        await outbox.add(JSON.stringify(outgoing), outgoing);
      rig.now = start + day;
      for (const row of await outbox.take(rig.now, minute, 10)) {
        await outbox.settle(row, { kind: 'retry', afterMs: minute, reason: 'throttled' }, rig.now);
      }
      await outbox.add('young', toBen);
      expect((await personalData.expire(start)).messages).toBe(0);
      expect((await personalData.expire(start + 1)).messages).toBe(2);
      const left = (await outbox.take(rig.now + minute, minute, 10)).map(({ outgoing }) => outgoing);
      expect(left).toEqual([ticketCard(1001), toBen]);
    });

    it('lets go of the chats and choices of people who were not seen since', async () => {
      const { conversations, preferences, personalData } = await rig.open();
      const other = await rig.open(fabrikam);
      await other.preferences.save(ada.id, { locale: 'de' });
      await other.conversations.rememberPerson(ada.id, chatOf('elsewhere'));
      for (const { id } of [ada, ben, helper]) {
        await preferences.save(id, { locale: 'de' });
        await conversations.rememberPerson(id, chatOf(`chat of ${id}`));
      }
      rig.now = start + 2 * day;
      await conversations.rememberPerson(ben.id, chatOf(`chat of ${ben.id}`));
      await preferences.save(helper.id, { locale: 'de' });
      await personalData.expire(start + day);
      expect(await conversations.person(ada.id)).toBeUndefined();
      expect(await preferences.load(ada.id)).toEqual({ locale: undefined });
      expect(await conversations.person(ben.id), 'came back').toBeDefined();
      expect(await preferences.load(ben.id), 'came back').toEqual({ locale: 'de' });
      expect(await preferences.load(helper.id), 'chose again').toEqual({ locale: 'de' });
      expect(await other.conversations.person(ada.id)).toBeDefined();
      expect(await other.preferences.load(ada.id)).toEqual({ locale: 'de' });
    });

    it('counts a chat as seen to the day', async () => {
      const { conversations, personalData } = await rig.open();
      await conversations.rememberPerson(ada.id, chatOf('a:1'));
      await conversations.rememberPerson(ben.id, chatOf('a:2'));
      rig.now = start + day - 1;
      await conversations.rememberPerson(ada.id, chatOf('a:1'));
      rig.now = start + day;
      await conversations.rememberPerson(ben.id, chatOf('a:2'));
      await personalData.expire(start + 1);
      expect(await conversations.person(ada.id), 'not written again within the day').toBeUndefined();
      expect(await conversations.person(ben.id)).toBeDefined();
    });

    it('remembers handled activities for a day', async () => {
      const { handled, personalData } = await rig.open();
      await handled.first('a:1', 'old', start);
      await handled.first('a:1', 'young', start + 1);
      rig.now = start + day + 1;
      await personalData.expire(start - 90 * day);
      expect(await handled.first('a:1', 'old', rig.now)).toBe(true);
      expect(await handled.first('a:1', 'young', rig.now)).toBe(false);
    });
  });
}
