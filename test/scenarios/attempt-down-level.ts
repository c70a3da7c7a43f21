import { seesDomain, type Reach, type State } from './state.js';

/**
 * What the window of the down-level client tells (docs/domain/downlevel.md section 2); `offersJoin`: it says that the
 * PC is not registered.
 */
export type DialogSays = 'joined' | 'authentication' | 'verification' | 'maximum' | 'notResponding' | 'offersJoin';

/** An entry of one of its logs (docs/domain/downlevel.md section 4). */
export interface LogEntry {
  readonly log: 'client' | 'inBox' | 'adfs' | 'current' | 'aad';
  readonly eventId: number;
  readonly level: 'Error' | 'Warning' | 'Information';
  readonly message: string;
}

/** How an attempt to join ends on Windows 7 to 8.1 and Server 2008 R2 to 2012 R2; `nothing`: no program, or it has not run. */
export interface DownLevelAttempt {
  readonly dialog: DialogSays | 'nothing' | 'programMissing';
  readonly entry: LogEntry | undefined;
}

/**
 * Phase by phase: program, account, network, discovery, sign-in, registration (docs/domain/downlevel.md sections 1 to
 * 6).
 */
export function attemptDownLevel(state: State): DownLevelAttempt {
  const { pc, account, tenant } = state;
  const own = pc.downLevel;
  if (own.client !== 'installed') return { dialog: 'programMissing', entry: undefined };
  if (own.prompt === 'elevated') return { dialog: 'offersJoin', entry: undefined };
  if (own.joined) return { dialog: 'joined', entry: success };
  if (!own.attempted || own.roamingProfile || pc.special !== 'ordinary') return { dialog: 'nothing', entry: undefined };
  // What the window says without a service connection point is not documented; the article only names it as a cause.
  if (pc.connectionPoint === 'missing') return { dialog: 'nothing', entry: undefined };
  if (account.signedInWith !== 'domainAccount' || account.kind !== 'synced' || !seesDomain(pc)) {
    return { dialog: 'verification', entry: undefined };
  }
  const discovery = discover(state);
  if (discovery) return { dialog: 'notResponding', entry: discovery };
  if (!signsInSilently(state)) return { dialog: 'authentication', entry: signInEntry(state) };
  const full =
    tenant.devicesUsed >= tenant.deviceLimit || tenant.federationLimitReached || own.signedIn === 'anotherPerson';
  if (full) return { dialog: 'maximum', entry: limitReached };
  return { dialog: 'joined', entry: success };
}

const success: LogEntry = {
  log: 'client',
  eventId: 201,
  level: 'Information',
  message: 'The device was joined successfully.',
};

const limitReached: LogEntry = {
  log: 'inBox',
  eventId: 200,
  level: 'Error',
  message: 'The maximum number of devices that can be joined to the workplace by the user has been reached.',
};

/** A changed password locks the PC out of its keys, as long as the update is missing; which event tells of it is not known. */
export function keysLocked({ pc, account }: State): boolean {
  return pc.downLevel.joined && account.password === 'justChanged' && !pc.downLevel.kb4284842;
}

/** Event 102 gives the code, 103 the HTTP status (KB 3045387). */
const exitCodes: Partial<Record<Reach, string>> = {
  noConnection: '0x80072EFD',
  timeout: '0x80072EE2',
  nameNotResolved: '0x80072EE7',
  untrusted: '0x80072F0D',
  revoked: '0x80072F8A',
  revocationUnreachable: '0x80072F19',
  badAnswer: '0x80004005',
};

function discover({ pc, tenant }: State): LogEntry | undefined {
  const { registration } = pc.asUser;
  const failed = (eventId: number, rest: string): LogEntry => ({
    log: 'inBox',
    eventId,
    level: 'Error',
    message: `Workplace Join discovery failed. ${rest}\nhttps://EnterpriseRegistration.contoso.com:443/EnrollmentServer/contract?api-version=1.0`,
  });
  if (registration === 'notFound') return failed(103, 'Server returned http status 404.');
  if (tenant.serviceBusy) return failed(103, 'Server returned http status 503.');
  if (pc.downLevel.tls12 !== 'on') return failed(102, 'Exit code: 0x80072F8F.');
  const code = exitCodes[registration];
  return code === undefined ? undefined : failed(102, `Exit code: ${code}.`);
}

function signsInSilently({ pc, account, tenant }: State): boolean {
  const own = pc.downLevel;
  if (account.nameChanged || account.secondConfirmation || own.homeRealmPage) return false;
  if (own.encryptedPages !== 'saved' || own.enhancedSecurity || own.intranetZone !== 'right') return false;
  if (tenant.signIn === 'federated')
    return tenant.federation === 'working' && pc.connectionPoint === 'right' && pc.asUser.federation === 'open';
  return tenant.seamlessSso && own.statusBarScript;
}

function signInEntry({ pc }: State): LogEntry | undefined {
  const own = pc.downLevel;
  if (own.intranetZone === 'trustedSites') {
    return {
      log: 'inBox',
      eventId: 104,
      level: 'Warning',
      message:
        'The URI https://autologon.microsoftazuread-sso.com could not be added to an Internet Explorer zone because it is already in another zone.',
    };
  }
  // Seen with this setting; the exact texts are not known (azure-docs issue 52350).
  if (own.encryptedPages !== 'saved')
    return { log: 'client', eventId: 400, level: 'Error', message: 'The sign-in was not successful.' };
  return undefined;
}
