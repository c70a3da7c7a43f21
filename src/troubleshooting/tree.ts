import type { Locale, LocalizedText } from '../text/locale.js';

/** Who can carry out a fix. The person reads fixes of `person` and `localAdministrator`; the helpdesk reads all. */
export type Who = 'person' | 'localAdministrator' | 'directoryAdministrator';

/** One paragraph of a node. A `command` stands alone on a line, short enough to type off a phone. */
export type Block =
  { readonly kind: 'text'; readonly text: LocalizedText } | { readonly kind: 'command'; readonly command: string };

/** An answer to a question. `when` lists the values of the question's fact that this option stands for. */
export interface Option {
  readonly id: string;
  readonly text: LocalizedText;
  readonly next: string;
  readonly when?: readonly string[];
  /** What people type or copy instead of pressing: a typed text that holds one of these, in any case, means this option. */
  readonly words?: readonly string[];
  /** Attributes that choosing this option records, e.g. `{ windows: 'win7' }`; branches and hand-overs read them. */
  readonly sets?: Readonly<Record<string, string>>;
}

/** What every node may have. */
interface Entrance {
  /** Findings and causes: a paste that shows one of them leads here, whatever was asked before. */
  readonly entryFor?: readonly string[];
  /** Ways people say what this node is about; typed outside a walk they lead here. */
  readonly said?: SaidWays;
}

/** Time may mend it: the card offers to look at the PC's entry in the directory again later. */
interface Waiting {
  readonly lookAgain?: true;
}

/** Phrases by locale, as people type them. */
export type SaidWays = Readonly<Partial<Record<Locale, readonly string[]>>>;

/** Asks the person, unless the fact named here is known and one of the options stands for its value. */
export interface QuestionNode extends Entrance {
  readonly kind: 'question';
  readonly id: string;
  readonly text: LocalizedText;
  readonly body: readonly Block[];
  readonly fact?: string;
  readonly options: readonly Option[];
}

/** Goes on by itself: `on` is a fact or an attribute set by an option; unknown values go to `otherwise`. */
export interface BranchNode extends Entrance {
  readonly kind: 'branch';
  readonly id: string;
  readonly on: string;
  readonly cases: Readonly<Record<string, string>>;
  readonly otherwise: string;
}

/** Shows how to remove a cause and asks whether it helped; "no" goes to `next`. */
export interface FixNode extends Entrance, Waiting {
  readonly kind: 'fix';
  readonly id: string;
  readonly cause: string;
  /** Who can do what is shown here, where that is not who can remove the cause for good. */
  readonly who?: Who;
  readonly text: LocalizedText;
  readonly body: readonly Block[];
  readonly next: string;
}

/** Ends the walk with an explanation: there is nothing to repair, or nothing that can be. */
export interface ExplanationNode extends Entrance, Waiting {
  readonly kind: 'explanation';
  readonly id: string;
  readonly cause?: string;
  readonly text: LocalizedText;
  readonly body: readonly Block[];
}

/** Ends the walk at the helpdesk; `causes` are the likely ones, the most likely first. */
export interface HandOverNode extends Entrance {
  readonly kind: 'handOver';
  readonly id: string;
  readonly text: LocalizedText;
  readonly body: readonly Block[];
  readonly causes: readonly string[];
}

export type TreeNode = QuestionNode | BranchNode | FixNode | ExplanationNode | HandOverNode;

/** Why a PC does not join. `technical` is for the helpdesk and directory administrators, never shown to the person. */
export interface Cause {
  readonly id: string;
  readonly title: LocalizedText;
  readonly who: Who;
  /** `likely`: reasoned, not stated by a page of the vendor; said so wherever the cause is shown. */
  readonly certainty: 'documented' | 'likely';
  readonly technical: LocalizedText;
  readonly sources: readonly string[];
  /** Values of facts that make this cause impossible; the helpdesk is then not sent after it. */
  readonly ruledOutBy?: Readonly<Record<string, readonly string[]>>;
}

/**
 * All trees merged into one graph. Node ids are `tree/node` (`downlevel/status`), cause ids are global.
 * `version` is a hash of the files, so that a session knows when the ground moved under it.
 */
export interface Tree {
  readonly start: string;
  readonly version: string;
  readonly nodes: ReadonlyMap<string, TreeNode>;
  readonly causes: ReadonlyMap<string, Cause>;
}
