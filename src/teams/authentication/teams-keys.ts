import { errors, type JWK, type JWTHeaderParameters } from 'jose';
import { withTimeout } from '../../runtime/with-timeout.js';
import { callLimits } from '../../limits.js';
import { fetchWithLimit } from '../../runtime/fetch-with-limit.js';
import type { CallLimit } from '../../runtime/call-limit.js';
import { teamsChannel } from '../outbound/attempt.js';
import { dayMs } from '../../runtime/durations.js';

/** Milliseconds after which keys are read again, and for which they count while that fails. Learn asks for a day at most; ours. */
const freshMs = dayMs;
const goodMs = 5 * freshMs;

/** Milliseconds between two looks while there are keys: anybody can name a key that there is not. */
const lookEveryMs = 30_000;

/** A key as the Bot Framework publishes it, with the channels that it signs for. */
type EndorsedKey = JWK & { readonly endorsements?: unknown };

export interface TeamsKeysOptions {
  /** Where the document stands that names the one with the keys. */
  readonly openIdMetadata: string;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => Date;
  /** Of reading both documents, instead of the usual. */
  readonly limit?: CallLimit;
}

/**
 * Finds the key that signed a token for Teams. Throws JWKSNoMatchingKey when there is none or it is another channel's, any
 * other error when the documents cannot be read.
 */
export function createTeamsKeys({ openIdMetadata, now, limit = callLimits.keys, ...options }: TeamsKeysOptions) {
  const fetch = fetchWithLimit(options.fetch, limit);
  let known: { readonly keys: readonly EndorsedKey[]; readonly readAt: number } | undefined;
  let reading: Promise<void> | undefined;
  let lookedAt = -Infinity;
  let failure: { readonly error: unknown } | undefined;

  const age = (): number => (known === undefined ? Infinity : now().getTime() - known.readAt);

  async function look(): Promise<void> {
    lookedAt = now().getTime();
    try {
      known = { keys: await withTimeout(readKeys(openIdMetadata, fetch), limit.ms), readAt: lookedAt };
      failure = undefined;
    } catch (error) {
      failure = { error };
    }
  }

  /** Everybody who waits for the keys waits for the same look. */
  async function refresh(): Promise<void> {
    if (reading === undefined && known !== undefined && now().getTime() - lookedAt < lookEveryMs) return;
    reading ??= look().finally(() => (reading = undefined));
    await reading;
  }

  return async function keyOf({ kid }: JWTHeaderParameters): Promise<JWK> {
    if (typeof kid !== 'string') throw new errors.JWKSNoMatchingKey();
    const find = (): EndorsedKey | undefined =>
      known?.keys.find((key) => key.kid === kid && key.kty === 'RSA' && key.use !== 'enc');
    if (find() === undefined || age() > freshMs) await refresh();
    const key = find();
    if (failure !== undefined && (key === undefined || age() > goodMs)) throw failure.error;
    if (key === undefined || !signsForTeams(key)) throw new errors.JWKSNoMatchingKey();
    return key;
  };
}

/** As the SDK has it: a key that names no channels is good for all. */
function signsForTeams({ endorsements }: EndorsedKey): boolean {
  return !Array.isArray(endorsements) || endorsements.length === 0 || endorsements.includes(teamsChannel);
}

async function readKeys(openIdMetadata: string, fetch: typeof globalThis.fetch): Promise<readonly EndorsedKey[]> {
  const { jwks_uri: address } = (await readJson(openIdMetadata, fetch)) as { readonly jwks_uri?: unknown };
  if (typeof address !== 'string' || !URL.canParse(address))
    throw new Error("The Bot Framework's document names no keys");
  const { keys } = (await readJson(address, fetch)) as { readonly keys?: unknown };
  if (!Array.isArray(keys)) throw new Error("The Bot Framework's key document holds no keys");
  return keys.filter((key): key is EndorsedKey => typeof key === 'object' && key !== null);
}

/** An object; throws for anything else. */
async function readJson(address: string, fetch: typeof globalThis.fetch): Promise<object> {
  const response = await fetch(address);
  if (!response.ok)
    throw new Error(
      `${new URL(address).host} answered with ${response.status} when it was asked for the Bot Framework's keys`,
    );
  const value: unknown = await response.json();
  if (typeof value !== 'object' || value === null) throw new Error("The Bot Framework's key document is no object");
  return value;
}
