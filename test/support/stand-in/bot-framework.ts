import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';

/** What is unlike a proper token, and so makes the bot refuse it. */
export interface Spoiled {
  readonly audience?: string;
  readonly issuer?: string;
  readonly serviceUrl?: string;
  /** Seconds from now. */
  readonly expiresIn?: number;
  readonly validIn?: number;
  readonly signedBy?: 'nobody' | 'stranger' | 'keyOfAnotherChannel';
}

export interface BotFramework {
  /** The key document and the keys in it; undefined = another address. */
  answer(path: string): object | undefined;
  /** The token that comes with an activity from this service URL. */
  token(serviceUrl: string, spoiled?: Spoiled): Promise<string>;
}

const proper = 'https://api.botframework.com';

/** Who calls the bot on Teams' behalf: its key document at `origin`, and its tokens. */
export async function createBotFramework(origin: string, appId: string): Promise<BotFramework> {
  const keys = {
    teams: await generateKeyPair('RS256'),
    other: await generateKeyPair('RS256'),
    stranger: await generateKeyPair('RS256'),
  };
  const published = [
    { ...(await exportJWK(keys.teams.publicKey)), kid: 'teams', use: 'sig', endorsements: ['msteams'] },
    { ...(await exportJWK(keys.other.publicKey)), kid: 'other', use: 'sig', endorsements: ['webchat'] },
  ];

  return {
    answer(path) {
      if (path === '/bot/openidconfiguration')
        return { issuer: proper, jwks_uri: `${origin}/bot/keys`, id_token_signing_alg_values_supported: ['RS256'] };
      return path === '/bot/keys' ? { keys: published } : undefined;
    },
    async token(
      serviceUrl,
      {
        audience = appId,
        issuer = proper,
        serviceUrl: claimed = serviceUrl,
        expiresIn = 3_600,
        validIn = -60,
        signedBy,
      } = {},
    ) {
      const now = Math.floor(Date.now() / 1_000);
      const claims = { serviceurl: claimed };
      if (signedBy === 'nobody')
        return new UnsecuredJWT(claims)
          .setIssuer(issuer)
          .setAudience(audience)
          .setNotBefore(now + validIn)
          .setExpirationTime(now + expiresIn)
          .encode();
      const [kid, key] =
        signedBy === 'keyOfAnotherChannel'
          ? (['other', keys.other] as const)
          : (['teams', signedBy === 'stranger' ? keys.stranger : keys.teams] as const);
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
        .setIssuer(issuer)
        .setAudience(audience)
        .setNotBefore(now + validIn)
        .setExpirationTime(now + expiresIn)
        .sign(key.privateKey);
    },
  };
}
