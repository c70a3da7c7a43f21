import type { TicketActionKind } from '../../helpdesk/life-cycle.js';
import type { Party, ResolvedCause, Ticket, TicketMove } from '../../helpdesk/ticket.js';
import type { TicketRemark } from '../../helpdesk/views.js';
import { isTextKey } from '../../text/sentences.js';
import { cut } from './escape.js';
import { unmarked } from './marked.js';
import type { CardWriter } from './card-writer.js';
import { clientTime } from './time-words.js';

/** Characters of a text that the history tells again; the whole of it stands in the thread. */
const retold = 200;

/** What to call somebody in a sentence. A name that is gone is said to be not known. */
export function partyName(writer: CardWriter, party: Pick<Party, 'name'> | undefined): string {
  const given = writer.given(party?.name ?? '');
  return given === '' ? writer.plain('notKnown') : given;
}

/** The same for the title of a button. */
export function plainParty(writer: CardWriter, party: Pick<Party, 'name'> | undefined): string {
  return cut(unmarked(partyName(writer, party)), 60);
}

/** Somebody of the helpdesk as the requester reads of them; a name that is gone makes no hole in the sentence. */
export function helperName(writer: CardWriter, party: Pick<Party, 'name'> | undefined): string {
  const given = writer.given(party?.name ?? '');
  return given === '' ? writer.plain('request.somebody') : given;
}

/** Where the ticket stands, as the helpdesk reads it, without the full stop. */
export function stateWords(writer: CardWriter, { state, claimedBy, requester, moves }: Ticket): string {
  switch (state) {
    case 'open':
      return writer.plain('ticket.state.open');
    case 'claimed':
      return writer.plain('ticket.state.claimed', { name: partyName(writer, claimedBy) });
    case 'waiting': {
      const asked = moves.findLast((move) => move.kind === 'replied' && move.waits);
      const when = asked ? clientTime(asked.at) : writer.plain('notKnown');
      return writer.plain('ticket.state.waiting', {
        requester: partyName(writer, requester),
        when,
        name: partyName(writer, claimedBy),
      });
    }
    case 'resolved':
      return resolvedWords(writer, moves);
    case 'closed':
      return writer.plain('ticket.state.closed', { resolved: resolvedWords(writer, moves) });
    case 'withdrawn':
      return writer.plain('ticket.state.withdrawn');
  }
}

function resolvedWords(writer: CardWriter, moves: readonly TicketMove[]): string {
  const last = lastResolved(moves);
  const cause = last && causeWords(writer, last);
  const name = partyName(writer, last?.by);
  return cause === undefined
    ? writer.plain('ticket.state.resolved', { name })
    : writer.plain('ticket.state.resolvedAs', { name, cause });
}

/** How it was resolved the last time. */
export function lastResolved(moves: readonly TicketMove[]): Extract<TicketMove, { kind: 'resolved' }> | undefined {
  return moves.findLast((move) => move.kind === 'resolved');
}

/** What it was in the end; undefined in tickets of before causes were picked. */
export function causeWords(
  writer: CardWriter,
  { cause, text }: { readonly cause?: ResolvedCause; readonly text?: string },
): string | undefined {
  if (cause) return writer.tree(cause.title);
  return text === undefined ? undefined : writer.plain('ticket.anotherCause');
}

/** One line of the history on the helpdesk's card, with the beginning of what was written. */
export function moveWords(writer: CardWriter, move: TicketMove): string {
  const { kind, by, at } = move;
  const values = {
    when: clientTime(at),
    name: partyName(writer, by),
    to: move.kind === 'assigned' ? partyName(writer, move.to) : '',
  };
  const line = writer.plain(
    kind === 'closed' && by.id === '' ? 'ticket.move.closedByItself' : `ticket.move.${kind}`,
    values,
  );
  const text = 'text' in move ? writer.written(cut(move.text ?? '', retold)) : '';
  return text === '' ? line : writer.plain('fact.other', { name: line, value: text });
}

/** The words of the buttons for what is possible, so that the sentence and the card say the same. */
export function possibleWords(
  writer: CardWriter,
  possible: readonly TicketActionKind[],
  whose: 'ticketAction' | 'requestAction',
): string {
  return possible
    .flatMap((kind) => {
      const key = `${whose}.${kind}`;
      return isTextKey(key) ? [writer.plain(key)] : [];
    })
    .join(', ');
}

/** What stands above the helpdesk's card or form when a press did nothing. */
export function remarkWords(writer: CardWriter, ticket: Ticket, remark: TicketRemark | undefined): string {
  if (remark === undefined) return '';
  if (remark.kind !== 'notPossible') return writer.plain(`ticketRemark.${remark.kind}`);
  const state = stateWords(writer, ticket);
  const possible = possibleWords(writer, remark.possible, 'ticketAction');
  const words =
    possible === ''
      ? writer.plain('ticketRemark.nothingPossible', { state })
      : writer.plain('ticketRemark.notPossible', { state, possible });
  return withUnsent(writer, words, remark.text);
}

/** What somebody wrote along with a press that came to nothing is given back to them. */
export function withUnsent(writer: CardWriter, words: string, text = ''): string {
  const unsent = writer.told(text);
  return unsent === '' ? words : `${words}\n\n${writer.plain('ticketRemark.unsent', { text: unsent })}`;
}
