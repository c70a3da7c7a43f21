/** Something looked for, and all the ways in which its letters may be written down. */
export interface Needle {
  readonly name: string;
  readonly forms: readonly Buffer[];
}

/** As it is, as JSON writes it, and as JSON in JSON does; each in UTF-8 and in both kinds of UTF-16. */
export function needleOf(name: string): Needle {
  const written = (text: string): string => JSON.stringify(text).slice(1, -1);
  const texts = [...new Set([name, unescaped(name), written(name), written(written(name))])];
  return {
    name,
    forms: texts.flatMap((text) => [
      Buffer.from(text),
      Buffer.from(text, 'utf16le'),
      Buffer.from(text, 'utf16le').swap16(),
    ]),
  };
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#58': ':',
  nbsp: ' ',
};

/** A text of a card as people read it: without the signs that keep it from being markup, and without invisible ones. */
export function unescaped(text: string): string {
  return text
    .replace(/[\\\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/&(amp|lt|gt|quot|#39|#58|nbsp);/g, (_whole, name: string) => entities[name] ?? '');
}

/**
 * Finds which of them stand in some bytes. In one pass, however many there are: at each byte the beginnings of all are looked up.
 * Every form has at least four bytes.
 */
export function finder<Wanted extends Needle>(needles: readonly Wanted[]): (haystack: Buffer) => ReadonlySet<Wanted> {
  const mayBegin = new Uint8Array(65_536);
  const byBeginning = new Map<number, { readonly needle: Wanted; readonly form: Buffer }[]>();
  for (const needle of needles) {
    for (const form of needle.forms) {
      mayBegin[form.readUInt16LE(0)] = 1;
      const beginning = form.readUInt32LE(0);
      byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), { needle, form }]);
    }
  }
  return (haystack) => {
    const found = new Set<Wanted>();
    for (let at = 0; at + 4 <= haystack.length; at += 1) {
      if (mayBegin[haystack[at]! | (haystack[at + 1]! << 8)] === 0) continue;
      for (const { needle, form } of byBeginning.get(haystack.readUInt32LE(at)) ?? []) {
        if (!found.has(needle) && form.equals(haystack.subarray(at, at + form.length))) found.add(needle);
      }
    }
    return found;
  };
}
