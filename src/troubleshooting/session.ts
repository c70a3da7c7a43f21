import type { Finding, MissingPart, PasteKind, PcOfPaste } from '../diagnosis/model.js';
import type { FactName, Facts } from './facts.js';

/** One node that was passed, and what decided the way on. */
export type TrailEntry =
  | {
      readonly kind: 'answered';
      readonly nodeId: string;
      readonly optionId: string;
      readonly by: 'person';
      readonly at: string;
    }
  | {
      readonly kind: 'checked';
      readonly nodeId: string;
      readonly optionId?: string;
      readonly fact: FactName;
      readonly value: string;
      readonly at: string;
    }
  | { readonly kind: 'branched'; readonly nodeId: string; readonly on: string; readonly value: string | undefined }
  | { readonly kind: 'notFixed'; readonly nodeId: string; readonly at: string }
  /** The reading of `readingAt` led from `nodeId` to `landed`; `sets` are attributes that it proves. */
  | {
      readonly kind: 'read';
      readonly nodeId: string;
      readonly landed: string;
      readonly at: string;
      readonly readingAt: string;
      readonly sets: Readonly<Record<string, string>>;
    }
  /** What the person typed in own words led from `nodeId` to `landed`. */
  | { readonly kind: 'entered'; readonly nodeId: string; readonly landed: string; readonly at: string };

/**
 * What was read in one paste, or looked up for one PC. Redacted: it is stored, shown, and goes to the helpdesk.
 * `landed`: it has led the walk somewhere, or there is nowhere it could lead.
 */
export interface SessionReading {
  readonly at: string;
  readonly kinds: readonly PasteKind[];
  readonly findings: readonly Finding[];
  readonly missing: readonly MissingPart[];
  readonly pc: PcOfPaste & { readonly objectId?: string };
  /** The directory was asked for this PC and answered. */
  readonly lookedUp: boolean;
  /** For the helpdesk's field "what the PC shows": the short paste itself, or its telling lines. */
  readonly seen: string;
  /** The whole of it, redacted, for the thread at the helpdesk; missing when nothing was pasted, or when later ones took the room. */
  readonly text?: string;
  /** Attributes that it proves, e.g. `windows: 'current'`. */
  readonly sets: Readonly<Record<string, string>>;
  readonly landed: boolean;
}

/** What the person writes for the helpdesk. Strings are as typed, at most the lengths in limits.ts. */
export interface HandOverForm {
  readonly note: string;
  readonly phone: string;
  readonly pcName: string;
  /** Whose account it is, when it is not the person's own. */
  readonly otherPerson: string;
  /** The words or the code the PC shows. */
  readonly seen: string;
  /** The person cannot work until it is solved. */
  readonly urgent?: boolean;
  /** What was pasted stays out of the request. */
  readonly leaveOutPaste?: boolean;
}

/** The parts of it that are typed. */
export type TypedField = 'note' | 'phone' | 'pcName' | 'otherPerson' | 'seen';

/** Why a form cannot be sent yet. */
export type FormProblem = 'nothingToSay' | 'otherPersonMissing';

/** Where the session stands. `node` is `Session.nodeId`; `handedOver` and `closed` end the walk. */
export type Place =
  | { readonly kind: 'node' }
  | { readonly kind: 'disputing' }
  /** Own words fit several places of the trees: which one is meant? */
  | { readonly kind: 'offering'; readonly entries: readonly string[] }
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
  /** The directory's ids of those whose name no other of them has; missing in sessions of before they were kept. */
  readonly pcIds?: readonly { readonly name: string; readonly objectId: string; readonly deviceId?: string }[];
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
  /** Pastes and looked-up PCs, oldest first, a few. */
  readonly readings?: readonly SessionReading[];
  /** When the bot will look at the PC's entry again and say so, ISO 8601. */
  readonly lookAgainAt?: string;
  /** What the person has typed for the helpdesk so far; kept when they go back. */
  readonly form: HandOverForm;
  readonly startedAt: string;
  readonly updatedAt: string;
}

/** A form with nothing in it. */
export const emptyForm: HandOverForm = { note: '', phone: '', pcName: '', otherPerson: '', seen: '' };

export const unknownProfile: Profile = { displayName: '', userPrincipalName: '', pcs: [] };
