import type { Ticket, TicketMove } from '../../../src/helpdesk/ticket.js';

/** What a person sent and was told about it. */
export interface Sent {
  readonly note: string;
  readonly ticketNumber: number;
}

/** What somebody did and was shown as done: what they typed is in no other text, `to` is whom they assigned it to. */
export interface Done {
  readonly ticketNumber: number;
  readonly move: TicketMove['kind'];
  readonly personId: string;
  readonly text?: string;
  readonly to?: string;
}

export function lostTickets(sent: readonly Sent[], tickets: readonly Ticket[]): readonly string[] {
  return sent
    .filter(({ note }) => !tickets.some((ticket) => ticket.report.form.note === note))
    .map(({ note }) => `No ticket has the note "${note}"`);
}

export function doubledTickets(tickets: readonly Ticket[]): readonly string[] {
  return repeated(tickets.map(({ report }) => report.form.note)).map(
    (note) => `More than one ticket has the note "${note}"`,
  );
}

export function ticketsNobodySent(sent: readonly Sent[], tickets: readonly Ticket[]): readonly string[] {
  return tickets
    .filter(({ report }) => !sent.some(({ note }) => note === report.form.note))
    .map(({ number }) => `Nobody sent ticket ${number}`);
}

export function repeatedNumbers(tickets: readonly Ticket[]): readonly string[] {
  return repeated(tickets.map(({ number }) => number)).map((number) => `More than one ticket has the number ${number}`);
}

export function wrongNumbersTold(sent: readonly Sent[], tickets: readonly Ticket[]): readonly string[] {
  return sent.flatMap(({ note, ticketNumber }) => {
    const ticket = tickets.find(({ report }) => report.form.note === note);
    return ticket && ticket.number !== ticketNumber
      ? [`Whoever sent "${note}" was told ${ticketNumber}, and it is ${ticket.number}`]
      : [];
  });
}

/**
 * Each press that somebody was shown as done made one move, and nothing else did, whoever pressed how often; time moves tickets as
 * well. `refused`: a press with a text or a name, or that withdraws, holds whenever it arrives; a copy of it that came later may
 * have been possible by then, though the first was refused.
 */
export function lostOrDoubledMoves(
  done: readonly Done[],
  tickets: readonly Ticket[],
  refused: readonly Done[] = [],
): readonly string[] {
  return tickets.flatMap(({ number, moves }) => {
    const shown = done
      .filter(({ ticketNumber }) => ticketNumber === number)
      .map(({ move, personId, text, to }) => describe(move, personId, text, to));
    const mayBe = refused
      .filter(({ ticketNumber }) => ticketNumber === number)
      .map(({ move, personId, text, to }) => describe(move, personId, text, to));
    const kept = moves
      .filter(({ kind, by }) => kind !== 'opened' && by.id !== '')
      .map((move) => describe(move.kind, move.by.id, textOf(move), toOf(move)));
    return [
      ...without(shown, kept).map((move) => `Ticket ${number} was shown as ${move}, and is not`),
      ...without(kept, [...shown, ...mayBe]).map(
        (move) => `Ticket ${number} is ${move}, and nobody was shown that, or not twice`,
      ),
    ];
  });
}

/** A press that was delivered again counts once, and of all texts no two are the same. */
export function movesTakenTwice(tickets: readonly Ticket[]): readonly string[] {
  const presses = tickets.flatMap(({ number, moves }) =>
    moves.flatMap((move) =>
      move.fromStep === undefined
        ? []
        : [`${describe(move.kind, move.by.id, textOf(move), toOf(move))} at step ${move.fromStep} of ticket ${number}`],
    ),
  );
  const texts = tickets.flatMap(({ moves }) => moves.flatMap((move) => textOf(move) ?? []));
  return [
    ...repeated(presses).map((press) => `A press was taken twice: ${press}`),
    ...repeated(texts).map((text) => `"${text}" was taken twice`),
  ];
}

/** What the helpdesk writes for itself: notes, and why it opened a request again. `told` is all that the requesters read. */
export function notesTold(tickets: readonly Ticket[], told: readonly unknown[]): readonly string[] {
  const words = told.map((each) => JSON.stringify(each));
  return tickets.flatMap(({ number, requester, moves }) =>
    moves.flatMap((move) => {
      const text =
        move.kind === 'noted' || (move.kind === 'reopened' && move.by.id !== requester.id) ? textOf(move) : undefined;
      return text !== undefined && words.some((each) => each.includes(text))
        ? [`A private text of ticket ${number} was told to a requester: "${text}"`]
        : [];
    }),
  );
}

function describe(
  move: TicketMove['kind'],
  personId: string,
  text: string | undefined,
  to: string | undefined,
): string {
  return [
    move,
    'by',
    personId,
    ...(to === undefined ? [] : ['to', to]),
    ...(text === undefined ? [] : [`"${text}"`]),
  ].join(' ');
}

function textOf(move: TicketMove): string | undefined {
  return 'text' in move && move.text !== '' ? move.text : undefined;
}

function toOf(move: TicketMove): string | undefined {
  return move.kind === 'assigned' ? move.to.id : undefined;
}

/** Those of the first list that the second does not have, or not as often. */
function without(list: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return list.filter((each) => {
    const index = left.indexOf(each);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

function repeated<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
