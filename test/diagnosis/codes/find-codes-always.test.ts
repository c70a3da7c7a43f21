import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeEntries } from '../../../src/diagnosis/codes/code-index.js';
import { findCodes } from '../../../src/diagnosis/codes/find-codes.js';

const knownHex = codeEntries.map(({ code }) => code).filter((code) => /^0x[0-9a-f]{8}$/.test(code));
const serviceCodes = codeEntries.map(({ code }) => code).filter((code) => /^(?:AADSTS|MSIS)\d+$/.test(code));
const codesIn = (line: string) => findCodes(line).map(({ code }) => code);

const hex = fc.constantFrom(...knownHex);
const digits = (least: number, most: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: least, maxLength: most });
const decimals = (least: number, most: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: least, maxLength: most });

/** Everything a person may write a 32-bit code as. */
function spellings(code: string): readonly string[] {
  const bare = code.slice(2);
  const value = Number.parseInt(bare, 16);
  const spelled = [
    code,
    code.toUpperCase(),
    `0x${bare.toUpperCase()}`,
    `0X${bare}`,
    bare,
    bare.toUpperCase(),
    String(value),
  ];
  return [...spelled, String(value - 0x100000000)];
}

describe('any line', () => {
  it('is read without an error, and what is found has the shape that is promised', () => {
    const soup = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        hex,
        fc.constantFrom('error ', 'AADSTS', '0x', '-', '/', '[', ']', '://', '12007'),
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          soup.map((parts) => parts.join('')),
        ),
        (line) => {
          for (const { code, known } of findCodes(line)) {
            if (!known) expect(code).toMatch(/^(?:0x[0-9a-f]{8}|AADSTS\d{4,8}|MSIS\d{4,8}|12[01]\d\d)$/);
          }
          expect(new Set(codesIn(line)).size).toBe(codesIn(line).length);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('every known code', () => {
  it.each(knownHex)('%s is found in all its spellings', (code) => {
    for (const spelling of spellings(code)) {
      for (const line of [
        spelling,
        `Client ErrorCode : ${spelling}`,
        `I get (${spelling}).`,
        `FAIL [${spelling}]`,
        `Code: ${spelling}, help`,
      ]) {
        expect([line, codesIn(line)]).toEqual([line, [code]]);
      }
    }
  });

  it.each(serviceCodes)('%s is found in all its spellings', (code) => {
    const spaced = code.replace(/(\d+)/, ' $1');
    for (const spelling of [code, code.toLowerCase(), spaced, spaced.toLowerCase(), `${code}: text`, `"${code}"`]) {
      expect(codesIn(spelling)).toEqual([code]);
    }
  });
});

describe('a code is never found', () => {
  it('inside of longer hex digits', () => {
    fc.assert(
      fc.property(hex, digits(0, 12), digits(0, 12), fc.boolean(), (code, before, after, prefixed) => {
        fc.pre(before !== '' || after !== '');
        fc.pre(prefixed ? after !== '' : true);
        const line = prefixed ? `id 0x${code.slice(2)}${after}` : `id ${before}${code.slice(2)}${after}`;
        // Ten decimal digits may by chance be another code; what is asked here is that this one is not.
        expect(codesIn(line)).not.toContain(code);
      }),
      { numRuns: 500 },
    );
  });

  it('inside of a GUID', () => {
    fc.assert(
      fc.property(hex, fc.uuid(), fc.boolean(), (code, guid, first) => {
        const changed = first ? code.slice(2) + guid.slice(8) : guid.slice(0, -8) + code.slice(2);
        expect(codesIn(`Request Id : ${changed}`)).toEqual([]);
        expect(codesIn(`{${changed}}`)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('inside of longer decimal digits', () => {
    fc.assert(
      fc.property(hex, decimals(0, 6), decimals(0, 6), (code, before, after) => {
        fc.pre(before !== '' || after !== '');
        expect(codesIn(`number ${before}${Number.parseInt(code.slice(2), 16)}${after}`)).not.toContain(code);
      }),
    );
  });

  it('inside of a thumbprint or of base64', () => {
    fc.assert(
      fc.property(
        hex,
        fc.base64String({ minLength: 24, maxLength: 80 }),
        fc.integer({ min: 1, max: 22 }),
        (code, text, at) => {
          expect(codesIn(`${text.slice(0, at)}Q${code.slice(2)}Q${text.slice(at)}`)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a long line', () => {
  it.each([
    ['codes', '0x801c03f2 '.repeat(9000)],
    [
      'different codes',
      Array.from({ length: 9000 }, (_, i) => `0x801c${(0x1000 + i).toString(16)}`).join(' ') + ' '.repeat(9000),
    ],
    ['one word', '801c03f2'.repeat(12_500)],
    ['colons', ':'.repeat(100_000)],
    ['blanks', ' '.repeat(100_000)],
    ['numbers with words', 'error '.repeat(16_000) + '12007'],
    ['AADSTS', 'AADSTS '.repeat(14_000)],
    ['addresses', 'https://a/0x801c03f2?'.repeat(4700)],
  ])('of %s is read in no time', (_what, line) => {
    const start = performance.now();
    findCodes(line);
    expect(performance.now() - start).toBeLessThan(1500);
  });
});
