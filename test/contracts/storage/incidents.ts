import { describe, expect, it } from 'vitest';
import { anIncident } from '../../support/views-of-incidents.js';
import { day, fabrikam, rigFor, start, type FreshDatabase } from './rig.js';

const until = new Date(start + day).toISOString();
const { number: _none, ...wanted } = anIncident({ state: 'draft', until });

/** Known issues. */
export function keepsIncidents(fresh: FreshDatabase): void {
  describe('known issues', () => {
    const rig = rigFor(fresh);

    it('are numbered, found, and changed by one of two', async () => {
      const [one, two] = [await rig.open(), await rig.open()];
      const { incident, version } = await one.incidents.draft(wanted);
      expect(incident).toEqual({ ...wanted, number: 1 });
      expect(await two.incidents.find(1)).toEqual({ incident, version });
      const saved = await Promise.all(
        [one, two].map(({ incidents }) => incidents.save({ ...incident, state: 'running' }, version)),
      );
      expect(saved.filter((each) => each !== undefined)).toHaveLength(1);
      expect(await (await rig.open(fabrikam)).incidents.running()).toEqual([]);
    });

    it('run until their time, newest first', async () => {
      const { incidents } = await rig.open();
      for (let nth = 0; nth < 3; nth += 1) {
        const { incident, version } = await incidents.draft({
          ...wanted,
          until: new Date(start + nth * day).toISOString(),
        });
        if (nth > 0) await incidents.save({ ...incident, state: 'running' }, version);
      }
      expect((await incidents.running()).map(({ number }) => number)).toEqual([3, 2]);
      expect((await incidents.due(start + day)).map(({ incident }) => incident.number)).toEqual([2]);
    });

    it('forget who set them, and go when nobody needs them', async () => {
      const { incidents, personalData } = await rig.open();
      const draft = await incidents.draft(wanted);
      const ended = await incidents.draft(wanted);
      await incidents.save({ ...ended.incident, state: 'ended' }, ended.version);
      await personalData.forget('sven');
      expect((await incidents.find(1))?.incident.by).toBe('');
      expect(draft.incident.by).toBe('sven');
      rig.now = start + 2 * day;
      await personalData.expire(0);
      expect(await incidents.find(1)).toBeUndefined();
      expect(await incidents.find(2)).toBeDefined();
      rig.now = start + 31 * day;
      await personalData.expire(0);
      expect(await incidents.find(2)).toBeUndefined();
    });
  });
}
