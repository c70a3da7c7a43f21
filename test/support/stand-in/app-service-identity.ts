import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Entra } from './entra.js';

/** The environment by which App Service tells of a managed identity (learn: overview-managed-identity). */
export interface AppServiceIdentity {
  readonly environment: { readonly IDENTITY_ENDPOINT: string; readonly IDENTITY_HEADER: string };
  /** Audiences that were asked for, in order. */
  readonly resources: string[];
  close(): Promise<void>;
}

const header = 'the-word-of-this-host';

/** App Service's own endpoint, over http on this machine: it knows one user-assigned identity. */
export async function startAppServiceIdentity(
  entra: () => Entra,
  identity: { readonly clientId: string; readonly principalId: string },
): Promise<AppServiceIdentity> {
  const resources: string[] = [];
  const server = createServer((request, response) => {
    void answer(request.url ?? '', request.headers['x-identity-header']).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
  });

  async function answer(url: string, said: unknown): Promise<{ status: number; body: object }> {
    const query = new URL(url, 'http://localhost').searchParams;
    if (said !== header || query.get('api-version') !== '2019-08-01')
      return { status: 401, body: { message: 'Not of this host.' } };
    const resource = query.get('resource') ?? '';
    if (query.get('client_id') !== identity.clientId)
      return {
        status: 400,
        body: {
          statusCode: 400,
          message:
            'No User Assigned or Delegated Managed Identity found for specified ClientId/ResourceId/PrincipalId.',
        },
      };
    resources.push(resource);
    const expires = Math.floor(Date.now() / 1_000) + 3_600;
    return {
      status: 200,
      body: {
        access_token: await entra().identityToken(identity.principalId, resource),
        expires_on: String(expires),
        resource,
        token_type: 'Bearer',
        client_id: identity.clientId,
      },
    };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    environment: { IDENTITY_ENDPOINT: `http://127.0.0.1:${port}/msi/token`, IDENTITY_HEADER: header },
    resources,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
