import { Ajv, type ErrorObject } from 'ajv';
import { type Document, isAlias, isCollection, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { TreeFile, TreePath, TreeProblem } from './tree-file.js';
import schema from './trees/tree.schema.json' with { type: 'json' };

export type ParsedTreeFile =
  | { readonly kind: 'parsed'; readonly file: TreeFile }
  | { readonly kind: 'invalid'; readonly problems: readonly TreeProblem[] };

const matchesSchema = new Ajv({ allErrors: true, discriminator: true }).compile<
  Pick<TreeFile, 'id' | 'title' | 'start' | 'causes' | 'nodes'>
>(schema);

/** Reads one YAML text and holds it against tree.schema.json; what it refers to is not looked at. */
export function parseTreeFile(name: string, text: string): ParsedTreeFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problemAt = (offset: number, message: string): TreeProblem => ({
    file: name,
    line: lines.linePos(offset).line,
    message,
  });
  const problem = (path: TreePath, message: string): TreeProblem => problemAt(offsetOf(document, path), message);

  const syntax = [...document.errors, ...document.warnings].map((error) =>
    problemAt(error.pos[0], `YAML: ${error.message}`),
  );
  visit(document, {
    Alias(_key, alias) {
      if (alias.resolve(document) === undefined)
        syntax.push(
          problemAt(alias.range?.[0] ?? 0, `YAML: there is no &${alias.source} before this *${alias.source}`),
        );
    },
  });
  if (syntax.length > 0) return { kind: 'invalid', problems: syntax };

  const written: unknown = document.toJS({ maxAliasCount: -1 });
  if (!matchesSchema(written)) {
    const problems = (matchesSchema.errors ?? []).map((error) => problem(pathOf(error), describe(error)));
    return { kind: 'invalid', problems: withoutRepeats(problems) };
  }
  return { kind: 'parsed', file: { ...written, causes: written.causes ?? {}, name, problem } };
}

/** Where the key, or the list item, at `path` begins; as near as the document goes. */
function offsetOf(document: Document, path: TreePath): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (!isCollection(node)) return offset;
    const key = isMap(node)
      ? node.items.find((pair) => (isScalar(pair.key) ? String(pair.key.value) : undefined) === String(step))?.key
      : undefined;
    node = node.get(step, true);
    const begins = isNode(key) ? key : node;
    if (!isNode(begins)) return offset;
    offset = begins.range?.[0] ?? offset;
  }
  return offset;
}

function pathOf(error: ErrorObject): TreePath {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const key: unknown =
    error.params['additionalProperty'] ?? error.params['propertyName'] ?? error.params['tag'] ?? error.propertyName;
  return typeof key === 'string' ? [...path, key] : path;
}

function describe(error: ErrorObject): string {
  const where = error.instancePath === '' ? '' : `${error.instancePath.slice(1)}: `;
  const { params } = error;
  switch (error.keyword) {
    case 'required':
      return `${where}"${params['missingProperty']}" is missing`;
    case 'additionalProperties':
      return `${where}"${params['additionalProperty']}" does not belong here`;
    case 'enum':
      return `${where}must be one of ${(params['allowedValues'] as readonly string[]).join(', ')}`;
    case 'discriminator':
      return `${where}"kind" must be question, branch, fix, explanation or handOver`;
    case 'pattern':
      return `${where}${error.propertyName === undefined ? '' : `"${error.propertyName}" `}is not written as it should be (${error.parentSchema?.['description'] ?? params['pattern']})`;
    default:
      return `${where}${error.message ?? error.keyword}`;
  }
}

function withoutRepeats(problems: readonly TreeProblem[]): TreeProblem[] {
  return [...new Map(problems.map((each) => [`${each.line} ${each.message}`, each])).values()];
}
