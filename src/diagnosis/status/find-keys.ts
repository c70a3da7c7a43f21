import { knownKeys, titleOf, type KnownKey } from './known-keys.js';

/** A known key with its separator in a line: `start` is where its name begins, `end` where its value does. */
export interface FoundKey {
  readonly key: KnownKey;
  readonly start: number;
  readonly end: number;
}

/** `loose`: with blanks or dashes that may be missing. */
interface Spelling {
  readonly key: KnownKey;
  readonly name: string;
  readonly loose: boolean;
}

/**
 * By the last two letters, the longest first: `WorkplaceTenantId` is asked before `TenantId`. The loose ones come last, for
 * `Server ErrorCode` and `Server Error Code` are two keys.
 */
const spellingsByEnd = new Map<string, readonly Spelling[]>();
for (const key of knownKeys) {
  for (const name of [key.key, ...key.aliases]) {
    const end = name.slice(-2).toLowerCase();
    const loose = /[ -]/.test(name) ? [{ key, name, loose: true }] : [];
    const spellings = [...(spellingsByEnd.get(end) ?? []), { key, name, loose: false }, ...loose];
    spellingsByEnd.set(
      end,
      spellings.sort((one, other) => Number(one.loose) - Number(other.loose) || other.name.length - one.name.length),
    );
  }
}

/**
 * The known keys of a line, from left to right, each followed by `:` or `=`. They are looked for at the separators, backwards, so
 * that a key is also found where the client dropped the line ends and it touches the value before it. `previousLine` tells whether
 * the line goes on with a text from the server that has `Correlation ID:` of its own.
 */
export function findKeys(line: string, previousLine: string): readonly FoundKey[] {
  const found: FoundKey[] = [];
  let free = 0;
  for (let at = 0; at < line.length; at += 1) {
    const separator = line.charAt(at);
    if (separator !== ':' && separator !== '=') continue;
    if (separator === '=' && (line.charAt(at + 1) === '=' || line.charAt(at - 1) === '=')) continue;
    const key = keyBefore(line, at, free, found.length > 0, previousLine);
    if (!key) continue;
    found.push(key);
    free = key.end;
  }
  return found;
}

function keyBefore(
  line: string,
  separator: number,
  free: number,
  follows: boolean,
  previousLine: string,
): FoundKey | undefined {
  let end = separator;
  while (end > free && line.charAt(end - 1) === ' ') end -= 1;
  const spaced = end < separator;
  // `"AzureAdJoined": "YES"`, **AzureAdJoined** : YES
  for (let marks = 0; marks < 2 && end > free && '"\'`*'.includes(line.charAt(end - 1)); marks += 1) end -= 1;
  for (const { key, name, loose } of spellingsByEnd.get(line.slice(Math.max(end - 2, free), end).toLowerCase()) ?? []) {
    const start = matchBackwards(line, end, free, name, loose);
    if (start === undefined) continue;
    const pasted = line.slice(start, end);
    if (isCamelCased(pasted, name)) return undefined;
    if (line.charAt(separator) === '=' && !spaced && !isBlank(line.charAt(start - 1))) return undefined;
    if (!mayBegin({ line, start, pasted, name, free, follows, key })) return undefined;
    if (
      key.key === 'Correlation ID' &&
      /trace id/i.test(`${previousLine.slice(-80)} ${line.slice(Math.max(0, start - 80), start)}`)
    )
      return undefined;
    return { key, start, end: separator + 1 };
  }
  return undefined;
}

/** Where `name` begins if it ends at `end`, any case; a blank or dash of it may be several or another one, if `loose` also missing. */
function matchBackwards(line: string, end: number, free: number, name: string, loose: boolean): number | undefined {
  let at = end;
  for (let letter = name.length - 1; letter >= 0; letter -= 1) {
    const wanted = name.charAt(letter);
    if (wanted === ' ' || wanted === '-') {
      const before = at;
      while (before - at < 4 && at > free && ' -_'.includes(line.charAt(at - 1))) at -= 1;
      if (at === before && !loose) return undefined;
      continue;
    }
    if (at <= free || line.charAt(at - 1).toLowerCase() !== wanted.toLowerCase()) return undefined;
    at -= 1;
  }
  return at;
}

/** `tenantId: …` is how events, `/debug` logs and Graph spell it; a status that lost its capitals lost all of them. */
function isCamelCased(pasted: string, name: string): boolean {
  return pasted !== name && /^[a-z]/.test(pasted) && /[A-Z]/.test(pasted) && !/^[a-z]/.test(name);
}

interface Candidate {
  readonly line: string;
  readonly start: number;
  readonly pasted: string;
  readonly name: string;
  readonly free: number;
  /** Another key stands before it in the line. */
  readonly follows: boolean;
  readonly key: KnownKey;
}

/** A name this long is not the end of another word by accident. */
const longName = 10;

/** How far back a key looks for what stands before it in its line; more than the longest value that matters here. */
const lookBack = 120;

function mayBegin({ line, start, pasted, name, free, follows, key }: Candidate): boolean {
  if (start <= free && follows) return true;
  const prefix = line.slice(Math.max(free, start - lookBack), start);
  if (/^[ |>#*\-/"'`{(+[,;.]*$/.test(prefix)) return true;
  const before = line.charAt(start - 1);
  if (/[\w/.=-]/.test(before)) {
    // It touches what stands before. In a line of its own that makes it the end of an unknown key.
    // The same after a value that is complete: `YESCloudDeviceId : …`.
    if (/^ *(?:YES|NO|PASS|SKIPPED)[A-Z][a-z][A-Za-z]*$/.test(prefix)) return false;
    return (
      (follows || /-{3}\+?$/.test(prefix) || endsWithTitle(prefix)) && (pasted === name || pasted.length >= longName)
    );
  }
  if (/[?&%@$\\]/.test(before)) return false;
  if (follows || prefix.length === lookBack) return true;
  // `Previous Client ErrorCode :` is another key than `Client ErrorCode :`; "It says AzureAdJoined : NO" is the key.
  const ownName = key.telling && !name.includes(' ');
  return ownName || !/^ *(?:[A-Z][\w-]* +){1,3}$/.test(prefix);
}

const titles = Object.values(titleOf).map((title) => title.toLowerCase());

function endsWithTitle(prefix: string): boolean {
  const words = prefix.toLowerCase().replace(/ ?\d{1,2}$/, '');
  return titles.some((title) => words.endsWith(title));
}

function isBlank(character: string): boolean {
  return character === '' || character === ' ';
}
