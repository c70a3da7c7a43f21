import { highestDeviceLimit } from '../limits.js';
import type { Fact, Facts, UnknownReason } from '../troubleshooting/facts.js';
import type { ReadAt } from './known.js';
import type { DeviceList, JudgedDevice, Known, Person, Quota } from './model.js';
import { signInOfDomain } from './read-domains.js';
import type { Domain } from './read-domains.js';

export interface Findings {
  readonly person: Known<Person>;
  readonly domains: Known<readonly Domain[]>;
  readonly devices: Known<DeviceList>;
  readonly judged: readonly JudgedDevice[];
  readonly quota: Quota;
}

/** Every fact, known or not. What a person's object or a device does not say stays unknown and never becomes a "no". */
export function factsFrom({ person, domains, devices, judged, quota }: Findings): Facts {
  return {
    accountKind: factOf(person, accountKind),
    accountState: factOf(person, accountState),
    domainType: domainType(person, domains),
    deviceLimit: factOf(quota.limit, deviceLimit),
    limitUse: limitUse(quota, devices),
    disabledDevice: factOf(devices, (list) => anyDevice(judged, list, ({ device }) => negated(device.accountEnabled))),
    staleDevice: factOf(devices, (list) => anyDevice(judged, list, ({ stale }) => stale)),
    duplicateDevice: factOf(devices, (list) => anyDevice(judged, list, isDuplicate)),
  };
}

type Details = Readonly<Record<string, string | number>>;
type Finding = { readonly value: string; readonly details?: Details } | { readonly reason: UnknownReason };

/** Names shown beside a fact; the list of devices has the others. */
const maxNames = 3;

const limited: Finding = { reason: 'limitedInformation' };

function factOf<T>(part: Known<T>, find: (value: T) => Finding): Fact {
  return part.known ? toFact(find(part.value), part) : part;
}

function toFact(finding: Finding, { source, at }: ReadAt): Fact {
  return 'reason' in finding
    ? { known: false, reason: finding.reason, source, at }
    : { known: true, ...finding, source, at };
}

function accountKind({ userType, onPremisesSyncEnabled }: Person): Finding {
  if (userType === 'Guest') return { value: 'guest' };
  if (onPremisesSyncEnabled === undefined) return limited;
  return { value: onPremisesSyncEnabled ? 'synced' : 'cloudOnly' };
}

function accountState({ accountEnabled }: Person): Finding {
  return accountEnabled === undefined ? limited : { value: accountEnabled ? 'enabled' : 'disabled' };
}

/** A guest signs in at home, so the domain that this tenant put into their UPN says nothing. */
function domainType(person: Known<Person>, domains: Known<readonly Domain[]>): Fact {
  if (!person.known) return person;
  const { userPrincipalName, userType } = person.value;
  if (userPrincipalName === undefined) return toFact(limited, person);
  if (userType === 'Guest') return toFact({ reason: 'notFound' }, person);
  const suffix = userPrincipalName.slice(userPrincipalName.lastIndexOf('@') + 1);
  return factOf(domains, (list) => {
    const signIn = signInOfDomain(suffix, list);
    return 'reason' in signIn ? signIn : { value: signIn.value, details: { suffix } };
  });
}

function deviceLimit(limit: number): Finding {
  const value = limit === 0 ? 'none' : limit > highestDeviceLimit ? 'unlimited' : 'limited';
  return { value, details: { limit } };
}

/** Devices of unknown kind may count as well. A list that was cut can show that the limit is reached, not that it is not. */
function limitUse({ limit, counts, mayCount, unknown, complete }: Quota, devices: Known<DeviceList>): Fact {
  if (!devices.known) return devices;
  return factOf(limit, (number) => {
    const details = { limit: number, counts, mayCount };
    if (counts >= number) return { value: 'reached', details };
    if (counts + mayCount + unknown >= number) return { value: 'mayBeReached', details };
    return complete ? { value: 'below', details } : limited;
  });
}

function anyDevice(
  judged: readonly JudgedDevice[],
  { complete }: DeviceList,
  test: (device: JudgedDevice) => boolean | undefined,
): Finding {
  const hits = judged.filter((device) => test(device) === true);
  if (hits.length > 0) {
    const names = new Set(hits.map(({ device }) => device.displayName ?? device.id));
    const more = names.size - maxNames;
    const shown = [...names].slice(0, maxNames).join(', ');
    return { value: 'yes', details: { names: more > 0 ? `${shown} (+${more})` : shown } };
  }
  return complete && judged.every((device) => test(device) === false) ? { value: 'no' } : limited;
}

function isDuplicate({ device, duplicate }: JudgedDevice): boolean | undefined {
  return device.displayName === undefined ? undefined : duplicate;
}

function negated(flag: boolean | undefined): boolean | undefined {
  return flag === undefined ? undefined : !flag;
}
