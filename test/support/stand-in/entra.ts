import { createPublicKey, randomUUID, X509Certificate } from 'node:crypto';
import { decodeJwt, exportJWK, generateKeyPair, jwtVerify, SignJWT, type KeyObject } from 'jose';

/** What the app registration knows. */
export interface Registration {
  readonly tenantId: string;
  readonly appId: string;
  readonly secret: string;
  /** PEM. */
  readonly certificate: string;
  /** The managed identity whose tokens count as the app's credential. */
  readonly federatedSubject: string;
}

export interface TokenRequest {
  readonly by: 'secret' | 'certificate' | 'federated';
  readonly scope: string;
}

export interface Answer {
  readonly status: number;
  readonly body: object;
}

export interface Entra {
  readonly registration: Registration;
  /** Every token that was given out by it, in order, and how the bot proved who it is. */
  readonly requests: TokenRequest[];
  /** The document and the token endpoint that a client of Entra asks for; undefined = another address. */
  answer(method: string, path: string, form: URLSearchParams): Promise<Answer | undefined>;
  /** A token of a managed identity of this tenant. `resource` is the audience. */
  identityToken(principalId: string, resource: string): Promise<string>;
  /** A token of the bot's application for that audience, as it gets it for itself. */
  tokenFor(audience: string): Promise<string>;
  /** Whether this is a token that was given out for that audience, whoever asked. */
  isValid(token: string, audience: string): Promise<boolean>;
}

const exchange = 'api://AzureADTokenExchange';

/** Seconds by which clocks may differ, as with Entra; its client rounds up. */
const clockTolerance = 300;

/** The login service as far as applications need it, refusing with Entra's own codes. `origin` is its address, https. */
export async function createEntra(
  origin: string,
  registration: Registration,
  roles: readonly string[],
): Promise<Entra> {
  const { tenantId, appId, secret, certificate, federatedSubject } = registration;
  const keys = await generateKeyPair('RS256');
  const issuer = `${origin}/${tenantId}/v2.0`;
  const endpoint = `${origin}/${tenantId}/oauth2/v2.0/token`;
  const requests: TokenRequest[] = [];

  const sign = (audience: string, claims: object): Promise<string> =>
    new SignJWT({ ...claims, tid: tenantId, uti: randomUUID() })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: 'entra' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(keys.privateKey);

  async function isSigned(assertion: string): Promise<'certificate' | 'federated' | undefined> {
    const own = await jwtVerify(assertion, createPublicKey(certificate) as KeyObject, {
      issuer: appId,
      subject: appId,
      audience: endpoint,
      clockTolerance,
    }).catch(() => undefined);
    if (own) {
      const thumbprints = [own.protectedHeader.x5t, own.protectedHeader['x5t#S256']].filter(
        (each) => each !== undefined,
      );
      const known = new X509Certificate(certificate);
      const expected = [known.fingerprint, known.fingerprint256].map((each) =>
        Buffer.from(each.replaceAll(':', ''), 'hex').toString('base64url'),
      );
      return thumbprints.length > 0 && thumbprints.every((each) => typeof each === 'string' && expected.includes(each))
        ? 'certificate'
        : undefined;
    }
    const federated = await jwtVerify(assertion, keys.publicKey, {
      issuer,
      subject: federatedSubject,
      audience: exchange,
      clockTolerance,
    }).catch(() => undefined);
    return federated && 'federated';
  }

  async function give(form: URLSearchParams): Promise<Answer> {
    if (form.get('grant_type') !== 'client_credentials')
      return refusal(400, 'unsupported_grant_type', 'AADSTS70003: The app requested an unsupported grant type.');
    if (form.get('client_id') !== appId)
      return refusal(400, 'unauthorized_client', 'AADSTS700016: Application was not found in the directory.');
    const scope = form.get('scope') ?? '';
    const audience = /^(\S+)\/\.default\b/.exec(scope)?.[1];
    if (audience === undefined)
      return refusal(400, 'invalid_scope', 'AADSTS70011: The provided value for scope is not valid.');
    const assertion = form.get('client_assertion');
    const given = form.get('client_secret');
    const by =
      given !== null
        ? given === secret
          ? 'secret'
          : undefined
        : assertion !== null
          ? await isSigned(assertion)
          : undefined;
    if (by === undefined) {
      if (given !== null) return refusal(401, 'invalid_client', 'AADSTS7000215: Invalid client secret provided.');
      if (assertion === null)
        return refusal(
          401,
          'invalid_client',
          'AADSTS7000218: The request body must contain client_assertion or client_secret.',
        );
      return decodeJwt(assertion).iss === appId
        ? refusal(401, 'invalid_client', 'AADSTS700027: Client assertion contains an invalid signature.')
        : refusal(
            401,
            'invalid_client',
            'AADSTS700213: No matching federated identity record found for presented assertion subject.',
          );
    }
    requests.push({ by, scope });
    return {
      status: 200,
      body: {
        token_type: 'Bearer',
        expires_in: 3_599,
        ext_expires_in: 3_599,
        access_token: await sign(audience, { appid: appId, roles }),
      },
    };
  }

  return {
    registration,
    requests,
    async answer(method, path, form) {
      const [tenant, ...rest] = path.split('/').slice(1);
      const what = rest.join('/');
      // Every tenant's tokens are signed with these; the SDK asks for them when a token says to be another application's.
      if (what === 'discovery/v2.0/keys')
        return { status: 200, body: { keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'entra', use: 'sig' }] } };
      if (!['v2.0/.well-known/openid-configuration', 'oauth2/v2.0/token'].includes(what)) return undefined;
      if (tenant === 'common')
        return {
          status: 200,
          body: {
            issuer: `${origin}/{tenantid}/v2.0`,
            jwks_uri: `${origin}/common/discovery/v2.0/keys`,
            id_token_signing_alg_values_supported: ['RS256'],
          },
        };
      if (tenant !== tenantId)
        return refusal(400, 'invalid_tenant', `AADSTS90002: Tenant '${tenant ?? ''}' not found.`);
      if (method === 'POST') return give(form);
      return {
        status: 200,
        body: {
          issuer,
          token_endpoint: endpoint,
          authorization_endpoint: `${origin}/${tenantId}/oauth2/v2.0/authorize`,
          jwks_uri: `${origin}/${tenantId}/discovery/v2.0/keys`,
        },
      };
    },
    identityToken: (principalId, resource) => sign(resource, { sub: principalId, oid: principalId }),
    tokenFor: (audience) => sign(audience, { appid: appId, ver: '1.0', roles }),
    isValid: async (token, audience) =>
      jwtVerify(token, keys.publicKey, { issuer, audience }).then(
        () => true,
        () => false,
      ),
  };
}

function refusal(status: number, error: string, description: string): Answer {
  return {
    status,
    body: { error, error_description: description, error_codes: [Number(/\d+/.exec(description)?.[0])] },
  };
}
