import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import type { Locale } from '../text/locale.js';
import { checkEntrances } from './check-entrances.js';
import { checkReferences } from './check-references.js';
import { checkTexts } from './check-texts.js';
import { checkWays } from './check-ways.js';
import { mergeTrees, openingTree } from './merge-trees.js';
import { parseTreeFile } from './parse-tree-file.js';
import type { TreeFile, TreeProblem } from './tree-file.js';
import type { Tree } from './tree.js';

export type { TreeProblem } from './tree-file.js';

export type LoadedTrees =
  | { readonly kind: 'loaded'; readonly tree: Tree }
  | { readonly kind: 'invalid'; readonly problems: readonly TreeProblem[] };

export interface LoadTreesOptions {
  /** Languages every sentence must have. Built-in trees are tested with all; an own tree needs English only. */
  readonly requiredLocales?: readonly Locale[];
  /** Ids of all findings of the diagnosis, which nodes name in `entryFor`. */
  readonly findings?: readonly string[];
}

/**
 * Merges tree files (YAML texts) into one checked tree. A later file replaces an earlier one of the same tree id as a
 * whole. `version` is the first 12 hex digits of the SHA-256 of all texts. Nothing is loaded if anything is wrong.
 */
export function loadTrees(
  files: readonly { readonly name: string; readonly text: string }[],
  { requiredLocales = ['en'], findings }: LoadTreesOptions = {},
): LoadedTrees {
  const parsed = files.map(({ name, text }) => parseTreeFile(name, text));
  const unreadable = parsed.flatMap((each) => (each.kind === 'invalid' ? each.problems : []));
  if (unreadable.length > 0) return { kind: 'invalid', problems: unreadable };

  const { current, clashes } = withoutReplaced(parsed.flatMap((each) => (each.kind === 'parsed' ? [each.file] : [])));
  const tree = mergeTrees(current, versionOf(files.map((file) => file.text)));
  const problems = [
    ...clashes,
    ...checkOpening(current),
    ...checkReferences(current, tree),
    ...checkEntrances(current, tree, findings),
  ];
  if (problems.length === 0) problems.push(...checkWays(current, tree));
  problems.push(...current.flatMap((file) => checkTexts(file, requiredLocales)));
  return problems.length === 0 ? { kind: 'loaded', tree } : { kind: 'invalid', problems };
}

/** Of files with one tree id the last counts; two in the same folder are a mistake. */
function withoutReplaced(files: readonly TreeFile[]): {
  readonly current: readonly TreeFile[];
  readonly clashes: readonly TreeProblem[];
} {
  const byId = new Map<string, TreeFile>();
  const clashes: TreeProblem[] = [];
  for (const file of files) {
    const earlier = byId.get(file.id);
    if (earlier !== undefined && dirname(earlier.name) === dirname(file.name)) {
      clashes.push(file.problem(['id'], `the tree "${file.id}" is in ${earlier.name} too`));
    }
    byId.set(file.id, file);
  }
  return { current: [...byId.values()], clashes };
}

function checkOpening(files: readonly TreeFile[]): TreeProblem[] {
  if (files.some((file) => file.id === openingTree)) return [];
  return [
    {
      file: files[0]?.name ?? '(no file)',
      line: 1,
      message: `no file has the tree "${openingTree}", where every walk starts`,
    },
  ];
}

function versionOf(texts: readonly string[]): string {
  return createHash('sha256').update(texts.join('\0')).digest('hex').slice(0, 12);
}
