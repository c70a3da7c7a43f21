/** What a ticket should do, written down by hand from what was promised, and knowing nothing of the code. */
export type ModelState = 'open' | 'claimed' | 'waiting' | 'resolved' | 'closed' | 'withdrawn';

export type ModelMoveKind =
  | 'claimed'
  | 'unclaimed'
  | 'assigned'
  | 'replied'
  | 'noted'
  | 'resolved'
  | 'reopened'
  | 'markedUrgent'
  | 'markedNormal'
  | 'commented'
  | 'withdrawn'
  | 'closed'
  | 'reminded'
  | 'cardRenewed';

/** `side`: what a person of the helpdesk may do, what the requester may, and what happens by itself. */
export interface ModelMove {
  readonly side: 'helpdesk' | 'requester' | 'itself';
  readonly kind: ModelMoveKind;
  /** Empty when it happened by itself. */
  readonly by: string;
  readonly fromStep?: number | undefined;
  readonly text?: string | undefined;
  readonly to?: string | undefined;
  readonly waits?: boolean | undefined;
  readonly cause?: string | undefined;
}

export interface ModelTicket {
  readonly number: number;
  readonly state: ModelState;
  readonly claimedBy: string | undefined;
  readonly urgent: boolean;
  /** All but the opening. */
  readonly moves: readonly (ModelMove & { readonly at: number; readonly muted: boolean })[];
  /** When it came into its state, in milliseconds. */
  readonly since: number;
  /** Somebody was reminded since it was last free to be claimed. */
  readonly reminded: boolean;
}

const day = 24 * 60 * 60_000;
const week = 7 * day;

/** The states in which each side may do what. */
const allowed: Readonly<Record<ModelMove['side'], Partial<Record<ModelMoveKind, readonly ModelState[]>>>> = {
  helpdesk: {
    claimed: ['open'],
    unclaimed: ['claimed', 'waiting'],
    assigned: ['open', 'claimed', 'waiting'],
    replied: ['claimed', 'waiting'],
    noted: ['open', 'claimed', 'waiting', 'resolved'],
    resolved: ['claimed', 'waiting'],
    reopened: ['resolved'],
    markedUrgent: ['open', 'claimed', 'waiting'],
    markedNormal: ['open', 'claimed', 'waiting'],
  },
  requester: {
    commented: ['open', 'claimed', 'waiting', 'resolved'],
    withdrawn: ['open', 'claimed', 'waiting'],
    closed: ['resolved'],
    reopened: ['resolved'],
  },
  itself: {
    reminded: ['open'],
    closed: ['resolved'],
    cardRenewed: ['open', 'claimed', 'waiting', 'resolved'],
  },
};

export function opened(number: number, at: number): ModelTicket {
  return { number, state: 'open', claimedBy: undefined, urgent: false, moves: [], since: at, reminded: false };
}

/** One press is the same as another when the same person meant the same from the same drawing of the card. */
function isSame(one: ModelMove, other: ModelMove): boolean {
  const { by, kind, fromStep, text = '', to, cause } = one;
  return (
    by !== '' &&
    by === other.by &&
    kind === other.kind &&
    fromStep === other.fromStep &&
    text === (other.text ?? '') &&
    to === other.to &&
    cause === other.cause
  );
}

export function wasMade(ticket: ModelTicket, move: ModelMove): boolean {
  return ticket.moves.some((made) => isSame(made, move));
}

const ofHand = ['claimed', 'unclaimed', 'assigned', 'resolved', 'reopened', 'withdrawn', 'closed'];

/** A button drawn before the ticket changed hands means what it meant then; texts, names and a withdrawal hold all the same. */
function isStale({ moves }: ModelTicket, { kind, fromStep }: ModelMove): boolean {
  if (fromStep === undefined) return false;
  const since = moves.slice(Math.max(fromStep, 1) - 1).map((move) => move.kind);
  if (kind === 'markedUrgent' || kind === 'markedNormal')
    return since.some((each) => each === 'markedUrgent' || each === 'markedNormal');
  return ['claimed', 'unclaimed', 'closed'].includes(kind) && since.some((each) => ofHand.includes(each));
}

/** Why a move may not be made now; undefined = it may. */
export function objection(ticket: ModelTicket, move: ModelMove, at: number): string | undefined {
  if (wasMade(ticket, move)) return 'it was made already';
  if (isStale(ticket, move)) return 'it was meant for how things were';
  if (!allowed[move.side][move.kind]?.includes(ticket.state)) return `${move.side} may not when it is ${ticket.state}`;
  if (move.kind === 'markedUrgent' && ticket.urgent) return 'it is urgent';
  if (move.kind === 'markedNormal' && !ticket.urgent) return 'it is not urgent';
  if (move.kind === 'reminded' && ticket.reminded) return 'they were reminded already';
  if (move.kind === 'reminded' && !isWorkingTime(at)) return 'nobody works';
  if (move.kind === 'closed' && move.side === 'itself' && at < ticket.since + week) return 'the week is not over';
  return undefined;
}

export function after(ticket: ModelTicket, move: ModelMove, at: number, muted: boolean): ModelTicket {
  const moves = [...ticket.moves, { ...move, at, muted }];
  const to = (state: ModelState, more: Partial<ModelTicket> = {}): ModelTicket => ({
    ...ticket,
    state,
    since: state === ticket.state ? ticket.since : at,
    ...more,
    moves,
  });
  switch (move.kind) {
    case 'claimed':
      return to('claimed', { claimedBy: move.by });
    case 'assigned':
      return to('claimed', { claimedBy: move.to });
    case 'unclaimed':
    case 'reopened':
      return to('open', { claimedBy: undefined, reminded: false });
    case 'replied':
      return to(move.waits ? 'waiting' : 'claimed');
    case 'commented':
      return to(ticket.state === 'waiting' ? 'claimed' : ticket.state);
    case 'resolved':
    case 'closed':
    case 'withdrawn':
      return to(move.kind);
    case 'markedUrgent':
      // What has become urgent is brought up once more; to and fro changes nothing.
      return to(ticket.state, {
        urgent: true,
        reminded:
          ticket.reminded && ticket.moves.some(({ kind, at: then }) => kind === 'markedUrgent' && then >= ticket.since),
      });
    case 'markedNormal':
      return to(ticket.state, { urgent: false });
    case 'reminded':
      return to(ticket.state, { reminded: true });
    case 'noted':
    case 'cardRenewed':
      return to(ticket.state);
  }
}

/** Monday to Friday, 8:00 to 18:00 UTC. */
function isWorkingTime(at: number): boolean {
  const time = new Date(at);
  return time.getUTCDay() % 6 !== 0 && time.getUTCHours() >= 8 && time.getUTCHours() < 18;
}

/** What must have happened by itself by now, when the helpdesk's clock has run. Four days hold some hours of work. */
export function overdue(ticket: ModelTicket, at: number): string | undefined {
  if (ticket.state === 'resolved' && at >= ticket.since + week) return 'it should have closed';
  if (ticket.state === 'open' && !ticket.reminded && isWorkingTime(at) && at >= ticket.since + 4 * day)
    return 'somebody should have been reminded';
  return undefined;
}

/** What the requester is written because of a move; undefined = nothing. */
export function newsFor({
  kind,
  side,
  by,
  to,
  text,
  muted,
}: ModelTicket['moves'][number]):
  { readonly news: string; readonly by: string; readonly text?: string | undefined } | undefined {
  if (kind === 'resolved') return { news: 'resolved', by, text };
  if (muted) return undefined;
  if (kind === 'claimed') return { news: 'claimed', by };
  if (kind === 'assigned') return { news: 'claimed', by: to ?? '' };
  if (kind === 'reopened' && side === 'helpdesk') return { news: 'reopened', by };
  return kind === 'replied' ? { news: 'reply', by, text } : undefined;
}
