import type { LocalizedText } from '../text/locale.js';
import type { Incident } from './incidents.js';
import type { TicketActionKind } from './life-cycle.js';
import type { Digest } from './ports.js';
import type { Party, ResolvedCause, Severity, Ticket, TicketMove } from './ticket.js';

/** What a form on the ticket's card asks for; it takes the card's place for the one who opened it. */
export type TicketFormKind = 'reply' | 'note' | 'assign' | 'resolve' | 'reopen';

/** What just happened to a press: not possible (any more), and what is; or something was missing in the form. */
export type TicketRemark =
  /** `text`: what was written along, so that it can be copied. */
  | { readonly kind: 'notPossible'; readonly possible: readonly TicketActionKind[]; readonly text?: string }
  | { readonly kind: 'textMissing' | 'pickMissing' | 'notHelpdesk' };

/** The form with what was typed so far. `colleagues`: whom it can be assigned to; `causes`: what it can be resolved as. */
export interface TicketFormView {
  readonly kind: 'ticketForm';
  readonly ticket: Ticket;
  readonly form: TicketFormKind;
  readonly text: string;
  readonly colleagues: readonly Party[];
  readonly causes: readonly NonNullable<ResolvedCause>[];
  readonly remark?: TicketRemark;
  /** What was chosen so far, when it comes back with a remark: `assignee` or `cause`, and `waits`. */
  readonly picked?: string;
  readonly waits?: boolean;
}

/** One line of a list: what helps to choose. */
export interface ListedTicket {
  readonly number: number;
  readonly state: Ticket['state'];
  readonly severity: Severity;
  readonly requester: Party;
  readonly claimedBy: Party | undefined;
  readonly pcName: string;
  /** The most likely cause. */
  readonly cause: ResolvedCause;
  /** The number of the known issue it is joined to. */
  readonly incident?: number;
  readonly createdAt: string;
}

export type TicketListFilter = 'open' | 'mine' | 'unassigned' | 'older';

/** A page of a list, counted from 0. `hours` belongs to `older`. */
export interface TicketListView {
  readonly kind: 'ticketList';
  readonly filter: TicketListFilter;
  readonly hours: number;
  readonly rows: readonly ListedTicket[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

/** What the requester sees of their own: everything but private notes. */
export interface RequestView {
  readonly kind: 'request';
  readonly ticket: Ticket;
  /** The latest comment as it was taken, or why something was not possible. */
  readonly remark?: TicketRemark | { readonly kind: 'commentTaken' | 'withdrawn' | 'reopened' | 'confirmed' };
}

export interface MyRequestsView {
  readonly kind: 'myRequests';
  readonly rows: readonly ListedTicket[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly muted: boolean;
}

/** Somebody types while requests of theirs wait for an answer: is it one? `text` is redacted where it came from a PC. */
export interface ReplyOfferView {
  readonly kind: 'replyOffer';
  readonly tickets: readonly { readonly number: number; readonly step: number }[];
  readonly text: string;
  /** It was read as something else as well: then "no" needs no button. */
  readonly alsoRead: boolean;
}

/** Whether requests should come to this channel: who of its members would read them. */
export interface ChannelProposalView {
  readonly kind: 'channelProposal';
  readonly members: number;
  readonly notHelpdesk: number;
  /** Guests and people of other tenants. */
  readonly outsiders: number;
  /** The second question, asked when there are outsiders. */
  readonly sure: boolean;
}

/** A known issue as administrators see it. `unknownCause`: what was typed for a cause, with those that may be meant. */
export interface IncidentView {
  readonly kind: 'incident';
  readonly incident: Incident;
  readonly title?: LocalizedText;
  readonly unknownCause?: string;
  readonly offered?: readonly { readonly id: string; readonly title: LocalizedText }[];
  /** Open requests that are joined to it; undefined = not counted here. */
  readonly joined?: number;
}

/** What the helpdesk room has to show. `teams/` renders it; `ticketCard` is the auto-updating card in the channel. */
export type HelpdeskView =
  | { readonly kind: 'ticketCard'; readonly ticket: Ticket; readonly remark?: TicketRemark }
  | TicketFormView
  | TicketListView
  /** One move, told in the thread below the card. `mention`: people to call by a mention, and nobody else. */
  | {
      readonly kind: 'ticketEntry';
      readonly ticket: Ticket;
      readonly move: TicketMove;
      readonly mention: readonly Party[];
    }
  | { readonly kind: 'ticketPaste'; readonly ticketNumber: number; readonly requester: Party; readonly text: string }
  | { readonly kind: 'ticketDigest'; readonly digest: Digest }
  /** Told to the requester. `text`: what was done, as the helpdesk wrote it. */
  | {
      readonly kind: 'ticketNews';
      readonly ticketNumber: number;
      readonly news: 'claimed' | 'resolved' | 'reopened';
      readonly by: Party;
      readonly text?: string;
      readonly step?: number;
    }
  /** Written to the requester by somebody of the helpdesk. */
  | {
      readonly kind: 'ticketReply';
      readonly ticketNumber: number;
      readonly by: Party;
      readonly text: string;
      readonly waits: boolean;
      readonly step: number;
    }
  | RequestView
  | MyRequestsView
  | ReplyOfferView
  | ChannelProposalView
  | IncidentView
  /** Told in the channel: open requests were joined to a known issue that is over. */
  | {
      readonly kind: 'incidentOver';
      readonly number: number;
      readonly text: string;
      readonly tickets: readonly number[];
    }
  /** In place of the proposal, for everybody: what came of it, and who said so. */
  | { readonly kind: 'channelChosen'; readonly outcome: 'used' | 'kept'; readonly by: Party }
  /** Posted to try a channel, and then left there. */
  | { readonly kind: 'channelTest' }
  /** Told to the channel that requests went to before; `conversationId` is where it was chosen, a thread of the new one. */
  | { readonly kind: 'channelLeft'; readonly by: Party; readonly conversationId: string };
