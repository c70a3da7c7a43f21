import { findAccounts, findAccountsInPlaces, findAccountsOfPc, findAddresses } from './redaction/accounts.js';
import { findBodies } from './redaction/bodies.js';
import { findCommandOptions } from './redaction/command-lines.js';
import { findCookies } from './redaction/cookies.js';
import { findCredentials } from './redaction/credentials.js';
import { findFingerprints } from './redaction/fingerprints.js';
import { findHardwareAddresses } from './redaction/hardware-addresses.js';
import { findLabelledAccounts } from './redaction/labelled-accounts.js';
import { findLabelledPasswords } from './redaction/labelled-passwords.js';
import { keyPlaces, type KeyPlace } from './redaction/key-places.js';
import { placesOfMarks } from './redaction/marks.js';
import { findNamedSecrets } from './redaction/named-secrets.js';
import { findIpAddresses, findProxies } from './redaction/networks.js';
import { findOneTimeCodes } from './redaction/one-time-codes.js';
import { findPasswordHashes } from './redaction/password-hashes.js';
import { findPayment } from './redaction/payment.js';
import { findPersonalNumbers } from './redaction/personal-numbers.js';
import { findPositionalPasswords } from './redaction/positional-passwords.js';
import { findPrivateKeys } from './redaction/private-keys.js';
import { findProfilePaths } from './redaction/profile-paths.js';
import { findRecoveryKeys } from './redaction/recovery-keys.js';
import { findSecretColumns } from './redaction/secret-columns.js';
import { replaceSpans, type Span } from './redaction/span.js';
import { findTokenShapes } from './redaction/token-shapes.js';
import { findEncoded, findTokens } from './redaction/tokens.js';
import { findValuesOfKeys } from './redaction/values-of-keys.js';
import { whereaboutsIn, type Whereabouts } from './redaction/whereabouts.js';
import { atOnce, type Slices } from './slices.js';

export { holdsMark } from './redaction/marks.js';
export type { Whereabouts } from './redaction/whereabouts.js';
export { whereaboutsIn } from './redaction/whereabouts.js';

/** What is taken out can bring together what belongs together; more rounds than two were never needed. */
const mostRounds = 6;

/**
 * Takes out of a pasted text what must not be stored or shown to others, each replaced by its kind (`redaction/marks.ts`): thumbprints,
 * SIDs, tokens, passwords, keys, addresses (mail addresses, UPNs), accounts, IP and MAC addresses, proxies, bodies of requests, numbers of
 * cards. Ids of devices, tenants, keys and requests, codes, times, versions, names of PCs and Microsoft's hosts stay. What was redacted
 * stays as it is when it is redacted again. `known`: what is known of the PC, where the text is a part of a longer one. Never throws.
 */
export function redact(text: string, known?: Whereabouts): string {
  return atOnce(redacting(text, known));
}

/** The same, in slices: a long text takes its time. */
export function redacting(text: string, known?: Whereabouts): Slices<string> {
  return replacing(findAll, text, known);
}

/**
 * For what somebody writes in own words, where their own mail address belongs: takes out all the same but mail addresses, and
 * what only a program writes beside its keys. Never throws.
 */
export function redactSecrets(text: string): string {
  return atOnce(redactingSecrets(text));
}

/** The same, in slices. */
export function redactingSecrets(text: string): Slices<string> {
  return replacing(findSecrets, text);
}

type Find = (
  text: string,
  about: { readonly places: readonly KeyPlace[]; readonly known: Whereabouts },
) => readonly Span[];

/** What nobody but its owner may see, whoever wrote it. Where two find the same, the first says what it is. */
const findSecrets: readonly Find[] = [
  findFingerprints,
  findBodies,
  findPrivateKeys,
  findTokenShapes,
  findTokens,
  findEncoded,
  findCookies,
  findPasswordHashes,
  findRecoveryKeys,
  (text, { known }) => findPositionalPasswords(text, known),
  (text, { known }) => findCommandOptions(text, known),
  findNamedSecrets,
  findLabelledPasswords,
  findCredentials,
  findSecretColumns,
  findOneTimeCodes,
  findPayment,
  findPersonalNumbers,
  findHardwareAddresses,
  (text, { known }) => findAccounts(text, known),
  findAccountsOfPc,
  findAccountsInPlaces,
  findLabelledAccounts,
  findProfilePaths,
  findIpAddresses,
  (text, { places }) => findProxies(text, places),
];

const findAll: readonly Find[] = [
  (text, { places, known }) => findValuesOfKeys(text, places, known),
  ...findSecrets,
  findAddresses,
];

function* replacing(finds: readonly Find[], text: string, given?: Whereabouts): Slices<string> {
  const known = given ?? whereaboutsIn(text);
  let redacted = text;
  for (let round = 0; round < mostRounds; round += 1) {
    const { spans, places } = yield* finding(finds, redacted, known);
    if (spans.length === 0) break;
    redacted = replaceSpans(
      redacted,
      spans.map((span) => endAtKey(span, places)),
    );
    yield redacted.length;
  }
  return redacted;
}

function* finding(
  finds: readonly Find[],
  text: string,
  known: Whereabouts,
): Slices<{ readonly spans: readonly Span[]; readonly places: readonly KeyPlace[] }> {
  const places = keyPlaces(text);
  const spans: (readonly Span[])[] = [];
  for (const find of finds) {
    yield text.length;
    spans.push(find(text, { places, known }));
  }
  yield text.length;
  return { spans: withoutMarks(text, spans.flat()), places };
}

/** What begins at or in a mark was found before. */
function withoutMarks(text: string, spans: readonly Span[]): readonly Span[] {
  const marks = placesOfMarks(text);
  return marks.length === 0
    ? spans
    : spans.filter(({ start }) => start >= (marks[firstAfter(marks, start) - 1]?.end ?? 0));
}

/** Where a value is glued to the next key (`…987FDeviceCertificateValidity`), the secret ends and the key stays. */
function endAtKey(span: Span, places: readonly KeyPlace[]): Span {
  if (span.mark === 'body') return span;
  return { ...span, end: Math.min(span.end, places[firstAfter(places, span.start)]?.start ?? span.end) };
}

/** The index of the first of them, which are in order, that begins behind this place. */
function firstAfter(places: readonly { readonly start: number }[], start: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.start ?? Infinity) <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}
