import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asMarkdown, cut } from '../../../src/teams/cards/escape.js';
import { mark } from '../../../src/teams/cards/marked.js';
import { hostile } from '../../support/hostile.js';
import { evenBlanks, shownText } from '../../support/shown-text.js';

const escapeText = (given: string): string => asMarkdown(mark(given));

describe.each([{ html: false }, { html: true }])('text that was given, rendered with %o', (options) => {
  it.each(hostile)('%s shows as typed', (given) => {
    const shown = shownText(escapeText(given), options);
    expect(shown.active).toEqual([]);
    expect(evenBlanks(shown.text)).toBe(evenBlanks(given));
  });

  it('shows any text as typed', () => {
    const markdownish = fc.string({
      unit: fc.constantFrom(...'\\`*_{}[]()<>#+-.!|~&;:=$"\'@/ \n\tax1'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.oneof(markdownish, fc.string({ unit: 'grapheme', maxLength: 40 })), (given) => {
        const shown = shownText(escapeText(given), options);
        expect(shown.active).toEqual([]);
        expect(evenBlanks(shown.text)).toBe(evenBlanks(given.replace(/[\u0000-\u001f\u007f]/g, ' ')));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a text for a message', () => {
  it.each([
    'C:\\Users\\ada',
    'R&D',
    'a & b &c',
    '5 < 6 > 4',
    'x - y + z = 1',
    'Kim [IT] (Oslo)',
    '~5 minutes, PROGRA~1',
    'No. 1. and 2)',
    '#1? #2',
    'https',
    '🙂',
    'see: [1]',
  ])('stays as it is where nothing in it means anything: %s', (given) => {
    expect(asMarkdown(`By ${mark(given)}.`)).toBe(`By ${given}.`.replace('[1].', '[1&#93;.'));
  });

  it.each([
    ['**b** a_b', '\\*\\*b\\*\\* a\\_b'],
    ['[x](http://evil)', '[x&#93;(http&#58;//evil)'],
    ['www.evil', 'www&#46;evil'],
    ['&amp; &#65; &copy', '&amp;amp; &amp;#65; &copy'],
    ['<b>x</b> <!-- <?x <3', '&lt;b>x&lt;/b> &lt;!-- &lt;?x <3'],
    ['~~x~~ `c` {y}', '&#126;&#126;x&#126;&#126; &#96;c&#96; &#123;y}'],
    ['\\* \\a \\', '&#92;\\* \\a &#92;'],
    ['# a\n> b\n- c\n1. d\n+ e\n===\n-5', '&#35; a\n\n&gt; b\n\n&#45; c\n\n1&#46; d\n\n&#43; e\n\n&#61;==\n\n-5'],
  ])('%j becomes %j', (given, markdown) => expect(escapeText(given)).toBe(markdown));

  it('has no backslash that a phone would show', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'\\`*_{}[]()<>#+-.!|~&;:=$"\'@/ \nax1'), maxLength: 40 });
    fc.assert(fc.property(signs, (given) => void expect(escapeText(given)).not.toMatch(/\\[^*_\sax1]/)));
  });
});

describe('lines', () => {
  it('become paragraphs', () => {
    expect(escapeText('one\r\ntwo\n\n\nthree  \n    four')).toBe('one\n\ntwo\n\nthree\n\nfour');
  });

  it('cannot build a date for the client to fill in', () => {
    expect(escapeText('{{DATE(2026-03-02T09:00:00Z, SHORT)}}')).not.toContain('{{');
  });
});

describe('cutting', () => {
  it('leaves what fits', () => expect(cut('abc', 3)).toBe('abc'));
  it('marks what was cut off', () => expect(cut('abcd', 3)).toBe('ab…'));
  it('never leaves half a character', () => expect(cut('a😀bc', 3)).toBe('a…'));
});
