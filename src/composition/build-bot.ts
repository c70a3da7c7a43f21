import { addWorkingTime } from '../helpdesk/working-hours.js';
import { createAfterAnswer } from '../runtime/after-answer.js';
import { createBackground } from '../runtime/background.js';
import { minuteMs } from '../runtime/durations.js';
import { createLifecycle, type Part } from '../runtime/lifecycle.js';
import { withoutText } from '../runtime/log.js';
import type { Storage } from '../storage/open-database.js';
import { sentences } from '../text/sentences.js';
import type { Tree } from '../troubleshooting/tree.js';
import { composeAssistant } from './compose-assistant.js';
import { doctorsChecks } from './doctors-checks.js';
import { layFoundations, type BotOptions, type Foundations } from './foundations.js';
import { createHandleActivity } from './handle-activity.js';
import { createLoops } from './loops.js';
import { signInOnce } from './sign-in-once.js';
import { createLogActivities } from './log-activities.js';

/** Milliseconds that a stop waits for running requests. Hosts kill after about 10 to 30 s. */
const closeWithinMs = 6_000;

export type Bot = ReturnType<typeof assemble>;

/** Builds every part and connects them; nothing runs before `start`. @throws what is wrong with the trees or the database */
export async function buildBot(options: BotOptions): Promise<Bot> {
  const base = layFoundations(options);
  const tree = await base.edges.readTree(base.config.treesDir);
  return assemble(base, tree, await base.openStorage());
}

function assemble(base: Foundations, tree: Tree, storage: Storage) {
  const { config, log, outside, edges, metrics, correlation, throttle, tokens, graph, directory, now } = base;
  const { workingHours, timeZone, remindAfterMinutes, remindUrgentAfterMinutes } = config;
  const teams = base.connectTeams(storage);
  const { loops, wakeOutbox, shared } = createLoops(base, storage, teams.messenger);
  const { channelId } = shared;
  const background = createBackground((work, error) =>
    base.failed('background', error, { work }, 'work in the background failed'),
  );
  const afterAnswer = createAfterAnswer();
  const later = (wake: () => void) => (): void => afterAnswer.later(wake);

  const assistant = composeAssistant({
    ...storage,
    ...shared,
    tree,
    directory,
    wakeOutbox: later(wakeOutbox),
    wakeReports: later(() => correlation.outside(loops.reports.wake)),
    wakeCleanUps: later(() => correlation.outside(loops.cleanUps.wake)),
    scanPartitions: base.scan.partitions,
    peopleById: base.peopleById,
    upload: teams.upload,
    auditRetentionDays: config.auditRetentionDays,
    checks: doctorsChecks({
      config,
      graph,
      graphTokens: tokens.graph,
      botTokens: tokens.bot,
      directory,
      channels: teams.channels,
      outbox: storage.outbox,
      channelId,
      database: storage.tryWriting,
      treeVersion: tree.version,
      fetch: outside.fetch,
      now,
      pause: outside.pause,
    }),
    timeZone,
    tenantId: base.tenantId,
    roster: teams.roster,
    channels: teams.channels,
    reminderTime: (since, severity) => {
      const minutes = severity === 'urgent' ? remindUrgentAfterMinutes : remindAfterMinutes;
      return addWorkingTime(since, minutes * minuteMs, workingHours, timeZone);
    },
    background: (name, work) => afterAnswer.later(() => background.run(name, work)),
    now: outside.now,
    newId: outside.newId,
    pause: outside.pause,
    helpdeskGroupId: config.helpdeskGroupId,
    adminGroupId: config.adminGroupId,
    defaultLocale: config.defaultLocale,
  });

  const server = edges.createServer({
    handleActivity: createHandleActivity({
      receive: teams.receiveFor(assistant, {
        outbox: storage.outbox,
        wakeOutbox: later(wakeOutbox),
        onKept: (reason, replies) =>
          log.warn({ reason: withoutText(reason), replies }, 'replies leave through the outbox'),
      }),
      afterAnswer,
      metrics,
      elapsed: outside.elapsed,
      onHandled: createLogActivities({ log, throttle }),
    }),
    within: correlation.within,
    ready: storage.ready,
    metrics: metrics.text,
    ...(config.metricsToken !== undefined && { metricsToken: config.metricsToken }),
    log,
    newId: outside.newId,
    closeWithinMs,
    pages: {
      name: sentences('en')('app.name.short'),
      developerName: config.app.developerName,
      retentionDays: config.retentionDays,
      auditRetentionDays: config.auditRetentionDays,
      deviceCleanUp: config.allowDeviceCleanUp,
    },
    startedAt: outside.now(),
  });

  let port = 0;
  const stages: readonly (readonly Part[])[] = [
    [{ name: 'database', stop: storage.close }],
    [
      {
        name: 'background',
        async stop() {
          await background.settled();
          afterAnswer.end();
        },
      },
    ],
    [
      {
        name: 'server',
        async start() {
          port = await server.listen(config.port, config.host);
          log.info({ host: config.host, port, anonymous: config.anonymous, tree: tree.version }, 'listening');
        },
        stop: server.close,
      },
      ...Object.entries(loops).map(([name, loop]) => ({ name, ...loop })),
      // Nobody waits for it: only its line in the log matters.
      { name: 'firstSignIn', start: () => void (config.anonymous || signInOnce(base)) },
    ],
  ];

  return {
    ...createLifecycle(stages),
    /** The names of all parts, in the order in which they are started. */
    parts: stages.flat().map(({ name }) => name),
    /** Where it listens; 0 before that. */
    port: () => port,
    tree,
    storage,
    directory,
    loops,
    background,
    assistant,
  };
}
