import type { Locale } from '../text/locale.js';
import type { TreeFile, TreePath, TreeProblem } from './tree-file.js';

/**
 * Every sentence exists in the wanted languages and shows what it says: no link whose words hide where it goes, no
 * HTML, and nothing that the card templates would take for an expression.
 */
export function checkTexts(file: TreeFile, requiredLocales: readonly Locale[]): readonly TreeProblem[] {
  return [...strings({ title: file.title, causes: file.causes, nodes: file.nodes }, [])].flatMap(
    ({ path, sentences }) => {
      const where = path.join('/');
      const missing = requiredLocales.filter((locale) => sentences[locale] === undefined);
      const problems = missing.map((locale) => file.problem(path, `${where}: the text in "${locale}" is missing`));
      for (const [locale, sentence] of Object.entries(sentences)) {
        const fault = faultIn(sentence);
        if (fault !== undefined) problems.push(file.problem([...path, locale], `${where}/${locale}: ${fault}`));
      }
      return problems;
    },
  );
}

interface Sentence {
  readonly path: TreePath;
  readonly sentences: Readonly<Record<string, string>>;
}

/** All maps of locale to text below a value. They are told by their `en`, which the schema requires. */
function* strings(value: unknown, path: TreePath): Generator<Sentence> {
  if (typeof value !== 'object' || value === null) return;
  if ('en' in value && typeof value.en === 'string') {
    yield { path, sentences: value as unknown as Record<string, string> };
    return;
  }
  for (const [key, below] of Object.entries(value))
    yield* strings(below, [...path, Array.isArray(value) ? Number(key) : key]);
}

function faultIn(sentence: string): string | undefined {
  if (/\]\s*[([]/.test(sentence)) return 'write the address itself instead of a link';
  if (/<\/?[a-z]/i.test(sentence)) return 'HTML is not shown; write plain words';
  if (sentence.includes('${')) return '"${" cannot be shown';
  return undefined;
}
