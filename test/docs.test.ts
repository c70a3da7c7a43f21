import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commandsPage } from '../src/demo/simulate/commands-page.js';
import { diagram } from '../src/demo/simulate/diagram.js';
import { diagramPage, renewCommand } from '../src/demo/simulate/diagram-page.js';
import { loadTree } from '../src/demo/simulate/load-tree.js';
import type { Tree, TreeNode } from '../src/troubleshooting/tree.js';

const docs = fileURLToPath(new URL('../docs/', import.meta.url));
const { tree, chapters } = await loadTree();

/** What Mermaid, and so GitHub, draws unless it is told otherwise (mermaid-js, config.schema.yaml: maxTextSize, maxEdges). */
const mermaidLimits = { characters: 50_000, edges: 500 };

describe.each(chapters)('the page of the tree $id', (chapter) => {
  const { file, text } = diagramPage(tree, chapter);
  const { declared, edges } = parse(diagram(tree, chapter.id, chapter.start));

  it('shows the tree as it is', () => {
    const written = readFileSync(docs + file, 'utf8').replaceAll('\r\n', '\n');
    expect(written === text, `docs/${file} is out of date. Renew it with: ${renewCommand}`).toBe(true);
  });

  it('declares each box once, and draws arrows between declared ones', () => {
    expect(new Set(declared).size).toBe(declared.length);
    expect(edges.flat().filter((id) => !declared.includes(id))).toEqual([]);
  });

  it('has every node of the tree, and an arrow from each that is no end', () => {
    const own = [...tree.nodes.values()].filter(({ id }) => id.startsWith(`${chapter.id}/`));
    expect(declared.filter((id) => id.startsWith(`n_${chapter.id}_`))).toHaveLength(own.length);
    const left = new Set(edges.map(([from]) => from));
    const ends = own.filter(({ kind }) => kind === 'explanation' || kind === 'handOver');
    expect(declared.filter((id) => id.startsWith(`n_${chapter.id}_`) && !left.has(id))).toHaveLength(ends.length);
  });

  it('stays within what is drawn', () => {
    expect(text.length).toBeLessThan(mermaidLimits.characters);
    expect(edges.length).toBeLessThan(mermaidLimits.edges);
  });
});

it('the page of the commands shows the registry as it is', () => {
  const { file, text } = commandsPage();
  expect(
    readFileSync(docs + file, 'utf8').replaceAll('\r\n', '\n') === text,
    `docs/${file} is out of date. Renew it with: ${renewCommand}`,
  ).toBe(true);
});

it('docs has the diagram of no other tree', () => {
  const pages = readdirSync(docs).filter((name) => /^tree-.*\.md$/.test(name));
  expect(pages.toSorted()).toEqual(chapters.map(({ id }) => `tree-${id}.md`).toSorted());
});

describe('a diagram', () => {
  const text = (en: string) => ({ en });
  const nodes: readonly TreeNode[] = [
    {
      kind: 'question',
      id: 'a/end',
      text: text('Is "x" <b>, {y} | `z` & #1?'),
      body: [],
      options: [
        { id: 'yes', text: text('Yes; [so] (it) is'), next: 'a/what' },
        { id: 'maybe', text: text('Maybe'), next: 'a/what' },
        { id: 'no', text: text('No'), next: 'b/other' },
      ],
    },
    { kind: 'branch', id: 'a/what', on: 'domainType', cases: { managed: 'a/mend' }, otherwise: 'a/that-is-so' },
    {
      kind: 'fix',
      id: 'a/mend',
      cause: 'c',
      text: text(`Mend ${'it and '.repeat(20)}`),
      body: [],
      next: 'a/over',
      entryFor: ['c'],
    },
    { kind: 'explanation', id: 'a/that-is-so', text: text('So'), body: [] },
    { kind: 'handOver', id: 'a/over', text: text('Over'), body: [], causes: ['c'] },
    { kind: 'explanation', id: 'b/other', text: text('Else'), body: [] },
  ];
  const odd: Tree = {
    start: 'a/end',
    version: '1',
    nodes: new Map(nodes.map((node) => [node.id, node])),
    causes: new Map(),
  };
  const drawn = diagram(odd, 'a', 'a/end');

  it('leaves no sign in a text that Mermaid would read', () => {
    parse(drawn);
    expect(drawn).toContain('("end<br/>Is #34;x#34; #60;b#62;, #123;y#125; #124; #96;z#96; #38; #35;1?")');
  });

  it('draws ways to the same node as one arrow, and shows where another tree goes on', () => {
    expect(drawn).toContain('n_a_end -->|"Yes; #91;so#93; #40;it#41; is<br/>Maybe"| n_a_what');
    expect(drawn).toContain('n_b_other[["b/other"]]');
    expect(drawn).toContain('n_a_what -->|"managed"| n_a_mend');
  });

  it('has a shape for each kind of node, and shortens at a word', () => {
    expect(drawn).toContain('n_a_what{"what<br/>domainType"}');
    expect(drawn).toMatch(/n_a_mend\["mend<br\/>Mend it and [^"]{30,60} (and|it)…"\]/);
    expect(drawn).toContain('n_a_that_is_so(["that-is-so<br/>So"])');
    expect(drawn).toContain('n_a_over[/"over<br/>Over"/]');
  });

  it('has the entrances of pastes below it', () => {
    const page = diagramPage(odd, { id: 'a', title: text('A'), start: 'a/end' }).text;
    expect(page).toContain('| `c` | `mend` |');
  });
});

/** The boxes and arrows of a flowchart. Throws at a line that is neither, e.g. one with a sign that ends a text early. */
function parse(flowchart: string): {
  readonly declared: readonly string[];
  readonly edges: readonly (readonly [from: string, to: string])[];
} {
  const [head, begin, ...lines] = flowchart.split('\n');
  expect(head).toBe('flowchart TD');
  const start = / {2}begin\(\( \)\) --> (n_\w+)$/.exec(begin ?? '')?.[1] ?? 'no start';
  const declared: string[] = ['begin'];
  const edges: [string, string][] = [['begin', start]];
  for (const line of lines) {
    const box = /^ {2}(n_\w+)(?:\(\[|\(|\{|\[\/|\[\[|\[)"([^"`|[\]{}()]+)"(?:\]\)|\)|\}|\/\]|\]\]|\])$/.exec(line);
    const arrow = /^ {2}(n_\w+) -->\|"([^"`|[\]{}()]+)"\| (n_\w+)$/.exec(line);
    const [, first = '', words = ''] = box ?? arrow ?? [];
    // A text with a list at its beginning is not drawn.
    if (first === '' || /<(?!br\/>)|&|^\d+\. |^[-*] /.test(words))
      throw new Error(`This is no line of a diagram: ${line}`);
    if (box) declared.push(first);
    if (arrow) edges.push([first, arrow[3] ?? '']);
  }
  return { declared, edges };
}

describe('what the pages name', () => {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const pages = [
    ...readdirSync(root).filter((file) => file.endsWith('.md')),
    ...readdirSync(docs, { recursive: true, encoding: 'utf8' }).map((file) => `docs/${file.replaceAll('\\', '/')}`),
    'deploymentTemplates/README.md',
  ].filter((page) => page.endsWith('.md'));
  /** Made by somebody who follows the page, and examples of it. */
  const notYet = /^(artifacts|dist|node_modules|data)\/|spare/;

  it.each(pages)('%s: every file is there', (page) => {
    const text = readFileSync(root + page, 'utf8');
    const linked = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, path = '']) =>
      join(dirname(page), path),
    );
    const named = [...text.matchAll(/`((?:src|test|cards|docs|deploymentTemplates|\.ci)\/[\w./-]*)`/g)].map(
      ([, path = '']) => path,
    );
    const missing = [...linked, ...named].filter((path) => !notYet.test(path) && !existsSync(root + path));
    expect(missing).toEqual([]);
  });
});
