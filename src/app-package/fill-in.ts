/** What `{{name}}` stands for in the manifest's source: a text, or anything where it is the whole of one. */
export type Fillings = Readonly<Record<string, unknown>>;

/** A copy of the source with each `{{name}}` filled in. Throws when there is nothing for a name, or nothing but blanks. */
export function fillIn(source: unknown, fillings: Fillings): unknown {
  if (typeof source === 'string') return filled(source, fillings);
  if (Array.isArray(source)) return source.map((each) => fillIn(each, fillings));
  if (typeof source !== 'object' || source === null) return source;
  return Object.fromEntries(Object.entries(source).map(([name, value]) => [name, fillIn(value, fillings)]));
}

function filled(text: string, fillings: Fillings): unknown {
  const whole = /^\{\{([\w.]+)\}\}$/.exec(text)?.[1];
  if (whole !== undefined) return filling(whole, fillings);
  return text.replaceAll(/\{\{([\w.]+)\}\}/g, (_, name: string) => String(filling(name, fillings)));
}

function filling(name: string, fillings: Fillings): unknown {
  const value = fillings[name];
  if (value === undefined || (typeof value === 'string' && value.trim() === ''))
    throw new Error(`The manifest's source asks for {{${name}}}, and there is none.`);
  return value;
}
