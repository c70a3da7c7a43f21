import { defaultUserProperties, onlyWhenSelected, propertyNames, type EntityType } from './property-names.js';
import type { Visibility } from './world.js';

export type Entity = Readonly<Record<string, unknown>>;

/** What of an entity is answered: the selected properties, or Graph's own choice without `$select`. */
export function showEntity(
  entity: Entity,
  type: EntityType,
  select: readonly string[] | undefined,
  visibility: Visibility,
): Entity {
  const names = select ?? defaultsOf(type);
  switch (visibility) {
    case 'complete':
      return Object.fromEntries(names.map((name) => [name, entity[name] ?? null]));
    case 'limited':
      return { '@odata.type': `#microsoft.graph.${type}`, ...nulls(names), id: entity['id'] };
    case 'nothing':
      return nulls(names);
  }
}

function defaultsOf(type: EntityType): readonly string[] {
  if (type === 'user') return defaultUserProperties;
  return propertyNames[type].filter((name) => !onlyWhenSelected.includes(name));
}

function nulls(names: readonly string[]): Entity {
  return Object.fromEntries(names.map((name) => [name, null]));
}
