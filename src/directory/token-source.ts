import {
  ClientAssertionCredential,
  ClientCertificateCredential,
  ClientSecretCredential,
  ManagedIdentityCredential,
} from '@azure/identity';
import type { ClientSecretCredentialOptions } from '@azure/identity';
import { withTimeout } from '../runtime/with-timeout.js';
import { callLimits } from '../limits.js';
import { isLoopback } from '../runtime/loopback.js';
import { policyWithLimit } from '../runtime/policy-with-limit.js';
import type { CallLimit } from '../runtime/call-limit.js';
import type { SignIn } from './sign-in.js';

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

/** The part of the time for one token that is given to what the host answers itself. */
const identityPart = 0.75;

/** Throws when the login address is not https. `limit`: of all requests for one token together. */
export function createTokenSource(
  signIn: SignIn,
  authority: Authority,
  limit: CallLimit = callLimits.token,
): TokenSource {
  if (signIn.kind === 'simulated') return { token: async () => 'simulated' };
  const credential = credentialFor(signIn, authority, limit);
  return { token: async (scope) => (await withTimeout(credential.getToken(scope), limit.ms)).token };
}

function credentialFor(
  signIn: Exclude<SignIn, { kind: 'simulated' }>,
  { authorityHost, tenantId }: Authority,
  limit: CallLimit,
): Credential {
  const options = {
    ...optionsFor(authorityHost),
    additionalPolicies: [{ policy: policyWithLimit(limit), position: 'perCall' as const }],
  };
  const identity = (clientId: string): Credential => hostsIdentity(clientId, { ...limit, ms: limit.ms * identityPart });
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

/** It drops the policies it is given (@azure/identity 4.13.1) and keeps its client private; the test of every call watches over this. */
interface Piped {
  readonly identityClient: { readonly pipeline: { addPolicy(policy: ReturnType<typeof policyWithLimit>): void } };
}

/** The host's managed identity, whose silence is told as its own: the library would ask again and again. */
function hostsIdentity(clientId: string, limit: CallLimit): Credential {
  const credential = new ManagedIdentityCredential({ clientId });
  (credential as unknown as Piped).identityClient.pipeline.addPolicy(policyWithLimit(limit));
  return {
    getToken: (scope) =>
      withTimeout(credential.getToken(scope), limit.ms).catch((cause: unknown) => {
        throw (cause as { readonly code?: unknown }).code === 'ETIMEDOUT'
          ? new Error('ManagedIdentityCredential: no answer', { cause })
          : cause;
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
