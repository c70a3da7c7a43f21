import type { GraphRequest, GraphResponse } from './graph-request.js';
import type { Permission } from './permissions.js';
import type { Visibility, World } from './world.js';

/** Something the simulated Graph answers. A `*` in `pattern` takes any one segment, handed over as `key`. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly pattern: string;
  readonly needs: readonly Permission[];
  readonly answer: (asked: Asked) => GraphResponse;
}

export interface Asked {
  readonly request: GraphRequest;
  readonly world: World;
  /** What stands in place of the pattern's star; empty when it has none. */
  readonly key: string;
  readonly visibility: Visibility;
}

/** The key in place of the pattern's star, empty without a star; undefined when the path is another. */
export function matchPattern(pattern: string, segments: readonly string[]): string | undefined {
  const parts = pattern.split('/').slice(1);
  if (parts.length !== segments.length) return undefined;
  const fits = parts.every((part, index) => part === '*' || part.toLowerCase() === segments[index]?.toLowerCase());
  return fits ? (segments[parts.indexOf('*')] ?? '') : undefined;
}
