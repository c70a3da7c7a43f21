import type { SectionName } from '../model.js';
import { continueValue, type OpenValue } from './continue-value.js';
import { findKeys, type FoundKey } from './find-keys.js';
import { findBreaks, type FoundBreak } from './find-titles.js';
import type { KnownKey } from './known-keys.js';
import { tidyValue } from './tidy-value.js';
import type { Slices } from '../slices.js';
import { unwrapCollapsed } from './unwrap-collapsed.js';

/** What a text has of a status, in the order of the text. */
export type StatusItem = TitleItem | KeyItem;

/** `section` undefined: a title that is not known. */
export interface TitleItem {
  readonly kind: 'title';
  readonly section: SectionName | undefined;
  readonly account?: number;
}

/** `pasted`: key and separator as they stood there. `gap`: an empty line or a ruler parts it from the key before. */
export interface KeyItem {
  readonly kind: 'key';
  readonly key: KnownKey;
  readonly pasted: string;
  readonly value: string;
  readonly gap: boolean;
}

/** Characters of a line that takes more than one slice. */
const longLine = 10_000;

/** `TenantInfo::Discover: Join Info { TenantName = … }` of a `/debug` log. */
const isOfLog = /^ *\w+::\w/;

/** The entries, and the last line that says something: where the text ends. */
export interface StatusItems {
  readonly items: readonly StatusItem[];
  readonly lastLine: string;
}

/** Finds titles, keys and their values in lines as `cleanText` gives them. */
export function* readingItems(lines: readonly string[]): Slices<StatusItems> {
  const entries: StatusItem[] = [];
  let open: OpenValue | undefined;
  let gap = false;
  let previous = '';

  /** The last entry is the key whose value is open. */
  const goOn = (line: string): void => {
    const last = entries.at(-1);
    const value = open && continueValue(open, line);
    if (value === undefined || !open || last?.kind !== 'key') {
      open = undefined;
      return;
    }
    entries[entries.length - 1] = { ...last, value };
    open = { key: open.key, value, lineLength: line.length, earlierLength: open.lineLength };
  };

  for (const line of unwrapCollapsed(lines)) {
    yield line.length;
    const keys = isOfLog.test(line) ? [] : findKeys(line, previous);
    if (line.length > longLine) yield line.length;
    const marks = marksOf(keys, findBreaks(line, keys));
    const first = marks[0];
    if (!first) {
      if (line.trim() === '') gap = true;
      goOn(line);
    } else if (line.slice(0, first.start).trim() !== '') goOn(line.slice(0, first.start));
    marks.forEach((mark, at) => {
      open = undefined;
      if (mark.kind === 'ruler' || mark.kind === 'end') gap = true;
      if (mark.kind === 'title')
        entries.push({
          kind: 'title',
          section: mark.section,
          ...(mark.account !== undefined && { account: mark.account }),
        });
      if (mark.kind !== 'key') return;
      const next = marks[at + 1];
      const value = tidyValue(line.slice(mark.end, next?.start ?? line.length), mark.key.shape);
      entries.push({
        kind: 'key',
        key: mark.key,
        pasted: line.slice(mark.start, mark.end).replace(/ +/g, ' '),
        value,
        gap,
      });
      gap = false;
      if (!next) open = { key: mark.key, value, lineLength: Math.max(line.length, printedLength(mark.key.key, value)) };
    });
    if (line.trim() !== '') previous = line;
  }
  return { items: entries, lastLine: previous };
}

type Mark = FoundBreak | (FoundKey & { readonly kind: 'key' });

/** From left to right; what lies inside another is not one. */
function marksOf(keys: readonly FoundKey[], breaks: readonly FoundBreak[]): readonly Mark[] {
  const all: Mark[] = [...keys.map((key) => ({ kind: 'key' as const, ...key })), ...breaks];
  all.sort((one, other) => one.start - other.start);
  let free = 0;
  return all.filter((mark) => {
    if (mark.start < free) return false;
    free = mark.end;
    return true;
  });
}

/** Windows prints keys right-aligned in 26 columns, then ` : `. Clients drop the indentation. */
function printedLength(key: string, value: string): number {
  return Math.max(key.length, 26) + 3 + value.length;
}
