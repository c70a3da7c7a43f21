import { AppError } from '../errors.js';
import type { Log } from '../runtime/log.js';
import type { Throttle } from '../runtime/throttle.js';

const codes = { tooMuch: 'DJA-INPUT-TOO-MUCH', tooMany: 'DJA-TOO-MANY-TURNS' } as const;

export interface LogRefusalsOptions {
  readonly log: Pick<Log, 'warn'>;
  readonly throttle: Throttle;
}

/** Logs refused activities at most once per interval: a flood would otherwise write a line for each of its messages. */
export function createLogRefusals({ log, throttle }: LogRefusalsOptions): (why: keyof typeof codes) => void {
  return function tell(why) {
    const { code, message } = new AppError(codes[why]);
    throttle(code, () => log.warn({ code }, message));
  };
}
