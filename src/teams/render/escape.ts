/**
 * Text that a person or the directory gave, so that a place that renders markdown (TextBlock, FactSet, message text) shows
 * exactly what was given: no formatting, no link, no HTML, no `<at>`, no `{{DATE(…)}}`. A new line becomes a paragraph;
 * blanks at the ends of a line, which would make code blocks and hard breaks, are dropped.
 */
export function escapeText(given: string): string {
  return given
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => escapeLine(withoutControls(line).trim()))
    .filter((line) => line !== '')
    .join('\n\n');
}

function escapeLine(line: string): string {
  return line
    .replace(/[\\`*_[\]~{]/g, '\\$&')
    .replace(/^[#=+-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

/** Control characters have no look of their own; a tab becomes a blank. */
export function withoutControls(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f]+/g, ' ');
}

/** What an input can hold: no control characters but new lines and tabs, no half characters. */
export function typeable(text: string): string {
  return text.replace(/(?![\n\t])\p{Control}|\p{Surrogate}/gu, '');
}

/** At most `maximum` characters (UTF-16), never half of one; what was cut off shows as "…". */
export function cut(text: string, maximum: number): string {
  if (text.length <= maximum) return text;
  return `${text.slice(0, maximum - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** For message text, where clients make a link of every address: ours hold none, so one that stands there was given. */
export function withoutLinks(text: string): string {
  return text.replaceAll('://', '&#58;//');
}

/**
 * A name inside `<at>…</at>`, where only XML is understood but markdown is looked for as well: what would become markup or a
 * link is written as its number.
 */
export function escapeMention(name: string): string {
  return withoutControls(name)
    .replace(/\p{Surrogate}/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_[\]~]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replaceAll('://', '&#58;//')
    .trim();
}
