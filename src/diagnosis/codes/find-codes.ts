import type { CodeContext, FoundCode } from '../model.js';
import { codeOfSymbol } from './code-index.js';
import { readCode, type ReadCode } from './read-code.js';
import { wordsOfLine } from './words-of-line.js';

/** Names of codes that mean anything at all in a log; as a number beside a failed test they are read. */
const tooGeneral: ReadonlySet<string> = new Set(['ERROR_FILE_NOT_FOUND', 'E_FAIL', 'E_INVALIDDATA']);

/** Different codes of one line that are looked at. A line of the event log or of a status has a few; more is a list and no report. */
const mostCodes = 50;

/** `0x7` */
const shortest = 3;

/**
 * The error codes in one line, in order, each once: `0x801C03F2`, `801c03f2`, the signed and the unsigned decimal, `AADSTS90002`,
 * `MSIS9682`, `error 12007`, `0x54b`; a code's name only where the line has no number. Never a piece of a longer number, a GUID,
 * a thumbprint, base64 or an address, and never an event number. A code that is not in the list but has the shape of one is
 * `known: false`, spelled `0x` and 8 digits in lower case, or `AADSTS` in upper case. Never throws; linear in the line's length.
 */
export function findCodes(line: string, context?: CodeContext): readonly FoundCode[] {
  const where = { line: line.trim(), ...(context !== undefined && { context }) };
  return placesOfCodes(line).map(({ code, known }) => ({ code, known, ...where }));
}

/** The same, with the place where each stands first. */
export function placesOfCodes(line: string): readonly (ReadCode & { readonly start: number })[] {
  // Every code has a digit, and every name of one a `_`: most lines are done here.
  if (!/[\d_]/.test(line)) return [];
  const words = wordsOfLine(line);
  const codes = new Map<string, ReadCode & { readonly start: number }>();
  const named = new Map<string, ReadCode & { readonly start: number }>();
  // 220 is the event whose detail is one of the small Windows numbers.
  const about220 = /\b220\b/.test(line) && /event|ereignis/i.test(line);
  let previousWasCode = false;
  for (let index = 0; index < words.count && codes.size < mostCodes; index += 1) {
    const word = words.lengthAt(index) < shortest ? undefined : words.at(index);
    const code: ReadCode | undefined = word && readCode({ line, words, word, index, about220, previousWasCode });
    previousWasCode = code !== undefined;
    if (word && code !== undefined && !codes.has(code.code)) codes.set(code.code, { ...code, start: word.start });
    if (word?.text.includes('_') && !word.inAddress && !tooGeneral.has(word.text)) {
      const symbol = codeOfSymbol(word.text);
      if (symbol !== undefined && !named.has(symbol))
        named.set(symbol, { code: symbol, known: true, start: word.start });
    }
  }
  return [...(codes.size > 0 ? codes : named).values()];
}
