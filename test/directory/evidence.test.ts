import { describe, expect, it } from 'vitest';
import { directoryOf, lastBatch } from './graph-fixture.js';
import { adaId, device, domain, person } from './small-tenant.js';

const minute = 60_000;

describe('evidence of a person', () => {
  it('comes in one HTTP request', async () => {
    const { graph, directory } = await directoryOf();
    const evidence = await directory.evidence(adaId);
    expect(graph.requests.map(({ path }) => path)).toEqual(['/$batch']);
    expect(lastBatch(graph)).toEqual([
      `/users/${adaId}`,
      `/users/${adaId}/ownedDevices`,
      `/users/${adaId}/registeredDevices`,
      '/policies/deviceRegistrationPolicy',
      '/domains',
    ]);
    expect(evidence.person).toMatchObject({
      known: true,
      value: { id: adaId, displayName: 'Ada Example', onPremisesSyncEnabled: true },
    });
    expect(evidence.devices).toMatchObject({ known: true, value: { complete: true } });
    expect(evidence.quota).toMatchObject({ limit: { known: true, value: 5 }, counts: 2, complete: true });
  });

  it('is the same for a UPN as for an object id', async () => {
    const { graph, directory } = await directoryOf();
    const byId = await directory.evidence(adaId);
    const byUpn = await directory.evidence('ada@example.com');
    expect(graph.requests).toHaveLength(2);
    expect(byUpn.judged).toEqual(byId.judged);
    expect(byUpn.person).toMatchObject({ known: true, value: { id: adaId } });
  });

  it('finds a guest, whose UPN holds characters that a path would misread', async () => {
    const userPrincipalName = 'ada_partner.example#EXT#@example.com';
    const { directory } = await directoryOf({
      people: [person({ userPrincipalName, userType: 'Guest', onPremisesSyncEnabled: null })],
    });
    const { facts } = await directory.evidence(userPrincipalName);
    expect(facts.accountKind).toMatchObject({ known: true, value: 'guest' });
  });

  it('leaves policy and domains out for 15 minutes, and keeps the time they were read', async () => {
    const { graph, directory, clock } = await directoryOf();
    const first = await directory.evidence(adaId);
    clock.now += 15 * minute;
    const second = await directory.evidence(adaId);
    expect(lastBatch(graph)).toEqual([
      `/users/${adaId}`,
      `/users/${adaId}/ownedDevices`,
      `/users/${adaId}/registeredDevices`,
    ]);
    expect(second.facts.deviceLimit).toEqual(first.facts.deviceLimit);
    expect(second.facts.domainType).toEqual(first.facts.domainType);
    expect(second.facts.accountKind?.at).toBe('2026-05-04T08:15:00.000Z');

    clock.now += minute;
    const third = await directory.evidence(adaId);
    expect(lastBatch(graph)).toHaveLength(5);
    expect(third.facts.deviceLimit?.at).toBe('2026-05-04T08:16:00.000Z');
  });

  it('asks for policy and domains again when they were not known', async () => {
    const { graph, directory } = await directoryOf();
    graph.faults.set([{ match: /policies|domains/, kind: 'status', status: 403 }]);
    await directory.evidence(adaId);
    graph.faults.clear();
    expect((await directory.evidence(adaId)).facts).toMatchObject({
      deviceLimit: { known: true },
      domainType: { known: true },
    });
  });

  it('is unknown for somebody who is not there', async () => {
    const { directory } = await directoryOf();
    const { person: nobody, devices, facts } = await directory.evidence('nobody@example.com');
    expect([nobody, devices, facts.accountKind, facts.domainType, facts.limitUse]).toEqual(
      Array(5).fill(expect.objectContaining({ known: false, reason: 'notFound' })),
    );
    expect(facts.deviceLimit).toMatchObject({ known: true });
  });

  it('survives text that no directory would hold', async () => {
    const { directory } = await directoryOf();
    for (const odd of ['', '..', 'a/b?c#d@e', '\ud800@example.com', "o'brien@example.com"]) {
      expect((await directory.evidence(odd)).person.known).toBe(false);
    }
  });

  it('keeps the two ids of a device apart', async () => {
    const { directory } = await directoryOf({ devices: [device(7)] });
    const { judged } = await directory.evidence(adaId);
    expect(judged.map(({ device: { id, deviceId } }) => ({ id, deviceId }))).toEqual([
      { id: device(7).id, deviceId: device(7).deviceId },
    ]);
    expect((await directory.evidence(device(7).deviceId)).person.known).toBe(false);
  });

  it('lists a device once, as owned when it is both owned and used', async () => {
    const devices = [device(1), device(2, { registeredOwners: [] }), device(3, { registeredUsers: [] })];
    const { directory } = await directoryOf({ devices });
    const { judged } = await directory.evidence(adaId);
    const found = judged.map(
      ({ device: { displayName, foundBy }, counting }) => `${displayName} ${foundBy} ${counting}`,
    );
    expect(found.toSorted()).toEqual(['PC-1 owned counts', 'PC-2 registered doesNotCount', 'PC-3 owned counts']);
  });

  it('names the Graph path of each fact', async () => {
    const { directory } = await directoryOf();
    const { facts } = await directory.evidence(adaId);
    expect(Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, fact.source]))).toEqual({
      accountKind: `/users/${adaId}`,
      accountState: `/users/${adaId}`,
      domainType: '/domains',
      deviceLimit: '/policies/deviceRegistrationPolicy',
      limitUse: '/policies/deviceRegistrationPolicy',
      disabledDevice: `/users/${adaId}/ownedDevices`,
      staleDevice: `/users/${adaId}/ownedDevices`,
      duplicateDevice: `/users/${adaId}/ownedDevices`,
    });
  });
});

describe('many devices', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => device(index + 1));

  it('takes 300 in one request', async () => {
    const { graph, directory } = await directoryOf({ devices: many(300), userDeviceQuota: 500 });
    const { quota } = await directory.evidence(adaId);
    expect(quota).toMatchObject({ counts: 300, complete: true });
    expect(graph.requests).toHaveLength(1);
  });

  it('follows the links to further pages', async () => {
    const { graph, directory } = await directoryOf({ devices: many(2_000), userDeviceQuota: 5_000 });
    const { quota, facts } = await directory.evidence(adaId);
    expect(quota).toMatchObject({ counts: 2_000, complete: true });
    expect(facts.limitUse).toMatchObject({ known: true, value: 'below' });
    expect(graph.requests.map(({ path }) => path).toSorted()).toEqual([
      '/$batch',
      ...Array(2).fill(`/users/${adaId}/ownedDevices`),
      ...Array(2).fill(`/users/${adaId}/registeredDevices`),
    ]);
  });

  it('stops after ten pages and says so', async () => {
    const { directory } = await directoryOf({ devices: many(10_100), userDeviceQuota: 12_000 });
    const { devices, quota, facts } = await directory.evidence(adaId);
    expect(devices).toMatchObject({ known: true, value: { complete: false } });
    expect(quota).toMatchObject({ counts: 10 * 999, complete: false });
    expect([facts.limitUse, facts.disabledDevice]).toEqual(Array(2).fill(expect.objectContaining({ known: false })));
  });

  it('still says that the limit is reached when the list was cut', async () => {
    const { directory } = await directoryOf({ devices: many(10_100), userDeviceQuota: 50 });
    expect((await directory.evidence(adaId)).facts.limitUse).toMatchObject({ known: true, value: 'reached' });
  });

  it('keeps the first pages when a later one fails', async () => {
    const { graph, directory } = await directoryOf({ devices: many(1_500), userDeviceQuota: 5_000 });
    graph.faults.set([
      {
        match: ({ query, path }) => query.has('$skiptoken') && path.endsWith('ownedDevices'),
        kind: 'status',
        status: 500,
      },
    ]);
    const { devices, quota } = await directory.evidence(adaId);
    expect(devices).toMatchObject({ known: true, value: { complete: false } });
    expect(quota.counts).toBe(999);
  });
});

describe('the domain of the account', () => {
  it.each([
    ['federated', [domain('example.com')], { known: true, value: 'federated', details: { suffix: 'Example.COM' } }],
    ['managed', [domain('example.com', { authenticationType: 'Managed' })], { known: true, value: 'managed' }],
    ['not verified', [domain('example.com', { isVerified: false })], { known: false, reason: 'notFound' }],
    ['a parent only', [domain('com')], { known: false, reason: 'notFound' }],
  ])('%s', async (_name, domains, expected) => {
    const { directory } = await directoryOf({ people: [person({ userPrincipalName: 'Ada@Example.COM' })], domains });
    expect((await directory.evidence(adaId)).facts.domainType).toMatchObject(expected);
  });
});
