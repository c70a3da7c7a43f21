import type { Counting, JudgedDevice, Known, Quota } from './model.js';

/** Counts a person's devices against the limit. `complete` false: every count reads "at least". */
export function estimateQuota(limit: Known<number>, judged: readonly JudgedDevice[], complete: boolean): Quota {
  const number = (counting: Counting): number => judged.filter((device) => device.counting === counting).length;
  return {
    limit,
    counts: number('counts'),
    mayCount: number('mayCount'),
    doesNotCount: number('doesNotCount'),
    unknown: number('unknown'),
    stale: judged.filter(({ stale }) => stale === true).length,
    complete,
  };
}
