import { findAccounts } from './redaction/accounts.js';
import { findBodies } from './redaction/bodies.js';
import { findFingerprints } from './redaction/fingerprints.js';
import { keyPlaces, type KeyPlace } from './redaction/key-places.js';
import { findNetworkPlaces } from './redaction/networks.js';
import { replaceSpans, type Span } from './redaction/span.js';
import { findTokens } from './redaction/tokens.js';
import { findValuesOfKeys } from './redaction/values-of-keys.js';

/** What is taken out can bring together what belongs together; more rounds than two were never needed. */
const mostRounds = 6;

/**
 * Takes out of a pasted text what must not be stored or shown to others, each replaced by its kind: `[thumbprint]`, `[sid]`, `[token]`,
 * `[address]` (mail addresses, UPNs), `[account]`, `[ip]`, `[proxy]`, `[body]` (requests). Ids of devices, tenants, keys and requests,
 * codes, times, versions and Microsoft's hosts stay. What was redacted stays as it is when it is redacted again. Never throws.
 */
export function redact(text: string): string {
  let redacted = text;
  for (let round = 0; round < mostRounds; round += 1) {
    const places = keyPlaces(redacted);
    const spans = [
      ...findValuesOfKeys(redacted, places),
      ...findFingerprints(redacted),
      ...findBodies(redacted),
      ...findTokens(redacted),
      ...findAccounts(redacted),
      ...findNetworkPlaces(redacted, places),
    ];
    if (spans.length === 0) break;
    redacted = replaceSpans(redacted, spans.map((span) => endAtKey(span, places)));
  }
  return redacted;
}

/** `https://user:password@host`: a name and a password in front of a host. */
const credentialsInAddress = /:\/\/[^\s/@:]{1,100}:[^\s/@]{1,200}@/g;

/**
 * For what somebody writes in own words, where their own mail address and name belong: takes out tokens and passwords, thumbprints, SIDs,
 * IP addresses, proxies and bodies of requests, and leaves mail addresses and accounts. Never throws.
 */
export function redactSecrets(text: string): string {
  let redacted = text.replace(credentialsInAddress, '://[account]@');
  for (let round = 0; round < mostRounds; round += 1) {
    const spans = [...findFingerprints(redacted), ...findBodies(redacted), ...findTokens(redacted), ...findNetworkPlaces(redacted, keyPlaces(redacted))];
    if (spans.length === 0) break;
    redacted = replaceSpans(redacted, spans);
  }
  return redacted;
}

/** Where a value is glued to the next key (`…987FDeviceCertificateValidity`), the secret ends and the key stays. */
function endAtKey(span: Span, places: readonly KeyPlace[]): Span {
  if (span.mark === 'body') return span;
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.start ?? Infinity) <= span.start) low = middle + 1;
    else high = middle;
  }
  return { ...span, end: Math.min(span.end, places[low]?.start ?? span.end) };
}
