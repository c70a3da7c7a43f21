import { isOrdinary } from './ordinary-words.js';
import { looksSecret, standsForSecret } from './looks.js';
import { ofAccount } from './command-lines.js';
import type { Span } from './span.js';
import { endOfMatch, valueAt, type Value } from './value.js';
import type { Whereabouts } from './whereabouts.js';

const commands =
  /(?<![\w-])(?:(?<use>net1?(?:\.exe)?[ \t]{1,9}use)|(?<user>net1?(?:\.exe)?[ \t]{1,9}user)|(?<dial>rasdial(?:\.exe)?)|(?<bind>(?:ldifde|csvde)(?:\.exe)?)|(?<secure>ConvertTo-SecureString)|(?<credential>(?:PSCredential|NetworkCredential)["'\])]{0,3}(?:[ \t]{1,9}-ArgumentList|::new)?)|(?<localUser>(?:New|Set)-LocalUser)|(?<member>(?:Get-Credential|(?:Add|Remove)-LocalGroupMember))|(?<bits>bitsadmin(?:\.exe)?[ \t]{1,9}\/setcredentials)|(?<wpa>wpa_passphrase)|(?<variable>setx?(?:\.exe)?[ \t]{1,9}["']?[\w-]{0,40}(?:password|passwd|pwd|secret|token|api_?key)["']?)|(?<key>netsh[ \t]{1,9}wlan[^\r\n|]{1,200}?[ \t]key)|(?<echo>echo))(?=[\s(=[]|$)/gi;

/** Passwords that are told by their place in a command: `net use Z: \\server\share Secret1`. */
export function findPositionalPasswords(text: string, known: Whereabouts): Span[] {
  const found: Span[] = [];
  for (const { index, 0: all, groups = {} } of text.matchAll(commands)) {
    const at = index + all.length;
    if (groups['use'] !== undefined) found.push(...ofUse(text, at));
    else if (groups['user'] !== undefined) found.push(...ofUser(text, at, known));
    else if (groups['dial'] !== undefined) found.push(...ofDial(text, at, known));
    else if (groups['bind'] !== undefined) found.push(...ofBind(text, at, known));
    else if (groups['secure'] !== undefined) found.push(...ofSecureString(text, index, at));
    else if (groups['credential'] !== undefined) found.push(...ofCredential(text, at, known));
    else if (groups['localUser'] !== undefined) found.push(...ofLocalUser(text, at));
    else if (groups['member'] !== undefined) found.push(...ofMember(text, at, known));
    else if (groups['bits'] !== undefined) found.push(...password(argumentsAt(text, at, 5)[4]));
    else if (groups['wpa'] !== undefined) found.push(...password(argumentsAt(text, at, 2)[1]));
    else if (groups['variable'] !== undefined) found.push(...password(argumentsAt(text, at, 1)[0]));
    else if (groups['key'] !== undefined) found.push(...password(argumentsAt(text, at, 1)[0], 'key'));
    else found.push(...ofEcho(text, at));
  }
  return found;
}

interface Argument extends Value {
  readonly word: string;
  readonly isOption: boolean;
}

/** At most so many words of a command, as far as it goes on in this line. */
function argumentsAt(text: string, from: number, most: number): readonly Argument[] {
  const found: Argument[] = [];
  const blank = /[ \t=]{0,9}/y;
  const place = /(?:[a-z]:|\*|\\\\[^\s"']+)(?=\s|$)/iy;
  for (let at = from; found.length < most;) {
    at = endOfMatch(blank, text, at) ?? at;
    if (/[\r\n|<>]/.test(text[at] ?? '\n')) break;
    const end = endOfMatch(place, text, at);
    const value = end === undefined ? valueAt(text, at) : { start: at, end, quoted: false };
    if (!value) break;
    const word = text.slice(value.start, value.end);
    found.push({ ...value, word, isOption: !value.quoted && /^[-–—/][a-z?]/i.test(word) });
    at = value.quoted ? value.end + 1 : value.end;
    // The command ends with its sentence.
    if (/[.,;)&]/.test(text[at] ?? '')) break;
  }
  return found;
}

function password(value: Argument | undefined, mark: 'password' | 'key' = 'password'): Span[] {
  return value && !standsForSecret(value.word) && (value.quoted || !isOrdinary(value.word))
    ? [{ start: value.start, end: value.end, mark }]
    : [];
}

/** The password is behind the share, or behind an option. */
function ofUse(text: string, at: number): Span[] {
  const all = argumentsAt(text, at, 7);
  return all.flatMap((each, index) => {
    const before = all[index - 1];
    const isPlace = /^(?:\\\\|\/\/|https?:)|^[a-z]:$|^lpt\d$/i.test(each.word);
    if (isPlace || each.isOption || !before || each.word === '*') return [];
    return before.isOption || /^(?:\\\\|\/\/|https?:)/i.test(before.word) ? password(each) : [];
  });
}

/** `net user ada Secret1 /add`; without `/domain` the account is one of this PC. */
function ofUser(text: string, at: number, known: Whereabouts): Span[] {
  const all = argumentsAt(text, at, 4);
  const [name, secret] = all;
  if (!name || name.isOption) return [];
  // In a sentence: "the net user command".
  if (!name.quoted && isOrdinary(name.word) && !(secret && (secret.isOption || looksSecret(secret.word)))) return [];
  const isCommand = !secret || secret.isOption || secret.word === '*' || secret.quoted || !isOrdinary(secret.word);
  if (!isCommand) return [];
  const [span] = ofAccount(name.start, name.word, known);
  const isLocal = !all.some(({ word }) => /^\/do/i.test(word));
  return [
    ...(span ? [isLocal && all.length > 1 ? { ...span, mark: 'local account' as const } : span] : []),
    ...(secret && !secret.isOption ? password(secret) : []),
  ];
}

function ofDial(text: string, at: number, known: Whereabouts): Span[] {
  const [, name, secret] = argumentsAt(text, at, 3);
  return name && secret && !name.isOption && !secret.isOption
    ? [...ofAccount(name.start, name.word, known), ...password(secret)]
    : [];
}

/** `ldifde -b ada CONTOSO Secret1 -f out.ldf`. */
function ofBind(text: string, at: number, known: Whereabouts): Span[] {
  const all = argumentsAt(text, at, 8);
  const bind = all.findIndex(({ word }) => /^[-/]b$/i.test(word));
  const [name, , secret] = bind < 0 ? [] : all.slice(bind + 1);
  return name && secret ? [...ofAccount(name.start, name.word, known), ...password(secret)] : [];
}

/** `ConvertTo-SecureString "x" -AsPlainText -Force`, the string anywhere among the options, or piped into it. */
function ofSecureString(text: string, start: number, at: number): Span[] {
  const all = argumentsAt(text, at, 5);
  const found = all.flatMap((each, index) => {
    const before = all[index - 1];
    const isValue =
      !each.isOption &&
      (!before?.isOption || /^[-–—](?:s|string|asplaintext|force)$/i.test(before.word)) &&
      (index === 0 || before?.isOption === true);
    return isValue && !/^[-–—]key$/i.test(before?.word ?? '') ? password(each) : [];
  });
  return [...found, ...pipedInto(text, start)];
}

/** `'Secret1' | ConvertTo-SecureString …`. */
function pipedInto(text: string, start: number): Span[] {
  let at = start;
  const skip = (letters: string): string => {
    while (at > 0 && start - at < 20 && [...letters].includes(text[at - 1] as string)) at -= 1;
    return text[at - 1] ?? '';
  };
  if (skip(' \t') !== '|') return [];
  at -= 1;
  const quote = skip(' \t');
  if (quote !== '"' && quote !== "'") return [];
  const end = at - 1;
  const floor = Math.max(0, end - 200);
  const from = text.slice(floor, end).lastIndexOf(quote) + floor + 1;
  return from > floor && from < end && !standsForSecret(text.slice(from, end))
    ? [{ start: from, end, mark: 'password' }]
    : [];
}

/** `PSCredential("ada", (…))`, `[PSCredential]::new('ada', 'Secret1')`. */
function ofCredential(text: string, at: number, known: Whereabouts): Span[] {
  const open = /^[ \t]{0,9}\(?[ \t]{0,9}/.exec(text.slice(at, at + 20))?.[0].length ?? 0;
  const name = valueAt(text, at + open);
  if (!name) return [];
  const account = name.quoted ? ofAccount(name.start, text.slice(name.start, name.end), known) : [];
  const behind = name.end + (name.quoted ? 1 : 0);
  const comma = /^[ \t]{0,9},[ \t]{0,9}/.exec(text.slice(behind, behind + 20))?.[0].length;
  const secret = comma === undefined ? undefined : valueAt(text, behind + comma);
  return secret?.quoted === true ? [...account, { start: secret.start, end: secret.end, mark: 'password' }] : account;
}

function ofLocalUser(text: string, at: number): Span[] {
  const all = argumentsAt(text, at, 6);
  const named = all.findIndex(({ word }) => /^[-–—]n(?:ame)?$/i.test(word));
  const name = named >= 0 ? all[named + 1] : all[0];
  return name && !name.isOption && !standsForSecret(name.word) && (name.quoted || !isOrdinary(name.word))
    ? [{ start: name.start, end: name.end, mark: 'local account' }]
    : [];
}

function ofMember(text: string, at: number, known: Whereabouts): Span[] {
  const all = argumentsAt(text, at, 6);
  const named = all.findIndex(({ word }) => /^[-–—]m(?:ember)?$/i.test(word));
  const name = named >= 0 ? all[named + 1] : undefined;
  const first = /Credential$/i.test(text.slice(at - 14, at)) ? all[0] : undefined;
  const chosen = name ?? first;
  return chosen && !chosen.isOption && !standsForSecret(chosen.word) && (chosen.quoted || !isOrdinary(chosen.word))
    ? ofAccount(chosen.start, chosen.word, known)
    : [];
}

/** `echo Secret1 | runas …`: typed into a program that asks. */
function ofEcho(text: string, at: number): Span[] {
  const [first] = argumentsAt(text, at, 1);
  if (!first) return [];
  const bar = first.word.indexOf('|');
  const said = bar > 0 && !first.quoted ? { ...first, end: first.start + bar, word: first.word.slice(0, bar) } : first;
  return /^["']?[ \t]{0,9}\|[ \t]{0,9}(?:runas|sudo|su|docker|net|plink|psexec|sqlcmd|mysql|passwd|chpasswd|openssl|kinit|az|gh|npm)\b/i.test(
    text.slice(said.end, said.end + 40),
  )
    ? password(said)
    : [];
}
