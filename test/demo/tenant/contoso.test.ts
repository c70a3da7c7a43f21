import { describe, expect, it } from 'vitest';
import { contoso } from '../../../src/demo/tenant/contoso.js';
import type { SampleDevice, SamplePerson } from '../../../src/demo/tenant/model.js';

const now = new Date('2026-05-04T09:00:00Z');
const tenant = contoso(now);

function person(key: string): SamplePerson {
  const found = tenant.people.find((each) => each.key === key);
  if (found === undefined) throw new Error(`nobody is called ${key}`);
  return found;
}

const owned = (key: string): readonly SampleDevice[] =>
  tenant.devices.filter((device) => device.registeredOwners.includes(person(key).id));
const used = (key: string): readonly SampleDevice[] =>
  tenant.devices.filter((device) => device.registeredUsers.includes(person(key).id));
const named = (name: string): readonly SampleDevice[] => tenant.devices.filter((device) => device.displayName === name);
const isDownLevel = (device: SampleDevice): boolean =>
  device.trustType === 'ServerAd' && device.operatingSystemVersion.startsWith('6.');
const isPending = (device: SampleDevice): boolean =>
  device.trustType === 'ServerAd' && device.registrationDateTime === null;
const counts = (device: SampleDevice): boolean => device.trustType !== 'ServerAd';

describe('the people of Contoso', () => {
  it('ada: a handful of devices of every kind, in both groups', () => {
    expect(
      owned('ada')
        .map(({ trustType }) => trustType)
        .sort(),
    ).toEqual(['AzureAd', 'ServerAd', 'ServerAd', 'Workplace']);
    expect(used('ada')).toHaveLength(owned('ada').length + 1);
    expect(person('ada')).toMatchObject({ onPremisesSyncEnabled: true, userType: 'Member' });
    for (const groupId of [tenant.helpdeskGroupId, tenant.adminGroupId]) {
      expect(tenant.groups.find(({ id }) => id === groupId)?.members).toContain(person('ada').id);
    }
  });

  it('ben: 18 that count and 2 that may count make the limit of 20', () => {
    expect(owned('ben').filter(counts)).toHaveLength(18);
    expect(owned('ben').filter(isDownLevel)).toHaveLength(2);
    expect(owned('ben')).toHaveLength(tenant.userDeviceQuota);
  });

  it('carla: PC-0142 is pending and has no owner', () => {
    expect(named('PC-0142').map(isPending)).toEqual([true]);
    expect(named('PC-0142')[0]).toMatchObject({
      registeredOwners: [],
      registeredUsers: [],
      operatingSystemVersion: expect.stringMatching(/^10\./),
    });
    expect(owned('carla').some(({ displayName }) => displayName === 'PC-0142')).toBe(false);
  });

  it('dmitri: one device is disabled', () => {
    expect(
      owned('dmitri')
        .filter(({ accountEnabled }) => !accountEnabled)
        .map(({ displayName }) => displayName),
    ).toEqual(['PC-0188']);
  });

  it('eva: cloud-only', () => {
    expect(person('eva').onPremisesSyncEnabled).toBeNull();
    expect(person('eva').userType).toBe('Member');
  });

  it('farid: the only one of a federated domain', () => {
    const federated = tenant.domains
      .filter(({ authenticationType }) => authenticationType === 'Federated')
      .map(({ id }) => id);
    const people = tenant.people.filter(({ userPrincipalName }) =>
      federated.some((domain) => userPrincipalName.endsWith(`@${domain}`)),
    );
    expect(people.map(({ key }) => key)).toEqual(['farid']);
  });

  it('grace and henry: two objects of one Windows 7 PC', () => {
    const [first, second] = named('PC-0077');
    expect(named('PC-0077').every(isDownLevel)).toBe(true);
    expect([first?.registeredOwners, second?.registeredOwners]).toEqual([[person('grace').id], [person('henry').id]]);
    expect(first?.deviceId).not.toBe(second?.deviceId);
  });

  it('ines: three objects of one name, one of them in use', () => {
    expect(owned('ines').map(({ displayName }) => displayName)).toEqual(['PC-0210', 'PC-0210', 'PC-0210']);
    expect(owned('ines').filter((device) => daysUnused(device) < 90)).toHaveLength(1);
  });

  it('jonas: nothing at all', () => {
    expect([...owned('jonas'), ...used('jonas')]).toEqual([]);
  });

  it('kim1 and kim2: one name, two people', () => {
    expect(person('kim1').displayName).toBe(person('kim2').displayName);
    expect(person('kim1').userPrincipalName).not.toBe(person('kim2').userPrincipalName);
  });

  it('lena and marek: in the helpdesk, marek through a group inside it', () => {
    const helpdesk = tenant.groups.find(({ id }) => id === tenant.helpdeskGroupId);
    expect(helpdesk?.members).toContain(person('lena').id);
    expect(helpdesk?.members).not.toContain(person('marek').id);
    const inside = tenant.groups.filter(({ id }) => helpdesk?.members.includes(id));
    expect(inside.map(({ members }) => members)).toEqual([[person('marek').id]]);
  });

  it('nora: a guest', () => {
    expect(person('nora')).toMatchObject({ userType: 'Guest', onPremisesSyncEnabled: null });
    expect(person('nora').userPrincipalName).toContain('#EXT#@');
  });

  it('omar: 300 devices', () => {
    expect(owned('omar')).toHaveLength(300);
  });

  it('paula: a disabled account, the only one', () => {
    expect(tenant.people.filter(({ accountEnabled }) => !accountEnabled).map(({ key }) => key)).toEqual(['paula']);
  });

  it('rita: names that a careless card would render', () => {
    const texts = [person('rita').displayName, ...owned('rita').map(({ displayName }) => displayName)];
    for (const hostile of ['[x](http://evil)', '**', '<b>', '<at>', '${', "'", '"', '&', '`', '|']) {
      expect(
        texts.some((text) => text.includes(hostile)),
        hostile,
      ).toBe(true);
    }
  });

  it('sven: an administrator, not in the helpdesk', () => {
    const groups = tenant.groups.filter(({ members }) => members.includes(person('sven').id)).map(({ id }) => id);
    expect(groups).toEqual([tenant.adminGroupId]);
  });

  it('tess: everything healthy, on a Server 2012 R2', () => {
    expect(
      owned('tess').some((device) => isDownLevel(device) && device.operatingSystemVersion.startsWith('6.3.9600')),
    ).toBe(true);
    expect(owned('tess').every((device) => device.accountEnabled && daysUnused(device) < 21)).toBe(true);
    expect(owned('tess').length).toBeLessThan(5);
  });
});

describe('the devices of Contoso', () => {
  it('of Windows 10 and later that are hybrid have no owner, unless Intune names one', () => {
    const hybrid = tenant.devices.filter((device) => device.trustType === 'ServerAd' && !isDownLevel(device));
    expect(
      hybrid.filter(({ registeredOwners }) => registeredOwners.length > 0).map(({ isManaged }) => isManaged),
    ).toEqual([true]);
    expect(hybrid.length).toBeGreaterThan(5);
  });

  it('that are down-level have exactly one owner and are never pending', () => {
    const downLevel = tenant.devices.filter(isDownLevel);
    expect(new Set(downLevel.map(({ operatingSystemVersion }) => operatingSystemVersion.slice(0, 3)))).toEqual(
      new Set(['6.1', '6.2', '6.3']),
    );
    expect(downLevel.every((device) => device.registeredOwners.length === 1 && !isPending(device))).toBe(true);
  });

  it('may share one name: in use, pending, and somebody’s registration', () => {
    expect(named('PC-0300').map(({ trustType }) => trustType)).toEqual(['ServerAd', 'ServerAd', 'Workplace']);
    expect(named('PC-0300').filter(isPending)).toHaveLength(1);
  });

  it('were registered before they were last used, and neither is in the future', () => {
    for (const device of tenant.devices) {
      const { registrationDateTime: registered, approximateLastSignInDateTime: used, displayName } = device;
      if (registered === null || used === null) continue;
      expect(Date.parse(registered), displayName).toBeLessThanOrEqual(Date.parse(used));
      expect(Date.parse(used), displayName).toBeLessThanOrEqual(now.getTime());
    }
  });
});

describe('the ids of Contoso', () => {
  const ids = [
    tenant.tenantId,
    ...tenant.people.map(({ id }) => id),
    ...tenant.groups.map(({ id }) => id),
    ...tenant.devices.flatMap(({ id, deviceId }) => [id, deviceId]),
  ];

  it('are version 4 GUIDs, each used once', () => {
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('stay the same on another day, while the times move with it', () => {
    const later = contoso(new Date('2027-01-01T00:00:00Z'));
    expect(later.devices.map(({ id }) => id)).toEqual(tenant.devices.map(({ id }) => id));
    expect(later.devices[0]?.approximateLastSignInDateTime).toBe('2027-01-01T00:00:00Z');
  });

  it('link to somebody who exists', () => {
    const known = new Set([...tenant.people, ...tenant.groups].map(({ id }) => id));
    const linked = [
      ...tenant.devices.flatMap((device) => [...device.registeredOwners, ...device.registeredUsers]),
      ...tenant.groups.flatMap(({ members }) => members),
    ];
    expect(linked.filter((id) => !known.has(id))).toEqual([]);
  });
});

function daysUnused(device: SampleDevice): number {
  return (now.getTime() - Date.parse(device.approximateLastSignInDateTime ?? '')) / 86_400_000;
}
