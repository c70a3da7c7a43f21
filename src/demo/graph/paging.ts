import { createHash } from 'node:crypto';
import { badRequest } from './graph-error.js';
import type { GraphRequest } from './graph-request.js';

/** Objects on a page when nothing is asked for, and the most there are with `$expand` (Graph known issue 13635). */
const usualPageSize = 100;

export interface Page<T> {
  readonly items: readonly T[];
  /** `undefined` on the last page. */
  readonly nextLink: string | undefined;
  readonly first: boolean;
}

/**
 * Cuts one page. The link's token belongs to the very query it was given for: any other option beside it is refused,
 * so a client has to follow the link as it is.
 */
export function cutPage<T>(
  all: readonly T[],
  request: GraphRequest,
  origin: string,
  top: number | undefined,
  expanded: boolean,
): Page<T> {
  const size = expanded ? Math.min(top ?? usualPageSize, usualPageSize) : (top ?? usualPageSize);
  const { pathname, options } = withoutToken(request.url);
  const token = request.query.get('$skiptoken');
  const start = token === undefined ? 0 : readToken(token, fingerprint(pathname, options));
  const end = start + size;
  const next = writeToken(end, fingerprint(pathname, options));
  return {
    items: all.slice(start, end),
    nextLink:
      end < all.length
        ? `${origin}/v1.0${pathname}?${[...options, `$skiptoken=${next}`].join('&').replaceAll(' ', '%20')}`
        : undefined,
    first: token === undefined,
  };
}

function withoutToken(url: string): { pathname: string; options: readonly string[] } {
  const [, pathname = '', query = ''] = /^([^?#]*)\??([^#]*)/.exec(url) ?? [];
  return {
    pathname,
    options: query.split('&').filter((option) => option !== '' && !/^(\$|%24)?skiptoken=/i.test(option)),
  };
}

function fingerprint(pathname: string, options: readonly string[]): string {
  const decoded = options.map((option) => decodeURIComponent(option.replaceAll('+', ' ')));
  return createHash('sha256')
    .update(JSON.stringify([pathname, ...decoded]))
    .digest('hex')
    .slice(0, 24);
}

function writeToken(offset: number, mark: string): string {
  return Buffer.from(`${mark}.${offset}`).toString('base64url');
}

function readToken(token: string, mark: string): number {
  const match = /^([0-9a-f]{24})\.(\d+)$/.exec(Buffer.from(token, 'base64url').toString());
  if (match === null) throw badRequest('The specified page token value is not valid.');
  if (match[1] !== mark) throw badRequest('The specified page token does not belong to this request.');
  return Number(match[2]);
}
