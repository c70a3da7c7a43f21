import type { Helpdesk, PressResult, Wish } from '../helpdesk/helpdesk.js';
import { hasEnded, stepOf, type Ticket } from '../helpdesk/ticket.js';
import { listedTicketOf } from '../helpdesk/listed-ticket.js';
import type { ReplyOfferView, RequestView } from '../helpdesk/views.js';
import { maxTicketText, ticketsOnPage } from '../limits.js';
import { inTurns } from '../runtime/in-turns.js';
import { elsewhere, helpActions, notice, say, type Answer } from './answer.js';
import type { Input, RequestPress, Sender } from './input.js';
import type { PreferenceStore } from './ports.js';
import { redactingTyped, redactTyped } from './redact-typed.js';
import type { View } from './views.js';

export interface RequestsOptions {
  readonly helpdesk: Helpdesk;
  readonly preferences: PreferenceStore;
  /** Takes a text as anything but an answer to a request. */
  readonly saidOtherwise: (input: Input & { readonly kind: 'said' }) => Promise<Answer>;
}

export type Requests = ReturnType<typeof createRequests>;

/** What people do with their own requests. Somebody else's look as if they were not there. */
export function createRequests({ helpdesk, preferences, saidOtherwise }: RequestsOptions) {
  async function list(from: Sender, page = 0): Promise<View | undefined> {
    const { tickets, total } = await helpdesk.own(from.personId, page);
    const { muted = false } = await preferences.load(from.personId);
    const pages = Math.ceil(total / ticketsOnPage);
    // The last page may be gone by the time its button is pressed.
    if (tickets.length === 0 && page > 0 && pages > 0) return list(from, pages - 1);
    return total === 0
      ? undefined
      : { kind: 'myRequests', rows: tickets.map(listedTicketOf), page, pages, total, muted };
  }

  async function mine(from: Sender): Promise<Answer> {
    const view = await list(from);
    return view ? say(view) : notice('noRequests', {}, [helpActions.start, helpActions.toAPerson]);
  }

  async function mute(from: Sender, muted: boolean): Promise<Answer> {
    await preferences.save(from.personId, { ...(await preferences.load(from.personId)), muted });
    return notice(muted ? 'muted' : 'unmuted', {}, [helpActions.myRequests]);
  }

  /** One request by its number; undefined when it is none of theirs. */
  async function show(from: Sender, ticketNumber: number): Promise<Answer | undefined> {
    const ticket = await helpdesk.lookAtOwn(ticketNumber, from.personId);
    return ticket && say({ kind: 'request', ticket: forRequester(ticket) });
  }

  /** What was typed may be the answer that the helpdesk waits for: asked, never assumed. */
  async function offer(
    from: Sender,
    text: string,
    isTechnical: () => Promise<boolean>,
  ): Promise<ReplyOfferView | undefined> {
    const waiting = await helpdesk.waitingFor(from.personId);
    if (waiting.length === 0) return undefined;
    const tickets = waiting.slice(0, mostOffered).map((ticket) => ({ number: ticket.number, step: stepOf(ticket) }));
    const alsoRead = await isTechnical();
    return {
      kind: 'replyOffer',
      tickets,
      text: await inTurns(redactingTyped(text, alsoRead, maxTicketText)),
      alsoRead,
    };
  }

  async function pressed(input: Input & { kind: 'pressed' }, press: RequestPress): Promise<Answer> {
    if (input.scope !== 'personal') return elsewhere;
    const { option, ticketNumber, inputs } = press;
    const text = redactTyped((inputs['text'] ?? '').slice(0, maxTicketText)).trim();
    if (option === 'notAnAnswer') {
      const { message: _theOffer, press: _thePress, ...rest } = input;
      return saidOtherwise({
        ...rest,
        kind: 'said',
        text: inputs['text'] ?? '',
        lines: inputs['text'] ?? '',
        mentions: [],
        hasPicture: false,
      });
    }
    const ticket = await helpdesk.lookAtOwn(ticketNumber, input.from.personId);
    if (!ticket) return { replies: [], refusal: { key: 'ticketNotFound', values: { number: ticketNumber } } };
    if (option === 'show') return shown({ kind: 'request', ticket });
    if ((option === 'comment' || option === 'answer') && text === '')
      return shown({ kind: 'request', ticket, remark: { kind: 'textMissing' } });
    const outcome = await helpdesk.pressOwn(ticketNumber, wishOf(option, text), {
      by: ticket.requester,
      fromStep: press.step,
    });
    return shown(afterwards(outcome, ticket, option, text));
  }

  async function turnedPage(input: Input & { kind: 'pressed' }, page: number): Promise<Answer> {
    if (input.scope !== 'personal') return elsewhere;
    const view = await list(input.from, page);
    return view ? { replies: [], card: view } : { replies: [], refusal: { key: 'noRequests' } };
  }

  return { mine, mute, show, offer, pressed, turnedPage };
}

/** More requests than these waiting at once is nobody's case; a card has room for a few buttons. */
const mostOffered = 5;

function shown(view: RequestView): Answer {
  return { replies: [], card: { ...view, ticket: forRequester(view.ticket) } };
}

type Moving = 'comment' | 'answer' | 'withdraw' | 'confirm' | 'reopen';

function wishOf(option: Moving, text: string): Wish {
  switch (option) {
    case 'comment':
    case 'answer':
      return { kind: 'comment', text };
    case 'reopen':
      return { kind: 'reopen', text };
    case 'withdraw':
    case 'confirm':
      return { kind: option };
  }
}

const remarks = {
  comment: 'commentTaken',
  answer: 'commentTaken',
  withdraw: 'withdrawn',
  confirm: 'confirmed',
  reopen: 'reopened',
} as const;

function afterwards(outcome: PressResult, before: Ticket, option: Moving, text: string): RequestView {
  switch (outcome.kind) {
    case 'done':
      return { kind: 'request', ticket: outcome.ticket, remark: { kind: remarks[option] } };
    case 'refused':
      return {
        kind: 'request',
        ticket: outcome.ticket,
        remark: { kind: 'notPossible', possible: outcome.possible, text },
      };
    default:
      // It was there a moment ago, and its requester may always move it.
      return {
        kind: 'request',
        ticket: before,
        remark: { kind: 'notPossible', possible: hasEnded(before) ? [] : ['comment'], text },
      };
  }
}

/** Private notes never leave for the person, whatever draws it; that there was a move stays, since it counts as a step. */
function forRequester(ticket: Ticket): Ticket {
  return { ...ticket, moves: ticket.moves.map((move) => (move.kind === 'noted' ? { ...move, text: '' } : move)) };
}
