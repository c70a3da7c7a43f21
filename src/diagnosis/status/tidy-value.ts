import type { ValueShape } from './known-keys.js';

/** The value of a key as it stands between the separator and whatever comes next in the line. */
export function tidyValue(raw: string, shape: ValueShape): string {
  // `KeySignTest: : MUST Run elevated` was printed until 1709.
  let value = withoutPair(withoutEnd(raw.replace(/^[\s:=]+/, ''), ' |`\\'));
  if (value === '**' || value === '*') return value;
  value = value.replace(/^\*\* ?/, '').replace(/\*\*$/, '').trim();
  // What somebody wrote behind a YES, or a key that is not known and touches it, is not part of it.
  if (shape === 'flag') value = value.replace(/^(YES|NO)(?:(?=[A-Z][a-z])| +(?=[^ ([])).*$/, '$1');
  return value;
}

function withoutPair(value: string): string {
  const open = value.charAt(0);
  if (open !== '"' && open !== "'") return value;
  const close = withoutEnd(value, ',; ');
  return close.length > 1 && close.endsWith(open) ? close.slice(1, -1).trim() : value.slice(1);
}

function withoutEnd(value: string, characters: string): string {
  let end = value.length;
  while (end > 0 && characters.includes(value.charAt(end - 1))) end -= 1;
  return value.slice(0, end);
}
