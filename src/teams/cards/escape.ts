import { showInName } from '../../text/show-invisible.js';
import { partsOf } from './marked.js';

/**
 * A sentence as markdown of a message, in which what was given shows sign by sign: no formatting, no link, no HTML, no `<at>`. Teams
 * makes HTML of it before any client sees it (on iOS and Windows the same signs go missing: MicrosoftDocs/msteams-docs 4956). Left
 * alone is what means nothing where it stands; the rest becomes its number. Only `*` and `_` get a backslash, the two that the phones'
 * own reader of markdown knows (microsoft/Teams-AdaptiveCards-Mobile, MarkDownBlockParser). A new line becomes a paragraph; blanks at the
 * ends of a line, which would make code blocks and hard breaks, are dropped.
 */
export function asMarkdown(text: string): string {
  return partsOf(text).reduce(
    (before, part) => before + (part.given ? escaped(part.text, before === '' || before.endsWith('\n')) : part.text),
    '',
  );
}

function escaped(given: string, atStart: boolean): string {
  return given
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, index) => escapedLine(line, atStart || index > 0))
    .join('\n\n');
}

function escapedLine(line: string, atStart: boolean): string {
  const within = line
    .replace(/&(?=#\d{1,7};|#x[\da-f]{1,6};|[a-z][a-z\d]{1,31};)/gi, '&amp;')
    // Before a sign a backslash would take its meaning; before a letter, as in a path, it has none.
    .replace(/\\(?=[!-/:-@[-`{-~]|$)|[`{]|~(?=~)|(?<=~)~|(?<=\bwww)\.|:(?=\/\/)|\](?=[([:]|$)/gi, numbered)
    .replace(/<(?=[a-z/!?]|$)/gi, '&lt;')
    .replace(/[*_]/g, '\\$&');
  return atStart ? harmlessStart(within) : within;
}

/** Headings, quotes, lists, rulers and underlines of headings. */
function harmlessStart(line: string): string {
  return line
    .replace(/^>/, '&gt;')
    .replace(/^(?:#|[-+=](?=[-+=\s]|$))/, numbered)
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, (_all, number: string, sign: string) => number + numbered(sign));
}

function numbered(sign: string): string {
  return `&#${sign.charCodeAt(0)};`;
}

/** Control characters have no look of their own; a tab becomes a blank. */
export function withoutControls(text: string): string {
  return text.replace(/\p{Control}+/gu, ' ');
}

/** A name, or anything short by which things are told apart, in one line and with nothing unseen in it. */
export function oneLine(text: string): string {
  return showInName(withoutControls(text)).trim();
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

/**
 * A name inside `<at>…</at>`, where only XML is understood but markdown is looked for as well: what would become markup or a
 * link is written as its number.
 */
export function escapeMention(name: string): string {
  return oneLine(name)
    .replace(/\p{Surrogate}/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_[\]~]/g, numbered)
    .replaceAll('://', '&#58;//');
}
