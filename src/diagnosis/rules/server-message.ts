import { lookUpServerMessage } from '../codes/look-up-server-message.js';
import type { FindingId } from '../finding-catalogue.js';
import type { Phase } from '../model.js';
import { codesIn, meaningOf } from './code-meaning.js';
import { contextOf } from './phase-words.js';

/**
 * What the registration service said in words, which tells apart the causes that share 0x801c03f2 (error-codes.json: "Read Server
 * Message"). Undefined = words that are not known.
 */
export function findingOfServerWords(words: string, phase: Phase | undefined): FindingId | undefined {
  const nested = codesIn(words).map((code) => meaningOf(code, contextOf(phase ?? 'join'))?.id);
  return nested.find((id) => id !== undefined) ?? lookUpServerMessage(words)?.finding;
}

/** The service's own name for what went wrong; other names say no more than the code beside them. */
export function findingOfServerCode(code: string): FindingId | undefined {
  return /^authenticationerror\b/i.test(code) ? 'certificate-mismatch' : undefined;
}
