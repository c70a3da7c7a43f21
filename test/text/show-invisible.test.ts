import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { showInName, showInText } from '../../src/text/show-invisible.js';

/** By what they are called: in a name, and in a text; `same` = as it was given. */
const table: Readonly<Record<string, readonly [given: string, name: string, text: string]>> = {
  'an override': ['Kim\u202excod.exe', 'Kim[U+202E]xcod.exe', 'Kim[U+202E]xcod.exe'],
  'an override that ends': ['\u202dKim\u202c', '[U+202D]Kim[U+202C]', '[U+202D]Kim[U+202C]'],
  'an embedding that ends': ['\u202bKim\u202c', '[U+202B]Kim[U+202C]', 'same'],
  'an embedding as Windows puts it before a path that is copied': [
    '\u202aC:\\Users',
    '[U+202A]C:\\Users',
    '[U+202A]C:\\Users',
  ],
  'an isolate that ends': ['\u2068Kim\u2069', '[U+2068]Kim[U+2069]', 'same'],
  'an isolate that ends in another line': ['\u2067Kim\n\u2069', '[U+2067]Kim\n[U+2069]', '[U+2067]Kim\n[U+2069]'],
  'an end without its beginning': ['Kim\u2069\u202c', 'Kim[U+2069][U+202C]', 'Kim[U+2069][U+202C]'],
  'an embedding that is ended as an isolate': ['\u202bKim\u2069', '[U+202B]Kim[U+2069]', '[U+202B]Kim[U+2069]'],
  'marks of direction': ['Kim\u200e\u200f\u061c', 'Kim[U+200E][U+200F][U+061C]', 'same'],
  'zero-width blanks': ['K\u200bi\u2060m\ufeff', 'K[U+200B]i[U+2060]m[U+FEFF]', 'same'],
  'a joiner between Latin letters': ['K\u200dim', 'K[U+200D]im', 'same'],
  'a soft hyphen': ['Work\u00adplace', 'Work[U+00AD]place', 'same'],
  tags: ['Kim\u{e0001}\u{e0041}', 'Kim[U+E0001][U+E0041]', 'Kim[U+E0001][U+E0041]'],
  'what Unicode has withdrawn': ['K\u206aim', 'K[U+206A]im', 'K[U+206A]im'],
  'an annotation': ['K\ufff9im\ufffb', 'K[U+FFF9]im[U+FFFB]', 'K[U+FFF9]im[U+FFFB]'],
  'a filler': ['Kim\u3164', 'Kim[U+3164]', 'Kim[U+3164]'],
  'a selector after a digit': ['PC-1\ufe0f', 'PC-1[U+FE0F]', 'same'],
  'a noncharacter': ['Kim\ufdd0', 'Kim[U+FDD0]', 'Kim[U+FDD0]'],
  'an emoji of several': ['👩‍💻 Zoë', 'same', 'same'],
  'an emoji without its selector': ['👩‍❤‍👨', 'same', 'same'],
  'a heart and a key': ['❤️ 1️⃣', 'same', 'same'],
  'a flag of tags': ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'same', 'same'],
  'a Persian name': ['علی\u200cرضا', 'same', 'same'],
  'a joiner at the end of a Persian name': ['علی\u200c', 'علی[U+200C]', 'same'],
  'an Indic word': ['क्\u200dष', 'same', 'same'],
  'a chillu': ['അവന്\u200d', 'same', 'same'],
  'a variant of a Chinese character': ['葛\u{e0100}城', 'same', 'same'],
  'an Arabic sign of numbers, which is seen': ['\u0600١٢', 'same', 'same'],
  Hebrew: ['שלום (עולם)', 'same', 'same'],
  'plain letters': ["Zoë O'Brien – 日本", 'same', 'same'],
};

describe.each(Object.entries(table))('%s', (_what, [given, name, text]) => {
  it('in a name', () => expect(showInName(given)).toBe(name === 'same' ? given : name));
  it('in a text', () => expect(showInText(given)).toBe(text === 'same' ? given : text));
});

const unusual = fc.string({
  unit: fc.constantFrom(
    ...'\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200b\u200d\u00ad\ufe0f\n',
    '\u{e0041}',
    'a',
    'ש',
    'م',
    '👩',
    '1',
  ),
  maxLength: 30,
});

it('no name holds a sign of direction, nor a blank without width', () => {
  fc.assert(
    fc.property(
      unusual,
      (given) => void expect(showInName(given)).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\u200e\u00ad]/u),
    ),
  );
});

it('in a text nothing turns more than the line it stands in, and overrides turn nothing', () => {
  fc.assert(
    fc.property(unusual, (given) => {
      for (const line of showInText(given).split('\n')) {
        expect(line).not.toMatch(/[\u202d\u202e]/u);
        // Whatever is left goes when it is taken out with its own end, from the inside to the outside.
        let rest = line.replace(/[^\u202a-\u202e\u2066-\u2069]/gu, '');
        for (let before = ''; before !== rest;) {
          before = rest;
          rest = rest.replace(/[\u202a\u202b]\u202c|[\u2066-\u2068]\u2069/gu, '');
        }
        expect(rest).toBe('');
      }
    }),
  );
});

it('what is written out can be read again', () => {
  fc.assert(
    fc.property(unusual, (given) => {
      for (const shown of [showInName(given), showInText(given)]) {
        expect(
          shown.replace(/\[U\+([\dA-F]{4,6})\]/g, (_all, code: string) =>
            String.fromCodePoint(Number.parseInt(code, 16)),
          ),
        ).toBe(given);
      }
    }),
  );
});

// In proportion to its length: with the square of it 50,000 would take minutes, and the test its time limit.
it.each(['\u202a', '\u202a\u202c', '\u202a\n', '\u200d', '👩\u200d', 'م\u200c', 'a', '1\ufe0f'])(
  '50,000 of %j are shown as one of them is',
  (unit) => {
    for (const show of [showInName, showInText])
      expect(show(`${unit.repeat(50_000)}\n`)).toContain(show(`${unit.repeat(3)}\n`));
  },
);
