import { GraphError, badRequest } from './graph-error.js';

const optionNames = new Set([
  'select',
  'top',
  'filter',
  'expand',
  'count',
  'search',
  'orderby',
  'skiptoken',
  'skip',
  'format',
]);

export interface ReadUrl {
  readonly path: string;
  readonly segments: readonly string[];
  readonly query: ReadonlyMap<string, string>;
}

/**
 * Reads a URL relative to the version, e.g. `/users/ada@contoso.com?$select=id`. What follows a `#` is lost, as it is
 * everywhere: a guest's `#EXT#` must come as `%23EXT%23`.
 */
export function readUrl(url: string): ReadUrl {
  const [beforeFragment = ''] = url.split('#');
  const mark = beforeFragment.indexOf('?');
  const rawPath = mark < 0 ? beforeFragment : beforeFragment.slice(0, mark);
  const rawQuery = mark < 0 ? '' : beforeFragment.slice(mark + 1);
  const segments = rawPath
    .split('/')
    .filter((part) => part !== '')
    .map(decode)
    .flatMap(splitKey);
  const query = new Map<string, string>();
  for (const pair of rawQuery.split('&').filter((part) => part !== '')) {
    const at = pair.indexOf('=');
    const name = optionName(decode(at < 0 ? pair : pair.slice(0, at)));
    if (query.has(name))
      throw badRequest(`Query option '${name}' was specified more than once, but it must be specified at most once.`);
    query.set(name, at < 0 ? '' : decode(pair.slice(at + 1).replaceAll('+', ' ')));
  }
  return { path: `/${segments.join('/')}`, segments, query };
}

/** Graph takes its own options with and without `$`. */
function optionName(name: string): string {
  return optionNames.has(name.toLowerCase()) ? `$${name.toLowerCase()}` : name;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new GraphError(400, 'BadRequest', `'${text}' is not a valid URL-encoded text.`);
  }
}

/** `users('x')` is `users/x`; `devices(deviceId='x')` stays one segment after its set: `devices/deviceId='x'`. */
function splitKey(segment: string): readonly string[] {
  const call = /^(\w+)\((.*)\)$/s.exec(segment);
  if (call === null) return [segment];
  const [, set = '', key = ''] = call;
  const quoted = /^(?:(\w+)=)?'((?:[^']|'')*)'$/s.exec(key);
  if (quoted === null) throw new GraphError(400, 'BadRequest', `Bad Request - Error in query syntax: '${segment}'.`);
  const [, name, value = ''] = quoted;
  const plain = value.replaceAll("''", "'");
  return [set, name === undefined || name === 'id' ? plain : `${name}='${plain}'`];
}
