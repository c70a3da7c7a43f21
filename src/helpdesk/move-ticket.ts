import { closeAfterMs } from '../limits.js';
import { lifeCycle, type Role, type TicketActionKind } from './life-cycle.js';
import {
  hasEnded,
  type Party,
  type ResolvedCause,
  type Ticket,
  type TicketDeed,
  type TicketMove,
  type TicketState,
} from './ticket.js';

/** What somebody wants to do with a ticket. */
export type TicketAction =
  | { readonly kind: Exclude<TicketActionKind, 'assign' | 'reply' | 'note' | 'comment' | 'resolve' | 'reopen'> }
  | { readonly kind: 'assign'; readonly to: Party }
  | { readonly kind: 'reply'; readonly text: string; readonly waits: boolean; readonly told: boolean }
  | { readonly kind: 'note' | 'comment' | 'reopen'; readonly text: string }
  | { readonly kind: 'resolve'; readonly cause: ResolvedCause; readonly text: string };

/** Who acts, when (ISO 8601), and at which step the pressed button was drawn. */
export interface Acting {
  readonly role: Role;
  readonly by: Party;
  readonly at: string;
  readonly fromStep?: number;
}

export type TicketMoved =
  | { readonly kind: 'moved'; readonly ticket: Ticket }
  /** The very press that was taken already: nothing happens again. */
  | { readonly kind: 'repeated' }
  | { readonly kind: 'refused'; readonly possible: readonly TicketActionKind[] };

/** What may happen to the ticket now, in the order in which it is offered. */
export function possibleNow(ticket: Pick<Ticket, 'state' | 'severity'>, role: Role): readonly TicketActionKind[] {
  const already = ticket.severity === 'urgent' ? 'markUrgent' : 'markNormal';
  return lifeCycle[role][ticket.state].filter((kind) => kind !== already);
}

/** One move in a ticket's life, decided: no I/O, no clock. A press that comes again changes nothing. */
export function moveTicket(ticket: Ticket, action: TicketAction, acting: Acting): TicketMoved {
  const deed = deedOf(action);
  if (wasTaken(ticket, deed, acting)) return { kind: 'repeated' };
  const possible = possibleNow(ticket, acting.role);
  if (!possible.includes(action.kind) || isStale(ticket, action, acting)) return { kind: 'refused', possible };
  const { by, at, fromStep } = acting;
  const move: TicketMove = { ...deed, by, at, ...(fromStep !== undefined && { fromStep }) };
  const next = { ...ticket, ...changes(ticket, action, acting), moves: [...ticket.moves, move], updatedAt: at };
  return { kind: 'moved', ticket: hasEnded(next) ? withoutPaste(next) : next };
}

const changesOfHand: readonly TicketDeed['kind'][] = [
  'claimed',
  'unclaimed',
  'assigned',
  'resolved',
  'reopened',
  'withdrawn',
  'closed',
];
const changesOfSeverity: readonly TicketDeed['kind'][] = ['markedUrgent', 'markedNormal'];

/** What makes a button of before mean something else than it did. Presses that carry a text or a name, and withdrawing, hold all the same. */
const outdates: Partial<Record<TicketActionKind, readonly TicketDeed['kind'][]>> = {
  claim: changesOfHand,
  unclaim: changesOfHand,
  confirm: changesOfHand,
  markUrgent: changesOfSeverity,
  markNormal: changesOfSeverity,
};

/** A press that was refused and is delivered again later, when it would be possible, is still the press of then. */
function isStale({ moves }: Ticket, { kind }: TicketAction, { fromStep }: Acting): boolean {
  const since = outdates[kind] ?? [];
  return fromStep !== undefined && moves.slice(Math.max(fromStep, 1)).some((move) => since.includes(move.kind));
}

function deedOf(action: TicketAction): TicketDeed {
  switch (action.kind) {
    case 'claim':
      return { kind: 'claimed' };
    case 'unclaim':
      return { kind: 'unclaimed' };
    case 'assign':
      return { kind: 'assigned', to: action.to };
    case 'reply':
      return { kind: 'replied', text: action.text, waits: action.waits, told: action.told };
    case 'note':
      return { kind: 'noted', text: action.text };
    case 'comment':
      return { kind: 'commented', text: action.text };
    case 'reopen':
      return { kind: 'reopened', text: action.text };
    case 'resolve':
      return { kind: 'resolved', cause: action.cause, text: action.text };
    case 'markUrgent':
      return { kind: 'markedUrgent' };
    case 'markNormal':
      return { kind: 'markedNormal' };
    case 'withdraw':
      return { kind: 'withdrawn' };
    case 'confirm':
    case 'close':
      return { kind: 'closed' };
    case 'remind':
      return { kind: 'reminded' };
    case 'renewCard':
      return { kind: 'cardRenewed' };
  }
}

/** Teams delivers a press again, with another activity id at times: it is the same when who, what with which inputs, and the step are. */
function wasTaken({ moves }: Ticket, deed: TicketDeed, { by, fromStep }: Acting): boolean {
  if (fromStep === undefined) return false;
  return moves.some(
    (move) =>
      move.kind === deed.kind &&
      move.by.id === by.id &&
      move.fromStep === fromStep &&
      inputsOf(move) === inputsOf(deed),
  );
}

function inputsOf(deed: TicketDeed): string {
  switch (deed.kind) {
    case 'assigned':
      return deed.to.id;
    case 'replied':
      return JSON.stringify([deed.text, deed.waits]);
    case 'resolved':
      return JSON.stringify([deed.text ?? '', deed.cause?.id]);
    case 'noted':
    case 'commented':
    case 'reopened':
      return deed.text;
    default:
      return '';
  }
}

function changes(ticket: Ticket, action: TicketAction, { by, at }: Acting): Partial<Ticket> {
  switch (action.kind) {
    case 'claim':
      return { state: 'claimed', claimedBy: by };
    case 'assign':
      return { state: 'claimed', claimedBy: action.to };
    case 'unclaim':
    case 'reopen':
      return { state: 'open', claimedBy: undefined, closesAt: undefined };
    case 'reply':
      return { state: action.waits ? 'waiting' : 'claimed' };
    case 'comment':
      return { state: answered(ticket.state) };
    case 'resolve':
      return { state: 'resolved', closesAt: new Date(Date.parse(at) + closeAfterMs).toISOString() };
    case 'markUrgent':
      return { severity: 'urgent' };
    case 'markNormal':
      return { severity: 'normal' };
    case 'withdraw':
      return { state: 'withdrawn' };
    case 'confirm':
    case 'close':
      return { state: 'closed', closesAt: undefined };
    case 'note':
    case 'remind':
    case 'renewCard':
      return {};
  }
}

function answered(state: TicketState): TicketState {
  return state === 'waiting' ? 'claimed' : state;
}

function withoutPaste(ticket: Ticket): Ticket {
  const { paste: _gone, ...report } = ticket.report;
  return { ...ticket, report };
}
