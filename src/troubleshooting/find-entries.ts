import MiniSearch from 'minisearch';
import { locales } from '../text/locale.js';
import type { Tree, TreeNode } from './tree.js';

/** Where own words lead: a clear winner is taken, up to three are offered. */
export type FoundEntries =
  | { readonly kind: 'winner'; readonly nodeId: string }
  | { readonly kind: 'several'; readonly nodeIds: readonly string[] }
  | { readonly kind: 'none' };

export type FindEntries = (words: string) => FoundEntries;

/** More to choose from would have to be read instead of recognised. Ours, as are the numbers below, tried on the phrases of the tests. */
const mostOffered = 3;

/** A winner scores so many times what the next one does. */
const clearly = 1.5;

/** Part of the telling words of a text that an entry must know; below, the text is about something else. */
const enoughWords = 0.5;

/** Entries that score less than this part of the best one are not worth offering. */
const worthOffering = 0.45;

/** Longer texts are stories; their first words say what they are about. */
const mostWords = 40;

/** Words that say nothing about the trouble, and those that every trouble here has in common. */
const idle = new Set(
  ('a an the my our your his her its i we you he she it they me us this that these those is are was were be been am do does did has have had ' +
    'to of in on at by for from with and or but so if then than when as since also just still only very too please hello hi hey thanks thank ' +
    'can could will would should may might get gets got what why how who which where there here not no nor any some all ' +
    'pc pcs computer computers laptop laptops machine device server servers workstation notebook desktop windows says say shows show help problem trouble issue error something about after before since ' +
    "join joins joining joined register registers registered registering registration enroll enrol enrolled connect hybrid azure entra domain " +
    "won't wont can't cant cannot isn't isnt doesn't doesnt don't dont didn't didnt fail fails failed failing failure broken unable stuck refuse refuses work works " +
    'ein eine einer einem einen der die das den dem des mein meine meinem meinen meiner unser ich wir sie er es ist sind war hat haben habe ' +
    'zu von in im am an auf bei mit für und oder aber wenn dann als auch nur noch sehr bitte hallo danke kann können wird werden soll ' +
    'was warum wie wer wo da hier nicht kein keine rechner gerät notebook sagt zeigt hilfe fehler mehr etwas über nach seit vor ' +
    'beitreten beitritt tritt bei registrieren registriert registrierung verbinden anmelden domäne geht klappt lässt sich scheitert').split(' '),
);

interface Entry {
  readonly id: string;
  readonly said: string;
  readonly text: string;
  readonly causes: string;
}

/** A search over the places of the trees that have a `said`: the ways people say it, the node's own words and its causes. No network, no model. */
export function createFindEntries(tree: Tree): FindEntries {
  const index = new MiniSearch<Entry>({
    fields: ['said', 'text', 'causes'],
    tokenize: (text) => text.split(/[^\p{L}\p{N}'’]+/u),
    processTerm: (term) => telling(term),
    searchOptions: {
      boost: { said: 4, text: 1.5 },
      fuzzy: (term) => (term.length > 5 ? 0.2 : false),
      prefix: (term) => term.length > 4,
      weights: { fuzzy: 0.3, prefix: 0.5 },
    },
  });
  index.addAll([...tree.nodes.values()].filter(({ said }) => said !== undefined).map((node) => entryOf(tree, node)));

  return function findEntries(words) {
    const terms = [...new Set(words.split(/[^\p{L}\p{N}'’]+/u, mostWords).flatMap((word) => telling(word) ?? []))];
    if (terms.length === 0) return { kind: 'none' };
    const results = index
      .search(terms.join(' '))
      .filter(({ queryTerms }) => new Set(queryTerms).size / terms.length >= enoughWords)
      .map(({ id, score }) => ({ nodeId: id as string, score }));
    const [best, next] = results;
    if (!best) return { kind: 'none' };
    if (!next || best.score >= clearly * next.score) return { kind: 'winner', nodeId: best.nodeId };
    const offered = results.filter(({ score }) => score >= worthOffering * best.score).slice(0, mostOffered);
    return { kind: 'several', nodeIds: offered.map(({ nodeId }) => nodeId) };
  };
}

function entryOf(tree: Tree, node: TreeNode): Entry {
  const said = locales.flatMap((locale) => node.said?.[locale] ?? []);
  const text = node.kind === 'branch' ? [] : Object.values(node.text);
  const causes = causesOf(node).flatMap((id) => Object.values(tree.causes.get(id)?.title ?? {}));
  return { id: node.id, said: said.join('\n'), text: text.join('\n'), causes: causes.join('\n') };
}

function causesOf(node: TreeNode): readonly string[] {
  if (node.kind === 'handOver') return node.causes.slice(0, 1);
  return 'cause' in node && node.cause !== undefined ? [node.cause] : [];
}

/** Lower case, without an ending s; null = says nothing. */
function telling(word: string): string | null {
  const lower = word.toLowerCase().replaceAll('’', "'");
  if (idle.has(lower) || lower.length < 2) return null;
  return lower.length > 4 && lower.endsWith('s') ? lower.slice(0, -1) : lower;
}
