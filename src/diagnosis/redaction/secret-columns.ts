import { isCode, standsForSecret } from './looks.js';
import { isOrdinary } from './ordinary-words.js';
import { secretNames } from './secret-names.js';
import type { Span } from './span.js';
import { wordAt } from './value.js';

/** Ours: a list of accounts with their passwords that somebody pastes has fewer. */
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
    const separator = separators.find((each) => (each !== ',' || !/\s/.test(head.replace(/^[>\s]+/, '').trimEnd())) && isCell(head, start - lineStart, end - lineStart, each));
    const next = text.slice(lineEnd + 1, endOfLine(text, lineEnd + 1));
    if (separator !== undefined) {
      const column = head.slice(0, start - lineStart).split(separator).length - 1;
      after = rows(text, lineEnd + 1, (row, rowStart) => cellOf(row, rowStart, separator, column, head.split(separator).length), found);
    } else if (/^[ \t]*-{2}[ -]+\r?$/.test(next) && next[start - lineStart] === '-') {
      after = rows(text, lineEnd + 1 + next.length + 1, (row, rowStart) => (row.length > start - lineStart ? { at: rowStart + start - lineStart } : undefined), found);
    }
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

interface Cell {
  readonly at: number;
}

/** Adds what stands in the column; the place behind the last row. */
function rows(text: string, from: number, cell: (row: string, rowStart: number) => Cell | undefined, found: Span[]): number {
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
    if (value && value.end <= end && /[\p{L}\d]/u.test(word) && !standsForSecret(word) && !isCode(word) && !isOrdinary(word)) found.push({ start: value.start, end: cutAt(text, value.start, value.end), mark: 'password' });
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
