import type { FactName, Facts } from './facts.js';

/** One node that was passed, and what decided the way on. */
export type TrailEntry =
  | { readonly kind: 'answered'; readonly nodeId: string; readonly optionId: string; readonly by: 'person'; readonly at: string }
  | { readonly kind: 'checked'; readonly nodeId: string; readonly optionId?: string; readonly fact: FactName; readonly value: string; readonly at: string }
  | { readonly kind: 'branched'; readonly nodeId: string; readonly on: string; readonly value: string | undefined }
  | { readonly kind: 'notFixed'; readonly nodeId: string; readonly at: string };

/** What the person writes for the helpdesk. Strings are as typed, at most the lengths in limits.ts. */
export interface HandOverForm {
  readonly note: string;
  readonly phone: string;
  readonly pcName: string;
  /** Whose account it is, when it is not the person's own. */
  readonly otherPerson: string;
  /** The words or the code the PC shows. */
  readonly seen: string;
}

/** Why a form cannot be sent yet. */
export type FormProblem = 'nothingToSay' | 'otherPersonMissing';

/** Where the session stands. `node` is `Session.nodeId`; `handedOver` and `closed` end the walk. */
export type Place =
  | { readonly kind: 'node' }
  | { readonly kind: 'disputing' }
  | { readonly kind: 'form'; readonly problem?: FormProblem }
  | { readonly kind: 'summary' }
  | { readonly kind: 'handedOver'; readonly ticketNumber: number }
  | { readonly kind: 'closed'; readonly outcome: 'fixed' | 'explained'; readonly rating?: number };

/** What the directory said about the person who writes; for the hand-over's form and ticket. Empty = not known. */
export interface Profile {
  readonly displayName: string;
  readonly userPrincipalName: string;
  /** Names of the person's own PCs, a few. */
  readonly pcs: readonly string[];
}

/** One person's walk. Plain data: it is stored as JSON and every press names its `id` and `step`. */
export interface Session {
  readonly id: string;
  readonly treeVersion: string;
  /** Grows with every change a person makes, so that an old button is recognised. */
  readonly step: number;
  readonly place: Place;
  /** The node the walk stands on, also while a form is open. */
  readonly nodeId: string;
  readonly trail: readonly TrailEntry[];
  readonly facts: Facts;
  /** When the directory was asked last, whatever it said; undefined = not yet. */
  readonly factsReadAt?: string;
  readonly profile: Profile;
  /** Facts the person called wrong: asked instead, and named in the ticket. */
  readonly disputed: readonly FactName[];
  /** What the person has typed for the helpdesk so far; kept when they go back. */
  readonly form: HandOverForm;
  readonly startedAt: string;
  readonly updatedAt: string;
}

/** A form with nothing in it. */
export const emptyForm: HandOverForm = { note: '', phone: '', pcName: '', otherPerson: '', seen: '' };

export const unknownProfile: Profile = { displayName: '', userPrincipalName: '', pcs: [] };
