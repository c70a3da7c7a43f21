import { badRequest, unsupportedQuery } from './graph-error.js';
import type { GraphRequest } from './graph-request.js';
import { isAdvanced, type Filter } from './filter.js';
import { propertyNames, type EntityType } from './property-names.js';
import { readFilter } from './read-filter.js';
import { readSearch } from './search-clause.js';

export interface Expand {
  readonly relation: 'registeredOwners' | 'registeredUsers';
  readonly select: readonly string[] | undefined;
}

export interface CollectionOptions {
  readonly select: readonly string[] | undefined;
  readonly expand: Expand | undefined;
  readonly top: number | undefined;
  readonly count: boolean;
  readonly filter: Filter | undefined;
  readonly search: ((entity: Readonly<Record<string, unknown>>) => boolean) | undefined;
  readonly orderby: { readonly property: string; readonly descending: boolean } | undefined;
}

/** What Graph wants the header for: `relation` filters are advanced by themselves, an OData `cast` too. */
export type CollectionKind = 'set' | 'relation' | 'cast';

const sortable = {
  device: ['displayName', 'approximateLastSignInDateTime'],
  user: ['displayName', 'userPrincipalName'],
} as const;
const docs = 'Refer to https://aka.ms/graph-docs/advanced-queries for more information';

/** Options of a collection of devices or people, refused as Graph refuses them (concepts/aad-advanced-queries). */
export function readCollectionOptions(
  request: GraphRequest,
  type: 'device' | 'user',
  kind: CollectionKind,
): CollectionOptions {
  const expandable = type === 'device' && kind !== 'relation';
  allowOnly(request, [
    '$select',
    '$top',
    '$count',
    '$filter',
    '$search',
    '$orderby',
    '$skiptoken',
    ...(expandable ? ['$expand'] : []),
  ]);
  const { query } = request;
  const filterText = query.get('$filter');
  const filter = filterText === undefined ? undefined : readFilter(filterText, type);
  const searchText = query.get('$search');
  const search = searchText === undefined ? undefined : readSearch(searchText, type);
  const orderby = readOrderBy(query.get('$orderby'), type);
  const count = readFlag(query.get('$count'));
  const eventual = isEventual(request);
  if (count && !eventual)
    throw unsupportedQuery(
      `$count is not supported because the 'ConsistencyLevel:eventual' header is missing. ${docs}`,
    );
  if (search !== undefined && !eventual) {
    throw unsupportedQuery(
      `Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'`,
    );
  }
  const advanced =
    kind === 'cast' ||
    (filter !== undefined && (isAdvanced(filter) || orderby !== undefined || kind === 'relation')) ||
    (orderby !== undefined && kind === 'relation');
  if (advanced && !eventual)
    throw unsupportedQuery(
      `The specified query is not supported because the 'ConsistencyLevel:eventual' header is missing. ${docs}`,
    );
  if (advanced && !count && search === undefined)
    throw unsupportedQuery(`The specified query is not supported because '$count=true' is missing. ${docs}`);
  return {
    select: readSelect(query.get('$select'), type),
    expand: readExpand(query.get('$expand'), type),
    top: readTop(query.get('$top')),
    count,
    filter,
    search,
    orderby,
  };
}

export function isEventual(request: GraphRequest): boolean {
  return request.headers['consistencylevel']?.toLowerCase() === 'eventual';
}

/** Names that may be selected are those of the metadata; one that is not there makes the whole request fail. */
export function readSelect(text: string | undefined, type: EntityType): readonly string[] | undefined {
  if (text === undefined) return undefined;
  const names = text.split(',').map((name) => name.trim());
  for (const name of names) {
    if (propertyNames[type].includes(name)) continue;
    throw badRequest(
      `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.${type}'.`,
    );
  }
  return names;
}

export function readExpand(text: string | undefined, type: EntityType): Expand | undefined {
  if (text === undefined) return undefined;
  const match = /^(registeredOwners|registeredUsers)(?:\(\$select=([^()]*)\))?$/.exec(text);
  if (type !== 'device' || match === null) {
    throw badRequest(
      `Parsing OData Select and Expand failed: '$expand=${text}' is not supported on type 'microsoft.graph.${type}'.`,
    );
  }
  return { relation: match[1] as Expand['relation'], select: readSelect(match[2], 'user') };
}

/** Refuses options of OData that this resource does not take. Options of others, without `$`, are ignored. */
export function allowOnly(request: GraphRequest, names: readonly string[]): void {
  for (const name of request.query.keys()) {
    if (name.startsWith('$') && !names.includes(name))
      throw badRequest(`The query option '${name}' is not supported by this resource.`);
  }
}

function readTop(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const top = Number(text);
  if (!/^-?\d+$/.test(text) || top < 1 || top > 999) {
    throw badRequest(`Invalid page size specified: '${text}'. Must be between 1 and 999 inclusive.`);
  }
  return top;
}

function readFlag(text: string | undefined): boolean {
  if (text === undefined || text === 'false') return false;
  if (text === 'true') return true;
  throw badRequest(`Invalid value '${text}' for $count query option found. Valid values are '{"true", "false"}'.`);
}

function readOrderBy(text: string | undefined, type: 'device' | 'user'): CollectionOptions['orderby'] {
  if (text === undefined) return undefined;
  const match = /^(\w+)(?:\s+(asc|desc))?$/.exec(text.trim());
  const property = match?.[1] ?? text;
  if (!(sortable[type] as readonly string[]).includes(property))
    throw unsupportedQuery(`Sorting by '${text}' is not supported for resource '${type}'.`);
  return { property, descending: match?.[2] === 'desc' };
}
