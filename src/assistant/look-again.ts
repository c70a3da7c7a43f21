import { combine } from '../diagnosis/combine.js';
import type { PcEntry } from '../diagnosis/model.js';
import type { Directory } from '../directory/model.js';
import { toPcObject } from '../directory/pc-object.js';
import { personLane } from '../helpdesk/helpdesk.js';
import type { Reminder, Reminders } from './pc-ports.js';
import type { View } from './views.js';

export interface LookAgainOptions {
  readonly reminders: Reminders;
  readonly directory: Pick<Directory, 'findPc'>;
  readonly wakeOutbox: () => void;
  /** Epoch ms. */
  readonly now: () => number;
}

/** Milliseconds till the next attempt when the directory does not answer, and attempts before that is said. Ours. */
const nextAttemptMs = 5 * 60_000;
const mostAttempts = 3;

/** Reminders handled in one round; the rest wait for the next. Ours. */
const atOnce = 20;

/**
 * Looks at every PC that is due and tells its person, once: the reminder goes in the transaction that writes the message. Gives
 * how many were told. Throws what the store throws; what was not finished is due again.
 */
export async function lookAgain({ reminders, directory, wakeOutbox, now }: LookAgainOptions): Promise<number> {
  let told = 0;
  for (const reminder of await reminders.due(now(), atOnce)) {
    const entry = await entryOf(reminder, directory);
    if (entry === 'unknown' && reminder.attempts + 1 < mostAttempts) {
      await reminders.retryLater(reminder, now() + nextAttemptMs);
      continue;
    }
    const { personId, locale, pc } = reminder;
    const view: View = { kind: 'pcAgain', name: pc.name ?? '', entry };
    const finished = await reminders.finish(reminder, [
      { lane: personLane(personId), outgoing: { kind: 'post', to: { kind: 'person', personId }, view, locale } },
    ]);
    told += finished ? 1 : 0;
  }
  if (told > 0) wakeOutbox();
  return told;
}

async function entryOf({ pc }: Reminder, directory: Pick<Directory, 'findPc'>): Promise<PcEntry | 'unknown'> {
  const found = await directory.findPc({ ...(pc.deviceId !== undefined && { deviceId: pc.deviceId }), ...(pc.name !== undefined && { name: pc.name }) });
  if (!found.known) return 'unknown';
  const { devices, byDeviceId, byName } = found.value;
  // The very object that was pending, where it is still there: others of the name may be other PCs.
  const same = devices.filter(({ device }) => device.id === pc.objectId);
  const objects = (same.length > 0 ? same : devices).map(toPcObject);
  const nothingPasted = { kinds: [], findings: [], proves: [], missing: [], pc: {} };
  return combine(nothingPasted, { kind: 'answered', byDeviceId, byName, objects }).pcEntry ?? 'unknown';
}
