import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cleanUpRecord } from '../../../src/storage/records/clean-up.js';
import { outgoingRecord } from '../../../src/storage/records/outgoing.js';
import { readObjectIds } from '../../../src/storage/records/lists.js';
import { readRecord, writeRecord, type RecordKind } from '../../../src/storage/records/record.js';
import { reportRecord } from '../../../src/storage/records/tenant-report.js';
import { sessionRecord } from '../../../src/storage/records/session.js';
import { incidentRecord, preferencesRecord, reminderRecord } from '../../../src/storage/records/small-records.js';
import { ticketRecord } from '../../../src/storage/records/ticket.js';
import { UnreadableRow, type Unreadable } from '../../../src/storage/records/unreadable-row.js';
import type { Place, Session, TrailEntry } from '../../../src/troubleshooting/session.js';
import { aSession, aTicket as aStoredTicket, ticketCard, toAda, toBen } from '../../contracts/storage/samples.js';
import { aReport, aTicket, everyMove } from '../../support/a-report.js';
import { aCleanUp, anItem, everyItemState } from '../../support/views-of-clean-ups.js';
import { aReportOfAll } from '../../support/views-of-reports.js';

const at = '2026-03-09T09:00:00.000Z';
const nodeId = 'downlevel/status';

const places: readonly Place[] = [
  { kind: 'node' },
  { kind: 'disputing' },
  { kind: 'offering', entries: [nodeId] },
  { kind: 'form' },
  { kind: 'form', problem: 'nothingToSay' },
  { kind: 'summary' },
  { kind: 'handedOver', ticketNumber: 7 },
  { kind: 'closed', outcome: 'fixed' },
  { kind: 'closed', outcome: 'explained', rating: 5 },
];
const trail: readonly TrailEntry[] = [
  { kind: 'answered', nodeId, optionId: 'win7', by: 'person', at },
  { kind: 'checked', nodeId, fact: 'accountKind', value: 'synced', at },
  { kind: 'branched', nodeId, on: 'windows', value: undefined },
  { kind: 'notFixed', nodeId, at },
  { kind: 'read', nodeId, landed: nodeId, at, readingAt: at, sets: { windows: 'win7' } },
  { kind: 'entered', nodeId, landed: nodeId, at },
];
const sessions: readonly Session[] = [
  ...places.map((place) => aSession('s', place)),
  {
    ...aSession('s'),
    trail,
    facts: {
      accountKind: {
        known: true,
        value: 'synced',
        source: '/users/x',
        at,
        details: { upn: 'a@contoso.com', count: 3 },
      },
      domainType: { known: false, reason: 'forbidden', source: '/domains', at },
    },
    factsReadAt: at,
    profile: { displayName: 'Ada', userPrincipalName: '', pcs: ['PC-1'], pcIds: [{ name: 'PC-1', objectId: 'o' }] },
    disputed: ['accountKind'],
    readings: [
      {
        at,
        kinds: ['status', 'code'],
        findings: [
          {
            id: 'not-domain-joined',
            phase: 'preCheck',
            role: 'blocks',
            sure: 'certain',
            evidence: [
              { from: 'paste', line: 'DomainJoined : NO' },
              { from: 'directory', fact: 'pcEntry', value: 'pending' },
            ],
            cause: 'a-cause',
            code: '0x801c0003',
          },
        ],
        missing: ['wholeCode'],
        pc: { name: 'PC-1', objectId: 'o' },
        lookedUp: true,
        seen: 'DomainJoined : NO',
        text: 'DomainJoined : NO',
        sets: {},
        landed: true,
      },
    ],
    lookAgainAt: at,
  },
];

const samples: readonly (readonly [string, RecordKind<object>, readonly object[]])[] = [
  ['sessions', sessionRecord, sessions],
  [
    'tickets',
    ticketRecord,
    [
      { ...aStoredTicket(), number: 1 },
      aTicket({ moves: everyMove(), report: aReport() }),
      aTicket({ remindAt: at, closesAt: at, severity: 'urgent', incident: { number: 1, text: 'known', over: true } }),
    ],
  ],
  [
    'messages',
    outgoingRecord,
    [
      toAda,
      toBen,
      ticketCard(1),
      { kind: 'ticketEntry', ticketNumber: 1, move: 2 },
      { kind: 'ticketNews', ticketNumber: 1, move: 2, personId: 'ada', locale: 'en' },
      { kind: 'livingCard', key: 'report:1', personId: 'ada', locale: 'en' },
      { kind: 'ticketPaste', ticketNumber: 1 },
      {
        kind: 'update',
        card: { conversationId: 'c', activityId: 'a' },
        view: { kind: 'welcome' },
        locale: 'en',
        onlyAt: { personId: 'ada', sessionId: 's', step: 3 },
        elseBelow: true,
      },
      {
        kind: 'post',
        to: { kind: 'thread', conversationId: 'c', serviceUrl: 'https://example.com/' },
        view: { kind: 'channelTest' },
        locale: 'en',
      },
    ],
  ],
  [
    'reports',
    reportRecord,
    [
      aReportOfAll(),
      aReportOfAll({ endedAt: at, end: { kind: 'failed', reason: 'forbidden' }, cursors: [{ next: 'x', done: true }] }),
      aReportOfAll({ end: { kind: 'done' }, limit: 20, limitUnknown: 'forbidden', expected: 3 }),
    ],
  ],
  [
    'clean-ups',
    cleanUpRecord,
    [
      aCleanUp({ items: everyItemState.map((state) => anItem(state)) }),
      aCleanUp({ state: 'confirmed', decidedBy: { id: 'sven', name: 'Sven' }, decidedAt: at }),
    ],
  ],
  ['preferences', preferencesRecord, [{ locale: undefined }, { locale: 'de', muted: true }]],
  ['known issues', incidentRecord, [{ cause: 'all', text: 'The proxy is down', until: at, state: 'running' }]],
  [
    'reminders',
    reminderRecord,
    [
      { locale: 'en', pc: {} },
      { locale: 'de', pc: { objectId: 'o', deviceId: 'd', name: 'n' } },
    ],
  ],
];

/** As it comes back from JSON. */
const plain = (value: object): object => JSON.parse(JSON.stringify(value)) as object;

describe.each(samples)('%s', (_name, kind, all) => {
  it.each(all.map((each) => [each]))('come back as they were written: %#', (sample) => {
    expect(readRecord(kind, 1, writeRecord(kind, sample))).toEqual(plain(sample));
  });

  it.each(all.map((each) => [each]))('are read without a version, which is the first: %#', (sample) => {
    expect(readRecord(kind, 1, JSON.stringify(sample))).toMatchObject(plain(sample));
  });

  const fields = [...new Set(all.flatMap((sample) => Object.keys(plain(sample))))];

  it.each(fields)('a field %s of another type is found, and named', (field) => {
    const sample = all.find((each) => field in plain(each)) ?? {};
    const body = JSON.stringify({ ...plain(sample), [field]: [['what somebody wrote']] });
    const reading = () => readRecord(kind, 'the-key', body);
    expect(reading).toThrow(UnreadableRow);
    expect(reading).toThrow(
      expect.objectContaining({ what: expect.objectContaining({ table: kind.table, row: 'the-key' }) as unknown }),
    );
    expect(reading).toThrow(
      expect.objectContaining({
        what: expect.objectContaining({
          where: expect.stringMatching(new RegExp(`^(${field}|kind)`)) as string,
        }) as unknown,
      }),
    );
  });
});

describe('a request of the first version', () => {
  const json = readFileSync(new URL('samples/ticket-1.json', import.meta.url), 'utf8');

  it('is normal, and nothing was found', () => {
    const stored = JSON.parse(json) as { readonly report: object };
    expect(readRecord(ticketRecord, 1001, json)).toEqual({
      ...stored,
      severity: 'normal',
      report: { ...stored.report, findings: [] },
    });
  });

  it('is written as one of the second', () => {
    const read = readRecord(ticketRecord, 1001, json);
    expect(JSON.parse(writeRecord(ticketRecord, read))).toMatchObject({ v: 2, severity: 'normal' });
  });

  it('keeps what an older version, which knows no versions, wrote of the second', () => {
    const urgent = { ...readRecord(ticketRecord, 1001, json), severity: 'urgent' };
    expect(readRecord(ticketRecord, 1001, JSON.stringify(urgent)).severity).toBe('urgent');
  });

  it('is known also where it claims to be of the second: a version of before carries the number along', () => {
    const { severity: _none, ...lying } = { ...(JSON.parse(json) as object), v: 2, severity: undefined };
    expect(readRecord(ticketRecord, 1001, JSON.stringify(lying))).toMatchObject({
      severity: 'normal',
      report: { findings: [] },
    });
  });

  it('without a report is unreadable, and no reason to fall over', () => {
    const { report: _none, ...rest } = JSON.parse(json) as { readonly report: object };
    expect(() => readRecord(ticketRecord, 1001, JSON.stringify(rest))).toThrow(UnreadableRow);
  });
});

describe('the ids of an entry of the audit, which nobody can change afterwards', () => {
  it.each(['["a', '7', '[7]', '{}', 'null'])('are none when they cannot be read: %s', (json) => {
    const told: Unreadable[] = [];
    expect(readObjectIds({ onUnreadable: (what) => told.push(what) }, 12, json)).toEqual([]);
    expect(told).toEqual([expect.objectContaining({ table: 'audit', row: 12 })]);
  });

  it('are what they were', () => {
    expect(readObjectIds({ onUnreadable: () => expect.unreachable() }, 12, '["a","b"]')).toEqual(['a', 'b']);
  });
});
