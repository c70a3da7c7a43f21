import { isLoopback } from '../runtime/loopback.js';
import type { Cloud, CloudName } from './clouds.js';
import type { ConfigProblem } from './problem.js';
import { isGiven } from './variables.js';
import type { Environment, Values } from './variables.js';

/** Without an app id nobody is authenticated, so such a bot stays on this machine and among simulated people. */
export function anonymousProblems(env: Environment, values: Values): readonly ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const orAppId = 'or set MicrosoftAppId to run the bot for real people.';
  if (values.NODE_ENV?.toLowerCase() === 'production') {
    problems.push({
      variable: 'MicrosoftAppId',
      problem: 'NODE_ENV is production, and without an app id every caller would be believed.',
      cure: "Set it to the bot's application (client) id, or run with another NODE_ENV.",
    });
  }
  if (values.HOST !== undefined && !isLoopback(values.HOST)) {
    problems.push({
      variable: 'HOST',
      problem: `"${values.HOST}" can be reached from other machines, and without MicrosoftAppId every caller would be believed.`,
      cure: `Leave it out (127.0.0.1), ${orAppId}`,
    });
  }
  if (!isGiven(env, 'GRAPH_BASE_URL')) {
    problems.push({
      variable: 'GRAPH_BASE_URL',
      problem: 'without MicrosoftAppId only a simulated Graph is read, and none is named.',
      cure: `Set it to http:// on 127.0.0.1, [::1] or localhost, ${orAppId} "npm run demo" does the former.`,
    });
  } else if (values.GRAPH_BASE_URL !== undefined && !isPlainLoopback(values.GRAPH_BASE_URL)) {
    problems.push({
      variable: 'GRAPH_BASE_URL',
      problem: `without MicrosoftAppId only a simulated Graph is read, and ${values.GRAPH_BASE_URL} is not http:// on 127.0.0.1, [::1] or localhost.`,
      cure: `Set it to the simulated Graph's address, ${orAppId}`,
    });
  }
  const secrets = [
    'GRAPH_CLIENT_SECRET',
    'MicrosoftAppPassword',
    'MicrosoftAppCertificatePath',
    'MicrosoftAppFederatedClientId',
  ] as const;
  for (const variable of secrets.filter((name) => isGiven(env, name))) {
    problems.push({
      variable,
      problem: 'a credential is set but MicrosoftAppId is not; a bot without an app id must not hold one.',
      cure: `Leave it out, ${orAppId}`,
    });
  }
  return problems;
}

/** Addresses other than the cloud's own are taken on this machine only, so that no token is sent to a stranger. */
export function foreignAddressProblems(values: Values, name: CloudName, cloud: Cloud): readonly ConfigProblem[] {
  const owned = [
    ['GRAPH_BASE_URL', cloud.graphUrl],
    ['LOGIN_URL', cloud.loginUrl],
    ['BOT_OPENID_METADATA', cloud.botOpenIdMetadata],
    ['TEAMS_SERVICE_URL', `https://${cloud.teamsHost}`],
  ] as const;
  return owned.flatMap(([variable, own]) => {
    const given = values[variable];
    if (given === undefined || !given.startsWith('https:')) return [];
    const { host, hostname } = new URL(given);
    if (host === new URL(own).host || isLoopback(hostname)) return [];
    return {
      variable,
      problem: `${given} is not an address of the cloud "${name}" (${own}), nor is it on this machine.`,
      cure: 'Leave it out, or set CLOUD to the cloud the address belongs to.',
    };
  });
}

/** What a bot with an app id needs of its addresses beyond that. */
export function authenticatedAddressProblems(values: Values, name: CloudName, cloud: Cloud): readonly ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  if (values.GRAPH_BASE_URL?.startsWith('http:')) {
    problems.push({
      variable: 'GRAPH_BASE_URL',
      problem: `${values.GRAPH_BASE_URL} is http://, and with MicrosoftAppId real tokens and people's data would travel unprotected.`,
      cure: `Leave it out (${cloud.graphUrl}), or leave MicrosoftAppId out to run against the simulated Graph.`,
    });
  }
  if (cloud.teamsServiceUrl === undefined && values.TEAMS_SERVICE_URL === undefined) {
    problems.push({
      variable: 'CLOUD',
      problem: `Teams' service address in the cloud "${name}" is not known for sure.`,
      cure: `Set TEAMS_SERVICE_URL to the serviceUrl that activities carry there (https://${cloud.teamsHost}/…).`,
    });
  }
  return problems;
}

function isPlainLoopback(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && isLoopback(hostname);
}
