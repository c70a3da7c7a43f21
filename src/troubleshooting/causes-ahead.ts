import { nodeOf } from './advance.js';
import { attributes } from './know.js';
import type { Session } from './session.js';
import type { Tree, TreeNode } from './tree.js';

/** More than this many possible causes say nothing to the helpdesk: the nearest are named. Ours. */
const mostThatHelp = 6;

/**
 * The causes still possible where the session stands, the most likely first: those of its node, then those on the ways on.
 * A cause whose fix did not help is left out. While most of the tree is still ahead nothing is likely: none but the node's own.
 */
export function causesAhead(tree: Tree, session: Session): readonly string[] {
  const tried = new Set(
    session.trail.flatMap((entry) => (entry.kind === 'notFixed' ? causesOf(tree.nodes.get(entry.nodeId)) : [])),
  );
  const here = causesOf(nodeOf(tree, session)).filter((cause) => !tried.has(cause));
  const ahead = [...reachable(tree, session)].filter((cause) => !tried.has(cause));
  if (ahead.length > tree.causes.size / 2) return here;
  return ahead.slice(0, Math.max(mostThatHelp, here.length));
}

function reachable(tree: Tree, session: Session): ReadonlySet<string> {
  const known = attributes(tree, session);
  const queue = [session.nodeId];
  const seen = new Set(queue);
  const causes = new Set<string>();
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const node = tree.nodes.get(id);
    for (const cause of causesOf(node)) causes.add(cause);
    for (const next of waysOn(node, known)) {
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

function waysOn(node: TreeNode | undefined, known: Readonly<Record<string, string>>): readonly string[] {
  switch (node?.kind) {
    case 'question':
      return node.options.map((option) => option.next);
    case 'branch': {
      const value = known[node.on];
      const decided = value === undefined ? undefined : node.cases[value];
      return decided === undefined ? [...Object.values(node.cases), node.otherwise] : [decided];
    }
    case 'fix':
      return [node.next];
    default:
      return [];
  }
}
