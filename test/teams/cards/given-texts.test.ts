import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { View } from '../../../src/assistant/views.js';
import { renderView } from '../../../src/teams/cards/render-view.js';
import { aDevice, aJudgedDevice, aPerson, aQuota, known } from '../../support/a-device.js';
import type { ListedTicket } from '../../../src/helpdesk/views.js';
import { aFact, aParty, aReport, aTicket, everyMove } from '../../support/a-report.js';
import { aFrame, aShownReading, ref } from '../../support/all-views.js';
import { aDevicesOf, aFoundDevice, aPersonQuota, aPolicy } from '../../support/views-of-people.js';
import { problemsOfCard, things, visibleTexts } from '../../support/check-card.js';
import { hostile } from '../../support/hostile.js';
import { evenBlanks, shownOnCard, shownText } from '../../support/shown-text.js';

const now = new Date('2026-03-02T09:30:00Z');

/** Views in which everything that a person or the directory can give is `given`. */
function viewsWith(given: string): readonly View[] {
  const device = aDevice({ displayName: given, operatingSystem: given, operatingSystemVersion: given });
  const judged = [aJudgedDevice({ device })];
  const devices = known(judged);
  const person = aPerson({ displayName: given, userPrincipalName: given });
  const near = { near: known([person]), deleted: known([{ ...person, deletedAt: now.toISOString() }]) };
  const form = { note: given, phone: given, pcName: given, otherPerson: given, seen: given };
  const party = aParty({ name: given, userPrincipalName: given });
  const report = aReport({
    form,
    ownAccount: false,
    findings: aShownReading(given).findings,
    facts: [
      { name: 'duplicateDevice', fact: aFact('yes', { names: given }), disputed: true },
      { name: 'accountKind', fact: aFact(given), disputed: false },
    ],
  });
  const text = { en: 'Question' };
  const row: ListedTicket = {
    number: 12,
    state: 'claimed',
    severity: 'normal',
    requester: party,
    claimedBy: party,
    pcName: given,
    cause: undefined,
    createdAt: now.toISOString(),
  };
  return [
    {
      kind: 'question',
      ...aFrame({ checked: [{ name: 'disabledDevice', fact: aFact('yes', { names: given }), stale: true }] }),
      text,
      body: [],
      options: [],
      notice: { key: 'nobodyFound', values: { query: given } },
    },
    {
      kind: 'dispute',
      ...aFrame({ checked: [{ name: 'domainType', fact: aFact('federated', { suffix: given }), stale: false }] }),
      readingLed: false,
    },
    { kind: 'form', ref, form, askOtherPerson: true, knownPcs: [given] },
    { kind: 'summary', ref, report },
    {
      kind: 'notice',
      notice: { key: 'nobodyFound', values: { query: given } },
      actions: [{ label: 'help', words: 'help' }],
    },
    { kind: 'myDevices', devices, complete: true },
    { kind: 'pcNamed', name: given, entries: [] },
    { kind: 'pcAgain', name: given, entry: 'ready' },
    { kind: 'handOver', ...aFrame({ reading: aShownReading(given) }), text, body: [] },
    {
      kind: 'handOver',
      ...aFrame({
        reading: {
          of: 'pc',
          pcName: given,
          findings: [],
          missing: [],
          taken: [{ name: 'pcEntry', fact: aFact('ready'), stale: false }],
        },
      }),
      text,
      body: [],
    },
    { kind: 'devicesOf', ...aDevicesOf({ person, devices }) },
    { kind: 'quotaOf', ...aPersonQuota(aQuota(), judged, { person }) },
    {
      kind: 'quotasOf',
      entries: [
        { kind: 'quota', ...aPersonQuota(aQuota(), [], { person }) },
        { kind: 'several', query: given, people: [person] },
        { kind: 'nobody', query: given, near },
        { kind: 'failed', query: given, reason: 'timeout' },
      ],
    },
    {
      kind: 'deviceFound',
      query: given,
      byId: false,
      devices: [aFoundDevice({ device, owners: known([person]), users: known([person]) })],
      total: 1,
      more: false,
    },
    { kind: 'noDevice', query: given, byId: false, similar: known([given]) },
    { kind: 'nobodyFound', command: 'quota', query: given, near },
    {
      kind: 'policy',
      policy: known(
        aPolicy({
          mayJoin: { kind: 'selected', users: [{ id: given, name: given }], groups: [{ id: given, name: undefined }] },
        }),
      ),
    },
    { kind: 'choosePerson', command: 'devices', query: given, people: [person] },
    { kind: 'ticketCard', ticket: aTicket({ requester: party, report, state: 'claimed', claimedBy: party }) },
    { kind: 'ticketCard', ticket: aTicket({ moves: everyMove(given), state: 'resolved' }) },
    {
      kind: 'ticketForm',
      ticket: aTicket({ requester: party }),
      form: 'reply',
      text: given,
      colleagues: [party],
      causes: [],
    },
    { kind: 'ticketList', filter: 'open', hours: 0, rows: [row], page: 0, pages: 1, total: 1 },
    { kind: 'ticketPaste', ticketNumber: 12, requester: aParty(), text: given },
    {
      kind: 'ticketDigest',
      digest: {
        open: 1,
        unclaimed: 0,
        resolved: 0,
        oldest: [{ number: 12, createdAt: now.toISOString(), claimedBy: given }],
      },
    },
    { kind: 'ticketNews', ticketNumber: 12, news: 'claimed', by: party },
    { kind: 'ticketNews', ticketNumber: 12, news: 'resolved', by: aParty(), text: given, step: 3 },
    { kind: 'ticketReply', ticketNumber: 12, by: aParty(), text: given, waits: true, step: 3 },
    { kind: 'request', ticket: aTicket({ moves: everyMove(given) }) },
    { kind: 'myRequests', rows: [row], page: 0, pages: 1, total: 1, muted: false },
    { kind: 'summary', ref, report: aReport({ paste: given }) },
  ];
}

describe.each(hostile)('%s', (given) => {
  it.each(viewsWith(given).map((view) => [view.kind, view] as const))('shows as typed on %s', (_kind, view) => {
    const rendered = renderView(view, { locale: 'en', now });
    if (rendered.kind !== 'card') throw new Error('A card was expected');
    const shown = shownOnCard(rendered.card);
    expect(shown.flatMap(({ active }) => active)).toEqual([]);
    expect(shown.map(({ text }) => evenBlanks(text)).join('\n')).toContain(evenBlanks(given));
  });

  it.each(viewsWith(given).map((view) => [view.kind, view] as const))('leaves %s valid', (_kind, view) => {
    const rendered = renderView(view, { locale: 'de', now });
    if (rendered.kind !== 'card') throw new Error('A card was expected');
    expect(problemsOfCard(rendered.card, [given, evenBlanks(given)])).toEqual([]);
  });

  it('shows as typed in a message', () => {
    const rendered = renderView(
      { kind: 'notice', notice: { key: 'nobodyFound', values: { query: given } }, actions: [] },
      { locale: 'en', now },
    );
    if (rendered.kind !== 'text') throw new Error('A text was expected');
    const shown = shownText(rendered.text, { html: true });
    expect(shown.active).toEqual([]);
    expect(evenBlanks(shown.text)).toBe(
      `I found nobody called ${evenBlanks(given)}. The full sign-in address always works.`,
    );
  });
});

describe('what turns or hides a name is written out', () => {
  const given = 'Kim\u202excod.exe\u200b';
  /** All that is read, but for fields that hold what their own reader typed. */
  const readOn = (view: View): readonly string[] => {
    const rendered = renderView(view, { locale: 'en', now });
    if (rendered.kind === 'text') return [rendered.text];
    return [
      rendered.summary,
      ...(rendered.kind === 'card'
        ? visibleTexts(JSON.parse(JSON.stringify(rendered.card), withoutTyped) as object)
        : []),
    ];
  };
  const withoutTyped = (_key: string, node: unknown): unknown =>
    typeof node === 'object' && node !== null && 'type' in node && node.type === 'Input.Text'
      ? { ...node, value: '' }
      : node;

  it.each(viewsWith(given).map((view) => [view.kind, view] as const))('on %s', (_kind, view) => {
    const texts = readOn(view);
    expect(texts.filter((text) => /[\u202d\u202e\ufdd0\ufdd1]/.test(text))).toEqual([]);
    expect(texts.join('\n')).toContain('Kim[U+202E]xcod.exe');
  });

  it.each(everyMove(given).map((move) => [move.kind, move] as const))('in the thread: %s', (_kind, move) => {
    const party = aParty({ name: given });
    const context = { locale: 'en', now, accounts: new Map([[party.id, { id: '29:kim', name: given }]]) } as const;
    const rendered = renderView(
      { kind: 'ticketEntry', ticket: aTicket({ requester: party }), move: { ...move, by: party }, mention: [party] },
      context,
    );
    if (rendered.kind !== 'text') throw new Error('A text was expected');
    expect(rendered.text).not.toMatch(/[\u202d\u202e]/);
    expect(evenBlanks(shownText(rendered.text, { html: true }).text)).toContain('[U+202E');
  });

  it('in no text is anything left that turns what is not its own', () => {
    const signs = fc.string({
      unit: fc.constantFrom(
        ...'\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u00ad\ufdd0\ufdd1',
        'a',
        'ש',
        '\n',
      ),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(signs, (text) => {
        for (const view of viewsWith(text))
          expect(readOn(view).filter((read) => /[\u202d\u202e\ufdd0\ufdd1]/.test(read))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

it('fills the form with what was typed, character for character', () => {
  const form = { note: '**a** <b>\n${x}', phone: '_1_', pcName: '[x](y)', otherPerson: '&amp;', seen: '\\' };
  const rendered = renderView({ kind: 'form', ref, form, askOtherPerson: true, knownPcs: [] }, { locale: 'en', now });
  if (rendered.kind !== 'card') throw new Error('A card was expected');
  const values = things(rendered.card).flatMap(({ type, id, value }) => (type === 'Input.Text' ? [[id, value]] : []));
  expect(Object.fromEntries(values)).toEqual(form);
});

it.each(['*a', '](', '{{DATE(', '\\*', '\u202e', 'x', '<', '&', '\\', '"', '\n', '\u0001', '\ud800'])(
  'any view stays small when it is full of %j',
  (character) => {
    for (const view of viewsWith(character.repeat(3_000))) {
      const rendered = renderView(view, { locale: 'de', now });
      if (rendered.kind !== 'card') throw new Error('A card was expected');
      expect(problemsOfCard(rendered.card, ['{{'])).toEqual([]);
    }
  },
);
