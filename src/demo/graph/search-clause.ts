import { badRequest } from './graph-error.js';

const searchable = {
  device: ['displayName'],
  user: ['displayName', 'mail', 'userPrincipalName', 'givenName', 'surname'],
} as const;

/**
 * Reads a `$search`: quoted clauses `"property:value"`, joined by AND or OR (not mixed). Words of a displayName are
 * matched by their beginnings, other properties by theirs (concepts/search-query-parameter).
 */
export function readSearch(
  text: string,
  type: 'device' | 'user',
): (entity: Readonly<Record<string, unknown>>) => boolean {
  const parts = text.trim().split(/(?<!\s)\s+(AND|OR)\s+/);
  const joints = new Set(parts.filter((_, index) => index % 2 === 1));
  if (joints.size > 1) throw badRequest(`Unsupported mixture of AND and OR in $search '${text}'.`);
  const clauses = parts.filter((_, index) => index % 2 === 0).map((part) => readClause(part, type));
  return joints.has('OR')
    ? (entity) => clauses.some((clause) => clause(entity))
    : (entity) => clauses.every((clause) => clause(entity));
}

function readClause(text: string, type: 'device' | 'user'): (entity: Readonly<Record<string, unknown>>) => boolean {
  const match = /^"([A-Za-z]+):((?:[^"\\]|\\.)*)"$/s.exec(text);
  if (match === null)
    throw badRequest(`Syntax error: the search clause ${text} must be of the form "property:value", in double quotes.`);
  const [, property = '', escaped = ''] = match;
  if (!(searchable[type] as readonly string[]).includes(property))
    throw badRequest(`Unsupported property '${property}' in $search of resource '${type}'.`);
  const value = escaped.replaceAll(/\\(.)/gs, '$1').toLowerCase();
  return (entity) => {
    const actual = entity[property];
    if (typeof actual !== 'string') return false;
    if (property !== 'displayName') return actual.toLowerCase().startsWith(value);
    const words = wordsOf(actual.toLowerCase());
    return wordsOf(value).every((wanted) => words.some((word) => word.startsWith(wanted)));
  };
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
