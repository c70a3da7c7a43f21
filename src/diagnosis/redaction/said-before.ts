import { looksSecret } from './looks.js';
import { isOrdinary } from './ordinary-words.js';
import type { SecretName } from './secret-names.js';
import type { Value } from './value.js';

const owners = new Set(
  'my our your his her its the a an as this mein meine unser unsere ihr sein dein das dem der ein als neues altes new old temporary initial windows vpn wlan wifi wi-fi admin'.split(
    ' ',
  ),
);
const verbs = new Set('is was as for are ist war als für sind lautet'.split(' '));

/** "… is the new Windows password" has four words between. */
const mostBetween = 5;

/** `hunter2 is my password`, `sign in with ada and hunter2 as password`, `Sommer2024 ist mein Kennwort`. */
export function saidBefore(text: string, name: SecretName): readonly Value[] {
  let at = name.start;
  let verb = false;
  for (let count = 0; count <= mostBetween; count += 1) {
    const word = wordBefore(text, at);
    if (!word) return [];
    const said = text.slice(word.start, word.end).toLowerCase();
    if (verbs.has(said)) verb = true;
    else if (!owners.has(said)) return verb ? secret(text, word) : [];
    at = word.start;
  }
  return [];
}

function secret(text: string, { start, end }: { readonly start: number; readonly end: number }): readonly Value[] {
  const quoted = quotedBefore(text, end);
  if (quoted) return [quoted];
  let from = start;
  let to = end;
  while (from < to && '"\'“„‘’(`'.includes(text[from] as string)) from += 1;
  while (to > from && '"\'”“’)`,;:'.includes(text[to - 1] as string)) to -= 1;
  const said = text.slice(from, to);
  // A word with a digit alone may be the name of a PC: "PC0815 is my password test".
  return looksSecret(said) && said.length >= 6 ? [{ start: from, end: to, quoted: false }] : [];
}

/** `"blue cup" is my password`: what ends with a quote began with one. */
function quotedBefore(text: string, end: number): Value | undefined {
  const last = text[end - 1] ?? '';
  const first = { '"': '"', '”': '“', '“': '„', "'": "'" }[last];
  if (first === undefined) return undefined;
  const floor = Math.max(0, end - 80);
  const inside = text.slice(floor, end - 1);
  const start = inside.lastIndexOf(first) + floor + 1;
  const said = text.slice(start, end - 1);
  return start > floor && said.length >= 4 && !/[\r\n[\]]/.test(said) && !isOrdinary(said)
    ? { start, end: end - 1, quoted: true }
    : undefined;
}

const longestWord = 64;

function wordBefore(text: string, before: number): { readonly start: number; readonly end: number } | undefined {
  let end = before;
  while (end > 0 && before - end < 4 && (text[end - 1] === ' ' || text[end - 1] === '\t' || text[end - 1] === '\u00a0'))
    end -= 1;
  if (end === before) return undefined;
  let start = end;
  while (start > 0 && end - start < longestWord && !/[\s[\]]/.test(text[start - 1] as string)) start -= 1;
  return start === end || end - start === longestWord ? undefined : { start, end };
}
