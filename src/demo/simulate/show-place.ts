import { nodeOf } from '../../troubleshooting/advance.js';
import type { Session, TrailEntry } from '../../troubleshooting/session.js';
import { localized, type Locale, type LocalizedText } from '../../text/locale.js';
import { sentences } from '../../text/sentences.js';
import type { Block, Tree } from '../../troubleshooting/tree.js';
import type { WalkEvent } from '../../troubleshooting/step.js';

/** Something a person can choose, as it is shown and as it is typed. `event` without its time. */
export interface Choice {
  readonly id: string;
  readonly text: string;
  readonly event:
    | { readonly kind: 'choose'; readonly optionId: string }
    | { readonly kind: Extract<WalkEvent['kind'], 'fixed' | 'notFixed' | 'understood'> };
}

export interface Shown {
  readonly lines: readonly string[];
  /** None at a hand-over: there the walk ends. */
  readonly choices: readonly Choice[];
}

/** What a person sees where the walk stands: the node's text, its paragraphs and commands, and numbered choices. */
export function showPlace(tree: Tree, session: Session, locale: Locale): Shown {
  const node = nodeOf(tree, session);
  if (node.kind === 'branch') throw new Error(`A walk cannot stand on the branch ${node.id}`);
  const choices = choicesOf(tree, session, locale);
  const head = [
    `[${node.id}]`,
    localized(node.text, locale),
    ...bodyLines(node.body, locale),
    ...causeLines(tree, session, locale),
  ];
  return { lines: ['', ...head, ...choices.map(({ text }, index) => `  ${index + 1}  ${text}`)], choices };
}

function choicesOf(tree: Tree, session: Session, locale: Locale): readonly Choice[] {
  const node = nodeOf(tree, session);
  const say = sentences(locale);
  switch (node.kind) {
    case 'question':
      return node.options.map(({ id, text }) => ({
        id,
        text: localized(text, locale),
        event: { kind: 'choose', optionId: id },
      }));
    case 'fix':
      return [
        { id: 'yes', text: say('label.fixed'), event: { kind: 'fixed' } },
        { id: 'no', text: say('label.notFixed'), event: { kind: 'notFixed' } },
      ];
    case 'explanation':
      return [{ id: 'understood', text: say('label.understood'), event: { kind: 'understood' } }];
    case 'branch':
    case 'handOver':
      return [];
  }
}

function bodyLines(body: readonly Block[], locale: Locale): readonly string[] {
  return body.map((block) =>
    block.kind === 'command' ? `      ${block.command}` : `  ${localized(block.text, locale)}`,
  );
}

/** Causes by their ids and titles: the person in Teams does not see those of a hand-over, the helpdesk does. */
function causeLines(tree: Tree, session: Session, locale: Locale): readonly string[] {
  const node = nodeOf(tree, session);
  const causes =
    node.kind === 'handOver' ? node.causes : 'cause' in node && node.cause !== undefined ? [node.cause] : [];
  return causes.map((id) => `  (${id}: ${localized(tree.causes.get(id)?.title ?? titleless, locale)})`);
}

const titleless: LocalizedText = { en: '?' };

/** What was decided without asking since `before` entries of the trail. */
export function decidedLines({ trail }: Session, before: number): readonly string[] {
  return trail.slice(before).flatMap((entry) => decidedLine(entry) ?? []);
}

function decidedLine(entry: TrailEntry): string | undefined {
  switch (entry.kind) {
    case 'checked':
      return `  … ${entry.nodeId}: already known, ${entry.fact} is ${entry.value}`;
    case 'branched':
      return `  … ${entry.nodeId}: ${entry.on} is ${entry.value ?? 'not known'}`;
    case 'read':
      return `  … the paste leads to ${entry.landed}`;
    default:
      return undefined;
  }
}
