import { config as loadDotenv } from 'dotenv';
import { withoutTrailingSlash } from './addresses.js';
import { appPages } from './app-facts.js';
import type { ReadFile } from './certificate.js';
import { clouds } from './clouds.js';
import type { CloudName } from './clouds.js';
import type { ConfigProblem } from './problem.js';
import { anonymousProblems, authenticatedAddressProblems, foreignAddressProblems } from './refusals.js';
import { appType, botSignIn, graphSignIn, signInProblems } from './sign-in.js';
import { isGiven, readVariables } from './variables.js';
import type { Environment, Values } from './variables.js';
import { defaultWorkingHours } from '../helpdesk/working-hours.js';
import type { WorkingHours } from '../helpdesk/working-hours.js';
import { isLoopback } from '../runtime/loopback.js';
import type { SignIn } from '../directory/sign-in.js';
import type { Locale } from '../text/locale.js';

export { problemLines } from './problem.js';
export type { ConfigProblem } from './problem.js';

/** The environment, checked. Optional fields are those that may stay unset. */
export interface Config {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  /** No app id: nobody is authenticated, Graph is simulated, and all of it stays on this machine. */
  readonly anonymous: boolean;
  /** How the bot signs in, and the tenant it signs in to; no tenant when anonymous. */
  readonly bot: { readonly signIn: SignIn; readonly loginTenant?: string };
  readonly graph: { readonly baseUrl: string; readonly signIn: SignIn };
  /** The one tenant that is served; nobody is served without one. */
  readonly tenantId?: string;
  readonly cloud: CloudAddresses;
  readonly database:
    { readonly kind: 'sqlite'; readonly path: string } | { readonly kind: 'postgres'; readonly url: string };
  readonly helpdeskChannelId?: string;
  readonly helpdeskGroupId?: string;
  readonly adminGroupId?: string;
  /** Working time after which an unclaimed ticket is brought up again. */
  readonly remindAfterMinutes: number;
  /** The same for an urgent one. */
  readonly remindUrgentAfterMinutes: number;
  readonly workingHours: WorkingHours;
  /** IANA name, e.g. `Europe/Berlin`; working hours and days are this zone's. */
  readonly timeZone: string;
  readonly defaultLocale: Locale;
  readonly retentionDays: number;
  readonly auditRetentionDays: number;
  /** Days without a sign-in after which a device counts as stale. */
  readonly staleDays: number;
  /** Administrators may have devices disabled and deleted, two of them together. */
  readonly allowDeviceCleanUp: boolean;
  /** Days between disabling and deleting. */
  readonly deleteAfterDays: number;
  readonly logLevel: NonNullable<Values['LOG_LEVEL']>;
  readonly metricsToken?: string;
  readonly treesDir?: string;
  /** Without a slash at its end. */
  readonly publicUrl?: string;
  readonly app: {
    readonly developerName?: string;
    readonly websiteUrl?: string;
    readonly privacyUrl?: string;
    readonly termsUrl?: string;
  };
}

export interface CloudAddresses {
  readonly name: CloudName;
  readonly loginUrl: string;
  readonly botOpenIdMetadata: string;
  /** Issuer of the Bot Framework's tokens, and audience of ours to it, e.g. `https://api.botframework.com`. */
  readonly botIssuer: string;
  /** Origin of the Microsoft Entra admin center, without a slash at its end. */
  readonly portalUrl: string;
  /** Scope of a token that signs in to PostgreSQL. */
  readonly postgresScope: string;
  /** Where a conversation is reached that was never heard from; when anonymous none, the post waits. */
  readonly teamsServiceUrl?: string;
}

export type LoadedConfig =
  | { readonly kind: 'ok'; readonly config: Config }
  | { readonly kind: 'invalid'; readonly problems: readonly ConfigProblem[] };

/** The environment with what a `.env` file in the working directory adds; what is set already wins. */
export function readEnvironment(): Environment {
  loadDotenv({ quiet: true });
  return { ...process.env };
}

/** Checks the whole environment; every mistake is reported at once. With `readFile` the file that it names for the sign-in is looked at, too. */
export function loadConfig(env: Environment, readFile?: ReadFile): LoadedConfig {
  const { values, problems } = readVariables(env);
  const anonymous = !isGiven(env, 'MicrosoftAppId');
  const name = values.CLOUD ?? 'public';
  const all = [
    ...problems,
    ...(anonymous
      ? anonymousProblems(env, values)
      : [...signInProblems(env, values, readFile), ...authenticatedAddressProblems(values, name, clouds[name])]),
    // When anonymous, every https Graph has been refused already.
    ...foreignAddressProblems(values, name, clouds[name]).filter(
      (each) => !(anonymous && each.variable === 'GRAPH_BASE_URL'),
    ),
  ];
  return all.length === 0 ? { kind: 'ok', config: build(values, anonymous, name) } : { kind: 'invalid', problems: all };
}

function build(values: Values, anonymous: boolean, name: CloudName): Config {
  const cloud = clouds[name];
  const tenantId = values.TENANT_ID ?? values.MicrosoftAppTenantId;
  const publicUrl = values.PUBLIC_URL === undefined ? undefined : withoutTrailingSlash(values.PUBLIC_URL);
  return present({
    port: values.PORT ?? 3978,
    host: hostOf(values, anonymous),
    anonymous,
    bot: present({ signIn: botSignIn(values), loginTenant: anonymous ? undefined : botLoginTenant(values, name) }),
    graph: { baseUrl: withoutTrailingSlash(values.GRAPH_BASE_URL ?? cloud.graphUrl), signIn: graphSignIn(values) },
    tenantId,
    cloud: present({
      name,
      loginUrl: withoutTrailingSlash(values.LOGIN_URL ?? cloud.loginUrl),
      botOpenIdMetadata: values.BOT_OPENID_METADATA ?? cloud.botOpenIdMetadata,
      botIssuer: cloud.botIssuer,
      portalUrl: cloud.portalUrl,
      postgresScope: cloud.postgresScope,
      teamsServiceUrl: anonymous ? undefined : (values.TEAMS_SERVICE_URL ?? cloud.teamsServiceUrl),
    }),
    database: values.DATABASE_URL ?? { kind: 'sqlite', path: 'data/assistant.db' },
    helpdeskChannelId: values.HELPDESK_CHANNEL_ID,
    helpdeskGroupId: values.HELPDESK_GROUP_ID,
    adminGroupId: values.ADMIN_GROUP_ID,
    remindAfterMinutes: values.REMIND_AFTER_MINUTES ?? 60,
    remindUrgentAfterMinutes: values.REMIND_URGENT_AFTER_MINUTES ?? 15,
    workingHours: values.WORKING_HOURS ?? defaultWorkingHours,
    timeZone: values.TIME_ZONE ?? 'UTC',
    defaultLocale: values.DEFAULT_LOCALE ?? 'en',
    retentionDays: values.RETENTION_DAYS ?? 90,
    auditRetentionDays: values.AUDIT_RETENTION_DAYS ?? 365,
    staleDays: values.STALE_DAYS ?? 90,
    allowDeviceCleanUp: values.ALLOW_DEVICE_CLEANUP === 'true',
    deleteAfterDays: values.DELETE_AFTER_DAYS ?? 14,
    logLevel: values.LOG_LEVEL ?? 'info',
    metricsToken: values.METRICS_TOKEN,
    treesDir: values.TREES_DIR,
    publicUrl,
    app: present({
      developerName: values.APP_DEVELOPER_NAME,
      ...appPages(values),
    }),
  });
}

/** Node listens on `::1`, not on `[::1]`. */
function hostOf({ HOST }: Values, anonymous: boolean): string {
  if (HOST === undefined) return anonymous ? '127.0.0.1' : '0.0.0.0';
  return isLoopback(HOST) ? HOST.replace(/[[\]]/g, '') : HOST;
}

function botLoginTenant(values: Values, name: CloudName): string {
  const own = values.MicrosoftAppTenantId ?? values.TENANT_ID;
  return appType(values) === 'MultiTenant' || own === undefined ? clouds[name].botLoginTenant : own;
}

type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Leaves out what is undefined, so that an unset value is absent. */
function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}
