import { qualified, type TreeFile, type TreeProblem } from './tree-file.js';
import { waysOn } from './tree-ways.js';
import type { Tree, TreeNode } from './tree.js';

/**
 * Every node can be reached, has a way to an explanation or a hand-over even when no fix helps, and nothing goes
 * round by itself. Expects that every node named exists.
 */
export function checkWays(files: readonly TreeFile[], tree: Tree): readonly TreeProblem[] {
  const reached = reachedFrom([tree.start], (id) => waysOn(at(tree, id)).map((way) => way.next));
  const ending = reachedFrom(ends(tree), predecessors(tree));
  return files.flatMap((file) =>
    Object.keys(file.nodes).flatMap((name) => {
      const id = qualified(file.id, name);
      const report = (message: string): TreeProblem => file.problem(['nodes', name], `${name}: ${message}`);
      return [
        ...(reached.has(id) ? [] : [report('no way leads here from the start')]),
        ...(ending.has(id) ? [] : [report('no way from here ends in an explanation or a hand-over')]),
        ...(goesRoundByItself(tree, id)
          ? [report('facts alone can lead round and back here, without a question')]
          : []),
      ];
    }),
  );
}

function at(tree: Tree, id: string): TreeNode {
  const node = tree.nodes.get(id);
  if (node === undefined) throw new Error(`the tree has no node ${id}`);
  return node;
}

function ends(tree: Tree): string[] {
  return [...tree.nodes.values()].filter((node) => waysOn(node).length === 0).map((node) => node.id);
}

function predecessors(tree: Tree): (id: string) => readonly string[] {
  const before = new Map<string, string[]>();
  for (const node of tree.nodes.values()) {
    for (const { next } of waysOn(node)) before.set(next, [...(before.get(next) ?? []), node.id]);
  }
  return (id) => before.get(id) ?? [];
}

function goesRoundByItself(tree: Tree, id: string): boolean {
  const silently = (from: string): string[] =>
    waysOn(at(tree, from))
      .filter((way) => way.silent)
      .map((way) => way.next);
  return reachedFrom(silently(id), silently).has(id);
}

function reachedFrom(starts: readonly string[], onward: (id: string) => readonly string[]): ReadonlySet<string> {
  const reached = new Set(starts);
  for (const id of reached) for (const next of onward(id)) reached.add(next);
  return reached;
}
