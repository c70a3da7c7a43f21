import { advance } from '../../troubleshooting/advance.js';
import type { Fact } from '../../troubleshooting/facts.js';
import { unknownProfile, type Session } from '../../troubleshooting/session.js';
import { startSession, step } from '../../troubleshooting/step.js';
import type { Tree } from '../../troubleshooting/tree.js';

/** A walk at the start of `tree` with these facts known, as if the directory had said so. `at`: ISO 8601. */
export function beginSession(tree: Tree, facts: Readonly<Record<string, string>>, at: string): Session {
  const known = Object.entries(facts).map(([name, value]): [string, Fact] => [
    name,
    { known: true, value, source: 'simulated', at },
  ]);
  const blank = startSession(tree, { id: 'simulated', at });
  const { session } = step(
    tree,
    { ...blank, trail: [] },
    { kind: 'learn', facts: Object.fromEntries(known), profile: unknownProfile, at },
  );
  return advance(tree, session, tree.start, at);
}
