import type { NoticeKey, ShownReading, View, WalkFrame } from '../../src/assistant/views.js';
import { aDevice, aJudgedDevice, aQuota, known, notKnown } from './a-device.js';
import { ticketStates, type Ticket, type TicketState } from '../../src/helpdesk/ticket.js';
import type { ListedTicket } from '../../src/helpdesk/views.js';
import { checkIds } from '../../src/administration/doctor/checks.js';
import { viewsOfCleanUps } from './views-of-clean-ups.js';
import { viewsOfStats } from './views-of-stats.js';
import { anIncident, viewsOfIncidents } from './views-of-incidents.js';
import { viewsOfFiles } from './views-of-files.js';
import { reportViews } from './views-of-reports.js';
import { viewsOfPeople } from './views-of-people.js';
import { aFact, aParty, aReport, aTicket, at, everyMove, lena } from './a-report.js';

export const ref = { sessionId: 'session-1', step: 4 };

export function aFrame(changes: Partial<WalkFrame> = {}): WalkFrame {
  return {
    ref,
    position: 3,
    answers: [
      {
        question: { en: 'Is it your own account?', de: 'Ist es Ihr eigenes Konto?' },
        answer: { en: 'Yes', de: 'Ja' },
        by: 'person',
      },
      {
        question: { en: 'Is your account synced?', de: 'Wird Ihr Konto synchronisiert?' },
        answer: { en: 'Yes', de: 'Ja' },
        by: 'fact',
      },
    ],
    checked: [
      { name: 'accountKind', fact: aFact('synced'), stale: false },
      { name: 'domainType', fact: aFact('federated', { suffix: 'contoso.com' }), stale: true },
    ],
    notChecked: true,
    canGoBack: true,
    causes: [],
    ...changes,
  };
}

/** What a whole paste shows: the cause, what follows, what is none, what is missing. `line` stands in every evidence. */
export function aShownReading(line = 'AD Configuration Test : FAIL [0x80070002]'): ShownReading {
  const evidence = [{ from: 'paste', line }] as const;
  return {
    of: 'paste',
    pcName: 'PC-0142',
    findings: [
      {
        id: 'scp-missing',
        phase: 'discover',
        role: 'blocks',
        sure: 'certain',
        cause: 'service-connection-point',
        code: '0x80070002',
        evidence: [...evidence, ...evidence, ...evidence],
      },
      { id: 'no-sign-in-token', phase: 'afterJoin', role: 'follows', sure: 'likely', evidence },
      {
        id: 'join-pending',
        phase: 'join',
        role: 'blocks',
        sure: 'likely',
        evidence: [{ from: 'directory', fact: 'pcEntry', value: 'pending' }],
      },
      { id: 'wam-error-elevated', phase: 'afterJoin', role: 'sideEffect', sure: 'certain', evidence },
      { id: 'known-code', phase: 'join', role: 'note', sure: 'possible', code: '0x801c0042', evidence },
    ],
    missing: ['userStateUnelevated', 'deviceState'],
    taken: [{ name: 'joinState', fact: aFact('domainOnly'), stale: false }],
  };
}

export function options(count: number): { id: string; text: { en: string; de: string } }[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `o${index}`,
    text: { en: `Answer ${index}`, de: `Antwort ${index}` },
  }));
}

const text = { en: 'What does the window say?', de: 'Was steht im Fenster?' };
const body = [
  {
    kind: 'text',
    text: { en: 'Open a command prompt and type:', de: 'Öffnen Sie die Eingabeaufforderung und schreiben Sie:' },
  },
  { kind: 'command', command: '"%programFiles%\\Microsoft Workplace Join\\autoworkplace.exe" /i' },
] as const;
const devices = known([
  aJudgedDevice(),
  aJudgedDevice({
    device: aDevice({ displayName: 'PC-0143', operatingSystemVersion: '10.0.22631.3447', registrationDateTime: null }),
    pending: true,
    counting: 'doesNotCount',
  }),
  aJudgedDevice({
    device: aDevice({
      displayName: 'PC-0143',
      trustType: 'AzureAd',
      operatingSystemVersion: '10.0.19045',
      accountEnabled: false,
    }),
    duplicate: true,
    stale: true,
    counting: 'counts',
  }),
  aJudgedDevice({
    device: aDevice({
      displayName: undefined,
      trustType: undefined,
      operatingSystem: undefined,
      operatingSystemVersion: undefined,
      approximateLastSignInDateTime: undefined,
    }),
    counting: 'unknown',
    stale: undefined,
  }),
]);
const form = aReport().form;

/** Every key, so that a new one must be added here to compile. */
export const noticeValues: Readonly<Record<NoticeKey, Readonly<Record<string, string | number>>>> = {
  pressedLate: {},
  welcomeBack: {},
  treeChanged: {},
  cannotReadPictures: {},
  didNotUnderstandAnswer: {},
  addedToNote: {},
  pcNameNoted: { name: 'PC-1' },
  alreadyAsked: { number: 12 },
  readNothing: {},
  addedToForm: {},
  pcNotFound: { name: 'PC-1' },
  pcNotLookedUp: {},
  otherTenant: {},
  tooManyNames: {},
  fileTooLarge: { name: 'status.txt' },
  fileNotText: { name: 'status.docx' },
  fileNotReachable: { name: 'status.txt' },
  fileNotAllowed: { name: 'status.txt' },
  didNotUnderstand: {},
  nothingToGoBackTo: {},
  languageSet: {},
  languageUnknown: {},
  forgotten: {},
  forgottenButOpenTickets: { tickets: '12, 15' },
  notServed: {},
  notAllowed: {},
  notConfirmed: {},
  notHelpdesk: {},
  personalOnly: {},
  answeredInOurChat: {},
  lookUpFailed: {},
  nobodyFound: { query: 'Bob' },
  commandNeedsPerson: { command: 'quota' },
  commandNeedsDevice: {},
  tooManyPeople: { most: 6 },
  pcNameMissing: {},
  reportHow: {},
  reportGone: {},
  auditHow: { most: 365 },
  statsHow: { most: 400 },
  incidentHow: { typed: 'x' },
  incidentTooLong: { most: 500, typed: 'x' },
  incidentUntil: { until: 'x', typed: 'x' },
  incidentPast: { until: 'x', typed: 'x' },
  incidentTooFar: { until: 'x', typed: 'x' },
  incidentNone: {},
  incidentGone: {},
  fileDeclined: {},
  fileGone: {},
  fileFailed: {},
  cleanUpOff: {},
  cleanUpNobody: {},
  deviceSwitchedOff: { name: 'PC-0142', days: 14 },
  notYourCard: {},
  ticketNotFound: { number: 12 },
  ticketsElsewhere: {},
  noTickets: {},
  noRequests: {},
  muted: {},
  unmuted: {},
  answerMissing: {},
  notHelpdeskList: {},
  onDuty: { names: 'Lena Fischer, [x](http://evil)' },
  onDutyNobody: {},
  onDutyTooMany: { most: '10' },
  onDutyNotHelpdesk: { names: "Sven O'Brien" },
  onDutyElsewhere: {},
  commandNeedsNumber: {},
  channelOnlyHere: {},
  ticketsHow: {},
  channelAlready: {},
  channelNotAllowed: {},
  channelMembersUnknown: {},
  channelAppNotInTeam: {},
  channelAppNotInChannel: {},
  channelNotFound: {},
  channelUnreachable: {},
  tooMuch: {},
  tooMany: {},
  somethingWentWrong: { id: '1a2b3c4d' },
};

/** Somebody whose name tries to be more than a name. */
export const rita = aParty({
  id: '26ad41ef-88c2-49d9-b7c9-90fad57dcafd',
  name: 'Rita [x](http://evil) **b** <b>bold</b> <at>all</at>',
  userPrincipalName: 'rita.hansen@contoso.com',
});

/** A ticket in this state after all that can happen to one, with a PC that is known and a paste. */
export function aLivedTicket(state: TicketState, changes: Partial<Ticket> = {}): Ticket {
  const report = aReport({
    pc: {
      objectId: '0b3f5c1e-0000-4000-8000-000000000142',
      deviceId: '7d2c9a4e-0000-4000-8000-000000000142',
      name: 'PC-0142X',
    },
    paste: 'AD Configuration Test : FAIL [0x80070002]',
    findings: aShownReading().findings,
  });
  return aTicket({
    state,
    claimedBy: state === 'open' ? undefined : lena(),
    moves: everyMove(),
    report,
    ...(state === 'resolved' && { closesAt: '2026-03-09T10:00:00.000Z' }),
    ...changes,
  });
}

function aRow(changes: Partial<ListedTicket> = {}): ListedTicket {
  const [cause] = aReport().causes;
  return {
    number: 12,
    state: 'open',
    severity: 'normal',
    requester: aParty(),
    claimedBy: undefined,
    pcName: 'PC-0142',
    cause,
    createdAt: at,
    ...changes,
  };
}

const allRows = [
  ...ticketStates.map((state) => aRow({ state, claimedBy: state === 'open' ? undefined : lena() })),
  aRow({ state: 'claimed', severity: 'urgent', requester: rita, claimedBy: rita, pcName: '[x](http://evil)' }),
  aRow({ pcName: '', cause: undefined }),
];
const colleagues = [lena(), rita, aParty({ id: 'no-address', name: 'Marek Novotny', userPrincipalName: '' })];
const allCauses = [
  { id: 'unlikely', title: { en: 'The clock is wrong', de: 'Die Uhr geht falsch' } },
  ...aReport().causes.map(({ id, title }) => ({ id, title })),
];

/** At least one view of every kind, with rich data, and the turns that a kind can take. */
export const allViews: Readonly<Record<View['kind'], readonly View[]>> = {
  question: [
    { kind: 'question', ...aFrame(), text, body, options: options(7), notice: { key: 'pressedLate' } },
    {
      kind: 'question',
      ...aFrame({ answers: [], checked: [], notChecked: false, canGoBack: false }),
      text,
      body: [],
      options: options(2),
    },
    { kind: 'question', ...aFrame(), text, body, options: options(8) },
    { kind: 'question', ...aFrame({ reading: aShownReading() }), text, body, options: options(7) },
    {
      kind: 'question',
      ...aFrame({
        reading: {
          of: 'pc',
          pcName: 'PC-0142',
          findings: [],
          missing: [],
          taken: [{ name: 'pcEntry', fact: aFact('ready'), stale: false }],
        },
      }),
      text,
      body,
      options: options(3),
    },
    {
      kind: 'question',
      ...aFrame({ reading: { of: 'paste', pcName: '', findings: [], missing: [], taken: [] } }),
      text,
      body,
      options: options(3),
    },
  ],
  fix: [
    { kind: 'fix', ...aFrame(), text, body, who: 'person', certainty: 'likely', lookAgain: true },
    {
      kind: 'fix',
      ...aFrame(),
      text,
      body,
      who: 'localAdministrator',
      certainty: 'documented',
      lookAgain: false,
      notice: { key: 'welcomeBack' },
    },
  ],
  explanation: [
    { kind: 'explanation', ...aFrame({ lookAgainAt: '2026-03-02T10:00:00.000Z' }), text, body, lookAgain: false },
  ],
  handOver: [
    { kind: 'handOver', ...aFrame(), text, body },
    { kind: 'handOver', ...aFrame({ reading: aShownReading('x'.repeat(3_000)) }), text, body },
  ],
  dispute: [{ kind: 'dispute', ...aFrame(), readingLed: true }],
  offer: [
    {
      kind: 'offer',
      ref,
      entries: [
        { nodeId: 'downlevel/limit', text },
        { nodeId: 'current/status', text },
        { nodeId: 'current/pending', text },
      ],
      notice: { key: 'pressedLate' },
    },
  ],
  form: [
    { kind: 'form', ref, form, askOtherPerson: true, knownPcs: ['PC-0142', 'PC-0143'], problem: 'otherPersonMissing' },
    {
      kind: 'form',
      ref,
      form: { note: '', phone: '', pcName: '', otherPerson: '', seen: '', urgent: true },
      askOtherPerson: false,
      knownPcs: [],
      problem: 'nothingToSay',
    },
  ],
  summary: [
    { kind: 'summary', ref, report: aReport() },
    {
      kind: 'summary',
      ref,
      report: aReport({
        form: { ...form, urgent: true },
        paste: 'AD Configuration Test : FAIL [0x80070002]\n[x](http://evil)',
      }),
    },
    { kind: 'summary', ref, report: aReport({ paste: 'x'.repeat(18_000) }) },
    {
      kind: 'summary',
      ref,
      report: aReport({
        ownAccount: false,
        windows: undefined,
        answers: [],
        tried: [],
        facts: [],
        causes: [],
        form: { note: '', phone: '', pcName: '', otherPerson: 'Ben', seen: '' },
      }),
    },
  ],
  handedOver: [
    { kind: 'handedOver', ref, ticketNumber: 12, causes: [] },
    { kind: 'handedOver', ref, ticketNumber: 12, causes: [], incident: anIncident() },
  ],
  closed: [
    { kind: 'closed', ref, outcome: 'fixed', rating: undefined },
    { kind: 'closed', ref, outcome: 'fixed', rating: 4 },
    { kind: 'closed', ref, outcome: 'explained', rating: undefined },
  ],
  welcome: [{ kind: 'welcome' }],
  help: [
    {
      kind: 'help',
      commands: [
        { words: 'troubleshoot', key: 'help.troubleshoot' },
        { words: 'quota PERSON', key: 'help.quota' },
      ],
    },
  ],
  notice: (Object.keys(noticeValues) as NoticeKey[]).flatMap((key) => [
    { kind: 'notice', notice: { key, values: noticeValues[key] }, actions: [] } as const,
    {
      kind: 'notice',
      notice: { key, values: noticeValues[key] },
      actions: [
        { label: 'troubleshoot', words: 'troubleshoot' },
        { label: 'help', words: 'help' },
      ],
    } as const,
  ]),
  myDevices: [
    { kind: 'myDevices', devices, complete: true },
    { kind: 'myDevices', devices: known(Array.from({ length: 300 }, () => aJudgedDevice())), complete: true },
    { kind: 'myDevices', devices: known([]), complete: true },
    { kind: 'myDevices', devices: notKnown, complete: false },
  ],
  myQuota: [
    { kind: 'myQuota', quota: aQuota(), devices },
    { kind: 'myQuota', quota: aQuota({ counts: 20 }), devices },
    { kind: 'myQuota', quota: aQuota({ limit: known(0) }), devices },
    { kind: 'myQuota', quota: aQuota({ limit: known(2147483647) }), devices },
    { kind: 'myQuota', quota: aQuota({ limit: notKnown }), devices },
    { kind: 'myQuota', quota: aQuota({ complete: false }), devices },
    { kind: 'myQuota', quota: aQuota(), devices: notKnown },
  ],
  pcNamed: [
    { kind: 'pcNamed', name: 'PC-0143', entries: [{ enabled: true, pending: false }] },
    {
      kind: 'pcNamed',
      name: 'PC-0143',
      entries: [
        { enabled: false, pending: false },
        { enabled: undefined, pending: undefined },
        { enabled: true, pending: true },
      ],
    },
    { kind: 'pcNamed', name: 'PC-0143', entries: [] },
  ],
  pcAgain: (['ready', 'pending', 'disabled', 'missing', 'registeredOnly', 'unknown'] as const).map((entry) => ({
    kind: 'pcAgain',
    name: entry === 'ready' ? '' : 'PC-0143',
    entry,
  })),
  ...viewsOfPeople,
  doctor: [
    { kind: 'doctor', findings: [], failing: [], parked: [] },
    {
      kind: 'doctor',
      findings: checkIds.map((check) => ({ check, state: 'ok', what: 'ok' })),
      failing: [],
      parked: [],
    },
    ...checkIds.map((check): View => ({
      kind: 'doctor',
      findings: [
        { check, state: 'failed', what: 'broken', values: { reason: '[x](http://evil)' } },
        { check: 'bot', state: 'skipped', what: 'simulated' },
      ],
      failing: [],
      parked: [],
    })),
    {
      kind: 'doctor',
      findings: ['User.Read.All', 'Device.Read.All', 'Policy.Read.DeviceConfiguration'].map((name) => ({
        check: 'permissions',
        state: 'failed',
        what: 'missing',
        values: { name },
      })),
      failing: [],
      parked: [],
    },
    {
      kind: 'doctor',
      findings: [{ check: 'channel', state: 'failed', what: 'none' }],
      failing: [
        {
          to: 'channel',
          ticketNumber: 12,
          reason: '403: BotNotInConversationRoster',
          since: '2026-03-02T10:00:00.000Z',
        },
        { to: 'channel', reason: '404: [x](http://evil)', since: '2026-03-02T10:00:00.000Z' },
      ],
      parked: [
        { to: 'person', ticketNumber: 13, reason: '403: MessageWritesBlocked', since: '2026-03-02T10:00:00.000Z' },
        { to: 'person', reason: '403', since: '2026-03-02T10:00:00.000Z' },
      ],
    },
  ],
  quotaReport: reportViews,
  ...viewsOfFiles,
  ...viewsOfIncidents,
  stats: viewsOfStats,
  ...viewsOfCleanUps,
  ticketCard: [
    { kind: 'ticketCard', ticket: aTicket() },
    ...ticketStates.map((state) => ({ kind: 'ticketCard' as const, ticket: aLivedTicket(state) })),
    {
      kind: 'ticketCard',
      ticket: aLivedTicket('claimed', { severity: 'urgent' }),
      remark: { kind: 'notPossible', possible: ['reply', 'note'] },
    },
    { kind: 'ticketCard', ticket: aLivedTicket('closed'), remark: { kind: 'notPossible', possible: [] } },
    { kind: 'ticketCard', ticket: aTicket(), remark: { kind: 'notHelpdesk' } },
    // Resolved before causes were picked.
    {
      kind: 'ticketCard',
      ticket: aTicket({
        state: 'resolved',
        moves: [...aTicket().moves, { kind: 'resolved', by: lena(), at: '2026-03-02T10:00:00.000Z' }],
      }),
    },
    {
      kind: 'ticketCard',
      ticket: aTicket({
        requester: aParty({ name: '', userPrincipalName: '' }),
        report: aReport({ causes: [], ownAccount: false, windows: undefined }),
      }),
    },
  ],
  ticketForm: (['reply', 'note', 'assign', 'resolve', 'reopen'] as const).flatMap((kind) => [
    {
      kind: 'ticketForm' as const,
      ticket: aLivedTicket('claimed'),
      form: kind,
      text: '',
      colleagues,
      causes: allCauses,
    },
    {
      kind: 'ticketForm' as const,
      ticket: aLivedTicket('claimed'),
      form: kind,
      text: 'So far.',
      colleagues: [],
      causes: [],
      remark: { kind: kind === 'assign' ? ('pickMissing' as const) : ('textMissing' as const) },
      picked: 'other',
      waits: true,
    },
  ]),
  ticketList: [
    { kind: 'ticketList', filter: 'open', hours: 0, rows: allRows, page: 1, pages: 3, total: 20 },
    {
      kind: 'ticketList',
      filter: 'older',
      hours: 24,
      rows: [aRow({ severity: 'urgent', pcName: '', cause: undefined })],
      page: 0,
      pages: 1,
      total: 1,
    },
    { kind: 'ticketList', filter: 'older', hours: 1, rows: [aRow()], page: 0, pages: 1, total: 1 },
    { kind: 'ticketList', filter: 'mine', hours: 0, rows: [], page: 0, pages: 1, total: 0 },
    { kind: 'ticketList', filter: 'unassigned', hours: 0, rows: [], page: 0, pages: 1, total: 0 },
  ],
  ticketEntry: everyMove('[x](http://evil) <at>all</at>').map((move) => ({
    kind: 'ticketEntry',
    ticket: aLivedTicket('claimed'),
    move,
    mention: move.kind === 'reminded' ? [lena(), rita] : [],
  })),
  ticketPaste: [
    {
      kind: 'ticketPaste',
      ticketNumber: 12,
      requester: aParty(),
      text: 'AD Configuration Test : FAIL [0x80070002]\n  [x](http://evil)\n\n<at>all</at>',
    },
    { kind: 'ticketPaste', ticketNumber: 12, requester: rita, text: 'x'.repeat(18_000) },
  ],
  ticketDigest: [
    {
      kind: 'ticketDigest',
      digest: {
        open: 7,
        unclaimed: 3,
        resolved: 2,
        oldest: [
          { number: 12, createdAt: at, claimedBy: undefined },
          { number: 15, createdAt: at, claimedBy: rita.name },
        ],
      },
    },
    { kind: 'ticketDigest', digest: { open: 0, unclaimed: 0, resolved: 0, oldest: [] } },
  ],
  ticketNews: [
    { kind: 'ticketNews', ticketNumber: 12, news: 'reopened', by: aParty({ name: 'Kim' }), step: 3 },
    { kind: 'ticketNews', ticketNumber: 12, news: 'claimed', by: lena() },
    { kind: 'ticketNews', ticketNumber: 12, news: 'resolved', by: lena(), text: 'I removed two old entries.', step: 4 },
    { kind: 'ticketNews', ticketNumber: 12, news: 'resolved', by: aParty({ name: '' }) },
  ],
  ticketReply: [
    { kind: 'ticketReply', ticketNumber: 12, by: lena(), text: 'Which code does it show?', waits: true, step: 3 },
    { kind: 'ticketReply', ticketNumber: 12, by: rita, text: 'We look at it today.', waits: false, step: 3 },
  ],
  request: [
    { kind: 'request', ticket: aTicket() },
    ...ticketStates.map((state) => ({ kind: 'request' as const, ticket: aLivedTicket(state) })),
    ...(
      ['commentTaken', 'withdrawn', 'reopened', 'confirmed', 'textMissing', 'pickMissing', 'notHelpdesk'] as const
    ).map((remark) => ({ kind: 'request' as const, ticket: aLivedTicket('claimed'), remark: { kind: remark } })),
    {
      kind: 'request',
      ticket: aLivedTicket('resolved', { severity: 'urgent' }),
      remark: { kind: 'notPossible', possible: ['confirm', 'reopen', 'comment'] },
    },
    { kind: 'request', ticket: aLivedTicket('withdrawn'), remark: { kind: 'notPossible', possible: [] } },
  ],
  myRequests: [
    { kind: 'myRequests', rows: allRows, page: 1, pages: 3, total: 20, muted: true },
    { kind: 'myRequests', rows: [], page: 0, pages: 1, total: 0, muted: false },
  ],
  replyOffer: [
    { kind: 'replyOffer', tickets: [{ number: 12, step: 3 }], text: 'It shows 0x801c0003.', alsoRead: false },
    {
      kind: 'replyOffer',
      tickets: [
        { number: 12, step: 3 },
        { number: 15, step: 8 },
      ],
      text: 'It shows 0x801c0003.',
      alsoRead: true,
    },
  ],
  channelChosen: [
    { kind: 'channelChosen', outcome: 'used', by: aParty({ name: 'Kim' }) },
    { kind: 'channelChosen', outcome: 'kept', by: aParty({ name: '' }) },
  ],
  channelProposal: [
    { kind: 'channelProposal', members: 5, notHelpdesk: 0, outsiders: 0, sure: false },
    { kind: 'channelProposal', members: 1, notHelpdesk: 1, outsiders: 1, sure: false },
    { kind: 'channelProposal', members: 30, notHelpdesk: 25, outsiders: 2, sure: true },
  ],
  channelTest: [{ kind: 'channelTest' }],
  channelLeft: [{ kind: 'channelLeft', by: rita, conversationId: '19:another@thread.tacv2;messageid=7' }],
};
