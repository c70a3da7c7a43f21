import type { ReadingContext } from '../codes/known-code.js';
import { lookUpCode } from '../codes/look-up-code.js';
import type { FindingId } from '../finding-catalogue.js';
import type { Sureness } from '../model.js';

export interface Meaning {
  readonly id: FindingId;
  readonly sure: Sureness;
}

/**
 * Codes that have several causes even where it is known where they stood (error-codes.json; docs/domain/current.md
 * section 8).
 */
const severalCauses: ReadonlySet<string> = new Set([
  '0x801c03f2',
  '0x801c03f3',
  '0x801c03ea',
  '0x801c03ed',
  '0x80090016',
  '0xc000006d',
  '0xc00000d0',
  '0xcaa90006',
  '0xcaa1002d',
]);

const contexts = ['discover', 'auth', 'join', 'prt'] as const;

/**
 * What a code alone leads to, where it stood; undefined = it is not known, or leads to nothing by itself. Never `certain`; where
 * it is not known where the code stood, and that would change its meaning, only `possible`.
 */
export function meaningOf(code: string, context: ReadingContext | undefined): Meaning | undefined {
  const id = lookUpCode(code, context)?.finding;
  if (id === undefined) return undefined;
  const elsewhere = context === undefined && contexts.some((one) => lookUpCode(code, one)?.finding !== id);
  return { id, sure: elsewhere || severalCauses.has(code.toLowerCase()) ? 'possible' : 'likely' };
}

/** `0x0` and the like: success, printed where a code could stand. */
export function isSuccess(code: string): boolean {
  return /^0x0+$/i.test(code);
}

/** The codes in the value of a field, hex in lower case, in order, without success. */
export function codesIn(value: string): readonly string[] {
  const codes = [...value.matchAll(/\b0x[0-9a-f]{1,8}\b|\b(?:AADSTS|MSIS)\d+/gi)].map(([code]) =>
    /^0x/i.test(code) ? code.toLowerCase() : code.toUpperCase(),
  );
  return codes.filter((code) => !isSuccess(code));
}
