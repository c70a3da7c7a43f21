import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { factNames, factValues } from '../../troubleshooting/facts.js';
import { isFactName } from '../../troubleshooting/session-facts.js';

export type ReadFacts =
  | { readonly kind: 'read'; readonly facts: Readonly<Record<string, string>> }
  | { readonly kind: 'invalid'; readonly problems: readonly { readonly line: number; readonly message: string }[] };

/** Reads a JSON object of facts and their values. Every mistake is reported with its line, counted from 1. */
export function readFacts(text: string): ReadFacts {
  const lines = new LineCounter();
  // JSON is YAML, and this parser knows where things stand.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problem = (offset: number | undefined, message: string) => ({ line: lines.linePos(offset ?? 0).line, message });

  const syntax = document.errors.map((error) => problem(error.pos[0], error.message));
  if (syntax.length > 0) return { kind: 'invalid', problems: syntax };
  const top = document.contents;
  if (!isMap(top) || !isJson(text)) {
    return {
      kind: 'invalid',
      problems: [problem(undefined, 'This must be a JSON object, such as { "accountKind": "synced" }.')],
    };
  }

  const facts: Record<string, string> = {};
  const problems = top.items.flatMap(({ key, value }) => {
    const name = isScalar(key) ? String(key.value) : '';
    const at = isScalar(key) ? key.range?.[0] : undefined;
    if (!isFactName(name)) return [problem(at, `There is no fact "${name}". Facts are ${factNames.join(', ')}.`)];
    const given = isScalar(value) ? value.value : undefined;
    if (typeof given === 'string' && (factValues[name] as readonly string[]).includes(given)) {
      facts[name] = given;
      return [];
    }
    const said = given === undefined ? 'That' : JSON.stringify(given);
    return [
      problem(
        at,
        `${said} is no value of "${name}". It can be ${factValues[name].join(', ')}; leave it out when it is not known.`,
      ),
    ];
  });
  return problems.length > 0 ? { kind: 'invalid', problems } : { kind: 'read', facts };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
