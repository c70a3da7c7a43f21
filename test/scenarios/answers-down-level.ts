import { ifTheyLook, type Answer } from './answer.js';
import { attemptDownLevel } from './attempt-down-level.js';
import type { State } from './state.js';

/** At the first try in whichever prompt; later in one of their own. */
const window = (state: State, prompt = state.pc.downLevel.prompt) =>
  attemptDownLevel({ ...state, pc: { ...state.pc, downLevel: { ...state.pc.downLevel, prompt } } }).dialog;

const status = (state: State): string => {
  const dialog = window(state);
  if (dialog === 'programMissing') return 'not-found';
  return dialog === 'nothing' ? 'nothing' : 'window';
};

const dialog: Answer = (state) => {
  const says = window(state, 'own');
  if (state.pc.downLevel.prompt === 'elevated' && window(state) === 'offersJoin') return 'other';
  return says === 'notResponding' ? 'not-responding' : says === 'nothing' || says === 'programMissing' ? 'other' : says;
};

const network: Answer = ({ pc }) => ({ office: 'company-network', vpn: 'vpn', homeVpnPossible: 'not-yet', homeNoVpn: 'cannot-connect' })[pc.place];

/** Whether https://login.microsoftonline.com opens in Internet Explorer on that PC. */
const page: Answer = ({ pc }) => {
  if (pc.downLevel.tls12 !== 'on') return 'error';
  if (pc.asUser.signIn === 'signInPage') return 'blocked';
  return pc.asUser.signIn === 'open' ? 'opens' : 'error';
};

export const downLevelAnswers: Readonly<Record<string, Answer>> = {
  'downlevel/status': ifTheyLook(status),
  'downlevel/later': () => 'at-the-pc',
  'downlevel/dialog': dialog,
  'downlevel/look-for-program': ({ pc }) => (pc.downLevel.client === 'installed' ? 'listed' : 'not-listed'),
  'downlevel/type-again': ({ pc }) => (pc.downLevel.client === 'installed' ? 'yes' : 'no'),
  'downlevel/elevated': ({ pc }) => (pc.downLevel.prompt === 'elevated' ? 'yes' : 'no'),
  'downlevel/own-prompt': (state) => (window(state, 'own') === 'nothing' ? 'same' : 'window'),
  'downlevel/kind-of-desktop': ({ pc }) => {
    if (pc.downLevel.roamingProfile) return 'roaming';
    return pc.special === 'virtualDesktop' ? 'virtual' : 'ordinary';
  },
  'downlevel/has-account': ({ account }) => (account.kind === 'synced' ? 'yes' : 'no'),
  'downlevel/account': ifTheyLook(({ account }) => (account.signedInWith === 'domainAccount' ? 'domain' : 'local')),
  'downlevel/network': network,
  'downlevel/changed-name': ({ account }) => (account.nameChanged ? 'yes' : 'no'),
  'downlevel/browser-settings': ifTheyLook(({ pc }) => ({ saved: 'no-tick', notSaved: 'tick', notSavedByPolicy: 'locked' })[pc.downLevel.encryptedPages]),
  'downlevel/who-runs-the-server': (_state, { knows }) => (knows === 'everything' ? 'yes' : 'no'),
  'downlevel/whose-limit': ({ pc }) => (pc.downLevel.signedIn === 'self' ? 'mine' : 'another'),
  'downlevel/unneeded-pc': ({ pc }) => (pc.downLevel.oldPcToGiveUp ? 'yes' : 'no'),
  'downlevel/reach': page,
  'downlevel/tls-setting': ifTheyLook(({ pc }) => ({ on: 'tick', off: 'no-tick', offByPolicy: 'locked' })[pc.downLevel.tls12]),
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
