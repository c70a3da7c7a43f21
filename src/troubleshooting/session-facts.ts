import { estimates, factNames, factsAboutThePc, type Fact, type FactName } from './facts.js';
import type { Session } from './session.js';
import type { Tree } from './tree.js';

/** What options chosen so far have recorded, e.g. `windows: 'win7'`, and what pastes prove of it; the latest wins. */
export function attributes(tree: Tree, session: Session): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of session.trail) {
    if (entry.kind === 'read') Object.assign(found, entry.sets);
    if (entry.kind !== 'answered' && entry.kind !== 'checked') continue;
    const node = tree.nodes.get(entry.nodeId);
    if (node?.kind !== 'question') continue;
    Object.assign(found, node.options.find((option) => option.id === entry.optionId)?.sets);
  }
  return found;
}

/** Whether the PC's account is the person's own; undefined while that was not answered. */
export function isOwnAccount(tree: Tree, session: Session): boolean | undefined {
  const subject = attributes(tree, session)['subject'];
  return subject === undefined ? undefined : subject === 'own';
}

/**
 * The fact, if the walk may rest on it: known, not called wrong, and about this person or this PC. The directory was asked
 * about the person who writes, so of somebody else's account it knows nothing.
 */
export function usableFact(tree: Tree, session: Session, name: FactName): (Fact & { known: true }) | undefined {
  if (session.disputed.includes(name)) return undefined;
  if (!factsAboutThePc.includes(name) && mayBeOfSomebodyElse(tree, session)) return undefined;
  const fact = session.facts[name];
  return fact?.known ? fact : undefined;
}

/** Said to be somebody else's account; or nobody said, and the PC that was pasted is none of the person's own. */
function mayBeOfSomebodyElse(tree: Tree, session: Session): boolean {
  const own = isOwnAccount(tree, session);
  const name = session.readings?.findLast(({ pc }) => pc.name !== undefined)?.pc.name?.toLowerCase();
  if (own !== undefined || name === undefined) return own === false;
  return !session.profile.pcs.some((pc) => pc.toLowerCase() === name);
}

/** Estimates order things and are shown, but never answer for the person. */
export function mayAnswer(name: FactName): boolean {
  return !estimates.includes(name);
}

export function isFactName(name: string): name is FactName {
  return (factNames as readonly string[]).includes(name);
}
