import { isTechnical } from '../diagnosis/read-paste.js';
import { redact, redactSecrets } from '../diagnosis/redact.js';

/** What is copied from a PC is redacted before it is kept; what somebody writes in own words stays as it is, but for secrets. */
export function redactTyped(text: string): string {
  return isTechnical(text) ? redact(text) : redactSecrets(text);
}
