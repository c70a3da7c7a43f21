import { causeIs, pastes, shows, type Scenario } from '../scenario.js';
import { sources } from '../sources.js';

const federated = { signIn: 'federated' } as const;

/** Windows 10 and later: the PC cannot sign in on the way to its join. Only federated domains, and Kerberos. */
export const currentSignIn: readonly Scenario[] = [
  {
    id: 'ws-trust-off',
    title: 'WS-Trust endpoints are off and falling back is forbidden',
    state: { pc: { syncFallback: false }, tenant: { ...federated, federation: 'endpointsOff' } },
    person: pastes('elevated'),
    truth: causeIs('federation-endpoints'),
    source: sources.current,
  },
  {
    id: 'ws-trust-no-xml',
    title: 'The federation server answers something that is not XML; event 305',
    state: { pc: { syncFallback: false }, tenant: { ...federated, federation: 'noXml' } },
    person: shows('event'),
    truth: causeIs('federation-endpoints'),
    source: sources.current,
  },
  {
    id: 'token-refused',
    title: 'Entra refuses the token of the federation server',
    state: { pc: { syncFallback: false }, tenant: { ...federated, federation: 'tokenRefused' } },
    person: pastes('elevated', { mangled: ['equals'] }),
    truth: causeIs('federation-refused'),
    source: sources.current,
  },
  {
    id: 'token-fault',
    title: 'The federation server refuses the computer account; only the code',
    state: { pc: { syncFallback: false }, tenant: { ...federated, federation: 'fault' } },
    person: shows('code'),
    truth: causeIs('federation-refused'),
    source: sources.current,
  },
  {
    id: 'federation-server-unreachable',
    title: 'The federation server cannot be reached as SYSTEM',
    state: { pc: { syncFallback: false, asSystem: { federation: 'timeout' } }, tenant: federated },
    person: pastes('elevated'),
    truth: causeIs('sign-in-unreachable'),
    source: sources.current,
  },
  {
    id: 'federation-tls',
    title: 'The certificate on the way to the federation server is not trusted (0xcaa82f8f)',
    state: { pc: { syncFallback: false, asSystem: { federation: 'altered' } }, tenant: federated },
    person: pastes('elevated'),
    truth: causeIs('connection-altered'),
    source: sources.current,
  },
  {
    id: 'second-confirmation',
    title: 'The sign-in of the join asks for a second confirmation',
    state: { pc: { syncFallback: false }, account: { secondConfirmation: true }, tenant: federated },
    person: shows('code'),
    truth: causeIs('second-confirmation'),
    source: 'error-codes.json 0x801c0023',
  },
  {
    id: 'kerberos-join',
    title: 'Joining by Kerberos without the domain controllers for it',
    state: { pc: { special: 'kerberosJoin', windows: 'win11-22H2' } },
    person: pastes('elevated'),
    truth: causeIs('kerberos-join-not-ready'),
    source: sources.kerberos,
  },
  {
    id: 'ws-trust-off-and-not-synced',
    title: 'WS-Trust is off, and the fallback fails because the PC is not synced',
    state: { pc: { inSyncScope: false }, tenant: { ...federated, federation: 'endpointsOff' } },
    person: pastes('elevated'),
    truth: causeIs('federation-endpoints'),
    source: sources.dsregcmd,
    harder: 'twoFaults',
  },
];
