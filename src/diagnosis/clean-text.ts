import { atOnce, type Slices } from './slices.js';

/**
 * The lines of a pasted text, freed from what chat clients, mail and editors put around it: HTML, entities, odd blanks, quote, list
 * and comment marks, code fences. Indentation stays, for it tells a wrapped line; blanks at the end go. A box (`| Device State |`)
 * and its rulers stay as they are; of many empty lines two stay. Takes any string, never throws, and reads it in linear time.
 */
export function cleanText(raw: string): readonly string[] {
  return atOnce(cleaning(raw));
}

/** The same, in slices. */
export function* cleaning(raw: string): Slices<readonly string[]> {
  const once = decoded(withoutTags(raw));
  yield raw.length;
  // Twice: what went through two clients is escaped twice.
  const plain = plainCharacters(decoded(withoutTags(once)));
  yield once.length;
  const lines = plain.split('\n').map(withoutMarks);
  yield plain.length;
  return lines.filter((line, at) => line !== '' || lines[at - 1] !== '' || lines[at - 2] !== '');
}

const inlineTags =
  'a|abbr|at|b|big|code|del|em|emoji|font|i|img|ins|kbd|mark|meta|s|samp|small|span|strike|strong|sub|sup|tt|u|attachment|o:p';
const blockTags =
  'address|blockquote|body|center|codeblock|div|dd|dl|dt|h[1-6]|head|html|li|ol|p|pre|section|table|tbody|thead|tr|ul';

/** Only HTML's own names: `<tenant id>` is somebody's placeholder. */
const lineTag = new RegExp(`<(/?)(?:br|hr|${blockTags})(?:\\s[^<>]*)?/?>(?:\\r?\\n)?`, 'gi');
const cellTag = /<\/?(?:td|th)(?:\s[^<>]*)?>/gi;
const otherTag = new RegExp(`</?(?:${inlineTags})(?:\\s[^<>]*)?/?>`, 'gi');
const opening = '\u0001';

function withoutTags(text: string): string {
  if (!text.includes('<')) return text;
  return (
    joinedCells(text)
      .replace(lineTag, (tag, slash: string) => (slash === '/' || /^<[bh]r/i.test(tag) ? '\n' : opening))
      .replace(cellTag, ' ')
      .replace(otherTag, '')
      // A block begins a line, if it does not stand at the beginning of one already.
      .replace(/([^\n\u0001])\u0001/g, '$1\n')
      .replaceAll(opening, '')
  );
}

/** Mail puts a paragraph in each cell, and lines between the cells; a row of a table is one line all the same. */
function joinedCells(text: string): string {
  if (!/<t[dh][\s>]/i.test(text)) return text;
  return text
    .replace(/(<t[dh](?:\s[^<>]*)?>)\s*(?:<(?:p|div)(?:\s[^<>]*)?>)?/gi, '$1')
    .replace(/<\/(?:p|div)>\s*(?=<\/t[dh]>)/gi, '')
    .replace(/(<\/t[dh]>)\s+(?=<t[dh][\s>])/gi, '$1');
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  colon: ':',
  equals: '=',
};

function decoded(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,6}));/gi,
    (entity, hex: string | undefined, digits: string | undefined, name: string | undefined) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? entity;
      const code = hex !== undefined ? Number.parseInt(hex, 16) : Number.parseInt(digits ?? '', 10);
      return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
    },
  );
}

function plainCharacters(text: string): string {
  return (
    text
      .replace(/\u001b\[[0-9;]{0,20}[a-z]/gi, '')
      // A string that was copied out of JSON or a log.
      .replaceAll('\\r\\n', '\n')
      .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
      .replace(/[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
      // NUL between all characters is what UTF-16 looks like when it was read as something else.
      .replace(/[\0-\u0008\u000e-\u001f\u007f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '')
      .replaceAll('\uff1a', ':')
      .replace(/[\u201c-\u201f\u00ab\u00bb]/g, '"')
      // Word processors turn the two dashes between two times into one.
      .replace(/\u2014| \u2013(?= )/g, (dash) => (dash === '\u2014' ? '--' : ' --'))
      .replace(/[\u2010-\u2013\u2212]/g, '-')
  );
}

const mark = /^( *)(?:>+|#+|\/\/|\*\*(?=[^ *])|[*•·‣▪◦-](?= )|\\[-*+>#|]|rem (?= *\S)|::|\|(?=[^|]*$))( ?)/i;

/** Marks may be nested: a quoted list of comments. More than a handful is not a mark any more. */
const deepest = 6;

function withoutMarks(given: string): string {
  let line = given.trimEnd();
  if (line === '') return line;
  for (let depth = 0; depth < deepest; depth += 1) {
    const found = mark.exec(line);
    if (!found) break;
    line = `${found[1] ?? ''}${line.slice(found[0].length)}`;
  }
  if (/^ *(?:`{3,}|~{3,}) *[\w+#.-]{0,20}$/.test(line)) return '';
  return withoutTicks(line);
}

/** Backticks and Markdown's line end around a line, and the second half of a pair of bold marks whose first half was a mark. */
function withoutTicks(line: string): string {
  const start = /^( *)(`*) ?/.exec(line);
  const from = start?.[2] ? start[0].length : (start?.[1]?.length ?? 0);
  let end = line.length;
  while (end > from && '`\\ '.includes(line.charAt(end - 1))) end -= 1;
  if (line.endsWith('**', end) && line.split('**').length % 2 === 0) end -= 2;
  return `${start?.[1] ?? ''}${line.slice(from, Math.max(end, from))}`.trimEnd();
}
