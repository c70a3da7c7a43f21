import { isMarked, partsOf, unmarked } from './marked.js';

type Json = null | string | number | boolean | readonly Json[] | { readonly [name: string]: Json | undefined };
type Thing = { readonly [name: string]: Json | undefined };

/** One run of a RichTextBlock. */
export interface Run {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'Bolder';
}

/** What a TextBlock says of its text and a RichTextBlock of each of its runs (the published schema of 1.5). */
const ofText = ['color', 'fontType', 'isSubtle', 'size', 'weight'];

/** What only a TextBlock has; a RichTextBlock always wraps. */
const ofTextBlock = ['type', 'text', 'wrap', 'maxLines', 'style'];

/**
 * The card with what was given in runs, which no client reads as markdown or HTML, and which show it sign by sign: a TextBlock
 * with something given in it becomes a RichTextBlock of the same look. Phones show most backslashes and character references of
 * a TextBlock as they are (microsoft/Teams-AdaptiveCards-Mobile, MarkDownParser; MicrosoftDocs/msteams-docs 5793, 10997).
 * Places that show text as it is, such as titles, only lose the marks.
 */
export function withRuns(card: object): object {
  return shown(card as Thing) as object;
}

function shown(card: Json): Json {
  if (typeof card === 'string') return unmarked(card);
  if (Array.isArray(card)) return card.map(shown);
  if (!isThing(card)) return card;
  switch (card['type']) {
    case 'TextBlock':
      return typeof card['text'] === 'string' && isMarked(card['text']) ? richText(card, card['text']) : card;
    case 'RichTextBlock':
      return { ...card, inlines: Array.isArray(card['inlines']) ? card['inlines'].flatMap(inlines) : [] };
    case 'FactSet':
      if (isMarked(JSON.stringify(card)))
        throw new Error('A FactSet has markdown and no runs: what was given stands in cards/parts/facts.json');
      return card;
    default:
      // What a button sends is not shown.
      return mapped(card, (value, name) => (name === 'data' ? value : value && shown(value)));
  }
}

/** The runs of a sentence. Of our own markdown only bold has a meaning in it. */
export function runsOf(text: string): readonly Run[] {
  let bold = false;
  return partsOf(text).flatMap((part) => {
    if (part.given) return harmless(part.text).map((piece) => run(piece, bold));
    return part.text.split('**').flatMap((piece, index) => {
      if (index > 0) bold = !bold;
      return piece === '' ? [] : [run(piece, bold)];
    });
  });
}

function run(text: string, bold: boolean): Run {
  return { type: 'TextRun', text, ...(bold && { weight: 'Bolder' }) };
}

function richText(block: Thing, text: string): Thing {
  const style = mapped(block, (value, name) => (ofText.includes(name) ? value : undefined));
  const rest = mapped(block, (value, name) =>
    ofText.includes(name) || ofTextBlock.includes(name) ? undefined : value,
  );
  return { type: 'RichTextBlock', ...rest, inlines: runsOf(text).map((each) => ({ ...style, ...each })) };
}

function inlines(inline: Json): readonly Json[] {
  if (!isThing(inline) || typeof inline['text'] !== 'string' || !isMarked(inline['text'])) return [inline];
  return runsOf(inline['text']).map((each) => ({ ...inline, ...each }));
}

/**
 * Where a run has to end so that it says nothing by itself. Every client fills in dates, run by run; Teams on iOS still
 * looks for markdown in each run, although Adaptive Cards 1.2 took it out (UtiliOS.mm, buildIntermediateResultForText, with the
 * parser of MarkDownBlockParser.cpp): links, lists, and a backslash before a sign.
 */
const seams =
  /(?<=\{)(?=\{(?:DATE|TIME)\()|(?<=\])(?=\()|(?<=\\)(?=[*_[\]()])|(?<=(?:^|[\n\r)\]\\*_])(?:[-+*]|\d+[.)]))(?=\s)/g;

/** What was given, in pieces none of which any client takes for more than text; put together they are what was given. */
function harmless(given: string): readonly string[] {
  const signs = [...given.matchAll(/\*+|_+/g)].filter(({ 0: found, index }) =>
    mayEmphasize(found, given[index - 1], given[index + found.length]),
  );
  // One alone has nothing to end, so a piece may have one.
  const ends = [
    ...signs.slice(0, -1).map(({ 0: found, index }) => index + found.length),
    ...[...given.matchAll(seams)].map(({ index }) => index),
  ];
  const cuts = [0, ...new Set(ends.toSorted((a, b) => a - b)), given.length];
  return cuts.slice(1).map((end, index) => given.slice(cuts[index], end));
}

/** Not between blanks, nor low lines within a word. */
function mayEmphasize(signs: string, before = ' ', after = ' '): boolean {
  const within = signs.startsWith('_') && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
  return !within && !(/\s/.test(before) && /\s/.test(after));
}

function mapped(thing: Thing, change: (value: Json | undefined, name: string) => Json | undefined): Thing {
  return Object.fromEntries(
    Object.entries(thing).flatMap(([name, value]) => {
      const changed = change(value, name);
      return changed === undefined ? [] : [[name, changed]];
    }),
  );
}

function isThing(node: Json): node is Thing {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}
