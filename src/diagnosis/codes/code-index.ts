import type { KnownCode } from './known-code.js';
import data from './error-codes.json' with { type: 'json' };

/** All entries, in the order of the list: pre-check first. A test holds the file against `CodeEntry`. */
export const codeEntries = data as readonly KnownCode[];

const hexInEvent = /^event 102 \/ (0x[0-9a-f]{8})$/i;

/** Same error, other number: HRESULT_FROM_WIN32 of a listed code, or the WinINet number of a listed HRESULT. */
const otherNumbers: Readonly<Record<string, string>> = {
  '0x8007054b': '0x54b',
  '1355': '0x54b',
  '12045': '0x80072f0d',
  '12057': '0x80072f19',
  '12170': '0x80072f8a',
  '12175': '0x80072f8f',
  '12180': '0x80072f94',
};

/** Codes that are listed only inside of an event: they are met alone as well, and are then spelled without it. */
const listedInEvent: ReadonlyMap<string, KnownCode> = new Map(
  codeEntries.flatMap((entry) => {
    const hex = hexInEvent.exec(entry.code)?.[1];
    return hex === undefined ? [] : [[hex.toLowerCase(), entry] as const];
  }),
);

const listed: ReadonlyMap<string, KnownCode> = new Map(codeEntries.map((entry) => [entry.code.toLowerCase(), entry]));

const codeBySymbol: ReadonlyMap<string, string> = new Map(
  codeEntries.flatMap((entry) => {
    const symbol = /^[A-Z]+_\w+/.exec(entry.symbol)?.[0];
    return symbol === undefined
      ? []
      : [[symbol, hexInEvent.exec(entry.code)?.[1]?.toLowerCase() ?? entry.code] as const];
  }),
);

/** The entry of a code as the list spells it, in any case. */
export function listedEntry(code: string): KnownCode | undefined {
  return listed.get(code.toLowerCase());
}

/** The entry of a code that the list has only as `event 102 / 0x…`. */
export function entryInsideEvent(code: string): KnownCode | undefined {
  return listedInEvent.get(code.toLowerCase());
}

/** How the project spells a code that it knows; undefined when it does not. `0x0000054b` and `1355` are `0x54b`. */
export function knownSpelling(code: string): string | undefined {
  const lower = code.toLowerCase().replace(/^0x0+(?=[1-9a-f])/, '0x');
  const spelling = otherNumbers[lower] ?? lower;
  return listed.get(spelling)?.code ?? (listedInEvent.has(spelling) ? spelling : undefined);
}

/** The code that has this name, such as `NTE_BAD_KEYSET`. */
export function codeOfSymbol(symbol: string): string | undefined {
  return codeBySymbol.get(symbol);
}
