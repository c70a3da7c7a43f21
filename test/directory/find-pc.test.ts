import { describe, expect, it } from 'vitest';
import type { FaultKind } from '../../src/demo/graph/fault-plan.js';
import type { SampleDevice } from '../../src/demo/tenant/model.js';
import { createDirectory } from '../../src/directory/create-directory.js';
import type { FoundPc, Known } from '../../src/directory/model.js';
import { toPcObject } from '../../src/directory/pc-object.js';
import { directoryOf } from './graph-fixture.js';
import { device, today } from './small-tenant.js';

const hybrid = device(1, { displayName: 'PC-7', trustType: 'ServerAd', registeredOwners: [], registeredUsers: [] });
const registered = device(2, { displayName: 'PC-7' });
const other = device(3);
const absent = device(99).deviceId;

interface Circumstances {
  readonly devices?: readonly SampleDevice[];
  readonly secondAskMs?: number;
  readonly budgetMs?: number;
  /** Appears after the first answer, as an object does when the index catches up. */
  readonly late?: SampleDevice;
}

async function search({ devices = [hybrid, registered, other], secondAskMs = 1, budgetMs, late }: Circumstances = {}) {
  const tenant = [...devices];
  const { graph, port } = await directoryOf({ devices: tenant }, budgetMs);
  const catchingUp: typeof port = {
    ...port,
    get(path, turn) {
      if (late) tenant.push(late);
      return port.get(path, turn);
    },
  };
  const { findPc } = createDirectory({ graph: catchingUp, now: () => today, secondAskMs });
  /** What Graph was asked for: the filters of each request. */
  const filters = () =>
    graph.requests.map(({ url, inner }) =>
      inner.length > 0 ? inner.map((part) => filterOf(part.url)) : [filterOf(url)],
    );
  return { graph, findPc, filters };
}

function filterOf(url: string): string {
  return new URL(url, 'http://graph').searchParams.get('$filter') ?? '';
}

const byId = (id: string) => `deviceId eq '${id}'`;
const byName = (name: string) => `displayName eq '${name}'`;

function shown(found: Known<FoundPc>) {
  if (!found.known) return found.reason;
  const { devices, ...asked } = found.value;
  return { devices: devices.map(({ device: { id, foundBy } }) => `${id} ${foundBy}`), ...asked };
}

describe('finding a PC', () => {
  it('asks for DeviceId and name in one request, and gives each object once', async () => {
    const { findPc, filters } = await search();
    const found = await findPc({ deviceId: hybrid.deviceId, name: 'pc-7' });
    expect(shown(found)).toEqual({
      devices: [`${hybrid.id} deviceId`, `${registered.id} name`],
      byDeviceId: true,
      byName: true,
    });
    expect(found).toMatchObject({
      source: '/devices',
      at: '2026-05-04T08:00:00.000Z',
      value: { devices: [{ duplicate: true }, { duplicate: true }] },
    });
    expect(filters()).toEqual([[byId(hybrid.deviceId), byName('pc-7')]]);
  });

  it('looks the name of the object up where only a DeviceId is given', async () => {
    const { findPc, filters } = await search();
    const found = await findPc({ deviceId: hybrid.deviceId });
    expect(shown(found)).toEqual({
      devices: [`${hybrid.id} deviceId`, `${registered.id} name`],
      byDeviceId: true,
      byName: true,
    });
    expect(filters()).toEqual([[byId(hybrid.deviceId)], [byName('PC-7')]]);
  });

  it('by name alone asks once, also when there is none', async () => {
    const { findPc, filters } = await search();
    expect(shown(await findPc({ name: ' PC-3 ' }))).toEqual({
      devices: [`${other.id} name`],
      byDeviceId: false,
      byName: true,
    });
    expect(shown(await findPc({ name: 'PC-404' }))).toEqual({ devices: [], byDeviceId: false, byName: true });
    expect(filters()).toEqual([[byName('PC-3')], [byName('PC-404')]]);
  });

  it('takes a DeviceId in capitals, and never for the object id', async () => {
    const { findPc } = await search();
    expect(shown(await findPc({ deviceId: hybrid.deviceId.toUpperCase() }))).toMatchObject({
      byDeviceId: true,
      devices: { length: 2 },
    });
    expect(shown(await findPc({ deviceId: hybrid.id }))).toEqual({ devices: [], byDeviceId: true, byName: false });
  });

  it('escapes quotes and signs in a name', async () => {
    const called = device(5, { displayName: "O'Brien & Sons' PC+1 #2" });
    const { findPc } = await search({ devices: [called, other] });
    expect(shown(await findPc({ name: called.displayName }))).toMatchObject({ devices: [`${called.id} name`] });
    expect(shown(await findPc({ name: "x' or displayName ne '" }))).toMatchObject({ devices: [] });
  });

  it('sends no DeviceId that is no GUID, and no name that cannot be one', async () => {
    const { findPc, filters } = await search();
    const nothing = { devices: [], byDeviceId: false, byName: false };
    for (const query of [
      {},
      { deviceId: "x' or 'a' eq 'a" },
      { deviceId: '' },
      { name: '  ' },
      { name: 'x'.repeat(257) },
    ]) {
      expect(shown(await findPc(query))).toEqual(nothing);
    }
    expect(filters()).toEqual([]);
    expect(shown(await findPc({ deviceId: 'PC-3', name: 'PC-3' }))).toMatchObject({ byDeviceId: false, byName: true });
    expect(filters()).toEqual([[byName('PC-3')]]);
    expect(shown(await findPc({ name: '\ud800' }))).toMatchObject({ devices: [] });
  });
});

describe('a DeviceId that is not found', () => {
  it('is asked for twice, the name once', async () => {
    const { findPc, filters } = await search();
    expect(shown(await findPc({ deviceId: absent, name: 'PC-7' }))).toEqual({
      devices: [`${hybrid.id} name`, `${registered.id} name`],
      byDeviceId: true,
      byName: true,
    });
    expect(filters()).toEqual([[byId(absent), byName('PC-7')], [byId(absent)]]);
  });

  it('is believed to have no object after the second time', async () => {
    const { findPc, filters } = await search();
    expect(shown(await findPc({ deviceId: absent }))).toEqual({ devices: [], byDeviceId: true, byName: false });
    expect(filters()).toEqual([[byId(absent)], [byId(absent)]]);
  });

  it('may be found the second time, and then has a name', async () => {
    const { findPc, filters } = await search({ devices: [registered], late: hybrid });
    expect(shown(await findPc({ deviceId: hybrid.deviceId }))).toMatchObject({
      devices: [`${hybrid.id} deviceId`, `${registered.id} name`],
    });
    expect(filters()).toHaveLength(3);
  });

  it('is asked for again after a second', async () => {
    const { graph, port } = await directoryOf();
    const begun = performance.now();
    await createDirectory({ graph: port, now: () => today }).findPc({ deviceId: absent });
    expect(performance.now() - begun).toBeGreaterThan(900);
    expect(graph.requests).toHaveLength(2);
  });

  it.each([
    ['for the second question', { secondAskMs: 8_000 }],
    ['before the pause is over', { secondAskMs: 400, budgetMs: 100 }],
  ])('is unknown when there is no time %s', async (_when, circumstances) => {
    const { findPc, filters } = await search(circumstances);
    expect(shown(await findPc({ deviceId: absent, name: 'PC-7' }))).toBe('timeout');
    expect(filters()).toHaveLength(1);
  });

  it('is unknown when the second question fails', async () => {
    const { graph, findPc } = await search();
    graph.faults.set([{ match: ({ inner, path }) => !inner && path === '/devices', kind: 'status', status: 403 }]);
    expect(shown(await findPc({ deviceId: absent, name: 'PC-7' }))).toBe('forbidden');
  });
});

const failures: readonly (readonly [string, FaultKind, string, number | undefined])[] = [
  ['403', { kind: 'status', status: 403 }, 'forbidden', undefined],
  ['429', { kind: 'status', status: 429, retryAfter: 0 }, 'throttled', undefined],
  ['429 for longer than we have', { kind: 'status', status: 429, retryAfter: 60 }, 'throttled', undefined],
  ['500', { kind: 'status', status: 500 }, 'unreachable', undefined],
  ['limited information', { kind: 'limitedInformation' }, 'limitedInformation', undefined],
  ['nothing but nulls', { kind: 'nulls' }, 'limitedInformation', undefined],
  ['HTML instead of JSON', { kind: 'garbage' }, 'invalid', undefined],
  ['a hanging connection', { kind: 'hang' }, 'timeout', 300],
  ['a cut connection', { kind: 'drop' }, 'unreachable', undefined],
];

describe('when Graph fails', () => {
  const both = { deviceId: hybrid.deviceId, name: 'PC-7' };

  it.each(failures)('on everything with %s it says why it does not know', async (_fault, fault, reason, budgetMs) => {
    const { graph, findPc } = await search(budgetMs === undefined ? {} : { budgetMs });
    graph.faults.set([{ match: /./, ...fault }]);
    for (const query of [both, { deviceId: hybrid.deviceId }, { name: 'PC-7' }])
      expect(shown(await findPc(query))).toBe(reason);
  });

  it.each(failures.slice(0, 7))(
    'on the DeviceId with %s the name alone says nothing',
    async (_fault, fault, reason) => {
      const { graph, findPc } = await search();
      graph.faults.set([{ match: ({ query }) => query.get('$filter')?.startsWith('deviceId') === true, ...fault }]);
      expect(shown(await findPc(both))).toBe(reason);
    },
  );

  it.each(failures.slice(0, 7))('on the name with %s the DeviceId stands', async (_fault, fault) => {
    const { graph, findPc } = await search();
    graph.faults.set([{ match: ({ query }) => query.get('$filter')?.startsWith('displayName') === true, ...fault }]);
    const stands = { devices: [`${hybrid.id} deviceId`], byDeviceId: true, byName: false };
    expect(shown(await findPc(both))).toEqual(stands);
    expect(shown(await findPc({ deviceId: hybrid.deviceId }))).toEqual(stands);
    expect(shown(await findPc({ deviceId: absent, name: 'PC-7' }))).toEqual({
      devices: [],
      byDeviceId: true,
      byName: false,
    });
  });

  it('once with throttling, it asks for what failed once more', async () => {
    const { graph, findPc, filters } = await search();
    graph.faults.set([
      { match: ({ query }) => query.has('$filter'), kind: 'status', status: 429, retryAfter: 0, times: 1 },
    ]);
    expect(shown(await findPc(both))).toMatchObject({ byDeviceId: true, byName: true, devices: { length: 2 } });
    expect(filters()).toEqual([[byId(hybrid.deviceId), byName('PC-7')], [byId(hybrid.deviceId)]]);
  });

  it('for want of the permission, it is forbidden', async () => {
    const { graph, findPc } = await search();
    graph.missingPermissions.add('Device.Read.All');
    expect(shown(await findPc(both))).toBe('forbidden');
  });
});

describe('an object for the diagnosis', () => {
  it('says whether it is this PC for sure, enabled, pending, stale, and since when', async () => {
    const pending = device(6, {
      displayName: 'PC-7',
      trustType: 'ServerAd',
      registrationDateTime: null,
      accountEnabled: false,
      approximateLastSignInDateTime: null,
    });
    const { findPc } = await search({ devices: [registered, pending] });
    const found = await findPc({ deviceId: registered.deviceId });
    expect(found.known && found.value.devices.map(toPcObject)).toEqual([
      {
        trustType: 'Workplace',
        enabled: true,
        pending: false,
        registeredAt: '2025-01-01T07:00:00Z',
        stale: false,
        sameDeviceId: true,
      },
      {
        trustType: 'ServerAd',
        enabled: false,
        pending: true,
        registeredAt: undefined,
        stale: undefined,
        sameDeviceId: false,
      },
    ]);
  });
});
