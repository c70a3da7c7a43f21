import { isCode, looksSecret, standsForSecret } from './looks.js';
import { isOrdinary } from './ordinary-words.js';
import { secretNames } from './secret-names.js';
import type { Span } from './span.js';
import { wordAt } from './value.js';

/** A list of accounts with their passwords that somebody pastes has fewer. */
const mostRows = 100;

const separators = ['\t', '|', ';', ','];

/** Columns of a table under the name of a secret: `user;password`, `| User | Password |`, and PowerShell's with a line of hyphens under it. */
export function findSecretColumns(text: string): Span[] {
  const names = secretNames(text);
  const found: Span[] = [];
  let after = 0;
  for (const { start, end, kind } of names) {
    if (start < after || (kind !== 'password' && kind !== 'secret' && kind !== 'pin')) continue;
    const lineStart = text.lastIndexOf('\n', start) + 1;
    const lineEnd = endOfLine(text, start);
    after = lineEnd;
    const head = text.slice(lineStart, lineEnd);
    const separator = separators.find(
      (each) =>
        (each !== ',' || !/\s/.test(head.replace(/^[>\s]+/, '').trimEnd())) &&
        isCell(head, start - lineStart, end - lineStart, each),
    );
    const next = text.slice(lineEnd + 1, endOfLine(text, lineEnd + 1));
    if (separator !== undefined) {
      const column = head.slice(0, start - lineStart).split(separator).length - 1;
      after = rows(
        text,
        lineEnd + 1,
        (row, rowStart) => cellOf(row, rowStart, separator, column, head.split(separator).length),
        found,
      );
      continue;
    }
    found.push(...inOneLine(text, end, lineEnd));
    const column = underlined(head.slice(end - lineStart), next);
    if (column)
      after = rows(
        text,
        lineEnd + 1 + next.length + 1,
        (row, rowStart) => underlinedCell(row, rowStart, column),
        found,
      );
  }
  return found;
}

/** Whether the name fills a cell, beside at least one other. */
function isCell(line: string, start: number, end: number, separator: string): boolean {
  const before = line.slice(0, start);
  const behind = line.slice(end);
  const left = before.slice(before.lastIndexOf(separator) + 1);
  const right = behind.includes(separator) ? behind.slice(0, behind.indexOf(separator)) : behind;
  return line.includes(separator) && /^[\s>"'*_`]*$/.test(left) && /^[\s"'*_`]*$/.test(right);
}

interface UnderlinedColumn {
  /** From 0. */
  readonly number: number;
  readonly at: number;
  /** A chat makes one blank of many: then words stand for columns. */
  readonly narrow: boolean;
}

/** The column whose name stands before `behind`: counted from the right, as there may be words of somebody before the first name. */
function underlined(behind: string, line: string): UnderlinedColumn | undefined {
  if (!/^[ \t]*-{2}[ -]+\r?$/.test(line)) return undefined;
  const columns = [...line.matchAll(/-+/g)];
  const number = columns.length - 1 - wordsIn(behind).length;
  const column = columns[number];
  return column && { number, at: column.index, narrow: !isWide(line) };
}

const isWide = (line: string): boolean => /\S {2,}\S/.test(line);

function underlinedCell(row: string, rowStart: number, { number, at, narrow }: UnderlinedColumn): Cell | undefined {
  const place = narrow && !isWide(row) ? wordsIn(row)[number]?.index : at;
  return place === undefined || place >= row.length ? undefined : { at: rowStart + place };
}

/** A chat that keeps no lines tells the table in one: names, hyphens, and the rows one after the other. */
function inOneLine(text: string, from: number, to: number): Span[] {
  const words = wordsIn(text.slice(from, to));
  const isLine = words.map(({ 0: word }) => /^-{2,}$/.test(word));
  const names = isLine.findIndex((is, at) => is && isLine[at + 1]);
  if (names < 0) return [];
  const firstCell = isLine.indexOf(false, names);
  if (firstCell < 0) return [];
  const number = firstCell - names - 1 - names;
  // Where the second row begins nobody can tell: a cell may hold blanks.
  return words
    .slice(firstCell)
    .flatMap(({ 0: word, index }, at) =>
      mayBeSecret(word) && (at === number || looksSecret(word))
        ? [{ start: from + index, end: from + index + word.length, mark: 'password' as const }]
        : [],
    );
}

const wordsIn = (line: string) => [...line.matchAll(/\S+/g)];
const mayBeSecret = (word: string): boolean =>
  /[\p{L}\d]/u.test(word) && !standsForSecret(word) && !isCode(word) && !isOrdinary(word);

interface Cell {
  readonly at: number;
}

/** Adds what stands in the column; the place behind the last row. */
function rows(
  text: string,
  from: number,
  cell: (row: string, rowStart: number) => Cell | undefined,
  found: Span[],
): number {
  let at = from;
  for (let count = 0; count < mostRows && at < text.length; count += 1) {
    const end = endOfLine(text, at);
    const row = text.slice(at, end);
    const place = cell(row, at);
    if (!place) break;
    let start = place.at;
    while (start < end && /[\s"'`*]/.test(text[start] as string)) start += 1;
    const value = wordAt(text, start);
    const word = value ? text.slice(value.start, Math.min(value.end, end)) : '';
    if (value && value.end <= end && mayBeSecret(word))
      found.push({ start: value.start, end: cutAt(text, value.start, value.end), mark: 'password' });
    at = end + 1;
  }
  return at;
}

function cellOf(row: string, rowStart: number, separator: string, column: number, count: number): Cell | undefined {
  const cells = row.split(separator);
  if (cells.length !== count) return undefined;
  return { at: rowStart + cells.slice(0, column).reduce((sum, each) => sum + each.length + 1, 0) };
}

/** A cell ends with the next separator. */
function cutAt(text: string, start: number, end: number): number {
  const cut = text.slice(start, end).search(/[\t|;]/);
  return cut < 0 ? end : start + cut;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
