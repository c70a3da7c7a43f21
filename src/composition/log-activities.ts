import { AppError } from '../errors.js';
import type { Log } from '../runtime/log.js';
import type { Throttle } from '../runtime/throttle.js';
import type { HandledActivity } from './handle-activity.js';

export interface LogActivitiesOptions {
  readonly log: Pick<Log, 'info' | 'warn'>;
  readonly throttle: Throttle;
}

/** A line for each activity, without anything of what was said or by whom; refused ones, which anybody can send, now and then. */
export function createLogActivities({ log, throttle }: LogActivitiesOptions): (handled: HandledActivity) => void {
  return function tell(handled) {
    if (handled.status !== 401 && handled.status !== 403) {
      log.info(handled, 'activity handled');
      return;
    }
    const { code, message } = new AppError('DJA-TEAMS-TOKEN-REFUSED');
    throttle(code, () => log.warn({ code, ...handled }, message));
  };
}
