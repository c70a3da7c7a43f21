import type { Party, Ticket, TicketMove } from '../../helpdesk/ticket.js';
import { cut, escapeMention } from './escape.js';
import type { CardWriter } from './card-writer.js';
import { causeWords, partyName } from './ticket-words.js';
import { duration } from './time-words.js';
import type { Drawers, MarkdownMessage, Mentioned, ViewOf } from './drawers.js';

export const drawers = { ticketEntry: writeTicketEntry } satisfies Partial<Drawers>;

/** One move, told below the card. What somebody wrote comes last, so that no sentence of ours can be mistaken for it. */
function writeTicketEntry(
  writer: CardWriter,
  { ticket, move, mention }: ViewOf<'ticketEntry'>,
): MarkdownMessage {
  const people = mention.filter(({ id }, index) => mention.findIndex((other) => other.id === id) === index);
  const called = people.map((party) => callOf(writer, party, namesakes(writer, people, party)));
  const text = [called.map((call) => call.text).join(', '), moveText(writer, ticket, move)]
    .filter((part) => part !== '')
    .join(': ');
  return { text, mentions: called.flatMap(({ mentioned }) => mentioned ?? []) };
}

/** Teams tells mentions of one message apart by their text, so two of one name need their addresses. */
function namesakes(writer: CardWriter, people: readonly Party[], party: Party): boolean {
  const name = ({ id }: Party): string | undefined => writer.accounts.get(id)?.name;
  return people.some((other) => other.id !== party.id && name(other) === name(party));
}

/** By a mention where Teams knows the person, else by name. */
function callOf(
  writer: CardWriter,
  party: Party,
  withAddress: boolean,
): { readonly text: string; readonly mentioned?: Mentioned } {
  const account = writer.accounts.get(party.id);
  if (!account) return { text: `**${partyName(writer, party)}**` };
  const name = cut(account.name || party.name || writer.plain('notKnown'), 100);
  const shown = escapeMention(withAddress ? `${name} (${party.userPrincipalName})` : name) || writer.plain('notKnown');
  const text = `<at>${shown}</at>`;
  return { text, mentioned: { text, id: account.id, name } };
}

function moveText(writer: CardWriter, ticket: Ticket, move: TicketMove): string {
  const name = partyName(writer, move.by);
  switch (move.kind) {
    case 'opened':
      return writer.plain(wasSentUrgent(ticket) ? 'entry.openedUrgent' : 'entry.opened', { name });
    case 'assigned':
      return writer.plain('entry.assigned', { name, to: partyName(writer, move.to) });
    case 'replied': {
      const to = partyName(writer, ticket.requester);
      const untold = move.told ? [] : [writer.plain('entry.notTold', { to })];
      return paragraphs(
        ...untold,
        writer.plain(move.waits ? 'entry.repliedWaits' : 'entry.replied', { name, to }),
        writer.told(move.text),
      );
    }
    case 'noted':
    case 'commented':
      return paragraphs(writer.plain(`entry.${move.kind}`, { name }), writer.told(move.text));
    case 'resolved':
      return resolvedText(writer, move);
    case 'reopened': {
      const said = writer.plain(move.by.id === ticket.requester.id ? 'entry.stillNot' : 'entry.reopened', { name });
      const text = writer.told(move.text);
      return text === '' ? said : paragraphs(writer.plain('entry.withText', { said }), text);
    }
    case 'closed':
      return writer.plain(move.by.id === '' ? 'entry.closedByItself' : 'entry.closed', { name });
    case 'reminded':
      return writer.plain('entry.reminded', {
        number: ticket.number,
        time: duration(unclaimedMs(ticket, move), writer.locale),
      });
    default:
      return writer.plain(`entry.${move.kind}`, { name });
  }
}

function resolvedText(writer: CardWriter, move: Extract<TicketMove, { kind: 'resolved' }>): string {
  const name = partyName(writer, move.by);
  const cause = causeWords(writer, move);
  const text = writer.told(move.text ?? '');
  const resolved =
    cause === undefined ? writer.plain('entry.resolved', { name }) : writer.plain('entry.resolvedAs', { name, cause });
  return text === '' ? resolved : `${resolved} ${writer.plain('entry.done', { text })}`;
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
