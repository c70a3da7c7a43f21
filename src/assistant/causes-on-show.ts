import { nodeOf } from '../troubleshooting/advance.js';
import type { Session } from '../troubleshooting/session.js';
import { readingOnShow } from '../troubleshooting/take-reading.js';
import type { Tree } from '../troubleshooting/tree.js';

/** The causes that a walk stands at: its step's own, what the latest paste shows, and what was shown just before and did not help. */
export function causesOnShow(tree: Tree, session: Session): readonly string[] {
  const node = tree.nodes.has(session.nodeId) ? nodeOf(tree, session) : undefined;
  const own =
    node?.kind === 'fix' || node?.kind === 'explanation' ? [node.cause] : node?.kind === 'handOver' ? node.causes : [];
  const read =
    readingOnShow(session)
      ?.findings.filter(({ role }) => role === 'blocks')
      .map(({ cause }) => cause) ?? [];
  const tried = session.trail.flatMap((entry) => {
    const passed = entry.kind === 'notFixed' ? tree.nodes.get(entry.nodeId) : undefined;
    return passed?.kind === 'fix' ? [passed.cause] : [];
  });
  return [...new Set([...own, ...read, ...tried.slice(-1)].filter((cause) => cause !== undefined))];
}
