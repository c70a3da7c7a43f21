import { withTimeout, type Pause } from '../../runtime/with-timeout.js';
import type { DoctorView } from '../views.js';
import { checkDelivery, type DeliveryOptions } from './delivery.js';
import { checkIds, checks, type ChecksOptions, type Finding } from './checks.js';

export interface RunChecksOptions extends ChecksOptions, DeliveryOptions {
  readonly pause: Pause;
}

/** Milliseconds that one check may take; they run side by side, and Teams waits for about 10 seconds. */
const checkMs = 7_000;

/** All checks, none of which holds up or breaks another one, and the messages that do not arrive. */
export async function runChecks(options: RunChecksOptions): Promise<DoctorView> {
  const [delivery, ...found] = await Promise.all([
    checkDelivery(options),
    ...checkIds.map((id) => findingsOf(id, options)),
  ]);
  return { kind: 'doctor', findings: found.flat(), ...delivery };
}

async function findingsOf(check: (typeof checkIds)[number], options: RunChecksOptions): Promise<readonly Finding[]> {
  try {
    const slow: Finding = { check, state: 'failed', what: 'slow' };
    return await withTimeout(checks[check](options), checkMs, { pause: options.pause, late: () => [slow] });
  } catch (error) {
    return [
      {
        check,
        state: 'failed',
        what: 'broken',
        values: { reason: error instanceof Error ? error.message : String(error) },
      },
    ];
  }
}
