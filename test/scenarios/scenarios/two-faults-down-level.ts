import type { Scenario } from '../scenario.js';
import { shows } from '../scenario.js';
import { worse } from '../worse.js';
import { downLevelAccount } from './down-level-account.js';
import { downLevelJoined } from './down-level-joined.js';
import { downLevelProgram } from './down-level-program.js';
import { downLevelService } from './down-level-service.js';
import { downLevelSignIn } from './down-level-sign-in.js';
import { opening } from './opening.js';

const harder = 'twoFaults' as const;
const full = { devicesUsed: 20 } as const;

/** Windows 7 to 8.1 and Server 2008 R2 to 2012 R2 with a second fault behind the first. */
export const twoFaultsDownLevel: readonly Scenario[] = [
  worse(opening, 'account-disabled', {
    id: 'account-disabled-no-program',
    title: 'The account is switched off, and the program is missing',
    harder,
    also: { pc: { downLevel: { client: 'missing' } } },
  }),
  worse(opening, 'account-cloud-only', {
    id: 'account-cloud-only-and-limit',
    title: 'A cloud account that is at its limit',
    harder,
    also: { tenant: full },
  }),
  worse(downLevelProgram, 'program-missing', {
    id: 'program-missing-and-away',
    title: 'The program is missing, and the VPN is off',
    harder,
    also: { pc: { place: 'homeVpnPossible' } },
  }),
  worse(downLevelProgram, 'program-missing', {
    id: 'program-missing-and-limit',
    title: 'The program is missing, and the person is at the limit',
    harder,
    also: { tenant: full },
  }),
  worse(downLevelAccount, 'dl-away', {
    id: 'dl-away-and-tls',
    title: 'The VPN is off, and so is TLS 1.2',
    harder,
    also: { pc: { downLevel: { tls12: 'off' } } },
  }),
  worse(downLevelAccount, 'dl-local-account', {
    id: 'dl-local-account-and-limit',
    title: 'A local account, and the person is at the limit',
    harder,
    also: { tenant: full },
  }),
  worse(downLevelAccount, 'dl-local-account', {
    id: 'dl-local-account-and-away',
    title: 'A local account, and the VPN is off',
    harder,
    also: { pc: { place: 'homeVpnPossible' } },
  }),
  worse(downLevelService, 'dl-tls-off', {
    id: 'dl-tls-off-and-sso',
    title: 'TLS 1.2 is off, and so is Seamless SSO',
    harder,
    also: { tenant: { seamlessSso: false } },
  }),
  worse(downLevelService, 'dl-service-down-event', {
    id: 'dl-service-down-and-sso',
    title: 'The service answers 503, and Seamless SSO is off',
    harder,
    also: { tenant: { seamlessSso: false } },
  }),
  worse(downLevelService, 'dl-no-connection-event', {
    id: 'dl-no-connection-and-limit',
    title: 'A firewall stops the connection, and the person is at the limit',
    harder,
    also: { tenant: full },
  }),
  worse(downLevelSignIn, 'dl-pages-not-saved', {
    id: 'dl-pages-and-limit',
    title: 'Pages are not saved, and the person is at the limit',
    harder,
    also: { tenant: full },
  }),
  worse(downLevelSignIn, 'dl-name-changed', {
    id: 'dl-name-and-limit',
    title: 'The name has changed, and the person is at the limit',
    harder,
    person: shows('dialog'),
    also: { tenant: full },
  }),
  worse(downLevelSignIn, 'dl-server-protection', {
    id: 'dl-protection-and-limit',
    title: 'Enhanced Security Configuration, and the person is at the limit',
    harder,
    also: { tenant: full },
  }),
  worse(downLevelJoined, 'dl-device-disabled', {
    id: 'dl-disabled-and-update',
    title: 'The entry is disabled, and an update is missing',
    harder,
    also: { pc: { downLevel: { kb4284842: false } } },
  }),
];
