import type { Scenario } from '../scenario.js';
import { worse } from '../worse.js';
import { currentAfter } from './current-after.js';
import { currentBefore } from './current-before.js';
import { currentDiscover } from './current-discover.js';
import { currentJoin } from './current-join.js';
import { currentSignIn } from './current-sign-in.js';

const harder = 'twoFaults' as const;

/** Windows 10 and later with a second fault: named first is what blocks the earliest phase, and that stays as it was. */
export const twoFaultsCurrent: readonly Scenario[] = [
  worse(currentBefore, 'away-status', {
    id: 'away-and-not-synced',
    title: 'No domain controller in reach, and not synced',
    harder,
    also: { pc: { inSyncScope: false } },
  }),
  worse(currentBefore, 'away-status', {
    id: 'away-and-tpm',
    title: 'No domain controller in reach, and a broken TPM',
    harder,
    also: { pc: { tpm: 'faulty', windows: 'win10-1803' } },
  }),
  worse(currentBefore, 'workgroup-status', {
    id: 'workgroup-and-tpm',
    title: 'A PC of a workgroup with a broken TPM',
    harder,
    also: { pc: { tpm: 'faulty', asSystem: { registration: 'timeout' } } },
  }),
  worse(currentBefore, 'on-premises-joined', {
    id: 'on-premises-and-not-synced',
    title: 'Joined at the federation server, and not synced',
    harder,
    also: { pc: { inSyncScope: false } },
  }),
  worse(currentDiscover, 'connection-point-missing', {
    id: 'connection-point-and-blocked',
    title: 'No service connection point, and the addresses are blocked',
    harder,
    also: { pc: { asSystem: { registration: 'noConnection' }, asUser: { registration: 'noConnection' } } },
  }),
  worse(currentDiscover, 'connection-point-missing', {
    id: 'connection-point-and-registered',
    title: 'No service connection point, and registered by its user',
    harder,
    also: { pc: { registered: true, object: 'registeredOnly' } },
  }),
  worse(currentDiscover, 'connection-point-missing', {
    id: 'connection-point-and-no-wpad',
    title: 'No service connection point; the proxy look-up fails too, which is a side effect',
    harder,
    also: { pc: { windows: 'win11-22H2', wpad: 'fails' } },
  }),
  worse(currentDiscover, 'wrong-tenant-in-directory', {
    id: 'wrong-tenant-and-not-synced',
    title: 'Another tenant is named, and the PC is not synced',
    harder,
    also: { pc: { inSyncScope: false } },
  }),
  worse(currentDiscover, 'timeout-as-system', {
    id: 'timeout-and-ws-trust',
    title: 'The addresses time out, and WS-Trust is off',
    harder,
    also: { tenant: { signIn: 'federated', federation: 'endpointsOff' } },
  }),
  worse(currentDiscover, 'realm-discovery', {
    id: 'realm-and-certificate',
    title: 'The realm is not found, and the certificates differ',
    harder,
    also: { pc: { certificateMatches: false } },
  }),
  worse(currentDiscover, 'service-busy', {
    id: 'service-busy-and-not-synced',
    title: 'The service is busy, and the PC is not synced',
    harder,
    also: { pc: { inSyncScope: false } },
  }),
  worse(currentSignIn, 'token-refused', {
    id: 'token-refused-and-tpm',
    title: 'The token is refused, and the fallback stumbles over the TPM',
    harder,
    also: { pc: { syncFallback: true, tpm: 'locked' } },
  }),
  worse(currentSignIn, 'federation-server-unreachable', {
    id: 'federation-server-and-mismatch',
    title: 'The federation server is out of reach, and the fallback finds another certificate',
    harder,
    also: { pc: { syncFallback: true, certificateMatches: false } },
  }),
  worse(currentJoin, 'tpm-locked', {
    id: 'tpm-locked-and-not-synced',
    title: 'The TPM is locked, and the PC is not synced',
    harder,
    also: { pc: { inSyncScope: false } },
  }),
  worse(currentAfter, 'device-disabled', {
    id: 'device-disabled-and-registered',
    title: 'Disabled, and registered by its user as well',
    harder,
    also: { pc: { registered: true } },
  }),
  worse(currentAfter, 'device-removed', {
    id: 'device-removed-and-password',
    title: 'Removed, and the password was just changed',
    harder,
    also: { account: { password: 'justChanged' } },
  }),
];
