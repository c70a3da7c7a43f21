import { answers, causeIs, noFault, shows, type Scenario } from '../scenario.js';
import { sources } from '../sources.js';

const joined = { downLevel: { joined: true }, object: 'ready' } as const;

/** The window says that the PC has joined. */
export const downLevelJoined: readonly Scenario[] = [
  {
    id: 'dl-joined',
    title: 'Joined and in order',
    state: { pc: { windows: 'win7', ...joined }, complaint: 'nothing' },
    person: answers(),
    truth: noFault(['down-level-joined'], ['downlevel/joined-fine']),
    source: sources.legacy,
  },
  {
    id: 'dl-joined-event',
    title: 'Joined and in order; event 201 of the client, where 201 is a success',
    state: { pc: { windows: 'win7', ...joined }, complaint: 'nothing' },
    person: shows('event'),
    truth: noFault(['down-level-joined'], ['downlevel/joined-fine']),
    source: 'MicrosoftDocs/azure-docs issue 80678',
  },
  {
    id: 'dl-joined-for-one',
    title: 'Joined for one person; it does not work for another',
    state: { pc: { windows: 'win7', ...joined }, complaint: 'someoneElse' },
    person: shows('dialog'),
    truth: noFault([], ['downlevel/one-each']),
    source: sources.seed,
  },
  {
    id: 'dl-update-missing',
    title: 'Since the password was changed nothing works; may install updates',
    state: {
      pc: { windows: 'win7', object: 'ready', downLevel: { joined: true, kb4284842: false } },
      account: { password: 'justChanged' },
      complaint: 'afterPassword',
    },
    person: answers(),
    truth: causeIs('update-missing'),
    source: sources.seed,
  },
  {
    id: 'dl-update-needed',
    title: 'The same; may not install updates',
    state: {
      pc: { windows: 'server2008r2', object: 'ready', downLevel: { joined: true, kb4284842: false } },
      account: { password: 'justChanged' },
      complaint: 'afterPassword',
    },
    person: answers({ wrong: { 'downlevel/may-install': 'no' } }),
    truth: causeIs('update-missing'),
    source: sources.seed,
  },
  {
    id: 'dl-update-missing-code',
    title: 'The same; only the code 0x8009000b',
    state: {
      pc: { windows: 'win7', object: 'ready', downLevel: { joined: true, kb4284842: false } },
      account: { password: 'justChanged' },
      complaint: 'afterPassword',
    },
    person: shows('code'),
    truth: causeIs('update-missing'),
    source: 'error-codes.json 0x8009000b',
  },
  {
    id: 'dl-registration-broken',
    title: 'Apps still say that the PC is not registered; its entry is in order',
    state: {
      pc: { windows: 'win81', object: 'ready', downLevel: { joined: true, registrationBroken: true } },
      complaint: 'appsRefuse',
    },
    person: answers(),
    truth: causeIs('registration-broken'),
    source: 'docs/domain/downlevel.md section 3, step 10',
  },
  {
    id: 'dl-device-disabled',
    title: 'The entry of the PC is disabled',
    state: { pc: { windows: 'win81', object: 'disabled', downLevel: { joined: true } }, complaint: 'appsRefuse' },
    person: answers(),
    truth: causeIs('device-disabled'),
    source: sources.faq,
  },
  {
    id: 'dl-device-disabled-forbidden',
    title: 'The entry of the PC is disabled, and Graph lets nobody read devices',
    state: { pc: { windows: 'win81', object: 'disabled', downLevel: { joined: true } }, complaint: 'appsRefuse' },
    person: answers({ wrong: { 'downlevel/joined': 'not-sure' } }),
    truth: causeIs('device-disabled'),
    source: sources.faq,
    graph: { kind: 'missing', permissions: ['Device.Read.All'] },
    harder: 'graph',
    amongFirst: { count: 3, why: 'Without the directory a disabled entry and a broken registration look alike.' },
  },
];
