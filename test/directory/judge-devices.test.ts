import { describe, expect, it } from 'vitest';
import { judgeDevices } from '../../src/directory/judge-devices.js';
import type { Device } from '../../src/directory/model.js';
import { today } from './small-tenant.js';

const windows10: Device = {
  id: 'object',
  deviceId: 'device',
  displayName: 'PC-1',
  trustType: 'ServerAd',
  operatingSystem: 'Windows',
  operatingSystemVersion: '10.0.22631.3447',
  accountEnabled: true,
  approximateLastSignInDateTime: '2026-05-01T07:00:00Z',
  registrationDateTime: '2025-01-01T07:00:00Z',
  isManaged: false,
  foundBy: 'owned',
};

const judging = { now: today, staleDays: 90 };

function judged(changes: Partial<Device>) {
  const [device] = judgeDevices([{ ...windows10, ...changes }], judging);
  if (!device) throw new Error('no device was judged');
  return device;
}

describe('what counts against the limit', () => {
  it.each<[string, Partial<Device>, string]>([
    ['Entra registered', { trustType: 'Workplace' }, 'counts'],
    ['Entra joined', { trustType: 'AzureAd' }, 'counts'],
    ['disabled', { trustType: 'AzureAd', accountEnabled: false }, 'counts'],
    ['a telephone', { trustType: 'Workplace', operatingSystem: 'iOS', operatingSystemVersion: '6.1' }, 'counts'],
    ['Windows 11 hybrid joined', {}, 'doesNotCount'],
    ['Windows 7 hybrid joined', { operatingSystemVersion: '6.1.7601' }, 'mayCount'],
    [
      'Server 2012 R2 hybrid joined',
      { operatingSystemVersion: '6.3.9600', operatingSystem: 'Windows Server' },
      'mayCount',
    ],
    ['hybrid joined of unknown version', { operatingSystemVersion: undefined }, 'unknown'],
    ['of unknown trust', { trustType: undefined }, 'unknown'],
    ['used but not owned', { trustType: 'Workplace', foundBy: 'registered' }, 'doesNotCount'],
    ['down-level, used but not owned', { operatingSystemVersion: '6.1.7601', foundBy: 'registered' }, 'doesNotCount'],
    ['found by its name, owner unknown', { trustType: 'Workplace', foundBy: 'name' }, 'unknown'],
    ['down-level, found by its name', { operatingSystemVersion: '6.1.7601', foundBy: 'name' }, 'unknown'],
    ['Windows 11 hybrid joined, found by its name', { foundBy: 'name' }, 'doesNotCount'],
  ])('%s', (_name, changes, counting) => {
    expect(judged(changes).counting).toBe(counting);
  });
});

describe('down-level', () => {
  it.each<[string | undefined, boolean]>([
    ['6.1.7601', true],
    ['6.2.9200', true],
    ['6.3.9600', true],
    ['10.0.14393.0', false],
    ['Windows 7', false],
    [undefined, false],
  ])('version %s: %s', (operatingSystemVersion, downLevel) => {
    expect(judged({ operatingSystemVersion }).downLevel).toBe(downLevel);
  });

  it('is a word for Windows only', () => {
    expect(judged({ operatingSystem: 'Android', operatingSystemVersion: '6.0.1' }).downLevel).toBe(false);
  });
});

describe('pending', () => {
  it.each<[string, Partial<Device>, boolean | undefined]>([
    ['a hybrid object without registration', { registrationDateTime: null }, true],
    ['a registered hybrid object', {}, false],
    ['Graph did not say', { registrationDateTime: undefined }, undefined],
    [
      'a down-level object without registration',
      { registrationDateTime: null, operatingSystemVersion: '6.1.7601' },
      false,
    ],
    ['version unknown', { registrationDateTime: null, operatingSystemVersion: undefined }, undefined],
    ['Entra joined', { registrationDateTime: null, trustType: 'AzureAd' }, false],
    ['trust unknown', { registrationDateTime: null, trustType: undefined }, undefined],
  ])('%s', (_name, changes, pending) => {
    expect(judged(changes).pending).toBe(pending);
  });
});

describe('stale', () => {
  const daysAgo = (days: number) => new Date(today - days * 86_400_000).toISOString();

  it.each<[string | undefined, boolean | undefined]>([
    [daysAgo(89), false],
    [daysAgo(90), true],
    [daysAgo(400), true],
    [undefined, undefined],
  ])('last sign-in %s: %s', (approximateLastSignInDateTime, stale) => {
    expect(judged({ approximateLastSignInDateTime }).stale).toBe(stale);
  });
});

describe('duplicates', () => {
  it('are objects of one name in one list, whatever the case', () => {
    const names = ['PC-1', 'pc-1', 'PC-2', undefined, undefined];
    const devices = names.map((displayName, index) => ({ ...windows10, id: String(index), displayName }));
    expect(judgeDevices(devices, judging).map(({ duplicate }) => duplicate)).toEqual([true, true, false, false, false]);
  });
});
