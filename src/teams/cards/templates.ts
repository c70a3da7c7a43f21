import { readFileSync } from 'node:fs';
import { Template } from 'adaptivecards-templating';
import { templateNames } from './template-names.js';

export type TemplateName = (typeof templateNames)[number];

/** What fills a template. Nothing may be missing or null: a missing name would be shown as `${name}`, null throws. */
export type CardData = Readonly<Record<string, CardValue>>;
type CardValue = string | number | boolean | readonly CardValue[] | { readonly [name: string]: CardValue };

const folder = new URL('../../../cards/', import.meta.url);

// Read and compiled once, when the program starts: a missing or broken file is seen then, not in the middle of a turn.
const templates = new Map(templateNames.map((name) => [name, new Template(read(name))]));

/** The card as Teams takes it. Throws when there is no such template. */
export function expand(name: TemplateName, data: CardData): object {
  const template = templates.get(name);
  if (!template) throw new Error(`No card template ${name}`);
  return template.expand({ $root: data }) as object;
}

function read(name: string): unknown {
  return include(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')));
}

/**
 * Puts the parts into a template: `{ "$include": "heading" }` stands for `parts/heading.json`. A part that is a list joins
 * the list around it; further properties beside `$include`, such as `$data`, are added to the part.
 */
function include(node: unknown): unknown {
  if (Array.isArray(node)) return node.flatMap(include);
  if (typeof node !== 'object' || node === null) return node;
  const { $include: part, ...rest } = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, include(value)]),
  );
  if (typeof part !== 'string') return rest;
  const included = read(`parts/${part}`);
  return Array.isArray(included) ? included : { ...(included as object), ...rest };
}
