import { describe, expect, it } from 'vitest';
import type { Known } from '../../src/directory/model.js';
import { createHelpdeskMembership } from '../../src/helpdesk/helpdesk-membership.js';
import { ben, helper } from '../contracts/storage/samples.js';

const minute = 60_000;
const hour = 60 * minute;
const start = Date.UTC(2026, 2, 9, 9);

/** A directory that answers as told, one that keeps its answers for five minutes like the real one, and a store of confirmations. */
function aDirectory() {
  const confirmations = new Map<string, number>();
  const clock = { now: start };
  const directory = {
    clock,
    confirmations,
    answer: true as boolean | 'silent',
    /** Another process with a memory of its own, on the same store. */
    instance() {
      let kept: (Known<boolean> & { known: true }) | undefined;
      return createHelpdeskMembership({
        isMember: async () => {
          if (kept && clock.now - Date.parse(kept.at) < 5 * minute) return kept;
          const at = new Date(clock.now).toISOString();
          if (directory.answer === 'silent') return { known: false, reason: 'timeout', source: '/groups', at };
          kept = { known: true, value: directory.answer, source: '/groups', at };
          return kept;
        },
        confirmed: {
          confirmedAt: async (personId, groupId) => confirmations.get(`${personId} ${groupId}`),
          confirm: async (personId, groupId, at) =>
            void confirmations.set(
              `${personId} ${groupId}`,
              Math.max(at, confirmations.get(`${personId} ${groupId}`) ?? 0),
            ),
          takeBack: async (personId, groupId) => void confirmations.delete(`${personId} ${groupId}`),
        },
        helpdeskGroupId: 'helpdesk',
        now: () => new Date(clock.now),
      });
    },
  };
  return directory;
}

describe('somebody is of the helpdesk', () => {
  it('when the directory says so', async () => {
    const directory = aDirectory();
    expect(await directory.instance()(helper.id)).toBe('member');
    expect(directory.confirmations.get(`${helper.id} helpdesk`)).toBe(start);
  });

  it('not when the directory says so, whatever was confirmed before', async () => {
    const directory = aDirectory();
    const membershipOf = directory.instance();
    await membershipOf(helper.id);
    directory.answer = false;
    directory.clock.now += 5 * minute;
    expect(await membershipOf(helper.id)).toBe('notMember');
    directory.answer = 'silent';
    directory.clock.now += 5 * minute;
    expect(await membershipOf(helper.id), 'taken back').toBe('unknown');
  });

  it('not while a "no" of the last minutes is kept', async () => {
    const directory = aDirectory();
    const membershipOf = directory.instance();
    directory.answer = false;
    expect(await membershipOf(helper.id)).toBe('notMember');
    directory.answer = true;
    directory.clock.now += 5 * minute - 1;
    expect(await membershipOf(helper.id)).toBe('notMember');
    directory.clock.now += 1;
    expect(await membershipOf(helper.id)).toBe('member');
  });

  it('as an earlier member while the directory is silent, for 24 hours from the last confirmation', async () => {
    const directory = aDirectory();
    const membershipOf = directory.instance();
    await membershipOf(helper.id);
    directory.clock.now += 2 * hour;
    await membershipOf(helper.id);
    directory.answer = 'silent';
    directory.clock.now += 24 * hour - 1;
    expect(await membershipOf(helper.id)).toBe('earlierMember');
    expect(await directory.instance()(helper.id), 'after a restart').toBe('earlierMember');
    directory.clock.now += 1;
    expect(await membershipOf(helper.id)).toBe('unknown');
  });

  it('never as an earlier member by an earlier membership: that confirms nothing anew', async () => {
    const directory = aDirectory();
    const membershipOf = directory.instance();
    await membershipOf(helper.id);
    directory.answer = 'silent';
    for (let passed = 12; passed < 24; passed += 1) {
      directory.clock.now = start + passed * hour;
      expect(await membershipOf(helper.id)).toBe('earlierMember');
    }
    directory.clock.now = start + 24 * hour;
    expect(await membershipOf(helper.id)).toBe('unknown');
  });

  it('unknown when the directory is silent and never said anything', async () => {
    const directory = aDirectory();
    directory.answer = 'silent';
    expect(await directory.instance()(helper.id)).toBe('unknown');
  });

  it('nobody is when there is no group, nor anybody without an id', async () => {
    const directory = aDirectory();
    const membershipOf = createHelpdeskMembership({
      isMember: () => Promise.reject(new Error('should not be asked')),
      confirmed: { confirmedAt: async () => start, confirm: async () => undefined, takeBack: async () => undefined },
      helpdeskGroupId: undefined,
      now: () => new Date(start),
    });
    expect(await membershipOf(helper.id)).toBe('notMember');
    expect(await directory.instance()('')).toBe('notMember');
  });

  it('each for themselves', async () => {
    const directory = aDirectory();
    const membershipOf = directory.instance();
    await membershipOf(helper.id);
    directory.answer = 'silent';
    directory.clock.now += hour;
    expect(await directory.instance()(ben.id)).toBe('unknown');
  });

  it('not again through what another instance still remembers, once it was taken back', async () => {
    const directory = aDirectory();
    const [one, two] = [directory.instance(), directory.instance()];
    await one(helper.id);
    directory.answer = false;
    directory.clock.now += minute;
    expect(await two(helper.id)).toBe('notMember');
    expect(await one(helper.id), 'kept for five minutes').toBe('member');
    directory.answer = 'silent';
    directory.clock.now += hour;
    expect(await one(helper.id)).toBe('unknown');
    expect(await two(helper.id)).toBe('unknown');
  });

  it('still, when another instance remembers a "no" of before', async () => {
    const directory = aDirectory();
    const [one, two] = [directory.instance(), directory.instance()];
    directory.answer = false;
    await one(helper.id);
    directory.answer = true;
    directory.clock.now += minute;
    expect(await two(helper.id)).toBe('member');
    expect(await one(helper.id), 'kept for five minutes').toBe('notMember');
    directory.answer = 'silent';
    directory.clock.now += hour;
    expect(await two(helper.id)).toBe('earlierMember');
  });
});
