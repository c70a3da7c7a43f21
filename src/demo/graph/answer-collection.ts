import { ok, type GraphResponse } from './graph-request.js';
import { passes } from './filter.js';
import { cutPage } from './paging.js';
import { readCollectionOptions, type CollectionKind, type CollectionOptions, type Expand } from './query-options.js';
import type { Asked } from './route.js';
import { showEntity, type Entity } from './show-entity.js';
import type { Visibility } from './world.js';

export interface Collection {
  readonly type: 'device' | 'user';
  readonly kind: CollectionKind;
  readonly entities: readonly Entity[];
  /** Where a missing permission hides more than was asked for. */
  readonly visibility?: Visibility;
  readonly expandWith?: (entity: Entity, expand: Expand) => Entity;
}

/** Filters, sorts, counts, cuts one page and shows what was selected. */
export function answerCollection(asked: Asked, collection: Collection): GraphResponse {
  const { request, world, visibility } = asked;
  const options = readCollectionOptions(request, collection.type, collection.kind);
  const chosen = chosenOnce(collection.entities, request, options);
  const page = cutPage(chosen, request, world.origin, options.top, options.expand !== undefined);
  const value = page.items.map((entity) => ({
    ...(collection.kind === 'relation' ? { '@odata.type': `#microsoft.graph.${collection.type}` } : {}),
    ...showEntity(entity, collection.type, options.select, collection.visibility ?? visibility),
    ...(options.expand === undefined ? {} : collection.expandWith?.(entity, options.expand)),
  }));
  return ok({
    '@odata.context': contextOf(asked, options.select),
    ...(options.count && page.first ? { '@odata.count': chosen.length } : {}),
    ...(page.nextLink === undefined ? {} : { '@odata.nextLink': page.nextLink }),
    value,
  });
}

/** The address of what describes an answer; clients do not follow it. */
export function contextOf({ request, world }: Asked, select: readonly string[] | undefined, suffix = ''): string {
  const selected = select === undefined ? '' : `(${select.join(',')})`;
  return `${world.origin}/v1.0/$metadata#${request.segments[0] ?? ''}${selected}${suffix}`;
}

/** Pages of one query are cut from one list, which is kept while the collection is. */
const kept = new WeakMap<readonly Entity[], Map<string, readonly Entity[]>>();
const mostKept = 8;

function chosenOnce(
  entities: readonly Entity[],
  { query }: Asked['request'],
  options: CollectionOptions,
): readonly Entity[] {
  if (options.filter === undefined && options.search === undefined && options.orderby === undefined) return entities;
  const key = JSON.stringify(['$filter', '$search', '$orderby'].map((name) => query.get(name)));
  const lists = kept.get(entities) ?? new Map<string, readonly Entity[]>();
  kept.set(entities, lists);
  const chosen = lists.get(key) ?? choose(entities, options);
  lists.delete(key);
  lists.set(key, chosen);
  const [oldest] = lists.keys();
  if (lists.size > mostKept && oldest !== undefined) lists.delete(oldest);
  return chosen;
}

export function choose(
  entities: readonly Entity[],
  options: Pick<CollectionOptions, 'filter' | 'search' | 'orderby'>,
): readonly Entity[] {
  const { filter, search, orderby } = options;
  const found = entities.filter(
    (entity) => (filter === undefined || passes(filter, entity)) && (search === undefined || search(entity)),
  );
  if (orderby === undefined) return found;
  const sign = orderby.descending ? -1 : 1;
  const key = (entity: Entity): string => {
    const value = entity[orderby.property];
    return typeof value === 'string' ? value.toLowerCase() : JSON.stringify(value ?? '');
  };
  return found.sort((a, b) => sign * (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
