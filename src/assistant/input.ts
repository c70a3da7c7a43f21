import type { AdminOption } from './administrators/options.js';
import type { ExportRef, UploadTarget } from '../administration/exports.js';
import type { PostedCard } from '../helpdesk/ticket.js';
import type { TicketListFilter } from '../helpdesk/views.js';
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

/** A file that came with a text: what it says, or why it was not read. `notAllowed`: by where it lies, or as one too many. */
export type SaidFile =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly problem: 'tooLarge' | 'notText' | 'notReachable' | 'notAllowed' };

export type WalkPress = StepRef & {
  readonly kind: 'walk';
  readonly option: string;
  /** Values of the card's inputs by id, as the client sent them: strings only, anything else was dropped. */
  readonly inputs: Readonly<Record<string, string>>;
};

/** The buttons of a ticket's card; `send…` are those of its forms. */
export const ticketOptions = [
  'show',
  'claim',
  'unclaim',
  'assign',
  'reply',
  'note',
  'resolve',
  'reopen',
  'markUrgent',
  'markNormal',
  'sendAssign',
  'sendReply',
  'sendNote',
  'sendResolve',
  'sendReopen',
] as const;

/** The buttons of a person's own requests. */
export const requestOptions = ['show', 'comment', 'withdraw', 'confirm', 'reopen', 'answer', 'notAnAnswer'] as const;

export type TicketOption = (typeof ticketOptions)[number];
export type RequestOption = (typeof requestOptions)[number];

/** `step` is the one the card was drawn at. Inputs: `text`, `waits` (`true`), `assignee` (an object id), `cause`. */
interface NumberedPress<Kind extends string, Option extends string> {
  readonly kind: Kind;
  readonly ticketNumber: number;
  readonly step: number;
  readonly option: Option;
  readonly inputs: Readonly<Record<string, string>>;
}

export type TicketPress = NumberedPress<'ticket', TicketOption>;
export type RequestPress = NumberedPress<'request', RequestOption>;

/** `id`: what it is about, '' = nothing in particular. */
export interface AdminPress {
  readonly kind: 'admin';
  readonly option: AdminOption;
  readonly id: string;
  readonly inputs: Readonly<Record<string, string>>;
}

export type Press =
  | WalkPress
  | AdminPress
  | TicketPress
  | RequestPress
  /** Another page, from 0. `hours` belongs to `older`. */
  | { readonly kind: 'tickets'; readonly filter: TicketListFilter; readonly hours: number; readonly page: number }
  | { readonly kind: 'requests'; readonly page: number }
  /** The question of `use this channel`, answered in the channel it is about. `useOpen`: outsiders may read it. */
  | { readonly kind: 'channel'; readonly option: 'use' | 'useOpen' | 'cancel' }
  | { readonly kind: 'say'; readonly words: string }
  | { readonly kind: 'lookUp'; readonly pcName: string };

export type Scope = 'personal' | 'channel' | 'group';

/** One thing that happened in a conversation, free of any SDK. */
export type Input = { readonly from: Sender; readonly scope: Scope; readonly conversationId: string } & (
  | { readonly kind: 'installed' }
  | {
      readonly kind: 'said';
      readonly text: string;
      /** The same words with their line ends, at most `maxTypedCharacters`; undefined = as in `text`. */
      readonly lines?: string;
      readonly mentions: readonly Mention[];
      readonly hasPicture: boolean;
      /** What came with it and is no picture; undefined = nothing. */
      readonly files?: readonly SaidFile[];
    }
  /** The answer to a file that was offered. `ref` and `upload` undefined = not readable. */
  | {
      readonly kind: 'fileConsent';
      readonly accepted: boolean;
      readonly ref: ExportRef | undefined;
      readonly upload: UploadTarget | undefined;
    }
  /** `message` is the one that carries the button; undefined when the client did not say. */
  | { readonly kind: 'pressed'; readonly press: Press; readonly message: PostedCard | undefined }
);
