import { createHash } from 'node:crypto';

export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };
export type Fields = Readonly<Record<string, Value>>;

/** Throws when the value is no text, number or truth. */
export const text = (value: Value | undefined): string => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error(`${JSON.stringify(value)} is no text`);
};
const truth = (value: Value | undefined): boolean => {
  if (typeof value === 'boolean') return value;
  throw new Error(`${JSON.stringify(value)} is neither true nor false`);
};
const fields = (value: Value | undefined): Fields => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw new Error(`${JSON.stringify(value)} is no object`);
};

/** The functions of the language that need nothing but their arguments, as far as our template uses them. */
export const functions: Readonly<Record<string, (...args: readonly Value[]) => Value>> = {
  true: () => true,
  false: () => false,
  null: () => null,
  equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  not: (a) => !truth(a),
  contains: (where, what) =>
    Array.isArray(where)
      ? where.includes(what)
      : typeof where === 'string'
        ? where.includes(text(what))
        : text(what) in fields(where),
  createArray: (...items) => items,
  createObject: (...pairs) => {
    if (pairs.length % 2 === 1) throw new Error('createObject takes names and values in pairs');
    return Object.fromEntries(
      Array.from({ length: pairs.length / 2 }, (_, index) => [text(pairs[2 * index]), pairs[2 * index + 1] ?? null]),
    );
  },
  union: (...parts) => Object.assign({}, ...parts.map((part) => fields(part))) as Fields,
  format: (pattern, ...values) =>
    text(pattern).replaceAll(/\{(\d+)\}/g, (_, index: string) => {
      const value = values[Number(index)];
      if (value === undefined) throw new Error(`"${text(pattern)}" has no value for {${index}}`);
      return text(value);
    }),
  take: (value, count) => text(value).slice(0, Number(count)),
  uriComponent: (value) => encodeURIComponent(text(value)),
  /** Thirteen letters that are always the same for the same; Azure's own hash is not published. */
  uniqueString: (...values) => createHash('sha256').update(values.map(text).join('|')).digest('hex').slice(0, 13),
};
