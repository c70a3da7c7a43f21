import type { View } from '../../src/assistant/views.js';
import type { Attempt, Destination } from '../../src/helpdesk/ports.js';
import type { FakeTeams } from './world.js';

/** What Teams does to attempts while it is not well. `unknownTaken`: the message stands there, the answer was lost. */
export type Trouble = 'retry' | 'wait' | 'noDestination' | 'unknownTaken' | 'unknownLost';

/** A message that stands (or stood) in Teams, with everything it has shown. */
export interface StandingMessage {
  readonly id: string;
  readonly conversationId: string;
  readonly to: Destination;
  readonly again: boolean;
  /** It stands here, and the answer that said so was lost. */
  readonly doubted: boolean;
  readonly views: View[];
  deleted: boolean;
  /** Somebody tried to replace it after it was deleted. */
  missed: boolean;
}

export type TeamsWithMemory = ReturnType<typeof teamsWithMemory>;

/** Stands in for Teams: messages keep their ids, can be deleted, and answers can be late or lost. */
export function teamsWithMemory(teams: FakeTeams) {
  const messages: StandingMessage[] = [];
  const goneThreads = new Set<string>();
  const problems: string[] = [];
  /** Messages of which an attempt may have been taken, and none was surely taken since. */
  const uncertain = new Map<string, 'post' | 'update'>();
  const doubtedTickets = new Set<number | undefined>();
  let trouble: { readonly kind: Trouble; readonly reaches: Destination['kind'] | 'all'; left: number } | undefined;
  let unsettled = false;

  function take(to: Destination, view: View, again: boolean, doubted: boolean): StandingMessage {
    const id = `m${messages.length + 1}`;
    const conversationId =
      to.kind === 'channel'
        ? `${to.channelId};messageid=${id}`
        : to.kind === 'thread'
          ? to.conversationId
          : `chat-${to.personId}`;
    const message: StandingMessage = {
      id,
      conversationId,
      to,
      again,
      doubted,
      views: [structuredClone(view)],
      deleted: false,
      missed: false,
    };
    messages.push(message);
    return message;
  }

  /** The answer that trouble gives; undefined = none, it goes as it should. */
  function troubled(reached: Destination['kind'], arrive: () => unknown): Attempt | undefined {
    if (!trouble || (trouble.reaches !== 'all' && trouble.reaches !== reached)) return undefined;
    const { kind } = trouble;
    trouble.left -= 1;
    if (trouble.left <= 0) trouble = undefined;
    unsettled = true;
    switch (kind) {
      case 'retry':
        return { kind, afterMs: 5_000, reason: '429' };
      case 'wait':
        return { kind, afterMs: 2_000 };
      case 'noDestination':
        return { kind, reason: 'no service URL' };
      case 'unknownTaken':
        arrive();
        return { kind: 'unknown', afterMs: 5_000, reason: '502 after it was taken' };
      case 'unknownLost':
        return { kind: 'unknown', afterMs: 5_000, reason: '502' };
    }
  }

  /** Whether the card above the thread shows the move, as far as there is one. */
  function standsOnCard(to: Destination, { move }: View & { kind: 'ticketEntry' }): boolean {
    const card = messages.find(
      ({ conversationId, deleted }) => to.kind === 'thread' && conversationId === to.conversationId && !deleted,
    );
    const shown = card?.views.at(-1);
    return (
      shown?.kind !== 'ticketCard' || shown.ticket.moves.some((each) => JSON.stringify(each) === JSON.stringify(move))
    );
  }

  teams.post = async (to, view, { again }) => {
    const key = keyOf(to, view);
    const doubt = uncertain.get(key);
    // A card and what stands below it are sent anew as one: of a ticket whose messages were in doubt, a mark too many is right.
    if (again && doubt === undefined && !doubtedTickets.has(ticketOf(view)))
      problems.push(`"(again)" on what was never in doubt: ${key}`);
    if (!again && doubt === 'post') problems.push(`no "(again)" on what may have arrived: ${key}`);
    if (to.kind === 'thread' && goneThreads.has(to.conversationId)) return { kind: 'gone', reason: '404' };
    if (view.kind === 'ticketEntry' && !standsOnCard(to, view)) problems.push(`told before its card shows it: ${key}`);
    const answer = troubled(to.kind, () => take(to, view, again, true));
    if (answer) {
      if (answer.kind === 'unknown') {
        uncertain.set(key, 'post');
        if (to.kind !== 'person') doubtedTickets.add(ticketOf(view));
      }
      return answer;
    }
    uncertain.delete(key);
    const { id, conversationId } = take(to, view, again, false);
    return { kind: 'sent', card: { activityId: id, conversationId } };
  };

  teams.update = async ({ activityId, conversationId }, view) => {
    const message = messages.find(({ id }) => id === activityId);
    // A message of somebody's own chat that this stand-in did not post is simply there.
    if (!message) return { kind: 'sent', card: { activityId, conversationId } };
    if (message.deleted) {
      message.missed = true;
      return { kind: 'gone', reason: '404' };
    }
    const key = keyOf(message.to, view);
    const answer = troubled('channel', () => message.views.push(structuredClone(view)));
    if (answer) {
      if (answer.kind === 'unknown') {
        if (!uncertain.has(key)) uncertain.set(key, 'update');
        doubtedTickets.add(ticketOf(view));
      }
      return answer;
    }
    uncertain.delete(key);
    message.views.push(structuredClone(view));
    return { kind: 'sent', card: { activityId, conversationId: message.conversationId } };
  };

  return {
    messages,
    /** What no messenger should have been asked to do. */
    problems,
    /** The next attempts fail. */
    falls(kind: Trouble, reaches: Destination['kind'] | 'all', attempts: number): void {
      trouble = { kind, reaches, left: attempts };
    },
    /** All is well again; whether something still waits for its next attempt is for the caller to wait out. */
    recovers(): void {
      trouble = undefined;
    },
    /** Something was not taken at once, so that what follows it may still be on its way. */
    get unsettled(): boolean {
      return unsettled;
    },
    waitedOut(): void {
      unsettled = false;
    },
    cardsOf: (number: number) =>
      messages.filter(({ views: [first] }) => first?.kind === 'ticketCard' && first.ticket.number === number),
    threadIsGone(number: number): boolean {
      return goneThreads.has(this.cardsOf(number).at(-1)?.conversationId ?? '');
    },
    /** Somebody deletes the newest card of a ticket in the channel, with or without what stands below it. */
    deletesCard(number: number, withThread: boolean): void {
      const card = this.cardsOf(number).at(-1);
      if (!card) return;
      card.deleted = true;
      if (withThread) goneThreads.add(card.conversationId);
    },
  };
}

/** What makes two attempts attempts at the same message. */
function keyOf(to: Destination, view: View): string {
  switch (view.kind) {
    case 'ticketCard':
      return `card of ${view.ticket.number}`;
    case 'ticketEntry':
      return `entry of ${view.ticket.number} ${JSON.stringify([to, view.move])}`;
    default:
      // The step is the one at which it was drawn: it may have moved on between two attempts.
      return JSON.stringify([to, { ...view, step: undefined }]);
  }
}

function ticketOf(view: View): number | undefined {
  if (view.kind === 'ticketPaste') return view.ticketNumber;
  return view.kind === 'ticketCard' || view.kind === 'ticketEntry' ? view.ticket.number : -1;
}
