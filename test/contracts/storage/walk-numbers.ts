import { describe, expect, it } from 'vitest';
import type { Session } from '../../../src/troubleshooting/session.js';
import { ada, aSession } from './samples.js';
import { day, rigFor, start, type FreshDatabase } from './rig.js';

const begun = (id: string, changes: Partial<Session> = {}): Session => ({
  ...aSession(id),
  startedAt: new Date(start).toISOString(),
  nodeId: 'a/one',
  place: { kind: 'node' },
  ...changes,
});

/** What statistics count. */
export function countsWalks(fresh: FreshDatabase): void {
  describe('the numbers of walks', () => {
    const rig = rigFor(fresh);
    const since = start - day;

    it('follow each walk, also a rating that comes later', async () => {
      const { sessions, statsSource } = await rig.open();
      const session = begun('s');
      await sessions.insert(ada.id, session);
      expect(await statsSource.walks(since, start - 7 * day)).toEqual([
        { outcome: 'open', nodeId: 'a/one', rating: undefined, quiet: false, walks: 1 },
      ]);
      await sessions.save(ada.id, { ...session, nodeId: 'a/two', place: { kind: 'closed', outcome: 'fixed' } }, 1);
      await sessions.save(
        ada.id,
        { ...session, nodeId: 'a/two', place: { kind: 'closed', outcome: 'fixed', rating: 4 } },
        2,
      );
      expect(await statsSource.walks(since, start - 7 * day)).toEqual([
        { outcome: 'fixed', nodeId: 'a/two', rating: 4, quiet: false, walks: 1 },
      ]);
    });

    it('are not changed by a save that came too late', async () => {
      const { sessions, statsSource } = await rig.open();
      await sessions.insert(ada.id, begun('s'));
      await sessions.save(ada.id, begun('s', { nodeId: 'a/two' }), 1);
      await sessions.save(ada.id, begun('s', { nodeId: 'a/three' }), 1);
      expect(await statsSource.walks(since, 0)).toMatchObject([{ nodeId: 'a/two' }]);
    });

    it('call a walk quiet until it is gone on with', async () => {
      const { sessions, statsSource } = await rig.open();
      await sessions.insert(ada.id, begun('s'));
      rig.now = start + 8 * day;
      expect(await statsSource.walks(since, rig.now - 7 * day)).toMatchObject([{ quiet: true }]);
      await sessions.save(ada.id, begun('s'), 1);
      expect(await statsSource.walks(since, rig.now - 7 * day)).toMatchObject([{ quiet: false }]);
    });

    it('stay when the person is forgotten or the session’s time is over, and go after their own', async () => {
      const { sessions, statsSource, personalData } = await rig.open();
      await sessions.insert(ada.id, begun('s'));
      await sessions.insert('ben', begun('t'));
      await personalData.forget(ada.id);
      await personalData.expire(start + 1);
      expect(await sessions.latest('ben')).toBeUndefined();
      expect(await statsSource.walks(since, 0)).toMatchObject([{ walks: 2 }]);
      rig.now = start + 401 * day;
      await personalData.expire(0);
      expect(await statsSource.walks(0, 0)).toEqual([]);
    });

    it('are those that began in time', async () => {
      const { sessions, statsSource } = await rig.open();
      await sessions.insert(ada.id, begun('s', { startedAt: new Date(start - 3 * day).toISOString() }));
      await sessions.insert(ada.id, begun('t'));
      expect(await statsSource.walks(since, 0)).toMatchObject([{ walks: 1 }]);
      expect(await statsSource.walks(start - 4 * day, 0)).toMatchObject([{ walks: 2 }]);
    });
  });
}
