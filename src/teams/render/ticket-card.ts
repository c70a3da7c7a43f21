import type { HelpdeskView } from '../../helpdesk/views.js';
import type { ReportedCause, Ticket, TicketMove } from '../../helpdesk/ticket.js';
import { ticketButton, type Button } from './buttons.js';
import { cut, withoutControls } from './escape.js';
import { lines, type Drawing, type Pen } from './pen.js';
import { reportDetails, reportFacts, reportTexts, section } from './report-words.js';
import { clientTime } from './time-words.js';

/** Causes whose fix stands open on the card; more would push everything else out of sight. Ours. */
const causesInSight = 2;

/** The living card in the helpdesk's channel: first who and what, then what to do, all the rest folded away. */
export function drawTicket(pen: Pen, ticket: Ticket): Drawing {
  const { number, requester, report } = ticket;
  const causes = report.causes.slice(0, causesInSight);
  const others = report.causes.slice(causesInSight);
  const summary = pen.plain('ticket.heading', { number });
  const data = {
    kicker: pen.plain('ticket.opened', { when: clientTime(ticket.createdAt) }),
    heading: summary,
    state: stateWords(pen, ticket),
    facts: [
      { title: pen.plain('ticket.requester'), value: partyName(pen, requester.name) },
      { title: pen.plain('ticket.account'), value: partyName(pen, requester.userPrincipalName) },
      ...reportFacts(pen, report, 'helpdesk'),
    ],
    texts: reportTexts(pen, report, 'helpdesk'),
    nextLabel: pen.plain('ticket.next'),
    causes: causes.map((cause) => causeData(pen, cause)),
    nextMore: moreWords(pen, causes, others),
    detailsLabel: pen.plain('label.details'),
    details: [
      ...(others.length > 0 ? [section(pen, 'ticket.otherCauses', others, (cause) => pen.plain('ticket.otherCause', causeData(pen, cause)))] : []),
      ...reportDetails(pen, report, 'helpdesk'),
      section(pen, 'ticket.history', ticket.moves, (move) => moveWords(pen, move)),
    ],
    bar: moveButtons(pen, ticket),
    chatUrl: chatUrl(requester.userPrincipalName),
    chatLabel: pen.plain('label.chat', { name: cut(withoutControls(requester.name || requester.userPrincipalName), 60) }),
  };
  return { template: 'ticket', summary, data };
}

/** Tells the requester who took the request or closed it, and what comes next. */
export function drawTicketNews(pen: Pen, { ticketNumber, news, by }: Extract<HelpdeskView, { kind: 'ticketNews' }>): Drawing {
  const heading = pen.plain(`ticketNews.${news}`, { name: partyName(pen, by.name), number: ticketNumber });
  const paragraphs = lines([pen.plain(`ticketNews.${news}Next`)]);
  const summary = pen.plain(`ticketNews.${news}`, { name: withoutControls(by.name), number: ticketNumber });
  return { template: 'ticket-news', summary, data: { kicker: '', heading, paragraphs } };
}

function stateWords(pen: Pen, { state, claimedBy, moves }: Ticket): string {
  switch (state) {
    case 'open':
      return pen.plain('ticket.state.open');
    case 'claimed':
      return pen.plain('ticket.state.claimed', { name: partyName(pen, claimedBy?.name ?? '') });
    case 'resolved':
      return pen.plain('ticket.state.resolved', { name: partyName(pen, moves.findLast(({ kind }) => kind === 'resolved')?.by.name ?? '') });
  }
}

function moveButtons(pen: Pen, { number, state }: Ticket): readonly Button[] {
  switch (state) {
    case 'open':
      return [ticketButton(number, 'claim', pen.plain('label.claim'))];
    case 'claimed':
      return [ticketButton(number, 'resolve', pen.plain('label.resolve'))];
    case 'resolved':
      return [];
  }
}

function causeData(pen: Pen, { title, who, certainty, technical }: ReportedCause): { title: string; technical: string; who: string } {
  return {
    title: pen.plain(`ticket.cause.${certainty}`, { title: pen.tree(title) }),
    technical: pen.tree(technical),
    who: pen.plain(`ticket.doneBy.${who}`),
  };
}

/** The titles of the causes that are folded away, so that nobody takes the ones in sight for all. */
function moreWords(pen: Pen, causes: readonly ReportedCause[], others: readonly ReportedCause[]): string {
  if (causes.length === 0) return pen.plain('ticket.nextUnknown');
  if (others.length === 0) return '';
  const titles = others.slice(0, pen.room.items).map(({ title }) => pen.tree(title));
  return pen.plain('ticket.alsoPossible', { titles: titles.join('; '), details: pen.plain('label.details') });
}

function moveWords(pen: Pen, { kind, by, at }: TicketMove): string {
  return pen.plain(`ticket.move.${kind}`, { when: clientTime(at), name: partyName(pen, by.name) });
}

function partyName(pen: Pen, name: string): string {
  const given = pen.given(name);
  return given === '' ? pen.plain('notKnown') : given;
}

/** Opens a chat with the person (learn.microsoft.com: deep links to Teams chat); empty when there is no address. */
function chatUrl(userPrincipalName: string): string {
  // Half a character, which a broken name can hold, cannot be put into an address.
  const address = userPrincipalName.slice(0, 256).replace(/\p{Surrogate}/gu, '');
  return address === '' ? '' : `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(address)}`;
}
