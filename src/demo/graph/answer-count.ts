import { choose } from './answer-collection.js';
import { unsupportedQuery } from './graph-error.js';
import type { GraphRequest, GraphResponse } from './graph-request.js';
import { allowOnly, isEventual } from './query-options.js';
import { readFilter } from './read-filter.js';
import { readSearch } from './search-clause.js';
import type { Entity } from './show-entity.js';

/** `/devices/$count` and `/users/$count`: a bare number as text, only in the advanced mode. */
export function answerCount(
  request: GraphRequest,
  type: 'device' | 'user',
  entities: readonly Entity[],
): GraphResponse {
  allowOnly(request, ['$filter', '$search']);
  if (!isEventual(request)) {
    throw unsupportedQuery(
      "Raw count (/$count) is not supported because the 'ConsistencyLevel:eventual' header is missing. Refer to https://aka.ms/graph-docs/advanced-queries for more information",
    );
  }
  const filter = request.query.get('$filter');
  const search = request.query.get('$search');
  const found = choose(entities, {
    filter: filter === undefined ? undefined : readFilter(filter, type),
    search: search === undefined ? undefined : readSearch(search, type),
    orderby: undefined,
  });
  return { status: 200, headers: { 'content-type': 'text/plain' }, body: String(found.length) };
}
