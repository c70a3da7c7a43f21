import { ServiceClientCredentialsFactory } from 'botframework-connector';

/** Gives tokens for a scope such as `https://api.botframework.com/.default`. */
export interface ChannelTokens {
  token(scope: string): Promise<string>;
}

export interface BotIdentity {
  /** The bot's app id; undefined = anonymous, against the simulated tenant only. */
  readonly appId: string | undefined;
  readonly tokens: ChannelTokens;
}

type Credentials = Awaited<ReturnType<ServiceClientCredentialsFactory['createCredentials']>>;

/**
 * The SDK's own factories cannot be pointed at another login address and know no token source but their own; this one lets
 * the application's single token source sign what goes to Teams.
 */
export class ChannelCredentialsFactory extends ServiceClientCredentialsFactory {
  readonly #identity: BotIdentity;

  constructor(identity: BotIdentity) {
    super();
    this.#identity = identity;
  }

  override async isValidAppId(appId: string): Promise<boolean> {
    return appId === this.#identity.appId;
  }

  override async isAuthenticationDisabled(): Promise<boolean> {
    return this.#identity.appId === undefined;
  }

  override async createCredentials(_appId: string, audience: string | undefined): Promise<Credentials> {
    const { appId, tokens } = this.#identity;
    return {
      async signRequest(resource) {
        if (appId === undefined) return resource;
        const scope = `${audience ?? ''}/.default`;
        resource.headers.set('authorization', `Bearer ${await tokenFor(tokens, scope)}`);
        return resource;
      },
    };
  }
}

/** The code of an error that kept a request from being sent at all; see judge-failure.ts. */
export const noTokenCode = 'NO_TOKEN';

async function tokenFor(tokens: ChannelTokens, scope: string): Promise<string> {
  try {
    return await tokens.token(scope);
  } catch (cause) {
    throw Object.assign(new Error('There is no token for Teams', { cause }), { code: noTokenCode });
  }
}
