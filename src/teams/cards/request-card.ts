import type { RequestOption } from '../../assistant/input.js';
import { possibleNow } from '../../helpdesk/move-ticket.js';
import { hasEnded, stepOf, type Ticket, type TicketMove } from '../../helpdesk/ticket.js';
import type { ReplyOfferView, RequestView } from '../../helpdesk/views.js';
import { maxTicketText } from '../../limits.js';
import { isTextKey } from '../../text/sentences.js';
import { requestButton, type Button } from './buttons.js';
import { lines, type Drawing, type CardWriter } from './card-writer.js';
import { noTextInput, textInput } from './text-input.js';
import { helperName, lastResolved, possibleWords, withUnsent } from './ticket-words.js';
import { clientTime } from './time-words.js';
import type { CardData } from './templates.js';
import type { Drawers } from './drawers.js';

export const drawers = { request: drawRequest, replyOffer: drawReplyOffer } satisfies Partial<Drawers>;

/** A person's own request: where it stands, what happens next, what happened, and what they can do. */
function drawRequest(writer: CardWriter, { ticket, remark }: RequestView): Drawing {
  const { number, state, createdAt, report } = ticket;
  const summary = writer.plain(ticket.severity === 'urgent' ? 'request.headingUrgent' : 'request.heading', { number });
  const pc = writer.given(report.form.pcName);
  const when = clientTime(createdAt);
  const data = {
    kicker: pc === '' ? writer.plain('request.sent', { when }) : writer.plain('request.sentFor', { pc, when }),
    heading: summary,
    notice: remarkWords(writer, ticket, remark),
    state: stateWords(writer, ticket),
    next: nextWords(writer, ticket),
    ...history(writer, ticket),
    ...(hasEnded(ticket) ? noTextInput : textInput(writer.plain(textLabel[state] ?? 'request.text'), '', maxTicketText)),
    bar: moveButtons(writer, ticket),
  };
  return { template: 'request', summary, data };
}

/** While an answer is awaited, something was typed: is it one? */
function drawReplyOffer(writer: CardWriter, { tickets, text, alsoRead }: ReplyOfferView): Drawing {
  const heading = writer.plain('replyOffer.heading');
  const shown = tickets.slice(0, writer.room.items);
  const [first] = shown;
  const data = {
    kicker: '',
    heading,
    paragraphs: lines([writer.plain('replyOffer.intro', { count: tickets.length })]),
    ...textInput(writer.plain('replyOffer.text'), text, maxTicketText),
    options: [
      ...shown.map((ref) => requestButton(ref, 'answer', writer.plain('replyOffer.send', { number: ref.number }))),
      ...(first && !alsoRead ? [requestButton(first, 'notAnAnswer', writer.plain('replyOffer.no'))] : []),
    ],
  };
  return { template: 'reply-offer', summary: heading, data };
}

const textLabel = { waiting: 'request.textWaiting', resolved: 'request.textResolved' } as Readonly<
  Partial<Record<Ticket['state'], 'request.textWaiting' | 'request.textResolved'>>
>;

function stateWords(writer: CardWriter, { state, claimedBy, moves }: Ticket): string {
  const by = state === 'resolved' ? lastResolved(moves)?.by : claimedBy;
  return writer.plain(`request.state.${state}`, { name: helperName(writer, by) });
}

function nextWords(writer: CardWriter, ticket: Ticket): string {
  const { state, closesAt } = ticket;
  if (state === 'closed' || state === 'withdrawn') return writer.plain('request.next.ended');
  return state === 'resolved' && closesAt !== undefined
    ? writer.plain('request.next.resolvedUntil', { when: clientTime(closesAt) })
    : writer.plain(`request.next.${state}`);
}

function moveButtons(writer: CardWriter, ticket: Ticket): readonly Button[] {
  const ref = { number: ticket.number, step: stepOf(ticket) };
  return possibleNow(ticket, 'requester').flatMap((kind) => {
    const key = `requestAction.${kind}`;
    return isTextKey(key) ? [requestButton(ref, kind as RequestOption, writer.plain(key))] : [];
  });
}

/** The latest first, because that is what one comes for; its text has the most room. */
function history(writer: CardWriter, ticket: Ticket): CardData {
  const told = ticket.moves.toReversed().flatMap((move) => entryOf(writer, ticket, move) ?? []);
  const latest = told.findIndex(({ text }) => text !== '');
  const shown = told.slice(0, writer.room.items);
  const rest = told.length - shown.length;
  return {
    historyLabel: writer.plain('request.history'),
    history: shown.map(({ line, text }, index) => ({
      line,
      text: index === latest ? writer.told(text) : writer.written(text),
    })),
    historyMore: rest > 0 ? writer.plain('request.more', { count: rest }) : '',
  };
}

type HistoryLine = { readonly line: string; readonly text: string };

/** One move in the requester's words; undefined for what is the helpdesk's alone. */
function entryOf(writer: CardWriter, { requester }: Ticket, move: TicketMove): HistoryLine | undefined {
  const when = clientTime(move.at);
  const name = helperName(writer, move.by);
  switch (move.kind) {
    case 'noted':
    case 'reminded':
    case 'cardRenewed':
      return undefined;
    case 'replied':
    case 'commented':
      return { line: writer.plain(`request.move.${move.kind}`, { when, name }), text: move.text };
    case 'resolved': {
      const text = move.text ?? '';
      return {
        line: writer.plain(text === '' ? 'request.move.resolved' : 'request.move.resolvedText', { when, name }),
        text,
      };
    }
    case 'reopened':
      // Why the helpdesk opened it again is written for the helpdesk.
      if (move.by.id !== requester.id) return { line: writer.plain('request.move.reopened', { when, name }), text: '' };
      return {
        line: writer.plain(move.text === '' ? 'request.move.stillNot' : 'request.move.stillNotText', { when }),
        text: move.text,
      };
    case 'assigned':
      return { line: writer.plain('request.move.assigned', { when, to: helperName(writer, move.to) }), text: '' };
    case 'closed':
      return {
        line: writer.plain(move.by.id === '' ? 'request.move.closedByItself' : 'request.move.closed', { when }),
        text: '',
      };
    default:
      return { line: writer.plain(`request.move.${move.kind}`, { when, name }), text: '' };
  }
}

function remarkWords(writer: CardWriter, ticket: Ticket, remark: RequestView['remark']): string {
  if (remark === undefined) return '';
  switch (remark.kind) {
    case 'notPossible': {
      const state = stateWords(writer, ticket);
      const possible = possibleWords(writer, remark.possible, 'requestAction');
      const words =
        possible === ''
          ? writer.plain('requestRemark.nothingPossible', { state })
          : writer.plain('requestRemark.notPossible', { state, possible });
      return withUnsent(writer, words, remark.text);
    }
    case 'textMissing':
    case 'pickMissing':
    case 'notHelpdesk':
      return writer.plain(`ticketRemark.${remark.kind}`);
    default:
      return writer.plain(`requestRemark.${remark.kind}`);
  }
}
