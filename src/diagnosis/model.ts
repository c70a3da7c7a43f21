import type { UnknownReason } from '../troubleshooting/facts.js';

/** The way to a joined PC, earliest first; what blocks an earlier phase is named before what blocks a later one. */
export const phases = ['preCheck', 'discover', 'auth', 'join', 'afterJoin'] as const;

export type Phase = (typeof phases)[number];

/** What a text was recognised as. */
export type PasteKind = 'status' | 'debugLog' | 'event' | 'dialog' | 'code';

export const sections = [
  'deviceState',
  'deviceDetails',
  'tenantDetails',
  'userState',
  'ssoState',
  'workAccount',
  'diagnosticData',
  'ieProxySystem',
  'ieProxyUser',
  'urlProxy',
  'winHttpProxy',
  'ngcPrerequisite',
] as const;

/** A section of `dsregcmd /status`; pre- and post-join data are both `diagnosticData`, as there. */
export type SectionName = (typeof sections)[number];

/**
 * One `key : value` of a status. `key` as `known-keys.ts` spells it, `value` trimmed, '' when nothing stands there;
 * `line` is the key and the value as they were pasted, in one line. `instance` counts work accounts from 1.
 */
export interface Field {
  readonly section: SectionName;
  readonly key: string;
  readonly value: string;
  readonly line: string;
  readonly instance?: number;
}

/** `dsregcmd /status` as far as it was pasted. What is not in `fields` is not known; it is never "no". */
export interface Status {
  readonly fields: readonly Field[];
  /** Sections of which the title or a key was seen. */
  readonly sections: readonly SectionName[];
  /** The text ends in the middle of a section or of a key. */
  readonly cut: boolean;
}

/** Where a code stood, as far as that changes its meaning. */
export type CodeContext = 'discover' | 'auth' | 'join' | 'prt' | 'hello' | 'autopilot';

/** A code in a text. `code` as `error-codes.json` spells it, or the normalised spelling of one that is not in there. */
export interface FoundCode {
  readonly code: string;
  readonly known: boolean;
  readonly line: string;
  readonly context?: CodeContext;
}

/**
 * The event log an entry comes from. The same number means different things in different logs: 201 is success in
 * `workplaceJoinClient` and failed discovery in `userDeviceRegistration`. Undefined = the text does not say.
 */
export type EventLog =
  'workplaceJoinClient' | 'workplaceJoinInBox' | 'userDeviceRegistration' | 'aad' | 'adfsRegistration';

export interface LoggedEvent {
  readonly log: EventLog | undefined;
  readonly eventId: number;
  /** The entry's text in one line. */
  readonly message: string;
  readonly codes: readonly FoundCode[];
  readonly httpStatus?: number;
  /** The line to show as evidence. */
  readonly line: string;
}

/**
 * What the status window of the down-level client is about (docs/domain/downlevel.md section 2: by its words, not by
 * exact strings).
 */
export type DialogSays = 'authentication' | 'verification' | 'maximum' | 'notResponding' | 'joined';

export interface FoundDialog {
  readonly says: DialogSays;
  readonly line: string;
}

/** Everything that was read in a text, before it is judged. Empty `kinds` = nothing was recognised. */
export interface Reading {
  readonly kinds: readonly PasteKind[];
  readonly status: Status | undefined;
  readonly events: readonly LoggedEvent[];
  readonly dialogs: readonly FoundDialog[];
  /** All codes outside of events, those of the status's fields too. */
  readonly codes: readonly FoundCode[];
  /** A `dsregcmd /debug` log: its lines that say something, in order. */
  readonly debugLines: readonly string[];
}

/** What a finding rests on: a line that was pasted (redacted before it leaves the room), or what the directory says. */
export type Evidence =
  | { readonly from: 'paste'; readonly line: string }
  | { readonly from: 'directory'; readonly fact: 'pcEntry'; readonly value: PcEntry };

/**
 * `blocks`: this is why the PC does not join, or does not work after joining. `follows`: comes from something that blocks.
 * `sideEffect`: looks like a fault and is none. `note`: worth knowing. `healthy`: what is in order.
 */
export type FindingRole = 'blocks' | 'follows' | 'sideEffect' | 'note' | 'healthy';

export type Sureness = 'certain' | 'likely' | 'possible';

/**
 * One thing that is so. Its words are `finding.<id>` in `text/`, and those of `code` in `error-codes.json`; `cause` is a cause
 * of the trees, which has the fix and who can do it.
 */
export interface Finding {
  readonly id: string;
  readonly phase: Phase;
  readonly role: FindingRole;
  readonly sure: Sureness;
  readonly evidence: readonly Evidence[];
  readonly cause?: string;
  readonly code?: string;
}

/** A part that was not pasted and would be needed to say more. Words: `missing.<part>` in `text/`. */
export type MissingPart =
  'deviceState' | 'diagnosticsElevated' | 'userStateUnelevated' | 'signInDiagnostics' | 'eventLogName' | 'wholeCode';

/** A fact of the walk that a text proves. Names and values are those of `troubleshooting/facts.ts`. */
export interface Proof {
  readonly fact: 'platform' | 'joinState' | 'registered' | 'dialogSays' | 'failedPhase' | 'prt';
  readonly value: string;
  readonly line: string;
}

/** Which PC a text is about, as far as it says. `clientTime` ISO 8601, UTC. */
export interface PcOfPaste {
  readonly deviceId?: string;
  readonly name?: string;
  readonly tenantId?: string;
  readonly clientTime?: string;
}

/** What a text means. `findings` ranked, the first is what to say first. */
export interface Diagnosis {
  readonly kinds: readonly PasteKind[];
  readonly findings: readonly Finding[];
  readonly proves: readonly Proof[];
  readonly missing: readonly MissingPart[];
  readonly pc: PcOfPaste;
}

/** How the directory knows the PC. `registeredOnly`: an object of that name, but none of a hybrid join. */
export type PcEntry = 'ready' | 'pending' | 'disabled' | 'missing' | 'registeredOnly';

/** One object of the directory that may be the PC. `registeredAt` ISO 8601; undefined = not known. */
export interface PcObject {
  readonly trustType: 'Workplace' | 'AzureAd' | 'ServerAd' | undefined;
  readonly enabled: boolean | undefined;
  readonly pending: boolean | undefined;
  readonly registeredAt: string | undefined;
  readonly stale: boolean | undefined;
  /** Found by the DeviceId of the paste, and so surely this PC. */
  readonly sameDeviceId: boolean;
}

/** What came of looking the PC up. `byDeviceId`: the DeviceId was asked for (twice, when it was not found). */
export type PcInDirectory =
  | { readonly kind: 'notAsked'; readonly reason: 'otherTenant' | 'nothingToAskBy' | 'tooManyNames' }
  | { readonly kind: 'unknown'; readonly reason: UnknownReason }
  | {
      readonly kind: 'answered';
      readonly byDeviceId: boolean;
      readonly byName: boolean;
      readonly objects: readonly PcObject[];
    };
