import { type TreeFile, qualified, type WrittenNode } from './tree-file.js';
import type { Block, Cause, Tree, TreeNode } from './tree.js';

/** The tree whose start is the start of everything. */
export const openingTree = 'opening';

/** One graph of all files: node ids become `tree/node`, missing bodies empty. Expects no tree id twice. */
export function mergeTrees(files: readonly TreeFile[], version: string): Tree {
  const nodes = new Map<string, TreeNode>();
  const causes = new Map<string, Cause>();
  let start = '';
  for (const file of files) {
    if (file.id === openingTree) start = qualified(file.id, file.start);
    for (const [id, cause] of Object.entries(file.causes)) causes.set(id, { id, ...cause });
    for (const [id, node] of Object.entries(file.nodes)) nodes.set(qualified(file.id, id), merged(file.id, id, node));
  }
  return { start, version, nodes, causes };
}

function merged(treeId: string, nodeId: string, node: WrittenNode): TreeNode {
  const id = qualified(treeId, nodeId);
  const to = (target: string): string => qualified(treeId, target);
  switch (node.kind) {
    case 'question':
      return {
        ...node,
        id,
        body: blocks(node),
        options: node.options.map((option) => ({ ...option, next: to(option.next) })),
      };
    case 'branch':
      return {
        ...node,
        id,
        cases: Object.fromEntries(Object.entries(node.cases).map(([value, next]) => [value, to(next)])),
        otherwise: to(node.otherwise),
      };
    case 'fix':
      return { ...node, id, body: blocks(node), next: to(node.next) };
    case 'explanation':
    case 'handOver':
      return { ...node, id, body: blocks(node) };
  }
}

function blocks(node: Exclude<WrittenNode, { kind: 'branch' }>): Block[] {
  return (node.body ?? []).map((block) =>
    'text' in block ? { kind: 'text', text: block.text } : { kind: 'command', command: block.command },
  );
}
