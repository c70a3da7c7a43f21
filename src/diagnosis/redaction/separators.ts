import { endOfMatch } from './value.js';

/** How a value is joined to its name. `element` and `line` hold more than a word. */
export type Joint = 'assigned' | 'column' | 'element' | 'registry' | 'cell' | 'nextLine';

export interface Joined {
  readonly joint: Joint;
  readonly at: number;
}

const rest =
  /[-_ ]?(?:value|wert|text|plain|string|b64|base64|new|old|alt|neu|confirm(?:ation)?|again|repeat|wiederholen)(?![\p{L}\p{N}])/uy;

/** `Password : x`, `password=x`, `"password": "x"`, `Password . . . : x`, `**Password:** x`, `password => 'x'`, `password (VPN): x`. */
const assigned =
  /["'`“”\\*_\])]{0,4}(?:[ \t\u00a0]{0,9}[([][^()[\]\r\n:=]{0,40}[)\]])?(?:[ \t.\u00a0]|&nbsp;){0,60}["']?(?::=|=>|->|→|={1,3}|::?(?!\\|\/\/)|：|%3d|%3a)[*_]{0,2}(?:[ \t\u00a0]|&nbsp;){0,60}/iuy;
const inRegistry = /["']?[ \t]{1,60}REG_(?:EXPAND_|MULTI_)?SZ[ \t]{1,60}/iy;
/** `{"name": "password", "value": "x"}`, `<add key="password" value="x"/>`. */
const namedPair =
  /\\?["'](?:[ \t]{0,9},\s{0,9}\\?["']value\\?["']\s{0,9}:\s{0,9}|[ \t]{1,9}value[ \t]{0,3}=[ \t]{0,3}(?=["']))/iy;
/** `<Password>x`, `<Password><Value>x`, `<Data Name="Password">x`. */
const element =
  /["']?(?:[ \t]{1,9}[\w:.-]{1,40}=["'][^"'<>]{0,200}["']){0,4}[ \t]{0,9}(?:>|&gt;)\s{0,60}(?:(?:<|&lt;)(?:[\w-]{1,20}:)?(?:value|string)(?:[ \t][^<>&]{0,100})?(?:>|&gt;)\s{0,60})?/iy;
/** `<key>Password</key><string>x`, `<td>Password</td><td>x`. */
const nextCell = /:?(?:<\/[\w:]{1,20}>\s{0,60}){1,3}(?:<[\w:]{1,20}(?:[ \t][^<>]{0,100})?>\s{0,60}){1,3}/iy;
const lineEnd = /[ \t]{0,9}\r?\n[ \t>]{0,20}/y;
const nextLine = /["'*_]{0,2}[ \t]{0,9}:[ \t]{0,9}\r?\n[ \t>]{0,20}/y;

/** Where the value of a name that ends here stands, as fields, files and tables have it. */
export function joinedBy(text: string, nameStart: number, nameEnd: number): Joined | undefined {
  const end = endOfMatch(rest, text, nameEnd) ?? nameEnd;
  const pair = endOfMatch(namedPair, text, end);
  if (pair !== undefined) return { joint: 'assigned', at: pair };
  const registry = endOfMatch(inRegistry, text, end);
  if (registry !== undefined) return { joint: 'registry', at: registry };
  const cell = endOfMatch(nextCell, text, end);
  if (cell !== undefined) return { joint: 'cell', at: cell };
  if (isInTag(text, nameStart)) {
    const inside = endOfMatch(element, text, end);
    if (inside !== undefined) return { joint: 'element', at: inside };
  }
  const line = endOfMatch(nextLine, text, end);
  if (line !== undefined) return { joint: 'nextLine', at: line };
  // Alone in its line, as in a table whose cells became lines.
  const under = beginsLine(text, nameStart) ? endOfMatch(lineEnd, text, end) : undefined;
  if (under !== undefined) return { joint: 'column', at: under };
  const assignment = endOfMatch(assigned, text, end);
  if (assignment !== undefined) return { joint: 'assigned', at: assignment };
  const column = nextColumn(text, end);
  return column === undefined ? undefined : { joint: 'column', at: column };
}

function beginsLine(text: string, start: number): boolean {
  let at = start;
  while (at > 0 && start - at < 40 && (text[at - 1] === ' ' || text[at - 1] === '\t' || text[at - 1] === '>')) at -= 1;
  return at === 0 || text[at - 1] === '\n' || text[at - 1] === '\r';
}

/** Names of elements with their prefix and the first attribute are shorter. */
const longestTag = 80;

/** Whether the name stands in an opening tag of XML, written as such or escaped. */
function isInTag(text: string, start: number): boolean {
  for (let at = start - 1; at >= Math.max(0, start - longestTag); at -= 1) {
    const letter = text[at];
    if (letter === '<') return text[at + 1] !== '/';
    if (letter === ';' && text.startsWith('&lt', at - 3)) return text[at + 1] !== '/';
    if (letter === '>' || letter === '\n') return false;
  }
  return false;
}

/** Over a tab, several blanks or the line of a table. */
function nextColumn(text: string, end: number): number | undefined {
  let at = end;
  let wide = false;
  for (; at < end + 60; at += 1) {
    const letter = text[at];
    if (letter === '\t' || letter === '|' || letter === '│') wide = true;
    else if (
      letter !== ' ' &&
      letter !== '\u00a0' &&
      !(letter === '*' && text[at - 1] === '*') &&
      !(letter === '*' && text[at + 1] === '*')
    )
      break;
  }
  return wide || /^[ \u00a0]{2}/.test(text.slice(end, end + 2)) ? at : undefined;
}
