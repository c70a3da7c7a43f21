import type { RequestOption } from '../../assistant/input.js';
import { possibleNow } from '../../helpdesk/move-ticket.js';
import { hasEnded, stepOf, type Ticket, type TicketMove } from '../../helpdesk/ticket.js';
import type { ReplyOfferView, RequestView } from '../../helpdesk/views.js';
import { maxTicketText } from '../../limits.js';
import { isTextKey } from '../../text/sentences.js';
import { requestButton, type Button } from './buttons.js';
import { lines, type Drawing, type Pen } from './pen.js';
import { noTextInput, textInput } from './text-input.js';
import { helperName, lastResolved, possibleWords, withUnsent } from './ticket-words.js';
import { clientTime } from './time-words.js';
import type { CardData } from './templates.js';
import type { Drawers } from './drawers.js';

export const drawers = { request: drawRequest, replyOffer: drawReplyOffer } satisfies Partial<Drawers>;

/** A person's own request: where it stands, what happens next, what happened, and what they can do. */
function drawRequest(pen: Pen, { ticket, remark }: RequestView): Drawing {
  const { number, state, createdAt, report } = ticket;
  const summary = pen.plain(ticket.severity === 'urgent' ? 'request.headingUrgent' : 'request.heading', { number });
  const pc = pen.given(report.form.pcName);
  const when = clientTime(createdAt);
  const data = {
    kicker: pc === '' ? pen.plain('request.sent', { when }) : pen.plain('request.sentFor', { pc, when }),
    heading: summary,
    notice: remarkWords(pen, ticket, remark),
    state: stateWords(pen, ticket),
    next: nextWords(pen, ticket),
    ...history(pen, ticket),
    ...(hasEnded(ticket) ? noTextInput : textInput(pen.plain(textLabel[state] ?? 'request.text'), '', maxTicketText)),
    bar: moveButtons(pen, ticket),
  };
  return { template: 'request', summary, data };
}

/** While an answer is awaited, something was typed: is it one? */
function drawReplyOffer(pen: Pen, { tickets, text, alsoRead }: ReplyOfferView): Drawing {
  const heading = pen.plain('replyOffer.heading');
  const shown = tickets.slice(0, pen.room.items);
  const [first] = shown;
  const data = {
    kicker: '',
    heading,
    paragraphs: lines([pen.plain('replyOffer.intro', { count: tickets.length })]),
    ...textInput(pen.plain('replyOffer.text'), text, maxTicketText),
    options: [
      ...shown.map((ref) => requestButton(ref, 'answer', pen.plain('replyOffer.send', { number: ref.number }))),
      ...(first && !alsoRead ? [requestButton(first, 'notAnAnswer', pen.plain('replyOffer.no'))] : []),
    ],
  };
  return { template: 'reply-offer', summary: heading, data };
}

const textLabel = { waiting: 'request.textWaiting', resolved: 'request.textResolved' } as Readonly<
  Partial<Record<Ticket['state'], 'request.textWaiting' | 'request.textResolved'>>
>;

function stateWords(pen: Pen, { state, claimedBy, moves }: Ticket): string {
  const by = state === 'resolved' ? lastResolved(moves)?.by : claimedBy;
  return pen.plain(`request.state.${state}`, { name: helperName(pen, by) });
}

function nextWords(pen: Pen, ticket: Ticket): string {
  const { state, closesAt } = ticket;
  if (state === 'closed' || state === 'withdrawn') return pen.plain('request.next.ended');
  return state === 'resolved' && closesAt !== undefined
    ? pen.plain('request.next.resolvedUntil', { when: clientTime(closesAt) })
    : pen.plain(`request.next.${state}`);
}

function moveButtons(pen: Pen, ticket: Ticket): readonly Button[] {
  const ref = { number: ticket.number, step: stepOf(ticket) };
  return possibleNow(ticket, 'requester').flatMap((kind) => {
    const key = `requestAction.${kind}`;
    return isTextKey(key) ? [requestButton(ref, kind as RequestOption, pen.plain(key))] : [];
  });
}

/** The latest first, because that is what one comes for; its text has the most room. */
function history(pen: Pen, ticket: Ticket): CardData {
  const told = ticket.moves.toReversed().flatMap((move) => entryOf(pen, ticket, move) ?? []);
  const latest = told.findIndex(({ text }) => text !== '');
  const shown = told.slice(0, pen.room.items);
  const rest = told.length - shown.length;
  return {
    historyLabel: pen.plain('request.history'),
    history: shown.map(({ line, text }, index) => ({
      line,
      text: index === latest ? pen.told(text) : pen.written(text),
    })),
    historyMore: rest > 0 ? pen.plain('request.more', { count: rest }) : '',
  };
}

type Entry = { readonly line: string; readonly text: string };

/** One move in the requester's words; undefined for what is the helpdesk's alone. */
function entryOf(pen: Pen, { requester }: Ticket, move: TicketMove): Entry | undefined {
  const when = clientTime(move.at);
  const name = helperName(pen, move.by);
  switch (move.kind) {
    case 'noted':
    case 'reminded':
    case 'cardRenewed':
      return undefined;
    case 'replied':
    case 'commented':
      return { line: pen.plain(`request.move.${move.kind}`, { when, name }), text: move.text };
    case 'resolved': {
      const text = move.text ?? '';
      return {
        line: pen.plain(text === '' ? 'request.move.resolved' : 'request.move.resolvedText', { when, name }),
        text,
      };
    }
    case 'reopened':
      // Why the helpdesk opened it again is written for the helpdesk.
      if (move.by.id !== requester.id) return { line: pen.plain('request.move.reopened', { when, name }), text: '' };
      return {
        line: pen.plain(move.text === '' ? 'request.move.stillNot' : 'request.move.stillNotText', { when }),
        text: move.text,
      };
    case 'assigned':
      return { line: pen.plain('request.move.assigned', { when, to: helperName(pen, move.to) }), text: '' };
    case 'closed':
      return {
        line: pen.plain(move.by.id === '' ? 'request.move.closedByItself' : 'request.move.closed', { when }),
        text: '',
      };
    default:
      return { line: pen.plain(`request.move.${move.kind}`, { when, name }), text: '' };
  }
}

function remarkWords(pen: Pen, ticket: Ticket, remark: RequestView['remark']): string {
  if (remark === undefined) return '';
  switch (remark.kind) {
    case 'notPossible': {
      const state = stateWords(pen, ticket);
      const possible = possibleWords(pen, remark.possible, 'requestAction');
      const words =
        possible === ''
          ? pen.plain('requestRemark.nothingPossible', { state })
          : pen.plain('requestRemark.notPossible', { state, possible });
      return withUnsent(pen, words, remark.text);
    }
    case 'textMissing':
    case 'pickMissing':
    case 'notHelpdesk':
      return pen.plain(`ticketRemark.${remark.kind}`);
    default:
      return pen.plain(`requestRemark.${remark.kind}`);
  }
}
