import { createRemoteJWKSet, customFetch, errors, type FlattenedJWSInput, type JWK, type JWSHeaderParameters, type RemoteJWKSet } from 'jose';

/** The only channel that the bot is reached through: another one vouches for nobody's Entra id. */
export const teamsChannel = 'msteams';

/** Milliseconds that reading each of the two documents may take. Ours: Teams gives up after 15 s. */
const timeoutDuration = 4_000;

/** Milliseconds that the keys are kept at most, and between two looks for one that is not among them (learn: at least daily; ours). */
const cacheMaxAge = 24 * 60 * 60_000;
const cooldownDuration = 30_000;

/** A key as the Bot Framework publishes it, with the channels that it signs for. */
type EndorsedKey = JWK & { readonly endorsements?: unknown };

/**
 * Finds the key that signed a token for Teams. Throws JWKSNoMatchingKey when there is none or it is another channel's, any
 * other error when the documents cannot be read.
 */
export function createTeamsKeys(openIdMetadata: string, fetch: typeof globalThis.fetch) {
  let reading: Promise<RemoteJWKSet> | undefined;

  function keySet(): Promise<RemoteJWKSet> {
    reading ??= readKeySet(openIdMetadata, fetch).catch((error: unknown) => {
      reading = undefined;
      throw error;
    });
    return reading;
  }

  return async function keyOf(header: JWSHeaderParameters, token: FlattenedJWSInput) {
    if (typeof header.kid !== 'string') throw new errors.JWKSNoMatchingKey();
    const keys = await keySet();
    const key = await keys(header, token);
    const published: EndorsedKey | undefined = keys.jwks()?.keys.find(({ kid }) => kid === header.kid);
    // As the SDK has it: a key that names no channels is good for all.
    const endorsed: readonly unknown[] = Array.isArray(published?.endorsements) ? published.endorsements : [];
    if (endorsed.length > 0 && !endorsed.includes(teamsChannel)) throw new errors.JWKSNoMatchingKey();
    return key;
  };
}

async function readKeySet(openIdMetadata: string, fetch: typeof globalThis.fetch): Promise<RemoteJWKSet> {
  const response = await fetch(openIdMetadata, { signal: AbortSignal.timeout(timeoutDuration) });
  if (!response.ok) throw new Error(`The Bot Framework's key document was answered with ${response.status}`);
  const { jwks_uri: address } = (await response.json()) as { readonly jwks_uri?: unknown };
  if (typeof address !== 'string' || !URL.canParse(address)) throw new Error("The Bot Framework's key document names no keys");
  return createRemoteJWKSet(new URL(address), { timeoutDuration, cooldownDuration, cacheMaxAge, [customFetch]: fetch });
}
