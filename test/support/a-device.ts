import type { Device, JudgedDevice, Known, Person, Quota } from '../../src/directory/model.js';
import { at } from './a-report.js';

export function aDevice(changes: Partial<Device> = {}): Device {
  return {
    id: '7c06cd31-7c30-4f3b-a5c3-444cd8dd63ac',
    deviceId: '6fa60d52-01e7-4b18-8055-4759461fc16b',
    displayName: 'PC-0142',
    trustType: 'ServerAd',
    operatingSystem: 'Windows',
    operatingSystemVersion: '6.1.7601',
    accountEnabled: true,
    approximateLastSignInDateTime: '2026-01-20T08:00:00Z',
    registrationDateTime: '2019-05-06T08:00:00Z',
    isManaged: false,
    foundBy: 'owned',
    ...changes,
  };
}

export function aJudgedDevice(changes: Partial<JudgedDevice> = {}): JudgedDevice {
  return {
    device: aDevice(),
    counting: 'mayCount',
    downLevel: true,
    stale: false,
    pending: false,
    duplicate: false,
    ...changes,
  };
}

export function known<T>(value: T): Known<T> {
  return { known: true, value, source: '/devices', at };
}

export const notKnown: Known<never> = { known: false, reason: 'forbidden', source: '/devices', at };

export function aQuota(changes: Partial<Quota> = {}): Quota {
  return {
    limit: known(20),
    counts: 18,
    mayCount: 2,
    doesNotCount: 3,
    unknown: 0,
    stale: 4,
    complete: true,
    ...changes,
  };
}

export function aPerson(changes: Partial<Person> = {}): Person {
  return {
    id: 'b2c7a3f0-0000-4000-8000-000000000001',
    displayName: 'Ada Lovelace',
    userPrincipalName: 'ada@contoso.com',
    accountEnabled: true,
    onPremisesSyncEnabled: true,
    userType: 'Member',
    ...changes,
  };
}
