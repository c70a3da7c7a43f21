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
      found.push({
        start,
        end,
        mark: name.kind === 'key' || name.kind === 'wireless' ? 'key' : name.kind === 'token' ? 'token' : 'password',
      });
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
  const mayHoldBlanks =
    joint === 'element' || joint === 'registry' || (joint === 'assigned' && /phrase|content|inhalt/i.test(called));
  const wholeLine = mayHoldBlanks && !/["'“„]/.test(text[at] ?? ' ');
  const value = wholeLine ? lineAt(text, at) : valueAt(text, at);
  if (!value) return undefined;
  const word = text.slice(value.start, value.end);
  if (standsForSecret(word) || isCode(word) || isOrdinary(word)) return undefined;
  if ((joint === 'column' || joint === 'nextLine') && !looksSecret(word) && !isLast(text, value.end)) return undefined;
  if (joint === 'assigned' && !wholeLine && isSentence(text, value, word)) return undefined;
  return believed(name.kind, word, joint) ? value : undefined;
}

const restOfRow = /[ \t]{0,60}[|│]?[ \t]{0,20}(?:[\r\n]|$)/y;

/** Whether nothing but the border of a table follows in the line. */
function isLast(text: string, end: number): boolean {
  return matchesAt(restOfRow, text, end);
}

const goesOn =
  /[ \t]{1,3}(?:it|them|the|an?|your|you|sie|es|ihn|den|die|das|dem|eine?[nr]?|ihr|there|here|not|nicht)(?![\p{L}\p{N}])/iuy;

/** All that is in quotes is a sentence; or something is said to do (`the password (LAPS): save it before`). */
function isSentence(text: string, { start, end, quoted }: Value, word: string): boolean {
  if (quoted) return word.trim() === '' || (/^\S+(?:\s+\S+){4,}/.test(word) && /[.?!]$|\p{L}{2}[.,] /u.test(word));
  return /^\p{L}+$/u.test(word) && /\s/.test(text[start - 1] ?? '') && matchesAt(goesOn, text, end);
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
