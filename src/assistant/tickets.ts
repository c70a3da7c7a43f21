import type { Directory } from '../directory/model.js';
import type { Helpdesk, PressResult, Wish } from '../helpdesk/helpdesk.js';
import { possibleNow } from '../helpdesk/move-ticket.js';
import type { TicketFilter } from '../helpdesk/ports.js';
import type { Party, ResolvedCause, Ticket } from '../helpdesk/ticket.js';
import { listedTicketOf } from '../helpdesk/listed-ticket.js';
import type { TicketFormKind, TicketFormView, TicketListFilter, TicketListView } from '../helpdesk/views.js';
import { maxTicketText, ticketsOnPage } from '../limits.js';
import type { Tree } from '../troubleshooting/tree.js';
import { notice, say, type Answer } from './answer.js';
import type { Sender, TicketPress } from './input.js';
import { redactTyped } from './redact-typed.js';
import type { Notice } from './views.js';
import { hourMs } from '../runtime/durations.js';

export interface TicketsOptions {
  readonly tree: Tree;
  readonly helpdesk: Helpdesk;
  readonly directory: Pick<Directory, 'members'>;
  readonly helpdeskGroupId: string | undefined;
  readonly now: () => Date;
}

export type Tickets = ReturnType<typeof createTickets>;

/** How far back `older` looks when no hours are named. A working day and the night after it. */
const defaultHours = 24;

/** What the helpdesk does with tickets: presses on their cards, and finding them. */
export function createTickets({ tree, helpdesk, directory, helpdeskGroupId, now }: TicketsOptions) {
  // --- finding -----------------------------------------------------------------------------------------------------------

  async function list(
    personId: string,
    filter: TicketListFilter,
    hours: number,
    page: number,
  ): Promise<TicketListView | Notice> {
    const found = await helpdesk.list(personId, filterOf(personId, filter, hours), page);
    if (found === 'notAllowed') return { key: 'notHelpdeskList' };
    if (found === 'membershipUnknown') return { key: 'lookUpFailed' };
    const pages = Math.ceil(found.total / ticketsOnPage);
    if (found.tickets.length === 0 && page > 0 && pages > 0) return list(personId, filter, hours, pages - 1);
    if (found.total === 0) return { key: 'noTickets' };
    return {
      kind: 'ticketList',
      filter,
      hours,
      rows: found.tickets.map(listedTicketOf),
      page,
      pages,
      total: found.total,
    };
  }

  function filterOf(personId: string, filter: TicketListFilter, hours: number): TicketFilter {
    if (filter === 'mine') return { kind: 'mine', personId };
    return filter === 'older' ? { kind: 'older', than: now().getTime() - hours * hourMs } : { kind: filter };
  }

  async function typedList({ personId }: Sender, argument: string): Promise<Answer> {
    const wanted = /^(?:(open|mine|unassigned)|older(?: than)?(?: (\d{1,5})(?: ?h(?:ours)?)?)?)?$/i.exec(argument);
    if (!wanted) return notice('ticketsHow');
    const filter = (wanted[1]?.toLowerCase() ?? (/^older/i.test(argument) ? 'older' : 'open')) as TicketListFilter;
    const listed = await list(personId, filter, Number(wanted[2] ?? defaultHours), 0);
    return 'key' in listed ? notice(listed.key) : say(listed);
  }

  async function turnedPage(
    { personId }: Sender,
    filter: TicketListFilter,
    hours: number,
    page: number,
  ): Promise<Answer> {
    const listed = await list(personId, filter, hours, page);
    return 'key' in listed ? { replies: [], refusal: listed } : { replies: [], card: listed };
  }

  /** A look-up, not a move: an earlier membership is not enough. */
  async function typedNumber({ personId }: Sender, argument: string): Promise<Answer> {
    const number = Number(/^#?(\d{1,12})$/.exec(argument)?.[1]);
    const outcome = await helpdesk.look(Number.isNaN(number) ? 0 : number, personId, true);
    switch (outcome.kind) {
      case 'notAllowed':
        return notice('notHelpdeskList');
      case 'membershipUnknown':
        return notice('lookUpFailed');
      case 'notFound':
        return Number.isNaN(number) ? notice('commandNeedsNumber') : notice('ticketNotFound', { number });
      default:
        return say({ kind: 'ticketCard', ticket: outcome.ticket });
    }
  }

  // --- pressed -----------------------------------------------------------------------------------------------------------

  async function pressed(from: Sender, press: TicketPress): Promise<Answer> {
    const { option, ticketNumber } = press;
    switch (option) {
      case 'show':
        return answerTo(press, await helpdesk.look(ticketNumber, from.personId));
      case 'claim':
      case 'unclaim':
      case 'markUrgent':
      case 'markNormal':
        return answerTo(press, await move(from, press, { kind: option }));
      case 'assign':
      case 'reply':
      case 'note':
      case 'resolve':
      case 'reopen':
        return opened(from, press, option);
      case 'sendReply':
      case 'sendNote':
      case 'sendReopen':
      case 'sendResolve':
      case 'sendAssign':
        return sent(from, press);
    }
  }

  function move(from: Sender, press: TicketPress, wish: Wish): Promise<PressResult> {
    return helpdesk.press(press.ticketNumber, wish, { by: partyOf(from), fromStep: press.step });
  }

  /** The form takes the card's place for the one who asked for it. */
  async function opened(from: Sender, press: TicketPress, form: TicketFormKind): Promise<Answer> {
    const looked = await helpdesk.look(press.ticketNumber, from.personId);
    if (looked.kind !== 'done') return answerTo(press, looked);
    const { ticket } = looked;
    const possible = possibleNow(ticket, 'helpdesk');
    if (!possible.includes(form)) return answerTo(press, { kind: 'refused', ticket, possible });
    const colleagues = form === 'assign' ? await colleaguesOf(ticket) : [];
    if (!colleagues) return { replies: [], refusal: { key: 'lookUpFailed' } };
    return { replies: [], card: formOf(ticket, form, colleagues) };
  }

  async function sent(from: Sender, press: TicketPress): Promise<Answer> {
    const { option, inputs } = press;
    const text = redactTyped((inputs['text'] ?? '').slice(0, maxTicketText)).trim();
    switch (option) {
      case 'sendReply':
        if (text === '') return again(from, press, 'reply', 'textMissing', { waits: inputs['waits'] === 'true' });
        return answerTo(
          press,
          await move(from, press, { kind: 'reply', text, waits: inputs['waits'] === 'true' }),
          text,
        );
      case 'sendNote':
        if (text === '') return again(from, press, 'note', 'textMissing');
        return answerTo(press, await move(from, press, { kind: 'note', text }), text);
      case 'sendReopen':
        return answerTo(press, await move(from, press, { kind: 'reopen', text }), text);
      case 'sendResolve': {
        const cause = causeOf(inputs['cause'] ?? '');
        if (cause === 'notPicked') return again(from, press, 'resolve', 'pickMissing', { text });
        return answerTo(press, await move(from, press, { kind: 'resolve', cause, text }), text);
      }
      default: {
        const colleagues = await everybody();
        if (!colleagues) return { replies: [], refusal: { key: 'lookUpFailed' } };
        const to = colleagues.find(({ id }) => id === inputs['assignee']?.toLowerCase());
        if (!to) return again(from, press, 'assign', 'pickMissing');
        const outcome = await move(from, press, { kind: 'assign', to });
        return outcome.kind === 'notColleague'
          ? again(from, press, 'assign', 'notHelpdesk', { picked: to.id })
          : answerTo(press, outcome);
      }
    }
  }

  /** The same form with what is missing in it. */
  async function again(
    from: Sender,
    press: TicketPress,
    form: TicketFormKind,
    remark: 'textMissing' | 'pickMissing' | 'notHelpdesk',
    kept: Partial<Pick<TicketFormView, 'text' | 'picked' | 'waits'>> = {},
  ): Promise<Answer> {
    const looked = await helpdesk.look(press.ticketNumber, from.personId);
    if (looked.kind !== 'done') return answerTo(press, looked);
    const colleagues = form === 'assign' ? ((await colleaguesOf(looked.ticket)) ?? []) : [];
    return { replies: [], card: { ...formOf(looked.ticket, form, colleagues), ...kept, remark: { kind: remark } } };
  }

  function formOf(ticket: Ticket, form: TicketFormKind, colleagues: readonly Party[]): TicketFormView {
    // A second question does not make the first one answered.
    const waits = form === 'reply' && ticket.state === 'waiting';
    return {
      kind: 'ticketForm',
      ticket,
      form,
      text: '',
      waits,
      colleagues,
      causes: form === 'resolve' ? causesFor(ticket) : [],
    };
  }

  /** The ones the walk led to come first, then all others of the trees. */
  function causesFor({ report }: Ticket): TicketFormView['causes'] {
    const likely = report.causes.map(({ id, title }) => ({ id, title }));
    const others = [...tree.causes]
      .filter(([id]) => !likely.some((cause) => cause.id === id))
      .map(([id, { title }]) => ({ id, title }));
    return [...likely, ...others];
  }

  function causeOf(picked: string): ResolvedCause | 'notPicked' {
    if (picked === 'other') return undefined;
    const cause = tree.causes.get(picked);
    return cause ? { id: picked, title: cause.title } : 'notPicked';
  }

  async function everybody(): Promise<readonly Party[] | undefined> {
    if (helpdeskGroupId === undefined) return [];
    const members = await directory.members(helpdeskGroupId);
    if (!members.known) return undefined;
    return members.value
      .filter(({ accountEnabled }) => accountEnabled !== false)
      .map(({ id, displayName = '', userPrincipalName = '' }) => ({ id, name: displayName, userPrincipalName }));
  }

  async function colleaguesOf({ claimedBy }: Ticket): Promise<readonly Party[] | undefined> {
    return (await everybody())?.filter(({ id }) => id !== claimedBy?.id);
  }

  return { typedList, typedNumber, turnedPage, pressed };
}

function partyOf({ personId, name }: Sender): Party {
  return { id: personId, name, userPrincipalName: '' };
}

/** The card as it is now, with what was written when that came to nothing, or why there is none to see. */
function answerTo({ ticketNumber }: TicketPress, outcome: PressResult, text = ''): Answer {
  switch (outcome.kind) {
    case 'done':
      return { replies: [], card: { kind: 'ticketCard', ticket: outcome.ticket } };
    case 'refused':
      return {
        replies: [],
        card: {
          kind: 'ticketCard',
          ticket: outcome.ticket,
          remark: { kind: 'notPossible', possible: outcome.possible, text },
        },
      };
    case 'notColleague':
      return { replies: [], card: { kind: 'ticketCard', ticket: outcome.ticket, remark: { kind: 'notHelpdesk' } } };
    case 'notAllowed':
      return { replies: [], refusal: { key: 'notHelpdesk' } };
    case 'membershipUnknown':
      return { replies: [], refusal: { key: 'lookUpFailed' } };
    case 'notFound':
      return { replies: [], refusal: { key: 'ticketNotFound', values: { number: ticketNumber } } };
  }
}
