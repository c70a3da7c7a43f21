import { describe, expect, it } from 'vitest';
import type { Outgoing } from '../../../src/helpdesk/ports.js';
import { aSession, aTicket, ada, ben, helper, nobody, resolvedBy, ticketCard, toAda, toBen } from './samples.js';
import { day, fabrikam, minute, rigFor, start, type FreshDatabase } from './rig.js';

const chatOf = (id: string) => ({ conversationId: id, serviceUrl: 'https://service.example/', reference: '{}' });

const updateIn = (conversationId: string): Outgoing => ({
  kind: 'update',
  card: { conversationId, activityId: '1' },
  view: { kind: 'step' },
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
      }
      for (const outgoing of [toAda, toBen, updateIn(`chat of ${ada.id}`), updateIn(`chat of ${ben.id}`), ticketCard(1001)]) {
        await storage.outbox.add(JSON.stringify(outgoing), outgoing);
      }
      expect(await storage.personalData.forget(ada.id)).toEqual({ sessions: 2 });
      expect(await storage.sessions.latest(ada.id)).toBeUndefined();
      expect(await storage.preferences.load(ada.id)).toEqual({ locale: undefined });
      expect(await storage.conversations.person(ada.id)).toBeUndefined();

      expect((await storage.sessions.latest(ben.id))?.value.id).toBe('two');
      expect(await storage.preferences.load(ben.id)).toEqual({ locale: 'de' });
      expect(await storage.conversations.person(ben.id)).toEqual(chatOf(`chat of ${ben.id}`));
      const left = (await storage.outbox.take(start, minute, 10)).map(({ outgoing }) => outgoing);
      expect(left).toEqual([toBen, updateIn(`chat of ${ben.id}`), ticketCard(1001)]);
      expect(await storage.personalData.forget(ada.id)).toEqual({ sessions: 0 });
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

    it('removes every name from tickets resolved before, however many', async () => {
      const storage = await rig.open();
      const count = 101;
      const tickets = [];
      for (let index = 0; index < count; index += 1) {
        const { ticket } = await storage.tickets.open({ idempotencyKey: `key-${index}`, ticket: aTicket() }, () => []);
        await storage.tickets.save(resolvedBy(helper, ticket), 1, []);
        tickets.push(ticket);
      }
      const { ticket: open } = await storage.tickets.open({ idempotencyKey: 'open', ticket: aTicket() }, () => []);
      rig.now = start + 2 * day;
      const { ticket: young } = await storage.tickets.open({ idempotencyKey: 'young', ticket: aTicket() }, () => []);
      await storage.tickets.save(resolvedBy(helper, young), 1, []);

      expect((await storage.personalData.expire(start + day)).tickets).toBe(count);
      expect((await storage.personalData.expire(start + day)).tickets).toBe(0);
      for (const { number } of tickets) {
        const after = (await storage.tickets.find(number))?.ticket;
        expect(after).toMatchObject({ requester: nobody, claimedBy: nobody, moves: [{ by: nobody }, { by: nobody }] });
      }
      for (const { number } of [open, young]) expect((await storage.tickets.find(number))?.ticket.requester).toEqual(ada);
    });

    it('removes the helper from a ticket whose requester was forgotten long ago', async () => {
      const storage = await rig.open();
      const { ticket } = await storage.tickets.open({ idempotencyKey: 'key', ticket: aTicket() }, () => []);
      await storage.tickets.save(resolvedBy(helper, ticket), 1, []);
      await storage.tickets.anonymise(ada.id);
      expect((await storage.personalData.expire(start + day)).tickets).toBe(1);
      expect((await storage.tickets.find(ticket.number))?.ticket.claimedBy).toEqual(nobody);
    });

    it('lets go of parked messages, but never of waiting ones', async () => {
      const { outbox, personalData } = await rig.open();
      await outbox.add('parked', toAda);
      const [row] = await outbox.take(start, minute, 10);
      await outbox.settle(row!, { kind: 'park', reason: 'blocked' }, start);
      await outbox.add('waiting', ticketCard(1001));
      expect((await personalData.expire(start)).messages).toBe(0);
      expect((await personalData.expire(start + 1)).messages).toBe(1);
      expect((await outbox.take(start, minute, 10)).map(({ lane }) => lane)).toEqual(['waiting']);
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
