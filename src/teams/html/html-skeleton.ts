import type { Slices } from '../../diagnosis/slices.js';
import { maxHtmlBreaks, maxHtmlDepth } from '../../limits.js';
import { decoded } from '../files/decoded.js';

/** What an element means for lines; every other one, `b` and `span` for instance, means nothing. */
const meanings: Readonly<Record<string, string>> = {
  ...meaning(
    'div',
    'p div section article header footer main nav aside address center form fieldset figure figcaption details summary',
  ),
  ...meaning('div', 'h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption'),
  ...meaning('blockquote', 'blockquote'),
  ...meaning('tr', 'tr'),
  ...meaning('td', 'td th'),
  // `codeblock` is what Teams makes of three backticks since January 2026 (msgraph-sdk-javascript, issue 1995).
  ...meaning('pre', 'pre codeblock'),
  ...meaning('br', 'br hr'),
  ...meaning('x-unread', 'style script title head noscript template textarea'),
};

function meaning(means: string, names: string): Readonly<Record<string, string>> {
  return Object.fromEntries(names.split(' ').map((name) => [name, means]));
}

/** What is left of HTML for its lines: `html` for the parser, and the words behind it, of which only lines and cells were told apart. */
export interface HtmlSkeleton {
  readonly html: string;
  readonly rest: string;
}

/**
 * The HTML with only the elements that make lines, without attributes and comments; what the person replies to becomes
 * `blockquote class=reply`, mentions called like one of `own` go. Undefined when more elements than `maxHtmlDepth` are open at
 * once, for the time that the parser takes for a tag grows with them. Behind `maxHtmlBreaks` elements, signs that begin none
 * counted in, comes the rest.
 */
export function* htmlSkeleton(html: string, own: readonly string[]): Slices<HtmlSkeleton | undefined> {
  const [before = '', ...pieces] = withoutComments(html.replaceAll('\r\n', '\n')).split('<');
  const parts = [before];
  const open = new Map<string, number>();
  let depth = 0;
  let breaks = 0;
  yield html.length;
  for (const [index, piece] of pieces.entries()) {
    yield piece.length + 1;
    const end = piece.indexOf('>');
    const name = end < 0 ? undefined : tagName(piece);
    const means = meaningOf(name);
    if ((name === undefined || means !== undefined) && (breaks += 1) > maxHtmlBreaks)
      return { html: parts.join(''), rest: yield* plainRest(pieces.slice(index)) };
    if (name === undefined) {
      // A lone sign is a sign; a declaration such as `<!DOCTYPE html>` or `<?xml ?>` is nothing.
      parts.push(end >= 0 && /^[!?]/.test(piece) ? piece.slice(end + 1) : `&lt;${piece}`);
      continue;
    }
    const [tag, said] = [piece.slice(0, end), piece.slice(end + 1)];
    if (means === 'br') parts.push('<br>');
    else if (means !== undefined) {
      const count = open.get(means) ?? 0;
      const change = tag.startsWith('/') ? (count > 0 ? -1 : 0) : 1;
      open.set(means, count + change);
      depth += change;
      if (depth > maxHtmlDepth) return undefined;
      if (change !== 0)
        parts.push(
          change < 0
            ? `</${means}>`
            : means === 'blockquote' && isReply(tag)
              ? '<blockquote class=reply>'
              : `<${means}>`,
        );
    }
    parts.push(isMention(name, tag) && own.includes(decoded(said).trim()) ? ' ' : said);
  }
  return { html: parts.join(''), rest: '' };
}

function meaningOf(name: string | undefined): string | undefined {
  return name !== undefined && Object.hasOwn(meanings, name) ? meanings[name] : undefined;
}

/** Every element that makes a line is a line end, and a cell a tab behind the one before it, which may be in what was parsed. */
function* plainRest(pieces: readonly string[]): Slices<string> {
  const parts: string[] = [];
  let inRow = true;
  for (const piece of pieces) {
    yield piece.length + 1;
    const end = piece.indexOf('>');
    const name = end < 0 ? undefined : tagName(piece);
    const means = meaningOf(name);
    if (name === undefined && !(end >= 0 && /^[!?]/.test(piece))) parts.push(`<${piece}`);
    else if (means === 'td') {
      if (!piece.startsWith('/')) parts.push(inRow ? '\t' : '', piece.slice(end + 1));
      inRow = true;
    } else {
      parts.push(means === undefined ? '' : '\n', piece.slice(end + 1));
      if (means !== undefined) inRow = false;
    }
  }
  return decoded(parts.join(''));
}

/** A comment that is not closed hides what follows, up to the end of the next one. */
function withoutComments(html: string): string {
  const [before = '', ...comments] = html.split('<!--');
  return before + comments.map((each) => (each.includes('-->') ? each.slice(each.indexOf('-->') + 3) : '')).join('');
}

function tagName(piece: string): string | undefined {
  return /^\/?([a-z][a-z0-9]*)/i.exec(piece)?.[1]?.toLowerCase();
}

/** Teams quotes the message that is replied to: its words were not said now. */
function isReply(tag: string): boolean {
  return tag.includes('schema.skype.com/Reply');
}

function isMention(name: string, tag: string): boolean {
  return !tag.startsWith('/') && (name === 'at' || (name === 'span' && tag.includes('schema.skype.com/Mention')));
}
