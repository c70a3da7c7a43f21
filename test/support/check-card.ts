import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { maxActionsInBar, maxCardCharacters } from '../../src/limits.js';

type Json = null | string | number | boolean | readonly Json[] | { readonly [name: string]: Json };
type Thing = { readonly [name: string]: Json };

const matchesSchema = compileSchema();

/**
 * What is wrong with a card as docs/contract.md ("Cards") wants it; empty = nothing. `given` are texts that a person or
 * the directory gave, as they stand in the card: they may hold anything, our own sentences may not.
 */
export function problemsOfCard(card: object, given: readonly string[] = []): string[] {
  const full = JSON.parse(JSON.stringify(card)) as Thing;
  const plain = withFallbacks(full) as Thing;
  return [
    ...schemaProblems(plain),
    ...sizeProblems('the card', full),
    ...sizeProblems('the card with its fallbacks', plain),
    ...things(full).flatMap(thingProblems),
    ...things(plain).flatMap((thing) => barProblems(thing)),
    ...visibleTexts(full).flatMap((text) => textProblems(text, given)),
    ...(full['version'] === '1.5' ? [] : ['version is not 1.5']),
    ...(typeof full['fallbackText'] === 'string' && full['fallbackText'] !== '' ? [] : ['fallbackText is missing']),
    ...idProblems(full),
  ];
}

/** The card without `msteams`, every element that has a `fallback` replaced by it: what the 1.5 schema knows. */
export function withFallbacks(node: Json): Json {
  if (Array.isArray(node)) return node.map(withFallbacks);
  if (!isThing(node)) return node;
  const fallback = node['fallback'];
  if (isThing(fallback)) return withFallbacks(fallback);
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => key !== 'msteams' && key !== 'fallback')
      .map(([key, value]) => [key, withFallbacks(value)]),
  );
}

/** Every text that is read on the card, in reading order; the runs of a paragraph are one text. */
export function visibleTexts(card: object): string[] {
  const read = [
    'text',
    'title',
    'value',
    'label',
    'placeholder',
    'errorMessage',
    'altText',
    'fallbackText',
    'speak',
    'tooltip',
  ];
  return things(card)
    .filter((thing) => (thing['type'] !== undefined && thing['type'] !== 'TextRun') || 'title' in thing)
    .flatMap((thing) =>
      thing['type'] === 'RichTextBlock'
        ? [runsIn(thing).join('')]
        : read.flatMap((key) => (typeof thing[key] === 'string' ? [thing[key]] : [])),
    );
}

/** The texts of the runs of a RichTextBlock. */
export function runsIn({ inlines }: Thing): readonly string[] {
  const all: readonly Json[] = Array.isArray(inlines) ? inlines : [];
  return all.map((inline) => (isThing(inline) ? inline['text'] : inline)).filter((text) => typeof text === 'string');
}

/** Every object inside, the outer ones first; the data of buttons is not looked into. */
export function things(node: unknown): Thing[] {
  if (Array.isArray(node)) return node.flatMap(things);
  if (!isThing(node)) return [];
  return [node, ...Object.entries(node).flatMap(([key, value]) => (key === 'data' ? [] : things(value)))];
}

function isThing(node: unknown): node is Thing {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}

function compileSchema(): (card: Json) => string[] {
  // The published schema is of draft 6 and names itself with draft 4's `id`.
  const { $schema, id, ...schema } = JSON.parse(
    readFileSync(new URL('../fixtures/schemas/adaptive-card-1.5.0.json', import.meta.url), 'utf8'),
  ) as Record<string, unknown>;
  if (typeof $schema !== 'string' || typeof id !== 'string') throw new Error('This is not the Adaptive Cards schema');
  const ajv = new Ajv({ strict: false, allErrors: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  return (card) => (validate(card) ? [] : [`schema: ${ajv.errorsText(validate.errors, { dataVar: 'card' })}`]);
}

function schemaProblems(plain: Thing): string[] {
  return matchesSchema(plain);
}

function sizeProblems(what: string, card: Thing): string[] {
  const size = JSON.stringify(card).length;
  return size > maxCardCharacters ? [`${what} has ${size} characters`] : [];
}

function thingProblems(thing: Thing): string[] {
  const named = `${typeof thing['type'] === 'string' ? thing['type'] : ''} ${JSON.stringify(thing['text'] ?? thing['id'] ?? thing['title'] ?? '').slice(0, 60)}`;
  switch (thing['type']) {
    case 'TextBlock':
      return [
        ...(thing['wrap'] === true ? [] : [`${named} does not wrap`]),
        ...(typeof thing['text'] === 'string' && thing['text'].trim() !== '' ? [] : [`${named} is empty`]),
      ];
    case 'RichTextBlock':
      return runsIn(thing).join('').trim() === '' ? [`${named} is empty`] : [];
    case 'Input.Text':
    case 'Input.ChoiceSet':
      return [
        ...(thing['label'] ? [] : [`${named} has no label`]),
        ...(thing['isRequired'] === true && !thing['errorMessage'] ? [`${named} has no errorMessage`] : []),
      ];
    case 'Input.Toggle':
      return thing['title'] && thing['wrap'] === true ? [] : [`${named} has no title or does not wrap`];
    case 'ColumnSet':
      return Array.isArray(thing['columns']) && thing['columns'].length > 2 ? [`${named} has more than 2 columns`] : [];
    case 'Image':
      return thing['altText'] ? [] : [`${named} has no altText`];
    case 'Action.Execute':
      return executeProblems(thing, named);
    default:
      return [];
  }
}

function executeProblems(action: Thing, named: string): string[] {
  const { fallback, data, verb } = action;
  if (typeof verb !== 'string' || !isThing(data)) return [`${named} lacks verb or data`];
  if (!isThing(fallback) || fallback['type'] !== 'Action.Submit') return [`${named} has no Action.Submit as fallback`];
  const allowed: Readonly<Record<string, readonly string[]>> = {
    walk: ['sessionId', 'step', 'option'],
    say: ['words'],
    lookUp: [],
    ticket: ['ticketNumber', 'step', 'option'],
    request: ['ticketNumber', 'step', 'option'],
    tickets: ['filter', 'hours', 'page'],
    requests: ['page'],
    channel: ['option'],
    admin: ['option', 'id'],
  };
  const strange = Object.keys(data).filter((key) => !allowed[verb]?.includes(key));
  return [
    ...(JSON.stringify(sorted(fallback['data'])) === JSON.stringify(sorted({ ...data, verb }))
      ? []
      : [`${named}: its fallback says something else`]),
    ...(fallback['title'] === action['title'] ? [] : [`${named}: its fallback has another title`]),
    ...(allowed[verb] ? strange.map((key) => `${named} carries ${key}`) : [`${named} has the unknown verb ${verb}`]),
  ];
}

function sorted(data: Json | undefined): Json {
  return isThing(data) ? Object.fromEntries(Object.entries(data).sort(([a], [b]) => a.localeCompare(b))) : null;
}

function barProblems({ actions }: Thing): string[] {
  return Array.isArray(actions) && actions.length > maxActionsInBar ? [`a bar has ${actions.length} actions`] : [];
}

function textProblems(text: string, given: readonly string[]): string[] {
  const own = given.reduce((rest, part) => (part === '' ? rest : rest.replaceAll(part, '')), text);
  const odd = /\$\{|\bundefined\b|\bnull\b|\bNaN\b|\[object |\{\{(?!DATE\(|TIME\()/.exec(own);
  return odd ? [`"${own.slice(0, 80)}" shows ${odd[0]}`] : [];
}

function idProblems(card: Thing): string[] {
  // An element and its fallback are the same thing to the one who answers, so they share an id.
  const ids = things(withFallbacks(card)).flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  const targets = things(card).flatMap(({ targetElements }) =>
    Array.isArray(targetElements) ? targetElements.map(String) : [],
  );
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `the id ${id} is there twice`),
    ...targets.filter((id) => !ids.includes(id)).map((id) => `nothing has the id ${id}`),
  ];
}
