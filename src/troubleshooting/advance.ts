import { attributes, isFactName, mayAnswer, usableFact } from './session-facts.js';
import type { Session, TrailEntry } from './session.js';
import type { BranchNode, QuestionNode, Tree, TreeNode } from './tree.js';

/** The node a session stands on. Throws when the tree has no such node; `resume` keeps that from happening. */
export function nodeOf(tree: Tree, session: Session): TreeNode {
  const node = tree.nodes.get(session.nodeId);
  if (!node) throw new Error(`The tree has no node ${session.nodeId}`);
  return node;
}

/**
 * Moves the session to `nodeId` and on from there past every branch and every question that a fact answers, up to the first
 * node a person must see. What was passed is kept in the trail.
 */
export function advance(tree: Tree, session: Session, nodeId: string, at: string): Session {
  let here: Session = { ...session, nodeId, place: { kind: 'node' } };
  const passed = new Set<string>();
  for (;;) {
    const node = nodeOf(tree, here);
    // Seen twice in one move: facts alone would turn in a circle, so the person is asked.
    const onward = passed.has(node.id) ? undefined : passBy(tree, here, node, at);
    if (!onward) return here;
    passed.add(node.id);
    here = { ...here, nodeId: onward.next, trail: [...here.trail, onward.entry] };
  }
}

interface Onward {
  readonly next: string;
  readonly entry: TrailEntry;
}

function passBy(tree: Tree, session: Session, node: TreeNode, at: string): Onward | undefined {
  if (node.kind === 'branch') return takeBranch(tree, session, node, at);
  if (node.kind === 'question') return answerByFact(tree, session, node, at);
  return undefined;
}

function takeBranch(tree: Tree, session: Session, node: BranchNode, at: string): Onward {
  if (!isFactName(node.on)) {
    const value = attributes(tree, session)[node.on];
    return { next: caseFor(node, value), entry: { kind: 'branched', nodeId: node.id, on: node.on, value } };
  }
  const fact = usableFact(tree, session, node.on);
  if (!fact || node.cases[fact.value] === undefined) {
    return { next: node.otherwise, entry: { kind: 'branched', nodeId: node.id, on: node.on, value: fact?.value } };
  }
  const entry: TrailEntry = { kind: 'checked', nodeId: node.id, fact: node.on, value: fact.value, at };
  return { next: caseFor(node, fact.value), entry };
}

function caseFor(node: BranchNode, value: string | undefined): string {
  return (value === undefined ? undefined : node.cases[value]) ?? node.otherwise;
}

function answerByFact(tree: Tree, session: Session, node: QuestionNode, at: string): Onward | undefined {
  if (node.fact === undefined || !isFactName(node.fact) || !mayAnswer(node.fact)) return undefined;
  const fact = usableFact(tree, session, node.fact);
  const option = fact && node.options.find((candidate) => candidate.when?.includes(fact.value));
  if (!option) return undefined;
  return {
    next: option.next,
    entry: { kind: 'checked', nodeId: node.id, optionId: option.id, fact: node.fact, value: fact.value, at },
  };
}
