import MarkdownIt from 'markdown-it';

const harmless = ['paragraph_open', 'paragraph_close', 'inline', 'text', 'text_special', 'softbreak'];

/**
 * What a reader sees of a markdown text, paragraph by paragraph. `active` are the things in it that are more than text:
 * links, emphasis, lists, code, HTML.
 */
export function shownText(markdown: string, options: { html: boolean }): { readonly text: string; readonly active: readonly string[] } {
  const tokens = new MarkdownIt(options).parse(markdown, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  const text = tokens.map(({ type, content }) => (type === 'paragraph_close' ? '\n' : type === 'inline' ? '' : content)).join('');
  return { text: text.trimEnd(), active: tokens.flatMap(({ type }) => (harmless.includes(type) ? [] : [type])) };
}

/** Blanks as a browser shows them: one for many, none at the ends. */
export function evenBlanks(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
