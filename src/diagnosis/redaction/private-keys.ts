import { markAt } from './marks.js';
import type { Span } from './span.js';

const begins = /-{4,5}[ ]?BEGIN [A-Z0-9 ]{0,40}(?:PRIVATE KEY(?: BLOCK)?|MESSAGE)[ ]?-{4,5}|Private-Lines:[ ]?\d{1,4}/g;
const ends = /-{4,5}[ ]?END [A-Z0-9 ]{0,60}-{4,5}|Private-MAC:[ ]?/g;

/** Private keys as text, PuTTY's too: from their title to their end; where that was cut off, to the next empty line. */
export function findPrivateKeys(text: string): Span[] {
  const found: Span[] = [];
  const closings = Array.from(text.matchAll(ends), ({ index, 0: all }) => ({ index, after: index + all.length }));
  let next = 0;
  let covered = 0;
  for (const begin of text.matchAll(begins)) {
    if (begin.index < covered) continue;
    const start = begin.index + begin[0].length;
    while (next < closings.length && (closings[next]?.index ?? 0) < start) next += 1;
    const end = closings[next]?.index ?? endOfParagraph(text, start);
    covered = end;
    const first = start + (/^\s{0,20}/.exec(text.slice(start, start + 20))?.[0].length ?? 0);
    if (end > first && !markAt(text, first)) found.push({ start, end, mark: 'token' });
  }
  // What is behind "Private-MAC:" is a hash of the key and its passphrase.
  for (const { index, after } of closings) {
    const hash = text.startsWith('Private-MAC', index)
      ? /^[0-9a-f]{8,128}/i.exec(text.slice(after, after + 128))?.[0]
      : undefined;
    if (hash !== undefined) found.push({ start: after, end: after + hash.length, mark: 'token' });
  }
  return found;
}

function endOfParagraph(text: string, from: number): number {
  const empty = /\r?\n[ \t]{0,99}\r?\n/g;
  empty.lastIndex = from;
  return empty.exec(text)?.index ?? text.length;
}
