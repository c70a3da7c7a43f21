import type { MyRequestsView, TicketListView, ListedTicket } from '../../helpdesk/views.js';
import { requestButton, requestsButton, ticketButton, ticketsButton, type Button } from './buttons.js';
import { lines, listed, type Drawing, type CardWriter } from './card-writer.js';
import { helperName, partyName } from './ticket-words.js';
import { ago } from './time-words.js';
import type { CardData } from './templates.js';
import type { Drawers, ViewOf } from './drawers.js';

export const drawers = { ticketList: drawTicketList, myRequests: drawMyRequests, ticketDigest: drawTicketDigest } satisfies Partial<Drawers>;

/** The buttons of a row show what there is, whatever the step: the server draws the ticket as it stands. */
const anyStep = 0;

/** A page of the helpdesk's list: a few words a request, and a button to see it. */
function drawTicketList(writer: CardWriter, { filter, hours, rows, page, pages, total }: TicketListView): Drawing {
  const heading =
    filter === 'older'
      ? writer.plain('tickets.heading.older', { count: hours, total })
      : writer.plain(`tickets.heading.${filter}`, { total });
  const data = {
    kicker: pageWords(writer, page, pages),
    heading,
    paragraphs: lines(rows.length === 0 ? [writer.plain('tickets.none')] : []),
    rows: rows.map((row) => ticketRow(writer, row)),
    bar: pageButtons(writer, page, pages, (to, title) => ticketsButton({ filter, hours, page: to }, title)),
  };
  return { template: 'ticket-list', summary: heading, data };
}

/** A page of a person's own requests, in their words. */
function drawMyRequests(writer: CardWriter, { rows, page, pages, total, muted }: MyRequestsView): Drawing {
  const heading = writer.plain('myRequests.heading', { total });
  const data = {
    kicker: pageWords(writer, page, pages),
    heading,
    paragraphs: lines([
      ...(rows.length === 0 ? [writer.plain('myRequests.none')] : []),
      ...(muted ? [writer.plain('myRequests.muted')] : []),
    ]),
    rows: rows.map((row) => requestRow(writer, row)),
    bar: pageButtons(writer, page, pages, requestsButton),
  };
  return { template: 'ticket-list', summary: heading, data };
}

/** What the channel hears every working day. */
function drawTicketDigest(writer: CardWriter, { digest }: ViewOf<'ticketDigest'>): Drawing {
  const { open, unclaimed, resolved, oldest } = digest;
  const heading = writer.plain('digest.heading');
  const line = ({ number, createdAt, claimedBy }: (typeof oldest)[number]): string => {
    const who = claimedBy === undefined ? writer.plain('digest.nobody') : partyName(writer, { name: claimedBy });
    return writer.plain('listItem', {
      item: writer.plain('digest.line', { number, ago: ago(new Date(createdAt), writer.now, writer.locale), who }),
    });
  };
  const data = {
    kicker: '',
    heading,
    facts: [
      { title: writer.plain('digest.open'), value: String(open) },
      { title: writer.plain('digest.unclaimed'), value: String(unclaimed) },
      { title: writer.plain('digest.resolved'), value: String(resolved) },
    ],
    details:
      oldest.length === 0 ? [] : [{ title: writer.plain('digest.oldest'), lines: lines(listed(writer, oldest, line)) }],
    paragraphs: lines(open === 0 ? [writer.plain('digest.none')] : []),
    options: [ticketsButton({ filter: 'open', hours: 0, page: 0 }, writer.plain('digest.show'))],
  };
  return { template: 'ticket-digest', summary: heading, data };
}

function ticketRow(writer: CardWriter, row: ListedTicket): CardData {
  const { number, state, severity, requester, claimedBy, pcName, cause, createdAt, incident } = row;
  const values = { number, state: writer.plain(`tickets.state.${state}`, { name: partyName(writer, claimedBy) }) };
  const pc = writer.given(pcName) || writer.plain('tickets.noPc');
  return {
    title: writer.plain(severity === 'urgent' ? 'tickets.rowUrgent' : 'tickets.row', values),
    lines: lines([
      [partyName(writer, requester), pc, ago(new Date(createdAt), writer.now, writer.locale)].join(' · '),
      [
        cause ? writer.tree(cause.title) : writer.plain('tickets.noCause'),
        ...(incident === undefined ? [] : [writer.plain('tickets.incident', { number: incident })]),
      ].join(' · '),
    ]),
    button: ticketButton({ number, step: anyStep }, 'show', writer.plain('tickets.show', { number })),
  };
}

function requestRow(writer: CardWriter, { number, state, severity, claimedBy, pcName, createdAt }: ListedTicket): CardData {
  const pc = writer.given(pcName);
  return {
    title: writer.plain(severity === 'urgent' ? 'myRequests.rowUrgent' : 'myRequests.row', { number }),
    lines: lines([
      writer.plain(`request.state.${state}`, { name: helperName(writer, claimedBy) }),
      [...(pc === '' ? [] : [pc]), ago(new Date(createdAt), writer.now, writer.locale)].join(' · '),
    ]),
    button: requestButton({ number, step: anyStep }, 'show', writer.plain('tickets.show', { number })),
  };
}

function pageWords(writer: CardWriter, page: number, pages: number): string {
  return pages > 1 ? writer.plain('tickets.page', { page: page + 1, pages }) : '';
}

function pageButtons(
  writer: CardWriter,
  page: number,
  pages: number,
  to: (page: number, title: string) => Button,
): readonly Button[] {
  return [
    ...(page > 0 ? [to(page - 1, writer.plain('tickets.previous'))] : []),
    ...(page + 1 < pages ? [to(page + 1, writer.plain('tickets.next'))] : []),
  ];
}
