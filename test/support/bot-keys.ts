import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export const appId = '11111111-2222-4333-8444-555555555555';
export const issuer = 'https://api.botframework.com';

/** Who signs as the Bot Framework, and somebody else. */
export const [ours, strangers] = [
  generateKeyPairSync('rsa', { modulusLength: 2048 }),
  generateKeyPairSync('rsa', { modulusLength: 2048 }),
];

export const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token as the Bot Framework makes them; `key` is whose signature it carries. */
export function token(
  claims: object = {},
  { key = ours, kid = 'known' }: { readonly key?: { readonly privateKey: KeyObject }; readonly kid?: string } = {},
): string {
  const times = { nbf: 1_700_000_000, exp: 4_000_000_000 };
  const said = `${encoded({ alg: 'RS256', typ: 'JWT', kid })}.${encoded({ iss: issuer, aud: appId, ...times, ...claims })}`;
  return `${said}.${sign('sha256', Buffer.from(said), key.privateKey).toString('base64url')}`;
}

/** The documents that say whose signature counts: the Bot Framework's and the login service's. */
export async function keyDocument(status = 200): Promise<{ origin: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const origin = `http://${request.headers.host ?? ''}`;
    const key = ours.publicKey.export({ format: 'jwk' });
    const keys = [
      { ...key, kid: 'known', endorsements: ['msteams'] },
      { ...key, kid: 'webchat', endorsements: ['webchat'] },
    ];
    const body =
      request.url === '/keys'
        ? { keys }
        : { issuer, jwks_uri: `${origin}/keys`, id_token_signing_alg_values_supported: ['RS256'] };
    response.statusCode = status;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
