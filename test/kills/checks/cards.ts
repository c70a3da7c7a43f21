import { isDeepStrictEqual } from 'node:util';
import { portalLinks } from '../../../src/directory/portal-links.js';
import { hasEnded, type PostedCard, type Ticket } from '../../../src/helpdesk/ticket.js';
import { renderView } from '../../../src/teams/cards/render-view.js';
import { clientTime } from '../../../src/teams/cards/time-words.js';
import { sentences } from '../../../src/text/sentences.js';
import { visibleTexts } from '../../support/check-card.js';

/** A ticket as the database has it at the end, with the message that it remembers as its card. */
export interface KeptTicket {
  readonly ticket: Ticket;
  readonly card: PostedCard | undefined;
}

/** What a message in the channel showed, one after the other in the order it was taken. */
export interface Shown {
  readonly ticketNumber: number;
  readonly conversationId: string;
  readonly activityId: string;
  readonly card: unknown;
  readonly again: boolean;
}

const say = sentences('en');

/** Where the bot links to when nothing else is configured. */
export const portal = portalLinks('https://entra.microsoft.com');

/**
 * The card that the database remembers was posted and shows the ticket as it is at the end. One that ended before anything was posted needs none.
 * @param drawnAlike false: another version drew some, and what counts is that as many moves can be read
 */
export function staleCards(kept: readonly KeptTicket[], shown: readonly Shown[], drawnAlike = true): readonly string[] {
  return kept.flatMap(({ ticket, card }) => {
    const last = shown.findLast(
      (each) => each.conversationId === card?.conversationId && each.activityId === card.activityId,
    );
    if (!last && card === undefined && hasEnded(ticket))
      return shown.some(({ ticketNumber }) => ticketNumber === ticket.number)
        ? [`The channel shows ticket ${ticket.number} as it was, and nobody keeps that card`]
        : [];
    if (!last) return [`The card that ticket ${ticket.number} remembers is not in the channel`];
    const right = cardOf(ticket, last.again);
    const same =
      isDeepStrictEqual(last.card, right) || (!drawnAlike && movesOn(last.card, ticket) === movesOn(right, ticket));
    return same ? [] : [`The card of ticket ${ticket.number} does not show its last state`];
  });
}

/** No card forgets a move that it showed before. */
export function cardsThatWentBack(kept: readonly KeptTicket[], shown: readonly Shown[]): readonly string[] {
  return kept.flatMap(({ ticket, card }) => {
    const known = shown
      .filter((each) => each.conversationId === card?.conversationId)
      .map((each) => movesOn(each.card, ticket));
    return known.some((moves, index) => moves < (known[index - 1] ?? 0))
      ? [`The card of ticket ${ticket.number} went back: ${known.join(', ')} moves`]
      : [];
  });
}

function cardOf(ticket: Ticket, again: boolean): unknown {
  // The card tells times by the client's clock, so any time of drawing gives the same.
  const rendered = renderView({ kind: 'ticketCard', ticket }, { locale: 'en', now: new Date(0), again, portal });
  return rendered.kind === 'card' ? (JSON.parse(JSON.stringify(rendered.card)) as unknown) : undefined;
}

function movesOn(card: unknown, { moves }: Ticket): number {
  const words = visibleTexts(card as object).join('\n');
  return moves.filter((move) => {
    const to = move.kind === 'assigned' ? move.to.name : '';
    return words.includes(say(`ticket.move.${move.kind}`, { when: clientTime(move.at), name: move.by.name, to }));
  }).length;
}
