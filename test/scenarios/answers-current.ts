import { ifTheyLook, type Answer, type Offered } from './answer.js';
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

/** Finds the phase, or the code, among the words on show, as people do; of two codes the second. */
function fromTheWindow(state: State, offered: readonly Offered[]): string {
  const failure = lastFailure(state);
  if (!failure) return 'nothing';
  const { code, subCode = code, phase } = failure;
  const ofPhase = offered.filter(({ text }) => text.startsWith(phase));
  const fitting = ofPhase.length > 0 ? ofPhase : offered;
  const named = fitting.filter(({ text }) => text.includes(subCode));
  const word = wordOf(failure);
  const exact = named.length > 1 && word !== undefined ? named.find(({ text }) => text.includes(word)) : named[0];
  const begins = fitting.find(
    ({ text }) => text.includes('begin') && (text.match(/0x\w+/g) ?? []).some((start) => subCode.startsWith(start)),
  );
  const [only] = ofPhase.length === 1 ? ofPhase : [];
  return (exact ?? begins ?? only ?? ofPhase.find(({ text }) => text.includes('another code')))?.id ?? 'not-sure';
}

/** What the server's message is about, where one code stands for several things. */
function wordOf({ serverMessage = '' }: Failure): string | undefined {
  if (serverMessage.includes('AADSTS90002')) return 'AADSTS90002';
  if (serverMessage.includes('throttled')) return 'throttled';
  return serverMessage.includes('is not found') ? 'not found' : undefined;
}

/** What the two lines DeviceAuthStatus and AzureAdPrt say, else what the person complains of. */
function trouble(state: State): string {
  const { pc, complaint } = state;
  if (complaint === 'nothing' || pc.object === 'registeredAfterwards') return 'all-well';
  if (complaint === 'afterPassword') return 'after-password';
  if (pc.tpm === 'cleared') return 'repaired';
  if (since21H1(pc.windows) && (pc.object === 'disabled' || pc.object === 'deleted')) return 'failed';
  return signInToken(state).present ? 'trouble' : 'no-token';
}

const kinds = {
  ordinary: 'ordinary',
  kerberosJoin: 'ordinary',
  azureVm: 'ordinary',
  unheardOf: 'ordinary',
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
  'current/network': ({ pc }) =>
    pc.place === 'homeNoVpn' ? 'cannot-connect' : pc.place === 'homeVpnPossible' ? 'not-yet' : 'company-network',
  'current/new-in-domain': ({ pc }) => (pc.replicated ? 'no' : 'yes'),
  'current/which-company': ifTheyLook(({ pc }) => (pc.tenant === 'own' ? 'ours' : 'another')),
  'current/registered': ifTheyLook(({ pc }) => (pc.registered ? 'yes' : 'no')),
  'current/run-again': ({ pc }) =>
    pc.object === 'registeredAfterwards' || pc.object === 'ready' ? 'both-yes' : 'still-no',
  'current/phase': ifTheyLook(fromTheWindow),
  'current/discover-code': ifTheyLook(fromTheWindow),
  'current/auth-code': ifTheyLook(fromTheWindow),
  'current/join-code': ifTheyLook(fromTheWindow),
  'current/chip-code': ifTheyLook(fromTheWindow),
  'current/rare-code': ifTheyLook(fromTheWindow),
  'current/ask-as-administrator': ifTheyLook((state) => (lastFailure(state) ? 'error-phase' : 'nothing')),
  'current/special': ({ pc }) => kinds[pc.special],
  'current/joined': ifTheyLook(trouble),
  'current/twice': ifTheyLook(({ pc }) => (pc.registered ? 'yes' : 'no')),
  'current/sign-in-name': ifTheyLook(({ pc, account }) => {
    if (account.signedInWith !== 'domainAccount' || !seesDomain(pc)) return 'error';
    return account.upn === 'suffixUnknown' || account.upn === 'malformed' ? 'other-ending' : 'like-mail';
  }),
  'current/updates': ({ pc }) => (pc.updated ? 'recently' : 'before-2021'),
};
