import type { Outgoing } from '../helpdesk/ports.js';
import type { Locale } from '../text/locale.js';

/** How many different names of PCs a person has looked up on a day (UTC). Kept for two days, as hashes. */
export interface NameLookUps {
  /**
   * Whether the person may look this name up now (epoch ms): it is one of today's, or today's are fewer than `limit`. A name
   * that is new and allowed counts from then on. Names are the same whatever their case and the blanks around them.
   */
  allow(personId: string, name: string, limit: number, now: number): Promise<boolean>;
}

/** Which PC is to be looked at again: `objectId` of the directory, `deviceId` and `name` as the PC has them. */
export interface RemindedPc {
  readonly objectId?: string;
  readonly deviceId?: string;
  readonly name?: string;
}

export interface NewReminder {
  readonly personId: string;
  /** The same for the same wish: one a person, session and PC. */
  readonly key: string;
  /** Epoch ms. */
  readonly dueAt: number;
  readonly locale: Locale;
  readonly pc: RemindedPc;
}

/** `attempts` counts how often it was put off because there was no answer. */
export interface Reminder extends NewReminder {
  readonly attempts: number;
}

/**
 * Wishes to look again later and tell. Several instances may see the same one due; a reminder is what was read, and what was
 * moved, finished or forgotten since is not touched with it.
 */
export interface Reminders {
  /** The same key of the same person again moves the first and starts its attempts anew. */
  add(reminder: NewReminder): Promise<void>;
  /** Those due at `now` (epoch ms), the longest due first. */
  due(now: number, limit: number): Promise<readonly Reminder[]>;
  /** Deletes it and writes the messages, all or nothing. True for the one caller that deleted it. */
  finish(
    reminder: Reminder,
    messages: readonly { readonly orderingKey: string; readonly outgoing: Outgoing }[],
  ): Promise<boolean>;
  /** Puts it off till `dueAt` (epoch ms) and counts the attempt. */
  retryLater(reminder: Reminder, dueAt: number): Promise<void>;
}
