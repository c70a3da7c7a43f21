import { z } from 'zod';
import { isTimeZone, parseWorkingHours } from '../helpdesk/working-hours.js';
import { closestLocale } from '../text/locale.js';
import { cloudNames } from './clouds.js';
import type { ConfigProblem } from './problem.js';

interface Variable<T> {
  readonly schema: z.ZodType<T>;
  /** What the value has to be, continuing "is not …". */
  readonly is: string;
  /** A value that would do, for the cure. */
  readonly such: string;
  /** The value may hold a secret and is never repeated. */
  readonly secret?: true;
}

const anything = (such: string): Variable<string> => ({ schema: z.string(), is: 'a text', such });
const secret = (such: string): Variable<string> => ({ ...anything(such), secret: true });
const id = (): Variable<string> => ({
  schema: z
    .guid()
    .refine((value) => /[^0-]/.test(value))
    .transform((value) => value.toLowerCase()),
  is: 'an id of the form 11111111-2222-3333-4444-555555555555',
  such: 'the object or client id shown in the Entra admin center',
});
const whole = (min: number, max: number, such: string): Variable<number> => ({
  schema: z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(min).max(max)),
  is: `a whole number from ${min} to ${max}`,
  such,
});
/** A week, so that no reminder is put off for ever by a slip of the pen. */
const minutes = (such: string): Variable<number> => whole(1, 10_080, such);
const days = (such: string): Variable<number> => whole(1, 36_500, such);
const oneOf = <const T extends string>(values: readonly T[], such: T): Variable<T> => ({
  schema: z
    .string()
    .transform((value) => values.find((each) => each.toLowerCase() === value.toLowerCase()) ?? value)
    .pipe(z.enum(values)),
  is: `one of ${values.join(', ')}`,
  such,
});
/** Kept as it is sent, in its plain form: what else looks at it sees the same protocol and host as what connects to it. */
const address = (is: string, protocol: RegExp, such: string, path = /./): Variable<string> => ({
  schema: z
    .string()
    .refine((value) => {
      if (!URL.canParse(value)) return false;
      const { protocol: found, username, password, href, pathname } = new URL(value);
      return (
        protocol.test(found) &&
        `${username}${password}` === '' &&
        !/[?#]/.test(href) &&
        path.test(pathname) &&
        !/\/(v1\.0|beta)\/?$/.test(pathname)
      );
    })
    .transform((value) => {
      const { href } = new URL(value);
      return value.endsWith('/') ? href : href.replace(/\/$/, '');
    }),
  is,
  such,
  secret: true,
});
const https = (such: string): Variable<string> =>
  address('an https:// address without user, query or fragment', /^https:$/, such);

/** Every variable of the environment that the bot reads, with what it may be. */
export const variables = {
  PORT: whole(0, 65_535, '3978'),
  HOST: { schema: z.string().regex(/^[\w.:[\]-]+$/), is: 'a host name or an IP address', such: '127.0.0.1' },
  NODE_ENV: anything('production'),
  MicrosoftAppType: oneOf(['SingleTenant', 'MultiTenant', 'UserAssignedMSI'], 'SingleTenant'),
  MicrosoftAppId: id(),
  MicrosoftAppPassword: secret('the client secret of the app registration'),
  MicrosoftAppTenantId: id(),
  MicrosoftAppCertificatePath: anything('/etc/assistant/app.pem'),
  MicrosoftAppFederatedClientId: id(),
  TENANT_ID: id(),
  CLOUD: oneOf(cloudNames, 'public'),
  GRAPH_BASE_URL: address(
    'an http:// or https:// address without version, user, query or fragment',
    /^https?:$/,
    'https://graph.microsoft.com',
  ),
  GRAPH_CLIENT_ID: id(),
  GRAPH_CLIENT_SECRET: secret('the client secret of the Graph application'),
  LOGIN_URL: address(
    'an https:// address without path, user, query or fragment',
    /^https:$/,
    'https://login.microsoftonline.com',
    /^\/$/,
  ),
  BOT_OPENID_METADATA: https('https://login.botframework.com/v1/.well-known/openidconfiguration'),
  TEAMS_SERVICE_URL: https('https://smba.trafficmanager.net/teams/'),
  DATABASE_URL: {
    schema: z.union([
      z
        .string()
        .regex(/^sqlite:.+$/)
        .transform((value) => ({ kind: 'sqlite' as const, path: value.slice('sqlite:'.length) })),
      z.url({ protocol: /^postgres(ql)?$/ }).transform((url) => ({ kind: 'postgres' as const, url })),
    ]),
    is: 'sqlite:PATH or a postgres:// address',
    such: 'sqlite:data/assistant.db',
    secret: true,
  },
  HELPDESK_CHANNEL_ID: anything('19:…@thread.tacv2'),
  HELPDESK_GROUP_ID: id(),
  ADMIN_GROUP_ID: id(),
  REMIND_AFTER_MINUTES: minutes('60'),
  REMIND_URGENT_AFTER_MINUTES: minutes('15'),
  WORKING_HOURS: {
    schema: z.string().transform((value, context) => {
      const hours = parseWorkingHours(value);
      if (hours !== undefined) return hours;
      context.addIssue('malformed');
      return z.NEVER;
    }),
    is: 'days with hours, each end after its start, such as Mon-Thu 08:00-17:00, Fri 08:00-15:00',
    such: 'Mon-Fri 08:00-18:00',
  },
  TIME_ZONE: {
    schema: z.string().refine(isTimeZone),
    is: 'the name of an IANA time zone',
    such: 'Europe/Berlin',
  },
  DEFAULT_LOCALE: {
    schema: z.string().transform((value, context) => {
      const locale = closestLocale(value);
      if (locale !== undefined) return locale;
      context.addIssue('unknown');
      return z.NEVER;
    }),
    is: 'a language the bot speaks: en, de',
    such: 'en',
  },
  RETENTION_DAYS: days('90'),
  AUDIT_RETENTION_DAYS: days('365'),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info'),
  METRICS_TOKEN: secret('a long random text'),
  STALE_DAYS: days('90'),
  ALLOW_DEVICE_CLEANUP: oneOf(['true', 'false'], 'false'),
  DELETE_AFTER_DAYS: days('14'),
  TREES_DIR: anything('/etc/assistant/trees'),
  PUBLIC_URL: https('https://assistant.example.com'),
  APP_DEVELOPER_NAME: {
    schema: z
      .string()
      .regex(/[\p{L}\p{N}]/u)
      .regex(/^[^{}\p{Cc}]*$/u),
    is: 'a name in letters or digits, without braces',
    such: 'Contoso IT',
  },
  APP_WEBSITE_URL: https('https://example.com/about'),
  APP_PRIVACY_URL: https('https://example.com/privacy'),
  APP_TERMS_URL: https('https://example.com/terms'),
} satisfies Record<string, Variable<unknown>>;

export type VariableName = keyof typeof variables;

/** What was given and is valid, by variable. */
export type Values = { readonly [Name in VariableName]?: z.infer<(typeof variables)[Name]['schema']> };

export type Environment = Readonly<Record<string, string | undefined>>;

/** Whether a variable was given at all; an empty value is the same as none. */
export function isGiven(env: Environment, name: VariableName): boolean {
  return (env[name] ?? '').trim() !== '';
}

/** Reads each variable by itself; what is wrong with one does not hide the others. */
export function readVariables(env: Environment): {
  readonly values: Values;
  readonly problems: readonly ConfigProblem[];
} {
  const values: Record<string, unknown> = {};
  const problems: ConfigProblem[] = [];
  for (const [name, variable] of Object.entries<Variable<unknown>>(variables)) {
    const text = (env[name] ?? '').trim();
    if (text === '') continue;
    const read = variable.schema.safeParse(text);
    if (read.success) values[name] = read.data;
    else {
      const shown = variable.secret ? 'its value' : `"${text}"`;
      problems.push({
        variable: name,
        problem: `${shown} is not ${variable.is}.`,
        cure: `Set it to a value such as ${variable.such}, or leave it out.`,
      });
    }
  }
  return { values, problems };
}
