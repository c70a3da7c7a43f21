import { ifTheyLook, type Answer } from './answer.js';
import { attemptToJoin, type Failure } from './attempt-to-join.js';
import { signInToken } from './sign-in-token.js';
import { seesDomain, type State } from './state.js';
import { since21H1 } from './status-options.js';

/** The two or three flags at the top of `dsregcmd /status`. */
function joinState({ pc }: State): string {
  if (pc.joined === 'onPremises') return 'on-premises';
  if (pc.joined === 'hybrid') return 'both-yes';
  if (pc.joined === 'entra') return 'cloud-only';
  return pc.inDomain ? 'domain-only' : 'both-no';
}

/** Diagnostics are printed since 1803. */
function lastFailure(state: State): Failure | undefined {
  return state.pc.windows === 'win10-1709' ? undefined : attemptToJoin(state).failure;
}

function phase(state: State): string {
  const failure = lastFailure(state);
  if (!failure) return 'nothing';
  return failure.phase === 'discover' && failure.code === '0x801c001d' ? 'discover-scp' : failure.phase;
}

const discoverCodes: Readonly<Record<string, string>> = {
  '0x801c003a': 'tenant',
  '0x80072ee7': 'name',
  '0x8007000d': 'proxy',
  '0x80072f8f': 'altered',
  '0x801c0025': 'busy',
};

const authCodes: Readonly<Record<string, string>> = {
  '0xcaa90017': 'endpoints',
  '0xcaa90023': 'endpoints',
  '0xcaa9002c': 'endpoints',
  '0xcaa82ee2': 'unreachable',
  '0xcaa82efd': 'unreachable',
  '0xcaa82efe': 'unreachable',
  '0xcaa82f8f': 'altered',
  '0x801c0023': 'confirmation',
  '0x801c0095': 'kerberos',
};

const joinCodes: Readonly<Record<string, string>> = {
  '0x801c0002': 'sid',
  '0x801c0006': 'service',
  '0x80090016': 'keys',
  '0x80090031': 'locked',
  '0x80290407': 'tpm',
  '0x80280036': 'tpm',
  '0x801c000f': 'restart',
  '0x801c0042': 'azure',
};

function joinCode({ code, serverMessage = '' }: Failure): string {
  if (serverMessage.includes('AADSTS90002')) return 'tenant';
  if (serverMessage.includes('throttled')) return 'throttled';
  if (serverMessage.includes('is not found')) return 'not-found';
  return joinCodes[code] ?? (code.startsWith('0x80072') ? 'network' : 'not-sure');
}

/** What the two lines DeviceAuthStatus and AzureAdPrt say, else what the person complains of. */
function trouble(state: State): string {
  const { pc, complaint } = state;
  if (complaint === 'nothing') return 'all-well';
  if (complaint === 'afterPassword') return 'after-password';
  if (pc.tpm === 'cleared') return 'repaired';
  if (since21H1(pc.windows) && (pc.object === 'disabled' || pc.object === 'deleted')) return 'failed';
  return signInToken(state).present ? 'trouble' : 'no-token';
}

const codeOf = (find: (failure: Failure) => string): Answer => ifTheyLook((state) => {
  const failure = lastFailure(state);
  return failure ? find(failure) : 'not-sure';
});

const kinds = {
  ordinary: 'ordinary',
  kerberosJoin: 'ordinary',
  azureVm: 'ordinary',
  clonedImage: 'copied',
  virtualDesktop: 'copied',
  domainController: 'server',
  serverCore: 'server',
  forgetful: 'forgets',
} as const;

export const currentAnswers: Readonly<Record<string, Answer>> = {
  'current/status': ifTheyLook((state) => (state.complaint === 'limitMessage' ? 'not-sure' : joinState(state))),
  'current/later': () => 'at-the-pc',
  'current/domain': ifTheyLook(({ pc, complaint }) => {
    if (complaint === 'limitMessage') return 'limit-message';
    return pc.inDomain ? 'domain' : 'workgroup';
  }),
  'current/workgroup': ({ pc }) => (pc.joined === 'entra' || pc.registered ? 'yes' : 'no'),
  'current/network': ({ pc }) => (pc.place === 'homeNoVpn' ? 'cannot-connect' : pc.place === 'homeVpnPossible' ? 'not-yet' : 'company-network'),
  'current/new-in-domain': ({ pc }) => (pc.replicated ? 'no' : 'yes'),
  'current/which-company': ifTheyLook(({ pc }) => (pc.tenant === 'own' ? 'ours' : 'another')),
  'current/registered': ifTheyLook(({ pc }) => (pc.registered ? 'yes' : 'no')),
  'current/run-again': ({ pc }) => (pc.object === 'registeredAfterwards' || pc.object === 'ready' ? 'both-yes' : 'still-no'),
  'current/phase': ifTheyLook(phase),
  'current/ask-as-administrator': ifTheyLook((state) => (lastFailure(state) ? 'error-phase' : 'nothing')),
  'current/special': ({ pc }) => kinds[pc.special],
  'current/discover-code': codeOf(({ code, subCode }) => discoverCodes[subCode ?? code] ?? 'other'),
  'current/auth-code': codeOf(({ code }) => authCodes[code] ?? 'other'),
  'current/join-code': codeOf(joinCode),
  'current/joined': ifTheyLook(trouble),
  'current/twice': ifTheyLook(({ pc }) => (pc.registered ? 'yes' : 'no')),
  'current/sign-in-name': ifTheyLook(({ pc, account }) => {
    if (account.signedInWith !== 'domainAccount' || !seesDomain(pc)) return 'error';
    return account.upn === 'suffixUnknown' || account.upn === 'malformed' ? 'other-ending' : 'like-mail';
  }),
  'current/updates': ({ pc }) => (pc.updated ? 'recently' : 'before-2021'),
};
