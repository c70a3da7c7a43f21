import type { Permission } from '../../src/demo/graph/permissions.js';
import type { FindingId } from '../../src/diagnosis/finding-catalogue.js';
import type { Mangle } from './mangle.js';
import type { Prompt } from './status-options.js';
import type { Differences } from './state.js';

/** What the person has to show. `sections`: only those of the status; `cut` is a mangle. */
export type Pastes =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'status'; readonly prompt: Prompt; readonly sections?: readonly string[] }
  | { readonly kind: 'code' | 'event' | 'dialog' };

export interface Person {
  readonly pastes: Pastes;
  /** At once, or when the walk asks for it. */
  readonly when: 'first' | 'asked';
  readonly mangled: readonly Mangle[];
  /** Whether they can find out what is asked, or often say "not sure". */
  readonly knows: 'everything' | 'little';
  /** Says what the PC is called. */
  readonly namesPc: boolean;
  /** Runs the command once more, elevated or not, when a part is missing. */
  readonly pastesAgain: boolean;
  /** Answers that are not so: an option id by node id. */
  readonly wrong: Readonly<Record<string, string>>;
}

/** `cause`: any of these names it, where two say the same more and less exactly. `noFault`: nothing is to repair; the walk says so by one of these findings, or by one of these nodes. */
export type Truth =
  | { readonly kind: 'cause'; readonly ids: readonly string[] }
  | { readonly kind: 'noFault'; readonly findings: readonly FindingId[]; readonly nodes: readonly string[] };

/** What Graph does on that day. */
export type GraphTrouble =
  | { readonly kind: 'missing'; readonly permissions: readonly Permission[] }
  | { readonly kind: 'devicesForbidden' | 'allForbidden' | 'devicesThrottled' | 'unavailable' | 'limitedInformation' };

export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly state: Differences;
  readonly person: Person;
  readonly truth: Truth;
  /** Where it stands that this state has this cause. */
  readonly source: string;
  readonly graph?: GraphTrouble;
  /** A second fault, an answer that is not so, or something that Graph does not say. */
  readonly harder?: 'twoFaults' | 'wrongAnswer' | 'graph';
  /** The true cause may come second or third, because at the PC these look alike. */
  readonly amongFirst?: { readonly count: 3; readonly why: string };
}

const nobody: Person = {
  pastes: { kind: 'nothing' },
  when: 'first',
  mangled: [],
  knows: 'everything',
  namesPc: false,
  pastesAgain: true,
  wrong: {},
};

/** Somebody who only answers. */
export function answers(more: Partial<Person> = {}): Person {
  return { ...nobody, ...more };
}

/** Somebody who pastes `dsregcmd /status`. */
export function pastes(prompt: Prompt, more: Partial<Person> & { readonly sections?: readonly string[] } = {}): Person {
  const { sections, ...rest } = more;
  return { ...nobody, pastes: { kind: 'status', prompt, ...(sections && { sections }) }, ...rest };
}

/** Somebody who has one line of it only: a code, an event, the words of a window. */
export function shows(kind: 'code' | 'event' | 'dialog', more: Partial<Person> = {}): Person {
  return { ...nobody, pastes: { kind }, ...more };
}

export const causeIs = (...ids: readonly string[]): Truth => ({ kind: 'cause', ids });

export const noFault = (findings: readonly FindingId[], nodes: readonly string[] = []): Truth => ({
  kind: 'noFault',
  findings,
  nodes,
});
