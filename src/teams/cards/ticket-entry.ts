import type { Party, Ticket, TicketMove } from '../../helpdesk/ticket.js';
import { cut, escapeMention } from './escape.js';
import type { Pen } from './pen.js';
import { causeWords, partyName } from './ticket-words.js';
import { duration } from './time-words.js';
import type { Drawers, Entry, Mentioned, ViewOf } from './drawers.js';

export const drawers = { ticketEntry: writeTicketEntry } satisfies Partial<Drawers>;

/** One move, told below the card. What somebody wrote comes last, so that no sentence of ours can be mistaken for it. */
function writeTicketEntry(
  pen: Pen,
  { ticket, move, mention }: ViewOf<'ticketEntry'>,
): Entry {
  const people = mention.filter(({ id }, index) => mention.findIndex((other) => other.id === id) === index);
  const called = people.map((party) => callOf(pen, party, namesakes(pen, people, party)));
  const text = [called.map((call) => call.text).join(', '), moveText(pen, ticket, move)]
    .filter((part) => part !== '')
    .join(': ');
  return { text, mentions: called.flatMap(({ mentioned }) => mentioned ?? []) };
}

/** Teams tells mentions of one message apart by their text, so two of one name need their addresses. */
function namesakes(pen: Pen, people: readonly Party[], party: Party): boolean {
  const name = ({ id }: Party): string | undefined => pen.accounts.get(id)?.name;
  return people.some((other) => other.id !== party.id && name(other) === name(party));
}

/** By a mention where Teams knows the person, else by name. */
function callOf(
  pen: Pen,
  party: Party,
  withAddress: boolean,
): { readonly text: string; readonly mentioned?: Mentioned } {
  const account = pen.accounts.get(party.id);
  if (!account) return { text: `**${partyName(pen, party)}**` };
  const name = cut(account.name || party.name || pen.plain('notKnown'), 100);
  const shown = escapeMention(withAddress ? `${name} (${party.userPrincipalName})` : name) || pen.plain('notKnown');
  const text = `<at>${shown}</at>`;
  return { text, mentioned: { text, id: account.id, name } };
}

function moveText(pen: Pen, ticket: Ticket, move: TicketMove): string {
  const name = partyName(pen, move.by);
  switch (move.kind) {
    case 'opened':
      return pen.plain(wasSentUrgent(ticket) ? 'entry.openedUrgent' : 'entry.opened', { name });
    case 'assigned':
      return pen.plain('entry.assigned', { name, to: partyName(pen, move.to) });
    case 'replied': {
      const to = partyName(pen, ticket.requester);
      const untold = move.told ? [] : [pen.plain('entry.notTold', { to })];
      return paragraphs(
        ...untold,
        pen.plain(move.waits ? 'entry.repliedWaits' : 'entry.replied', { name, to }),
        pen.told(move.text),
      );
    }
    case 'noted':
    case 'commented':
      return paragraphs(pen.plain(`entry.${move.kind}`, { name }), pen.told(move.text));
    case 'resolved':
      return resolvedText(pen, move);
    case 'reopened': {
      const said = pen.plain(move.by.id === ticket.requester.id ? 'entry.stillNot' : 'entry.reopened', { name });
      const text = pen.told(move.text);
      return text === '' ? said : paragraphs(pen.plain('entry.withText', { said }), text);
    }
    case 'closed':
      return pen.plain(move.by.id === '' ? 'entry.closedByItself' : 'entry.closed', { name });
    case 'reminded':
      return pen.plain('entry.reminded', {
        number: ticket.number,
        time: duration(unclaimedMs(ticket, move), pen.locale),
      });
    default:
      return pen.plain(`entry.${move.kind}`, { name });
  }
}

function resolvedText(pen: Pen, move: Extract<TicketMove, { kind: 'resolved' }>): string {
  const name = partyName(pen, move.by);
  const cause = causeWords(pen, move);
  const text = pen.told(move.text ?? '');
  const resolved =
    cause === undefined ? pen.plain('entry.resolved', { name }) : pen.plain('entry.resolvedAs', { name, cause });
  return text === '' ? resolved : `${resolved} ${pen.plain('entry.done', { text })}`;
}

function wasSentUrgent({ severity, moves }: Ticket): boolean {
  return severity === 'urgent' && !moves.some(({ kind }) => kind === 'markedUrgent');
}

/** How long it has been nobody's when it was reminded of. */
function unclaimedMs({ moves, createdAt }: Ticket, { at }: TicketMove): number {
  const since =
    moves.findLast((move) => move.at < at && (move.kind === 'unclaimed' || move.kind === 'reopened'))?.at ?? createdAt;
  return Date.parse(at) - Date.parse(since);
}

function paragraphs(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}
