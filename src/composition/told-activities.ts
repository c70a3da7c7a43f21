import { AppError } from '../errors.js';
import type { HandledActivity } from './handle-activity.js';
import type { Log } from '../runtime/log.js';
import { minuteMs } from '../runtime/durations.js';

/** Milliseconds between two lines about refused activities: anybody on the internet can send them. Ours. */
const tellEveryMs = 15 * minuteMs;

/** A line for each activity, without anything of what was said or by whom; refused ones are told now and then. */
export function createToldActivities({
  log,
  now,
}: {
  readonly log: Pick<Log, 'info' | 'warn'>;
  readonly now: () => number;
}): (handled: HandledActivity) => void {
  let toldAt = -Infinity;
  return function tell(handled) {
    if (handled.status !== 401 && handled.status !== 403) {
      log.info(handled, 'activity handled');
      return;
    }
    if (now() - toldAt < tellEveryMs) return;
    toldAt = now();
    const { code, message } = new AppError('DJA-TEAMS-TOKEN-REFUSED');
    log.warn({ code, ...handled }, message);
  };
}
