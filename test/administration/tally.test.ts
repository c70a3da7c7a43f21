import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noTotals, tally, type PersonCount } from '../../src/administration/report/tally.js';
import { thresholdOf } from '../../src/administration/report/threshold.js';
import type { ScannedDevice } from '../../src/directory/scan-devices.js';
import { aDevice, aJudgedDevice } from '../support/a-device.js';

const now = Date.parse('2026-05-04T09:00:00Z');
const options = { now, staleDays: 90 };

const scanned = fc.record({
  owners: fc.uniqueArray(fc.constantFrom('ada', 'ben', 'carla'), { maxLength: 2 }),
  counting: fc.constantFrom('counts' as const, 'mayCount' as const, 'doesNotCount' as const, 'unknown' as const),
  stale: fc.constantFrom(true, false, undefined),
  pending: fc.constantFrom(true, false, undefined),
  downLevel: fc.boolean(),
  version: fc.constantFrom('6.1.7601', '6.3.9600', '10.0.19045', '10.0.22631', '17.4', undefined),
});

const device = ({
  version,
  ...judged
}: Partial<Omit<ScannedDevice, 'device'>> & { version?: string | undefined }): ScannedDevice => ({
  ...aJudgedDevice({ device: aDevice({ operatingSystemVersion: version }) }),
  owners: [],
  lastSync: undefined,
  ...judged,
});

describe('counting', () => {
  it('gives the same however the devices are cut into pages', () => {
    fc.assert(
      fc.property(fc.array(scanned, { maxLength: 30 }), fc.integer({ min: 1, max: 7 }), (list, size) => {
        const devices = list.map(device);
        const whole = tally(noTotals, devices, options);
        let totals = noTotals;
        const people = new Map<string, PersonCount>();
        for (let from = 0; from < devices.length; from += size) {
          const page = tally(totals, devices.slice(from, from + size), options);
          totals = page.totals;
          for (const added of page.people) {
            const before = people.get(added.personId);
            people.set(
              added.personId,
              before
                ? {
                    ...before,
                    counts: before.counts + added.counts,
                    mayCount: before.mayCount + added.mayCount,
                    unknown: before.unknown + added.unknown,
                    stale: before.stale + added.stale,
                    devices: before.devices + added.devices,
                  }
                : added,
            );
          }
        }
        expect(totals).toEqual(whole.totals);
        expect(people).toEqual(new Map(whole.people.map((person) => [person.personId, person])));
      }),
    );
  });

  it('counts each device once in the totals, whoever owns it, and once for each of its owners', () => {
    const { totals, people } = tally(
      noTotals,
      [device({ owners: ['ada', 'ben', 'ada'], counting: 'counts' }), device({})],
      options,
    );
    expect(totals).toMatchObject({ devices: 2, withoutOwner: 1 });
    expect(people.map(({ personId, counts }) => [personId, counts])).toEqual([
      ['ada', 1],
      ['ben', 1],
    ]);
  });

  it.each([
    ['10.0.22000.1', 'windows11'],
    ['10.0.19045', 'windows10'],
    ['6.3.9600', 'windows81'],
    ['6.2.9200', 'windows8'],
    ['6.1.7601', 'windows7'],
    ['5.1', 'windowsUnknown'],
    [undefined, 'windowsUnknown'],
  ] as const)('version %s is %s', (version, system) => {
    expect(tally(noTotals, [device({ version })], options).totals.bySystem[system]).toBe(1);
  });

  it.each([
    [90, 'once'],
    [179, 'once'],
    [180, 'twice'],
    [359, 'twice'],
    [360, 'fourTimes'],
  ] as const)('not used for %i days: %s', (days, age) => {
    const used = new Date(now - days * 86_400_000).toISOString();
    const old = { ...device({ stale: true }), device: aDevice({ approximateLastSignInDateTime: used }) };
    expect(tally(noTotals, [old], options).totals.staleByAge[age]).toBe(1);
  });

  it('pending for over a week is what Entra Connect has not changed for a week', () => {
    const waiting = (days: number | undefined) =>
      device({
        pending: true,
        ...(days !== undefined && { lastSync: new Date(now - days * 86_400_000).toISOString() }),
      });
    const { totals } = tally(noTotals, [waiting(6.9), waiting(7.1), waiting(undefined)], options);
    expect(totals).toMatchObject({ pending: 3, pendingOverAWeek: 1 });
  });
});

it.each([
  [20, 80, 16],
  [15, 80, 12],
  [7, 50, 4],
  [1, 1, 1],
  [100, 200, 200],
  [0, 80, undefined],
  [101, 80, undefined],
  [undefined, 80, undefined],
])('of a limit of %s, %i %% are reached with %s devices', (limit, percent, atLeast) => {
  expect(thresholdOf(limit, percent)).toBe(atLeast);
});
