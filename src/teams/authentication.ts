import type {
  ConnectorClient} from 'botframework-connector';
import {
  BotFrameworkAuthentication,
  BotFrameworkAuthenticationFactory,
  AuthenticationConfiguration,
  ConnectorFactory,
} from 'botframework-connector';
import { ChannelCredentialsFactory, type BotIdentity } from './credentials.js';

/** Addresses of the Bot Framework in one cloud. */
export interface ChannelAddresses {
  /** Audience of tokens to Teams and issuer of tokens from it, e.g. `https://api.botframework.com`. */
  readonly botScope: string;
  readonly botTokenIssuer: string;
  readonly botOpenIdMetadata: string;
  readonly loginUrl: string;
}

/** Checks what comes in and signs what goes out; its clients never repeat a request by themselves. */
export function createAuthentication(identity: BotIdentity, addresses: ChannelAddresses): BotFrameworkAuthentication {
  const { loginUrl, botScope, botTokenIssuer, botOpenIdMetadata } = addresses;
  return new WithoutBlindRetries(
    BotFrameworkAuthenticationFactory.create(
      '',
      true,
      `${loginUrl}/botframework.com`,
      botScope,
      botTokenIssuer,
      botScope,
      botOpenIdMetadata,
      `${loginUrl}/common/v2.0/.well-known/openid-configuration`,
      'urn:botframework:azure',
      new ChannelCredentialsFactory(identity),
      new AuthenticationConfiguration(),
    ),
  );
}

/**
 * The SDK's connector repeats a POST on 408 and 5xx, so that one message may stand there several times, and no option stops
 * it. Retries are the outbox's business, which knows what it sent: the policy is taken out of every client made.
 */
class WithoutBlindRetries extends BotFrameworkAuthentication {
  readonly #inner: BotFrameworkAuthentication;

  constructor(inner: BotFrameworkAuthentication) {
    super();
    this.#inner = inner;
  }

  override async authenticateRequest(...args: Parameters<BotFrameworkAuthentication['authenticateRequest']>) {
    const result = await this.#inner.authenticateRequest(...args);
    return result.connectorFactory ? { ...result, connectorFactory: new SingleAttempts(result.connectorFactory) } : result;
  }

  override authenticateStreamingRequest(...args: Parameters<BotFrameworkAuthentication['authenticateStreamingRequest']>) {
    return this.#inner.authenticateStreamingRequest(...args);
  }

  override createConnectorFactory(...args: Parameters<BotFrameworkAuthentication['createConnectorFactory']>) {
    return new SingleAttempts(this.#inner.createConnectorFactory(...args));
  }

  override createUserTokenClient(...args: Parameters<BotFrameworkAuthentication['createUserTokenClient']>) {
    return this.#inner.createUserTokenClient(...args);
  }

  override createBotFrameworkClient() {
    return this.#inner.createBotFrameworkClient();
  }

  override getOriginatingAudience() {
    return this.#inner.getOriginatingAudience();
  }

  override authenticateChannelRequest(authHeader: string) {
    return this.#inner.authenticateChannelRequest(authHeader);
  }
}

/** The client keeps its pipeline private; the test that counts one POST on 503 watches over this. */
interface Piped {
  readonly client: { readonly pipeline: { removePolicy(which: { name: string }): unknown } };
}

class SingleAttempts extends ConnectorFactory {
  readonly #inner: ConnectorFactory;

  constructor(inner: ConnectorFactory) {
    super();
    this.#inner = inner;
  }

  override async create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    const client = await this.#inner.create(serviceUrl, audience);
    const { pipeline } = (client as unknown as Piped).client;
    pipeline.removePolicy({ name: 'defaultRetryPolicy' });
    return client;
  }
}
