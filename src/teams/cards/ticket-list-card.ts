import type { MyRequestsView, TicketListView, TicketRow } from '../../helpdesk/views.js';
import { requestButton, requestsButton, ticketButton, ticketsButton, type Button } from './buttons.js';
import { lines, listed, type Drawing, type Pen } from './pen.js';
import { helperName, partyName } from './ticket-words.js';
import { ago } from './time-words.js';
import type { CardData } from './templates.js';
import type { Drawers, ViewOf } from './drawers.js';

export const drawers = { ticketList: drawTicketList, myRequests: drawMyRequests, ticketDigest: drawTicketDigest } satisfies Partial<Drawers>;

/** The buttons of a row show what there is, whatever the step: the server draws the ticket as it stands. */
const anyStep = 0;

/** A page of the helpdesk's list: a few words a request, and a button to see it. */
function drawTicketList(pen: Pen, { filter, hours, rows, page, pages, total }: TicketListView): Drawing {
  const heading =
    filter === 'older'
      ? pen.plain('tickets.heading.older', { count: hours, total })
      : pen.plain(`tickets.heading.${filter}`, { total });
  const data = {
    kicker: pageWords(pen, page, pages),
    heading,
    paragraphs: lines(rows.length === 0 ? [pen.plain('tickets.none')] : []),
    rows: rows.map((row) => ticketRow(pen, row)),
    bar: pageButtons(pen, page, pages, (to, title) => ticketsButton({ filter, hours, page: to }, title)),
  };
  return { template: 'ticket-list', summary: heading, data };
}

/** A page of a person's own requests, in their words. */
function drawMyRequests(pen: Pen, { rows, page, pages, total, muted }: MyRequestsView): Drawing {
  const heading = pen.plain('myRequests.heading', { total });
  const data = {
    kicker: pageWords(pen, page, pages),
    heading,
    paragraphs: lines([
      ...(rows.length === 0 ? [pen.plain('myRequests.none')] : []),
      ...(muted ? [pen.plain('myRequests.muted')] : []),
    ]),
    rows: rows.map((row) => requestRow(pen, row)),
    bar: pageButtons(pen, page, pages, requestsButton),
  };
  return { template: 'ticket-list', summary: heading, data };
}

/** What the channel hears every working day. */
function drawTicketDigest(pen: Pen, { digest }: ViewOf<'ticketDigest'>): Drawing {
  const { open, unclaimed, resolved, oldest } = digest;
  const heading = pen.plain('digest.heading');
  const line = ({ number, createdAt, claimedBy }: (typeof oldest)[number]): string => {
    const who = claimedBy === undefined ? pen.plain('digest.nobody') : partyName(pen, { name: claimedBy });
    return pen.plain('listItem', {
      item: pen.plain('digest.line', { number, ago: ago(new Date(createdAt), pen.now, pen.locale), who }),
    });
  };
  const data = {
    kicker: '',
    heading,
    facts: [
      { title: pen.plain('digest.open'), value: String(open) },
      { title: pen.plain('digest.unclaimed'), value: String(unclaimed) },
      { title: pen.plain('digest.resolved'), value: String(resolved) },
    ],
    details:
      oldest.length === 0 ? [] : [{ title: pen.plain('digest.oldest'), lines: lines(listed(pen, oldest, line)) }],
    paragraphs: lines(open === 0 ? [pen.plain('digest.none')] : []),
    options: [ticketsButton({ filter: 'open', hours: 0, page: 0 }, pen.plain('digest.show'))],
  };
  return { template: 'ticket-digest', summary: heading, data };
}

function ticketRow(pen: Pen, row: TicketRow): CardData {
  const { number, state, severity, requester, claimedBy, pcName, cause, createdAt, incident } = row;
  const values = { number, state: pen.plain(`tickets.state.${state}`, { name: partyName(pen, claimedBy) }) };
  const pc = pen.given(pcName) || pen.plain('tickets.noPc');
  return {
    title: pen.plain(severity === 'urgent' ? 'tickets.rowUrgent' : 'tickets.row', values),
    lines: lines([
      [partyName(pen, requester), pc, ago(new Date(createdAt), pen.now, pen.locale)].join(' · '),
      [
        cause ? pen.tree(cause.title) : pen.plain('tickets.noCause'),
        ...(incident === undefined ? [] : [pen.plain('tickets.incident', { number: incident })]),
      ].join(' · '),
    ]),
    button: ticketButton({ number, step: anyStep }, 'show', pen.plain('tickets.show', { number })),
  };
}

function requestRow(pen: Pen, { number, state, severity, claimedBy, pcName, createdAt }: TicketRow): CardData {
  const pc = pen.given(pcName);
  return {
    title: pen.plain(severity === 'urgent' ? 'myRequests.rowUrgent' : 'myRequests.row', { number }),
    lines: lines([
      pen.plain(`request.state.${state}`, { name: helperName(pen, claimedBy) }),
      [...(pc === '' ? [] : [pc]), ago(new Date(createdAt), pen.now, pen.locale)].join(' · '),
    ]),
    button: requestButton({ number, step: anyStep }, 'show', pen.plain('tickets.show', { number })),
  };
}

function pageWords(pen: Pen, page: number, pages: number): string {
  return pages > 1 ? pen.plain('tickets.page', { page: page + 1, pages }) : '';
}

function pageButtons(
  pen: Pen,
  page: number,
  pages: number,
  to: (page: number, title: string) => Button,
): readonly Button[] {
  return [
    ...(page > 0 ? [to(page - 1, pen.plain('tickets.previous'))] : []),
    ...(page + 1 < pages ? [to(page + 1, pen.plain('tickets.next'))] : []),
  ];
}
