import { spansOf, type Span } from './span.js';

/** What a code for joining a WLAN says: `WIFI:T:WPA;S:Guest;P:secret;;` (the format of such QR codes, from ZXing's "Barcode Contents"). */
const wifiCode = /\bWIFI:(?:[TSHREAI]:[^;\r\n]{0,64};){0,6}P:(?<secret>[^;\s[][^;\r\n]{0,64})/gi;

/** `DefaultPassword steht auf …`, `DefaultPassword;REG_SZ;…`, `DefaultPassword is …`. */
const defaultPassword =
  /\bDefaultPassword["']?(?:[ \t]{1,9}(?:steht auf|ist|lautet|is|was|has|hat|reads)|[;,|\t]REG_(?:EXPAND_)?SZ[;,|\t])[ \t:=]{0,9}["']?(?<secret>(?!(?:not|nicht|leer|empty|set)\b)[^\s"'[]{4,128})/gi;

/** "as the password I typed …", `Als Kennwort habe ich "…" eingegeben`. */
const usedAs =
  /\b(?:als|as)[ \t]{1,9}(?:(?:the|my|das|mein)[ \t]{1,9})?(?:kennwort|passwort|password|pin)[ \t,]{1,9}(?:habe?[ \t]{1,9}ich|i(?:'ve|[ \t]{1,9}have)?[ \t]{1,9}(?:used|use|typed|entered|took))[ \t:]{1,9}["'„“]?(?<secret>(?=\S{0,127}[\d!?.*#+$%&@_-])[^\s"'“”[]{4,128})/gi;

/** One look tells most texts apart. */
const hasLabel = /WIFI:|DefaultPassword|\b(?:als|as)[ \t]/i;

/** Passwords where a label says that one comes; those of tables are in secret-columns.ts. */
export function findLabelledPasswords(text: string): Span[] {
  if (!hasLabel.test(text)) return [];
  return [
    ...spansOf(text, wifiCode, 'key'),
    ...spansOf(text, defaultPassword, 'password'),
    ...spansOf(text, usedAs, 'password'),
  ];
}
