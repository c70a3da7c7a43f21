import { knownSpelling } from './code-index.js';
import { isBracketed, wordsSayError, wordsSayErrorNumber } from './says-error.js';
import { standsAlone, type Word, type Words } from './words-of-line.js';

export interface ReadCode {
  readonly code: string;
  readonly known: boolean;
}

/** A word in its line. */
export interface WordInLine {
  readonly line: string;
  readonly words: Words;
  readonly word: Word;
  readonly index: number;
  /** The line is about event 220. */
  readonly about220: boolean;
  readonly previousWasCode: boolean;
}

/** The facilities that codes of joining and signing in come from: registration, Windows and network, keys, TPM, sign-in, NTSTATUS. */
const families = /^0x(?:801c|8007|8009|8028|8029|caa|c000|c002|c004|c00c|d00)/;

/** The beginning of a code whose last digits were cut off or not copied: `0x801c03`. */
export function isCutCode(code: string): boolean {
  return code.length < 10 && families.test(code.toLowerCase());
}

/** The code that a word is, undefined when it is none. */
export function readCode(at: WordInLine): ReadCode | undefined {
  const { word } = at;
  if (word.inAddress || isInBase64(at.line, word)) return undefined;
  const { text } = word;
  if (/^[0o]x/i.test(text)) return prefixedHex(at);
  if (/^(?:aadsts|msis)/i.test(text)) return serviceCode(at);
  if (/^\d{4,7}$/.test(text)) return smallNumber(at);
  if (/^[0-9a-f]{8}$/i.test(text)) return bareHex(at);
  if (/^\d{9,10}$/.test(text)) return decimal(at);
  return undefined;
}

const isInBase64 = (line: string, word: Word): boolean =>
  line[word.start - 1] === '+' || line[word.end] === '+' || line.startsWith('==', word.end);

const known = (spelling: string): ReadCode | undefined => {
  const code = knownSpelling(spelling);
  return code === undefined ? undefined : { code, known: true };
};

/** `0x801c03f2`, `0x54b`; also with a letter O, and with the next key run on, as chat clients do: `0x801c03f2Server`. */
function prefixedHex(at: WordInLine): ReadCode | undefined {
  const digits = (/^.x([0-9a-f]{1,8})$/i.exec(at.word.text) ??
    /^0x([0-9a-fA-F]{8})[G-Z][A-Za-z]/.exec(at.word.text))?.[1]?.toLowerCase();
  if (digits === undefined) return undefined;
  const value = Number.parseInt(digits, 16);
  if (value === 0) return undefined;
  if (isCutCode(`0x${digits}`) && (digits.length > 4 || saysError(at))) return { code: `0x${digits}`, known: false };
  const full = `0x${digits.padStart(8, '0')}`;
  const isFailure = value >= 0x80000000 && value !== 0xffffffff;
  return (
    known(full) ??
    (isFailure || isBracketed(at.line, at.word) || saysError(at) ? { code: full, known: false } : undefined)
  );
}

/** `AADSTS90002`, `AADSTS 90002`, `MSIS9682`. */
function serviceCode(at: WordInLine): ReadCode | undefined {
  const written = /^(aadsts|msis)(\d*)/i.exec(at.word.text);
  const prefix = written?.[1]?.toUpperCase();
  const digits = written?.[2] === '' ? digitsBehind(at) : written?.[2];
  if (prefix === undefined || digits === undefined || digits.length < 4 || digits.length > 8) return undefined;
  const code = prefix + digits;
  return known(code) ?? { code, known: false };
}

function digitsBehind(at: WordInLine): string | undefined {
  const next = at.words.at(at.index + 1);
  if (next === undefined || at.word.text.length > 6 || next.start - at.word.end > 3) return undefined;
  if (!/^[\s:#-]+$/.test(at.line.slice(at.word.end, next.start))) return undefined;
  return /^\d+/.exec(next.text)?.[0];
}

/** `801c03f2`: as a listed code, or with the look of one. */
function bareHex(at: WordInLine): ReadCode | undefined {
  if (!standsAlone(at.line, at.words, at.index, at.word.start) || isInDump(at)) return undefined;
  const code = `0x${at.word.text.toLowerCase()}`;
  const looksLikeOne = families.test(code) && (/[a-f]/.test(code.slice(2)) || saysError(at)) && /\d/.test(at.word.text);
  return known(code) ?? (looksLikeOne ? { code, known: false } : undefined);
}

/** Groups of eight hex digits side by side are a dump or a thumbprint, unless they all look like codes. */
function isInDump({ words, index }: WordInLine): boolean {
  return [words.at(index - 1), words.at(index + 1)].some(
    (word) => word !== undefined && /^[0-9a-f]{8}$/i.test(word.text) && !families.test(`0x${word.text.toLowerCase()}`),
  );
}

/** `-2145647630` (signed) and `2149319666` (unsigned), 32 bits. */
function decimal(at: WordInLine): ReadCode | undefined {
  const value = Number(at.word.text);
  const isSigned = /[-−–‑]/.test(at.line[at.word.start - 1] ?? '');
  if (!standsAlone(at.line, at.words, at.index, isSigned ? at.word.start - 1 : at.word.start)) return undefined;
  if (isSigned ? value > 0x80000000 : value < 0x80000000 || value > 0xffffffff) return undefined;
  const code = `0x${(isSigned ? 0x100000000 - value : value).toString(16)}`;
  return known(code) ?? (families.test(code) && (isSigned || saysError(at)) ? { code, known: false } : undefined);
}

/** Numbers that are codes only where the line says so: Windows (`1312`), WinHTTP (`12007`), a sign-in number without AADSTS. */
function smallNumber(at: WordInLine): ReadCode | undefined {
  if (!standsAlone(at.line, at.words, at.index, at.word.start)) return undefined;
  const { text } = at.word;
  const isWinHttp = /^12[01]\d\d$/.test(text);
  const isDetail = at.about220 && /^13\d\d$/.test(text);
  if (
    !at.previousWasCode &&
    !wordsSayErrorNumber(at.words, at.index) &&
    !isDetail &&
    !(isWinHttp && isBracketed(at.line, at.word))
  )
    return undefined;
  return known(text) ?? known(`AADSTS${text}`) ?? (isWinHttp ? { code: text, known: false } : undefined);
}

const saysError = (at: WordInLine): boolean => at.previousWasCode || wordsSayError(at.words, at.index);
