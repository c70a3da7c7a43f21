import { lookUpServerMessage } from '../codes/look-up-server-message.js';
import type { FindingId } from '../finding-catalogue.js';
import type { Phase } from '../model.js';
import { codesIn, meaningOf } from './code-meaning.js';
import { contextOf } from './phase-words.js';

/** What words of the service lead to, and the entry of error-codes.json that explains them. */
export interface Said {
  readonly id: FindingId;
  readonly code: string;
}

/**
 * What the registration service said in words, which tells apart the causes that share 0x801c03f2 (error-codes.json: "Read Server
 * Message"). Undefined = words that are not known.
 */
export function saidInWords(words: string, phase: Phase | undefined): Said | undefined {
  for (const code of codesIn(words)) {
    const id = meaningOf(code, contextOf(phase ?? 'join'))?.id;
    if (id !== undefined && /^[A-Z]/.test(code)) return { id, code };
  }
  const known = lookUpServerMessage(words);
  return known?.finding === undefined ? undefined : { id: known.finding, code: known.code };
}

/** The service's own name for what went wrong; other names say no more than the code beside them. */
export function findingOfServerCode(code: string): FindingId | undefined {
  return /^authenticationerror\b/i.test(code) ? 'certificate-mismatch' : undefined;
}
