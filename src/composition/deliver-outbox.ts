import { createAutoUpdatingView } from '../administration/auto-updating-view.js';
import { isCurrentStep } from '../assistant/is-current-step.js';
import { AppError } from '../errors.js';
import type { DeliverOptions } from '../helpdesk/deliver-options.js';
import type { Delivery, Messenger, OutboxRow } from '../helpdesk/ports.js';
import { withoutText } from '../runtime/log.js';
import type { Storage } from '../storage/open-database.js';
import type { Foundations } from './foundations.js';

/** Connects the delivery of the outbox to its stores and to Teams, and logs and counts what becomes of it. */
export function outboxDelivery(
  { config, log, metrics, throttle, failed, outside, now }: Foundations,
  storage: Storage,
  messenger: Messenger,
  channelId: () => Promise<string | undefined>,
): DeliverOptions {
  function tellTrouble(trouble: 'noChannel' | 'refused', reason: string): void {
    throttle('channel trouble', () => {
      const { code, message } = new AppError(
        trouble === 'noChannel' ? 'DJA-HELPDESK-NO-CHANNEL' : 'DJA-HELPDESK-CHANNEL-REFUSED',
      );
      log.error({ code, reason: withoutText(reason) }, message);
    });
  }

  function count({ id, orderingKey }: OutboxRow, delivery: Delivery): void {
    // These are neither successes nor failures: a part is done, or Teams' limits or a missing address ask for a pause.
    if (delivery.kind === 'next' || delivery.kind === 'notTried') return;
    metrics.delivery(delivery.kind === 'done' ? 'delivered' : delivery.kind === 'park' ? 'givenUp' : 'retried');
    if (delivery.kind === 'done') return;
    const { kind: outcome, reason } = delivery;
    log.warn(
      { row: id, orderingKey: orderingKey.split(':')[0], outcome, reason: withoutText(reason) },
      'a message did not leave',
    );
  }

  return {
    outbox: storage.outbox,
    tickets: storage.tickets,
    messenger,
    autoUpdatingCards: storage.autoUpdatingCards,
    autoUpdatingView: createAutoUpdatingView({ ...storage, deleteAfterDays: config.deleteAfterDays }),
    localeOf: async (personId) => (await storage.preferences.load(personId)).locale,
    channelId,
    onDuty: storage.helpdeskSettings.onDuty,
    locale: config.defaultLocale,
    now,
    random: outside.random,
    isCurrent: isCurrentStep(storage.sessions),
    onChannelTrouble: tellTrouble,
    onFault: ({ id }, error) => failed('outbox', error, { row: id }, 'a message could not be tried'),
    onDelivered: count,
    unrecorded: new Map(),
  };
}
