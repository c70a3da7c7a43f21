import { seesDomain, type Addresses, type Reach, type State } from './state.js';

/**
 * How the task Automatic-Device-Join ends on a Windows 10 or later PC, phase by phase (docs/domain/current.md
 * sections 1 and 4; codes: error-codes.json). Written from the documents alone, not from what the product takes them for.
 */
export interface Attempt {
  readonly adConnectivity: string;
  readonly adConfiguration: string;
  readonly discovery: string;
  readonly connectivity: string;
  readonly token: string;
  /** Undefined = nothing stopped it. */
  readonly failure: Failure | undefined;
}

export interface Failure {
  readonly phase: 'pre-check' | 'discover' | 'auth' | 'join';
  readonly code: string;
  readonly subCode?: string;
  readonly type?: 'sync' | 'federated';
  readonly serverError?: string;
  readonly serverMessage?: string;
  readonly https?: number;
}

const passed = {
  adConnectivity: 'PASS',
  adConfiguration: 'PASS',
  discovery: 'PASS',
  connectivity: 'PASS',
  token: 'PASS',
};
const skipped = {
  adConnectivity: 'SKIPPED',
  adConfiguration: 'SKIPPED',
  discovery: 'SKIPPED',
  connectivity: 'SKIPPED',
  token: 'SKIPPED',
};

/** `addresses`: as SYSTEM for the task itself; an un-elevated prompt tests as the user. */
export function attemptToJoin(state: State, addresses: Addresses = state.pc.asSystem): Attempt {
  const { pc } = state;
  if (!seesDomain(pc)) {
    return { ...skipped, adConnectivity: 'FAIL [0x54b]', failure: { phase: 'pre-check', code: '0x54b' } };
  }
  const found = connectionPoint(state);
  if (found !== undefined) {
    return {
      ...skipped,
      adConnectivity: 'PASS',
      adConfiguration: found.test,
      failure: { phase: 'discover', code: '0x801c001d' },
    };
  }
  const discovery = discover(state, addresses);
  if (discovery !== undefined) {
    const test = `FAIL [${discovery.code}${discovery.subCode === undefined ? '' : `/${discovery.subCode}`}]`;
    return {
      ...skipped,
      adConnectivity: 'PASS',
      adConfiguration: 'PASS',
      discovery: test,
      failure: { phase: 'discover', ...discovery },
    };
  }
  const token = authenticate(state, addresses);
  const tests = { ...passed, token: token === undefined ? 'PASS' : `FAIL [${token.code}]` };
  const mayFallBack = pc.syncFallback && pc.special !== 'kerberosJoin';
  if (token !== undefined && !mayFallBack) return { ...tests, failure: { phase: 'auth', ...token } };
  return { ...tests, failure: join(state, addresses) };
}

type Stop = Omit<Failure, 'phase'>;

function connectionPoint({ pc }: State): { readonly test: string } | undefined {
  if (pc.connectionPointInRegistry !== 'missing') return undefined;
  return pc.connectionPoint === 'missing' ? { test: 'FAIL [0x80070002]' } : undefined;
}

/** Sub-codes of a failed discovery (MicrosoftDocs/entra-docs troubleshoot-hybrid-join-windows-current.md). */
const subCodes: Partial<Record<Reach, string>> = {
  noConnection: '0x80072efd',
  timeout: '0x80072ee2',
  aborted: '0x80072efe',
  nameNotResolved: '0x80072ee7',
  altered: '0x80072f8f',
  signInPage: '0x8007000d',
  badAnswer: '0x801c000c',
};

export function namesWrongTenant({ pc }: State): boolean {
  const used = pc.connectionPointInRegistry === 'missing' ? pc.connectionPoint : pc.connectionPointInRegistry;
  return used === 'wrongTenant';
}

function discover(state: State, { registration, signIn }: Addresses): Stop | undefined {
  const { pc, tenant } = state;
  if (registration === 'slow') return { code: '0x801c001f' };
  if (registration !== 'open') return { code: '0x801c0021', subCode: subCodes[registration] ?? '0x801c000c' };
  if (!pc.clockRight) return { code: '0x801c0021', subCode: '0x80072f8f' };
  if (tenant.serviceBusy) return { code: '0x801c0021', subCode: '0x801c0025' };
  if (namesWrongTenant(state) && pc.windows !== 'win10-1803') return { code: '0x801c0021', subCode: '0x801c003a' };
  // Realm discovery: since 1809.
  const asksRealm = pc.windows !== 'win10-1709' && pc.windows !== 'win10-1803';
  if (asksRealm && signIn !== 'open') return { code: '0x801c003d', subCode: subCodes[signIn] ?? '0x80072ee2' };
  return undefined;
}

const federationCodes = {
  working: undefined,
  endpointsOff: '0xcaa90023',
  noXml: '0xcaa9002c',
  protocolOff: '0xcaa90017',
  fault: '0xcaa90014',
  tokenRefused: '0xcaa20003',
  claimsMissing: '0x801c0014',
  general: '0xcaa1002d',
} as const;

const tokenCodes: Partial<Record<Reach, string>> = {
  noConnection: '0xcaa82efd',
  timeout: '0xcaa82ee2',
  aborted: '0xcaa82efe',
  altered: '0xcaa82f8f',
  signInPage: '0xcaa9002c',
};

function authenticate({ pc, account, tenant }: State, { federation }: Addresses): Stop | undefined {
  if (pc.special === 'kerberosJoin') return { code: '0x801c0095' };
  if (tenant.signIn !== 'federated') return undefined;
  if (federation !== 'open') return { code: tokenCodes[federation] ?? '0xcaa82ee2' };
  if (account.secondConfirmation) return { code: '0x801c0023' };
  const code = federationCodes[tenant.federation];
  return code === undefined ? undefined : { code };
}

function join(state: State, { registration }: Addresses): Failure | undefined {
  const { pc, tenant } = state;
  const stop = (code: string, more: Partial<Failure> = {}): Failure => ({ phase: 'join', code, ...more });
  const sync = tenant.signIn === 'managed' ? 'sync' : 'federated';
  const directory = (serverMessage: string, type: 'sync' | 'federated' = 'sync') =>
    stop('0x801c03f2', { type, serverError: 'DirectoryError', serverMessage, https: 400 });
  if (registration !== 'open') return stop(subCodes[registration] ?? '0x80072ee2');
  // The tests pass, the attempt says 0x801c001d in this phase, and event 220 says why.
  if (!pc.replicated) return stop('0x801c001d');
  if (pc.tpm === 'faulty') return stop('0x80290407');
  if (pc.tpm === 'fips') return stop('0x80280036');
  if (pc.tpm === 'locked') return stop('0x80090031');
  if (pc.tpm === 'cleared' || pc.special === 'clonedImage') return stop('0x80090016');
  if (pc.special === 'unheardOf') return stop('0x801c7777');
  if (pc.special === 'azureVm') return stop('0x801c0042');
  if (tenant.serviceFault) return stop('0x801c0006', { serverError: 'InternalServiceError', https: 500 });
  if (namesWrongTenant(state)) {
    return directory(
      `AADSTS90002: Tenant '${otherTenantId}' not found. This may happen if there are no active subscriptions for the tenant.`,
    );
  }
  if (pc.manyAttempts)
    return directory('Your request is throttled temporarily. Please try after 300 seconds.', 'federated');
  if (!pc.certificateMatches) {
    return stop('0x801c0002', {
      type: sync,
      serverError: 'AuthenticationError',
      serverMessage: "The verification of the target computer's SID failed.",
      https: 400,
    });
  }
  if (!pc.inSyncScope || !pc.userCertificate || !pc.syncRanSince) {
    return directory(`The device object by the given id (${unsyncedDeviceId}) is not found.`);
  }
  if (pc.restartPending) return stop('0x801c000f');
  return undefined;
}

export const otherTenantId = '5b1c2d0a-7a44-4c33-9d1e-0f6a8f1f9a10';
export const unsyncedDeviceId = '752f43c6-021a-4dce-a8b5-996d99e2b791';
