import { judgedDevices } from '../administration/look-up.js';
import type { Directory } from '../directory/model.js';
import { withTimeout, type Pause } from '../runtime/with-timeout.js';
import { say, notice, helpActions, type Answer } from './answer.js';
import type { Sender } from './input.js';

export interface LookUpsOptions {
  readonly directory: Directory;
  readonly pause: Pause;
}

/** Milliseconds that look-ups may take together; Teams gives up after 10 to 15 s. */
const lookUpMs = 9_000;

export type LookUps = ReturnType<typeof createLookUps>;

/** One's own devices and limit; and the time that any look-up may take. */
export function createLookUps({ directory, pause }: LookUpsOptions) {
  /** Several look-ups in a row may each be slow: together they end before Teams gives up. */
  function inTime(work: Promise<Answer>): Promise<Answer> {
    const late = () => notice('lookUpFailed', {}, [helpActions.start, helpActions.toAPerson]);
    return withTimeout(work, lookUpMs, { pause, late });
  }

  async function own(from: Sender, what: 'myDevices' | 'myQuota'): Promise<Answer> {
    const evidence = await directory.evidence(from.personId);
    const devices = judgedDevices(evidence);
    const { quota } = evidence;
    return say(what === 'myQuota' ? { kind: what, quota, devices } : { kind: what, devices, complete: quota.complete });
  }

  return {
    inTime,
    own: (from: Sender, what: 'myDevices' | 'myQuota') => inTime(own(from, what)),
  };
}
