import { commandLine, type CommandLine, type OptionKind } from './command-options.js';
import { isOrdinary } from './ordinary-words.js';
import { isCode, looksSecret, standsForSecret } from './looks.js';
import type { Span } from './span.js';
import { valueAt, type Value } from './value.js';
import { accountMark, type Whereabouts } from './whereabouts.js';

/** `-p x`, `/pass:x`, `--user=x`, `-Password "x"`, `-pSecret1`; a name, how its value is joined to it, and where that begins. */
const option =
  /(?<![^\s"'`(|;&,>=])(?<sign>--?|\/|[–—])(?<name>[a-z][\w-]{0,60})(?<joint>[ \t]{0,3}[:=][ \t]{0,9}|[ \t]{1,20}|(?=[^\w\s-]|$))/gi;

interface Option {
  readonly sign: string;
  readonly name: string;
  readonly nameAt: number;
  readonly joint: string;
  readonly at: number;
}

/** Passwords and accounts that are options of a command, in any order. */
export function findCommandOptions(text: string, known: Whereabouts): Span[] {
  const found: Span[] = [];
  let line: Option[] = [];
  let lineEnd = 0;
  for (const match of text.matchAll(option)) {
    if (match.index >= lineEnd) {
      found.push(...ofLine(text, line, known));
      line = [];
      lineEnd = endOfLine(text, match.index);
    }
    const { sign = '', name = '', joint = '' } = match.groups ?? {};
    const end = match.index + match[0].length;
    line.push({ sign, name, nameAt: end - joint.length - name.length, joint, at: end });
  }
  return [...found, ...ofLine(text, line, known)];
}

function ofLine(text: string, options: readonly Option[], known: Whereabouts): Span[] {
  const first = options[0];
  if (!first) return [];
  const start = text.lastIndexOf('\n', first.nameAt) + 1;
  const command = commandLine(
    text.slice(Math.max(start, first.nameAt - 400), endOfLine(text, (options.at(-1) as Option).at)),
    options.map(({ name }) => name),
  );
  return options.flatMap((each) => ofOption(text, each, command, known));
}

function ofOption(
  text: string,
  { sign, name, nameAt, joint, at }: Option,
  command: CommandLine,
  known: Whereabouts,
): Span[] {
  const kind = command.kindOf(name);
  if (kind !== undefined && sign === '/' && !/[:=]/.test(joint) && !command.blanks) return [];
  if (kind !== undefined && (joint !== '' || /["'“„]/.test(text[at] ?? '')))
    return valueOf(text, at, kind, joint, known);
  const glued = command.glued(name);
  return glued === undefined ? [] : valueOf(text, nameAt + 1, glued, ':', known);
}

function valueOf(text: string, at: number, kind: OptionKind, joint: string, known: Whereabouts): Span[] {
  const value = valueAt(text, at);
  if (!value) return [];
  const word = text.slice(value.start, value.end);
  const joined = /[:=]/.test(joint);
  if (standsForSecret(word)) return [];
  // The next option; but behind a colon anything may stand.
  if (!joined && !value.quoted && /^(?:--?|\/)[a-z?]/i.test(word) && !looksSecret(word.slice(1))) return [];
  if (kind === 'password') return ofPassword(value, word, joined);
  const [name, password] = kind === 'credentials' ? split(word) : [word];
  if (
    /^[-–/+<>|&]/.test(name) ||
    word.includes('://') ||
    /\.(?:exe|dll|ps1|cmd|bat|txt|log|xml|csv|msi|js|py|git|json)$/i.test(name) ||
    isCode(name)
  )
    return [];
  // In a sentence: "the /user option".
  if (!joined && !value.quoted && isOrdinary(name)) return password === undefined ? [] : afterColon(value, name);
  const account = ofAccount(value.start, name, known);
  // `-u "ada":"Secret1"`.
  const apart =
    kind === 'credentials' && value.quoted && text[value.end + 1] === ':' ? valueAt(text, value.end + 2) : undefined;
  if (apart) return [...account, { start: apart.start, end: apart.end, mark: 'password' }];
  return password === undefined ? account : [...account, ...afterColon(value, name)];
}

function ofPassword(value: Value, word: string, joined: boolean): Span[] {
  if (!joined && !value.quoted && (isOrdinary(word) || /^\d{1,5}(?::\d{1,5})?$/.test(word))) return [];
  // OpenSSL says where its password comes from.
  const source = /^(?:pass):/.exec(word)?.[0].length ?? 0;
  if (/^(?:file|env|fd|stdin)(?::|$)/.test(word)) return [];
  return [{ start: value.start + source, end: value.end, mark: 'password' }];
}

function afterColon(value: Value, name: string): Span[] {
  return [{ start: value.start + name.length + 1, end: value.end, mark: 'password' }];
}

/** `ada:Secret1`, `ada%Secret1`; not the colon of a drive. */
function split(word: string): readonly [string, string?] {
  const at = word.search(/(?<=[\w.@\\-]{2})[:%](?=\S)|(?<=^\w)[:%](?=[^\s\\/])/);
  return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}

/** Accounts of Windows itself stay. */
const systemAccounts =
  /^(?:(?:nt[ -]?(?:authority|autorität)\\)?(?:system|local ?system|network ?service|local ?service|lokaler dienst|netzwerkdienst)|\.|root|git)$/i;

export function ofAccount(start: number, name: string, known: Whereabouts): Span[] {
  return name === '' || systemAccounts.test(name)
    ? []
    : [{ start, end: start + name.length, mark: accountMark(name, known) }];
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
