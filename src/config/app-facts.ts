import { withoutTrailingSlash } from './addresses.js';
import { clouds } from './clouds.js';
import type { ConfigProblem } from './problem.js';
import { isGiven, readVariables } from './variables.js';
import type { Environment, Values } from './variables.js';

/** What the manifest of the Teams app says that differs from company to company. */
export interface AppFacts {
  /** The bot's app id, which is the Teams app's id as well. */
  readonly appId: string;
  readonly developerName: string;
  readonly websiteUrl: string;
  readonly privacyUrl: string;
  readonly termsUrl: string;
  /** Whether bots send and receive files in the cloud. */
  readonly takesFiles: boolean;
}

export type LoadedAppFacts =
  | { readonly kind: 'ok'; readonly facts: AppFacts }
  | { readonly kind: 'invalid'; readonly problems: readonly ConfigProblem[] };

/** Characters of the developer's name, and of an address (manifest schema: developer.name, definitions.httpsUrl). */
const longestName = 32;
const longestUrl = 2_048;

const pages = [
  ['websiteUrl', 'APP_WEBSITE_URL', '/about'],
  ['privacyUrl', 'APP_PRIVACY_URL', '/privacy'],
  ['termsUrl', 'APP_TERMS_URL', '/terms'],
] as const;

/** The pages of the app: those that are named, else the bot's own under its public address; undefined without either. */
export function appPages(values: Values): Readonly<Record<(typeof pages)[number][0], string | undefined>> {
  const root = values.PUBLIC_URL === undefined ? undefined : withoutTrailingSlash(values.PUBLIC_URL);
  const entries = pages.map(
    ([name, variable, path]) => [name, values[variable] ?? (root === undefined ? undefined : root + path)] as const,
  );
  return Object.fromEntries(entries) as Record<(typeof pages)[number][0], string | undefined>;
}

/** What the manifest needs of the environment; every value that is missing or wrong is reported at once. */
export function loadAppFacts(env: Environment): LoadedAppFacts {
  const { values, problems: unreadable } = readVariables(env);
  const own = pages.map(([, variable]) => variable);
  const problems = unreadable.filter(({ variable }) =>
    ['MicrosoftAppId', 'APP_DEVELOPER_NAME', 'PUBLIC_URL', 'CLOUD', ...own].includes(variable),
  );
  if (!isGiven(env, 'MicrosoftAppId')) {
    problems.push({
      variable: 'MicrosoftAppId',
      problem: 'the Teams app has to name its bot, and none is set.',
      cure: "Set it to the bot's application (client) id.",
    });
  }
  if (!isGiven(env, 'APP_DEVELOPER_NAME')) {
    problems.push({
      variable: 'APP_DEVELOPER_NAME',
      problem: 'Teams shows who made the app, and nobody is named.',
      cure: 'Set it to the name of your company or team, such as Contoso IT.',
    });
  } else if ((values.APP_DEVELOPER_NAME?.length ?? 0) > longestName) {
    problems.push({
      variable: 'APP_DEVELOPER_NAME',
      problem: `Teams takes ${longestName} characters, and this has ${values.APP_DEVELOPER_NAME?.length ?? 0}.`,
      cure: 'Shorten it.',
    });
  }
  const found = appPages(values);
  for (const [name, variable] of pages) {
    const url = found[name];
    if (url === undefined && !isGiven(env, variable) && !isGiven(env, 'PUBLIC_URL')) {
      problems.push({
        variable,
        problem: 'the Teams app has to link to this page, and its address is not known.',
        cure: `Set PUBLIC_URL to the https address under which the bot is reached, or ${variable} to a page of your own.`,
      });
    } else if (url !== undefined && url.length > longestUrl) {
      problems.push({
        variable,
        problem: `Teams takes addresses of ${longestUrl} characters, and this has ${url.length}.`,
        cure: 'Use a shorter one.',
      });
    }
  }
  const { MicrosoftAppId: appId, APP_DEVELOPER_NAME: developerName } = values;
  const { websiteUrl, privacyUrl, termsUrl } = found;
  if (problems.length > 0 || !appId || !developerName || !websiteUrl || !privacyUrl || !termsUrl)
    return { kind: 'invalid', problems };
  return {
    kind: 'ok',
    facts: {
      appId,
      developerName,
      websiteUrl,
      privacyUrl,
      termsUrl,
      takesFiles: clouds[values.CLOUD ?? 'public'].botsHaveFiles,
    },
  };
}
