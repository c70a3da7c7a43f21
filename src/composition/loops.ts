import { workCleanUps } from '../administration/clean-up/work-clean-ups.js';
import { workReports } from '../administration/report/work-reports.js';
import { lookAgain } from '../assistant/look-again.js';
import { deliverDue, idleMs } from '../helpdesk/deliver.js';
import { endDueIncidents } from '../helpdesk/end-incidents.js';
import { runTicketUpkeep } from '../helpdesk/ticket-upkeep.js';
import type { Messenger } from '../helpdesk/ports.js';
import { hourMs, minuteMs } from '../runtime/durations.js';
import type { Loop, LoopOptions } from '../runtime/loop.js';
import type { Storage } from '../storage/open-database.js';
import { outboxDelivery } from './deliver-outbox.js';
import { expireOld } from './expire-old.js';
import type { LoopName } from './edges.js';
import type { Foundations } from './foundations.js';
import { shareWork, type SharedWork } from './shared-work.js';

/** Milliseconds until the outbox looks again after the database did not answer. It is short because people wait for what is in it. */
const outboxAfterFailureMs = 2_000;

export interface Loops {
  readonly loops: Readonly<Record<LoopName, Loop>>;
  readonly wakeOutbox: () => void;
  readonly shared: SharedWork;
}

/** All work in the background: what each loop does, and how often it looks. */
export function createLoops(base: Foundations, storage: Storage, messenger: Messenger): Loops {
  const { config, log, scan, directory, outside, correlation, now, throttle, failed } = base;
  const { workingHours, timeZone, defaultLocale: locale } = config;
  // The outbox holds everybody's messages, not only those of the request that wakes it.
  const wakeOutbox = (): void => correlation.outside(loops.outbox.wake);
  const shared = shareWork(base, storage, wakeOutbox);
  const { channelId, cleanUpWork, incidentWork } = shared;
  const delivery = outboxDelivery(base, storage, messenger, channelId);
  /** Tells this process from others on the same database. */
  const worker = outside.newId();

  function loop(name: LoopName, line: string, options: Omit<LoopOptions, 'onFailure'>): Loop {
    const onFailure = (error: unknown): void => throttle(line, () => failed(name, error, {}, line));
    return base.edges.createLoop(name, { ...options, onFailure });
  }

  const loops: Loops['loops'] = {
    outbox: loop('outbox', 'the outbox could not be read', {
      everyMs: idleMs,
      afterFailureMs: outboxAfterFailureMs,
      work: (signal) => deliverDue({ ...delivery, signal }),
    }),
    reports: loop('reports', 'the report could not be worked on', {
      work: (signal) =>
        workReports({
          reports: storage.reports,
          scan,
          peopleById: base.peopleById,
          outbox: storage.outbox,
          wakeOutbox,
          worker,
          random: outside.random,
          now,
          signal,
          ...(base.retryPauseMs !== undefined && { pauseMs: base.retryPauseMs }),
        }),
    }),
    cleanUps: loop('cleanUps', 'requests to free places could not be worked on', {
      work: () => workCleanUps(cleanUpWork),
    }),
    incidents: loop('incidents', 'known issues could not be looked after', {
      work: () => endDueIncidents(incidentWork),
    }),
    reminders: loop('reminders', 'reminders could not be looked at', {
      work: () => lookAgain({ reminders: storage.reminders, audit: storage.audit, directory, wakeOutbox, now }),
    }),
    tickets: loop('tickets', 'requests could not be looked after', {
      work: () =>
        runTicketUpkeep({
          tickets: storage.tickets,
          settings: storage.helpdeskSettings,
          channelId,
          workingHours,
          timeZone,
          locale,
          wakeOutbox,
          now,
        }),
    }),
    retention: loop('retention', 'retention failed', {
      everyMs: hourMs,
      afterFailureMs: minuteMs,
      work: () =>
        expireOld({
          personalData: storage.personalData,
          audit: storage.audit,
          days: config.retentionDays,
          auditDays: config.auditRetentionDays,
          now,
          log,
        }),
    }),
  };
  return { loops, wakeOutbox, shared };
}
