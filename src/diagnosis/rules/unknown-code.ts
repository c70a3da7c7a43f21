import { lookUpCode } from '../codes/look-up-code.js';
import type { Finding } from '../model.js';
import { found } from './rule.js';

/** A code that is in no source of ours is said to be unknown; a known one needs no such note. */
export function unknownCode(code: string, line: string): readonly Finding[] {
  return lookUpCode(code) === undefined ? [found('unknown-code', 'certain', [line], { code })] : [];
}
