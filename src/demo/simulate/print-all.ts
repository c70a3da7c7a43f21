import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Tree } from '../../troubleshooting/tree.js';
import { allPaths } from './all-paths.js';
import { startingKnowledge } from './path-knowledge.js';
import { pathLine } from './path-line.js';

/**
 * Writes every path of `tree`, one a line, and how many they are; no more at a time than `output` takes. Ends early, without a
 * word, when nobody reads on.
 */
export async function printAll(tree: Tree, facts: Readonly<Record<string, string>>, output: Writable): Promise<void> {
  const gone = new AbortController();
  output.once('error', () => gone.abort());
  output.once('close', () => gone.abort());
  let count = 0;
  try {
    for (const path of allPaths(tree, startingKnowledge(facts))) {
      if (gone.signal.aborted) return;
      count += 1;
      if (!output.write(`${pathLine(tree, path)}\n`)) await once(output, 'drain', { signal: gone.signal });
    }
    output.write(`${count} paths\n`);
  } catch (error) {
    if (!gone.signal.aborted) throw error;
  }
}
