/** An expression of a template, as the language reads it (learn: azure-resource-manager/templates/template-expressions). */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'member'; readonly of: Expression; readonly name: string }
  | { readonly kind: 'item'; readonly of: Expression; readonly index: Expression };

/** What a text in a template means: itself, or the expression between its brackets; `[[` stands for a bracket. */
export function readText(text: string): { readonly text: string } | { readonly expression: Expression } {
  if (text.startsWith('[[')) return { text: text.slice(1) };
  return text.startsWith('[') && text.endsWith(']') ? { expression: parse(text.slice(1, -1)) } : { text };
}

const token = /\s*(?:'((?:[^']|'')*)'|(-?\d+)|([A-Za-z_]\w*)|([()[\].,]))/y;

/** Throws when the text is no expression. */
function parse(source: string): Expression {
  const tokens = tokensOf(source);
  let at = 0;
  const peek = (): string | undefined => tokens[at]?.sign;
  const take = (sign: string): void => {
    if (peek() !== sign)
      throw new Error(
        `"${sign}" expected after ${tokens
          .slice(0, at)
          .map(({ raw }) => raw)
          .join('')} in ${source}`,
      );
    at += 1;
  };

  function expression(): Expression {
    let found = primary();
    for (;;) {
      if (peek() === '.') {
        take('.');
        const name = tokens[at]?.word;
        if (name === undefined) throw new Error(`A name expected after "." in ${source}`);
        at += 1;
        found = { kind: 'member', of: found, name };
      } else if (peek() === '[') {
        take('[');
        found = { kind: 'item', of: found, index: expression() };
        take(']');
      } else return found;
    }
  }

  function primary(): Expression {
    const next = tokens[at];
    at += 1;
    if (next?.literal !== undefined) return { kind: 'literal', value: next.literal };
    if (next?.word === undefined)
      throw new Error(`A value expected instead of "${next?.raw ?? 'the end'}" in ${source}`);
    take('(');
    const args: Expression[] = [];
    while (peek() !== ')') {
      if (args.length > 0) take(',');
      args.push(expression());
    }
    take(')');
    return { kind: 'call', name: next.word, args };
  }

  const whole = expression();
  if (at < tokens.length) throw new Error(`"${tokens[at]?.raw ?? ''}" is too much in ${source}`);
  return whole;
}

interface Token {
  readonly raw: string;
  readonly literal?: string | number;
  readonly word?: string;
  readonly sign?: string;
}

function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < source.trimEnd().length) {
    const began = token.lastIndex;
    const match = token.exec(source);
    if (match === null) throw new Error(`Cannot be read from "${source.slice(began)}" on`);
    const [raw, text, number, word, sign] = match;
    tokens.push({
      raw,
      ...(text !== undefined && { literal: text.replaceAll("''", "'") }),
      ...(number !== undefined && { literal: Number(number) }),
      ...(word !== undefined && { word }),
      ...(sign !== undefined && { sign }),
    });
  }
  return tokens;
}
