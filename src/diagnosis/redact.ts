import { findAccounts } from './redaction/accounts.js';
import { findBodies } from './redaction/bodies.js';
import { findFingerprints } from './redaction/fingerprints.js';
import { keyPlaces, type KeyPlace } from './redaction/key-places.js';
import { findNetworkPlaces } from './redaction/networks.js';
import { replaceSpans, type Span } from './redaction/span.js';
import { atOnce, type Slices } from './slices.js';
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
  return atOnce(redacting(text));
}

/** The same, in slices: a long text takes its time. */
export function* redacting(text: string): Slices<string> {
  let redacted = text;
  for (let round = 0; round < mostRounds; round += 1) {
    const { spans, places } = yield* finding(findAll, redacted);
    if (spans.length === 0) break;
    redacted = replaceSpans(redacted, spans.map((span) => endAtKey(span, places)));
    yield redacted.length;
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
  return atOnce(redactingSecrets(text));
}

/** The same, in slices. */
export function* redactingSecrets(text: string): Slices<string> {
  let redacted = text.replace(credentialsInAddress, '://[account]@');
  for (let round = 0; round < mostRounds; round += 1) {
    const { spans } = yield* finding(findSecrets, redacted);
    if (spans.length === 0) break;
    redacted = replaceSpans(redacted, spans);
    yield redacted.length;
  }
  return redacted;
}

type Find = (text: string, places: readonly KeyPlace[]) => readonly Span[];

/** Where two find the same, the first says what it is. */
const findAll: readonly Find[] = [findValuesOfKeys, findFingerprints, findBodies, findTokens, findAccounts, findNetworkPlaces];

/** What nobody but its owner may see, whoever wrote it. */
const findSecrets: readonly Find[] = [findFingerprints, findBodies, findTokens, findNetworkPlaces];

function* finding(finds: readonly Find[], text: string): Slices<{ readonly spans: readonly Span[]; readonly places: readonly KeyPlace[] }> {
  const places = keyPlaces(text);
  const spans: (readonly Span[])[] = [];
  for (const find of finds) {
    yield text.length;
    spans.push(find(text, places));
  }
  yield text.length;
  return { spans: spans.flat(), places };
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
