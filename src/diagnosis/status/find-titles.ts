import type { SectionName } from '../model.js';
import type { FoundKey } from './find-keys.js';
import { otherTitles, titleOf, type KnownTitle } from './known-keys.js';

/** Something in a line that ends the value before it. */
export type FoundBreak =
  /** `section` undefined: a box with a title that is not known. `account`: the number of a work account. */
  | {
      readonly kind: 'title';
      readonly start: number;
      readonly end: number;
      readonly section: SectionName | undefined;
      readonly account?: number;
    }
  | { readonly kind: 'ruler'; readonly start: number; readonly end: number }
  /** The next prompt, or the sentence that Windows prints last. */
  | { readonly kind: 'end'; readonly start: number; readonly end: number };

const titles: readonly KnownTitle[] = [
  ...(Object.entries(titleOf) as [SectionName, string][]).map(([section, title]) => ({ section, title })),
  ...otherTitles,
];
const sectionOfTitle = new Map(titles.map(({ title, section }) => [comparable(title), section]));

// The longest first, for `Ngc Prerequisite` begins like `Ngc Prerequisite Check`.
const alternatives = titles
  .map(({ title }) => title)
  .sort((one, other) => other.length - one.length)
  .map((title) => title.replaceAll('-', '[ -]').replaceAll(' ', ' {1,4}'));
const anyTitle = new RegExp(`(${alternatives.join('|')})(?: {0,4}(?:no\\.? ?|#)?(\\d{1,2})(?![\\d.]))?`, 'gi');

const ruler = /\+-{3,}\+?|-{6,}\+?|={6,}|_{6,}/g;
const promptOrLastSentence = /(?:PS )?[A-Z]:\\[^<>|"]{0,200}>|For more information, please visit|DSREGCMD_END_STATUS/gi;
/** `C:\>`; a text of very short lines is not worth a search in each. */
const shortestBreak = 4;
const boxed = /^\s*\|([^|]{2,80})\|\s*$/;

/**
 * Titles, rulers and prompts of a line, from left to right. A title counts when it is boxed, stands alone in its line, or is
 * followed at once by a key of its section, which is how it looks when the client dropped the line ends.
 */
export function findBreaks(line: string, keys: readonly FoundKey[]): readonly FoundBreak[] {
  const breaks: FoundBreak[] = [];
  if (line.length < shortestBreak) return breaks;
  for (const found of line.matchAll(ruler))
    breaks.push({ kind: 'ruler', start: found.index, end: found.index + found[0].length });
  const rulers = { starts: new Set(breaks.map(({ start }) => start)), ends: new Set(breaks.map(({ end }) => end)) };
  for (const found of line.matchAll(promptOrLastSentence))
    breaks.push({ kind: 'end', start: found.index, end: found.index + found[0].length });
  let next = 0;
  for (const found of line.matchAll(anyTitle)) {
    const end = found.index + found[0].length;
    while (next < keys.length && (keys[next]?.start ?? 0) < end) next += 1;
    const section = sectionOfTitle.get(comparable(found[1] ?? ''));
    const title = titleAt(line, { start: found.index, end, section }, keys[next], rulers);
    if (!title) continue;
    const account = section === 'workAccount' && found[2] !== undefined ? Number(found[2]) : undefined;
    breaks.push({ kind: 'title', ...title, section, ...(account !== undefined && { account }) });
  }
  const unknown = keys.length === 0 && !breaks.some(({ kind }) => kind === 'title') ? boxed.exec(line) : null;
  if (unknown && /[A-Za-z]{3}/.test(unknown[1] ?? ''))
    breaks.push({ kind: 'title', start: 0, end: line.length, section: undefined });
  return breaks.sort((one, other) => one.start - other.start);
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where the title stands with its bars, or undefined when the words are only words. */
function titleAt(
  line: string,
  { start, end, section }: Place & { readonly section: SectionName | undefined },
  next: FoundKey | undefined,
  rulers: { readonly starts: ReadonlySet<number>; readonly ends: ReadonlySet<number> },
): Place | undefined {
  const from = backOver(line, start, ' ');
  const to = forwardOver(line, end, ' ');
  const barBefore = line.charAt(from - 1) === '|';
  const barAfter = line.charAt(to) === '|';
  const place = { start: barBefore ? from - 1 : start, end: barAfter ? to + 1 : to };
  const opens = from === 0 || barBefore || rulers.ends.has(from);
  const closes = barAfter || rulers.starts.has(to) || forwardOver(line, to, '|: =*-+"`') === line.length;
  if (opens && closes) return place;
  if (next === undefined || next.start - to > gapToKey || section === undefined || !next.key.sections.includes(section))
    return undefined;
  return /^[ |:+=*"`-]*$/.test(line.slice(to, next.start)) ? place : undefined;
}

/** Rulers and bars between a title and its first key. */
const gapToKey = 200;

function backOver(line: string, at: number, characters: string): number {
  let to = at;
  while (to > 0 && characters.includes(line.charAt(to - 1))) to -= 1;
  return to;
}

function forwardOver(line: string, at: number, characters: string): number {
  let to = at;
  while (to < line.length && characters.includes(line.charAt(to))) to += 1;
  return to;
}

function comparable(title: string): string {
  return title.toLowerCase().replace(/[ -]+/g, ' ').trim();
}
