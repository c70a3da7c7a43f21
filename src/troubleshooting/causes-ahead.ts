import { nodeOf } from './advance.js';
import { attributes, isFactName, usableFact } from './session-facts.js';
import type { Session } from './session.js';
import { isOfPerson } from './of-person.js';
import { waysOn } from './tree-ways.js';
import type { Tree, TreeNode } from './tree.js';

/** More than this many possible causes say nothing to the helpdesk: the nearest are named. */
const mostThatHelp = 6;

/**
 * The causes still possible where the session stands, the most likely first: what was read, those of its node, then those on the ways on.
 * A cause whose fix did not help is left out. While most of the tree is still ahead nothing is likely: none but the node's own.
 */
export function causesAhead(tree: Tree, session: Session): readonly string[] {
  const tried = new Set(
    session.trail.flatMap((entry) => (entry.kind === 'notFixed' ? causesOf(tree.nodes.get(entry.nodeId)) : [])),
  );
  const possible = (cause: string): boolean => !tried.has(cause) && !isRuledOut(tree, session, cause);
  // What is certain needs no company: the others would only send the helpdesk looking.
  const certain = causesCertain(session).filter(possible);
  if (certain.length > 0) return certain;
  const read = causesRead(tree, session).filter(possible);
  const here = unique([...read, ...causesOf(nodeOf(tree, session)).filter(possible)]);
  const ahead = unique([...here, ...[...reachable(tree, session)].filter(possible)]);
  if (ahead.length > tree.causes.size / 2) return here;
  return ahead.slice(0, Math.max(mostThatHelp, here.length));
}

/** What the pastes blame, the newest paste first and in it what blocks first. */
function causesRead(tree: Tree, session: Session): readonly string[] {
  const findings = (session.readings ?? []).toReversed().flatMap((reading) => reading.findings);
  return findings.flatMap(({ role, cause }) =>
    role === 'blocks' && cause !== undefined && tree.causes.has(cause) ? [cause] : [],
  );
}

/** What the latest reading says for certain, where it is what led here. */
function causesCertain({ readings, trail }: Session): readonly string[] {
  const reading = readings?.at(-1);
  const latest = trail.findLast(isOfPerson);
  if (!reading || latest?.kind !== 'read' || latest.readingAt !== reading.at || reading.findings[0]?.sure !== 'certain')
    return [];
  return unique(
    reading.findings.flatMap(({ role, sure, cause }) =>
      role === 'blocks' && sure === 'certain' && cause !== undefined ? [cause] : [],
    ),
  );
}

function unique(causes: readonly string[]): readonly string[] {
  return [...new Set(causes)];
}

/** A fact that may be rested on says that it cannot be this. */
function isRuledOut(tree: Tree, session: Session, cause: string): boolean {
  const rules = Object.entries(tree.causes.get(cause)?.ruledOutBy ?? {});
  return rules.some(([name, values]) => {
    const fact = isFactName(name) ? usableFact(tree, session, name) : undefined;
    return fact !== undefined && values.includes(fact.value);
  });
}

function reachable(tree: Tree, session: Session): ReadonlySet<string> {
  const known = attributes(tree, session);
  const queue = [session.nodeId];
  const seen = new Set(queue);
  const causes = new Set<string>();
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const node = tree.nodes.get(id);
    for (const cause of causesOf(node)) causes.add(cause);
    for (const next of openWays(node, known)) {
      if (!seen.has(next)) queue.push(next);
      seen.add(next);
    }
  }
  return causes;
}

function causesOf(node: TreeNode | undefined): readonly string[] {
  switch (node?.kind) {
    case 'fix':
      return [node.cause];
    case 'explanation':
      return node.cause === undefined ? [] : [node.cause];
    case 'handOver':
      return node.causes;
    default:
      return [];
  }
}

/** The ways on that are still open: an attribute that was set decides its branch. */
function openWays(node: TreeNode | undefined, known: Readonly<Record<string, string>>): readonly string[] {
  if (!node) return [];
  const value = node.kind === 'branch' ? known[node.on] : undefined;
  const decided = node.kind === 'branch' && value !== undefined ? node.cases[value] : undefined;
  return decided === undefined ? waysOn(node).map(({ next }) => next) : [decided];
}
