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

/** Everything a helpdesk person would ask back. Frozen when the person sends it. */
export interface Report {
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
  /** What pastes and looked-up PCs say, redacted; missing in tickets of before there were any. */
  readonly findings?: readonly Finding[];
  readonly facts: readonly ReportedFact[];
  readonly causes: readonly ReportedCause[];
}

/** Who a ticket concerns or who moved it: an Entra object id with what they were called at that time. */
export interface Party {
  readonly id: string;
  readonly name: string;
  readonly userPrincipalName: string;
}

export type TicketState = 'open' | 'claimed' | 'resolved';

export interface TicketMove {
  readonly kind: 'opened' | 'claimed' | 'resolved';
  readonly by: Party;
  readonly at: string;
}

export interface Ticket {
  readonly number: number;
  readonly requester: Party;
  readonly sessionId: string;
  readonly locale: string;
  readonly state: TicketState;
  readonly report: Report;
  readonly claimedBy: Party | undefined;
  readonly moves: readonly TicketMove[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** The stored message that shows the ticket in the channel. */
export interface PostedCard {
  readonly conversationId: string;
  readonly activityId: string;
}
