import { fileURLToPath } from 'node:url';
import { readTreeFiles } from '../../src/composition/read-tree-files.js';
import { loadTrees } from '../../src/troubleshooting/load-trees.js';
import type { Tree } from '../../src/troubleshooting/tree.js';

const folder = fileURLToPath(new URL('../../src/troubleshooting/trees/', import.meta.url));

let loading: Promise<Tree> | undefined;

/** The trees as delivered, read once in a process. Throws with every problem when they do not load. */
export function loadBuiltInTrees(): Promise<Tree> {
  return (loading ??= load());
}

async function load(): Promise<Tree> {
  const loaded = loadTrees(await readTreeFiles(folder));
  if (loaded.kind === 'invalid')
    throw new Error(loaded.problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'));
  return loaded.tree;
}
