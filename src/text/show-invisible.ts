/**
 * Characters without a look of their own can turn the order of what stands beside them (U+202E: "cod.exe" reads "exe.doc"), make two
 * names that differ look alike, or hide a text in another. Where others read, they are written as `[U+202E]`.
 */

/** What Unicode says may be left without a look, further format characters, and noncharacters; not those that are seen (UAX 44). */
const invisible = String.raw`[[\p{Default_Ignorable_Code_Point}\p{Format}\p{Noncharacter_Code_Point}]--[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]]`;

/** Letters and marks of scripts in which joiners change how a word is written. */
const joining = String.raw`[[\p{Letter}\p{Mark}]&&[${'Arab Beng Deva Gujr Guru Khmr Knda Mand Mlym Mong Mymr Nkoo Orya Phag Sinh Syrc Taml Telu'
  .split(' ')
  .map((script) => String.raw`\p{scx=${script}}`)
  .join('')}]]`;

/** Invisible characters that do their work: they are part of how the sign beside them looks. */
const working = [
  String.raw`(?=\p{Emoji})\p{RGI_Emoji}`,
  // Emoji that are newer than this program, and those that are written without their selectors.
  String.raw`(?<=\p{ExtPict}[\ufe0f\p{EMod}]?)\u200d(?=\p{ExtPict})`,
  String.raw`(?<=\p{ExtPict})[\ufe0e\ufe0f]`,
  // Persian and Indic words (the contexts of RFC 5892, appendix A.1 and A.2, and UAX 31, made wider: between letters), and chillus.
  String.raw`(?<=${joining})[\u200c\u200d](?=${joining})`,
  String.raw`(?<=[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca])\u200d`,
  // Variants of a Chinese character, which Japanese names need, and of a Mongolian letter.
  String.raw`(?<=\p{Unified_Ideograph})[\ufe00-\ufe02\u{e0100}-\u{e01ef}]`,
  String.raw`(?<=\p{scx=Mong})[\u180b-\u180d\u180f]`,
].join('|');

const anywhere = new RegExp(invisible, 'v');

const inNames = new RegExp(`${working}|(${invisible})`, 'gv');

/** In texts also those stay that change nothing but line ends and the order beside themselves: marks of direction, soft hyphens, joiners. */
const inWords = new RegExp(
  String.raw`${working}|[\u00ad\u034f\u061c\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff\u{e0100}-\u{e01ef}]|(${invisible})`,
  'gv',
);

/** Embeddings and isolates with what ends them (UAX 9); overrides, U+202D and U+202E, have no place in what people write. */
const directions = /[\u202a-\u202e\u2066-\u2069]/gu;
const embedding = /[\u202a\u202b]/u;
const isolate = /[\u2066-\u2068]/u;

/**
 * A name, or anything short by which others tell things apart, with every invisible character written out, but for those that belong to
 * an emoji, a Persian or Indic word, or a variant of a character. (Unicode UTS 39, 3.1: such characters are not for identifiers but in
 * these contexts; UTR 36, 3.5: leaving them out silently would make two names one.)
 */
export function showInName(text: string): string {
  return anywhere.test(text) ? text.replace(inNames, written) : text;
}

/**
 * A text that somebody wrote or pasted. What people and programs put there in good faith stays as it is, so that it makes no mess: marks of
 * direction, soft hyphens, embeddings and isolates that end in their own line. Written out is what could make a line read as
 * another one or hides text: overrides, embeddings and isolates without their end, tags, what Unicode has withdrawn (UTR 36, 3.3).
 */
export function showInText(text: string): string {
  if (!anywhere.test(text)) return text;
  const paired = pairs(text);
  return text.replace(inWords, (found: string, hidden: string | undefined, index: number) =>
    paired.has(index) ? found : written(found, hidden),
  );
}

function written(found: string, hidden: string | undefined): string {
  return hidden === undefined
    ? found
    : `[U+${(hidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** Where the embeddings and isolates stand, and what ends them, that have each other in one line. */
function pairs(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  let open: { readonly sign: string; readonly index: number }[] = [];
  let lineEnd = -1;
  for (const { 0: sign, index } of text.matchAll(directions)) {
    if (index > lineEnd) {
      open = [];
      const next = text.slice(index).search(/[\r\n\u0085\u2028\u2029]/);
      lineEnd = next < 0 ? text.length : index + next;
    }
    const begun = sign === '\u202c' ? embedding : sign === '\u2069' ? isolate : undefined;
    const last = open.at(-1);
    if (begun === undefined) open.push({ sign, index });
    else if (last && begun.test(last.sign)) {
      found.add(last.index).add(index);
      open.pop();
    }
  }
  return found;
}
