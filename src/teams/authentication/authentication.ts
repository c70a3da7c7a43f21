import type { Activity } from '../activity.js';
import type { AuthenticateRequestResult, ConnectorClient } from 'botframework-connector';
import {
  AuthenticationError,
  BotFrameworkAuthentication,
  BotFrameworkAuthenticationFactory,
  AuthenticationConfiguration,
  ConnectorFactory,
} from 'botframework-connector';
import { callLimits } from '../../limits.js';
import { policyWithLimit } from '../../runtime/policy-with-limit.js';
import type { CallLimit } from '../../runtime/call-limit.js';
import { createCheckToken, type CheckToken, type CheckTokenOptions } from './check-token.js';
import { ChannelCredentialsFactory, type BotIdentity } from './credentials.js';

/** Addresses of the Bot Framework in one cloud. */
export interface ChannelAddresses {
  /** Audience of tokens to Teams and issuer of tokens from it, e.g. `https://api.botframework.com`. */
  readonly botScope: string;
  readonly botTokenIssuer: string;
  readonly botOpenIdMetadata: string;
  readonly loginUrl: string;
}

export interface AuthenticationOptions extends Pick<CheckTokenOptions, 'fetch' | 'now'> {
  /** What one request to Teams may take: within the turn of an activity, where Teams waits for the bot, and outside of one. */
  readonly limits?: { readonly reply: CallLimit; readonly teams: CallLimit };
}

/** What the SDK writes into activities of Teams (learn: callerId in the activity schema). */
const azure = 'urn:botframework:azure';

/** Checks what comes in and signs what goes out; its clients never repeat a request by themselves, and none waits for ever. */
export function createAuthentication(
  identity: BotIdentity,
  addresses: ChannelAddresses,
  { fetch, now, limits = callLimits }: AuthenticationOptions,
): BotFrameworkAuthentication {
  const { loginUrl, botScope, botTokenIssuer, botOpenIdMetadata } = addresses;
  const checkToken =
    identity.appId === undefined
      ? undefined
      : createCheckToken({
          appId: identity.appId,
          issuer: botTokenIssuer,
          openIdMetadata: botOpenIdMetadata,
          fetch,
          now,
        });
  return new ChannelAuthentication(
    BotFrameworkAuthenticationFactory.create(
      '',
      true,
      `${loginUrl}/botframework.com`,
      botScope,
      botTokenIssuer,
      botScope,
      botOpenIdMetadata,
      `${loginUrl}/common/v2.0/.well-known/openid-configuration`,
      azure,
      new ChannelCredentialsFactory(identity),
      new AuthenticationConfiguration(),
    ),
    checkToken,
    limits,
  );
}

/** The SDK's, but for its check of tokens (see check-token.ts) and for the retries of its clients. */
class ChannelAuthentication extends BotFrameworkAuthentication {
  readonly #inner: BotFrameworkAuthentication;
  readonly #checkToken: CheckToken | undefined;
  readonly #limits: NonNullable<AuthenticationOptions['limits']>;

  /** Without `checkToken` everybody is believed: for the simulated tenant alone. */
  constructor(
    inner: BotFrameworkAuthentication,
    checkToken: CheckToken | undefined,
    limits: NonNullable<AuthenticationOptions['limits']>,
  ) {
    super();
    this.#inner = inner;
    this.#checkToken = checkToken;
    this.#limits = limits;
  }

  override async authenticateRequest(activity: Activity, authHeader: string): Promise<AuthenticateRequestResult> {
    if (this.#checkToken === undefined) {
      const result = await this.#inner.authenticateRequest(activity, authHeader);
      return result.connectorFactory
        ? { ...result, connectorFactory: new SingleAttempts(result.connectorFactory, this.#limits.reply) }
        : result;
    }
    const claimsIdentity = await this.#checkToken(authHeader, activity.serviceUrl);
    return {
      audience: this.getOriginatingAudience(),
      callerId: azure,
      claimsIdentity,
      connectorFactory: new SingleAttempts(this.#inner.createConnectorFactory(claimsIdentity), this.#limits.reply),
    };
  }

  /** Nothing gets in this way or the one of skills, below. */
  override async authenticateStreamingRequest(): Promise<never> {
    throw new AuthenticationError('Only activities over HTTP are taken.', 403);
  }

  override createConnectorFactory(...args: Parameters<BotFrameworkAuthentication['createConnectorFactory']>) {
    return new SingleAttempts(this.#inner.createConnectorFactory(...args), this.#limits.teams);
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

  override async authenticateChannelRequest(): Promise<never> {
    throw new AuthenticationError('Only activities over HTTP are taken.', 403);
  }
}

/** The client keeps its pipeline private; the test that counts one POST on 503 watches over this. */
interface Piped {
  readonly client: {
    readonly pipeline: {
      removePolicy(which: { name: string }): unknown;
      addPolicy(policy: ReturnType<typeof policyWithLimit>): void;
    };
  };
}

/**
 * The SDK's connector repeats a POST on 408 and 5xx, so that one message may stand there several times, and no option stops
 * it. Retries are the outbox's business, which knows what it sent: the policy is taken out of every client made. Nor does it know a
 * limit of time or size: they are put in.
 */
class SingleAttempts extends ConnectorFactory {
  readonly #inner: ConnectorFactory;
  readonly #limit: CallLimit;

  constructor(inner: ConnectorFactory, limit: CallLimit) {
    super();
    this.#inner = inner;
    this.#limit = limit;
  }

  override async create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    const client = await this.#inner.create(serviceUrl, audience);
    const { pipeline } = (client as unknown as Piped).client;
    pipeline.removePolicy({ name: 'defaultRetryPolicy' });
    pipeline.addPolicy(policyWithLimit(this.#limit));
    return client;
  }
}
