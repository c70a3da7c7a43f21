import { contoso } from '../../src/demo/tenant/contoso.js';
import { downLevel, hybrid, pending, registered, windows as versions } from '../../src/demo/tenant/make-device.js';
import type { SampleDevice, SamplePerson, SampleTenant } from '../../src/demo/tenant/model.js';
import { isDownLevel, type State, type Windows } from './state.js';

/** The key of the person whom every scenario is about. */
export const pat = 'pat';

const patId = '0b6f2f0e-6a52-4c0f-8d2c-5f1f3d0a7c11';

const versionOf: Readonly<Record<Windows, string>> = {
  'win10-1709': '10.0.16299.15',
  'win10-1803': '10.0.17134.1',
  'win10-1809': '10.0.17763.1',
  'win10-21H1': versions.ten,
  'win11-22H2': versions.eleven,
  server2019: '10.0.17763.107',
  server2022: '10.0.20348.587',
  win7: versions.seven,
  win81: versions.eightOne,
  server2008r2: versions.server2008R2,
  server2012: versions.server2012,
  server2012r2: versions.server2012R2,
};

/** The state as Microsoft Graph shows it, in a tenant where only Pat is in trouble. */
export function tenantOf(state: State, now: Date): SampleTenant {
  const tenant = contoso(now);
  const federated = state.tenant.signIn === 'federated';
  return {
    ...tenant,
    userDeviceQuota: state.tenant.deviceLimit,
    people: [...tenant.people, person(state)],
    devices: [...tenant.devices, ...objectsOfPc(state, now), ...otherDevices(state, now)],
    domains: tenant.domains.map((domain) =>
      domain.id === 'contoso.com' && federated ? { ...domain, authenticationType: 'Federated' } : domain,
    ),
  };
}

function person({ account }: State): SamplePerson {
  const upns = {
    synced: 'pat.reyes@contoso.com',
    cloudOnly: 'pat.reyes@contoso.onmicrosoft.com',
    guest: 'pat.reyes_northwind.example#EXT#@contoso.onmicrosoft.com',
  };
  // Somebody who asks for another person has an account in order.
  const own = account.whose === 'own' ? account : { kind: 'synced' as const, enabled: true };
  return {
    key: pat,
    situation: 'Asks in the scenarios.',
    id: patId,
    displayName: 'Pat Reyes',
    userPrincipalName: upns[own.kind],
    accountEnabled: own.enabled,
    onPremisesSyncEnabled: own.kind === 'synced' ? true : null,
    userType: own.kind === 'guest' ? 'Guest' : 'Member',
  };
}

/** Down-level PCs have an object for each person; later ones one of their own, without an owner. */
function objectsOfPc({ pc, account }: State, now: Date): readonly SampleDevice[] {
  const owners = account.whose === 'own' ? [patId] : [];
  const told = {
    name: pc.name,
    version: versionOf[pc.windows],
    lastUsed: 0,
    registered: 200,
    ...(pc.primaryUser && { owners }),
  };
  if (isDownLevel(pc)) {
    const has = pc.downLevel.joined && pc.object !== 'deleted';
    return has ? [downLevel(now, { ...told, owners, enabled: pc.object !== 'disabled' })] : [];
  }
  const of = pc.joined === 'entra' ? entraJoined : hybrid;
  const registration = registered(now, { ...told, nth: 2, owners, registered: 20 });
  switch (pc.object) {
    case 'none':
    case 'deleted':
      return [];
    case 'ready':
      return [of(now, told)];
    case 'disabled':
      return [of(now, { ...told, enabled: false })];
    case 'pending':
      return [pending(now, told)];
    case 'registeredOnly':
      return [registration];
    case 'readyAndRegistered':
      return [of(now, told), registration];
    case 'registeredAfterwards': {
      // Graph's times have no milliseconds.
      const later = new Date(now.getTime() - 60_000).toISOString().replace(/\.\d{3}Z$/, 'Z');
      return [{ ...hybrid(now, told), registrationDateTime: later, approximateLastSignInDateTime: later }];
    }
  }
}

function entraJoined(now: Date, told: Parameters<typeof hybrid>[1]): SampleDevice {
  return {
    ...hybrid(now, told),
    trustType: 'AzureAd',
    onPremisesSyncEnabled: null,
    registeredOwners: [patId],
    registeredUsers: [patId],
  };
}

/** What counts against the limit of whoever signs in: phones, and old registrations when there are some. */
function otherDevices({ account, tenant }: State, now: Date): readonly SampleDevice[] {
  if (account.whose === 'other') return [];
  const owners = [patId];
  const used = Math.min(tenant.devicesUsed, 100);
  return Array.from({ length: used }, (_, index) => {
    const phone = {
      name: `Phone ${index + 1}`,
      version: '17.5.1',
      system: 'iOS',
      owners,
      lastUsed: 2,
      registered: 600,
    };
    if (tenant.oldEntries === 'none' || index > 1) return registered(now, phone);
    // Two of an earlier Windows: long unused, or the same PC twice after Windows was installed anew.
    const old = { version: versions.seven, owners, registered: 900 };
    return tenant.oldEntries === 'unused'
      ? downLevel(now, { ...old, name: `OLD-PC-${index + 1}`, lastUsed: 300 })
      : downLevel(now, { ...old, name: 'PC-0455', nth: index + 1, lastUsed: 3 });
  });
}

/** The DeviceId that a Windows 10 or later PC knows itself by; the same whether or not the directory still has it. */
export function deviceIdOf({ pc }: State, now: Date): string {
  return hybrid(now, { name: pc.name, version: versionOf[pc.windows] }).deviceId;
}
