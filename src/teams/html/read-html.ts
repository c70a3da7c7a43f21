import { compile, type DomNode, type FormatCallback } from 'html-to-text';
import type { Slices } from '../../diagnosis/slices.js';
import { maxHtmlCharacters, maxHtmlDepth } from '../../limits.js';
import { htmlSkeleton } from './html-skeleton.js';

const oneLineBreak = { leadingLineBreaks: 1, trailingLineBreaks: 1 };

/** A row is one line with tabs between its cells, as browsers copy it; cells of several lines keep theirs. */
const row: FormatCallback = (element, walk, builder) => {
  builder.openTable();
  builder.openTableRow();
  for (const cell of element.children.filter(saysSomething)) {
    builder.openTableCell();
    walk(cell.name === 'td' ? cell.children : [cell], builder);
    builder.closeTableCell();
  }
  builder.closeTableRow();
  builder.closeTable({
    tableToString: ([cells = []]) =>
      cells.map(({ text }) => text).join(cells.some(({ text }) => text.includes('\n')) ? '\n' : '\t'),
    ...oneLineBreak,
  });
};

function saysSomething({ type, data = '' }: DomNode): boolean {
  return type === 'tag' || data.trim() !== '';
}

const convert = compile({
  wordwrap: false,
  // Without the zero-width space, which stands in the middle of words.
  whitespaceCharacters: ' \t\r\n\f',
  limits: { maxDepth: maxHtmlDepth + 2 },
  formatters: { row },
  selectors: [
    { selector: 'div', format: 'block', options: oneLineBreak },
    { selector: 'blockquote', format: 'block', options: oneLineBreak },
    { selector: 'blockquote.reply', format: 'skip' },
    { selector: 'pre', format: 'pre', options: oneLineBreak },
    { selector: 'tr', format: 'row' },
    { selector: 'td', format: 'block', options: oneLineBreak },
    { selector: 'x-unread', format: 'skip' },
  ],
});

/**
 * The words of a message's HTML copy, with a line end wherever it shows one: what is pasted loses them in the plain text.
 * `own` are the names under which the bot is mentioned: they go. Undefined when it is nested too deeply to be read.
 * In slices; what is beyond `maxHtmlCharacters` is not looked at.
 */
export function* readingHtml(html: string, own: readonly string[]): Slices<string | undefined> {
  const skeleton = yield* htmlSkeleton(html.slice(0, maxHtmlCharacters), own);
  if (skeleton === undefined) return undefined;
  const text = convert(skeleton.html);
  yield html.length;
  return `${text}${skeleton.rest}`
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}
