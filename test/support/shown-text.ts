import MarkdownIt from 'markdown-it';
import { runsIn, things } from './check-card.js';

const harmless = ['paragraph_open', 'paragraph_close', 'inline', 'text', 'text_special', 'softbreak'];

/** What a reader sees. `active` are the things in it that are more than text: links, emphasis, lists, code, HTML. */
export interface Shown {
  readonly text: string;
  readonly active: readonly string[];
}

/** What a reader sees of a markdown text, paragraph by paragraph. */
export function shownText(markdown: string, options: { html: boolean }): Shown {
  return rendered(new MarkdownIt(options), markdown);
}

/**
 * What a reader sees of a card, in reading order, where it is markdown and where it is runs; dates are filled in. Runs are text
 * as it is, but what Teams on iOS would make of one of them by itself is active as well.
 */
export function shownOnCard(card: object): readonly Shown[] {
  return things(card).flatMap((thing) => {
    const { type, text, facts } = thing;
    if (type === 'TextBlock' && typeof text === 'string') return [shownText(withDates(text), { html: true })];
    if (type === 'RichTextBlock') return [ofRuns(runsIn(thing))];
    if (!Array.isArray(facts)) return [];
    return facts
      .flatMap((fact) => Object.values(fact as Record<string, string>))
      .map((fact) => shownText(withDates(fact), { html: true }));
  });
}

/** Blanks as a browser shows them: one for many, none at the ends. */
export function evenBlanks(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What the shared parser of the phones knows, run by run (Teams-AdaptiveCards-Mobile, MarkDownBlockParser): besides, lists and some backslashes. */
const phones = new MarkdownIt('zero').enable(['emphasis', 'link']);
const listsOfPhones = /(?:^|[\n\r)\]])(?:[-+*]|\d+\.) /;
const backslashesOfPhones = /\\[*_[\]()]/;

function ofRuns(texts: readonly string[]): Shown {
  const active = texts.flatMap((text) => [
    ...rendered(phones, text).active,
    ...(listsOfPhones.test(text) ? ['list'] : []),
    ...(backslashesOfPhones.test(text) ? ['escape'] : []),
  ]);
  return { text: texts.map(withDates).join(''), active };
}

function withDates(text: string): string {
  return text.replace(/\{\{(?:DATE|TIME)\([^)]*\)\}\}/g, '(a time)');
}

function rendered(reader: MarkdownIt, markdown: string): Shown {
  const tokens = reader.parse(markdown, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  const text = tokens
    .map(({ type, content }) =>
      type === 'paragraph_close' ? '\n' : type === 'softbreak' ? '\n' : type === 'inline' ? '' : content,
    )
    .join('');
  return { text: text.trimEnd(), active: tokens.flatMap(({ type }) => (harmless.includes(type) ? [] : [type])) };
}
