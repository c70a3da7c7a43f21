import type { BranchNode, QuestionNode, Tree, TreeNode } from '../../troubleshooting/tree.js';
import { possibleValues, settled, valuesByOption, type PathKnowledge } from './path-knowledge.js';

/** One thing that decides the way: an answer, a fix that did not help, or a branch; `value` undefined = its `otherwise`. */
export type PathStep =
  | { readonly kind: 'answer'; readonly nodeId: string; readonly optionId: string }
  | { readonly kind: 'notFixed'; readonly nodeId: string }
  | { readonly kind: 'case'; readonly nodeId: string; readonly on: string; readonly value: string | undefined };

/** A way through the trees. A path that ends at a fix is the one on which it helped. */
export interface Path {
  readonly steps: readonly PathStep[];
  readonly end: string;
  /** What must be so for this path to be taken. */
  readonly knowledge: PathKnowledge;
}

/**
 * Every path from the start of `tree` to an end, depth first, one at a time. No node comes twice on a path; a branch on a fact
 * goes each of its ways, and later questions and branches agree with the way it went.
 */
export function* allPaths(tree: Tree, knowledge: PathKnowledge): Generator<Path> {
  yield* from(tree, { nodeId: tree.start, steps: [], knowledge, passed: new Set() });
}

interface Here {
  readonly nodeId: string;
  readonly steps: readonly PathStep[];
  readonly knowledge: PathKnowledge;
  readonly passed: ReadonlySet<string>;
}

function* from(tree: Tree, here: Here): Generator<Path> {
  const { nodeId, steps, knowledge, passed } = here;
  const node = tree.nodes.get(nodeId);
  if (!node) throw new Error(`The tree has no node ${nodeId}`);
  if (node.kind === 'fix' || node.kind === 'explanation' || node.kind === 'handOver')
    yield { steps, end: nodeId, knowledge };
  const seen = new Set([...passed, nodeId]);
  for (const way of waysFrom(node, knowledge)) {
    if (!seen.has(way.next))
      yield* from(tree, { nodeId: way.next, steps: [...steps, way.step], knowledge: way.knowledge, passed: seen });
  }
}

interface Way {
  readonly next: string;
  readonly step: PathStep;
  readonly knowledge: PathKnowledge;
}

function waysFrom(node: TreeNode, knowledge: PathKnowledge): readonly Way[] {
  switch (node.kind) {
    case 'question':
      return waysOfQuestion(node, knowledge);
    case 'branch':
      return waysOfBranch(node, knowledge);
    case 'fix':
      return [{ next: node.next, step: { kind: 'notFixed', nodeId: node.id }, knowledge }];
    case 'explanation':
    case 'handOver':
      return [];
  }
}

function waysOfQuestion(node: QuestionNode, knowledge: PathKnowledge): readonly Way[] {
  const values = valuesByOption(knowledge, node);
  return node.options.flatMap(({ id, next, sets }) => {
    const taken = values?.get(id);
    if (taken?.length === 0) return [];
    const known = node.fact !== undefined && taken ? settled(knowledge, node.fact, taken) : knowledge;
    const step: PathStep = { kind: 'answer', nodeId: node.id, optionId: id };
    return [{ next, step, knowledge: { ...known, attributes: { ...known.attributes, ...sets } } }];
  });
}

function waysOfBranch(node: BranchNode, knowledge: PathKnowledge): readonly Way[] {
  const possible = possibleValues(knowledge, node.on);
  const way = (next: string, value: string | undefined, values: readonly string[]): Way => ({
    next,
    step: { kind: 'case', nodeId: node.id, on: node.on, value },
    knowledge: settled(knowledge, node.on, values),
  });
  const rest = possible.filter((value) => node.cases[value] === undefined);
  const cases = Object.entries(node.cases).filter(([value]) => possible.includes(value));
  return [
    ...cases.map(([value, next]) => way(next, value, [value])),
    ...(rest.length > 0 ? [way(node.otherwise, undefined, rest)] : []),
  ];
}
