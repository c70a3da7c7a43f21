import { fileURLToPath } from 'node:url';
import { findingIds } from '../diagnosis/finding-catalogue.js';
import { readTreeFiles } from './read-tree-files.js';
import { loadTrees } from '../troubleshooting/load-trees.js';
import type { Tree } from '../troubleshooting/tree.js';

const builtInTrees = fileURLToPath(new URL('../troubleshooting/trees/', import.meta.url));

/** The built-in trees with those of a folder (TREES_DIR). Throws with every problem, its file and its line. */
export async function readTree(treesDir: string | undefined): Promise<Tree> {
  const loaded = loadTrees(await readTreeFiles(builtInTrees, treesDir), { findings: findingIds });
  if (loaded.kind === 'loaded') return loaded.tree;
  throw new Error(
    [
      'The trees cannot be used:',
      ...loaded.problems.map(({ file, line, message }) => `  ${file}:${line} ${message}`),
    ].join('\n'),
  );
}
