import { hexWithBlanks } from './fingerprints.js';
import type { KeyPlace } from './key-places.js';
import { microsoftHost } from './microsoft-hosts.js';
import { sensitiveKeys } from './keys.js';
import { titleOf } from '../status/known-keys.js';
import { markAt, type Mark } from './marks.js';
import type { Span } from './span.js';
import { accountMark, type Whereabouts } from './whereabouts.js';

const marks: ReadonlyMap<string, Mark> = new Map(
  [...sensitiveKeys].map(([key, mark]) => [key.toLowerCase().replace(/\s/g, ''), mark]),
);

/** What says that there is nothing, and is no secret. */
const nothing =
  /^(?:[-–]|\(?(?:none|null|nil|empty|not set|n\/a|yes|no|direct|unknown|undefined|error|keine?|leer|unbekannt)\)?)[.,;]?$/i;

/** Rulers, the titles of `dsregcmd`'s sections and closing quotes end a value too, where the line ends are lost. */
const endOfValue = new RegExp(
  ['\\+--', '[|"<]', '&lt;', '\\\\r\\\\n', ...Object.values(titleOf), 'For more information'].join('|'),
  'i',
);

/** The values of keys that name a secret: `User Identity : …`, `Proxy Server List : …`. */
export function findValuesOfKeys(text: string, places: readonly KeyPlace[], known: Whereabouts): Span[] {
  return places.flatMap((place) => {
    const kind = marks.get(place.key);
    return kind === undefined ? [] : valueOf(text, place, kind, known);
  });
}

function valueOf(text: string, place: KeyPlace, kind: Mark, known: Whereabouts): Span[] {
  const bare = text.slice(place.valueStart, place.valueEnd);
  const whole = bare.slice(0, endOfValue.exec(bare)?.index ?? bare.length).trimEnd();
  if (whole === '' || nothing.test(whole) || markAt(whole, 0)) return [];
  const value = kind === 'thumbprint' ? thumbprint(whole) : oneWord.has(place.key) ? firstWord(whole, kind) : whole;
  if (value === '' || nothing.test(value) || markAt(value, 0)) return [];
  if ((place.key === 'proxy' || place.key === 'pac') && (!/[.:]\w/.test(value) || microsoftHost.test(value))) return [];
  const end = place.valueStart + value.length;
  return [
    {
      start: place.valueStart,
      end: value === whole ? endOfWrapped(text, end, value, kind) : end,
      mark: kind === 'account' ? accountMark(value, known) : kind,
    },
  ];
}

/** Keys that also stand in sentences and in URLs. */
const oneWord = new Set([
  'upn',
  'username',
  'accountname',
  'kontoname',
  'benutzername',
  'anmeldename',
  'login_hint',
  'proxy',
  'pac',
  'auto-configurationurl',
  'proxyauto-configurl',
  'authtoken',
  'settingsurl',
]);

/** With what a narrow window wrapped into the next line: the rest of an address, or of a long token. */
function endOfWrapped(text: string, end: number, value: string, kind: Mark): number {
  const isOpen =
    kind === 'account' ? /(?:@[\w-]{0,63}|[.\\-])$/.test(value.slice(-64)) : kind === 'token' && value.length >= 40;
  const rest = isOpen
    ? /^[ \t]{0,80}\r?\n[ \t]{0,80}([\w.@%+/=-]{2,400})[ \t]{0,80}(?=\r?\n|$)/.exec(text.slice(end, end + 700))
    : null;
  const word = rest?.[1] ?? '';
  const continues =
    kind === 'account'
      ? /[a-z]{2}$/i.test(word) && (word.includes('.') || /[.@\\-]$/.test(value))
      : /^[A-Za-z0-9+/]+={1,2}$|^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[A-Za-z0-9+/]{8,}$/.test(word);
  return rest && continues ? end + rest[0].length : end;
}

function firstWord(value: string, kind: Mark): string {
  return (kind === 'account' ? /^[^\s&;,)]+/ : /^\S+/).exec(value)?.[0] ?? '';
}

/** The hex digits with their blanks, where more follows them; otherwise all of it. */
function thumbprint(value: string): string {
  return hexWithBlanks(value) ?? /^\S+/.exec(value)?.[0] ?? value;
}
