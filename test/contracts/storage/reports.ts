import { describe, expect, it } from 'vitest';
import type { TenantReport, StoredTenantReport } from '../../../src/administration/report/ports.js';
import type { PersonCount } from '../../../src/administration/report/tally.js';
import type { Storage } from '../../../src/storage/open-database.js';
import { aReportOfAll } from '../../support/views-of-reports.js';
import { rigFor, type FreshDatabase } from './rig.js';

const person = (personId: string, counts: number, mayCount = 0): PersonCount => ({
  personId,
  counts,
  mayCount,
  unknown: 1,
  stale: 2,
  devices: counts + mayCount + 1,
});
const read = (storage: Storage, id = 'report-1') => storage.reports.people(id, '', 10_000);

async function saved(
  storage: Storage,
  report: TenantReport,
  version: number,
  people: readonly PersonCount[] = [],
  fresh = false,
): Promise<StoredTenantReport> {
  const result = await storage.reports.save(report, version, people, fresh);
  if (result === 'conflict') throw new Error('conflict');
  return result;
}

/** Reports of the whole tenant. */
export function keepsReports(fresh: FreshDatabase): void {
  describe('reports', () => {
    const rig = rigFor(fresh);

    it('there is one at a time, whoever asks at the same moment', async () => {
      const [one, two] = [await rig.open(), await rig.open()];
      const begun = await Promise.all([
        one.reports.begin(aReportOfAll()),
        two.reports.begin(aReportOfAll({ id: 'report-2' })),
      ]);
      expect(begun.filter((each) => each.begun)).toHaveLength(1);
      expect(begun[0]?.stored.report.id).toBe(begun[1]?.stored.report.id);
    });

    it('what a page adds for people is written with it or not at all', async () => {
      const storage = await rig.open();
      const { stored } = await storage.reports.begin(aReportOfAll());
      const second = await saved(storage, { ...stored.report, pages: 1 }, stored.version, [
        person('a', 2),
        person('b', 0, 3),
      ]);
      expect(await storage.reports.save({ ...stored.report, pages: 1 }, stored.version, [person('a', 2)])).toBe(
        'conflict',
      );
      await saved(storage, { ...second.report, pages: 2 }, second.version, [person('a', 1, 1)]);
      expect(await read(storage)).toMatchObject([
        { personId: 'a', counts: 3, mayCount: 1, unknown: 2, stale: 4, devices: 6, name: '' },
        { personId: 'b', counts: 0, mayCount: 3, devices: 4 },
      ]);
      expect((await storage.reports.find('report-1'))?.report.pages).toBe(2);
    });

    it('two that write at the same moment: one is written', async () => {
      const [one, two] = [await rig.open(), await rig.open()];
      const { stored } = await one.reports.begin(aReportOfAll());
      const results = await Promise.all(
        [one, two].map(({ reports }) => reports.save({ ...stored.report, pages: 1 }, stored.version, [person('a', 1)])),
      );
      expect(results.filter((result) => result === 'conflict')).toHaveLength(1);
      expect(await read(one)).toMatchObject([{ counts: 1 }]);
    });

    it('a page of more people than fit into one statement', async () => {
      const storage = await rig.open();
      const { stored } = await storage.reports.begin(aReportOfAll());
      await saved(
        storage,
        stored.report,
        stored.version,
        Array.from({ length: 1_201 }, (_, index) => person(`person-${index}`, 1)),
      );
      expect(await read(storage)).toHaveLength(1_201);
    });

    it('begun again, what was counted before is dropped', async () => {
      const storage = await rig.open();
      const { stored } = await storage.reports.begin(aReportOfAll());
      const second = await saved(storage, stored.report, stored.version, [person('a', 2)]);
      await saved(storage, { ...second.report, restarts: 1 }, second.version, [person('c', 1)], true);
      expect((await read(storage)).map(({ personId }) => personId)).toEqual(['c']);
    });

    it('is worked on by one, and by another when the first is gone', async () => {
      const [one, two] = [await rig.open(), await rig.open()];
      expect(await one.reports.lease('one', 1_000, 2_000)).toBeUndefined();
      const { stored } = await one.reports.begin(aReportOfAll());
      expect(await one.reports.lease('one', 1_000, 2_000)).toEqual(stored);
      expect(await two.reports.lease('two', 1_500, 2_500)).toBeUndefined();
      expect(await one.reports.lease('one', 1_900, 2_900)).toEqual(stored);
      expect(await two.reports.lease('two', 2_901, 3_901)).toEqual(stored);
      await one.reports.release('report-1', 'one');
      expect(await one.reports.lease('one', 2_902, 3_902)).toBeUndefined();
      await two.reports.release('report-1', 'two');
      expect(await one.reports.lease('one', 2_903, 3_903)).toEqual(stored);
      await saved(one, { ...stored.report, end: { kind: 'done' } }, stored.version);
      expect(await one.reports.lease('one', 9_000, 9_999)).toBeUndefined();
    });

    it('tells who is over, who may be, and how many have how many', async () => {
      const storage = await rig.open();
      const { stored } = await storage.reports.begin(aReportOfAll());
      await saved(storage, stored.report, stored.version, [
        person('a', 5),
        person('b', 9),
        person('c', 4, 3),
        person('d', 0, 4),
        person('e', 4),
      ]);
      await storage.reports.name('report-1', [
        { personId: 'b', name: 'Ben Okafor', userPrincipalName: 'ben.okafor@contoso.com' },
        { personId: 'nobody', name: 'x', userPrincipalName: '' },
      ]);
      expect(
        (await storage.reports.over('report-1', { by: 'counts', atLeast: 5 }, 10)).map(
          ({ personId, name }) => `${personId} ${name}`,
        ),
      ).toEqual(['b Ben Okafor', 'a ']);
      expect(
        (await storage.reports.over('report-1', { by: 'mayCount', atLeast: 5 }, 10)).map(({ personId }) => personId),
      ).toEqual(['c']);
      expect(await storage.reports.over('report-1', { by: 'counts', atLeast: 5 }, 1)).toHaveLength(1);
      const distribution = await storage.reports.distribution('report-1');
      expect(distribution.toSorted((a, b) => a.counts - b.counts || a.mayCount - b.mayCount)).toEqual([
        { counts: 0, mayCount: 4, people: 1 },
        { counts: 4, mayCount: 0, people: 1 },
        { counts: 4, mayCount: 3, people: 1 },
        { counts: 5, mayCount: 0, people: 1 },
        { counts: 9, mayCount: 0, people: 1 },
      ]);
      expect((await storage.reports.people('report-1', 'b', 2)).map(({ personId }) => personId)).toEqual(['c', 'd']);
    });

    it('a new one takes the place of the last', async () => {
      const storage = await rig.open();
      const { stored } = await storage.reports.begin(aReportOfAll());
      await saved(storage, { ...stored.report, end: { kind: 'done' } }, stored.version, [person('a', 1)]);
      await storage.reports.begin(aReportOfAll({ id: 'report-2' }));
      expect(await read(storage)).toEqual([]);
      expect((await storage.reports.latest())?.report.id).toBe('report-2');
      expect(await storage.reports.find('report-1')).toBeUndefined();
    });
  });

  describe('an auto-updating card', () => {
    const rig = rigFor(fresh);

    it('is remembered for whom it was posted, also anew', async () => {
      const storage = await rig.open();
      const card = { conversationId: 'chat', activityId: '1' };
      expect(await storage.autoUpdatingCards.find('report:1', 'ada')).toBeUndefined();
      await storage.autoUpdatingCards.remember('report:1', 'ada', card);
      await storage.autoUpdatingCards.remember('report:1', 'sven', { ...card, activityId: '2' });
      await storage.autoUpdatingCards.remember('report:1', 'ada', { ...card, activityId: '3' });
      expect(await storage.autoUpdatingCards.find('report:1', 'ada')).toEqual({ ...card, activityId: '3' });
      await storage.personalData.forget('ada');
      expect(await storage.autoUpdatingCards.find('report:1', 'ada')).toBeUndefined();
      expect(await storage.autoUpdatingCards.find('report:1', 'sven')).toBeDefined();
    });
  });
}
