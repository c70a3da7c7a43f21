import type { Locale } from '../../text/locale.js';
import type { Session } from '../../troubleshooting/session.js';
import { step } from '../../troubleshooting/step.js';
import type { Tree } from '../../troubleshooting/tree.js';
import { decidedLines, showPlace, type Choice } from './show-place.js';

export interface WalkOptions {
  readonly tree: Tree;
  readonly session: Session;
  readonly locale: Locale;
  /** What is typed, line by line; the walk ends when it does. */
  readonly lines: AsyncIterable<string>;
  readonly print: (line: string) => void;
  /** Called whenever the next line is waited for. */
  readonly ready?: () => void;
  /** The time of an event, ISO 8601. */
  readonly at: () => string;
}

const help = 'Type the number or the id of an answer; b goes back, q ends.';

/** Walks on from `session` with the engine of the bot until a walk ends, the lines end, or `q` is typed. */
export async function walk({
  tree,
  session,
  locale,
  lines,
  print,
  ready = () => undefined,
  at,
}: WalkOptions): Promise<void> {
  let here = session;
  const show = (before: number): readonly Choice[] => {
    const { lines: shown, choices } = showPlace(tree, here, locale);
    for (const line of [...decidedLines(here, before), ...shown]) print(line);
    if (choices.length === 0) print('  The helpdesk takes over here. b goes back, q ends.');
    return choices;
  };

  print(help);
  let choices = show(0);
  ready();
  for await (const line of lines) {
    const typed = line.trim().toLowerCase();
    if (typed === 'q') return;
    const choice = choices.find(
      ({ id, text }, index) => typed === String(index + 1) || typed === id || typed === text.toLowerCase(),
    );
    if (choice === undefined && typed !== 'b') {
      if (typed !== '') print(`"${line.trim()}" is no answer here. ${help}`);
      ready();
      continue;
    }
    const before = here.trail.length;
    const { session: next, effects } = step(tree, here, { ...(choice?.event ?? { kind: 'back' }), at: at() });
    here = next;
    if (effects.some(({ kind }) => kind === 'refused')) print('There is nothing to go back to.');
    if (here.place.kind === 'closed') {
      print(here.place.outcome === 'fixed' ? '\nFixed. The walk ends.' : '\nThe walk ends.');
      return;
    }
    choices = show(before);
    ready();
  }
}
