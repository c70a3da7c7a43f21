import { causeIs, type Scenario } from '../scenario.js';
import { worse } from '../worse.js';
import { currentAfter } from './current-after.js';
import { currentBefore } from './current-before.js';
import { currentDiscover } from './current-discover.js';
import { currentJoin } from './current-join.js';
import { currentSignIn } from './current-sign-in.js';
import { downLevelAccount } from './down-level-account.js';
import { downLevelJoined } from './down-level-joined.js';
import { downLevelLimit } from './down-level-limit.js';
import { downLevelProgram } from './down-level-program.js';
import { downLevelService } from './down-level-service.js';
import { downLevelSignIn } from './down-level-sign-in.js';

const harder = 'graph' as const;
const noDevices = { kind: 'missing', permissions: ['Device.Read.All'] } as const;
const unavailable = { kind: 'unavailable' } as const;
const forbidden = { kind: 'allForbidden' } as const;

/** The same at the PC, while Graph refuses, is away, or says little: what it does not say is not taken for a "no". */
export const silentGraph: readonly Scenario[] = [
  worse(currentSignIn, 'ws-trust-off', {
    id: 'ws-trust-off-graph-away',
    title: 'WS-Trust is off, and Graph is away',
    harder,
    graph: unavailable,
  }),
  worse(currentDiscover, 'timeout-as-system', {
    id: 'timeout-graph-forbidden',
    title: 'A time-out, and Graph lets nobody read devices',
    harder,
    graph: { kind: 'devicesForbidden' },
  }),
  worse(currentJoin, 'tpm-locked', {
    id: 'tpm-locked-graph-forbidden',
    title: 'A locked TPM, and Graph refuses everything',
    harder,
    graph: forbidden,
  }),
  worse(currentJoin, 'not-synced', {
    id: 'not-synced-graph-away',
    title: 'Not synced, and Graph is away',
    harder,
    graph: unavailable,
  }),
  worse(currentJoin, 'not-synced', {
    id: 'not-synced-limited',
    title: 'Not synced, and Graph shows devices without their properties',
    harder,
    graph: { kind: 'limitedInformation' },
  }),
  worse(currentAfter, 'password-changed', {
    id: 'password-changed-graph-forbidden',
    title: 'A new password, and Graph lets nobody read devices',
    harder,
    graph: noDevices,
  }),
  worse(currentAfter, 'hybrid-healthy', {
    id: 'hybrid-healthy-graph-forbidden',
    title: 'In order, and Graph lets nobody read devices',
    harder,
    graph: noDevices,
  }),
  worse(currentAfter, 'registered-twice', {
    id: 'registered-twice-graph-forbidden',
    title: 'Registered as well, and Graph lets nobody read devices',
    harder,
    graph: noDevices,
  }),
  worse(currentAfter, 'device-removed', {
    id: 'device-removed-graph-away',
    title: 'Removed, and Graph is away',
    harder,
    graph: unavailable,
    truth: causeIs('device-disabled-or-removed'),
  }),
  worse(currentBefore, 'entra-joined-status', {
    id: 'entra-joined-graph-forbidden',
    title: 'Joined to Entra, and Graph refuses everything',
    harder,
    graph: forbidden,
  }),
  worse(currentBefore, 'workgroup-asked', {
    id: 'workgroup-graph-away',
    title: 'A PC of a workgroup, and Graph is away',
    harder,
    graph: unavailable,
  }),
  worse(downLevelProgram, 'program-missing', {
    id: 'program-missing-graph-away',
    title: 'The program is missing, and Graph is away',
    harder,
    graph: unavailable,
  }),
  worse(downLevelAccount, 'dl-away', {
    id: 'dl-away-graph-away',
    title: 'The VPN is off, and Graph is away',
    harder,
    graph: unavailable,
  }),
  worse(downLevelSignIn, 'dl-name-changed', {
    id: 'dl-name-changed-graph-forbidden',
    title: 'The name has changed, and Graph refuses everything',
    harder,
    graph: forbidden,
  }),
  worse(downLevelSignIn, 'dl-seamless-sso-off', {
    id: 'dl-seamless-sso-graph-forbidden',
    title: 'Seamless SSO is off, and Graph does not say how the domain signs in',
    harder,
    graph: { kind: 'missing', permissions: ['Domain.Read.All'] },
  }),
  worse(downLevelLimit, 'dl-limit-old-pc', {
    id: 'dl-limit-old-pc-graph-forbidden',
    title: 'At the limit with an old PC, and Graph lets nobody read devices',
    harder,
    graph: noDevices,
  }),
  worse(downLevelLimit, 'dl-limit-zero', {
    id: 'dl-limit-zero-graph-forbidden',
    title: 'The limit is 0, and Graph does not say so',
    harder,
    graph: { kind: 'missing', permissions: ['Policy.Read.DeviceConfiguration'] },
    amongFirst: { count: 3, why: 'The window says the same whether the limit is 0 or used up; only Graph knows.' },
  }),
  worse(downLevelService, 'dl-tls-off', {
    id: 'dl-tls-off-graph-throttled',
    title: 'TLS 1.2 is off, and Graph asks to wait',
    harder,
    graph: { kind: 'devicesThrottled' },
  }),
  worse(downLevelJoined, 'dl-joined', {
    id: 'dl-joined-graph-forbidden',
    title: 'In order, and Graph lets nobody read devices',
    harder,
    graph: noDevices,
  }),
];
