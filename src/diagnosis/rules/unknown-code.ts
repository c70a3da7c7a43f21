import { lookUpCode } from '../codes/look-up-code.js';
import { isCutCode } from '../codes/read-code.js';
import type { Finding } from '../model.js';
import { found } from './rule.js';

/** A code that is in no source of ours is said to be unknown; a known one needs no such note, and one that was cut off is not whole. */
export function unknownCode(code: string, line: string): readonly Finding[] {
  return lookUpCode(code) === undefined && !isCutCode(code) ? [found('unknown-code', 'certain', [line], { code })] : [];
}
