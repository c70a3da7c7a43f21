import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { createLivingView } from './administration/living-view.js';
import { createTellOwner } from './administration/clean-up/tell-owner.js';
import { workCleanUps, type WorkCleanUpsOptions } from './administration/clean-up/work-clean-ups.js';
import { workReports } from './administration/report/work-reports.js';
import { createAfterAnswer } from './runtime/after-answer.js';
import { isCurrentStep } from './assistant/is-current-step.js';
import { lookAgain } from './assistant/look-again.js';
import { createBackground } from './runtime/background.js';
import { compose } from './composition/compose-assistant.js';
import { loadConfig, problemLines, readEnvironment, type Config } from './config/load-config.js';
import { createCorrelation, type Correlation } from './runtime/correlation.js';
import { createDeviceChanges } from './directory/change-devices.js';
import { createDirectory } from './directory/create-directory.js';
import { portalLinks } from './directory/portal-links.js';
import { createGraphPort } from './directory/graph-port.js';
import { peopleById } from './directory/people-by-id.js';
import { createDeviceScan } from './directory/scan-devices.js';
import { createTokenSource, type TokenSource } from './directory/token-source.js';
import { AppError } from './errors.js';
import { examinationOf } from './composition/examination.js';
import { createHandleActivity } from './composition/handle-activity.js';
import { endDueIncidents } from './helpdesk/end-incidents.js';
import { lookAfterTickets } from './helpdesk/look-after.js';
import type { ReminderTime } from './helpdesk/schedule.js';
import { addWorkingTime } from './helpdesk/working-hours.js';
import { startOutboxWorker } from './helpdesk/outbox-worker.js';
import { readTree } from './composition/read-tree.js';
import { redact } from './diagnosis/redact.js';
import { createLog, withoutText, type Log } from './runtime/log.js';
import { counted, createMetrics } from './runtime/metrics.js';
import { whenNpmIsGone } from './runtime/npm-gone.js';
import { startReminderWorker } from './runtime/reminder-worker.js';
import { startRetention } from './composition/retention.js';
import { startWorkLoop } from './runtime/work-loop.js';
import { createServer } from './server/create-server.js';
import { createToldActivities } from './composition/told-activities.js';
import { createToldRefusals } from './composition/told-refusals.js';
import { toldSignIn, type ToldSignInOptions } from './composition/told-sign-in.js';
import { openDatabase } from './storage/open-database.js';
import { createAdmission } from './teams/inbound/admission.js';
import { connectTeams } from './teams/connect-teams.js';
import { createPace } from './teams/outbound/pace.js';
import { sentences } from './text/sentences.js';
import { minuteMs } from './runtime/durations.js';

/** Milliseconds that running requests are waited for, and after which a stop is forced. Hosts kill after about 10 to 30 s. */
const closeWithinMs = 6_000;
const stopWithinMs = 10_000;

/** Milliseconds between two lines about a channel that takes nothing: each waiting request would tell the same. */
const tellTroubleEveryMs = 15 * minuteMs;

/** Builds every part, connects them, listens; resolves with how to stop. */
async function start(config: Config, log: Log, correlation: Correlation): Promise<() => Promise<void>> {
  const now = () => new Date();
  const tenantId = config.tenantId ?? '';
  const authority = { authorityHost: config.cloud.loginUrl, tenantId: config.bot.loginTenant ?? tenantId };
  const told = (whatFor: ToldSignInOptions['whatFor'], source: TokenSource): TokenSource =>
    toldSignIn({ source, whatFor, log, now: Date.now });
  const botTokens = told('Teams', createTokenSource(config.bot.signIn, authority));
  const graphTokens = told('Microsoft Graph', createTokenSource(config.graph.signIn, { ...authority, tenantId }));
  // The bot's application, but in the tenant of the database: a multi-tenant bot signs in elsewhere.
  const databaseTokens = told('PostgreSQL', createTokenSource(config.bot.signIn, { ...authority, tenantId }));

  /** Tells this process from others on the same database. */
  const instance = randomUUID();
  const metrics = createMetrics();
  const tree = await readTree(config.treesDir);
  const storage = await openDatabase(config.database, {
    tenantId,
    now: Date.now,
    password: () => databaseTokens.token(config.cloud.postgresScope),
    onConnectionLost: (error) => log.warn({ err: error }, 'a database connection was lost'),
  });
  const { staleDays, deleteAfterDays } = config;
  const graph = createGraphPort({
    baseUrl: config.graph.baseUrl,
    token: graphTokens,
    fetch: counted(fetch, metrics),
    now: Date.now,
  });
  const directory = createDirectory({ graph, now: Date.now, staleDays });
  const scan = createDeviceScan({ graph, now: Date.now, staleDays });
  const background = createBackground((work, error) =>
    log.error({ err: error, work }, 'work in the background failed'),
  );
  const afterAnswer = createAfterAnswer();
  const tellRefusal = createToldRefusals({ log, now: Date.now });
  const teams = connectTeams({
    appId: config.bot.signIn.kind === 'simulated' ? undefined : config.bot.signIn.clientId,
    tokens: botTokens,
    tenantId: config.tenantId,
    cloud: config.cloud,
    storage,
    defaultLocale: config.defaultLocale,
    fetch,
    portal: portalLinks(config.cloud.portalUrl),
    pace: createPace(),
    admit: createAdmission(),
    onRefused: (why) => {
      metrics.refusedTurn(why);
      tellRefusal(why);
    },
    now,
    newId: randomUUID,
    onFailure: (error, failureId) => log.error({ err: error, failureId }, 'an activity could not be handled'),
  });
  const channelId = async () => (await storage.helpdeskSettings.channel()) ?? config.helpdeskChannelId;
  const { workingHours, timeZone, remindAfterMinutes, remindUrgentAfterMinutes } = config;
  const reminderTime: ReminderTime = (since, severity) =>
    addWorkingTime(
      since,
      (severity === 'urgent' ? remindUrgentAfterMinutes : remindAfterMinutes) * minuteMs,
      workingHours,
      timeZone,
    );
  let troubleToldAt = 0;
  const worker = startOutboxWorker({
    outbox: storage.outbox,
    tickets: storage.tickets,
    messenger: teams.messenger,
    livingCards: storage.livingCards,
    livingView: createLivingView({ ...storage, deleteAfterDays }),
    localeOf: async (personId) => (await storage.preferences.load(personId)).locale,
    channelId,
    onDuty: storage.helpdeskSettings.onDuty,
    locale: config.defaultLocale,
    now: Date.now,
    random: Math.random,
    isCurrent: isCurrentStep(storage.sessions),
    onChannelTrouble: (trouble, reason) => {
      if (Date.now() - troubleToldAt < tellTroubleEveryMs) return;
      troubleToldAt = Date.now();
      const error = new AppError(trouble === 'noChannel' ? 'DJA-HELPDESK-NO-CHANNEL' : 'DJA-HELPDESK-CHANNEL-REFUSED');
      log.error({ code: error.code, reason: withoutText(reason) }, error.message);
    },
    onFault: ({ id }, error) => log.error({ err: error, row: id }, 'a message could not be tried'),
    onDelivered: ({ id, lane }, delivery) => {
      // Neither a success nor a failure: a part is done, or Teams' limits or a missing address ask for patience.
      if (delivery.kind === 'next' || delivery.kind === 'notTried') return;
      metrics.delivery(delivery.kind === 'done' ? 'delivered' : delivery.kind === 'park' ? 'givenUp' : 'retried');
      if (delivery.kind !== 'done')
        log.warn(
          { row: id, lane: lane.split(':')[0], outcome: delivery.kind, reason: withoutText(delivery.reason) },
          'a message did not leave',
        );
    },
    onFailure: (error) => log.error({ err: error }, 'the outbox could not be read'),
  });
  // What waits in the outbox is everybody's, not only that of the request that wakes it.
  const wakeOutbox = (): void => correlation.outside(worker.wake);
  const reportWorker = startWorkLoop({
    work: (signal) =>
      workReports({
        reports: storage.reports,
        scan,
        peopleById: (ids) => peopleById(ids, graph),
        outbox: storage.outbox,
        wakeOutbox,
        worker: instance,
        random: Math.random,
        now: Date.now,
        signal,
      }),
    onFailure: (error) => log.error({ err: error }, 'the report could not be worked on'),
  });
  const cleanUpWork: WorkCleanUpsOptions = {
    cleanUps: storage.cleanUps,
    changes: createDeviceChanges({ graph, now: Date.now }),
    allowed: config.allowDeviceCleanUp,
    staleDays,
    deleteAfterDays,
    toldOwner: createTellOwner({ wishesOf: storage.preferences.load, deleteAfterDays }),
    wakeOutbox,
    now: Date.now,
  };
  const cleanUpLoop = startWorkLoop({
    work: () => workCleanUps(cleanUpWork),
    onFailure: (error) => log.error({ err: error }, 'requests to free places could not be worked on'),
  });
  const incidentWork = {
    incidents: storage.incidents,
    tickets: storage.tickets,
    channelId,
    locale: config.defaultLocale,
    wakeOutbox,
    now: Date.now,
  };
  const assistant = compose({
    ...storage,
    tree,
    directory,
    wakeOutbox: () => afterAnswer.later(wakeOutbox),
    wakeReports: () => afterAnswer.later(() => correlation.outside(reportWorker.wake)),
    scanPartitions: scan.partitions,
    peopleById: (ids) => peopleById(ids, graph),
    upload: teams.upload,
    auditRetentionDays: config.auditRetentionDays,
    examination: examinationOf({
      config,
      graph,
      graphTokens,
      botTokens,
      directory,
      channels: teams.channels,
      outbox: storage.outbox,
      channelId,
      database: storage.tryWriting,
      treeVersion: tree.version,
      fetch,
      now: Date.now,
      pause: (ms) => pause(ms, undefined, { ref: false }),
    }),
    incidentWork,
    timeZone,
    cleanUpWork,
    wakeCleanUps: () => afterAnswer.later(() => correlation.outside(cleanUpLoop.wake)),
    tenantId,
    roster: teams.roster,
    channels: teams.channels,
    channelId,
    reminderTime,
    background: (name, work) => afterAnswer.later(() => background.run(name, work)),
    now,
    newId: randomUUID,
    pause: (ms) => pause(ms, undefined, { ref: false }),
    helpdeskGroupId: config.helpdeskGroupId,
    adminGroupId: config.adminGroupId,
    defaultLocale: config.defaultLocale,
  });
  const reminders = startReminderWorker({
    look: () => lookAgain({ reminders: storage.reminders, audit: storage.audit, directory, wakeOutbox, now: Date.now }),
    onFailure: (error) => log.error({ err: error }, 'reminders could not be looked at'),
  });
  const helpdeskClock = startReminderWorker({
    look: () =>
      lookAfterTickets({
        tickets: storage.tickets,
        settings: storage.helpdeskSettings,
        channelId,
        workingHours,
        timeZone,
        locale: config.defaultLocale,
        wakeOutbox,
        now: Date.now,
      }),
    onFailure: (error) => log.error({ err: error }, 'requests could not be looked after'),
  });
  const incidentLoop = startWorkLoop({
    work: () => endDueIncidents(incidentWork),
    onFailure: (error) => log.error({ err: error }, 'known issues could not be looked after'),
  });
  const retention = startRetention({
    personalData: storage.personalData,
    audit: storage.audit,
    days: config.retentionDays,
    auditDays: config.auditRetentionDays,
    now: Date.now,
    log,
  });
  const server = createServer({
    handleActivity: createHandleActivity({
      receive: teams.receiveFor(assistant, {
        outbox: storage.outbox,
        wakeOutbox: () => afterAnswer.later(wakeOutbox),
        onKept: (reason, replies) =>
          log.warn({ reason: withoutText(reason), replies }, 'replies leave through the outbox'),
      }),
      afterAnswer,
      metrics,
      elapsed: () => performance.now(),
      onHandled: createToldActivities({ log, now: Date.now }),
    }),
    within: correlation.within,
    ready: storage.ready,
    metrics: metrics.text,
    ...(config.metricsToken !== undefined && { metricsToken: config.metricsToken }),
    log,
    newId: randomUUID,
    closeWithinMs,
    pages: {
      name: sentences('en')('app.name.short'),
      developerName: config.app.developerName,
      retentionDays: config.retentionDays,
      auditRetentionDays: config.auditRetentionDays,
      deviceCleanUp: config.allowDeviceCleanUp,
    },
    startedAt: now(),
  });
  /** A mistake in the sign-in shows in the log at once, and not when the first person writes. It is told by the sources. */
  async function signInOnce(): Promise<void> {
    const scopes = [
      [botTokens, config.cloud.botIssuer],
      [graphTokens, new URL(config.graph.baseUrl).origin],
    ] as const;
    const got = await Promise.allSettled(scopes.map(([source, audience]) => source.token(`${audience}/.default`)));
    if (got.every(({ status }) => status === 'fulfilled')) log.info('signed in to Teams and Microsoft Graph');
  }
  const port = await server.listen(config.port, config.host);
  worker.wake();
  reportWorker.wake();
  cleanUpLoop.wake();
  incidentLoop.wake();
  log.info({ host: config.host, port, anonymous: config.anonymous, tree: tree.version }, 'listening');
  if (!config.anonymous) void signInOnce();

  return async function stop() {
    // What is put into the outbox from here on is delivered by another instance, or at the next start.
    await Promise.all([
      server.close(),
      ...[worker, retention, reminders, helpdeskClock, reportWorker, cleanUpLoop, incidentLoop].map((each) =>
        each.stop(),
      ),
    ]);
    await background.settled();
    await storage.close();
  };
}

const environment = readEnvironment();
const loaded = loadConfig(environment, (path) => readFileSync(path, 'utf8'));
if (loaded.kind === 'invalid') {
  process.stderr.write(`${problemLines(loaded.problems)}\n`);
  process.exit(1);
}
const correlation = createCorrelation();
const log = createLog({ redact, level: loaded.config.logLevel, correlationId: correlation.current });
const starting = start(loaded.config, log, correlation);
let stopping = false;
/** Also while it is still starting. */
function end(): void {
  if (stopping) return;
  stopping = true;
  // A second signal, or too long a wait, ends it the hard way.
  setTimeout(() => process.exit(1), stopWithinMs).unref();
  starting
    .then((stop) => stop())
    .then(
      () => {
        log.info('stopped');
        process.exit(0);
      },
      (error: unknown) => {
        log.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
whenNpmIsGone(environment['npm_lifecycle_event'], end);
try {
  await starting;
} catch (error) {
  log.fatal({ err: error }, 'the start failed');
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  // Not exitCode: what was opened before the failure would keep the process, and its host would never start it anew.
  process.exit(1);
}
