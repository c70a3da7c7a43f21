import { knownKeys, type KnownKey, type ValueShape } from './known-keys.js';

/** What a value of the shape looks like from its beginning to its end. Free words look like nothing. */
const looks: Readonly<Partial<Record<ValueShape, RegExp>>> = {
  flag: /^(?:YES|NO|ERROR(?: \(0x[\da-f]{1,8}\))?)$/i,
  test: /^(?:PASS|SKIPPED|FAIL(?: \[[\da-fx/]{3,24}\])?)$/i,
  code: /^0x[\da-f]{1,8}$/i,
  time: /^\[? ?\d{4}-\d\d-\d\d /,
  id: /^\{?[\da-f]{8}-?[\da-f]{4}/i,
  url: /^(?:https?:\/\/|urn:)\S+$/i,
};

/** By the first two letters, the longest first: `AzureAdPrtAuthority` is asked before `AzureAdPrt`. */
const spellingsByStart = new Map<string, readonly { readonly key: KnownKey; readonly name: string }[]>();
for (const key of knownKeys) {
  for (const name of [key.key, ...key.aliases]) {
    const start = name.slice(0, 2).toLowerCase();
    const all = [...(spellingsByStart.get(start) ?? []), { key, name: name.toLowerCase() }];
    spellingsByStart.set(
      start,
      all.sort((one, other) => other.name.length - one.name.length),
    );
  }
}

interface PastedRow {
  readonly key: KnownKey;
  readonly name: string;
  readonly value: string;
  /** The value has the shape of this key's values, and no other program prints the key. */
  readonly sure: boolean;
}

/** So many sure rows make a table; one alone may be a sentence that begins with a key. */
const fewestRows = 2;

/**
 * The lines with `key : value` for the rows of a table, which have a blank, a tab, a stroke, a semicolon or dots between the two:
 * what a spreadsheet, a page or a script makes of a status. Of a text without such a table nothing changes. Linear.
 */
export function withSeparators(lines: readonly string[]): readonly string[] {
  const rows = lines.map(rowOf);
  if (rows.filter((row) => row?.sure === true).length < fewestRows) return lines;
  return lines.map((line, at) => {
    const row = rows[at];
    return row === undefined ? line : `${row.name} : ${row.value}`;
  });
}

function rowOf(line: string): PastedRow | undefined {
  const begin = afterAny(line, 0, ' |"\'');
  const spellings = spellingsByStart.get(line.slice(begin, begin + 2).toLowerCase());
  const spelling = spellings?.find(({ name }) => line.slice(begin, begin + name.length).toLowerCase() === name);
  if (spelling === undefined) return undefined;
  const end = begin + spelling.name.length;
  const start = afterAny(line, end, ' |;,."\'>-');
  const value = withoutEnd(line.slice(start), ' |;,"\'');
  if (start === end || value === '' || /[:=]/.test(line.charAt(start))) return undefined;
  const { key } = spelling;
  const look = looks[key.shape];
  if (look !== undefined && !look.test(value)) return undefined;
  return { key, name: line.slice(begin, end), value, sure: look !== undefined && key.telling };
}

function afterAny(line: string, from: number, characters: string): number {
  let at = from;
  while (at < line.length && characters.includes(line.charAt(at))) at += 1;
  return at;
}

function withoutEnd(value: string, characters: string): string {
  let end = value.length;
  while (end > 0 && characters.includes(value.charAt(end - 1))) end -= 1;
  return value.slice(0, end);
}
