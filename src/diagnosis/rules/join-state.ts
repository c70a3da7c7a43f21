import type { Finding } from '../model.js';
import type { Look } from './look.js';
import { found } from './rule.js';
import { maybeOwn } from './user-context.js';

/**
 * How the PC is joined, by its three flags (docs/domain/current.md section 2) and, for "nothing at all", the
 * registration of the user.
 */
export type JoinState = 'hybrid' | 'entra' | 'onPremises' | 'domainOnly' | 'none';

/** Undefined: a flag that would decide is not there, or two outputs in one text contradict each other. */
export function joinStateOf(look: Look): JoinState | undefined {
  const [entra, enterprise, domain] = [
    look.flag('AzureAdJoined'),
    look.flag('EnterpriseJoined'),
    look.flag('DomainJoined'),
  ];
  if (entra === 'yes') return domain === 'yes' ? 'hybrid' : domain === 'no' ? 'entra' : undefined;
  if (entra !== 'no') return undefined;
  if (enterprise === 'yes') return domain === 'no' ? undefined : 'onPremises';
  if (enterprise !== 'no') return undefined;
  return domain === 'yes' ? 'domainOnly' : domain === 'no' ? 'none' : undefined;
}

/** The lines that tell the join state. */
export function joinStateLines(look: Look): readonly string[] {
  return ['AzureAdJoined', 'EnterpriseJoined', 'DomainJoined'].flatMap((key) => look.field(key)?.line ?? []);
}

export function judgeJoinState(look: Look): readonly Finding[] {
  const state = joinStateOf(look);
  const lines = joinStateLines(look);
  switch (state) {
    case 'hybrid':
      return [
        found('hybrid-joined', 'certain', lines),
        ...(isHealthy(look) ? [found('hybrid-healthy', 'likely', [...lines, look.field('AzureAdPrt')])] : []),
      ];
    case 'entra':
      return [found('entra-joined', 'certain', lines)];
    case 'onPremises':
      return [found('on-premises-joined', 'certain', lines)];
    case 'domainOnly':
      return [found('domain-joined-only', 'certain', lines)];
    case 'none':
      return notInDomain(look, lines);
    case undefined:
      return look.flag('DomainJoined') === 'no' ? notKnown(look, lines) : [];
  }
}

/** Not in the domain, and it is not said whether Entra joined instead: what only a joined PC prints leaves it open. */
function notKnown(look: Look, lines: readonly string[]): readonly Finding[] {
  const joined =
    look.flag('AzureAdJoined') === 'yes' || look.field('DeviceId') !== undefined || look.flag('AzureAdPrt') === 'yes';
  return joined ? [] : [found('not-domain-joined', 'likely', lines)];
}

/** A registered PC is complete as what it is, somebody's own; only for the join of a company PC it lacks the domain. */
function notInDomain(look: Look, lines: readonly string[]): readonly Finding[] {
  const registered = look.field('WorkplaceJoined');
  switch (look.flag('WorkplaceJoined')) {
    case 'yes':
      return [
        found('registered-only', maybeOwn(look.userContext) ? 'certain' : 'likely', [registered]),
        found('not-domain-joined', 'certain', lines, { role: 'note' }),
      ];
    case 'no':
      return [found('not-joined-at-all', 'certain', [...lines, registered])];
    case undefined:
      // It may be registered, and then in order.
      return [found('not-domain-joined', 'likely', lines)];
  }
}

/**
 * What builds print that print DeviceAuthStatus as well (docs/domain/current.md section 3, and outputs that people
 * posted).
 */
const ofNewerBuilds = [
  ...['Virtual Desktop', 'Device Name', 'WorkAccountCount', 'OnPremTgt', 'CloudTgt', 'KerbTopLevelNames'],
  ...['DisplayNameUpdated', 'OsVersionUpdated', 'HostNameUpdated', 'Last HostName Update'],
];

/**
 * In order is only what was seen to be in order: the pass of the sign-in, the device's certificate, its keys, and no second
 * registration. Builds before 21H1 print no DeviceAuthStatus; in what a newer one printed its line was lost.
 */
function isHealthy(look: Look): boolean {
  const authenticates = look.field('DeviceAuthStatus');
  const details = authenticates
    ? /^success/i.test(authenticates.value)
    : look.field('KeyProvider') !== undefined && !ofNewerBuilds.some((key) => look.field(key) !== undefined);
  const keys = look.field('KeySignTest');
  return (
    look.flag('AzureAdPrt') === 'yes' &&
    look.flag('WorkplaceJoined') === 'no' &&
    details &&
    keys !== undefined &&
    !/failed/i.test(keys.value) &&
    look.flag('AadRecoveryEnabled') !== 'yes'
  );
}
