import { describe, expect, it } from 'vitest';
import type { CleanUp } from '../../../src/administration/clean-up/clean-up.js';
import type { AuditEntry } from '../../../src/helpdesk/audit.js';
import type { Storage } from '../../../src/storage/open-database.js';
import { aCleanUp, anItem } from '../../support/views-of-clean-ups.js';
import { day, fabrikam, rigFor, sent, start, type FreshDatabase } from './rig.js';

const hour = 60 * 60_000;
const audit = (cleanUp: CleanUp): AuditEntry => ({
  actorId: 'sven',
  action: 'cleanUp:requested',
  objectIds: [String(cleanUp.number)],
  result: 'done',
  at: new Date(start).toISOString(),
});
const message = {
  orderingKey: 'person:ada',
  outgoing: { kind: 'livingCard', key: 'cleanUp:1', personId: 'ada', locale: '' },
} as const;
const wanted = (changes: Partial<CleanUp> = {}): Omit<CleanUp, 'number'> => {
  const { number: _none, ...cleanUp } = aCleanUp({ expiresAt: new Date(start + day).toISOString(), ...changes });
  return cleanUp;
};
const add = (storage: Storage, changes: Partial<CleanUp> = {}) =>
  storage.cleanUps.add(
    wanted(changes),
    () => [],
    () => [],
  );
const limit = { now: start, since: start - hour, most: 2 };

/** Requests to free places. */
export function keepsCleanUps(fresh: FreshDatabase): void {
  describe('requests to free places', () => {
    const rig = rigFor(fresh);

    it('are numbered, and written with their messages and their audit', async () => {
      const storage = await rig.open();
      const first = await storage.cleanUps.add(
        wanted(),
        () => [message],
        (cleanUp) => [audit(cleanUp)],
      );
      expect(first).toMatchObject({ cleanUp: { number: 1 }, version: 1 });
      expect((await add(storage)).cleanUp.number).toBe(2);
      expect(await storage.cleanUps.find(1)).toEqual(first);
      expect(await storage.cleanUps.find(3)).toBeUndefined();
      expect((await sent(storage, start)).map(({ outgoing }) => outgoing)).toEqual([message.outgoing]);
      expect(await storage.audit.since(0, 10)).toMatchObject([{ objectIds: ['1'] }]);
    });

    it('are those of their tenant', async () => {
      await add(await rig.open());
      const other = await rig.open(fabrikam);
      expect(await other.cleanUps.find(1)).toBeUndefined();
      expect(await other.cleanUps.due(start + 9 * day, 10)).toEqual([]);
    });

    it('of two that change one at once, one is written, with what belongs to it', async () => {
      const [one, two] = [await rig.open(), await rig.open()];
      const { cleanUp, version } = await add(one);
      const results = await Promise.all(
        [one, two].map(({ cleanUps }) =>
          cleanUps.save({ ...cleanUp, state: 'confirmed' }, version, { messages: [message], audit: [audit(cleanUp)] }),
        ),
      );
      expect(results.filter((saved) => saved !== undefined)).toHaveLength(1);
      expect(await sent(one, start)).toHaveLength(1);
      expect(await one.audit.since(0, 10)).toHaveLength(1);
    });

    it('come up when something is due, the longest due first', async () => {
      const storage = await rig.open();
      await add(storage, { expiresAt: new Date(start + 2 * day).toISOString() });
      await add(storage, { expiresAt: new Date(start + day).toISOString() });
      await add(storage, { state: 'declined' });
      const deleteAt = new Date(start + 3 * day).toISOString();
      await add(storage, {
        state: 'confirmed',
        items: [
          anItem({ kind: 'disabled', at: '', deleteAt, already: false }),
          anItem({ kind: 'deleted', at: deleteAt }),
        ],
      });
      const numbers = async (time: number) =>
        (await storage.cleanUps.due(time, 10)).map(({ cleanUp }) => cleanUp.number);
      expect(await numbers(start)).toEqual([]);
      expect(await numbers(start + 2 * day)).toEqual([2, 1]);
      expect(await numbers(start + 3 * day)).toEqual([2, 1, 4]);
    });

    it('of a person are those in which something may still happen', async () => {
      const storage = await rig.open();
      await add(storage);
      await add(storage, { state: 'withdrawn' });
      await add(storage, { state: 'confirmed', items: [anItem({ kind: 'deleted', at: '' })] });
      await add(storage, { state: 'confirmed' });
      expect((await storage.cleanUps.ofPerson('ben')).map(({ number }) => number)).toEqual([4, 1]);
      expect(await storage.cleanUps.ofPerson('ada')).toEqual([]);
    });

    it('a write to the directory is counted before it is made, whichever instance makes it', async () => {
      const [one, two] = [await rig.open(), await rig.open()];
      const begun = [await add(one), await add(one), await add(one)];
      const saved = await Promise.all(
        begun.map(({ cleanUp, version }, index) =>
          [one, two][index % 2]!.cleanUps.saveCounted(cleanUp, version, limit),
        ),
      );
      expect(saved.filter((result) => result === 'tooMany')).toHaveLength(1);
      const left = begun[saved.indexOf('tooMany')]!;
      expect(
        await one.cleanUps.saveCounted(left.cleanUp, left.version, {
          ...limit,
          now: start + hour + 1,
          since: start + 1,
        }),
      ).toMatchObject({ version: 2 });
      expect(await one.cleanUps.saveCounted(left.cleanUp, left.version, { ...limit, most: 99 })).toBe('conflict');
    });

    it('that are over go with their time, the others stay', async () => {
      const storage = await rig.open();
      await add(storage);
      await add(storage, { state: 'expired' });
      await storage.personalData.expire(start + 1);
      expect(await storage.cleanUps.find(1)).toBeDefined();
      expect(await storage.cleanUps.find(2)).toBeUndefined();
    });

    it('lose the names of whoever is forgotten, and nothing else', async () => {
      const storage = await rig.open();
      const undone = anItem({ kind: 'undone', at: '', by: { id: 'ada', name: 'Ada Lindqvist' } });
      await add(storage, { decidedBy: { id: 'ada', name: 'Ada Lindqvist' }, items: [anItem(), undone] });
      await storage.personalData.forget('ada');
      const { cleanUp, version } = (await storage.cleanUps.find(1))!;
      expect(JSON.stringify(cleanUp)).not.toContain('Lindqvist');
      expect(cleanUp).toMatchObject({
        decidedBy: { id: 'ada', name: '' },
        requestedBy: { name: "Sven O'Brien" },
        items: [anItem(), { ...undone, state: { kind: 'undone', by: { name: '' } } }],
      });
      expect(version).toBe(2);
    });
  });
}
