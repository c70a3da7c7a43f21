import { AppError } from '../errors.js';
import type { Log } from '../runtime/log.js';
import { minuteMs } from '../runtime/durations.js';

/** Milliseconds between two lines of a kind: a flood would write as many as it has messages. Ours. */
const tellEveryMs = 15 * minuteMs;

const codes = { tooMuch: 'DJA-INPUT-TOO-MUCH', tooMany: 'DJA-TOO-MANY-TURNS' } as const;

/** A line now and then about activities that were not taken. */
export function createToldRefusals({
  log,
  now,
}: {
  readonly log: Pick<Log, 'warn'>;
  readonly now: () => number;
}): (why: keyof typeof codes) => void {
  const toldAt = { tooMuch: -Infinity, tooMany: -Infinity };
  return function tell(why) {
    if (now() - toldAt[why] < tellEveryMs) return;
    toldAt[why] = now();
    const { code, message } = new AppError(codes[why]);
    log.warn({ code }, message);
  };
}
