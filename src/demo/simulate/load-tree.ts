import { fileURLToPath } from 'node:url';
import { findingIds } from '../../diagnosis/finding-catalogue.js';
import { readTreeFiles } from '../../composition/read-tree-files.js';
import type { LocalizedText } from '../../text/locale.js';
import { loadTrees } from '../../troubleshooting/load-trees.js';
import { parseTreeFile } from '../../troubleshooting/parse-tree-file.js';
import { qualified } from '../../troubleshooting/tree-file.js';
import type { Tree } from '../../troubleshooting/tree.js';

/** One of the files of a tree: its id, its title, and the node it begins with. */
export interface Chapter {
  readonly id: string;
  readonly title: LocalizedText;
  readonly start: string;
}

export interface LoadedTree {
  readonly tree: Tree;
  readonly chapters: readonly Chapter[];
}

const builtIn = fileURLToPath(new URL('../../troubleshooting/trees/', import.meta.url));

/** Loads the built-in trees, and those of `folder` over them. @throws with file and line of everything that is wrong */
export async function loadTree(folder?: string): Promise<LoadedTree> {
  const files = await readTreeFiles(builtIn, folder);
  const loaded = loadTrees(files, { findings: findingIds });
  if (loaded.kind === 'invalid') {
    throw new Error(
      [
        'The trees cannot be used:',
        ...loaded.problems.map(({ file, line, message }) => `  ${file}:${line} ${message}`),
      ].join('\n'),
    );
  }
  const chapters = new Map<string, Chapter>();
  for (const { name, text } of files) {
    const parsed = parseTreeFile(name, text);
    if (parsed.kind === 'invalid') continue;
    const { id, title, start } = parsed.file;
    chapters.set(id, { id, title, start: qualified(id, start) });
  }
  return { tree: loaded.tree, chapters: [...chapters.values()] };
}
