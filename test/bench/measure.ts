/** How long one sample takes at least, so that the clock's steps (16 ms on some systems) and a single pause say little. */
const sampleMs = 40;

/** Calls before anything is measured, as far as they take no longer than this: by then V8 has compiled what it will. */
const warmUpMs = 400;

/**
 * Milliseconds of processor time that one call of each work takes: the median of so many samples, each of as many calls as fill
 * it, the works in turns, so that a machine that gets slower does so for all. Processor time, because a clock on the wall would
 * measure what else the machine is doing.
 */
export function millisecondsOf(works: readonly (() => unknown)[], samples: number): readonly number[] {
  const calls = works.map(callsThatFill);
  const rounds = Array.from({ length: samples }, () =>
    works.map((work, index) => timeOf(work, calls[index] as number) / (calls[index] as number)),
  );
  return works.map(
    (_, index) => rounds.map((round) => round[index] as number).toSorted((a, b) => a - b)[samples >> 1] as number,
  );
}

/** Runs the works until they are as fast as they get. */
export function warmUp(works: readonly (() => unknown)[]): void {
  for (const work of works) for (let spent = 0; spent < warmUpMs;) spent += timeOf(work, 1);
}

/** Doubles until a sample is long enough. */
function callsThatFill(work: () => unknown): number {
  let calls = 1;
  while (timeOf(work, calls) < sampleMs) calls *= 2;
  return calls;
}

/** What the calls gave is kept here, so that none of them can be left out as having no effect. */
export const kept: { last: unknown } = { last: undefined };

function timeOf(work: () => unknown, calls: number): number {
  const start = process.cpuUsage();
  for (let call = 0; call < calls; call += 1) kept.last = work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}
