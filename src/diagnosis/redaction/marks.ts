/**
 * Everything that can stand, in brackets, in the place of what was taken out. The words are read by people in every language, as the
 * names of fields in what they pasted are. `token`: API keys, cookies, certificates; `key`: of BitLocker, Windows and wireless networks.
 */
export const marks = [
  ...(['thumbprint', 'sid', 'token', 'password', 'key', 'body'] as const),
  ...(['address', 'account', 'local account', 'account of another domain', 'personal number', 'payment'] as const),
  ...(['ip', 'mac', 'proxy'] as const),
] as const;

export type Mark = (typeof marks)[number];

const pattern = `\\[(?:${marks.join('|')})\\]`;
const anywhere = new RegExp(pattern);
const everywhere = new RegExp(pattern, 'g');
const here = new RegExp(pattern, 'y');

/** Whether something was taken out of a text that came through `redact` or `redactSecrets`. */
export function holdsMark(redacted: string): boolean {
  return anywhere.test(redacted);
}

/** Whether a mark begins at this place. */
export function markAt(text: string, at: number): boolean {
  if (text[at] !== '[') return false;
  here.lastIndex = at;
  return here.test(text);
}

/** Where the marks of a text are, in order. */
export function placesOfMarks(text: string): readonly { readonly start: number; readonly end: number }[] {
  return Array.from(text.matchAll(everywhere), ({ index, 0: mark }) => ({ start: index, end: index + mark.length }));
}
