import { maxTypedCharacters } from '../limits.js';
import { commands, type Command } from './commands.js';

/** What a typed text means by itself, before the walk it stands in is looked at. */
export type Understood =
  /** `exact`: the words of the command; otherwise a sentence that sounds like it. */
  | { readonly kind: 'command'; readonly command: Command; readonly argument: string; readonly exact: boolean }
  | { readonly kind: 'pcName'; readonly name: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'words'; readonly words: string };

/** Characters of a text in which it says what it is about. What is longer is a paste, or goes on about it. */
const longestStory = 10_000;

/** Reads a typed text: any case, blanks of any kind, a leading slash, closing punctuation. */
export function understand(text: string): Understood {
  const words = tidy(text);
  if (words === '') return { kind: 'nothing' };
  const said = wordsOf(words.slice(0, longestStory));
  const command = commandIn(words, said);
  if (command) return command;
  const pc = pcNameIn(words);
  if (pc !== undefined) return { kind: 'pcName', name: pc };
  if (asksForHelpWithJoining(said)) return troubleshoot;
  return { kind: 'words', words };
}

/** One line without odd blanks; invisible characters that chat clients insert are gone. */
export function tidy(text: string): string {
  return text
    .slice(0, maxTypedCharacters)
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** For comparing: lower case, no slash in front, no punctuation at the end. */
export function comparable(words: string): string {
  return tidy(words)
    .toLowerCase()
    .replace(/^\//, '')
    .replace(/[.!…]$/, '')
    .trim();
}

/** Characters in which a command stands that has something behind it; the longest has about 30. */
const longestCommand = 200;

function commandIn(words: string, each: ReadonlySet<string>): Understood | undefined {
  const said = comparable(words.slice(0, longestCommand));
  // "Devices won't join" begins like the administrators' command, and is somebody's trouble.
  const telling = !words.includes('@') && tellsOfTroubleJoining(each);
  for (const { command, way } of ways) {
    if (said === way) return { kind: 'command', command, argument: '', exact: true };
    if (
      command.argument !== undefined &&
      (command.freeText || !telling) &&
      /^[ :]/.test(said.slice(way.length)) &&
      said.startsWith(way)
    ) {
      const argument = words
        .replace(/^\//, '')
        .slice(way.length)
        .replace(/^\s*:?\s*(?:(?:of|von)\s)?/i, '')
        .trim();
      return { kind: 'command', command, argument, exact: true };
    }
  }
  return undefined;
}

/** The longest first: one command's words may begin with another's. */
const ways = commands
  .flatMap((command) => command.words.map((way) => ({ command, way })))
  .toSorted((a, b) => b.way.length - a.way.length);

const startOfTroubleshoot = commands.find((command) => command.id === 'troubleshoot');
if (!startOfTroubleshoot) throw new Error('The command troubleshoot is missing');
const troubleshoot: Understood = { kind: 'command', command: startOfTroubleshoot, argument: '', exact: false };

/** `my pc is PC-0142`, `pc PC-0142`, or a single word that looks like a computer's name (NetBIOS: at most 15 characters). */
function pcNameIn(words: string): string | undefined {
  const said = withoutPunctuation(words);
  const named =
    /^(?:(?:my|the|mein|der) )?(?:pc|laptop|computer|rechner)(?:'s)?(?: name)?(?: is| ist| heißt|:) ([\w-]{1,63})$/i.exec(
      said,
    )?.[1];
  if (named !== undefined) return notNames.includes(named.toLowerCase()) ? undefined : named;
  const alone = /^(?:(?:my|the|mein|der) )?(?:(?:pc|laptop|computer|rechner) )?([\w-]{3,15})$/i.exec(said)?.[1];
  return alone !== undefined && /[a-z]/i.test(alone) && /\d/.test(alone) && !codes.test(alone) ? alone : undefined;
}

/** A loop and no expression: one would look for the end anew at every mark. */
function withoutPunctuation(words: string): string {
  let end = words.length;
  while (end > 0 && '?.!,;'.includes(words.charAt(end - 1))) end -= 1;
  return words.slice(0, end);
}

/** What a PC is said to be, rather than be called. */
const notNames = [
  'joined',
  'registered',
  'broken',
  'slow',
  'new',
  'old',
  'stuck',
  'offline',
  'pending',
  'disabled',
  'locked',
  'blocked',
  'deleted',
  'removed',
  'gone',
  'missing',
  'unknown',
  'managed',
  'compliant',
  'beigetreten',
  'registriert',
  'kaputt',
  'neu',
  'alt',
  'ausstehend',
  'gesperrt',
  'deaktiviert',
  'gelöscht',
  'entfernt',
  'weg',
  'unbekannt',
  'abgeschaltet',
];

/** Codes and products that have the shape of a computer's name. */
const codes =
  /^(?:(?:office|microsoft|teams|outlook|win|windows|m|o|tpm|usb|wifi|ipv|sp|bitlocker)-?\d+[a-z]*|0x[0-9a-f]+|[0-9a-f]{8}|(?:aadsts|kb|event|error)-?\d+|v?\d+(?:h\d)?)$/i;

const things = [
  'pc',
  'laptop',
  'computer',
  'device',
  'machine',
  'notebook',
  'desktop',
  'workstation',
  'windows',
  'server',
  'rechner',
  'gerät',
  'notebooks',
  'pcs',
  'laptops',
  'devices',
  'computers',
];
const joining = [
  'join',
  'joins',
  'joining',
  'joined',
  'register',
  'registers',
  'registered',
  'registering',
  'registration',
  'enroll',
  'enrol',
  'enrolled',
  'connect',
  'hybrid',
  'azure',
  'entra',
  'workplace',
  'domain',
  'beitreten',
  'beitritt',
  'registrieren',
  'registriert',
  'registrierung',
  'verbinden',
  'anmelden',
  'domäne',
];
const trouble = [
  'not',
  "won't",
  'wont',
  "can't",
  'cant',
  'cannot',
  "isn't",
  'isnt',
  "doesn't",
  'doesnt',
  'fails',
  'fail',
  'failed',
  'failing',
  'failure',
  'error',
  'problem',
  'trouble',
  'broken',
  'unable',
  'stuck',
  'help',
  'why',
  'refuses',
  "didn't",
  'didnt',
  'nicht',
  'fehler',
  'geht',
  'klappt',
  'warum',
  'kein',
  'keine',
  'hilfe',
  'scheitert',
];

/** Two of the three: the thing, the joining, the trouble; and never only the thing. */
function asksForHelpWithJoining(said: ReadonlySet<string>): boolean {
  return (holds(said, things) && (holds(said, joining) || holds(said, trouble))) || tellsOfTroubleJoining(said);
}

function tellsOfTroubleJoining(said: ReadonlySet<string>): boolean {
  return holds(said, joining) && holds(said, trouble);
}

function wordsOf(words: string): ReadonlySet<string> {
  return new Set(
    words
      .toLowerCase()
      .replaceAll('’', "'")
      .split(/[^\p{L}\p{N}']+/u),
  );
}

function holds(said: ReadonlySet<string>, list: readonly string[]): boolean {
  return list.some((word) => said.has(word));
}
