import { freePlaces } from '../../src/administration/free-places.js';
import { groupDevices } from '../../src/administration/group-devices.js';
import { deviceSorts } from '../../src/administration/sort-devices.js';
import type { DevicesOf, PersonQuota } from '../../src/administration/views.js';
import type { View } from '../../src/assistant/views.js';
import type { DevicePolicy, FoundDevice, JudgedDevice, Quota } from '../../src/directory/model.js';
import { at } from './a-report.js';
import { aDevice, aJudgedDevice, aPerson, aQuota, known, notKnown } from './a-device.js';

const odd: readonly JudgedDevice[] = [
  aJudgedDevice(),
  aJudgedDevice({
    device: aDevice({ displayName: 'PC-0143', operatingSystemVersion: '10.0.22631.3447', registrationDateTime: null }),
    pending: true,
    counting: 'doesNotCount',
  }),
  aJudgedDevice({ device: aDevice({ displayName: 'PC-0144', foundBy: 'registered' }), counting: 'doesNotCount' }),
  aJudgedDevice({
    device: aDevice({
      displayName: 'LAPTOP-1',
      trustType: 'AzureAd',
      operatingSystemVersion: '10.0.19045',
      accountEnabled: false,
    }),
    duplicate: true,
    stale: true,
    counting: 'counts',
  }),
  aJudgedDevice({
    device: aDevice({ displayName: 'LAPTOP-1', trustType: 'AzureAd', operatingSystemVersion: '10.0.19045' }),
    duplicate: true,
    counting: 'counts',
  }),
  aJudgedDevice({
    device: aDevice({
      displayName: 'LAPTOP-2',
      trustType: 'AzureAd',
      operatingSystemVersion: '10.0.19045',
      accountEnabled: false,
    }),
    counting: 'counts',
  }),
  aJudgedDevice({
    device: aDevice({
      displayName: 'Ada’s iPhone',
      trustType: 'Workplace',
      operatingSystem: 'iOS',
      operatingSystemVersion: '17.5.1',
    }),
    stale: true,
    counting: 'counts',
  }),
  aJudgedDevice({
    device: aDevice({
      displayName: undefined,
      trustType: undefined,
      operatingSystem: undefined,
      operatingSystemVersion: undefined,
      approximateLastSignInDateTime: undefined,
    }),
    counting: 'unknown',
    stale: undefined,
  }),
];

/** What an administrator is shown of a person with these devices. */
export function aPersonQuota(
  quota: Quota = aQuota(),
  judged: readonly JudgedDevice[] = odd,
  changes: Partial<PersonQuota> = {},
): PersonQuota {
  return {
    person: aPerson(),
    quota,
    places: freePlaces(quota, judged),
    staleDays: 90,
    cleanUp: true,
    disabled: 2,
    duplicate: 2,
    devices: known(groupDevices(judged, 12)),
    ...changes,
  };
}

export function aDevicesOf(changes: Partial<DevicesOf> = {}): DevicesOf {
  return {
    person: aPerson(),
    devices: known(odd),
    complete: true,
    sort: 'attention',
    page: 0,
    pages: 1,
    total: odd.length,
    ...changes,
  };
}

export function aFoundDevice(changes: Partial<FoundDevice> = {}): FoundDevice {
  return {
    ...aJudgedDevice(),
    owners: known([aPerson()]),
    users: known([aPerson({ userType: 'Guest', accountEnabled: false })]),
    ...changes,
  };
}

const selected = {
  kind: 'selected',
  users: [
    { id: 'u1', name: 'Ada' },
    { id: 'u2', name: undefined },
  ],
  groups: [
    { id: 'g1', name: 'IT staff' },
    { id: 'g2', name: undefined },
  ],
} as const;

export function aPolicy(changes: Partial<DevicePolicy> = {}): DevicePolicy {
  return {
    limit: 20,
    mayJoin: selected,
    mayRegister: { kind: 'all' },
    joinConfigurable: true,
    registerConfigurable: false,
    mfaOnJoin: false,
    globalAdminsAreLocalAdmins: true,
    localAdmins: { kind: 'none' },
    laps: true,
    ...changes,
  };
}

const notSaid: DevicePolicy = {
  limit: undefined,
  mayJoin: undefined,
  mayRegister: undefined,
  joinConfigurable: undefined,
  registerConfigurable: undefined,
  mfaOnJoin: undefined,
  globalAdminsAreLocalAdmins: undefined,
  localAdmins: undefined,
  laps: undefined,
};

const deleted = [
  { id: 'gone', displayName: 'Viktor Lang', userPrincipalName: 'viktor.lang@contoso.com', deletedAt: at },
  { id: 'gone2', displayName: undefined, userPrincipalName: undefined, deletedAt: undefined },
];
const nameless = aPerson({
  id: 'second',
  displayName: undefined,
  userPrincipalName: undefined,
  accountEnabled: undefined,
});
const near = { near: known([aPerson(), nameless]), deleted: known(deleted) };
const nobodyNear = { near: known([]), deleted: known([]) };
const askedInVain = { near: notKnown, deleted: notKnown };

type Kinds =
  'quotaOf' | 'quotasOf' | 'devicesOf' | 'deviceFound' | 'noDevice' | 'policy' | 'nobodyFound' | 'choosePerson';

/** At least one view of each kind about people, devices and the policy, and the turns it can take. */
export const viewsOfPeople: { readonly [Kind in Kinds]: readonly Extract<View, { kind: Kind }>[] } = {
  quotaOf: [
    ...[
      aQuota(),
      aQuota({ counts: 20 }),
      aQuota({ counts: 25 }),
      aQuota({ counts: 3, mayCount: 0 }),
      aQuota({ counts: 3, mayCount: 4 }),
      aQuota({ counts: 19, complete: false }),
    ].map((quota) => ({ kind: 'quotaOf' as const, ...aPersonQuota(quota) })),
    { kind: 'quotaOf', ...aPersonQuota(aQuota({ counts: 20 }), []) },
    ...[aQuota({ limit: known(0) }), aQuota({ limit: known(2147483647) }), aQuota({ limit: notKnown })].map(
      (quota) => ({ kind: 'quotaOf' as const, ...aPersonQuota(quota) }),
    ),
    { kind: 'quotaOf', ...aPersonQuota(aQuota({ limit: notKnown }), [], { person: nameless, devices: notKnown }) },
    {
      kind: 'quotaOf',
      ...aPersonQuota(aQuota(), odd, { person: aPerson({ userType: 'Guest', accountEnabled: false }) }),
    },
    {
      kind: 'quotaOf',
      ...aPersonQuota(
        aQuota(),
        Array.from({ length: 300 }, () => aJudgedDevice({ counting: 'counts', stale: true })),
      ),
    },
  ],
  quotasOf: [
    {
      kind: 'quotasOf',
      entries: [
        { kind: 'quota', ...aPersonQuota() },
        {
          kind: 'quota',
          ...aPersonQuota(aQuota({ counts: 22 }), [], {
            person: aPerson({ userType: 'Guest' }),
            devices: notKnown,
            places: undefined,
          }),
        },
        { kind: 'several', query: 'Kim', people: [aPerson(), nameless] },
        { kind: 'nobody', query: 'vktor', near },
        { kind: 'nobody', query: 'Nobody', near: nobodyNear },
        { kind: 'failed', query: 'ben@contoso.com', reason: 'throttled' },
      ],
    },
    {
      kind: 'quotasOf',
      entries: Array.from({ length: 6 }, () => ({
        kind: 'several' as const,
        query: 'x'.repeat(300),
        people: Array.from({ length: 10 }, () => aPerson({ displayName: 'n'.repeat(256) })),
      })),
    },
  ],
  devicesOf: [
    ...deviceSorts.map((sort) => ({ kind: 'devicesOf' as const, ...aDevicesOf({ sort }) })),
    {
      kind: 'devicesOf',
      ...aDevicesOf({
        devices: known(
          Array.from({ length: 15 }, () => aJudgedDevice({ device: aDevice({ displayName: '*'.repeat(256) }) })),
        ),
        page: 3,
        pages: 20,
        total: 300,
        complete: false,
      }),
    },
    { kind: 'devicesOf', ...aDevicesOf({ devices: known([]), total: 0 }) },
    { kind: 'devicesOf', ...aDevicesOf({ devices: notKnown, total: 0, person: nameless }) },
  ],
  deviceFound: [
    {
      kind: 'deviceFound',
      query: 'PC-0142',
      byId: false,
      devices: [
        aFoundDevice(),
        aFoundDevice({
          device: aDevice({ deviceId: undefined, isManaged: undefined, accountEnabled: undefined }),
          pending: undefined,
          owners: known([]),
          users: notKnown,
        }),
        aFoundDevice({ owners: notKnown, pending: true }),
      ],
      total: 3,
      more: false,
    },
    {
      kind: 'deviceFound',
      query: 'PC-0142',
      byId: false,
      devices: Array.from({ length: 10 }, () => aFoundDevice({ owners: known([nameless]) })),
      total: 100,
      more: true,
    },
    {
      kind: 'deviceFound',
      query: aDevice().id,
      byId: true,
      devices: [
        aFoundDevice({ device: aDevice({ foundBy: 'objectId', isManaged: true, accountEnabled: false }) }),
        aFoundDevice({ device: aDevice({ foundBy: 'deviceId' }) }),
      ],
      total: 2,
      more: false,
    },
  ],
  noDevice: [
    { kind: 'noDevice', query: 'PC-01', byId: false, similar: known(['PC-0142', 'PC-0150']) },
    { kind: 'noDevice', query: 'PC-01', byId: false, similar: known([]) },
    { kind: 'noDevice', query: aDevice().id, byId: true, similar: known([]) },
    { kind: 'noDevice', query: 'PC-01', byId: false, similar: notKnown },
  ],
  policy: [
    { kind: 'policy', policy: known(aPolicy()) },
    {
      kind: 'policy',
      policy: known(
        aPolicy({
          limit: 0,
          mayJoin: { kind: 'none' },
          mayRegister: { kind: 'selected', users: [], groups: [] },
          joinConfigurable: false,
          mfaOnJoin: true,
          globalAdminsAreLocalAdmins: false,
          localAdmins: selected,
          laps: false,
        }),
      ),
    },
    { kind: 'policy', policy: known(aPolicy({ limit: 2147483647, localAdmins: { kind: 'all' } })) },
    { kind: 'policy', policy: known(notSaid) },
    { kind: 'policy', policy: notKnown },
  ],
  nobodyFound: [near, askedInVain, { near: known([]), deleted: known(deleted) }].map((each) => ({
    kind: 'nobodyFound',
    command: 'quota',
    query: 'vktor.lang@contoso.com',
    near: each,
  })),
  choosePerson: [
    { kind: 'choosePerson', command: 'quota', query: 'Alex', people: [aPerson(), nameless] },
    { kind: 'choosePerson', command: 'devices', query: 'Alex', people: Array.from({ length: 10 }, () => aPerson()) },
  ],
};
