import { createTellOwner } from '../administration/clean-up/tell-owner.js';
import type { WorkCleanUpsOptions } from '../administration/clean-up/work-options.js';
import type { EndIncidentsOptions } from '../helpdesk/end-incidents.js';
import type { Storage } from '../storage/open-database.js';
import type { Foundations } from './foundations.js';

/** What both the conversation and the work beside it do, in the same way. */
export interface SharedWork {
  readonly cleanUpWork: WorkCleanUpsOptions;
  readonly incidentWork: EndIncidentsOptions;
  /** Where requests go: what was chosen in Teams, else what is configured; undefined = nowhere yet. */
  readonly channelId: () => Promise<string | undefined>;
}

export function shareWork({ config, changes, now }: Foundations, storage: Storage, wakeOutbox: () => void): SharedWork {
  const { staleDays, deleteAfterDays, defaultLocale: locale } = config;
  const channelId = async () => (await storage.helpdeskSettings.channel()) ?? config.helpdeskChannelId;
  return {
    channelId,
    incidentWork: { incidents: storage.incidents, tickets: storage.tickets, channelId, locale, wakeOutbox, now },
    cleanUpWork: {
      cleanUps: storage.cleanUps,
      changes,
      allowed: config.allowDeviceCleanUp,
      staleDays,
      deleteAfterDays,
      toldOwner: createTellOwner({ wishesOf: storage.preferences.load, deleteAfterDays }),
      wakeOutbox,
      now,
    },
  };
}
