import { describe, expect, it } from 'vitest';
import { aSession, aTicket, ada, ben, ticketCard, toAda } from './samples.js';
import { minute, rigFor, start, type FreshDatabase } from './rig.js';

export function survives(fresh: FreshDatabase): void {
  describe('the database', () => {
    const rig = rigFor(fresh);

    it('answers a ping while it is open, and not afterwards', async () => {
      const storage = await rig.open();
      await storage.ping();
      await rig.close(storage);
      await expect(storage.ping()).rejects.toThrow();
    });

    it('keeps everything over a restart, and goes on counting where it was', async () => {
      const before = await rig.open();
      await before.sessions.insert(ada.id, aSession('one'));
      await before.preferences.save(ada.id, { locale: 'de' });
      await before.conversations.rememberServiceUrl('https://service.example/');
      await before.handled.first('a:1', 'activity', start);
      await before.tickets.open({ idempotencyKey: 'key', ticket: aTicket() }, ({ number }) => [
        { orderingKey: 'channel', outgoing: ticketCard(number) },
      ]);
      await before.outbox.take(start, minute, 1);
      await rig.close(before);

      const after = await rig.open();
      expect(await after.sessions.latest(ada.id)).toEqual({ value: aSession('one'), version: 1 });
      expect(await after.preferences.load(ada.id)).toEqual({ locale: 'de' });
      expect(await after.conversations.serviceUrl()).toBe('https://service.example/');
      expect(await after.handled.first('a:1', 'activity', start)).toBe(false);
      expect((await after.tickets.open({ idempotencyKey: 'key', ticket: aTicket() }, () => [])).created).toBe(false);
      const { ticket } = await after.tickets.open({ idempotencyKey: 'next', ticket: aTicket() }, () => []);
      expect(ticket.number).toBe(1002);
      expect(await after.outbox.take(start + minute + 1, minute, 10)).toMatchObject([
        { outgoing: ticketCard(1001), uncertain: true },
      ]);
    });

    it('is made once when several instances start at the same moment', async () => {
      const storages = await Promise.all([rig.open(), rig.open(), rig.open(), rig.open()]);
      await storages[0].sessions.insert(ada.id, aSession('one'));
      for (const { sessions } of storages) expect(await sessions.latest(ada.id)).toBeDefined();
    });

    it('keeps transactions apart that run side by side, with single statements between them', async () => {
      const storages = [await rig.open(), await rig.open()];
      const work = Array.from({ length: 30 }, async (_, index) => {
        const { tickets, sessions, handled, outbox } = storages[index % storages.length]!;
        const failing = index % 3 === 0;
        const opened = tickets.open({ idempotencyKey: `key-${index}`, ticket: aTicket() }, ({ number }) => {
          if (failing) throw new Error('undone');
          return [{ orderingKey: `${number}`, outgoing: ticketCard(number) }];
        });
        await Promise.all([
          failing ? expect(opened).rejects.toThrow('undone') : opened,
          sessions.insert(ben.id, aSession(`session-${index}`)),
          handled.first('a:1', `activity-${index}`, start),
          outbox.add(`lane-${index}`, toAda),
        ]);
      });
      await Promise.all(work);

      const { outbox, personalData, tickets } = storages[0]!;
      const rows = await outbox.take(start, minute, 100);
      const cards = rows.flatMap(({ outgoing }) => (outgoing.kind === 'ticketCard' ? [outgoing.ticketNumber] : []));
      expect(new Set(cards).size).toBe(20);
      for (const number of cards) expect(await tickets.find(number)).toBeDefined();
      expect(rows).toHaveLength(50);
      expect(await personalData.forget(ben.id)).toEqual({ sessions: 30, openTickets: [] });
      expect(await personalData.forget(ada.id)).toEqual({
        sessions: 0,
        openTickets: [...cards].sort((one, other) => one - other),
      });
    });
  });
}
