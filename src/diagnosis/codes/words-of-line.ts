/** A run of letters, digits and `_` in a line, with what surrounds it. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Behind the `://` of an address: what stands there is an id of that address. */
  readonly inAddress: boolean;
}

/** The words of a line by their place in it; before the first and after the last is undefined. */
export interface Words {
  readonly count: number;
  readonly lengthAt: (index: number) => number;
  readonly at: (index: number) => Word | undefined;
}

const colon = 58;
const endsAddress = /[\s<>"|`]/;

/** `0`-`9`, `A`-`Z`, `_`, `a`-`z` */
function isWordCode(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95 || (code >= 97 && code <= 122);
}

/**
 * The words of a line, in order. Linear in its length: only where they are is kept, and by hand instead of by regular
 * expression: a long line has tens of thousands, few of them are looked at, and every match would be an object.
 */
export function wordsOfLine(line: string): Words {
  const mostWords = Math.ceil(line.length / 2);
  const starts = new Int32Array(mostWords);
  const ends = new Int32Array(mostWords);
  const inAddress = new Uint8Array(mostWords);
  let count = 0;
  let start = -1;
  let addressGoesOn = false;
  for (let place = 0; place <= line.length; place += 1) {
    const code = line.charCodeAt(place);
    if (isWordCode(code)) {
      if (start < 0) start = place;
      continue;
    }
    if (start >= 0) {
      starts[count] = start;
      ends[count] = place;
      inAddress[count] = addressGoesOn ? 1 : 0;
      count += 1;
      start = -1;
    }
    if (code === colon && line.startsWith('://', place)) addressGoesOn = true;
    else if (addressGoesOn && endsAddress.test(line.charAt(place))) addressGoesOn = false;
  }
  const lengthAt = (index: number) => (ends[index] ?? 0) - (starts[index] ?? 0);
  const at = (index: number): Word | undefined => {
    if (index < 0 || index >= count) return undefined;
    const from = starts[index] ?? 0;
    const to = ends[index] ?? 0;
    return { text: line.slice(from, to), start: from, end: to, inAddress: inAddress[index] === 1 };
  };
  return { count, lengthAt, at };
}

const mayStandBefore = /[\s([{"'`:=,;<>|*/–—„“”‚‘’«»!?…]/;
const mayStandAfter = /[\s)\]}"'`:.,;<>|*/–—„“”‚‘’«»!?…]/;
const hexOnly = /^[0-9a-f]+$/i;
const numberLike = /^(?:0x)?[0-9a-f]+$/i;

/**
 * Whether a bare number stands by itself: not a part of a GUID, a decimal, a version, a thumbprint with colons, base64 or the
 * like. `from` is where it starts, its sign included.
 */
export function standsAlone(line: string, words: Words, index: number, from: number): boolean {
  const word = words.at(index);
  if (word === undefined || word.inAddress) return false;
  const before = line[from - 1];
  const after = line[word.end];
  if (before !== undefined && !mayStandBefore.test(before)) return false;
  if (after !== undefined && !mayStandAfter.test(after)) return false;
  const left = words.at(index - 1);
  const right = words.at(index + 1);
  const touchesLeft = left !== undefined && left.end === from - 1;
  const touchesRight = right !== undefined && right.start === word.end + 1;
  if (before === '/' && !(touchesLeft && numberLike.test(left.text))) return false;
  if (after === '/' && !(touchesRight && numberLike.test(right.text))) return false;
  if (before === ':' && touchesLeft && hexOnly.test(left.text)) return false;
  if ((after === ':' || after === '.') && touchesRight) return false;
  return true;
}
