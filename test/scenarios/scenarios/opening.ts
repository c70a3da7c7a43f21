import { answers, causeIs, shows, type Scenario } from '../scenario.js';
import { sources } from '../sources.js';

/** What ends before a tree of one Windows is entered: the account, and which Windows it is. */
export const opening: readonly Scenario[] = [
  {
    id: 'account-disabled',
    title: 'The account is switched off',
    state: { pc: { windows: 'win7' }, account: { enabled: false } },
    person: answers(),
    truth: causeIs('account-disabled'),
    source: sources.graphUser,
  },
  {
    id: 'account-cloud-only',
    title: 'The account exists only in the cloud',
    state: { pc: { windows: 'win81' }, account: { kind: 'cloudOnly' } },
    person: answers(),
    truth: causeIs('no-domain-account'),
    source: sources.legacy,
  },
  {
    id: 'account-guest',
    title: 'A guest of another organisation',
    state: { pc: { windows: 'win7' }, account: { kind: 'guest' } },
    person: answers(),
    truth: causeIs('guest-account'),
    source: sources.graphUser,
  },
  {
    id: 'windows-not-known',
    title: 'Nobody at the PC can tell which Windows it has',
    state: { pc: { windows: 'win7' } },
    person: answers({ knows: 'little', wrong: { 'opening/windows': 'not-sure', 'opening/find-windows': 'not-sure' } }),
    truth: causeIs('windows-not-known'),
    source: sources.downLevel,
  },
  {
    id: 'account-cloud-only-graph-forbidden',
    title: 'No account for the domain, and Graph lets nobody read people',
    state: { pc: { windows: 'win7' }, account: { kind: 'cloudOnly', signedInWith: 'localAccount' } },
    person: shows('dialog'),
    truth: causeIs('no-domain-account'),
    source: sources.legacy,
    graph: { kind: 'missing', permissions: ['User.Read.All'] },
    harder: 'graph',
  },
];
