import { knownKeys } from '../status/known-keys.js';

/** A sentence as somebody typed or copied it, in one line, and its words in lower case without punctuation. */
export interface Sentence {
  readonly line: string;
  /** Parts between which a "not" does not reach: split at commas, colons and conjunctions. */
  readonly clauses: readonly (readonly string[])[];
  readonly isQuestion: boolean;
}

/** Longer ones are no sentences of a window; they are read in pieces of this many words. */
const mostWords = 80;

const conjunctions = new Set([
  ...['because', 'since', 'but', 'although', 'though', 'and', 'so', 'then', 'when', 'as'],
  ...['weil', 'da', 'denn', 'aber', 'sondern', 'obwohl', 'und', 'als'],
]);

/** The sentences of a text. A line that was wrapped in a window is put together again; an empty line ends a sentence. */
export function sentencesOf(lines: readonly string[]): readonly Sentence[] {
  const found: Sentence[] = [];
  let open = '';
  const close = () => {
    found.push(...sentences(open));
    open = '';
  };
  for (const line of lines) {
    const text = line.trim();
    if (text === '' || isField(text)) close();
    else if (open.length > 2000) {
      close();
      open = text;
    } else open = open === '' ? text : `${open} ${text}`;
  }
  close();
  return found;
}

const fields: ReadonlySet<string> = new Set(knownKeys.flatMap((each) => [each.key, ...each.aliases]).map(compared));

/** `Server ErrorCode : AuthenticationError`: a field of some output, and not what a window says. */
function isField(line: string): boolean {
  const key = /^([a-z][\w/-]*(?: [\w/-]+){0,4}) {0,60}[:=]/i.exec(line.slice(0, 160))?.[1];
  return (
    key !== undefined &&
    (fields.has(compared(key)) || /\b(?:server|client|phase|error ?code|test|status|ur[il])\b/i.test(key))
  );
}

function compared(key: string): string {
  return key.toLowerCase().replaceAll(' ', '');
}

/** Without one of these no sentence is the window's. */
const telling =
  /aut|verif|prüf|pruef|bestätig|max|höchst|grenze|limit|quota|many|viele|serve?r|servi|dienst|workplace|arbeits/i;

function sentences(text: string): readonly Sentence[] {
  if (!telling.test(text)) return [];
  return text
    .replace(/(?:https?|ms-\w{1,20}):\/\/\S+/gi, ' ')
    .split(/(?<=[.!?;…])["'“”«»)]{0,2}(?= |$)/)
    .flatMap((sentence) => pieces(sentence.trim()));
}

function pieces(sentence: string): readonly Sentence[] {
  const all = sentence.split(/ +/);
  const found: Sentence[] = [];
  for (let at = 0; at < all.length; at += mostWords) {
    const line = all
      .slice(at, at + mostWords)
      .join(' ')
      .slice(0, 2000);
    if (line !== '')
      found.push({ line, clauses: clausesOf(line), isQuestion: /\?["'”»)]{0,2}$/.test(line) || asks.test(line) });
  }
  return found;
}

const asks =
  /^(?:(?:so|and|but|hi|hello|please|hallo|und|bitte),? )?(?:is|are|was|am|do|does|did|can|could|should|how|what|why|which|when|who|if|whether|ist|sind|bin|kann|soll|wie|warum|wann|wer|ob|wenn|falls|welche[rs]?)\b/i;

function clausesOf(line: string): readonly (readonly string[])[] {
  const clauses: string[][] = [[]];
  for (const part of line
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[,:;()"“”„«»]| [-–—] |\.(?= |$)/)) {
    clauses.push([]);
    for (const word of part.split(/[^\p{L}\p{N}'-]+/u)) {
      const bare = word.replace(/^['-]{1,4}|['-]{1,4}$/g, '');
      if (conjunctions.has(bare)) clauses.push([]);
      if (bare !== '') clauses.at(-1)?.push(bare);
    }
  }
  return clauses.filter((clause) => clause.length > 0);
}
