import { describe, expect, it } from 'vitest';
import { estimateQuota } from '../../src/directory/estimate-quota.js';
import { factsFrom } from '../../src/directory/facts-from-evidence.js';
import type { Findings } from '../../src/directory/facts-from-evidence.js';
import { judgeDevices } from '../../src/directory/judge-devices.js';
import { known, unknown } from '../../src/directory/known.js';
import type { Device, Known, Person } from '../../src/directory/model.js';
import { factValues } from '../../src/troubleshooting/facts.js';
import type { FactName } from '../../src/troubleshooting/facts.js';
import { evidenceFacts, today } from './small-tenant.js';

const reading = { source: '/somewhere', at: '2026-05-04T08:00:00.000Z' };

const ada: Person = {
  id: 'ada',
  displayName: 'Ada Example',
  userPrincipalName: 'ada@example.com',
  accountEnabled: true,
  onPremisesSyncEnabled: true,
  userType: 'Member',
};

const laptop: Device = {
  id: 'object',
  deviceId: 'device',
  displayName: 'PC-1',
  trustType: 'Workplace',
  operatingSystem: 'Windows',
  operatingSystemVersion: '10.0.22631.3447',
  accountEnabled: true,
  approximateLastSignInDateTime: '2026-05-01T07:00:00Z',
  registrationDateTime: '2025-01-01T07:00:00Z',
  isManaged: false,
  foundBy: 'owned',
};

const downLevel: Partial<Device> = { trustType: 'ServerAd', operatingSystemVersion: '6.1.7601' };

interface Given {
  readonly person?: Partial<Person>;
  readonly devices?: readonly Partial<Device>[];
  readonly complete?: boolean;
  readonly limit?: Known<number>;
  readonly domains?: Findings['domains'];
}

function factOf(name: FactName, { person, devices = [], complete = true, limit = known(5, reading), domains }: Given) {
  const list = devices.map((changes, index) => ({
    ...laptop,
    id: String(index),
    displayName: `PC-${index}`,
    ...changes,
  }));
  const judged = judgeDevices(list, { now: today, staleDays: 90 });
  return factsFrom({
    person: known({ ...ada, ...person }, reading),
    domains: domains ?? known([{ name: 'example.com', authenticationType: 'Managed', isVerified: true }], reading),
    devices: known({ devices: list, complete }, reading),
    judged,
    quota: estimateQuota(limit, judged, complete),
  })[name];
}

const answers = (value: string, details?: object) => ({ known: true, value, ...reading, ...(details && { details }) });
const silent = (reason: string) => ({ known: false, reason, ...reading });

describe('facts of the person', () => {
  it.each<[FactName, Partial<Person>, object]>([
    ['accountKind', {}, answers('synced')],
    ['accountKind', { onPremisesSyncEnabled: null }, answers('cloudOnly')],
    ['accountKind', { onPremisesSyncEnabled: false }, answers('cloudOnly')],
    ['accountKind', { onPremisesSyncEnabled: undefined }, silent('limitedInformation')],
    ['accountKind', { userType: 'Guest' }, answers('guest')],
    ['accountKind', { userType: undefined }, answers('synced')],
    ['accountState', {}, answers('enabled')],
    ['accountState', { accountEnabled: false }, answers('disabled')],
    ['accountState', { accountEnabled: undefined }, silent('limitedInformation')],
    ['domainType', {}, answers('managed', { suffix: 'example.com' })],
    ['domainType', { userPrincipalName: undefined }, silent('limitedInformation')],
    ['domainType', { userPrincipalName: 'ada@sub.example.com' }, silent('notFound')],
    ['domainType', { userType: 'Guest' }, silent('notFound')],
  ])('%s of %o', (name, person, expected) => {
    expect(factOf(name, { person })).toEqual(expected);
  });

  it('domainType keeps the reason why the domains are unknown', () => {
    expect(factOf('domainType', { domains: unknown('forbidden', reading) })).toEqual(silent('forbidden'));
  });
});

describe('the limit', () => {
  it.each<[number, string]>([
    [0, 'none'],
    [1, 'limited'],
    [100, 'limited'],
    [101, 'unlimited'],
    [2_147_483_647, 'unlimited'],
  ])('%i is %s', (limit, value) => {
    expect(factOf('deviceLimit', { limit: known(limit, reading) })).toEqual(answers(value, { limit }));
  });
});

describe('use of a limit of 5', () => {
  const times = (number: number, device: Partial<Device> = {}) => Array<Partial<Device>>(number).fill(device);

  it.each<[string, Given, object]>([
    ['4 that count', { devices: times(4) }, answers('below', { limit: 5, counts: 4, mayCount: 0 })],
    ['5 that count', { devices: times(5) }, answers('reached', { limit: 5, counts: 5, mayCount: 0 })],
    [
      '4 and one that may',
      { devices: [...times(4), downLevel] },
      answers('mayBeReached', { limit: 5, counts: 4, mayCount: 1 }),
    ],
    [
      '4 and one unknown',
      { devices: [...times(4), { trustType: undefined }] },
      answers('mayBeReached', { limit: 5, counts: 4, mayCount: 0 }),
    ],
    [
      '4 and one hybrid',
      { devices: [...times(4), { trustType: 'ServerAd' }] },
      answers('below', { limit: 5, counts: 4, mayCount: 0 }),
    ],
    ['no device', {}, answers('below', { limit: 5, counts: 0, mayCount: 0 })],
    ['at least 4', { devices: times(4), complete: false }, silent('limitedInformation')],
    ['at least 5', { devices: times(5), complete: false }, answers('reached', { limit: 5, counts: 5, mayCount: 0 })],
    ['limit unknown', { devices: times(5), limit: unknown('forbidden', reading) }, silent('forbidden')],
  ])('%s', (_name, given, expected) => {
    expect(factOf('limitUse', given)).toEqual(expected);
  });
});

describe('facts of the devices', () => {
  const old = '2024-01-01T00:00:00Z';

  it.each<[FactName, string, Given, object]>([
    ['disabledDevice', 'no device', {}, answers('no')],
    ['disabledDevice', 'all enabled', { devices: [{}, {}] }, answers('no')],
    ['disabledDevice', 'one disabled', { devices: [{}, { accountEnabled: false }] }, answers('yes', { names: 'PC-1' })],
    ['disabledDevice', 'one not known', { devices: [{}, { accountEnabled: undefined }] }, silent('limitedInformation')],
    [
      'disabledDevice',
      'one disabled, one not known',
      { devices: [{ accountEnabled: false }, { accountEnabled: undefined }] },
      answers('yes', { names: 'PC-0' }),
    ],
    ['disabledDevice', 'a list that was cut', { devices: [{}], complete: false }, silent('limitedInformation')],
    [
      'disabledDevice',
      'five disabled',
      { devices: Array(5).fill({ accountEnabled: false }) },
      answers('yes', { names: 'PC-0, PC-1, PC-2 (+2)' }),
    ],
    ['staleDevice', 'all in use', { devices: [{}] }, answers('no')],
    [
      'staleDevice',
      'one stale',
      { devices: [{ approximateLastSignInDateTime: old }] },
      answers('yes', { names: 'PC-0' }),
    ],
    [
      'staleDevice',
      'one never seen',
      { devices: [{ approximateLastSignInDateTime: undefined }] },
      silent('limitedInformation'),
    ],
    ['duplicateDevice', 'different names', { devices: [{}, {}] }, answers('no')],
    [
      'duplicateDevice',
      'one name twice',
      { devices: [{ displayName: 'PC-9' }, { displayName: 'PC-9' }] },
      answers('yes', { names: 'PC-9' }),
    ],
    [
      'duplicateDevice',
      'a name not known',
      { devices: [{}, { displayName: undefined }] },
      silent('limitedInformation'),
    ],
  ])('%s: %s', (name, _case, given, expected) => {
    expect(factOf(name, given)).toEqual(expected);
  });
});

it('every fact has an entry, and known values are of the agreed list', () => {
  for (const name of evidenceFacts) {
    const fact = factOf(name, { devices: [{}] });
    expect(fact?.known && (factValues[name] as readonly string[]).includes(fact.value)).toBe(true);
  }
});
