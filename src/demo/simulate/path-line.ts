import type { Tree } from '../../troubleshooting/tree.js';
import type { Path, PathStep } from './all-paths.js';

/**
 * A path in one line: `opening/whose-account=own windows=win7 (domainType=managed) downlevel/status=joined => fix re-join: cause`.
 * The tree stands where it changes; in brackets what a fact or an earlier answer decided.
 */
export function pathLine(tree: Tree, { steps, end }: Path): string {
  let treeId = '';
  const short = (nodeId: string): string => {
    const [id = '', name = nodeId] = nodeId.split('/');
    const named = id === treeId ? name : nodeId;
    treeId = id;
    return named;
  };
  const words = steps.map((step) => stepWord(step, short));
  return [...words, '=>', endWords(tree, end)].join(' ');
}

function stepWord(step: PathStep, short: (nodeId: string) => string): string {
  switch (step.kind) {
    case 'answer':
      return `${short(step.nodeId)}=${step.optionId}`;
    case 'notFixed':
      return `${short(step.nodeId)}=no`;
    case 'case':
      return `(${step.on}=${step.value ?? 'otherwise'})`;
  }
}

function endWords(tree: Tree, end: string): string {
  const node = tree.nodes.get(end);
  switch (node?.kind) {
    case 'fix':
      return `fixed ${end}: ${node.cause}`;
    case 'explanation':
      return node.cause === undefined ? `explained ${end}` : `explained ${end}: ${node.cause}`;
    case 'handOver':
      return `helpdesk ${end}: ${node.causes.join(', ')}`;
    default:
      return end;
  }
}
