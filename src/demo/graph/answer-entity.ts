import { contextOf } from './answer-collection.js';
import { ok, type GraphResponse } from './graph-request.js';
import type { EntityType } from './property-names.js';
import { allowOnly, readExpand, readSelect, type Expand } from './query-options.js';
import type { Asked } from './route.js';
import { showEntity, type Entity } from './show-entity.js';

/** One object by its key. */
export function answerEntity(
  asked: Asked,
  type: EntityType,
  entity: Entity,
  expandWith?: (expand: Expand) => Entity,
): GraphResponse {
  const { request, visibility } = asked;
  allowOnly(request, expandWith === undefined ? ['$select'] : ['$select', '$expand']);
  const select = readSelect(request.query.get('$select'), type);
  const expand = readExpand(request.query.get('$expand'), type);
  return ok({
    '@odata.context': contextOf(asked, select, '/$entity'),
    ...showEntity(entity, type, select, visibility),
    ...(expand === undefined ? {} : expandWith?.(expand)),
  });
}
