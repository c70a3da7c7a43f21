import { waysOn } from '../../troubleshooting/tree-ways.js';
import type { Tree, TreeNode } from '../../troubleshooting/tree.js';

/** Characters of a text in the diagram; longer ones end in "…" at a word. They keep a box about as wide as three words are long. */
const longestText = 60;
const longestAnswer = 40;

/**
 * A Mermaid flowchart of one tree: what leads out of it stands as the name of the other tree's node. Its ids are the nodes' own
 * with `_` for `-` and `/`, after `n_`, because `end` and the like are words of Mermaid.
 */
export function diagram(tree: Tree, treeId: string, start: string): string {
  const own = [...tree.nodes.values()].filter(({ id }) => id.startsWith(`${treeId}/`));
  const edges = own.flatMap(edgesOf);
  const foreign = new Set(edges.flatMap(({ to }) => (to.startsWith(`${treeId}/`) ? [] : [to])));
  return [
    'flowchart TD',
    `  begin(( )) --> ${mermaidId(start)}`,
    ...own.map((node) => `  ${mermaidId(node.id)}${box(node, nameIn(treeId, node.id))}`),
    ...[...foreign].map((id) => `  ${mermaidId(id)}[["${escaped(id)}"]]`),
    ...edges.map(
      ({ from, to, labels }) => `  ${mermaidId(from)} -->|"${labels.map(escaped).join('<br/>')}"| ${mermaidId(to)}`,
    ),
  ].join('\n');
}

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly labels: readonly string[];
}

/** One edge for all ways to the same node. */
function edgesOf(node: TreeNode): readonly Edge[] {
  const labels = labelsOf(node);
  const byTarget = new Map<string, string[]>();
  waysOn(node).forEach(({ next }, index) => {
    byTarget.set(next, [...(byTarget.get(next) ?? []), labels[index] ?? '']);
  });
  return [...byTarget].map(([to, those]) => ({ from: node.id, to, labels: those }));
}

/** In the order of `waysOn`. */
function labelsOf(node: TreeNode): readonly string[] {
  switch (node.kind) {
    case 'question':
      return node.options.map(({ text }) => shortened(text.en, longestAnswer));
    case 'branch':
      return [...Object.keys(node.cases), 'otherwise'];
    case 'fix':
      return ['did not help'];
    case 'explanation':
    case 'handOver':
      return [];
  }
}

function box(node: TreeNode, name: string): string {
  const words = (text: string): string => `"${escaped(name)}<br/>${escaped(shortened(text, longestText))}"`;
  switch (node.kind) {
    case 'question':
      return `(${words(node.text.en)})`;
    case 'branch':
      return `{${words(node.on)}}`;
    case 'fix':
      return `[${words(node.text.en)}]`;
    case 'explanation':
      return `([${words(node.text.en)}])`;
    case 'handOver':
      return `[/${words(node.text.en)}/]`;
  }
}

export function nameIn(treeId: string, nodeId: string): string {
  return nodeId.startsWith(`${treeId}/`) ? nodeId.slice(treeId.length + 1) : nodeId;
}

function mermaidId(nodeId: string): string {
  return `n_${nodeId.replace(/[^a-z0-9]/g, '_')}`;
}

function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2))}…`;
}

/** Within quotes Mermaid reads these as markup; it writes them as `#code;`. */
function escaped(text: string): string {
  return text.replace(/["#<>&`|\\[\]{}()]/g, (sign) => `#${sign.charCodeAt(0)};`);
}
