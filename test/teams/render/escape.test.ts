import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, escapeText } from '../../../src/teams/render/escape.js';
import { hostile } from '../../support/hostile.js';
import { evenBlanks, shownText } from '../../support/shown-text.js';

describe.each([{ html: false }, { html: true }])('text that was given, rendered with %o', (options) => {
  it.each(hostile)('%s shows as typed', (given) => {
    const shown = shownText(escapeText(given), options);
    expect(shown.active).toEqual([]);
    expect(evenBlanks(shown.text)).toBe(evenBlanks(given));
  });

  it('shows any text as typed', () => {
    const markdownish = fc.string({ unit: fc.constantFrom(...'\\`*_{}[]()<>#+-.!|~&;:=$"\'@/ \n\tax1'), maxLength: 40 });
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
