import { combine } from '../diagnosis/combine.js';
import type { PcEntry } from '../diagnosis/model.js';
import type { Directory } from '../directory/model.js';
import { toPcObject } from '../directory/pc-object.js';
import { personOrderingKey } from '../helpdesk/ordering-keys.js';
import type { Audit } from '../helpdesk/audit.js';
import type { Reminder, Reminders } from './pc-ports.js';
import type { View } from './views.js';
import { minuteMs } from '../runtime/durations.js';

export interface LookAgainOptions {
  readonly reminders: Reminders;
  readonly directory: Pick<Directory, 'findPc'>;
  readonly audit: Pick<Audit, 'record'>;
  readonly wakeOutbox: () => void;
  /** Epoch ms. */
  readonly now: () => number;
}

/** Milliseconds till the next attempt when the directory does not answer, and attempts before that is said. */
const nextAttemptMs = 5 * minuteMs;
const mostAttempts = 3;

/** Reminders handled in one round, side by side; the rest wait for the next, so that a shutdown need not. */
const atOnce = 5;

/**
 * Looks at every PC that is due and tells its person, once: the reminder goes in the transaction that writes the message. Gives
 * how many were told. Throws what the store throws; what was not finished is due again.
 */
export async function lookAgain(options: LookAgainOptions): Promise<number> {
  const { reminders, wakeOutbox, now } = options;
  const due = await reminders.due(now(), atOnce);
  // One that fails must not hold up the others: it is due again, and its error is the round's.
  const results = await Promise.allSettled(due.map((reminder) => tell(reminder, options)));
  const told = results.filter((result) => result.status === 'fulfilled' && result.value).length;
  if (told > 0) wakeOutbox();
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return told;
}

async function tell(reminder: Reminder, { reminders, directory, audit, now }: LookAgainOptions): Promise<boolean> {
  const { personId, locale, pc } = reminder;
  const { entry, objectIds } = await entryOf(reminder, directory);
  const result = entry === 'unknown' ? 'unknown' : objectIds.length > 0 ? 'found' : 'notFound';
  const action = pc.deviceId === undefined ? 'pcByName' : 'pcByDeviceId';
  await audit.record({ actorId: personId, action, objectIds, result, at: new Date(now()).toISOString() });
  if (entry === 'unknown' && reminder.attempts + 1 < mostAttempts) {
    await reminders.retryLater(reminder, now() + nextAttemptMs);
    return false;
  }
  const view: View = { kind: 'pcAgain', name: pc.name ?? '', entry };
  return reminders.finish(reminder, [
    {
      orderingKey: personOrderingKey(personId),
      outgoing: { kind: 'post', to: { kind: 'person', personId }, view, locale },
    },
  ]);
}

async function entryOf(
  { pc }: Reminder,
  directory: Pick<Directory, 'findPc'>,
): Promise<{ readonly entry: PcEntry | 'unknown'; readonly objectIds: readonly string[] }> {
  const found = await directory.findPc({
    ...(pc.deviceId !== undefined && { deviceId: pc.deviceId }),
    ...(pc.name !== undefined && { name: pc.name }),
  });
  if (!found.known) return { entry: 'unknown', objectIds: [] };
  const { devices, byDeviceId, byName } = found.value;
  // The very object that was pending, where it is still there: others of the name may be other PCs.
  const same = devices.filter(({ device }) => device.id === pc.objectId);
  const objects = (same.length > 0 ? same : devices).map(toPcObject);
  const nothingPasted = { kinds: [], findings: [], proves: [], missing: [], pc: {} };
  const entry = combine(nothingPasted, { kind: 'answered', byDeviceId, byName, objects }).pcEntry ?? 'unknown';
  return { entry, objectIds: devices.map(({ device }) => device.id) };
}
