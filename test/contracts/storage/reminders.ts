import { describe, expect, it } from 'vitest';
import type { NewReminder, Reminder } from '../../../src/assistant/pc-ports.js';
import type { Storage } from '../../../src/storage/open-database.js';
import { ada, ben, ticketCard, toAda, toBen } from './samples.js';
import { day, fabrikam, minute, rigFor, sent, start, type FreshDatabase } from './rig.js';

const toldAda = [{ orderingKey: `person:${ada.id}`, outgoing: toAda }];

function aReminder(changes: Partial<NewReminder> = {}): NewReminder {
  return {
    personId: ada.id,
    key: 'session-1 pc-1',
    dueAt: start + 30 * minute,
    locale: 'de',
    pc: { objectId: 'object', name: 'PC-1' },
    ...changes,
  };
}

async function onlyDue({ reminders }: Storage, now: number): Promise<Reminder> {
  const [reminder, ...more] = await reminders.due(now, 10);
  if (reminder === undefined || more.length > 0) throw new Error('One reminder was expected to be due.');
  return reminder;
}

export function keepsReminders(fresh: FreshDatabase): void {
  describe('reminders', () => {
    const rig = rigFor(fresh);
    const later = start + 30 * minute;

    it('are due at their time, over a restart, the longest due first', async () => {
      const before = await rig.open();
      const [first, second, third] = [
        aReminder({ key: 'b', dueAt: later - 1, pc: { deviceId: 'device' } }),
        aReminder({ key: 'a', dueAt: later, personId: ben.id, locale: 'en', pc: {} }),
        aReminder({ key: 'c', dueAt: later + 1 }),
      ];
      for (const each of [third, second, first]) await before.reminders.add(each);
      await rig.close(before);

      const { reminders } = await rig.open();
      const due = (reminder: NewReminder): Reminder => ({ ...reminder, attempts: 0 });
      expect(await reminders.due(later - 2, 10)).toEqual([]);
      expect(await reminders.due(later, 10)).toEqual([due(first), due(second)]);
      expect(await reminders.due(later + 1, 10)).toEqual([due(first), due(second), due(third)]);
      expect(await reminders.due(later + 1, 1)).toEqual([due(first)]);
    });

    it('are moved, not doubled, by the same wish', async () => {
      const storage = await rig.open();
      await storage.reminders.add(aReminder());
      await storage.reminders.retryLater(await onlyDue(storage, later), later + minute);
      const again = aReminder({ dueAt: later + day, locale: 'en', pc: { name: 'PC-2' } });
      await storage.reminders.add(again);
      expect(await storage.reminders.due(later + minute, 10)).toEqual([]);
      expect(await onlyDue(storage, later + day)).toEqual({ ...again, attempts: 0 });
      await storage.reminders.add(aReminder({ personId: ben.id }));
      expect(await storage.reminders.due(later + day, 10), 'the same key of another person').toHaveLength(2);
    });

    it('leave one message, however many instances finish them together', async () => {
      const storages = [await rig.open(), await rig.open()];
      await storages[0]!.reminders.add(aReminder());
      const reminder = await onlyDue(storages[1]!, later);
      const finished = await Promise.all(
        Array.from({ length: 20 }, (_, index) => storages[index % 2]!.reminders.finish(reminder, toldAda)),
      );
      expect(finished.filter(Boolean)).toHaveLength(1);
      expect((await sent(storages[0]!, start)).map(({ orderingKey, outgoing }) => ({ orderingKey, outgoing }))).toEqual(
        toldAda,
      );
      expect(await storages[0]!.reminders.due(later, 10)).toEqual([]);
      expect(await storages[0]!.reminders.finish(reminder, toldAda)).toBe(false);
    });

    it('write all messages or none, and stay when none could be written', async () => {
      const storage = await rig.open();
      await storage.reminders.add(aReminder());
      const reminder = await onlyDue(storage, later);
      const unwritable = { orderingKey: null as never, outgoing: toAda };
      await expect(storage.reminders.finish(reminder, [...toldAda, unwritable])).rejects.toThrow();
      expect(await onlyDue(storage, later)).toEqual(reminder);
      expect(await sent(storage, start)).toEqual([]);
      expect(
        await storage.reminders.finish(reminder, [...toldAda, { orderingKey: 'channel', outgoing: ticketCard(1001) }]),
      ).toBe(true);
      expect(await sent(storage, start)).toHaveLength(2);
    });

    it('may end without a word', async () => {
      const storage = await rig.open();
      await storage.reminders.add(aReminder());
      expect(await storage.reminders.finish(await onlyDue(storage, later), [])).toBe(true);
      expect(await storage.reminders.due(later, 10)).toEqual([]);
    });

    it('are put off once, whoever else had the same one, and count it', async () => {
      const storage = await rig.open();
      await storage.reminders.add(aReminder());
      const reminder = await onlyDue(storage, later);
      await Promise.all([1, 2, 3].map(() => storage.reminders.retryLater(reminder, later + minute)));
      expect(await storage.reminders.due(later, 10)).toEqual([]);
      expect(await onlyDue(storage, later + minute)).toEqual({ ...reminder, dueAt: later + minute, attempts: 1 });
    });

    it('that were moved meanwhile are not finished by who read them before', async () => {
      const storage = await rig.open();
      await storage.reminders.add(aReminder());
      const before = await onlyDue(storage, later);
      await storage.reminders.add(aReminder({ dueAt: later + minute }));
      expect(await storage.reminders.finish(before, toldAda)).toBe(false);
      await storage.reminders.retryLater(before, later + day);
      expect(await storage.reminders.finish(await onlyDue(storage, later + minute), toldAda)).toBe(true);
      expect(await sent(storage, start)).toHaveLength(1);
    });

    it('belong to one tenant', async () => {
      const [here, there] = [await rig.open(), await rig.open(fabrikam)];
      await here.reminders.add(aReminder());
      expect(await there.reminders.due(later, 10)).toEqual([]);
      const reminder = await onlyDue(here, later);
      expect(await there.reminders.finish(reminder, toldAda)).toBe(false);
      await there.reminders.retryLater(reminder, later + day);
      expect(await onlyDue(here, later)).toEqual(reminder);
    });

    it('go with the person who is forgotten, and nobody else’s', async () => {
      const storage = await rig.open();
      const other = await rig.open(fabrikam);
      await other.reminders.add(aReminder());
      for (const key of ['one', 'two']) await storage.reminders.add(aReminder({ key }));
      await storage.reminders.add(aReminder({ personId: ben.id }));
      const read = await storage.reminders.due(later, 10);
      await storage.personalData.forget(ada.id);
      expect((await onlyDue(storage, later)).personId).toBe(ben.id);
      for (const mine of read.filter(({ personId }) => personId === ada.id))
        expect(await storage.reminders.finish(mine, toldAda)).toBe(false);
      expect(await sent(storage, start)).toEqual([]);
      expect(await onlyDue(other, later), 'of another tenant').toBeDefined();
    });

    it('leave nothing for a person who is forgotten while they are finished', async () => {
      const [one, two] = [await rig.open(), await rig.open()];
      await one.reminders.add(aReminder());
      const reminder = await onlyDue(one, later);
      let forgetting: Promise<unknown> = Promise.resolve();
      // The reminder is deleted when its messages are written; so many that the forgetting falls among them.
      const messages = Array.from({ length: 50 }, (_, index) => ({
        get orderingKey() {
          if (index === 0) forgetting = two.personalData.forget(ada.id);
          return `lane-${index}`;
        },
        outgoing: toAda,
      }));
      expect(await one.reminders.finish(reminder, messages)).toBe(true);
      await forgetting;
      expect(await one.reminders.due(later, 100)).toEqual([]);
      expect(await one.outbox.take(start, minute, 100)).toEqual([]);
    });

    it('expire when the wish is old, however often they were put off', async () => {
      const storage = await rig.open();
      await storage.reminders.add(aReminder({ key: 'old' }));
      await storage.reminders.add(aReminder({ key: 'wished again' }));
      rig.now = start + day;
      await storage.reminders.retryLater((await storage.reminders.due(later, 10))[0]!, start + 2 * day);
      await storage.reminders.add(aReminder({ key: 'wished again' }));
      await storage.reminders.add(aReminder({ key: 'young', personId: ben.id }));
      await storage.personalData.expire(start);
      expect(await storage.reminders.due(start + 2 * day, 10)).toHaveLength(3);
      await storage.personalData.expire(start + 1);
      expect((await storage.reminders.due(start + 2 * day, 10)).map(({ key }) => key).toSorted()).toEqual([
        'wished again',
        'young',
      ]);
      expect(
        await storage.reminders.finish((await storage.reminders.due(later, 10))[0]!, [
          { orderingKey: 'one', outgoing: toBen },
        ]),
      ).toBe(true);
    });
  });
}
