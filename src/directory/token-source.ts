import { ClientAssertionCredential, ClientCertificateCredential, ClientSecretCredential, ManagedIdentityCredential } from '@azure/identity';
import type { ClientSecretCredentialOptions } from '@azure/identity';
import { bounded } from '../bounded.js';
import { isLoopback } from '../loopback.js';
import type { SignIn } from '../sign-in.js';

/** Gives tokens for a scope such as `https://graph.microsoft.com/.default`, and keeps them while they last. */
export interface TokenSource {
  /** Throws when the login service refuses, cannot be reached, or does not answer in time (code ETIMEDOUT). */
  token(scope: string): Promise<string>;
}

export interface Authority {
  /** The login address, https, e.g. `https://login.microsoftonline.com`. */
  readonly authorityHost: string;
  readonly tenantId: string;
}

type Credential = Pick<ClientSecretCredential, 'getToken'>;

/** Milliseconds for one token. Ours: a turn has no more for all of Graph, and a stop no more to wait. */
const withinMs = 8_000;

/** Milliseconds of these for what the host answers itself. */
const identityWithinMs = 6_000;

/** Throws when the login address is not https. */
export function createTokenSource(signIn: SignIn, authority: Authority): TokenSource {
  if (signIn.kind === 'simulated') return { token: async () => 'simulated' };
  const credential = credentialFor(signIn, authority);
  return { token: async (scope) => (await bounded(credential.getToken(scope), withinMs)).token };
}

function credentialFor(signIn: Exclude<SignIn, { kind: 'simulated' }>, { authorityHost, tenantId }: Authority): Credential {
  const options = optionsFor(authorityHost);
  switch (signIn.kind) {
    case 'secret':
      return new ClientSecretCredential(tenantId, signIn.clientId, signIn.clientSecret, options);
    case 'certificate':
      return new ClientCertificateCredential(tenantId, signIn.clientId, signIn.certificatePath, options);
    case 'managedIdentity':
      return identity(signIn.clientId);
    case 'federated': {
      const own = identity(signIn.managedIdentityClientId);
      const assertion = async (): Promise<string> => (await own.getToken(exchangeScope(authorityHost))).token;
      return new ClientAssertionCredential(tenantId, signIn.clientId, assertion, options);
    }
  }
}

/** The host's managed identity, whose silence is told as its own: the library would ask again and again. */
function identity(clientId: string): Credential {
  const credential = new ManagedIdentityCredential({ clientId });
  return {
    getToken: (scope) =>
      bounded(credential.getToken(scope), identityWithinMs).catch((cause: unknown) => {
        throw (cause as { readonly code?: unknown }).code === 'ETIMEDOUT' ? new Error('ManagedIdentityCredential: no answer', { cause }) : cause;
      }),
  };
}

/** Instance discovery asks the public cloud whether a login address is real; a loopback one is known to nobody. */
function optionsFor(authorityHost: string): ClientSecretCredentialOptions {
  const { protocol, hostname } = new URL(authorityHost);
  if (protocol !== 'https:') throw new Error(`The login address must begin with https://; it is ${authorityHost}`);
  return {
    authorityHost,
    disableInstanceDiscovery: isLoopback(hostname),
    retryOptions: { maxRetries: 1, maxRetryDelayInMs: 2_000 },
  };
}

/** What a managed identity's token must be for to serve as an assertion; each cloud has its own word for it. */
function exchangeScope(authorityHost: string): string {
  const host = new URL(authorityHost).hostname;
  const cloud = host.endsWith('.us') ? 'USGov' : host.endsWith('.cn') ? 'China' : '';
  return `api://AzureADTokenExchange${cloud}/.default`;
}
