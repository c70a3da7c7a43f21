import type { ValueShape } from './known-keys.js';

/** The value of a key as it stands between the separator and whatever comes next in the line. */
export function tidyValue(raw: string, shape: ValueShape): string {
  // `KeySignTest: : MUST Run elevated` was printed until 1709.
  let value = withoutQuotes(withoutEnd(raw.replace(/^[\s:=]+/, ''), ' |`\\'));
  // Bold marks, but not stars that hide a value.
  value = value
    .replace(/^\*\*(?=[^*])/, '')
    .replace(/(?<=[^*])\*\*$/, '')
    .trim();
  return withoutRemark(value, shape);
}

/** What somebody wrote behind a value, or a key that is not known and touches it, is not part of the value. */
function withoutRemark(value: string, shape: ValueShape): string {
  switch (shape) {
    case 'flag':
      return /^(?:YES|NO)(?=[A-Z][a-z]|[ ,.;!?]+[^ ])/i.exec(value)?.[0] ?? value;
    case 'word':
      return /^[^\s[<({]\S*(?= +[^ ([])/.exec(value)?.[0] ?? value;
    case 'id':
      return /^\{?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}?(?= +[^ (])/i.exec(value)?.[0] ?? value;
    case 'test':
    case 'code':
    case 'time':
    case 'url':
    case 'text':
      return value;
  }
}

/** A string of JSON ends at its second quote. */
function withoutQuotes(value: string): string {
  if (!value.startsWith('"')) return value;
  const close = value.indexOf('"', 1);
  if (close === -1) return value.slice(1);
  return /^"[\s,;}\]"]*$/.test(value.slice(close)) ? value.slice(1, close).trim() : value;
}

function withoutEnd(value: string, characters: string): string {
  let end = value.length;
  while (end > 0 && characters.includes(value.charAt(end - 1))) end -= 1;
  return value.slice(0, end);
}
