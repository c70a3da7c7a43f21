import MiniSearch from 'minisearch';
import { locales } from '../text/locale.js';
import { betweenWords, searchTerms, termOf } from './search-terms.js';
import type { Tree, TreeNode } from './tree.js';

/** Where own words lead: a clear winner is taken, up to three are offered. */
export type FoundEntries =
  | { readonly kind: 'winner'; readonly nodeId: string }
  | { readonly kind: 'several'; readonly nodeIds: readonly string[] }
  | { readonly kind: 'none' };

export type FindEntries = (words: string) => FoundEntries;

/** More to choose from would have to be read instead of recognised. This and the numbers below were tried on the phrases of the tests. */
const mostOffered = 3;

/** A winner scores so many times what the next one does. */
const clearly = 1.5;

/** Part of the telling words of a text that an entry must know; below, the text is about something else. */
const enoughWords = 0.5;

/** Entries that score less than this part of the best one are not worth offering. */
const worthOffering = 0.45;

/** Letters of a word that may be wrong at most, whatever its length (`maxFuzzy` of minisearch, there the default). */
const mostWrong = 6;

interface IndexedNode {
  readonly id: string;
  readonly said: string;
  readonly text: string;
  readonly causes: string;
}

/** A search over the places of the trees that have a `said`: the ways people say it, the node's own words and its causes. No network, no model. */
export function createFindEntries(tree: Tree): FindEntries {
  const index = new MiniSearch<IndexedNode>({
    fields: ['said', 'text', 'causes'],
    tokenize: (text) => text.split(betweenWords),
    processTerm: (word) => termOf(word),
    searchOptions: {
      boost: { said: 4, text: 1.5 },
      maxFuzzy: mostWrong,
      fuzzy: (term) => (term.length > 5 ? 0.2 : false),
      prefix: (term) => term.length > 4,
      weights: { fuzzy: 0.3, prefix: 0.5 },
    },
  });
  const entries = [...tree.nodes.values()].filter(({ said }) => said !== undefined).map((node) => entryOf(tree, node));
  index.addAll(entries);
  // The search takes memory by the square of a word's length: what is longer than all that it knows is not looked for.
  const longest = Math.max(0, ...entries.flatMap(wordsOf).map((word) => termOf(word)?.length ?? 0)) + mostWrong;

  return function findEntries(words) {
    const terms = searchTerms(words);
    const known = terms.filter(({ length }) => length <= longest);
    if (known.length === 0) return { kind: 'none' };
    const results = index
      .search(known.join(' '))
      .filter(({ queryTerms }) => new Set(queryTerms).size / terms.length >= enoughWords)
      .map(({ id, score }) => ({ nodeId: id as string, score }));
    const [best, next] = results;
    if (!best) return { kind: 'none' };
    if (!next || best.score >= clearly * next.score) return { kind: 'winner', nodeId: best.nodeId };
    const offered = results.filter(({ score }) => score >= worthOffering * best.score).slice(0, mostOffered);
    return { kind: 'several', nodeIds: offered.map(({ nodeId }) => nodeId) };
  };
}

function entryOf(tree: Tree, node: TreeNode): IndexedNode {
  const said = locales.flatMap((locale) => node.said?.[locale] ?? []);
  const text = node.kind === 'branch' ? [] : Object.values(node.text);
  const causes = causesOf(node).flatMap((id) => Object.values(tree.causes.get(id)?.title ?? {}));
  return { id: node.id, said: said.join('\n'), text: text.join('\n'), causes: causes.join('\n') };
}

function wordsOf({ said, text, causes }: IndexedNode): readonly string[] {
  return [said, text, causes].flatMap((field) => field.split(betweenWords));
}

function causesOf(node: TreeNode): readonly string[] {
  if (node.kind === 'handOver') return node.causes.slice(0, 1);
  return 'cause' in node && node.cause !== undefined ? [node.cause] : [];
}
