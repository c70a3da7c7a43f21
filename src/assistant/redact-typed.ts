import { isTechnical } from '../diagnosis/read-paste.js';
import { redactingBeginning } from '../diagnosis/redact-beginning.js';
import { redacting, redactingSecrets } from '../diagnosis/redact.js';
import { atOnce, type Slices } from '../diagnosis/slices.js';

/** What is copied from a PC is redacted before it is kept; what somebody writes in own words stays as it is, but for secrets. */
export function redactTyped(text: string): string {
  return atOnce(redactingTyped(text, isTechnical(text), Infinity));
}

/** The first `length` characters of the same, in slices, where it is known already whether it was copied from a PC. */
export function redactingTyped(text: string, technical: boolean, length: number): Slices<string> {
  return redactingBeginning(text, length, technical ? redacting : redactingSecrets);
}
