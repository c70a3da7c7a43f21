import type { Tree } from '../../troubleshooting/tree.js';
import { diagram, nameIn } from './diagram.js';
import type { Chapter } from './load-tree.js';

/** Renews the pages; named on each, and by the test that finds one out of date. */
export const renewCommand = 'npm run simulate -- --docs docs';

/** `tree-*.md` in docs: the diagram of one tree and, below it, where a paste leads into it. */
export function diagramPage(
  tree: Tree,
  { id, title, start }: Chapter,
): { readonly file: string; readonly text: string } {
  const text = `# ${title.en}

All steps of the tree \`${id}\`, drawn by \`${renewCommand}\` from its file; [trees.md](trees.md) explains how to change it.

Rounded: a question. Diamond: decided by what is known. Box: a fix. Pill: an explanation, the end. Slanted: over to the helpdesk,
the end. Double sides: goes on in another tree.

\`\`\`mermaid
${diagram(tree, id, start)}
\`\`\`
${entrances(tree, id)}`;
  return { file: `tree-${id}.md`, text };
}

function entrances(tree: Tree, treeId: string): string {
  const rows = [...tree.nodes.values()]
    .filter(({ id }) => id.startsWith(`${treeId}/`))
    .flatMap(({ id, entryFor = [] }) => entryFor.map((sign) => `| \`${sign}\` | \`${nameIn(treeId, id)}\` |`));
  if (rows.length === 0) return '';
  return `
A paste in which one of these is found leads here at once:

| Finding or cause | Step |
|---|---|
${rows.toSorted().join('\n')}
`;
}
