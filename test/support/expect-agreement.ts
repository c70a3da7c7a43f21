import { expect } from 'vitest';
import type { Ticket, TicketMove } from '../../src/helpdesk/ticket.js';
import { expectTicket } from './play-helpdesk.js';
import type { StandingMessage, TeamsWithMemory } from './teams-with-memory.js';
import { newsFor, type ModelMoveKind, type ModelTicket } from './ticket-model.js';
import type { World } from './world.js';

export interface Agreement {
  readonly world: World;
  readonly teams: TeamsWithMemory;
  readonly models: ReadonlyMap<number, ModelTicket>;
  /** What the database holds. */
  readonly stored: ReadonlyMap<number, Ticket>;
  readonly atTheEnd: boolean;
}

/** The database, the card, the thread, the person's chat and the audit say the same of every ticket. */
export async function expectAgreement(agreement: Agreement): Promise<void> {
  const { world, teams, models, stored, atTheEnd } = agreement;
  expect(teams.problems).toEqual([]);
  for (const [number, model] of models) {
    const ticket = stored.get(number)!;
    expectTicket(ticket, model);
    expect(ticket.moves.slice(1).map(({ kind }) => kind)).toEqual(model.moves.map(({ kind }) => kind));
    expectCard(agreement, ticket, (await world.storage.tickets.find(number))?.card?.activityId);
    expectThread(agreement, ticket);
    expectNews(agreement, model);
  }
  const sessions = [...stored.values()].map(({ sessionId }) => sessionId);
  expect(new Set(sessions).size, 'sessions with a ticket').toBe(sessions.length);
  expectPrivacy(agreement);
  await expectAudit(agreement);
  if (!atTheEnd) return;
  expect(await world.storage.outbox.parked(10)).toEqual([]);
  expect(
    await world.storage.outbox.take(world.clock.now.getTime() + 365 * 24 * 60 * 60_000, 0, 10),
    'what never left',
  ).toEqual([]);
}

/** The newest card shows the ticket; while something is on its way, a ticket that was. */
function expectCard({ teams }: Agreement, ticket: Ticket, knownAs: string | undefined): void {
  const cards = teams.cardsOf(ticket.number);
  for (const { views } of cards) {
    for (const view of views) {
      if (view.kind === 'ticketCard')
        expect(view.ticket.moves, 'what a card has shown').toEqual(ticket.moves.slice(0, view.ticket.moves.length));
    }
  }
  if (teams.unsettled) return;
  const card = cards.at(-1);
  expect(card?.id, 'the newest card is the one that is kept up').toBe(knownAs);
  // Of what is solved or over, a card that somebody cleared away is left in peace.
  const over = ['resolved', 'closed', 'withdrawn'].includes(ticket.state);
  if (card?.deleted)
    expect(card.missed && !over, `the card of ${ticket.number} is gone, and no other was posted`).toBe(false);
  else expect(card?.views.at(-1), 'the card').toEqual({ kind: 'ticketCard', ticket });
  const renewals = ticket.moves.filter(({ kind }) => kind === 'cardRenewed').length;
  expect(cards.filter(({ doubted }) => !doubted).length, 'as many cards as were needed').toBe(renewals + 1);
}

/** Of messages that follow each other, those that are no copies: behind what may have arrived comes the same, marked as a copy. */
function withoutCopies(messages: readonly StandingMessage[]): readonly StandingMessage[] {
  return messages.filter((message, index) => {
    const before = messages[index - 1];
    if (!before?.doubted || contentOf(before) !== contentOf(message)) return true;
    // Below a new card there is nothing that it would be a copy of.
    if (before.conversationId === message.conversationId)
      expect(message.again, 'a copy says that it is one').toBe(true);
    return false;
  });
}

/** What it says, whenever it was drawn. */
function contentOf({ views: [view] }: StandingMessage): string {
  return JSON.stringify(view?.kind === 'ticketEntry' ? view.move : { ...view, step: undefined });
}

/** Below the cards every move stands once, in order; a copy only where it says so. */
function expectThread({ teams }: Agreement, ticket: Ticket): void {
  const conversations = new Set(teams.cardsOf(ticket.number).map(({ conversationId }) => conversationId));
  const entries = teams.messages.filter(
    ({ views: [view] }) => view?.kind === 'ticketEntry' && view.ticket.number === ticket.number,
  );
  for (const { to, conversationId } of entries)
    expect(
      to.kind === 'thread' && conversations.has(conversationId),
      'an entry stands below a card of its ticket',
    ).toBe(true);
  const told = withoutCopies(entries).map(({ views: [view] }) => (view as { move: TicketMove }).move);
  const moves = ticket.moves
    .slice(1)
    .filter(
      (move, index, all) =>
        !isIdle(move, all.slice(index + 1)) || told.some(({ kind, at }) => kind === 'reminded' && at === move.at),
    );
  // Nor is a thread begun anew for what is over.
  const mayEnd =
    teams.unsettled || (['closed', 'withdrawn'].includes(ticket.state) && teams.threadIsGone(ticket.number));
  expect(told, `the thread of ${ticket.number}`).toEqual(mayEnd ? moves.slice(0, told.length) : moves);
}

/** A reminder of what was taken or withdrawn before the reminder could leave. */
function isIdle({ kind }: TicketMove, later: readonly TicketMove[]): boolean {
  return kind === 'reminded' && later.some((move) => ['claimed', 'assigned', 'withdrawn'].includes(move.kind));
}

/** The requester hears of claims, replies and the resolution, in order; of nothing else. */
function expectNews({ world, teams }: Agreement, model: ModelTicket): void {
  const grace = world.person('grace').id;
  const personal = teams.messages.filter(({ to }) => to.kind === 'person');
  const told = withoutCopies(personal).flatMap(({ to, views: [view] }) => {
    expect(to).toEqual({ kind: 'person', personId: grace });
    if (view?.kind !== 'ticketNews' && view?.kind !== 'ticketReply')
      throw new Error(`The person was sent ${view?.kind}`);
    return view.ticketNumber === model.number
      ? [{ news: view.kind === 'ticketNews' ? view.news : 'reply', by: view.by.id, text: view.text ?? '' }]
      : [];
  });
  const expected = model.moves
    .flatMap((move) => newsFor(move) ?? [])
    .map(({ news, by, text = '' }) => ({ news, by, text }));
  expect(told, `what the person heard of ${model.number}`).toEqual(
    teams.unsettled ? expected.slice(0, told.length) : expected,
  );
}

function expectPrivacy({ teams }: Agreement): void {
  const personal = teams.messages.filter(({ to }) => to.kind === 'person');
  expect(JSON.stringify(personal), 'what the person was sent').not.toContain('private');
}

const actions: Partial<Record<ModelMoveKind, string>> = {
  claimed: 'claim',
  unclaimed: 'unclaim',
  assigned: 'assign',
  replied: 'reply',
  noted: 'note',
  resolved: 'resolve',
  reopened: 'reopen',
  markedUrgent: 'markUrgent',
  markedNormal: 'markNormal',
};

/** Each move of the helpdesk is in the audit once, under the name of who made it. */
async function expectAudit({ world, models }: Agreement): Promise<void> {
  const entries = await world.storage.audit.since(0, 1_000);
  const done = entries.filter(
    ({ action, result }) => action.startsWith('ticket:') && (result === 'done' || result === 'doneOnEarlierMembership'),
  );
  const expected = [...models.values()].flatMap(({ number, moves }) =>
    moves.flatMap(({ side, kind, by }) => (side === 'helpdesk' ? [`${by} ticket:${actions[kind]} ${number}`] : [])),
  );
  expect(
    done.map(({ actorId, action, objectIds }) => `${actorId} ${action} ${objectIds[0]}`).sort(),
    'the audit',
  ).toEqual(expected.sort());
}
