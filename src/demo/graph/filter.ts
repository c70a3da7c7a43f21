export type FilterValue = string | boolean | null;
export type FilterOperator = 'eq' | 'ne' | 'ge' | 'le' | 'startswith' | 'endswith';

export type Filter =
  | { readonly kind: 'and' | 'or'; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'not'; readonly of: Filter }
  | {
      readonly kind: 'compare';
      readonly property: string;
      readonly operator: FilterOperator;
      readonly value: FilterValue;
    }
  | { readonly kind: 'in'; readonly property: string; readonly values: readonly FilterValue[] };

/** Whether Graph answers it only in its advanced mode (concepts/aad-advanced-queries). */
export function isAdvanced(filter: Filter): boolean {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return isAdvanced(filter.left) || isAdvanced(filter.right);
    case 'not':
      return true;
    case 'compare':
      return filter.operator === 'ne' || filter.operator === 'endswith';
    case 'in':
      return false;
  }
}

/** Texts are compared without regard to case, as the directory does. */
export function passes(filter: Filter, entity: Readonly<Record<string, unknown>>): boolean {
  switch (filter.kind) {
    case 'and':
      return passes(filter.left, entity) && passes(filter.right, entity);
    case 'or':
      return passes(filter.left, entity) || passes(filter.right, entity);
    case 'not':
      return !passes(filter.of, entity);
    case 'in':
      return filter.values.some((value) => folded(value) === folded(entity[filter.property]));
    case 'compare':
      return compare(folded(entity[filter.property]), filter.operator, folded(filter.value));
  }
}

function compare(actual: unknown, operator: FilterOperator, wanted: unknown): boolean {
  if (operator === 'eq') return actual === wanted;
  if (operator === 'ne') return actual !== wanted;
  if (typeof actual !== 'string' || typeof wanted !== 'string') return false;
  switch (operator) {
    case 'startswith':
      return actual.startsWith(wanted);
    case 'endswith':
      return actual.endsWith(wanted);
    case 'ge':
      return Date.parse(actual) >= Date.parse(wanted);
    case 'le':
      return Date.parse(actual) <= Date.parse(wanted);
  }
}

function folded(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : (value ?? null);
}
