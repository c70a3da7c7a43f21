import { ifTheyLook, type Answer } from './answer.js';
import { attemptDownLevel, type LogEntry } from './attempt-down-level.js';
import type { State } from './state.js';

/** What stands in the window, or that none opens. */
function status(state: State): string {
  const { dialog } = attemptDownLevel(state);
  if (dialog === 'programMissing') return 'not-found';
  if (dialog === 'nothing' || dialog === 'offersJoin') return 'not-sure';
  return dialog === 'notResponding' ? 'not-responding' : dialog;
}

/** Whether https://login.microsoftonline.com opens in Internet Explorer on that PC. */
const page: Answer = ({ pc }) => {
  if (pc.downLevel.tls12 !== 'on') return 'error';
  if (pc.asUser.signIn === 'signInPage') return 'blocked';
  return pc.asUser.signIn === 'open' ? 'opens' : 'error';
};

/** The newest entry of the log, by its number and code. */
function logged(state: State): string {
  const { entry } = attemptDownLevel(state);
  return entry ? optionFor(entry) : 'not-sure';
}

function optionFor({ eventId, message }: LogEntry): string {
  switch (eventId) {
    case 102:
      return codeOption(message);
    case 103:
      return message.includes('404') ? 'address' : 'service';
    case 104:
      return 'zone';
    case 200:
      return 'limit';
    case 201:
      return 'success';
    case 400:
    case 404:
      return 'pages';
    default:
      return 'not-sure';
  }
}

function codeOption(message: string): string {
  if (message.includes('0x80072EE7')) return 'address';
  if (['0x80072F0D', '0x80072F19', '0x80072F8A'].some((code) => message.includes(code))) return 'certificate';
  return message.includes('0x80072F8F') ? 'encryption' : 'blocked';
}

export const downLevelAnswers: Readonly<Record<string, Answer>> = {
  'downlevel/status': ifTheyLook(status),
  'downlevel/later': () => 'at-the-pc',
  'downlevel/look-for-program': ({ pc }) => (pc.downLevel.client === 'installed' ? 'listed' : 'not-listed'),
  'downlevel/type-again': ({ pc }) => (pc.downLevel.client === 'installed' ? 'yes' : 'no'),
  'downlevel/plain-window': (state) => (state.pc.downLevel.prompt === 'elevated' ? 'message' : 'not-sure'),
  'downlevel/kind-of-desktop': ({ pc }) => {
    if (pc.downLevel.roamingProfile) return 'roaming';
    return pc.special === 'virtualDesktop' ? 'virtual' : 'not-sure';
  },
  'downlevel/has-account': ({ account }) => (account.kind === 'synced' ? 'yes' : 'no'),
  'downlevel/account': ifTheyLook(({ pc, account }) => {
    if (account.signedInWith !== 'domainAccount') return 'local';
    return pc.place === 'homeNoVpn' ? 'cannot-connect' : pc.place === 'homeVpnPossible' ? 'outside' : 'domain';
  }),
  'downlevel/log': ifTheyLook(logged),
  'downlevel/quick-checks': ifTheyLook(({ pc, account }) => {
    if (pc.place === 'homeNoVpn' || pc.place === 'homeVpnPossible') return 'outside';
    if (account.nameChanged) return 'new-name';
    if (account.secondConfirmation) return 'phone';
    return { saved: 'none', notSaved: 'tick', notSavedByPolicy: 'locked' }[pc.downLevel.encryptedPages];
  }),
  'downlevel/enhanced-security': ifTheyLook(({ pc }) => (pc.downLevel.enhancedSecurity ? 'on' : 'off')),
  'downlevel/whose-limit': ({ pc }) => (pc.downLevel.signedIn === 'self' ? 'mine' : 'another'),
  'downlevel/unneeded-pc': ({ pc }) => (pc.downLevel.oldPcToGiveUp ? 'yes' : 'no'),
  'downlevel/reach': page,
  'downlevel/tls-setting': ifTheyLook(
    ({ pc }) => ({ on: 'tick', off: 'no-tick', offByPolicy: 'locked' })[pc.downLevel.tls12],
  ),
  'downlevel/joined': ({ complaint }) => {
    switch (complaint) {
      case 'nothing':
        return 'all-well';
      case 'afterPassword':
        return 'after-password';
      case 'someoneElse':
        return 'another-user';
      case 'appsRefuse':
      case 'signIn':
        return 'refused';
      default:
        return 'not-sure';
    }
  },
  'downlevel/may-install': (_state, { knows }) => (knows === 'everything' ? 'yes' : 'no'),
};
