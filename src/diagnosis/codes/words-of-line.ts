/** A run of letters, digits and `_` in a line, with what surrounds it. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Behind the `://` of an address: what stands there is an id of that address. */
  readonly inAddress: boolean;
}

/** The words of a line, in order. Linear in its length. */
export function wordsOfLine(line: string): readonly Word[] {
  const words: Word[] = [];
  for (const chunk of line.matchAll(/[^\s<>"|`]+/g)) {
    const scheme = chunk[0].indexOf('://');
    for (const word of chunk[0].matchAll(/\w+/g)) {
      const start = chunk.index + word.index;
      const inAddress = scheme >= 0 && word.index >= scheme;
      words.push({ text: word[0], start, end: start + word[0].length, inAddress });
    }
  }
  return words;
}

const mayStandBefore = /[\s([{"'`:=,;<>|*/–—„“”‚‘’«»!?…]/;
const mayStandAfter = /[\s)\]}"'`:.,;<>|*/–—„“”‚‘’«»!?…]/;
const hexOnly = /^[0-9a-f]+$/i;
const numberLike = /^(?:0x)?[0-9a-f]+$/i;

/**
 * Whether a bare number stands by itself: not a part of a GUID, a decimal, a version, a thumbprint with colons, base64 or the
 * like. `from` is where it starts, its sign included.
 */
export function standsAlone(line: string, words: readonly Word[], index: number, from: number): boolean {
  const word = words[index];
  if (word === undefined || word.inAddress) return false;
  const before = line[from - 1];
  const after = line[word.end];
  if (before !== undefined && !mayStandBefore.test(before)) return false;
  if (after !== undefined && !mayStandAfter.test(after)) return false;
  const left = words[index - 1];
  const right = words[index + 1];
  const touchesLeft = left !== undefined && left.end === from - 1;
  const touchesRight = right !== undefined && right.start === word.end + 1;
  if (before === '/' && !(touchesLeft && numberLike.test(left.text))) return false;
  if (after === '/' && !(touchesRight && numberLike.test(right.text))) return false;
  if (before === ':' && touchesLeft && hexOnly.test(left.text)) return false;
  if ((after === ':' || after === '.') && touchesRight) return false;
  return true;
}
