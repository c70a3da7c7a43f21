import { ifTheyLook, type Answer } from './answer.js';
import { attemptToJoin } from './attempt-to-join.js';
import type { State } from './state.js';

const network: Answer = ({ pc }) => ({ office: 'company-network', vpn: 'vpn', homeVpnPossible: 'not-yet', homeNoVpn: 'cannot-connect' })[pc.place];

/** The two or three flags at the top of `dsregcmd /status`. */
function joinState({ pc }: State): string {
  if (pc.joined === 'hybrid') return 'both-yes';
  if (pc.joined === 'entra') return 'cloud-only';
  return pc.inDomain ? 'domain-only' : 'both-no';
}

export const currentAnswers: Readonly<Record<string, Answer>> = {
  'current/domain': ifTheyLook(({ pc, complaint }) => {
    if (complaint === 'limitMessage') return 'limit-message';
    return pc.inDomain ? 'domain' : 'workgroup';
  }),
  'current/workgroup': ({ pc }) => (pc.joined === 'entra' || pc.registered ? 'yes' : 'no'),
  'current/network': network,
  'current/account': ifTheyLook(({ account }) => (account.signedInWith === 'domainAccount' ? 'domain' : 'local')),
  'current/status': ifTheyLook(joinState),
  'current/later': () => 'at-the-pc',
  'current/joined': ({ complaint }) => (complaint === 'nothing' ? 'all-well' : complaint === 'willNotJoin' ? 'not-sure' : 'trouble'),
  'current/phase': ifTheyLook((state) => attemptToJoin(state).failure?.phase ?? 'not-sure'),
};
