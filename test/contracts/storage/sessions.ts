import { describe, expect, it } from 'vitest';
import { ada, aSession, ben } from './samples.js';
import { day, fabrikam, minute, rigFor, type FreshDatabase } from './rig.js';

export function keepsSessions(fresh: FreshDatabase): void {
  describe('sessions', () => {
    const rig = rigFor(fresh);

    it('knows nobody at first', async () => {
      const { sessions } = await rig.open();
      expect(await sessions.latest(ada.id)).toBeUndefined();
    });

    it('gives back what was inserted, letter by letter', async () => {
      const { sessions } = await rig.open();
      const session = aSession('one');
      expect(await sessions.insert(ada.id, session)).toEqual({ value: session, version: 1 });
      expect(await sessions.latest(ada.id)).toEqual({ value: session, version: 1 });
      expect(await sessions.latest(ben.id)).toBeUndefined();
    });

    it('takes the first of two writes that read the same version', async () => {
      const { sessions } = await rig.open();
      const { value, version } = await sessions.insert(ada.id, aSession('one'));
      const saved = await Promise.all([2, 3, 4, 5].map((step) => sessions.save(ada.id, { ...value, step }, version)));
      const winners = saved.filter((stored) => stored !== undefined);
      expect(winners).toHaveLength(1);
      expect(winners[0]?.version).toBe(2);
      expect(await sessions.latest(ada.id)).toEqual(winners[0]);
    });

    it('does not save over another person or a session that is gone', async () => {
      const { sessions, personalData } = await rig.open();
      const { value, version } = await sessions.insert(ada.id, aSession('one'));
      expect(await sessions.save(ben.id, value, version)).toBeUndefined();
      await personalData.forget(ada.id);
      expect(await sessions.save(ada.id, value, version)).toBeUndefined();
      expect(await sessions.latest(ada.id)).toBeUndefined();
    });

    it('calls the session latest that was begun last, whatever is written to a former one', async () => {
      const { sessions } = await rig.open();
      await sessions.insert(ada.id, aSession('two'));
      await sessions.insert(ada.id, aSession('one', { kind: 'closed', outcome: 'fixed' }));
      expect((await sessions.latest(ada.id))?.value.id, 'the same millisecond').toBe('one');
      rig.now += minute;
      expect(await sessions.save(ada.id, aSession('two'), 1)).toBeDefined();
      expect((await sessions.latest(ada.id))?.value.id, 'a late write').toBe('one');
      rig.now -= day;
      await sessions.insert(ada.id, aSession('three'));
      expect((await sessions.latest(ada.id))?.value.id, 'a clock set back').toBe('three');
    });

    it('refuses the same session twice', async () => {
      const { sessions } = await rig.open();
      await sessions.insert(ada.id, aSession('one'));
      await expect(sessions.insert(ada.id, aSession('one'))).rejects.toThrow(/unique/i);
    });

    it('keeps tenants apart', async () => {
      const here = await rig.open();
      const there = await rig.open(fabrikam);
      await here.sessions.insert(ada.id, aSession('one'));
      expect(await there.sessions.latest(ada.id)).toBeUndefined();
      await there.sessions.insert(ada.id, aSession('one'));
      await there.personalData.forget(ada.id);
      expect(await here.sessions.latest(ada.id)).toBeDefined();
    });
  });
}
