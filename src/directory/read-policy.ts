import { z } from 'zod';
import type { Parsed } from './known.js';

export const policyPath = '/policies/deviceRegistrationPolicy';

const policyBody = z.object({ userDeviceQuota: z.int().nonnegative().nullable() });

/** The tenant's device limit. Graph never leaves it null (v1.0 metadata), so a null is a missing permission. */
export function readDeviceLimit(body: unknown): Parsed<number> {
  const { data: policy } = policyBody.safeParse(body);
  if (!policy) return { reason: 'invalid' };
  return policy.userDeviceQuota === null ? { reason: 'limitedInformation' } : { value: policy.userDeviceQuota };
}
