import type { Mark } from './marks.js';

/** A part of a text to be replaced, as [start, end) in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly mark: Mark;
}

/** The spans of all matches of `pattern` (global); where it has a group `secret`, only of that group. Empty ones are left out. */
export function spansOf(text: string, pattern: RegExp, mark: Mark): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(pattern)) {
    const secret = match.groups?.['secret'] ?? match[0];
    const start = match.index + match[0].length - secret.length;
    if (secret !== '') spans.push({ start, end: start + secret.length, mark });
  }
  return spans;
}

/** Replaces the spans; where they overlap, all they cover together becomes the mark of the one that begins first, or is longer. */
export function replaceSpans(text: string, spans: readonly Span[]): string {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const parts: string[] = [];
  let at = 0;
  for (let index = 0; index < sorted.length;) {
    const first = sorted[index] as Span;
    let end = first.end;
    for (index += 1; (sorted[index]?.start ?? Infinity) < end; index += 1)
      end = Math.max(end, (sorted[index] as Span).end);
    parts.push(text.slice(at, first.start), `[${first.mark}]`);
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
