import type { Config } from '../config/load-config.js';
import { createDeviceChanges } from '../directory/change-devices.js';
import { createDirectory } from '../directory/create-directory.js';
import { peopleById } from '../directory/people-by-id.js';
import { portalLinks } from '../directory/portal-links.js';
import { createDeviceScan } from '../directory/scan-devices.js';
import type { TokenSource } from '../directory/token-source.js';
import { AppError } from '../errors.js';
import { noCorrelation, type Correlation } from '../runtime/correlation.js';
import type { Log } from '../runtime/log.js';
import { counted, createMetrics } from '../runtime/metrics.js';
import { createThrottle } from '../runtime/throttle.js';
import type { Storage } from '../storage/open-database.js';
import type { Unreadable } from '../storage/records/unreadable-row.js';
import { createAdmission } from '../teams/inbound/admission.js';
import { createPace } from '../teams/outbound/pace.js';
import type { TeamsOptions } from '../teams/connect-teams.js';
import { theEdges, type Edges } from './edges.js';
import { theOutside, type Outside } from './outside.js';
import { createLogRefusals } from './log-refusals.js';
import { logSignInFailures, type LogSignInFailuresOptions } from './log-sign-in-failures.js';

/** The parts that a caller may replace. Whatever is left out is what `npm start` uses. */
export interface BotOptions {
  readonly config: Config;
  readonly log: Log;
  readonly correlation?: Correlation;
  readonly outside?: Partial<Outside>;
  readonly edges?: Partial<Edges>;
  /** Milliseconds before a failed request to Graph is repeated, in place of each room's own value. */
  readonly retryPauseMs?: number;
  /** Called with every failure that is logged, and where it happened. */
  readonly onFailure?: (error: unknown, where: string) => void;
}

export type Foundations = ReturnType<typeof layFoundations>;

/** What both the bot and its doctor stand on: sign-ins, the directory, and the ways to the database and to Teams. Nothing is opened yet. */
export function layFoundations(options: BotOptions) {
  const { config, log, correlation = noCorrelation, retryPauseMs, onFailure } = options;
  const outside: Outside = { ...theOutside, ...options.outside };
  const edges: Edges = { ...theEdges, ...options.edges };
  const metrics = createMetrics();
  const now = (): number => outside.now().getTime();
  const throttle = createThrottle(now);
  const tenantId = config.tenantId ?? '';

  /** Logs a failure of work that nobody waits for. */
  function failed(where: string, error: unknown, fields: object, line: string): void {
    log.error({ err: error, ...fields }, line);
    onFailure?.(error, where);
  }

  const authority = { authorityHost: config.cloud.loginUrl, tenantId: config.bot.loginTenant ?? tenantId };
  const signIn = (
    whatFor: LogSignInFailuresOptions['whatFor'],
    how: Config['bot']['signIn'],
    where = authority,
  ): TokenSource => logSignInFailures({ source: edges.createTokenSource(how, where), whatFor, log, throttle });
  const tokens = {
    bot: signIn('Teams', config.bot.signIn),
    graph: signIn('Microsoft Graph', config.graph.signIn, { ...authority, tenantId }),
    // The bot's application, but in the tenant of the database: a multi-tenant bot signs in elsewhere.
    database: signIn('PostgreSQL', config.bot.signIn, { ...authority, tenantId }),
  };

  const { staleDays } = config;
  const graph = edges.createGraphPort({
    baseUrl: config.graph.baseUrl,
    token: tokens.graph,
    fetch: counted(outside.fetch, metrics),
    now,
  });

  /** Throttled, because a row that stays would write a line at each look. */
  function tellUnreadable({ table, row, where }: Unreadable): void {
    const { code, message } = new AppError('DJA-DATABASE-ROW-UNREADABLE');
    throttle(`${code} ${table}`, () => log.error({ code, table, row, where }, message));
  }

  const openStorage = (): Promise<Storage> =>
    edges.openDatabase(config.database, {
      tenantId,
      now,
      password: () => tokens.database.token(config.cloud.postgresScope),
      onConnectionLost: (error) => log.warn({ err: error }, 'a database connection was lost'),
      onUnreadable: tellUnreadable,
    });

  function connectTeams(storage: TeamsOptions['storage']) {
    const logRefusal = createLogRefusals({ log, throttle });
    return edges.connectTeams({
      appId: config.bot.signIn.kind === 'simulated' ? undefined : config.bot.signIn.clientId,
      tokens: tokens.bot,
      tenantId: config.tenantId,
      cloud: config.cloud,
      storage,
      defaultLocale: config.defaultLocale,
      fetch: outside.fetch,
      portal: portalLinks(config.cloud.portalUrl),
      pace: createPace(),
      admit: createAdmission(),
      onRefused(why) {
        metrics.refusedTurn(why);
        logRefusal(why);
      },
      now: outside.now,
      newId: outside.newId,
      throttle,
      onFailure: (error, failureId) => failed(failureId, error, { failureId }, 'an activity could not be handled'),
    });
  }

  return {
    config,
    log,
    correlation,
    outside,
    edges,
    metrics,
    throttle,
    failed,
    tenantId,
    /** Epoch ms. */
    now,
    tokens,
    graph,
    directory: createDirectory({ graph, now, staleDays }),
    scan: createDeviceScan({ graph, now, staleDays }),
    changes: createDeviceChanges({ graph, now }),
    peopleById: (ids: readonly string[]) => peopleById(ids, graph, retryPauseMs),
    retryPauseMs,
    openStorage,
    connectTeams,
  };
}
