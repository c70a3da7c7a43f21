import type { LocalizedText } from '../text/locale.js';
import type { BranchNode, Cause, ExplanationNode, FixNode, HandOverNode, Option, SaidWays } from './tree.js';

/** What is wrong with a tree file, and where. `line` counts from 1. */
export interface TreeProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Keys and indexes from the top of a file to one of its values. */
export type TreePath = readonly (string | number)[];

type WrittenBlock = { readonly text: LocalizedText } | { readonly command: string };

type Written<Node> = Omit<Node, 'id' | 'body'> & { readonly body?: readonly WrittenBlock[] };

interface WrittenQuestion {
  readonly kind: 'question';
  readonly text: LocalizedText;
  readonly body?: readonly WrittenBlock[];
  readonly fact?: string;
  readonly options: readonly Option[];
  readonly entryFor?: readonly string[];
  readonly said?: SaidWays;
}

/** A node as a file has it: without its id, which is its key, and with ids of other nodes as written. */
export type WrittenNode =
  WrittenQuestion | Omit<BranchNode, 'id'> | Written<FixNode> | Written<ExplanationNode> | Written<HandOverNode>;

/** A file that matches tree.schema.json. */
export interface TreeFile {
  readonly name: string;
  readonly id: string;
  readonly title: LocalizedText;
  readonly start: string;
  readonly causes: Readonly<Record<string, Omit<Cause, 'id'>>>;
  readonly nodes: Readonly<Record<string, WrittenNode>>;
  /** The problem `message` at the line where the value at `path`, or the nearest one around it, is written. */
  problem(path: TreePath, message: string): TreeProblem;
}

/** A node's id in the merged tree: `next` may name a node of the same file or `otherTree/node`. */
export function qualified(treeId: string, target: string): string {
  return target.includes('/') ? target : `${treeId}/${target}`;
}
