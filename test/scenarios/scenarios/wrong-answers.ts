import { answers, pastes, shows, type Scenario } from '../scenario.js';
import { worse } from '../worse.js';
import { currentAfter } from './current-after.js';
import { currentBefore } from './current-before.js';
import { currentDiscover } from './current-discover.js';
import { currentJoin } from './current-join.js';
import { downLevelAccount } from './down-level-account.js';
import { downLevelService } from './down-level-service.js';
import { downLevelSignIn } from './down-level-sign-in.js';

const harder = 'wrongAnswer' as const;

/** People err: what is pasted later, or asked again, mends it; else the true cause is still among the first. */
export const wrongAnswers: readonly Scenario[] = [
  worse(currentDiscover, 'connection-point-missing', {
    id: 'takes-it-for-windows-7',
    title: 'Takes Windows 10 for Windows 7, then pastes a status',
    harder,
    person: pastes('elevated', { when: 'asked', wrong: { 'opening/windows': 'win7' } }),
  }),
  worse(downLevelSignIn, 'dl-pages-not-saved-event', {
    id: 'takes-it-for-windows-10',
    title: 'Takes Windows 7 for Windows 10, then pastes event 400 of a log that only Windows 7 has',
    harder,
    person: shows('event', { when: 'asked', wrong: { 'opening/windows': 'current' } }),
  }),
  worse(currentBefore, 'workgroup-asked', {
    id: 'workgroup-not-now',
    title: 'Cannot look now, then can',
    harder,
    person: answers({ wrong: { 'current/status': 'cannot-now' } }),
  }),
  worse(currentBefore, 'away-asked', {
    id: 'away-windows-not-sure',
    title: 'Not sure of the Windows, then finds it',
    harder,
    person: answers({ wrong: { 'opening/windows': 'not-sure' } }),
  }),
  worse(currentAfter, 'password-changed', {
    id: 'password-wrong-then-status',
    title: 'Says that the PC has not joined, then pastes a status',
    harder,
    person: pastes('unElevated', { when: 'asked', wrong: { 'current/status': 'domain-only' } }),
  }),
  worse(currentJoin, 'certificate-mismatch', {
    id: 'mismatch-for-somebody-else',
    title: "Says that it is somebody else's account, then pastes a status",
    harder,
    person: pastes('elevated', { when: 'asked', wrong: { 'opening/windows': 'someone-else' } }),
  }),
  worse(downLevelAccount, 'dl-local-account', {
    id: 'dl-local-account-mistaken',
    title: 'Takes the local account for one of the domain',
    harder,
    person: answers({ wrong: { 'downlevel/account': 'domain' } }),
    amongFirst: { count: 3, why: 'Nothing else tells that the account is local.' },
  }),
  worse(downLevelAccount, 'dl-away', {
    id: 'dl-away-not-now',
    title: 'Cannot look now, then can',
    harder,
    person: answers({ wrong: { 'downlevel/status': 'cannot-now' } }),
  }),
  worse(downLevelService, 'dl-tls-off', {
    id: 'dl-tls-off-mistaken',
    title: 'Sees a tick at TLS 1.2 that is not there',
    harder,
    person: answers({ wrong: { 'downlevel/tls-setting': 'tick' } }),
    amongFirst: { count: 3, why: 'With the tick set a blocked way would be the likely cause.' },
  }),
  worse(downLevelService, 'dl-service-down', {
    id: 'dl-service-down-mistaken',
    title: 'Takes a service that is away for a blocked page',
    harder,
    person: answers({ wrong: { 'downlevel/reach': 'blocked' } }),
    amongFirst: { count: 3, why: 'A page that is blocked is likelier to be blocked.' },
  }),
  worse(downLevelSignIn, 'dl-name-changed', {
    id: 'dl-name-changed-for-somebody-else',
    title: "Says that it is somebody else's account",
    harder,
    person: answers({ wrong: { 'opening/windows': 'someone-else' } }),
  }),
  worse(downLevelSignIn, 'dl-server-protection', {
    id: 'dl-server-mistaken',
    title: 'Takes Server 2012 R2 for Server 2012',
    harder,
    person: answers({ wrong: { 'opening/which-server': 'server2012' } }),
  }),
];
