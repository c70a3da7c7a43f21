import { badRequest } from './graph-error.js';

export type Token = { readonly kind: 'word' | 'string' | 'mark'; readonly text: string };

const token = /\s*(?:'((?:[^']|'')*)'|([A-Za-z0-9_.:+-]+)|([(),]))/y;

/** Splits a `$filter`. Quotes inside a string are doubled; one that is not makes the string end early, and so 400. */
export function* readTokens(text: string): Generator<Token> {
  token.lastIndex = 0;
  let at = 0;
  const end = text.trimEnd().length;
  let afterString = false;
  while (at < end) {
    token.lastIndex = at;
    const match = token.exec(text);
    const glued = afterString && match?.[2] !== undefined && !/^\s/.test(match[0]);
    if (match === null || glued)
      throw badRequest(
        `Invalid filter clause: there is an unterminated or unexpected text at position ${at} in '${text}'.`,
      );
    const [, string, word, mark = ''] = match;
    if (string !== undefined) yield { kind: 'string', text: string.replaceAll("''", "'") };
    else if (word !== undefined) yield { kind: 'word', text: word };
    else yield { kind: 'mark', text: mark };
    afterString = string !== undefined;
    at = token.lastIndex;
  }
}
