/** What is so, at one PC, for one account, in one tenant. Plain data; what a person sees and says follows from it. */

/**
 * Versions as `dsregcmd /status` differs by them (docs/domain/current.md section 3: diagnostics since 1803, sign-in
 * since 21H1).
 */
export type CurrentWindows =
  'win10-1709' | 'win10-1803' | 'win10-1809' | 'win10-21H1' | 'win11-22H2' | 'server2019' | 'server2022';
export type DownLevelWindows = 'win7' | 'win81' | 'server2008r2' | 'server2012' | 'server2012r2';
export type Windows = CurrentWindows | DownLevelWindows;

/** How far a request to one address gets. `signInPage`: a proxy answers 200 with a page of its own. */
export type Reach =
  | 'open'
  | 'noConnection'
  | 'timeout'
  | 'aborted'
  | 'nameNotResolved'
  | 'altered'
  | 'signInPage'
  | 'badAnswer'
  | 'slow'
  | 'notFound'
  | 'untrusted'
  | 'revoked'
  | 'revocationUnreachable';

/**
 * enterpriseregistration.windows.net, login.microsoftonline.com, the federation server (docs/domain/current.md section
 * 6).
 */
export interface Addresses {
  readonly registration: Reach;
  readonly signIn: Reach;
  readonly federation: Reach;
}

/**
 * Where the PC is told to join: the service connection point in AD, or the registry's, which wins
 * (docs/domain/downlevel.md section 5).
 */
export type ConnectionPoint = 'right' | 'missing' | 'wrongTenant' | 'onMicrosoftName';

/** How the directory knows the PC. `registeredAfterwards`: registered after what the person pastes was printed. */
export type DirectoryObject =
  | 'none'
  | 'ready'
  | 'pending'
  | 'disabled'
  | 'deleted'
  | 'registeredOnly'
  | 'registeredAfterwards'
  | 'readyAndRegistered';

/**
 * The client that Windows 7 to 8.1 and Server 2008 R2 to 2012 R2 join with, and what it needs
 * (docs/domain/downlevel.md).
 */
export interface DownLevelState {
  readonly client: 'installed' | 'missing' | 'inBox';
  readonly attempted: boolean;
  readonly prompt: 'own' | 'elevated';
  readonly joined: boolean;
  readonly intranetZone: 'right' | 'missing' | 'trustedSites';
  readonly statusBarScript: boolean;
  readonly encryptedPages: 'saved' | 'notSaved' | 'notSavedByPolicy';
  readonly enhancedSecurity: boolean;
  readonly tls12: 'on' | 'off' | 'offByPolicy';
  readonly kb4284842: boolean;
  readonly roamingProfile: boolean;
  readonly homeRealmPage: boolean;
  /** Whose attempt the window tells of: an other account signed in on the PC has its own limit. */
  readonly signedIn: 'self' | 'anotherPerson';
  readonly oldPcToGiveUp: boolean;
  readonly registrationBroken: boolean;
}

export interface PcState {
  readonly name: string;
  readonly windows: Windows;
  readonly inDomain: boolean;
  readonly place: 'office' | 'vpn' | 'homeVpnPossible' | 'homeNoVpn';
  /** Whether the PC asks a DNS server that knows the domain. */
  readonly domainDns: boolean;
  readonly replicated: boolean;
  readonly asSystem: Addresses;
  readonly asUser: Addresses;
  readonly wpad: 'none' | 'fails';
  readonly connectionPoint: ConnectionPoint;
  readonly connectionPointInRegistry: ConnectionPoint;
  readonly inSyncScope: boolean;
  readonly userCertificate: boolean;
  readonly syncRanSince: boolean;
  readonly certificateMatches: boolean;
  readonly syncFallback: boolean;
  readonly manyAttempts: boolean;
  readonly tpm: 'ok' | 'absent' | 'faulty' | 'fips' | 'locked' | 'cleared';
  readonly keys: 'usable' | 'lost' | 'markedForRecovery';
  readonly certificate: 'valid' | 'expired';
  readonly clockRight: boolean;
  readonly joined: 'no' | 'hybrid' | 'entra' | 'onPremises';
  /** Registered by the account that is signed in (WorkplaceJoined). */
  readonly registered: boolean;
  readonly object: DirectoryObject;
  /** Intune names the person as its user, so that Graph shows it among theirs. */
  readonly primaryUser: boolean;
  /** Its pass is revoked only after a while (docs/domain/graph.md section 6). */
  readonly disabledJustNow: boolean;
  /** Of which tenant the PC is, when it has joined or names one. */
  readonly tenant: 'own' | 'another';
  readonly special:
    | 'ordinary'
    | 'domainController'
    | 'serverCore'
    | 'clonedImage'
    | 'virtualDesktop'
    | 'forgetful'
    | 'azureVm'
    | 'kerberosJoin'
    | 'unheardOf';
  readonly restartPending: boolean;
  /** The security update of July 2021 that newer sign-in needs (AADSTS5000611). */
  readonly updated: boolean;
  readonly tokenRenewed: boolean;
  /** No pass for the sign-in, and nothing says why. */
  readonly tokenMissing: boolean;
  readonly enterpriseTokenFails: boolean;
  readonly downLevel: DownLevelState;
}

export interface AccountState {
  readonly whose: 'own' | 'other';
  readonly kind: 'synced' | 'cloudOnly' | 'guest';
  readonly enabled: boolean;
  /** What is signed in on the PC. `administrator`: the built-in one. */
  readonly signedInWith: 'domainAccount' | 'localAccount' | 'administrator';
  readonly upn: 'known' | 'suffixUnknown' | 'malformed' | 'notSynced';
  readonly password: 'right' | 'justChanged';
  readonly nameChanged: boolean;
  readonly secondConfirmation: boolean;
}

export interface TenantState {
  readonly signIn: 'managed' | 'federated';
  readonly federation:
    'working' | 'endpointsOff' | 'noXml' | 'protocolOff' | 'fault' | 'tokenRefused' | 'claimsMissing' | 'general';
  readonly seamlessSso: boolean;
  readonly deviceLimit: number;
  /** Devices of the person that count. */
  readonly devicesUsed: number;
  /** Old or double entries among them. */
  readonly oldEntries: 'none' | 'unused' | 'double';
  /** The federation server's own limit, which Graph does not show. */
  readonly federationLimitReached: boolean;
  readonly registrationAllowed: boolean;
  readonly serviceBusy: boolean;
  readonly serviceFault: boolean;
}

/** What is not right from the person's side; without it nobody would ask. */
export type Complaint =
  'willNotJoin' | 'nothing' | 'signIn' | 'afterPassword' | 'appsRefuse' | 'someoneElse' | 'limitMessage';

export interface State {
  readonly pc: PcState;
  readonly account: AccountState;
  readonly tenant: TenantState;
  readonly complaint: Complaint;
}

const open: Addresses = { registration: 'open', signIn: 'open', federation: 'open' };

/** Nothing is wrong, but that the PC has not joined yet; a scenario says what differs. */
export const healthy: State = {
  pc: {
    name: 'PC-0700',
    windows: 'win10-21H1',
    inDomain: true,
    place: 'office',
    domainDns: true,
    replicated: true,
    asSystem: open,
    asUser: open,
    wpad: 'none',
    connectionPoint: 'right',
    connectionPointInRegistry: 'missing',
    inSyncScope: true,
    userCertificate: true,
    syncRanSince: true,
    certificateMatches: true,
    syncFallback: true,
    manyAttempts: false,
    tpm: 'ok',
    keys: 'usable',
    certificate: 'valid',
    clockRight: true,
    joined: 'no',
    registered: false,
    object: 'none',
    primaryUser: false,
    disabledJustNow: false,
    tenant: 'own',
    special: 'ordinary',
    restartPending: false,
    updated: true,
    tokenRenewed: true,
    tokenMissing: false,
    enterpriseTokenFails: false,
    downLevel: {
      client: 'installed',
      attempted: true,
      prompt: 'own',
      joined: false,
      intranetZone: 'right',
      statusBarScript: true,
      encryptedPages: 'saved',
      enhancedSecurity: false,
      tls12: 'on',
      kb4284842: true,
      roamingProfile: false,
      homeRealmPage: false,
      signedIn: 'self',
      oldPcToGiveUp: false,
      registrationBroken: false,
    },
  },
  account: {
    whose: 'own',
    kind: 'synced',
    enabled: true,
    signedInWith: 'domainAccount',
    upn: 'known',
    password: 'right',
    nameChanged: false,
    secondConfirmation: false,
  },
  tenant: {
    signIn: 'managed',
    federation: 'working',
    seamlessSso: true,
    deviceLimit: 20,
    devicesUsed: 3,
    oldEntries: 'none',
    federationLimitReached: false,
    registrationAllowed: true,
    serviceBusy: false,
    serviceFault: false,
  },
  complaint: 'willNotJoin',
};

/** What a scenario says of a state: only what differs from {@link healthy}. */
export interface Differences {
  readonly pc?: Partial<Omit<PcState, 'asSystem' | 'asUser' | 'downLevel'>> & {
    readonly asSystem?: Partial<Addresses>;
    readonly asUser?: Partial<Addresses>;
    readonly downLevel?: Partial<DownLevelState>;
  };
  readonly account?: Partial<AccountState>;
  readonly tenant?: Partial<TenantState>;
  readonly complaint?: Complaint;
}

export function stateOf({ pc, account, tenant, complaint }: Differences): State {
  return {
    pc: {
      ...healthy.pc,
      ...pc,
      asSystem: { ...open, ...pc?.asSystem },
      asUser: { ...open, ...pc?.asUser },
      downLevel: { ...healthy.pc.downLevel, ...pc?.downLevel },
    },
    account: { ...healthy.account, ...account },
    tenant: { ...healthy.tenant, ...tenant },
    complaint: complaint ?? healthy.complaint,
  };
}

const downLevelSystems: readonly Windows[] = ['win7', 'win81', 'server2008r2', 'server2012', 'server2012r2'];

export function isDownLevel({ windows }: PcState): boolean {
  return downLevelSystems.includes(windows);
}

/** A domain controller answers: on the company's network, with its DNS. */
export function seesDomain({ place, domainDns }: PcState): boolean {
  return (place === 'office' || place === 'vpn') && domainDns;
}
