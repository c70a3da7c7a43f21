import { spansOf, type Span } from './span.js';

/** What a code for joining a WLAN says: `WIFI:T:WPA;S:Guest;P:secret;;` (the format of such QR codes, from ZXing's "Barcode Contents"). */
const wifiCode = /\bWIFI:(?:[TSHREAI]:[^;\r\n]{0,64};){0,6}P:(?<secret>[^;\s[][^;\r\n]{0,64})/gi;

/** `DefaultPassword steht auf …`, `DefaultPassword;REG_SZ;…`, `DefaultPassword is …`. */
const defaultPassword = /\bDefaultPassword["']?(?:[ \t]{1,9}(?:steht auf|ist|lautet|is|was|has|hat|reads)|[;,|\t]REG_(?:EXPAND_)?SZ[;,|\t])[ \t:=]{0,9}["']?(?<secret>(?!(?:not|nicht|leer|empty|set)\b)[^\s"'[]{4,128})/gi;

/** "as the password I typed …", `Als Kennwort habe ich "…" eingegeben`. */
const usedAs = /\b(?:als|as)[ \t]{1,9}(?:(?:the|my|das|mein)[ \t]{1,9})?(?:kennwort|passwort|password|pin)[ \t,]{1,9}(?:habe?[ \t]{1,9}ich|i(?:'ve|[ \t]{1,9}have)?[ \t]{1,9}(?:used|use|typed|entered|took))[ \t:]{1,9}["'„“]?(?<secret>(?=\S{0,127}[\d!?.*#+$%&@_-])[^\s"'“”[]{4,128})/gi;

/** One look tells most texts apart. */
const hasLabel = /WIFI:|DefaultPassword|--[ \t]{1,40}--|\b(?:als|as)[ \t]/i;

/** A ruler of hyphens, below the heads of a table as PowerShell draws it. */
const ruler = /-{2,40}(?:[ \t]{1,40}-{2,40}){1,12}/g;

/** Characters before the ruler in which its heads stand, and after it in which rows are looked at. Ours. */
const headCharacters = 400;
const rowCharacters = 4_000;

/** Passwords where a label, or the head of a column, says that one comes. */
export function findLabelledPasswords(text: string): Span[] {
  if (!hasLabel.test(text)) return [];
  return [...spansOf(text, wifiCode, 'token'), ...spansOf(text, defaultPassword, 'token'), ...spansOf(text, usedAs, 'token'), ...columns(text)];
}

/** Below the head `Password`, up to an empty line: the word in its place, counted and by where the ruler begins. */
function columns(text: string): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(ruler)) {
    const starts = [...match[0].matchAll(/-+/g)].map(({ index }) => index);
    const heads = text.slice(Math.max(0, match.index - headCharacters), match.index).trim().split(/\s+/).slice(-starts.length);
    const column = heads.findIndex((head) => /^(?:password|passwort|kennwort|passwd|secret)$/i.test(head));
    if (column < 0) continue;
    let at = match.index + match[0].length;
    for (const row of (/^[\s\S]*?(?=\n[ \t]*\r?\n|$)/.exec(text.slice(at, at + rowCharacters))?.[0] ?? '').split('\n')) {
      const words = [...row.matchAll(/\S+/g)];
      const offset = starts[column] ?? 0;
      const inPlace = [words[column], words.find(({ index }) => index === offset)];
      for (const word of inPlace) if (word && word[0].length >= 4 && !word[0].startsWith('[')) found.push({ start: at + word.index, end: at + word.index + word[0].length, mark: 'token' });
      at += row.length + 1;
    }
  }
  return found;
}
