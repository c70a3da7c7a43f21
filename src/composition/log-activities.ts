import { AppError } from '../errors.js';
import type { Log } from '../runtime/log.js';
import type { Throttle } from '../runtime/throttle.js';
import type { HandledActivity } from './handle-activity.js';

export interface LogActivitiesOptions {
  readonly log: Pick<Log, 'info' | 'warn'>;
  readonly throttle: Throttle;
}

/** Logs a line for each activity, without its text or its sender. Anybody can send what is refused, so those lines are throttled. */
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
