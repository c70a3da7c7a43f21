import { isCode, isTechnical, looksSecret, standsForSecret } from './looks.js';
import { isOrdinary } from './ordinary-words.js';
import { secretNames, type SecretKind, type SecretName } from './secret-names.js';
import { joinedBy, type Joint } from './separators.js';
import { saidAfter } from './said-after.js';
import { saidBefore } from './said-before.js';
import type { Span } from './span.js';
import { lineAt, matchesAt, valueAt, type Value } from './value.js';

/** Passwords, PINs, secrets, keys and tokens beside their names: in files, tables and forms, and in sentences. */
export function findNamedSecrets(text: string): Span[] {
  const found: Span[] = [];
  let covered = 0;
  for (const name of secretNames(text)) {
    if (name.start < covered) continue;
    for (const { start, end } of secretsOf(text, name)) {
      found.push({ start, end, mark: name.kind === 'key' || name.kind === 'wireless' ? 'key' : name.kind === 'token' ? 'token' : 'password' });
      covered = Math.max(covered, end);
    }
  }
  return found;
}

function secretsOf(text: string, name: SecretName): readonly Value[] {
  const joined = joinedBy(text, name.start, name.end);
  if (joined) {
    const value = joinedValue(text, name, joined.at, joined.joint);
    if (value) return [value];
    if (joined.joint !== 'column' && joined.joint !== 'nextLine') return [];
  }
  return [...saidAfter(text, name), ...saidBefore(text, name)];
}

function joinedValue(text: string, name: SecretName, at: number, joint: Joint): Value | undefined {
  const called = text.slice(name.start, name.end);
  const mayHoldBlanks = joint === 'element' || joint === 'registry' || (joint === 'assigned' && /phrase|content|inhalt/i.test(called));
  const value = mayHoldBlanks && !/["'“„]/.test(text[at] ?? ' ') ? lineAt(text, at) : valueAt(text, at);
  if (!value) return undefined;
  const word = text.slice(value.start, value.end);
  if (standsForSecret(word) || isCode(word) || isOrdinary(word)) return undefined;
  if ((joint === 'column' || joint === 'nextLine') && !looksSecret(word) && !isLast(text, value.end)) return undefined;
  if (joint === 'assigned' && isSentence(text, name, value, word)) return undefined;
  return believed(name.kind, word, joint) ? value : undefined;
}

const restOfRow = /[ \t]{0,60}[|│]?[ \t]{0,20}(?:[\r\n]|$)/y;

/** Whether nothing but the border of a table follows in the line. */
function isLast(text: string, end: number): boolean {
  return matchesAt(restOfRow, text, end);
}

/** Words go on behind a plain one (`the password (LAPS): save it before`); or all that is in quotes is a sentence. */
function isSentence(text: string, name: SecretName, { end, quoted }: Value, word: string): boolean {
  if (quoted) return word.trim() === '' || (/^\S+(?:\s+\S+){4,}/.test(word) && /[.?!]$|\p{L}{2}[.,] /u.test(word));
  if (!/^\p{L}+$/u.test(word) || /(?:^|[\r\n{,;|>])["'*\s-]{0,9}[\p{L}\p{N}_-]{0,30}$/u.test(text.slice(Math.max(0, name.start - 40), name.start))) return false;
  return /^ \p{L}{2,}(?![\p{L}\p{N}]|[ \t]{0,3}[:=])/u.test(text.slice(end, end + 40)) && !/^ (?:and|but|or|please|for|on|und|aber|oder|bitte|für|auf)\b/i.test(text.slice(end, end + 12));
}

function believed(kind: SecretKind, word: string, joint: Joint): boolean {
  switch (kind) {
    case 'password':
    case 'secret':
    case 'wireless':
      return joint === 'assigned' || joint === 'element' || joint === 'registry' || !isTechnical(word);
    case 'pin':
      return looksSecret(word) || /^\d{3,12}$/.test(word);
    case 'key':
      return looksSecret(word) || (word.length >= 6 && !isTechnical(word)) || /^\d[\d -]{10,}$/.test(word);
    case 'token':
      return word.length >= 6 && looksSecret(word);
  }
}
