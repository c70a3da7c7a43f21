import type { TreePath } from './tree-file.js';
import type { TreeNode } from './tree.js';

/** One way on from a node. */
export interface TreeWay {
  readonly next: string;
  /** Where in the node the way is written. */
  readonly path: TreePath;
  /** A way that can be taken without the person doing anything: a branch, or a question that a fact answers. */
  readonly silent: boolean;
}

/** All ways on from a node; none from an explanation or a hand-over, where the walk ends. */
export function waysOn(node: TreeNode): readonly TreeWay[] {
  switch (node.kind) {
    case 'question':
      return node.options.map(({ next, when }, index) => ({
        next,
        path: ['options', index, 'next'],
        silent: when !== undefined,
      }));
    case 'branch':
      return [
        ...Object.entries(node.cases).map(([value, next]) => ({ next, path: ['cases', value], silent: true })),
        { next: node.otherwise, path: ['otherwise'], silent: true },
      ];
    case 'fix':
      return [{ next: node.next, path: ['next'], silent: false }];
    case 'explanation':
    case 'handOver':
      return [];
  }
}
