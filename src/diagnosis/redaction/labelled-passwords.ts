import { spansOf, type Span } from './span.js';

/** What a code for joining a WLAN says: `WIFI:T:WPA;S:Guest;P:secret;;` (the format of such QR codes, from ZXing's "Barcode Contents"). */
const wifiCode = /\bWIFI:(?:[TSHREAI]:[^;\r\n]{0,64};){0,6}P:(?<secret>[^;\s[][^;\r\n]{0,64})/gi;

/** `DefaultPassword steht auf …`, `DefaultPassword;REG_SZ;…`, `DefaultPassword is …`. */
const defaultPassword = /\bDefaultPassword["']?(?:[ \t]{1,9}(?:steht auf|ist|lautet|is|was|has|hat|reads)|[;,|\t]REG_(?:EXPAND_)?SZ[;,|\t])[ \t:=]{0,9}["']?(?<secret>(?!(?:not|nicht|leer|empty|set)\b)[^\s"'[]{4,128})/gi;

/** "as the password I typed …", `Als Kennwort habe ich "…" eingegeben`. */
const usedAs = /\b(?:als|as)[ \t]{1,9}(?:(?:the|my|das|mein)[ \t]{1,9})?(?:kennwort|passwort|password|pin)[ \t,]{1,9}(?:habe?[ \t]{1,9}ich|i(?:'ve|[ \t]{1,9}have)?[ \t]{1,9}(?:used|use|typed|entered|took))[ \t:]{1,9}["'„“]?(?<secret>(?=\S{0,127}[\d!?.*#+$%&@_-])[^\s"'“”[]{4,128})/gi;

const ruler = /^[ \t]*-{2,40}(?:[ \t]{1,40}-{2,40}){1,12}[ \t]*$/;

/** Passwords where a label, or the head of a column, says that one comes. */
export function findLabelledPasswords(text: string): Span[] {
  return [...spansOf(text, wifiCode, 'token'), ...spansOf(text, defaultPassword, 'token'), ...spansOf(text, usedAs, 'token'), ...columns(text)];
}

/** Below the head `Password` of a table as PowerShell draws it: a ruler of hyphens tells where each column begins. */
function columns(text: string): Span[] {
  const found: Span[] = [];
  let at = 0;
  let head = '';
  let column: number | undefined;
  for (const line of text.split('\n')) {
    if (ruler.test(line)) column = passwordColumn(head, line);
    else if (line.trim() === '') column = undefined;
    else if (column !== undefined) {
      const value = /^[^\s[]\S*/.exec(line.slice(column))?.[0] ?? '';
      if (value.length >= 4) found.push({ start: at + column, end: at + column + value.length, mark: 'token' });
    }
    head = line;
    at += line.length + 1;
  }
  return found;
}

/** Where the column begins, in characters; undefined = there is none. */
function passwordColumn(head: string, line: string): number | undefined {
  return [...line.matchAll(/-{2,40}/g)].map(({ index }) => index).find((start) => /^(?:password|passwort|kennwort|passwd|secret)\b/i.test(head.slice(start, start + 40)));
}
