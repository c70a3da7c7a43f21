import { isCode, isTechnical, looksSecret, standsForSecret } from './looks.js';
import { isOrdinary } from './ordinary-words.js';
import type { SecretKind, SecretName } from './secret-names.js';
import { endOfMatch, matchesAt, valueAt, type Value } from './value.js';

/** A sentence says so many words at most between "password" and its verb ("the password that I used for my laptop is …"). */
const mostBetween = 7;

const word =
  /(?:[ \t\u00a0]{1,9}|[ \t]{0,9}\r?\n[ \t>]{0,9})[“„"'(]?(?<word>[\p{L}\p{N}][\p{L}\p{N}'’._\\@/-]{0,60})/uy;
const blank = /(?:[ \t\u00a0]{1,9}|[ \t]{0,9}\r?\n[ \t>]{0,9})/y;
const assignment = /[ \t]{0,9}[:=](?![\\/])[ \t]{0,9}(?:\r?\n[ \t>]{0,9})?/y;
const joint =
  /[ \t]{0,9}(?:,|\/|\+|&|→|->)?[ \t]{0,9}(?:\b(?:and|or|und|oder|bzw\.?|to|auf|zu|now|then|dann|jetzt|but not|nicht)\b[ \t]{1,9}){0,2}/iy;

/** `…, the new one is y`. */
const another =
  /[ \t]{0,3}[,;.]?[ \t]{1,3}(?:(?:and|und|but|aber)[ \t]{1,3})?(?:the|das|my|mein|now|jetzt)[ \t]{1,3}(?:(?:new|old|other|second|neue|alte|andere|zweite)[ \t]{1,3})?(?:one[ \t]{1,3})?(?:is|was|ist|war|lautet)[ \t]{1,3}/iy;

const verbs = new Set(
  'is was are were equals ist war sind waren lautet lautete lauten heißt heisst hieß sei wäre being becomes reads goes'.split(
    ' ',
  ),
);
const fillers = new Set(
  'now still currently just always also simply only set called the following like this that jetzt nun noch immer aktuell einfach nur weiterhin momentan zurzeit derzeit folgendes wie folgt und zwar im moment seit heute gestern probably maybe i think wohl vermutlich glaube ich again wieder bis gestern vorher früher bisher zuletzt until yesterday earlier before last previously'.split(
    ' ',
  ),
);
const denials = new Set('not nicht no never longer mehr n’t either weder neither'.split(' '));
const otherNames = new Set(
  'password passwords passwort passwörter kennwort kennwörter pin secret token pw pwd passphrase'.split(' '),
);
/** After these, what it is for is named, and the secret comes behind it. */
const links = new Set(
  'for of on at in to by from with for, für von vom des der zum zur im in am an auf bei beim mit zu used ist'.split(
    ' ',
  ),
);
const moves = new Set('to from into auf von in with mit as als namens named called using via'.split(' '));

/** `auf x geändert`. */
const changed =
  /["'”“’]?[ \t]{1,3}(?:ab|um|neu|zurück)?(?:geändert|gesetzt|gestellt|gewechselt|zurückgesetzt|umgestellt|vergeben)/iy;

/** `my password is x`, `das Kennwort für den Laptop lautet x`, `the PIN for it: 1234`, `changed the password from x to y`, `pw x`. */
export function saidAfter(text: string, name: SecretName): readonly Value[] {
  const contraction = endOfMatch(/['’]s(?=[ \t])/y, text, name.end);
  if (contraction !== undefined) return afterVerb(text, contraction, name, true);
  const beside = besideName(text, name);
  if (beside) return andMore(text, beside);

  let at = name.end;
  let linked = true;
  for (let count = 0; count < mostBetween; count += 1) {
    const assigned = count > 0 ? endOfMatch(assignment, text, at) : undefined;
    if (assigned !== undefined) {
      // `Token acquisition Test : FAIL` is a key of Windows.
      return linked || (name.kind !== 'token' && name.kind !== 'key') ? chosen(text, assigned, name, linked) : [];
    }
    word.lastIndex = at;
    const next = word.exec(text);
    const said = next?.groups?.['word'];
    if (!next || said === undefined) return [];
    const lower = said.toLowerCase();
    const end = at + next[0].length;
    // What is said behind another name is said of that.
    if (otherNames.has(lower)) return [];
    if (verbs.has(lower)) {
      const values = afterVerb(text, end, name, linked);
      if (values.length > 0 || lower !== 'was') return values;
    }
    if (moves.has(lower)) {
      const values = chosen(text, endOfMatch(blank, text, end) ?? end, name, false);
      const last = values.at(-1);
      if (last && matchesAt(changed, text, last.end)) return values;
      if (values.length > 0 && !links.has(lower)) return values;
      if (
        values.length > 0 &&
        /\b(?:set|chang|reset|geänder|gesetzt|änder|from|von)/i.test(text.slice(Math.max(0, name.start - 40), end))
      )
        return values;
    }
    if (count === 0 && !links.has(lower)) linked = false;
    // The sentence ends here.
    if (said.endsWith('.') && !/^(?:bzw|z|b|e|g|i|d|h|no|nr)\.$/i.test(said)) return [];
    at = end;
  }
  return [];
}

/** Directly behind its name, as in `pw Sommer2024` or `PIN 4711`. */
function besideName(text: string, { kind, start, end }: SecretName): Value | undefined {
  const listed = endOfMatch(/,[ \t]{1,3}/y, text, end);
  if (listed !== undefined) {
    // Between commas only what cannot be the name of a PC.
    const value = valueAt(text, listed);
    const said = value ? text.slice(value.start, value.end) : '';
    return looksSecret(said) && /\p{Ll}/u.test(said) && /\p{Lu}|[!#$%&*?]/u.test(said) && /\d/.test(said)
      ? value
      : undefined;
  }
  const at = endOfMatch(/(?:[ \t]{0,3}[-–—][ \t]|[ \t]?\(|[ \t\u00a0])/y, text, end);
  const value = at === undefined ? undefined : valueAt(text, at);
  if (!value) return undefined;
  const said = text.slice(value.start, value.end);
  if (standsForSecret(said) || isCode(said) || isOrdinary(said)) return undefined;
  if (kind === 'pin')
    return /^\d{4,8}$/.test(said) || (/^[\p{L}\d]{6,}$/u.test(said) && looksSecret(said)) ? value : undefined;
  if (kind === 'token' && said.length < 12) return undefined;
  if (value.quoted) return isTechnical(said) || /[\r\n]/.test(said) ? undefined : value;
  const called = text.slice(start, end).toLowerCase();
  // "to pass x" is what programs do.
  if (called === 'pass' || called === 'passes')
    return looksSecret(said) && /^[\p{L}\d]/u.test(said) && /\d/.test(said)
      ? value
      : afterUser(text, start, value, said);
  if (looksSecret(said) || (kind === 'password' && /^\d{6,12}$/.test(said))) return value;
  if (kind !== 'password') return undefined;
  return short.has(called) && /^\p{L}{4,}$/u.test(said) && endsClause(text, value.end)
    ? value
    : afterUser(text, start, value, said);
}

const short = new Set('pw pwd passwd psk pswd passw pword'.split(' '));
const user =
  /(?:user|username|login|benutzer|benutzername|konto|account|anmeldung|connect)["']?[ \t]{0,3}[:= ][ \t]{0,3}(?!(?:and|und|or|oder|name)\b)[^\s,;/]{2,40}[ \t]{0,3}[,;/]?[ \t]{1,3}(?:(?:and|und|with|mit)[ \t]{1,3})?(?:(?:the|my|das|dem)[ \t]{1,3})?$/i;

/** `user ada, password sunshine`: a plain word, where it is said whose it is. */
function afterUser(text: string, start: number, value: Value, said: string): Value | undefined {
  return /^\p{L}{4,}$/u.test(said) &&
    endsClause(text, value.end) &&
    user.test(text.slice(Math.max(0, start - 70), start))
    ? value
    : undefined;
}

function afterVerb(text: string, from: number, name: SecretName, sure: boolean): readonly Value[] {
  let at = from;
  let denied = false;
  for (let count = 0; count < 5; count += 1) {
    word.lastIndex = at;
    const next = word.exec(text);
    const said = next?.groups?.['word']?.toLowerCase();
    if (!next || said === undefined) break;
    if (denials.has(said)) denied = true;
    else if (!fillers.has(said)) break;
    at += next[0].length;
  }
  const start =
    endOfMatch(assignment, text, at) ?? endOfMatch(/[ \t]{0,3},[ \t]{1,3}/y, text, at) ?? endOfMatch(blank, text, at);
  return start === undefined ? [] : chosen(text, start, name, sure && !denied);
}

/** `sure`: it is said of the password itself, so that a plain word may be one too. */
function chosen(text: string, at: number, { kind, start, end }: SecretName, sure: boolean): readonly Value[] {
  const value = valueAt(text, at);
  if (!value) return [];
  const said = text.slice(value.start, value.end);
  if (standsForSecret(said) || isCode(said)) return [];
  const phrase =
    kind === 'password' && sure && !value.quoted
      ? phraseAt(text, value, /phrase/i.test(text.slice(start, end)))
      : undefined;
  if (phrase) return [phrase];
  if (!isSecret(text, value, said, kind, sure)) return [];
  return andMore(text, value);
}

function isSecret(text: string, value: Value, said: string, kind: SecretKind, sure: boolean): boolean {
  if (isOrdinary(said)) return false;
  if (kind === 'pin') return /^\d{4,12}$/.test(said) || (looksSecret(said) && /\d/.test(said));
  if (/^\d+$/.test(said)) return sure && said.length >= 4;
  if (looksSecret(said)) return (sure || !/\s/.test(said)) && (kind !== 'token' || said.length >= 8);
  if (!sure || isTechnical(said) || kind === 'token' || kind === 'key') return false;
  return value.quoted || /[^\p{L}]/u.test(said) || /\p{Ll}\p{Lu}/u.test(said) || endsClause(text, value.end);
}

const nextWord = /[ \t]{1,3}(?<word>[\p{L}’']{1,30})(?![\p{L}\p{N}])/uy;

/** After a plain word the sentence ends, or goes on with one of its small words: "is case sensitive" names none. */
function endsClause(text: string, end: number): boolean {
  if (matchesAt(clauseEnd, text, end)) return true;
  nextWord.lastIndex = end;
  const next = nextWord.exec(text)?.groups?.['word'];
  return next !== undefined && isOrdinary(next);
}

const clauseEnd = /[.,;:!?)\]"'”’]{0,3}(?:\s{0,3}$|[ \t]{0,9}[\r\n])|[.,;!?)][\s"”’]|[ \t]{1,3}[-–(]/y;

const phraseWord = /[ \t](?<word>[\p{L}\d]{1,30})(?![\p{L}\d@\\])/uy;

/** Several plain words in a row that are not what people say of passwords (`correct horse battery staple`); of a phrase also small ones. */
function phraseAt(text: string, first: Value, isPhrase: boolean): Value | undefined {
  let { end } = first;
  const said = [text.slice(first.start, first.end)];
  while (said.length < 9) {
    phraseWord.lastIndex = end;
    const next = phraseWord.exec(text)?.groups?.['word'];
    if (next === undefined || (!isPhrase && isOrdinary(next))) break;
    said.push(next);
    end += next.length + 1;
  }
  const plain = said.filter((each) => !isOrdinary(each)).length;
  const isOne = isPhrase ? plain >= 2 && said.slice(0, 2).some((each) => !isOrdinary(each)) : plain >= 3;
  const closes = matchesAt(/[.,;!?)"”’]{0,2}(?:\s|$)/y, text, end);
  return said.length >= 3 && isOne && closes && /^\p{L}+$/u.test(said[0] ?? '')
    ? { start: first.start, end, quoted: false }
    : undefined;
}

/** `hunter2 and Sommer2024`, `from x to y`: more of them in a row. */
function andMore(text: string, first: Value): readonly Value[] {
  const values = [first];
  for (let last = first; values.length < 4;) {
    const behind = last.quoted ? (endOfMatch(/["'“”’»`]?/y, text, last.end) ?? last.end) : last.end;
    const at = endOfMatch(another, text, behind) ?? endOfMatch(joint, text, behind);
    if (at === undefined || at === behind) break;
    const next = valueAt(text, at);
    if (!next) break;
    const said = text.slice(next.start, next.end);
    if (standsForSecret(said) || !looksSecret(said) || !/\d/.test(said)) break;
    values.push(next);
    last = next;
  }
  return values;
}
