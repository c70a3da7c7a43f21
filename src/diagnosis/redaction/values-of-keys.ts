import { hexWithBlanks } from './fingerprints.js';
import type { KeyPlace } from './key-places.js';
import { sensitiveKeys } from './keys.js';
import { titleOf } from '../status/known-keys.js';
import type { Mark, Span } from './span.js';

const marks: ReadonlyMap<string, Mark> = new Map(
  [...sensitiveKeys].map(([key, mark]) => [key.toLowerCase().replace(/\s/g, ''), mark]),
);

/** What says that there is nothing, and is no secret. */
const nothing = /^(?:[-–]|\(?(?:none|null|nil|empty|not set|n\/a|yes|no|direct|unknown|undefined|error|keine?|leer|unbekannt)\)?)[.,;]?$/i;

const mark = /^\[(?:thumbprint|sid|token|address|account|ip|proxy|body)\]/;

/** Rulers, the titles of `dsregcmd`'s sections and closing quotes end a value too, where the line ends are lost. */
const endOfValue = new RegExp(
  [
    '\\+--', '[|"<]', '&lt;', '\\\\r', '\\\\n',
    ...Object.values(titleOf),
    'For more information',
  ].join('|'),
  'i',
);

/** The values of keys that name a secret: `User Identity : …`, `Proxy Server List : …`. */
export function findValuesOfKeys(text: string, places: readonly KeyPlace[]): Span[] {
  return places.flatMap((place) => {
    const kind = marks.get(place.key);
    return kind === undefined ? [] : valueOf(text, place, kind);
  });
}

function valueOf(text: string, place: KeyPlace, kind: Mark): Span[] {
  const bare = text.slice(place.valueStart, place.valueEnd);
  const whole = bare.slice(0, endOfValue.exec(bare)?.index ?? bare.length).trimEnd();
  if (whole === '' || nothing.test(whole) || mark.test(whole)) return [];
  const value = kind === 'thumbprint' ? thumbprint(whole) : oneWord.has(place.key) ? firstWord(whole, kind) : whole;
  if (value === '' || nothing.test(value) || mark.test(value)) return [];
  if ((place.key === 'proxy' || place.key === 'pac') && !/[.:]\w/.test(value)) return [];
  return [{ start: place.valueStart, end: place.valueStart + value.length, mark: kind }];
}

/** Keys that also stand in sentences and in URLs. */
const oneWord = new Set(['upn', 'username', 'accountname', 'kontoname', 'login_hint', 'proxy', 'pac', 'auto-configurationurl', 'proxyauto-configurl', 'authtoken', 'settingsurl']);

function firstWord(value: string, kind: Mark): string {
  return (kind === 'account' ? /^[^\s&;,)]+/ : /^\S+/).exec(value)?.[0] ?? '';
}

/** The hex digits with their blanks, where more follows them; otherwise all of it. */
function thumbprint(value: string): string {
  return hexWithBlanks(value) ?? (/^\S+/.exec(value)?.[0] ?? value);
}
