import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../src/helpdesk/audit.js';
import type { Storage } from '../../../src/storage/open-database.js';
import { ada, ben } from './samples.js';
import { day, fabrikam, minute, rigFor, start, type FreshDatabase } from './rig.js';

export function keepsPcLookUps(fresh: FreshDatabase): void {
  describe('the audit', () => {
    const rig = rigFor(fresh);

    function entry(minutes: number, changes: Partial<AuditEntry> = {}): AuditEntry {
      const at = new Date(start + minutes * minute).toISOString();
      return {
        actorId: ada.id,
        action: 'pcByName',
        objectIds: ['object-1', 'object-2'],
        result: 'found',
        at,
        ...changes,
      };
    }

    it('gives back what was recorded, newest first, also of the same moment', async () => {
      const { audit } = await rig.open();
      const entries = [
        entry(0),
        entry(1, { action: 'pcByDeviceId', objectIds: ['object-3'] }),
        entry(1, { actorId: ben.id, objectIds: [], result: 'notFound' }),
        entry(2, { objectIds: [], result: 'unknown' }),
        entry(3, { objectIds: [], result: 'refused' }),
      ];
      for (const each of entries) await audit.record(each);
      expect(await audit.since(start, 10)).toEqual(entries.toReversed());
      expect(await audit.since(start + minute, 3)).toEqual(entries.slice(2).toReversed());
      expect(await audit.since(start + 4 * minute, 10)).toEqual([]);
    });

    it('loses no entry of many that come together', async () => {
      const storages = [await rig.open(), await rig.open()];
      const ids = Array.from({ length: 20 }, (_, index) => `object-${index}`);
      await Promise.all(ids.map((id, index) => storages[index % 2]!.audit.record(entry(0, { objectIds: [id] }))));
      const kept = (await storages[0]!.audit.since(start, 100)).flatMap(({ objectIds }) => objectIds);
      expect(kept.toSorted()).toEqual(ids.toSorted());
    });

    it('outlives its actor and the retention of personal data, and goes after its own time', async () => {
      const { audit, personalData } = await rig.open();
      const other = await rig.open(fabrikam);
      for (const each of [entry(0), entry(1), entry(2)]) await audit.record(each);
      await other.audit.record(entry(0));
      await personalData.forget(ada.id);
      await personalData.expire(start + 90 * day);
      expect(await audit.since(start, 10)).toHaveLength(3);
      expect(await audit.expire(start + minute)).toBe(1);
      expect(await audit.since(start, 10)).toEqual([entry(2), entry(1)]);
      expect(await other.audit.since(start, 10), 'of another tenant').toEqual([entry(0)]);
    });
  });

  describe('looking PCs up by name', () => {
    const rig = rigFor(fresh);

    /** Which of these names are allowed, one after another. */
    async function allowed(
      { nameLookUps }: Storage,
      names: readonly string[],
      { person = ada.id, limit = 2, now = start } = {},
    ) {
      const answers: boolean[] = [];
      for (const name of names) answers.push(await nameLookUps.allow(person, name, limit, now));
      return answers;
    }

    it('counts different names, and lets a name of the day pass again', async () => {
      const storage = await rig.open();
      expect(await allowed(storage, ['PC-1', 'PC-1', ' pc-1 ', 'PC-2', 'PC-3', 'PC-1', 'pc-2'])).toEqual([
        true,
        true,
        true,
        true,
        false,
        true,
        true,
      ]);
      expect(await allowed(storage, ['PC-3'], { limit: 3 })).toEqual([true]);
      expect(await allowed(storage, ['PC-4'], { limit: 0 }), 'a limit that was lowered').toEqual([false]);
    });

    it('counts for each person and tenant alone', async () => {
      const [here, there] = [await rig.open(), await rig.open(fabrikam)];
      await allowed(here, ['PC-1', 'PC-2']);
      expect(await allowed(here, ['PC-3'])).toEqual([false]);
      expect(await allowed(here, ['PC-3'], { person: ben.id })).toEqual([true]);
      expect(await allowed(there, ['PC-3'])).toEqual([true]);
    });

    it('begins anew at midnight, UTC', async () => {
      const storage = await rig.open();
      const midnight = Date.UTC(2026, 2, 10);
      await allowed(storage, ['PC-1', 'PC-2']);
      expect(await allowed(storage, ['PC-3'], { now: midnight - 1 })).toEqual([false]);
      expect(await allowed(storage, ['PC-3', 'PC-4', 'PC-1'], { now: midnight })).toEqual([true, true, false]);
    });

    it('never allows more than the limit, however many come together to several instances', async () => {
      const storages = [await rig.open(), await rig.open()];
      const names = Array.from({ length: 20 }, (_, index) => `PC-${index % 10}`);
      const answers = await Promise.all(
        names.map((name, index) => storages[Math.floor(index / 10)]!.nameLookUps.allow(ada.id, name, 5, start)),
      );
      const passed = new Set(names.filter((_, index) => answers[index]));
      expect(passed.size).toBe(5);
      expect(await allowed(storages[0]!, [...passed, 'PC-new'], { limit: 5 })).toEqual([
        true,
        true,
        true,
        true,
        true,
        false,
      ]);
    });

    it('is not begun anew by forgetting, and goes when two days are over', async () => {
      const storage = await rig.open();
      await allowed(storage, ['PC-1', 'PC-2']);
      await storage.personalData.forget(ada.id);
      expect(await allowed(storage, ['PC-3'])).toEqual([false]);

      rig.now = start + 2 * day;
      await storage.personalData.expire(start);
      expect(await allowed(storage, ['PC-3'], { now: start }), 'two days old').toEqual([false]);
      rig.now = start + 3 * day;
      await storage.personalData.expire(start);
      expect(await allowed(storage, ['PC-3'], { now: start }), 'older').toEqual([true]);
    });
  });
}
