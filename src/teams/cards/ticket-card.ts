import { possibleNow } from '../../helpdesk/move-ticket.js';
import { hasEnded, stepOf, type ProblemReport, type ReportedCause, type Ticket } from '../../helpdesk/ticket.js';
import { isTextKey } from '../../text/sentences.js';
import type { FactName } from '../../troubleshooting/facts.js';
import { ticketButton, type Button } from './buttons.js';
import type { TicketOption } from '../../assistant/input.js';
import { cut, oneLine } from './escape.js';
import { factFinding } from './fact-words.js';
import { lines, listed, type Drawing, type CardWriter } from './card-writer.js';
import { reportDetails, reportFacts, reportTexts, section } from './report-words.js';
import { lastResolved, moveWords, partyName, plainParty, remarkWords, stateWords } from './ticket-words.js';
import { clientTime } from './time-words.js';
import type { Drawers, ViewOf } from './drawers.js';

export const drawers = { ticketCard: drawTicket } satisfies Partial<Drawers>;

type Pair = { readonly title: string; readonly value: string };
type Link = { readonly title: string; readonly url: string };

/** Causes whose fix stands open on the card; more would push everything else out of sight. */
const causesInSight = 2;

/** Steps already tried that stand open on the card; all of them are among the details. */
const triedInSight = 5;

/** What of the directory decides most often; the rest is folded away. */
const factsInSight: readonly FactName[] = ['limitUse', 'accountKind', 'domainType', 'pcEntry'];

/** The auto-updating card in the helpdesk's channel: first who and what, then what to do, all the rest folded away. */
function drawTicket(writer: CardWriter, { ticket, remark }: ViewOf<'ticketCard'>): Drawing {
  const { number, requester, report } = ticket;
  // There is nothing to do next when it is done: what it may have been stays among the details.
  const isDone = hasEnded(ticket) || ticket.state === 'resolved';
  const inSight = isDone ? 0 : causesInSight;
  const causes = report.causes.slice(0, inSight);
  const others = report.causes.slice(inSight);
  const summary = writer.plain(ticket.severity === 'urgent' ? 'ticket.headingUrgent' : 'ticket.heading', { number });
  const data = {
    kicker: writer.plain('ticket.opened', { when: clientTime(ticket.createdAt) }),
    heading: summary,
    notice: remarkWords(writer, ticket, remark),
    state: stateWords(writer, ticket),
    stateMore: lines(stateMore(writer, ticket)),
    facts: [
      { title: writer.plain('ticket.requester'), value: partyName(writer, requester) },
      { title: writer.plain('ticket.account'), value: partyName(writer, { name: requester.userPrincipalName }) },
      ...reportFacts(writer, report, 'helpdesk'),
      ...pcIds(writer, report),
      { title: writer.plain('ticket.directory'), value: directoryLine(writer, report) },
      ...(report.tried.length > 0 ? [{ title: writer.plain('ticket.tried'), value: triedLine(writer, report) }] : []),
    ],
    texts: [...lastWords(writer, ticket), ...reportTexts(writer, report, 'helpdesk')],
    pasteBelow: report.paste === undefined ? '' : writer.plain('ticket.pasteBelow'),
    nextLabel: isDone ? '' : writer.plain('ticket.next'),
    causes: causes.map((cause) => causeData(writer, cause)),
    nextMore: moreWords(writer, causes, others),
    links: links(writer, ticket),
    detailsLabel: writer.plain('label.details'),
    details: [
      ...(others.length > 0
        ? [
            section(writer, isDone ? 'ticket.causes' : 'ticket.otherCauses', others, (cause) =>
              writer.plain('ticket.otherCause', causeData(writer, cause)),
            ),
          ]
        : []),
      ...reportDetails(writer, report, 'helpdesk'),
      section(writer, 'ticket.history', ticket.moves.toReversed(), (move) => moveWords(writer, move)),
    ],
    bar: moveButtons(writer, ticket),
  };
  return { template: 'ticket', summary, data };
}

/** What was done, who said that it works, and when it closes by itself. */
function stateMore(writer: CardWriter, { state, moves, closesAt, requester, incident }: Ticket): readonly string[] {
  const joined = incident
    ? [
        writer.plain(incident.over ? 'ticket.incidentOver' : 'ticket.incident', {
          number: incident.number,
          text: writer.written(incident.text),
        }),
      ]
    : [];
  const done = writer.written((state === 'resolved' || state === 'closed' ? lastResolved(moves)?.text : undefined) ?? '');
  const last = moves.at(-1);
  return [
    ...joined,
    ...(done === '' ? [] : [writer.plain('fact.other', { name: writer.plain('ticket.done'), value: done })]),
    ...(state === 'closed' && last?.kind === 'closed' && last.by.id !== ''
      ? [writer.plain('ticket.confirmed', { name: partyName(writer, requester) })]
      : []),
    ...(state === 'resolved' && closesAt !== undefined
      ? [writer.plain('ticket.closesAt', { when: clientTime(closesAt) })]
      : []),
  ];
}

/** What the person added last, so that nobody has to look for it in the thread. */
function lastWords(writer: CardWriter, ticket: Ticket): readonly { readonly title: string; readonly text: string }[] {
  const { moves, requester } = ticket;
  const last = moves.findLast(
    (move) => (move.kind === 'commented' || move.kind === 'reopened') && move.by.id === requester.id,
  );
  const text = last && 'text' in last && !hasEnded(ticket) ? writer.written(last.text ?? '') : '';
  return text === '' || !last
    ? []
    : [{ title: writer.plain('ticket.wroteLast', { name: partyName(writer, last.by), when: clientTime(last.at) }), text }];
}

function pcIds(writer: CardWriter, { pc = {}, form }: ProblemReport): readonly Pair[] {
  const name = writer.given(pc.name ?? '');
  const another = name !== '' && oneLine(pc.name ?? '').toLowerCase() !== oneLine(form.pcName).toLowerCase();
  const known: readonly Pair[] = [
    { title: writer.plain('ticket.pcItself'), value: another ? name : '' },
    { title: writer.plain('ticket.deviceId'), value: writer.given(pc.deviceId ?? '') },
    { title: writer.plain('ticket.objectId'), value: writer.given(pc.objectId ?? '') },
  ];
  return known.filter(({ value }) => value !== '');
}

function directoryLine(writer: CardWriter, { facts, ownAccount }: ProblemReport): string {
  const told = factsInSight.flatMap((name) => facts.filter((fact) => fact.name === name).slice(0, 1));
  const words = told.map((reported) => factFinding(writer, reported));
  const other = ownAccount === false ? [writer.plain('ticket.notCheckedOther')] : [];
  return [...words, ...other].join(' · ') || writer.plain('ticket.notLookedUp');
}

function triedLine(writer: CardWriter, { tried }: ProblemReport): string {
  const room = { ...writer.room, items: Math.min(triedInSight, writer.room.items) };
  return listed({ ...writer, room }, tried, (text) => writer.tree(text)).join('; ');
}

function moveButtons(writer: CardWriter, ticket: Ticket): readonly Button[] {
  const ref = { number: ticket.number, step: stepOf(ticket) };
  return possibleNow(ticket, 'helpdesk').flatMap((kind) => {
    const key = `ticketAction.${kind}`;
    return isTextKey(key) ? [ticketButton(ref, kind as TicketOption, writer.plain(key))] : [];
  });
}

function causeData(
  writer: CardWriter,
  { title, who, certainty, technical }: ReportedCause,
): { title: string; technical: string; who: string } {
  return {
    title: writer.plain(`ticket.cause.${certainty}`, { title: writer.tree(title) }),
    technical: writer.tree(technical),
    who: writer.plain(`ticket.doneBy.${who}`),
  };
}

/** The titles of the causes that are folded away, so that nobody takes the ones in sight for all. */
function moreWords(writer: CardWriter, causes: readonly ReportedCause[], others: readonly ReportedCause[]): string {
  if (causes.length === 0) return writer.plain('ticket.nextUnknown');
  if (others.length === 0) return '';
  const titles = listed(writer, others, ({ title }) => writer.tree(title));
  return writer.plain('ticket.alsoPossible', { titles: titles.join('; '), details: writer.plain('label.details') });
}

/** Pages elsewhere, each named after where it leads. Without the portal's addresses only the chat. */
function links(writer: CardWriter, { requester, report }: Ticket): readonly Link[] {
  const name = plainParty(writer, { name: requester.name || requester.userPrincipalName });
  const pc = cut(oneLine(report.pc?.name ?? report.form.pcName), 60) || writer.plain('ticket.thePc');
  const objectId = report.pc?.objectId;
  const all: readonly Link[] = [
    { title: writer.plain('ticket.chat', { name }), url: chatUrl(requester.userPrincipalName) },
    {
      title: writer.plain('ticket.inPortal', { name }),
      url: (requester.id !== '' && writer.portal?.person(requester.id)) || '',
    },
    {
      title: writer.plain('ticket.inPortal', { name: pc }),
      url: (objectId !== undefined && writer.portal?.device(objectId)) || '',
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
