import { describe, expect, it } from 'vitest';
import type { Ticket } from '../../src/helpdesk/ticket.js';
import { messageOf } from '../../src/teams/answer.js';
import { renderView } from '../../src/teams/render/render-view.js';
import { aParty, aReport, aTicket } from '../support/a-report.js';
import { attemptsOf, postedIn, type Attempt, type Interrupted, type Posted } from './attempts.js';
import { expectedOf, messageKey, type Says } from './causes.js';
import { cardsThatWentBack, staleCards, type Shown } from './checks/cards.js';
import { brokenFile, leftInOutbox } from './checks/database.js';
import { lostMessages, marksWithoutDoubt, messagesNothingCaused, moreCopiesThanDoubts, sumsOf, unmarkedCopies, wrongOrder } from './checks/messages.js';
import { doubledTickets, lostOrDoubledMoves, lostTickets, repeatedNumbers, ticketsNobodySent, wrongNumbersTold } from './checks/tickets.js';
import { recognise } from './recognise.js';
import type { Arrival } from './stand-in.js';

const helper = aParty({ id: 'helper', name: 'Lena Fischer' });
const noon = (second: number) => `2026-05-04T12:00:0${second}.000Z`;

function numbered(number: number, note: string, ...moves: readonly Ticket['moves'][number]['kind'][]): Ticket {
  return aTicket({
    number,
    report: aReport({ form: { ...aReport().form, note } }),
    moves: ['opened' as const, ...moves].map((kind, second) => ({ kind, by: kind === 'opened' ? aParty() : helper, at: noon(3 * (number - 1_001) + second) })),
  });
}

const tickets = [numbered(1001, 'first', 'claimed', 'resolved'), numbered(1002, 'second')];
const sent = [
  { note: 'first', ticketNumber: 1001 },
  { note: 'second', ticketNumber: 1002 },
];
const done = [
  { ticketNumber: 1001, move: 'claimed' as const },
  { ticketNumber: 1001, move: 'resolved' as const },
];

describe('tickets', () => {
  it('that are all there raise nothing', () => {
    const checks = [lostTickets(sent, tickets), doubledTickets(tickets), ticketsNobodySent(sent, tickets), repeatedNumbers(tickets), wrongNumbersTold(sent, tickets), lostOrDoubledMoves(done, tickets)];
    expect(checks.flat()).toEqual([]);
  });

  it.each<[string, () => readonly string[]]>([
    ['lost', () => lostTickets(sent, tickets.slice(1))],
    ['doubled', () => doubledTickets([...tickets, numbered(1003, 'second')])],
    ['that nobody sent', () => ticketsNobodySent(sent, [...tickets, numbered(1003, 'third')])],
    ['with the number of another', () => repeatedNumbers([...tickets, numbered(1002, 'third')])],
    ['told with a wrong number', () => wrongNumbersTold([{ note: 'first', ticketNumber: 1002 }], tickets)],
    ['whose move was lost', () => lostOrDoubledMoves(done, [numbered(1001, 'first', 'claimed')])],
    ['that made a move twice', () => lostOrDoubledMoves(done, [numbered(1001, 'first', 'claimed', 'claimed', 'resolved')])],
    ['that made a move nobody was shown', () => lostOrDoubledMoves([], [numbered(1001, 'first', 'claimed')])],
  ])('%s are found', (_, check) => {
    expect(check()).toHaveLength(1);
  });
});

const expected = expectedOf(tickets);
const chat = `chat of ${aParty().id}`;

function attempt(message: string, changes: Partial<Attempt> = {}): Attempt {
  const place = message.endsWith('ticket.heading') ? 'channel' : chat;
  return { at: 0, place, message, taken: true, again: false, unresolved: false, ...changes };
}

const opened = attempt('1001 ticket.heading');
const claimed = attempt('1001 ticketNews.claimed');
const resolved = attempt('1001 ticketNews.resolved');
const other = attempt('1002 ticket.heading');
const clean = [opened, claimed, other, resolved];
const unresolved = { unresolved: true };
const refused = { taken: false };
const marked = { again: true };

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
    ['a copy that is marked after an attempt nobody knows of', [opened, { ...claimed, ...unresolved }, { ...claimed, ...marked }, other, resolved]],
    ['one that was refused and then taken', [opened, { ...claimed, ...refused }, claimed, other, resolved]],
    ['one that is marked because the first attempt may have been taken', [opened, { ...claimed, ...refused, ...unresolved }, { ...claimed, ...marked }, other, resolved]],
  ])('raise nothing: %s', (_, attempts) => {
    expect(found(attempts)).toEqual([]);
  });

  it.each<[string, readonly Attempt[], readonly string[]]>([
    ['one is lost', [opened, claimed, other], ['lost']],
    ['one was only tried', [opened, claimed, other, { ...resolved, ...refused, ...unresolved }], ['lost']],
    ['the last one is lost and an earlier one doubled', [opened, claimed, other, { ...claimed, ...unresolved }], ['lost', 'unmarked']],
    ['one is doubled without the mark', [opened, { ...claimed, ...unresolved }, claimed, other, resolved], ['unmarked']],
    ['one is doubled and nothing had failed', [opened, claimed, { ...claimed, ...marked }, other, resolved], ['undoubted', 'tooMany']],
    ['a first copy is marked and nothing had failed', [opened, { ...claimed, ...marked }, other, resolved], ['undoubted', 'tooMany']],
    ['the mark stands on the attempt that failed', [opened, { ...claimed, ...unresolved, ...marked }, { ...claimed, ...marked }, other, resolved], ['undoubted', 'tooMany']],
    ['there are more copies than attempts that failed', [opened, { ...claimed, ...unresolved }, { ...claimed, ...marked }, { ...claimed, ...marked }, other, resolved], ['tooMany']],
    ['the later one came first', [opened, resolved, claimed, other], ['order']],
    ['the channel has them the wrong way round', [other, opened, claimed, resolved], ['order']],
    ['one came back after the next one', [opened, claimed, other, resolved, { ...claimed, ...marked }], ['uncaused', 'undoubted', 'tooMany']],
    ['nothing caused one', [...clean, attempt('1002 ticketNews.claimed')], ['uncaused']],
    ['one went to somebody else', [opened, { ...claimed, place: 'chat of somebody' }, other, resolved], ['lost', 'uncaused']],
  ])('are found: %s', (_, attempts, checks) => {
    expect(found(attempts)).toEqual(checks);
  });

  it('are counted', () => {
    const attempts = [opened, { ...claimed, ...unresolved }, { ...claimed, ...marked }, other, { ...resolved, ...refused, ...unresolved }, { ...resolved, ...marked }];
    expect(sumsOf(postedIn(attempts))).toEqual({ messages: 4, copies: 1, marked: 2, unresolved: 2 });
  });
});

const at = 1_000;

function arrival(says: Says, changes: Partial<Arrival> = {}): Arrival {
  const message = { ticketNumber: 1001, says, again: false };
  return { at, kind: 'send', conversationId: 'a:chat', activityId: '1', activity: {}, outcome: 'taken', message, ...changes };
}

const killedAt = at + 50;
const interruptedAt = (since: number, changes: Partial<Interrupted> = {}): Interrupted => ({ place: chat, message: messageKey(1001, 'ticketNews.claimed'), since, killedAt, ...changes });

describe('what arrived and what was killed', () => {
  const attempts = (arrivals: readonly Arrival[], interrupted: readonly Interrupted[] = []) => attemptsOf(arrivals, interrupted, () => chat);

  it('an attempt that was killed after it arrived counts once', () => {
    expect(attempts([arrival('ticketNews.claimed')], [interruptedAt(at - 5)])).toMatchObject([{ at, taken: true, unresolved: true }]);
  });

  it.each<[string, Interrupted]>([
    ['killed before it left', interruptedAt(at + 1)],
    ['of another message', interruptedAt(at - 5, { message: messageKey(1001, 'ticketNews.resolved') })],
    ['of another place', interruptedAt(at - 5, { place: 'channel' })],
    ['killed before the copy that arrived', interruptedAt(at - 500, { killedAt: at - 100 })],
  ])('an attempt of its own: %s', (_, interrupted) => {
    const both = attempts([arrival('ticketNews.claimed')], [interrupted]);
    expect(both).toHaveLength(2);
    expect(both.filter((each) => each.unresolved)).toMatchObject([{ at: interrupted.since, taken: false }]);
  });

  it.each(['failedBefore', 'failedAfter', 'dropped'] as const)('%s leaves the bot in doubt', (outcome) => {
    expect(attempts([arrival('ticketNews.claimed', { outcome })])).toMatchObject([{ unresolved: true, taken: outcome !== 'failedBefore' }]);
  });

  it('too many requests leaves no doubt, and an update is no message', () => {
    expect(attempts([arrival('ticketNews.claimed', { outcome: 'tooMany' }), arrival('ticket.heading', { kind: 'update' })])).toMatchObject([{ unresolved: false, taken: false }]);
  });
});

describe('a message is recognised', () => {
  const drawn = (news: 'claimed' | 'resolved', again: boolean) =>
    recognise(messageOf(renderView({ kind: 'ticketNews', ticketNumber: 1001, news, by: helper }, { locale: 'en', now: new Date(0), again })));

  it.each([true, false])('by its sentence, with its mark: %s', (again) => {
    expect(drawn('claimed', again)).toEqual({ ticketNumber: 1001, says: 'ticketNews.claimed', again });
    expect(drawn('resolved', again)).toEqual({ ticketNumber: 1001, says: 'ticketNews.resolved', again });
  });

  it('and what answers a person directly is none', () => {
    expect(recognise({ text: 'Sent. Your request has number 1001.' })).toBeUndefined();
  });
});

describe('cards', () => {
  const [ticket] = tickets as [Ticket, ...Ticket[]];
  const card = { conversationId: '19:helpdesk;messageid=7', activityId: '7' };
  const kept = [{ ticket, card }];
  const shows = (moves: number, again = false, changes: Partial<Shown> = {}): Shown => {
    const earlier = { ...ticket, moves: ticket.moves.slice(0, moves) };
    const message = messageOf(renderView({ kind: 'ticketCard', ticket: earlier }, { locale: 'en', now: new Date(), again }));
    return { ...card, card: JSON.parse(JSON.stringify(message.attachments?.[0]?.content)), again, ...changes };
  };

  it.each([
    ['every state', [shows(1), shows(2), shows(3)]],
    ['the last state alone, as a copy', [shows(3, true)]],
    ['the same twice', [shows(1), shows(1), shows(3)]],
  ])('raise nothing when they showed %s', (_, shown) => {
    expect([...staleCards(kept, shown), ...cardsThatWentBack(kept, shown)]).toEqual([]);
  });

  it.each([
    ['the last update was lost', [shows(1), shows(2)]],
    ['the last update was of a copy that nobody keeps', [shows(1), shows(3, false, { conversationId: '19:helpdesk;messageid=6', activityId: '6' })]],
    ['the card was never posted', []],
  ])('are found stale when %s', (_, shown) => {
    expect(staleCards(kept, shown)).toHaveLength(1);
  });

  it('are found when an older state came after a newer one', () => {
    expect(cardsThatWentBack(kept, [shows(1), shows(3), shows(2), shows(3)])).toHaveLength(1);
  });
});

describe('the database', () => {
  const row = { id: 7, lane: 'person:1', state: 'waiting', reason: null };

  it('that is empty of messages and whole raises nothing', () => {
    expect([...leftInOutbox({ outbox: [] }), ...brokenFile({ integrity: 'ok' })]).toEqual([]);
  });

  it('with a message left, a parked one too, or a broken file is found', () => {
    expect(leftInOutbox({ outbox: [row, { ...row, state: 'parked', reason: '403' }] })).toEqual(['Row 7 of person is still waiting', 'Row 7 of person is still parked (403)']);
    expect(brokenFile({ integrity: 'row 3 missing from index' })).toHaveLength(1);
  });
});
