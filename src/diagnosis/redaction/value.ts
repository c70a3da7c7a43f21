import { markAt } from './marks.js';

/** What stands after a key, an option or a verb: [start, end) without its quotes. */
export interface Value {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

/** A quote that is not closed so far on is an apostrophe or was cut off. */
const longestQuoted = 300;

const opening = /\\{0,3}["'`“”„«»‘’‚]|&(?:quot|apos|#39|#34);|<(?=[^<>\s/]{4,60}>)/y;
/** What makes a word bold and the like, in a page or in Markdown. */
const emphasis =
  /(?:<\/?(?:b|i|u|em|strong|code|span|font|pre|p|td|kbd|tt|mark|div|li|br)(?:\s[^<>]{0,100})?\/?>\s{0,9}|\*\*|__(?=\w)){1,6}/iy;

const closings: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‘': '’',
  '‚': '‘’',
  '<': '>',
};

/** The quoted words that begin here, or the word. */
export function valueAt(text: string, from: number): Value | undefined {
  const at = endOfMatch(emphasis, text, from) ?? from;
  opening.lastIndex = at;
  const open = opening.exec(text)?.[0];
  if (open === undefined) return wordAt(text, at);
  const start = at + open.length;
  const end = closed(text, start, open);
  if (end === undefined) return wordAt(text, start);
  return end === start || markAt(text, start) ? undefined : { start, end, quoted: true };
}

function closed(text: string, start: number, open: string): number | undefined {
  const last = open.at(-1) ?? '';
  for (let at = start; at < start + longestQuoted && at < text.length && !isLineEnd(text[at]); at += 1) {
    if (open.length > 1) {
      if (text.startsWith(open, at)) return at;
    } else if ((closings[last] ?? last).includes(text[at] as string)) {
      // PowerShell writes a quote inside quotes twice.
      if (last !== "'" || at === start || text[at + 1] !== "'") return at;
      at += 1;
    }
  }
  return undefined;
}

const entity = /&(?:lt|gt|quot|nbsp|#\d{2,4});/y;
/** What follows a `;`, `&` or `,` that ends a value: nothing, or the next field. */
const nextField = /[;&,](?:$|[\s"'}\])]|amp;[\w.-]{1,40}=|[\w.-]{1,40}(?: [\w.-]{1,20})?["']?[:=])/y;

/** Up to a blank, a tag, a quote, the next field or a mark, without the signs that end a sentence or close a bracket. */
export function wordAt(text: string, start: number): Value | undefined {
  let end = start;
  for (; end < text.length; end += 1) {
    const letter = text[end] as string;
    if (letter <= ' ' || letter === '\u00a0' || letter === '"') break;
    if (letter === '<' && /[/\w!]/.test(text[end + 1] ?? ' ')) break;
    if (letter === '[' && markAt(text, end)) break;
    if (letter === '\\' && text.startsWith('\\r\\n', end)) break;
    if (letter === '&' && matchesAt(entity, text, end)) break;
    if ((letter === ';' || letter === '&' || letter === ',') && matchesAt(nextField, text, end)) break;
  }
  while (end > start && ".,;:)]}>'’”»`|*".includes(text[end - 1] as string)) end -= 1;
  return end === start ? undefined : { start, end, quoted: false };
}

/** The rest of the line, without the blanks around it; what an element of XML holds ends with it. */
export function lineAt(text: string, at: number): Value | undefined {
  let end = at;
  while (
    end < text.length &&
    !isLineEnd(text[end]) &&
    !(text[end] === '<' && /[/\w]/.test(text[end + 1] ?? ' ')) &&
    !text.startsWith('&lt;', end)
  )
    end += 1;
  while (end > at && /\s/.test(text[end - 1] as string)) end -= 1;
  return end === at || markAt(text, at) ? undefined : { start: at, end, quoted: true };
}

export function matchesAt(sticky: RegExp, text: string, at: number): boolean {
  sticky.lastIndex = at;
  return sticky.test(text);
}

/** Where a sticky expression that begins here ends. */
export function endOfMatch(sticky: RegExp, text: string, at: number): number | undefined {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : undefined;
}

function isLineEnd(letter: string | undefined): boolean {
  return letter === '\n' || letter === '\r';
}
