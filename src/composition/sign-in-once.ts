import type { Foundations } from './foundations.js';

/** Signs in once at the start, so that the token sources log a mistake before the first person writes. */
export async function signInOnce({ config, tokens, log }: Foundations): Promise<void> {
  const scopes = [
    [tokens.bot, config.cloud.botIssuer],
    [tokens.graph, new URL(config.graph.baseUrl).origin],
  ] as const;
  const got = await Promise.allSettled(scopes.map(([source, audience]) => source.token(`${audience}/.default`)));
  if (got.every(({ status }) => status === 'fulfilled')) log.info('signed in to Teams and Microsoft Graph');
}
