import { possibleNow } from '../../helpdesk/move-ticket.js';
import { hasEnded, stepOf, type Report, type ReportedCause, type Ticket } from '../../helpdesk/ticket.js';
import { isTextKey } from '../../text/sentences.js';
import type { FactName } from '../../troubleshooting/facts.js';
import { ticketButton, type Button } from './buttons.js';
import type { TicketOption } from '../../assistant/input.js';
import { cut, oneLine } from './escape.js';
import { factFinding } from './fact-words.js';
import { lines, listed, type Drawing, type Pen } from './pen.js';
import { reportDetails, reportFacts, reportTexts, section } from './report-words.js';
import { lastResolved, moveWords, partyName, plainParty, remarkWords, stateWords } from './ticket-words.js';
import { clientTime } from './time-words.js';
import type { Drawers, ViewOf } from './drawers.js';

export const drawers = { ticketCard: drawTicket } satisfies Partial<Drawers>;

type Pair = { readonly title: string; readonly value: string };
type Link = { readonly title: string; readonly url: string };

/** Causes whose fix stands open on the card; more would push everything else out of sight. Ours. */
const causesInSight = 2;

/** Steps already tried that stand open on the card; all of them are among the details. Ours. */
const triedInSight = 5;

/** What of the directory decides most often; the rest is folded away. */
const factsInSight: readonly FactName[] = ['limitUse', 'accountKind', 'domainType', 'pcEntry'];

/** The living card in the helpdesk's channel: first who and what, then what to do, all the rest folded away. */
function drawTicket(pen: Pen, { ticket, remark }: ViewOf<'ticketCard'>): Drawing {
  const { number, requester, report } = ticket;
  // There is nothing to do next when it is done: what it may have been stays among the details.
  const isDone = hasEnded(ticket) || ticket.state === 'resolved';
  const inSight = isDone ? 0 : causesInSight;
  const causes = report.causes.slice(0, inSight);
  const others = report.causes.slice(inSight);
  const summary = pen.plain(ticket.severity === 'urgent' ? 'ticket.headingUrgent' : 'ticket.heading', { number });
  const data = {
    kicker: pen.plain('ticket.opened', { when: clientTime(ticket.createdAt) }),
    heading: summary,
    notice: remarkWords(pen, ticket, remark),
    state: stateWords(pen, ticket),
    stateMore: lines(stateMore(pen, ticket)),
    facts: [
      { title: pen.plain('ticket.requester'), value: partyName(pen, requester) },
      { title: pen.plain('ticket.account'), value: partyName(pen, { name: requester.userPrincipalName }) },
      ...reportFacts(pen, report, 'helpdesk'),
      ...pcIds(pen, report),
      { title: pen.plain('ticket.directory'), value: directoryLine(pen, report) },
      ...(report.tried.length > 0 ? [{ title: pen.plain('ticket.tried'), value: triedLine(pen, report) }] : []),
    ],
    texts: [...lastWords(pen, ticket), ...reportTexts(pen, report, 'helpdesk')],
    pasteBelow: report.paste === undefined ? '' : pen.plain('ticket.pasteBelow'),
    nextLabel: isDone ? '' : pen.plain('ticket.next'),
    causes: causes.map((cause) => causeData(pen, cause)),
    nextMore: moreWords(pen, causes, others),
    links: links(pen, ticket),
    detailsLabel: pen.plain('label.details'),
    details: [
      ...(others.length > 0
        ? [
            section(pen, isDone ? 'ticket.causes' : 'ticket.otherCauses', others, (cause) =>
              pen.plain('ticket.otherCause', causeData(pen, cause)),
            ),
          ]
        : []),
      ...reportDetails(pen, report, 'helpdesk'),
      section(pen, 'ticket.history', ticket.moves.toReversed(), (move) => moveWords(pen, move)),
    ],
    bar: moveButtons(pen, ticket),
  };
  return { template: 'ticket', summary, data };
}

/** What was done, who said that it works, and when it closes by itself. */
function stateMore(pen: Pen, { state, moves, closesAt, requester, incident }: Ticket): readonly string[] {
  const joined = incident
    ? [
        pen.plain(incident.over ? 'ticket.incidentOver' : 'ticket.incident', {
          number: incident.number,
          text: pen.written(incident.text),
        }),
      ]
    : [];
  const done = pen.written((state === 'resolved' || state === 'closed' ? lastResolved(moves)?.text : undefined) ?? '');
  const last = moves.at(-1);
  return [
    ...joined,
    ...(done === '' ? [] : [pen.plain('fact.other', { name: pen.plain('ticket.done'), value: done })]),
    ...(state === 'closed' && last?.kind === 'closed' && last.by.id !== ''
      ? [pen.plain('ticket.confirmed', { name: partyName(pen, requester) })]
      : []),
    ...(state === 'resolved' && closesAt !== undefined
      ? [pen.plain('ticket.closesAt', { when: clientTime(closesAt) })]
      : []),
  ];
}

/** What the person added last, so that nobody has to look for it in the thread. */
function lastWords(pen: Pen, ticket: Ticket): readonly { readonly title: string; readonly text: string }[] {
  const { moves, requester } = ticket;
  const last = moves.findLast(
    (move) => (move.kind === 'commented' || move.kind === 'reopened') && move.by.id === requester.id,
  );
  const text = last && 'text' in last && !hasEnded(ticket) ? pen.written(last.text ?? '') : '';
  return text === '' || !last
    ? []
    : [{ title: pen.plain('ticket.wroteLast', { name: partyName(pen, last.by), when: clientTime(last.at) }), text }];
}

function pcIds(pen: Pen, { pc = {}, form }: Report): readonly Pair[] {
  const name = pen.given(pc.name ?? '');
  const another = name !== '' && oneLine(pc.name ?? '').toLowerCase() !== oneLine(form.pcName).toLowerCase();
  const known: readonly Pair[] = [
    { title: pen.plain('ticket.pcItself'), value: another ? name : '' },
    { title: pen.plain('ticket.deviceId'), value: pen.given(pc.deviceId ?? '') },
    { title: pen.plain('ticket.objectId'), value: pen.given(pc.objectId ?? '') },
  ];
  return known.filter(({ value }) => value !== '');
}

function directoryLine(pen: Pen, { facts, ownAccount }: Report): string {
  const told = factsInSight.flatMap((name) => facts.filter((fact) => fact.name === name).slice(0, 1));
  const words = told.map((reported) => factFinding(pen, reported));
  const other = ownAccount === false ? [pen.plain('ticket.notCheckedOther')] : [];
  return [...words, ...other].join(' · ') || pen.plain('ticket.notLookedUp');
}

function triedLine(pen: Pen, { tried }: Report): string {
  const room = { ...pen.room, items: Math.min(triedInSight, pen.room.items) };
  return listed({ ...pen, room }, tried, (text) => pen.tree(text)).join('; ');
}

function moveButtons(pen: Pen, ticket: Ticket): readonly Button[] {
  const ref = { number: ticket.number, step: stepOf(ticket) };
  return possibleNow(ticket, 'helpdesk').flatMap((kind) => {
    const key = `ticketAction.${kind}`;
    return isTextKey(key) ? [ticketButton(ref, kind as TicketOption, pen.plain(key))] : [];
  });
}

function causeData(
  pen: Pen,
  { title, who, certainty, technical }: ReportedCause,
): { title: string; technical: string; who: string } {
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
  const titles = listed(pen, others, ({ title }) => pen.tree(title));
  return pen.plain('ticket.alsoPossible', { titles: titles.join('; '), details: pen.plain('label.details') });
}

/** Pages elsewhere, each named after where it leads. Without the portal's addresses only the chat. */
function links(pen: Pen, { requester, report }: Ticket): readonly Link[] {
  const name = plainParty(pen, { name: requester.name || requester.userPrincipalName });
  const pc = cut(oneLine(report.pc?.name ?? report.form.pcName), 60) || pen.plain('ticket.thePc');
  const objectId = report.pc?.objectId;
  const all: readonly Link[] = [
    { title: pen.plain('ticket.chat', { name }), url: chatUrl(requester.userPrincipalName) },
    {
      title: pen.plain('ticket.inPortal', { name }),
      url: (requester.id !== '' && pen.portal?.person(requester.id)) || '',
    },
    {
      title: pen.plain('ticket.inPortal', { name: pc }),
      url: (objectId !== undefined && pen.portal?.device(objectId)) || '',
    },
  ];
  return all.filter(({ url }) => url !== '');
}

/** Opens a chat with the person (learn.microsoft.com: deep links to Teams chat); empty when there is no address. */
function chatUrl(userPrincipalName: string): string {
  // Half a character, which a broken name can hold, cannot be put into an address.
  const address = userPrincipalName.slice(0, 256).replace(/\p{Surrogate}/gu, '');
  return address === '' ? '' : `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(address)}`;
}
