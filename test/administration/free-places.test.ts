import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freePlaces } from '../../src/administration/free-places.js';
import { groupDevices } from '../../src/administration/group-devices.js';
import { deviceSorts, sortDevices } from '../../src/administration/sort-devices.js';
import { estimateQuota } from '../../src/directory/estimate-quota.js';
import type { JudgedDevice } from '../../src/directory/model.js';
import { aDevice, aJudgedDevice, aQuota, known, notKnown } from '../support/a-device.js';

const one = (changes: Partial<JudgedDevice>, device: Parameters<typeof aDevice>[0] = {}): JudgedDevice =>
  aJudgedDevice({ counting: 'counts', device: aDevice(device), ...changes });

describe('free places', () => {
  it.each([
    ['room for all', { counts: 3, mayCount: 0 }, { atLeast: 17, atMost: 17, toRemove: 0, toRemoveAnyway: 0 }],
    ['it depends', { counts: 18, mayCount: 2 }, { atLeast: 0, atMost: 2, toRemove: 1, toRemoveAnyway: 0 }],
    ['full', { counts: 20, mayCount: 0 }, { atLeast: 0, atMost: 0, toRemove: 1, toRemoveAnyway: 1 }],
    ['over it', { counts: 23, mayCount: 2, unknown: 1 }, { atLeast: 0, atMost: 0, toRemove: 7, toRemoveAnyway: 4 }],
    ['not all were read', { counts: 3, mayCount: 0, complete: false }, { atLeast: 0, atMost: 17 }],
  ])('%s', (_what, changes, expected) => {
    expect(freePlaces(aQuota({ limit: known(20), unknown: 0, ...changes }), [])).toMatchObject(expected);
  });

  it.each([notKnown, known(0), known(101)])('none where there is no number to count against', (limit) => {
    expect(freePlaces(aQuota({ limit }), [])).toBeUndefined();
  });

  it('what could go is only what counts, each in one kind, and of a name not the one used last', () => {
    const judged = [
      one({ stale: true, duplicate: true }, { accountEnabled: false, displayName: 'A' }),
      one({}, { accountEnabled: false, displayName: 'B' }),
      one({ duplicate: true }, { displayName: 'C', approximateLastSignInDateTime: '2026-02-01T00:00:00Z' }),
      one({ duplicate: true }, { displayName: 'c', approximateLastSignInDateTime: '2026-03-01T00:00:00Z' }),
      one({ stale: true, counting: 'mayCount' }, { displayName: 'D' }),
      one({ stale: undefined }, { displayName: 'E' }),
    ];
    expect(freePlaces(aQuota(), judged)?.removable).toEqual({ stale: 1, disabled: 1, duplicate: 1 });
  });

  it('says how many of those no application may switch off', () => {
    const judged = [
      one({ stale: true }, { displayName: 'A', operatingSystem: 'iOS' }),
      one({ stale: true }, { displayName: 'B' }),
      one({}, { displayName: 'C', operatingSystem: 'Android', accountEnabled: false }),
      one({ stale: true }, { displayName: 'D', operatingSystem: undefined }),
      one({}, { displayName: 'E', operatingSystem: 'macOS' }),
      one({ stale: true, counting: 'doesNotCount' }, { displayName: 'F', operatingSystem: 'Linux' }),
    ];
    expect(freePlaces(aQuota(), judged)).toMatchObject({ removable: { stale: 3, disabled: 1 }, byHand: 2 });
  });

  it('removing as many as it says makes one place free, and one fewer does not', () => {
    const counting = fc.constantFrom('counts', 'mayCount', 'doesNotCount', 'unknown' as const) as fc.Arbitrary<
      JudgedDevice['counting']
    >;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.array(counting, { maxLength: 130 }), (limit, kinds) => {
        const judged = kinds.map((each) => one({ counting: each }));
        const { toRemove = 0 } = freePlaces(estimateQuota(known(limit), judged, true), judged) ?? {};
        const without = (count: number): number => {
          let left = count;
          const rest = judged.filter((device) => device.counting === 'doesNotCount' || (left -= 1) < 0);
          return freePlaces(estimateQuota(known(limit), rest, true), rest)?.atLeast ?? -1;
        };
        expect(without(toRemove)).toBeGreaterThan(0);
        if (toRemove > 0) expect(without(toRemove - 1)).toBe(0);
      }),
    );
  });
});

const devices = fc.array(
  fc
    .record({
      counting: fc.constantFrom('counts', 'mayCount', 'doesNotCount', 'unknown'),
      name: fc.option(fc.string(), { nil: undefined }),
      used: fc.option(fc.constant('2026-01-01T00:00:00Z'), { nil: undefined }),
      stale: fc.option(fc.boolean(), { nil: undefined }),
    })
    .map(({ counting, name, used, stale }) =>
      one({ counting, stale }, { displayName: name, approximateLastSignInDateTime: used }),
    ),
  { maxLength: 40 },
);

it('every order keeps every device, once', () => {
  fc.assert(
    fc.property(devices, fc.constantFrom(...deviceSorts), (all, sort) => {
      const sorted = sortDevices(all, sort);
      expect(sorted).toHaveLength(all.length);
      expect(new Set(sorted)).toEqual(new Set(all));
    }),
  );
});

it('every device is counted in one group, and no more are shown than wanted', () => {
  fc.assert(
    fc.property(devices, fc.nat(30), (all, most) => {
      const groups = groupDevices(all, most);
      expect(groups.reduce((sum, { total }) => sum + total, 0)).toBe(all.length);
      expect(groups.reduce((sum, each) => sum + each.devices.length, 0)).toBe(Math.min(all.length, most));
    }),
  );
});
