import { AuthenticationHandler } from '@microsoft/microsoft-graph-client';
import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { isLoopback } from '../runtime/loopback.js';
import type { TokenSource } from './token-source.js';

/**
 * The middleware that signs requests to this root. Over https the client's own, which sends the token to Graph's hosts and
 * to the root's only; over http, possible on loopback alone, the fixed word of the simulated Graph and never a real token.
 */
export function authenticationFor(root: URL, token: TokenSource): Middleware {
  if (root.protocol === 'https:') {
    return new AuthenticationHandler({ getAccessToken: () => token.token(`${root.origin}/.default`) });
  }
  if (root.protocol === 'http:' && isLoopback(root.hostname)) return new SimulatedAuthentication();
  throw new Error(
    `Graph's address must be https://, or http:// on 127.0.0.1, [::1] or localhost; it is ${root.origin}`,
  );
}

class SimulatedAuthentication implements Middleware {
  #next: Middleware | undefined;

  async execute(context: Context): Promise<void> {
    context.options = {
      ...context.options,
      headers: { ...context.options?.headers, Authorization: 'Bearer simulated' },
    };
    await this.#next?.execute(context);
  }

  setNext(next: Middleware): void {
    this.#next = next;
  }
}
