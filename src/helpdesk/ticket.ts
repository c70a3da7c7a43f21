import type { Finding } from '../diagnosis/model.js';
import type { LocalizedText } from '../text/locale.js';
import type { FactName, Fact } from '../troubleshooting/facts.js';
import type { HandOverForm } from '../troubleshooting/session.js';
import type { Who } from '../troubleshooting/tree.js';

/** A question and what was answered, in the order they came. `by: fact` = the directory answered it. */
export interface ReportedAnswer {
  readonly question: LocalizedText;
  readonly answer: LocalizedText;
  readonly by: 'person' | 'fact';
}

export interface ReportedFact {
  readonly name: FactName;
  readonly fact: Fact;
  /** The person said that it is wrong. */
  readonly disputed: boolean;
}

export interface ReportedCause {
  readonly id: string;
  readonly title: LocalizedText;
  readonly who: Who;
  readonly certainty: 'documented' | 'likely';
  readonly technical: LocalizedText;
}

/** The PC it is about, as far as it is known: the directory's object id, and what the PC says of itself. */
export interface ReportedPc {
  readonly objectId?: string;
  readonly deviceId?: string;
  readonly name?: string;
}

/** Everything a helpdesk person would ask back. Frozen when the person sends it. */
export interface ProblemReport {
  readonly form: HandOverForm;
  /** Whether the PC's account is the person's own; `undefined` = never asked. */
  readonly ownAccount: boolean | undefined;
  readonly windows: LocalizedText | undefined;
  /** What the status dialog is about, as answered; the exact words are in `form.seen`. */
  readonly dialog: LocalizedText | undefined;
  /** One of the five down-level versions, which the vendor no longer supports. */
  readonly outOfSupport: boolean;
  readonly answers: readonly ReportedAnswer[];
  readonly tried: readonly LocalizedText[];
  /** What pastes and looked-up PCs say, redacted. */
  readonly findings: readonly Finding[];
  readonly facts: readonly ReportedFact[];
  readonly causes: readonly ReportedCause[];
  readonly pc?: ReportedPc;
  /** What the person pasted, redacted, unless they left it out: for the thread, and gone when the ticket ends. */
  readonly paste?: string;
}

/** Who a ticket concerns or who moved it: an Entra object id with what they were called at that time. */
export interface Party {
  readonly id: string;
  readonly name: string;
  readonly userPrincipalName: string;
}

/** Who moves a ticket that moves by itself, and whose name is gone. */
export const nobody: Party = { id: '', name: '', userPrincipalName: '' };

/** `waiting`: for an answer of the person. `closed` and `withdrawn` are the end. */
export const ticketStates = ['open', 'claimed', 'waiting', 'resolved', 'closed', 'withdrawn'] as const;

export type TicketState = (typeof ticketStates)[number];

export type Severity = 'normal' | 'urgent';

/** What it was in the end: a cause of the trees, or `undefined` for none of them. */
export type ResolvedCause = Pick<ReportedCause, 'id' | 'title'> | undefined;

/** What was done to a ticket. `text` is as typed, redacted where it was copied from a PC. */
export type TicketDeed =
  | { readonly kind: 'opened' | 'claimed' | 'unclaimed' | 'withdrawn' | 'markedUrgent' | 'markedNormal' }
  | { readonly kind: 'assigned'; readonly to: Party }
  /** `waits`: an answer is expected. `told`: the person was written to; not so when they muted the bot. */
  | { readonly kind: 'replied'; readonly text: string; readonly waits: boolean; readonly told: boolean }
  /** A private note: never for the person. */
  | { readonly kind: 'noted'; readonly text: string }
  | { readonly kind: 'commented' | 'reopened'; readonly text: string }
  | { readonly kind: 'resolved'; readonly cause?: ResolvedCause; readonly text?: string }
  /** By the person, or by nobody when they did not come back to it. */
  | { readonly kind: 'closed' }
  /** The helpdesk was reminded that nobody has claimed it. */
  | { readonly kind: 'reminded' }
  /** Its card in the channel was gone, and another was posted. */
  | { readonly kind: 'cardRenewed' };

/**
 * One entry of the record. `fromStep`: the step that the pressed button was drawn at, so that the same press is known when it
 * comes again; missing where no button was pressed.
 */
export type TicketMove = TicketDeed & { readonly by: Party; readonly at: string; readonly fromStep?: number };

export interface Ticket {
  readonly number: number;
  readonly requester: Party;
  readonly sessionId: string;
  readonly locale: string;
  readonly state: TicketState;
  readonly severity: Severity;
  readonly report: ProblemReport;
  readonly claimedBy: Party | undefined;
  readonly moves: readonly TicketMove[];
  readonly createdAt: string;
  readonly updatedAt: string;
  /** When the helpdesk is reminded that nobody has claimed it, ISO 8601; missing = not (any more). */
  readonly remindAt?: string | undefined;
  /** The known issue that it was joined to when it was sent. `over`: that has ended. */
  readonly incident?: { readonly number: number; readonly text: string; readonly over?: boolean };
  /** When a resolved ticket closes by itself, ISO 8601. */
  readonly closesAt?: string | undefined;
}

/** Grows with every move, so that a button of before is recognised. */
export function stepOf({ moves }: Pick<Ticket, 'moves'>): number {
  return moves.length;
}

/** Nothing can happen to it any more. */
export function hasEnded({ state }: Pick<Ticket, 'state'>): boolean {
  return state === 'closed' || state === 'withdrawn';
}

/** The stored message that shows the ticket in the channel. */
export interface PostedCard {
  readonly conversationId: string;
  readonly activityId: string;
}
