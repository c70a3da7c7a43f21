import { looksSecret, standsForSecret } from './looks.js';
import { isOrdinary } from './ordinary-words.js';
import type { Span } from './span.js';
import { endOfMatch, valueAt } from './value.js';

const names =
  /(?<![\p{L}\p{N}])(?:login(?:daten| data)?|log-in|credentials?|creds|zugangsdaten|anmeldedaten|benutzerdaten|sign-in data|user(?:name)?[ ]?\/[ ]?(?:password|pass|pw)|benutzer(?:name)?[ ]?\/[ ]?(?:passwort|kennwort|pw))["'*_]{0,2}(?:[ \t]{0,9}[:=]|[ \t]{1,3}(?:is|are|ist|sind|lauten|lautet|for|für|with|mit|as|als)(?:[ \t]{0,3}:)?|)[ \t]{1,9}/giu;

const between =
  /(?<strong>[ \t]{0,3}(?:\/|:|\|)[ \t]{0,3})|[ \t]{0,3}[,;][ \t]{1,3}|[ \t]{1,3}(?:(?:and|und|with|mit|\+|-)[ \t]{1,3})?/y;

/** A name and a password in a row: `Login: ada / Secret1`, `credentials ada:Secret1`. */
export function findCredentials(text: string): Span[] {
  const found: Span[] = [];
  for (const { index, 0: all } of text.matchAll(names)) {
    const name = endOfMatch(/["'`]?[\p{L}\p{N}][\p{L}\p{N}._\\@+-]{0,80}["'`]?/uy, text, index + all.length);
    if (name === undefined) continue;
    between.lastIndex = name;
    const joint = between.exec(text);
    const value = joint ? valueAt(text, name + joint[0].length) : undefined;
    if (!joint || !value) continue;
    const word = text.slice(value.start, value.end);
    if (standsForSecret(word) || isOrdinary(word)) continue;
    const plain =
      joint.groups?.['strong'] !== undefined && /[:=]/.test(all) && !isOrdinary(text.slice(index + all.length, name));
    if (plain || (looksSecret(word) && /\d/.test(word)))
      found.push({ start: value.start, end: value.end, mark: 'password' });
  }
  return found;
}
