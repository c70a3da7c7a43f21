import type { TreeFile, TreeProblem } from './tree-file.js';
import type { Tree } from './tree.js';

/**
 * Whatever a node is the entrance for is a cause of the trees or a finding of the diagnosis, and leads to one place of a tree.
 * `findings`: all ids the diagnosis can give; without them unknown names cannot be told and pass.
 */
export function checkEntrances(
  files: readonly TreeFile[],
  tree: Tree,
  findings?: readonly string[],
): readonly TreeProblem[] {
  return files.flatMap((file) => {
    const taken = new Map<string, string>();
    return Object.entries(file.nodes).flatMap(([id, { entryFor = [] }]) =>
      entryFor.flatMap((sign, index) => {
        const report = (message: string): TreeProblem =>
          file.problem(['nodes', id, 'entryFor', index], `${id}: ${message}`);
        const other = taken.get(sign);
        taken.set(sign, id);
        if (other !== undefined) return [report(`"${sign}" leads to ${other} already`)];
        const isKnown = findings === undefined || tree.causes.has(sign) || findings.includes(sign);
        return isKnown ? [] : [report(`there is no cause or finding "${sign}"`)];
      }),
    );
  });
}
