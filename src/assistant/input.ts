import type { TicketAction } from '../helpdesk/move-ticket.js';
import type { PostedCard } from '../helpdesk/ticket.js';
import type { StepRef } from './views.js';

/** Who it is: the Entra object id of an authenticated activity. What a card or a text says about it does not count. */
export interface Sender {
  readonly personId: string;
  /** What the client calls the person; shown, never trusted. */
  readonly name: string;
  /** The client's language tag, e.g. `de-AT`. */
  readonly localeTag: string | undefined;
}

/** Somebody mentioned in a text. The id is the Teams id; only the roster knows the person behind it. */
export interface Mention {
  readonly teamsId: string;
  readonly text: string;
}

export type WalkPress = StepRef & {
  readonly kind: 'walk';
  readonly option: string;
  /** Values of the card's inputs by id, as the client sent them: strings only, anything else was dropped. */
  readonly inputs: Readonly<Record<string, string>>;
};

export type Press =
  | WalkPress
  | { readonly kind: 'say'; readonly words: string }
  | { readonly kind: 'lookUp'; readonly pcName: string }
  | { readonly kind: 'ticket'; readonly ticketNumber: number; readonly action: TicketAction };

export type Scope = 'personal' | 'channel' | 'group';

/** One thing that happened in a conversation, free of any SDK. */
export type Input = { readonly from: Sender; readonly scope: Scope; readonly conversationId: string } & (
  | { readonly kind: 'installed' }
  | { readonly kind: 'said'; readonly text: string; readonly mentions: readonly Mention[]; readonly hasPicture: boolean }
  /** `message` is the one that carries the button; undefined when the client did not say. */
  | { readonly kind: 'pressed'; readonly press: Press; readonly message: PostedCard | undefined }
);
