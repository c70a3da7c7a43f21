import { spansOf, type Span } from './span.js';

/** Hex digits of a SHA-1 and of a SHA-256 certificate thumbprint. */
const lengths = [40, 64];

/**
 * Certificate thumbprints: 40 or more hex digits in one, in pairs as a certificate's window shows them (`a5 c8 …`, `A5:C8:…`),
 * in groups with blanks, or broken by a line end.
 */
export function findFingerprints(text: string): Span[] {
  return [...unbroken(text), ...pairs(text), ...grouped(text)];
}

function unbroken(text: string): Span[] {
  return spansOf(text, /[0-9a-f]+/gi, 'thumbprint').filter((span) => span.end - span.start >= 40);
}

function pairs(text: string): Span[] {
  return spansOf(text, /(?<![0-9a-z])(?:[0-9a-f]{2}[:-]){19,31}[0-9a-f]{2}(?![0-9a-z])/gi, 'thumbprint');
}

/** Neighbouring groups of hex digits, a few blanks or a line end between them, that are together as long as a thumbprint. */
function grouped(text: string): Span[] {
  const groups = [...text.matchAll(/(?<![\w:.-])[0-9a-f]{1,63}(?![\w:-]|\.\w)/gi)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    hasLetter: /[a-f]/i.test(match[0]),
    hasDigit: /\d/.test(match[0]),
  }));
  const apart = groups.map((group, index) => isApart(text, groups[index - 1]?.end ?? 0, group.start));
  const found: Span[] = [];
  for (const length of lengths) {
    let first = 0;
    let digits = 0;
    // The last group with a letter and the last with a digit: a window that reaches back to both has them.
    let lettered = -1;
    let numbered = -1;
    groups.forEach((group, index) => {
      if (group.hasLetter) lettered = index;
      if (group.hasDigit) numbered = index;
      if (apart[index] === true) {
        first = index;
        digits = 0;
      }
      digits += group.end - group.start;
      for (; digits > length; first += 1) digits -= (groups[first]?.end ?? 0) - (groups[first]?.start ?? 0);
      const start = groups[first]?.start ?? group.start;
      if (digits !== length || first === index) return;
      if (lettered >= first && numbered >= first) found.push({ start, end: group.end, mark: 'thumbprint' });
    });
  }
  return found;
}

/** Whether something else than a few blanks or a line end stands between. */
function isApart(text: string, from: number, to: number): boolean {
  return to - from > 100 || /[^\s>#]/.test(text.charAt(from)) || /[^\s>#]/.test(text.slice(from, to));
}

/** The hex digits that `value` begins with, blanks between them counted in, when they are as many as a thumbprint has. */
export function hexWithBlanks(value: string): string | undefined {
  let digits = 0;
  let found: string | undefined;
  for (let at = 0; at < value.length && digits < 64; at += 1) {
    const letter = value[at] as string;
    if (/[0-9a-f]/i.test(letter)) digits += 1;
    else if (!/[\s:-]/.test(letter)) break;
    if (lengths.includes(digits) && /[0-9a-f]/i.test(letter)) found = value.slice(0, at + 1);
  }
  return found;
}
