import { answers, causeIs, shows, type Scenario } from '../scenario.js';
import { sources } from '../sources.js';

const away = { place: 'homeVpnPossible' } as const;

/**
 * The window says "account verification": a local account, or no domain controller (docs/domain/downlevel.md section 3,
 * step 4).
 */
export const downLevelAccount: readonly Scenario[] = [
  {
    id: 'dl-local-account',
    title: 'A local account is signed in',
    state: { pc: { windows: 'win7' }, account: { signedInWith: 'localAccount' } },
    person: answers(),
    truth: causeIs('local-account'),
    source: sources.legacy,
  },
  {
    id: 'dl-local-account-dialog',
    title: 'The same; the words of the window at once',
    state: { pc: { windows: 'win81' }, account: { signedInWith: 'localAccount' } },
    person: shows('dialog'),
    truth: causeIs('local-account'),
    source: sources.legacy,
  },
  {
    id: 'dl-no-account',
    title: 'Helps a colleague who has no account in the domain',
    state: { pc: { windows: 'win7' }, account: { whose: 'other', kind: 'cloudOnly', signedInWith: 'localAccount' } },
    person: answers(),
    truth: causeIs('no-domain-account'),
    source: sources.legacy,
  },
  {
    id: 'dl-away',
    title: 'At home with the VPN off',
    state: { pc: { windows: 'win7', ...away } },
    person: answers(),
    truth: causeIs('no-line-of-sight'),
    source: sources.legacy,
  },
  {
    id: 'dl-away-no-vpn',
    title: 'At home without any way in',
    state: { pc: { windows: 'server2012', place: 'homeNoVpn' } },
    person: answers(),
    truth: causeIs('no-line-of-sight'),
    source: sources.legacy,
  },
  {
    id: 'dl-domain-dns',
    title: 'In the office, with a DNS server that does not know the domain',
    state: { pc: { windows: 'win7', domainDns: false } },
    person: shows('dialog'),
    truth: causeIs('no-line-of-sight'),
    source: sources.legacy,
  },
  {
    id: 'dl-away-and-zone',
    title: 'At home with the VPN off, and the address of the sign-in in no zone',
    state: { pc: { windows: 'win7', ...away, downLevel: { intranetZone: 'missing' } } },
    person: answers(),
    truth: causeIs('no-line-of-sight'),
    source: sources.legacy,
    harder: 'twoFaults',
  },
  {
    id: 'dl-local-account-graph-silent',
    title: 'A local account, and Graph answers nothing',
    state: { pc: { windows: 'win7' }, account: { signedInWith: 'localAccount' } },
    person: answers(),
    truth: causeIs('local-account'),
    source: sources.legacy,
    graph: { kind: 'unavailable' },
    harder: 'graph',
  },
];
