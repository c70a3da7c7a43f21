import { isDeepStrictEqual } from 'node:util';
import type { Ticket } from '../../../src/helpdesk/ticket.js';

/** What a person sent and was told about it. */
export interface Sent {
  readonly note: string;
  readonly ticketNumber: number;
}

/** What a helpdesk person did and was shown as done. */
export interface Done {
  readonly ticketNumber: number;
  readonly move: Ticket['moves'][number]['kind'];
}

export function lostTickets(sent: readonly Sent[], tickets: readonly Ticket[]): readonly string[] {
  return sent.filter(({ note }) => !tickets.some((ticket) => ticket.report.form.note === note)).map(({ note }) => `No ticket has the note "${note}"`);
}

export function doubledTickets(tickets: readonly Ticket[]): readonly string[] {
  return repeated(tickets.map(({ report }) => report.form.note)).map((note) => `More than one ticket has the note "${note}"`);
}

export function ticketsNobodySent(sent: readonly Sent[], tickets: readonly Ticket[]): readonly string[] {
  return tickets.filter(({ report }) => !sent.some(({ note }) => note === report.form.note)).map(({ number }) => `Nobody sent ticket ${number}`);
}

export function repeatedNumbers(tickets: readonly Ticket[]): readonly string[] {
  return repeated(tickets.map(({ number }) => number)).map((number) => `More than one ticket has the number ${number}`);
}

export function wrongNumbersTold(sent: readonly Sent[], tickets: readonly Ticket[]): readonly string[] {
  return sent.flatMap(({ note, ticketNumber }) => {
    const ticket = tickets.find(({ report }) => report.form.note === note);
    return ticket && ticket.number !== ticketNumber ? [`Whoever sent "${note}" was told ${ticketNumber}, and it is ${ticket.number}`] : [];
  });
}

/** As many moves of each kind as somebody was shown as done, whoever pressed how often. */
export function lostOrDoubledMoves(done: readonly Done[], tickets: readonly Ticket[]): readonly string[] {
  return tickets.flatMap(({ number, moves }) => {
    const shown = done.filter(({ ticketNumber }) => ticketNumber === number).map(({ move }) => move);
    const kept = moves.map(({ kind }) => kind).filter((kind) => kind !== 'opened');
    return isDeepStrictEqual(shown, kept) ? [] : [`Ticket ${number} was shown as ${shown.join(', ')}, and is ${kept.join(', ')}`];
  });
}

function repeated<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
