import type { AdministrationView } from '../administration/views.js';
import type { Finding, MissingPart, PcEntry } from '../diagnosis/model.js';
import type { JudgedDevice, Known, Quota } from '../directory/model.js';
import type { HelpdeskView } from '../helpdesk/views.js';
import type { ProblemReport } from '../helpdesk/ticket.js';
import type { LocalizedText } from '../text/locale.js';
import type { TextKey } from '../text/sentences.js';
import type { Fact, FactName } from '../troubleshooting/facts.js';
import type { FormProblem, HandOverForm } from '../troubleshooting/session.js';
import type { Block, Who } from '../troubleshooting/tree.js';

/** Carried by every button of a walk, and nothing else but the option: the server decides what a press may do. */
export interface StepRef {
  readonly sessionId: string;
  readonly step: number;
}

/** A fact as the card shows it: "I already checked: …". `stale` = older than 15 minutes, shown with its time. */
export interface ShownFact {
  readonly name: FactName;
  readonly fact: Fact;
  readonly stale: boolean;
}

/** What was read in the latest paste, or looked up for the PC that was named, while the walk stands where that led it. */
export interface ShownReading {
  readonly of: 'paste' | 'pc';
  /** The name that was looked up or stood in the paste; '' = none. */
  readonly pcName: string;
  /** Ranked; the first is the one to show. */
  readonly findings: readonly Finding[];
  readonly missing: readonly MissingPart[];
  /** What was taken for an answer from it. */
  readonly taken: readonly ShownFact[];
}

export interface GivenAnswer {
  readonly question: LocalizedText;
  readonly answer: LocalizedText;
  readonly by: 'person' | 'fact';
}

/** A known issue, as whoever it concerns reads it. `until` ISO 8601. */
export interface ShownIncident {
  readonly number: number;
  readonly text: string;
  readonly until: string;
}

/** What every card of a walk has in common. */
export interface WalkFrame {
  readonly ref: StepRef;
  /** 1 for the first question; there is no total, because the way is not known beforehand. */
  readonly position: number;
  readonly answers: readonly GivenAnswer[];
  /** Facts that shortened the way to this node. Not empty: the card offers "That is wrong". */
  readonly checked: readonly ShownFact[];
  /** Facts that could not be looked up, while a look-up was made: said in one sentence. */
  readonly notChecked: boolean;
  readonly canGoBack: boolean;
  /** The causes it is about; what is known about one of them is `incident`. */
  readonly causes: readonly string[];
  readonly incident?: ShownIncident;
  readonly reading?: ShownReading;
  /** When the bot will look at the PC again by itself, ISO 8601. */
  readonly lookAgainAt?: string;
  /** Something to say above the card: a press came late, a picture cannot be read, the walk goes on after a pause. */
  readonly notice?: Notice;
}

export interface QuestionView extends WalkFrame {
  readonly kind: 'question';
  readonly text: LocalizedText;
  readonly body: readonly Block[];
  readonly options: readonly { readonly id: string; readonly text: LocalizedText }[];
}

/** "Did this fix it?": options `fixed` and `notFixed`; with `lookAgain` one more of that name. */
export interface FixView extends WalkFrame {
  readonly kind: 'fix';
  readonly text: LocalizedText;
  readonly body: readonly Block[];
  readonly who: Who;
  readonly certainty: 'documented' | 'likely';
  readonly lookAgain: boolean;
}

/** Options `understood` (closes) and, beside it, Talk to a person. */
export interface ExplanationView extends WalkFrame {
  readonly kind: 'explanation';
  readonly text: LocalizedText;
  readonly body: readonly Block[];
  readonly lookAgain: boolean;
}

/** The tree gives up here: the one option is `handOver`, which opens the form. */
export interface HandOverView extends WalkFrame {
  readonly kind: 'handOver';
  readonly text: LocalizedText;
  readonly body: readonly Block[];
}

/** "Which of these is wrong?": options are the names of the facts, and `reading` where one led the walk. */
export interface DisputeView extends WalkFrame {
  readonly kind: 'dispute';
  readonly readingLed: boolean;
}

/** "Which of these is it about?": options `enter:NODE`. */
export interface OfferView {
  readonly kind: 'offer';
  readonly ref: StepRef;
  readonly entries: readonly { readonly nodeId: string; readonly text: LocalizedText }[];
  readonly notice?: Notice;
}

/** The hand-over form. `askOtherPerson`: the PC's account is not the person's own. `problem`: what must be mended first. */
export interface FormView {
  readonly kind: 'form';
  readonly ref: StepRef;
  readonly form: HandOverForm;
  readonly askOtherPerson: boolean;
  readonly knownPcs: readonly string[];
  readonly problem?: FormProblem;
  readonly notice?: Notice;
}

/** What will be sent, before it is sent: options `send`, `edit`. */
export interface SummaryView {
  readonly kind: 'summary';
  readonly ref: StepRef;
  /** The report holds a paste, which the person may leave out: the input `withPaste`, `false` then. */
  readonly report: ProblemReport;
  readonly notice?: Notice;
}

export interface HandedOverView {
  readonly kind: 'handedOver';
  readonly ref: StepRef;
  readonly ticketNumber: number;
  readonly causes: readonly string[];
  readonly incident?: ShownIncident;
  readonly notice?: Notice;
}

/** Closed by the person. After `fixed` an optional rating 1 to 5 (options `rate1` … `rate5`) until one was given. */
export interface ClosedView {
  readonly kind: 'closed';
  readonly ref: StepRef;
  readonly outcome: 'fixed' | 'explained';
  readonly rating: number | undefined;
  readonly notice?: Notice;
}

export type WalkView =
  | QuestionView
  | FixView
  | ExplanationView
  | HandOverView
  | DisputeView
  | OfferView
  | FormView
  | SummaryView
  | HandedOverView
  | ClosedView;

/** One of our own sentences, by key in `text/`; `values` may hold what people or Graph gave and is escaped by the renderer. */
export interface Notice {
  readonly key: NoticeKey;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** What stands in the texts behind `notice.`. */
export type NoticeKey = TextKey extends infer Key ? (Key extends `notice.${infer Name}` ? Name : never) : never;

/** One entry of a PC's name; undefined = the directory does not say. */
export interface NamedPc {
  readonly enabled: boolean | undefined;
  readonly pending: boolean | undefined;
}

/** A button that says something for the person, as if typed. `words` are a command (docs/commands.md). */
export interface SayAction {
  readonly label: 'troubleshoot' | 'myDevices' | 'myQuota' | 'myRequests' | 'talkToAPerson' | 'help';
  readonly words: string;
}

export type View =
  | WalkView
  /** Once, when the app is installed in a personal chat. */
  | { readonly kind: 'welcome' }
  /** `commands`: one line each, the ones this person may use. */
  | { readonly kind: 'help'; readonly commands: readonly { readonly words: string; readonly key: TextKey }[] }
  | { readonly kind: 'notice'; readonly notice: Notice; readonly actions: readonly SayAction[] }
  | { readonly kind: 'myDevices'; readonly devices: Known<readonly JudgedDevice[]>; readonly complete: boolean }
  | { readonly kind: 'myQuota'; readonly quota: Quota; readonly devices: Known<readonly JudgedDevice[]> }
  /** The answer to a PC's name. Anybody may ask for any PC: that it is there, is switched on and waits is all that is said. */
  | { readonly kind: 'pcNamed'; readonly name: string; readonly entries: readonly NamedPc[] }
  /** The bot looked again, as it was asked to. `name` '' = not known. */
  | { readonly kind: 'pcAgain'; readonly name: string; readonly entry: PcEntry | 'unknown' }
  | AdministrationView
  | HelpdeskView;
