import { AuthenticationError, ClaimsIdentity } from 'botframework-connector';
import { decodeJwt, errors, jwtVerify, type JWTPayload } from 'jose';
import { createTeamsKeys, type TeamsKeysOptions } from './teams-keys.js';

export interface CheckTokenOptions extends TeamsKeysOptions {
  readonly appId: string;
  /** Who issues tokens of channels, e.g. `https://api.botframework.com`. */
  readonly issuer: string;
}

/**
 * Tells whether Teams sent this activity: signed by a key for Teams, for this bot, from this service URL. Throws
 * AuthenticationError when not, any other error when the keys cannot be read.
 */
export type CheckToken = (authorization: string, serviceUrl: unknown) => Promise<ClaimsIdentity>;

/** Seconds by which clocks may differ, and what may sign (learn: bot-framework-rest-connector-authentication; botframework-connector). */
const clockTolerance = 300;
const algorithms = ['RS256', 'RS384', 'RS512'];

/** What is the token's fault; anything else is the key document's. */
const faults = [
  errors.JWTExpired,
  errors.JWTClaimValidationFailed,
  errors.JWTInvalid,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
];

/**
 * Not the SDK's own `authenticateRequest`: beside Teams it takes tokens of the emulator and of skills, which name neither the
 * bot nor the service URL, and it keeps something of every token that it refuses, for good (botframework-connector 4.23.3,
 * emulatorValidation), so that anybody could fill the memory.
 */
export function createCheckToken({ appId, issuer, ...documents }: CheckTokenOptions): CheckToken {
  const keys = createTeamsKeys(documents);
  return async function checkToken(authorization, serviceUrl) {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization)?.[1] ?? '';
    // What does not even say to be Teams' needs no keys to be refused.
    if (issuerOf(token) !== issuer) throw refused();
    const claims = await verified(token);
    if (typeof serviceUrl !== 'string' || claims['serviceurl'] !== serviceUrl) throw refused();
    return new ClaimsIdentity(
      Object.entries(claims).map(([type, value]) => ({ type, value: String(value) })),
      true,
    );
  };

  async function verified(token: string): Promise<JWTPayload> {
    try {
      return (
        await jwtVerify(token, keys, { issuer, audience: appId, clockTolerance, algorithms, requiredClaims: ['exp'] })
      ).payload;
    } catch (error) {
      throw faults.some((fault) => error instanceof fault) ? refused(error) : error;
    }
  }
}

function issuerOf(token: string): unknown {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}

function refused(cause?: unknown): AuthenticationError {
  return Object.assign(new AuthenticationError('The token is not one of Teams for this bot.', 401), { cause });
}
