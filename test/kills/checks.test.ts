import { describe, expect, it } from 'vitest';
import { newsOf } from '../../src/helpdesk/messages-of.js';
import { nobody, type Ticket, type TicketDeed, type TicketMove } from '../../src/helpdesk/ticket.js';
import { messageOf } from '../../src/teams/inbound/answer.js';
import { renderView } from '../../src/teams/cards/render-view.js';
import { aParty, aReport, aTicket, lena } from '../support/a-report.js';
import { attemptsOf, postedIn, type Attempt, type Interrupted, type Posted } from './attempts.js';
import { expectedOf, placed, type Placed, type Says } from './causes.js';
import { cardsThatWentBack, portal, staleCards, type Shown } from './checks/cards.js';
import { brokenFile, leftInOutbox } from './checks/database.js';
import {
  lostMessages,
  marksWithoutDoubt,
  messagesNothingCaused,
  moreCopiesThanDoubts,
  sumsOf,
  unmarkedCopies,
  wrongOrder,
} from './checks/messages.js';
import {
  doubledTickets,
  lostOrDoubledMoves,
  lostTickets,
  movesTakenTwice,
  notesTold,
  repeatedNumbers,
  ticketsNobodySent,
  wrongNumbersTold,
  type Done,
} from './checks/tickets.js';
import { recognise } from './recognise.js';
import type { Arrival } from './stand-in.js';

const requester = aParty();
const claims: TicketMove = { kind: 'claimed', by: lena(), at: '', fromStep: 1 };
const replies: TicketMove = {
  kind: 'replied',
  text: 'Text 1 of lena.',
  waits: true,
  told: true,
  by: lena(),
  at: '',
  fromStep: 2,
};
const notes: TicketMove = { kind: 'noted', text: 'Text 2 of lena.', by: lena(), at: '', fromStep: 3 };
const answers: TicketMove = { kind: 'commented', text: 'Text 3 of ada.', by: requester, at: '', fromStep: 4 };
const resolves: TicketMove = { kind: 'resolved', text: 'Text 4 of lena.', by: lena(), at: '', fromStep: 5 };
const whole = [claims, replies, notes, answers, resolves];

function numbered(number: number, note: string, ...moves: readonly TicketMove[]): Ticket {
  const opened: TicketDeed = { kind: 'opened' };
  return aTicket({
    number,
    report: aReport({ form: { ...aReport().form, note } }),
    moves: [{ ...opened, by: requester, at: '' }, ...moves].map((move, second) => ({
      ...move,
      at: `2026-05-04T12:0${number - 1_001}:0${second}.000Z`,
    })),
  });
}

const first = numbered(1001, 'first', ...whole);
const second = numbered(1002, 'second');
const tickets = [first, second];
const sent = [
  { note: 'first', ticketNumber: 1001 },
  { note: 'second', ticketNumber: 1002 },
];
const done: readonly Done[] = whole.map((move) => ({
  ticketNumber: 1001,
  move: move.kind,
  personId: move.by.id,
  ...('text' in move && { text: move.text ?? '' }),
}));

describe('tickets', () => {
  it('that are all there raise nothing', () => {
    const checks = [
      lostTickets(sent, tickets),
      doubledTickets(tickets),
      ticketsNobodySent(sent, tickets),
      repeatedNumbers(tickets),
      wrongNumbersTold(sent, tickets),
      lostOrDoubledMoves(done, tickets),
      movesTakenTwice(tickets),
    ];
    expect(checks.flat()).toEqual([]);
  });

  it('that time has moved raise nothing', () => {
    expect(lostOrDoubledMoves([], [numbered(1001, 'first', { kind: 'reminded', by: nobody, at: '' })])).toEqual([]);
  });

  it('that took a copy of a refused press which holds whenever it comes raise nothing', () => {
    const refused = [
      { ticketNumber: 1001, move: 'commented', personId: answers.by.id, text: 'Text 3 of ada.' },
    ] as const;
    expect(
      lostOrDoubledMoves(
        done.filter(({ move }) => move !== 'commented'),
        [first],
        refused,
      ),
    ).toEqual([]);
  });

  it('with the same move at another step raise nothing', () => {
    expect(
      movesTakenTwice([
        numbered(
          1001,
          'first',
          claims,
          { kind: 'unclaimed', by: lena(), at: '', fromStep: 2 },
          { ...claims, fromStep: 3 },
        ),
      ]),
    ).toEqual([]);
  });

  it.each<[string, () => readonly string[]]>([
    ['lost', () => lostTickets(sent, tickets.slice(1))],
    ['doubled', () => doubledTickets([...tickets, numbered(1003, 'second')])],
    ['that nobody sent', () => ticketsNobodySent(sent, [...tickets, numbered(1003, 'third')])],
    ['with the number of another', () => repeatedNumbers([...tickets, numbered(1002, 'third')])],
    ['told with a wrong number', () => wrongNumbersTold([{ note: 'first', ticketNumber: 1002 }], tickets)],
    ['whose move was lost', () => lostOrDoubledMoves(done, [numbered(1001, 'first', ...whole.slice(0, -1))])],
    [
      'that kept another text',
      () =>
        lostOrDoubledMoves(done.slice(0, 2), [
          numbered(1001, 'first', claims, { ...replies, text: 'Text 9 of lena.' }),
        ]).slice(1),
    ],
    ['that made a move twice', () => lostOrDoubledMoves(done, [numbered(1001, 'first', claims, ...whole)])],
    ['that made a move nobody was shown', () => lostOrDoubledMoves([], [numbered(1001, 'first', claims)])],
    [
      'that took one press twice',
      () =>
        movesTakenTwice([
          numbered(1001, 'first', claims, { kind: 'unclaimed', by: lena(), at: '', fromStep: 2 }, claims),
        ]),
    ],
    [
      'that took one text twice, from other steps',
      () => movesTakenTwice([numbered(1001, 'first', claims, replies, { ...replies, fromStep: 3 })]),
    ],
  ])('%s are found', (_, check) => {
    expect(check()).toHaveLength(1);
  });
});

describe('what the helpdesk writes for itself', () => {
  const reopened: TicketMove = { kind: 'reopened', text: 'Text 5 of lena.', by: lena(), at: '', fromStep: 6 };
  const ticket = numbered(1001, 'first', ...whole, reopened);
  const toldOf = (index: number) => messageOf(renderView(newsOf(ticket, index)!, { locale: 'en', now: new Date(0) }));

  it('raises nothing when the requester was told all the rest', () => {
    expect(notesTold([ticket], [1, 2, 5, 6].map(toldOf))).toEqual([]);
    expect(notesTold([ticket], [renderView({ kind: 'request', ticket }, { locale: 'en', now: new Date(0) })])).toEqual(
      [],
    );
  });

  it.each([
    ['a note', toldOf(2), 'Text 2 of lena.'],
    ['why it was opened again', toldOf(6), 'Text 5 of lena.'],
  ])('is found in what the requester was told: %s', (_, told, text) => {
    expect(notesTold([ticket], [{ ...told, text }])).toHaveLength(1);
  });
});

const expected = expectedOf(tickets);

function attempt(message: Placed, changes: Partial<Attempt> = {}): Attempt {
  return { at: 0, ...message, taken: true, again: false, unresolved: false, ...changes };
}

const at1001 = (index: number, says: Says) => attempt(placed(first, index, says));
const opened = at1001(0, 'card');
const [, claimedBelow, repliedBelow, notedBelow, answeredBelow, resolvedBelow] = first.moves.map((_, index) =>
  at1001(index, 'entry'),
) as [Attempt, Attempt, Attempt, Attempt, Attempt, Attempt];
const [claimed, replied, resolved] = [1, 2, 5].map((index) => at1001(index, 'news')) as [Attempt, Attempt, Attempt];
const other = attempt(placed(second, 0, 'card'));
const thread = [claimedBelow, repliedBelow, notedBelow, answeredBelow, resolvedBelow];
const clean = [opened, claimed, other, replied, ...thread, resolved];
const unresolved = { unresolved: true };
const refused = { taken: false };
const marked = { again: true };

/** The clean recording with other attempts in the place of one. */
const instead = (one: Attempt, ...others: readonly Attempt[]) =>
  clean.flatMap((each) => (each === one ? others : [each]));

const messageChecks: Readonly<Record<string, (posted: readonly Posted[]) => readonly string[]>> = {
  lost: (posted) => lostMessages(expected, posted),
  uncaused: (posted) => messagesNothingCaused(expected, posted),
  order: (posted) => wrongOrder(expected, posted),
  unmarked: unmarkedCopies,
  undoubted: marksWithoutDoubt,
  tooMany: moreCopiesThanDoubts,
};

/** The checks that find something in this recording. */
function found(attempts: readonly Attempt[]): readonly string[] {
  return Object.entries(messageChecks).flatMap(([name, check]) => (check(postedIn(attempts)).length > 0 ? [name] : []));
}

describe('messages', () => {
  it.each<[string, readonly Attempt[]]>([
    ['once each and in order', clean],
    ['the cards of two tickets in any order', [other, ...clean.filter((each) => each !== other)]],
    [
      'a copy that is marked after an attempt nobody knows of',
      instead(claimed, { ...claimed, ...unresolved }, { ...claimed, ...marked }),
    ],
    ['one in the thread too', instead(notedBelow, { ...notedBelow, ...unresolved }, { ...notedBelow, ...marked })],
    ['one that was refused and then taken', instead(claimed, { ...claimed, ...refused }, claimed)],
    [
      'one that is marked because the first attempt may have been taken',
      instead(claimed, { ...claimed, ...refused, ...unresolved }, { ...claimed, ...marked }),
    ],
  ])('raise nothing: %s', (_, attempts) => {
    expect(found(attempts)).toEqual([]);
  });

  it.each<[string, readonly Attempt[], readonly string[]]>([
    ['one is lost', instead(resolved), ['lost']],
    ['one is lost in the thread', instead(notedBelow), ['lost']],
    ['the last one is lost in the thread', instead(resolvedBelow), ['lost']],
    ['one was only tried', instead(resolved, { ...resolved, ...refused, ...unresolved }), ['lost']],
    [
      'the last one is lost and an earlier one doubled',
      instead(resolved, { ...replied, ...unresolved }),
      ['lost', 'unmarked'],
    ],
    ['one is doubled without the mark', instead(claimed, { ...claimed, ...unresolved }, claimed), ['unmarked']],
    [
      'one is doubled in the thread without the mark',
      instead(answeredBelow, { ...answeredBelow, ...unresolved }, answeredBelow),
      ['unmarked'],
    ],
    [
      'one is doubled and nothing had failed',
      instead(claimed, claimed, { ...claimed, ...marked }),
      ['undoubted', 'tooMany'],
    ],
    [
      'a first copy is marked and nothing had failed',
      instead(claimed, { ...claimed, ...marked }),
      ['undoubted', 'tooMany'],
    ],
    [
      'the mark stands on the attempt that failed',
      instead(claimed, { ...claimed, ...unresolved, ...marked }, { ...claimed, ...marked }),
      ['undoubted', 'tooMany'],
    ],
    [
      'there are more copies than attempts that failed',
      instead(claimed, { ...claimed, ...unresolved }, { ...claimed, ...marked }, { ...claimed, ...marked }),
      ['tooMany'],
    ],
    ['the later one came first', [opened, replied, claimed, other, ...thread, resolved], ['order']],
    [
      'the later one came first in the thread',
      [opened, claimed, other, replied, claimedBelow, notedBelow, repliedBelow, answeredBelow, resolvedBelow, resolved],
      ['order'],
    ],
    [
      'a reply came before its card',
      [claimedBelow, opened, ...clean.filter((each) => each !== claimedBelow && each !== opened)],
      ['order'],
    ],
    ['one came back after the next one', [...clean, { ...replied, ...marked }], ['uncaused', 'undoubted', 'tooMany']],
    [
      'nothing caused one',
      [...clean, { ...claimed, message: '1002 Lena Fischer at the helpdesk has taken your request 1002.' }],
      ['uncaused'],
    ],
    ['one went to somebody else', instead(claimed, { ...claimed, place: 'chat of somebody' }), ['lost', 'uncaused']],
    [
      'one stands below another copy of the card',
      instead(notedBelow, { ...notedBelow, place: 'thread of another card of 1001' }),
      ['lost', 'uncaused'],
    ],
  ])('are found: %s', (_, attempts, checks) => {
    expect(found(attempts)).toEqual(checks);
  });

  it('are counted', () => {
    const attempts = [
      opened,
      { ...claimed, ...unresolved },
      { ...claimed, ...marked },
      other,
      { ...resolved, ...refused, ...unresolved },
      { ...resolved, ...marked },
    ];
    expect(sumsOf(postedIn(attempts))).toEqual({ messages: 4, copies: 1, marked: 2, unresolved: 2 });
  });

  it('of a reminder, and of a ticket that ended before it had a card, may be missing, but not those to its requester', () => {
    const reminded = numbered(1001, 'first', { kind: 'reminded', by: nobody, at: '' });
    expect(expectedOf([reminded]).map(({ optional }) => optional)).toEqual([false, true]);
    expect(
      expectedOf([first], () => false)
        .filter(({ optional }) => !optional)
        .map(({ place }) => place),
    ).toEqual(Array.from({ length: 3 }, () => claimed.place));
  });

  it('are in order when the first of two like reminders became idle, and not when one came too late', () => {
    const at = first.createdAt;
    const reminded: TicketMove = { kind: 'reminded', by: nobody, at };
    const causes = expectedOf([
      numbered(1001, 'first', reminded, { ...claims, at }, { kind: 'unclaimed', by: lena(), at }, reminded),
    ]).filter(({ place }) => place !== claimed.place);
    const alike = causes.map((each) => (each.optional ? { ...each, message: 'reminder' } : each));
    const [card, reminder, taken, given] = alike.map((each) => attempt(each)) as [Attempt, Attempt, Attempt, Attempt];
    expect(wrongOrder(alike, postedIn([card, taken, given, reminder]))).toEqual([]);
    expect(wrongOrder(alike, postedIn([card, given, taken, reminder]))).toHaveLength(1);
    expect(wrongOrder(alike.slice(0, -1), postedIn([card, taken, given, reminder]))).toHaveLength(1);
  });

  it('are caused for the requester by the helpdesk alone', () => {
    const reopened = (by: Ticket['requester']) => numbered(1001, 'first', { kind: 'reopened', text: '', by, at: '' });
    expect(expectedOf([reopened(lena())]).map(({ place }) => place)).toContain(claimed.place);
    expect(expectedOf([reopened(requester)]).map(({ place }) => place)).not.toContain(claimed.place);
  });
});

const at = 1_000;

function arrival({ message }: Placed, changes: Partial<Arrival> = {}): Arrival {
  return {
    at,
    kind: 'send',
    conversationId: 'a:chat',
    activityId: '1',
    activity: {},
    outcome: 'taken',
    message: { ticketNumber: 1001, says: 'news', message, again: false },
    ...changes,
  };
}

const killedAt = at + 50;
const interruptedAt = (since: number, changes: Partial<Interrupted> = {}): Interrupted => ({
  ...placed(first, 1, 'news'),
  since,
  killedAt,
  ...changes,
});

describe('what arrived and what was killed', () => {
  const attempts = (arrivals: readonly Arrival[], interrupted: readonly Interrupted[] = []) =>
    attemptsOf(arrivals, interrupted, () => claimed.place);

  it('an attempt that was killed after it arrived counts once', () => {
    expect(attempts([arrival(claimed)], [interruptedAt(at - 5)])).toMatchObject([
      { at, taken: true, unresolved: true },
    ]);
  });

  it.each<[string, Interrupted]>([
    ['killed before it left', interruptedAt(at + 1)],
    ['of another message', interruptedAt(at - 5, { message: resolved.message })],
    ['of another place', interruptedAt(at - 5, { place: opened.place })],
    ['killed before the copy that arrived', interruptedAt(at - 500, { killedAt: at - 100 })],
  ])('an attempt of its own: %s', (_, interrupted) => {
    const both = attempts([arrival(claimed)], [interrupted]);
    expect(both).toHaveLength(2);
    expect(both.filter((each) => each.unresolved)).toMatchObject([{ at: interrupted.since, taken: false }]);
  });

  it.each(['failedBefore', 'failedAfter', 'dropped'] as const)('%s leaves the bot in doubt', (outcome) => {
    expect(attempts([arrival(claimed, { outcome })])).toMatchObject([
      { unresolved: true, taken: outcome !== 'failedBefore' },
    ]);
  });

  it('too many requests leaves no doubt, and an update is no message', () => {
    expect(attempts([arrival(claimed, { outcome: 'tooMany' }), arrival(opened, { kind: 'update' })])).toMatchObject([
      { unresolved: false, taken: false },
    ]);
  });
});

describe('a message is recognised', () => {
  const drawn = (view: Parameters<typeof renderView>[0], again: boolean) =>
    messageOf(renderView(view, { locale: 'en', now: new Date(0), again }));

  it.each([true, false])('by its sentence and what was typed, with its mark: %s', (again) => {
    const name = 'Lena Fischer at the helpdesk';
    const tells = [
      [1, `1001 ${name} has taken your request 1001.`],
      [2, `1001 ${name} writes about your request 1001: Text 1 of lena.`],
      [5, `1001 ${name} says that your request 1001 is solved. Text 4 of lena.`],
    ] as const;
    for (const [index, message] of tells)
      expect(recognise(drawn(newsOf(first, index)!, again))).toEqual({
        ticketNumber: 1001,
        says: 'news',
        message,
        again,
      });
  });

  it.each([true, false])('a card, urgent or not, with its mark: %s', (again) => {
    for (const severity of ['urgent', 'normal'] as const) {
      expect(recognise(drawn({ kind: 'ticketCard', ticket: { ...first, severity } }, again))).toEqual({
        ticketNumber: 1001,
        says: 'card',
        message: '1001 card',
        again,
      });
    }
  });

  it.each([true, false])('in a thread by its words, with its mark: %s', (again) => {
    const message = '1001 Private note by Lena Fischer:\n\nText 2 of lena.';
    expect(
      recognise(drawn({ kind: 'ticketEntry', ticket: first, move: first.moves[3]!, mention: [] }, again), 1001),
    ).toEqual({ ticketNumber: 1001, says: 'entry', message, again });
  });

  it('and what answers a person directly is none', () => {
    expect(recognise({ text: 'Sent. Your request has number 1001.' })).toBeUndefined();
  });
});

describe('cards', () => {
  const ticket = first;
  const card = { conversationId: '19:helpdesk;messageid=7', activityId: '7' };
  const kept = [{ ticket, card }];
  const shows = (moves: number, again = false, changes: Partial<Shown> = {}): Shown => {
    const earlier = { ...ticket, moves: ticket.moves.slice(0, moves) };
    const message = messageOf(
      renderView({ kind: 'ticketCard', ticket: earlier }, { locale: 'en', now: new Date(), again, portal }),
    );
    return {
      ticketNumber: ticket.number,
      ...card,
      card: JSON.parse(JSON.stringify(message.attachments?.[0]?.content)),
      again,
      ...changes,
    };
  };

  it.each([
    ['every state', [1, 2, 3, 4, 5, 6].map((moves) => shows(moves))],
    ['the last state alone, as a copy', [shows(6, true)]],
    ['the same twice', [shows(1), shows(1), shows(6)]],
  ])('raise nothing when they showed %s', (_, shown) => {
    expect([...staleCards(kept, shown), ...cardsThatWentBack(kept, shown)]).toEqual([]);
  });

  it.each([
    ['the last update was lost', [shows(1), shows(2)]],
    [
      'the last update was of a copy that nobody keeps',
      [shows(1), shows(6, false, { conversationId: '19:helpdesk;messageid=6', activityId: '6' })],
    ],
    ['the card was never posted', []],
  ])('are found stale when %s', (_, shown) => {
    expect(staleCards(kept, shown)).toHaveLength(1);
  });

  it('that a ticket never had raise nothing when it ended before', () => {
    expect(staleCards([{ ticket: { ...ticket, state: 'withdrawn' }, card: undefined }], [])).toEqual([]);
  });

  it('are found of one that ended before when one is there that nobody keeps', () => {
    expect(staleCards([{ ticket: { ...ticket, state: 'withdrawn' }, card: undefined }], [shows(1)])).toHaveLength(1);
  });

  it('are found when an older state came after a newer one', () => {
    expect(cardsThatWentBack(kept, [shows(1), shows(3), shows(2), shows(6)])).toHaveLength(1);
  });
});

describe('the database', () => {
  const row = { id: 7, lane: 'person:1', state: 'waiting', reason: null };

  it('that is empty of messages and whole raises nothing', () => {
    expect([...leftInOutbox({ outbox: [] }), ...brokenFile({ integrity: 'ok' })]).toEqual([]);
  });

  it('with a message left, a parked one too, or a broken file is found', () => {
    expect(leftInOutbox({ outbox: [row, { ...row, state: 'parked', reason: '403' }] })).toEqual([
      'Row 7 of person is still waiting',
      'Row 7 of person is still parked (403)',
    ]);
    expect(brokenFile({ integrity: 'row 3 missing from index' })).toHaveLength(1);
  });
});
