import { keysThatEndValues, ordinaryWords, sensitiveKeys } from './keys.js';

/** A known key with its `:` or `=`, and where its value may stand: from `valueStart` to the end of the line or the next known key. */
export interface KeyPlace {
  /** Lower case, without blanks. */
  readonly key: string;
  readonly start: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

interface Branch {
  readonly next: Map<string, Branch>;
  key?: string;
}

/** All keys from their last letter to the first: a key is looked for backwards from its separator, since it may be glued to what precedes. */
const trie: Branch = { next: new Map() };
for (const spelled of [...sensitiveKeys.keys(), ...keysThatEndValues]) {
  const key = spelled.toLowerCase().replace(/\s/g, '');
  let branch = trie;
  for (const letter of [...key].reverse()) {
    const next: Branch = branch.next.get(letter) ?? { next: new Map() };
    branch.next.set(letter, next);
    branch = next;
  }
  branch.key = key;
}

/** Between a key and its separator, or a separator and the value; more is another layout. */
const maxBlanks = 60;

/** Every known key of a text, in order. `Thumbprint : A1DeviceAuthStatus : SUCCESS` has two. Linear: a key has at most 40 letters. */
export function keyPlaces(text: string): readonly KeyPlace[] {
  const found: { key: string; start: number; separator: number }[] = [];
  for (const separator of text.matchAll(/[:=]/g)) {
    const key = keyBefore(text, separator.index);
    if (key) found.push({ ...key, separator: separator.index });
  }
  let lineEnd = 0;
  return found.map(({ key, start, separator }, index) => {
    if (lineEnd <= separator) lineEnd = endOfLine(text, separator);
    const valueStart = afterSeparator(text, separator);
    return {
      key,
      start,
      valueStart,
      valueEnd: Math.max(valueStart, Math.min(lineEnd, found[index + 1]?.start ?? lineEnd)),
    };
  });
}

function keyBefore(text: string, separator: number): { key: string; start: number } | undefined {
  let at = separator - 1;
  for (let blanks = 0; blanks < maxBlanks; blanks += 1) {
    if (isBlankOrQuote(text[at])) at -= 1;
    else if (text[at] === ';' && text.startsWith('&nbsp;', at - 5)) at -= 6;
    else break;
  }
  let branch: Branch | undefined = trie;
  let longest: { key: string; start: number } | undefined;
  for (let blanks = 0; at >= 0 && blanks < 3; at -= 1) {
    const letter = (text[at] as string).toLowerCase();
    if (isBlank(letter)) {
      blanks += 1;
      continue;
    }
    blanks = 0;
    branch = branch.next.get(letter);
    if (!branch) break;
    if (branch.key !== undefined && (!ordinaryWords.has(branch.key) || !/[\p{L}\p{N}_-]/u.test(text[at - 1] ?? ' ')))
      longest = { key: branch.key, start: at };
  }
  return longest;
}

/** Over the blanks, quotes and the second colon of `KeySignTest: : x`. */
function afterSeparator(text: string, separator: number): number {
  let at = separator + 1;
  for (let skipped = 0; skipped < maxBlanks; skipped += 1) {
    if (isBlankOrQuote(text[at]) || text[at] === ':' || text[at] === '=') at += 1;
    else if (text.startsWith('&nbsp;', at)) at += 6;
    else break;
  }
  return at;
}

function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) if (text[at] === '\n' || text[at] === '\r') return at;
  return text.length;
}

function isBlank(letter: string | undefined): boolean {
  return letter === ' ' || letter === '\t' || letter === '\u00a0';
}

function isBlankOrQuote(letter: string | undefined): boolean {
  return isBlank(letter) || letter === '"' || letter === '\\';
}
