import type { TicketActionKind } from '../../helpdesk/life-cycle.js';
import type { Party, ResolvedCause, Ticket, TicketMove } from '../../helpdesk/ticket.js';
import type { TicketRemark } from '../../helpdesk/views.js';
import { isTextKey } from '../../text/sentences.js';
import { cut } from './escape.js';
import { unmarked } from './marked.js';
import type { Pen } from './pen.js';
import { clientTime } from './time-words.js';

/** Characters of a text that the history tells again; the whole of it stands in the thread. Ours. */
const retold = 200;

/** What to call somebody in a sentence. A name that is gone is said to be not known. */
export function partyName(pen: Pen, party: Pick<Party, 'name'> | undefined): string {
  const given = pen.given(party?.name ?? '');
  return given === '' ? pen.plain('notKnown') : given;
}

/** The same for the title of a button. */
export function plainParty(pen: Pen, party: Pick<Party, 'name'> | undefined): string {
  return cut(unmarked(partyName(pen, party)), 60);
}

/** Somebody of the helpdesk as the requester reads of them; a name that is gone makes no hole in the sentence. */
export function helperName(pen: Pen, party: Pick<Party, 'name'> | undefined): string {
  const given = pen.given(party?.name ?? '');
  return given === '' ? pen.plain('request.somebody') : given;
}

/** Where the ticket stands, as the helpdesk reads it, without the full stop. */
export function stateWords(pen: Pen, { state, claimedBy, requester, moves }: Ticket): string {
  switch (state) {
    case 'open':
      return pen.plain('ticket.state.open');
    case 'claimed':
      return pen.plain('ticket.state.claimed', { name: partyName(pen, claimedBy) });
    case 'waiting': {
      const asked = moves.findLast((move) => move.kind === 'replied' && move.waits);
      const when = asked ? clientTime(asked.at) : pen.plain('notKnown');
      return pen.plain('ticket.state.waiting', {
        requester: partyName(pen, requester),
        when,
        name: partyName(pen, claimedBy),
      });
    }
    case 'resolved':
      return resolvedWords(pen, moves);
    case 'closed':
      return pen.plain('ticket.state.closed', { resolved: resolvedWords(pen, moves) });
    case 'withdrawn':
      return pen.plain('ticket.state.withdrawn');
  }
}

function resolvedWords(pen: Pen, moves: readonly TicketMove[]): string {
  const last = lastResolved(moves);
  const cause = last && causeWords(pen, last);
  const name = partyName(pen, last?.by);
  return cause === undefined
    ? pen.plain('ticket.state.resolved', { name })
    : pen.plain('ticket.state.resolvedAs', { name, cause });
}

/** How it was resolved the last time. */
export function lastResolved(moves: readonly TicketMove[]): Extract<TicketMove, { kind: 'resolved' }> | undefined {
  return moves.findLast((move) => move.kind === 'resolved');
}

/** What it was in the end; undefined in tickets of before causes were picked. */
export function causeWords(
  pen: Pen,
  { cause, text }: { readonly cause?: ResolvedCause; readonly text?: string },
): string | undefined {
  if (cause) return pen.tree(cause.title);
  return text === undefined ? undefined : pen.plain('ticket.anotherCause');
}

/** One line of the history on the helpdesk's card, with the beginning of what was written. */
export function moveWords(pen: Pen, move: TicketMove): string {
  const { kind, by, at } = move;
  const values = {
    when: clientTime(at),
    name: partyName(pen, by),
    to: move.kind === 'assigned' ? partyName(pen, move.to) : '',
  };
  const line = pen.plain(
    kind === 'closed' && by.id === '' ? 'ticket.move.closedByItself' : `ticket.move.${kind}`,
    values,
  );
  const text = 'text' in move ? pen.written(cut(move.text ?? '', retold)) : '';
  return text === '' ? line : pen.plain('fact.other', { name: line, value: text });
}

/** The words of the buttons for what is possible, so that the sentence and the card say the same. */
export function possibleWords(
  pen: Pen,
  possible: readonly TicketActionKind[],
  whose: 'ticketAction' | 'requestAction',
): string {
  return possible
    .flatMap((kind) => {
      const key = `${whose}.${kind}`;
      return isTextKey(key) ? [pen.plain(key)] : [];
    })
    .join(', ');
}

/** What stands above the helpdesk's card or form when a press did nothing. */
export function remarkWords(pen: Pen, ticket: Ticket, remark: TicketRemark | undefined): string {
  if (remark === undefined) return '';
  if (remark.kind !== 'notPossible') return pen.plain(`ticketRemark.${remark.kind}`);
  const state = stateWords(pen, ticket);
  const possible = possibleWords(pen, remark.possible, 'ticketAction');
  const words =
    possible === ''
      ? pen.plain('ticketRemark.nothingPossible', { state })
      : pen.plain('ticketRemark.notPossible', { state, possible });
  return withUnsent(pen, words, remark.text);
}

/** What somebody wrote along with a press that came to nothing is given back to them. */
export function withUnsent(pen: Pen, words: string, text = ''): string {
  const unsent = pen.told(text);
  return unsent === '' ? words : `${words}\n\n${pen.plain('ticketRemark.unsent', { text: unsent })}`;
}
