/**
 * Work that can be interrupted: it comes back now and then, and says how many characters it looked at meanwhile. Whoever has it
 * done decides whether others get their turn between (`runtime/in-turns.ts`).
 */
export type Slices<Result> = Generator<number, Result, undefined>;

/** The work in one go: for what is short, or where nobody else waits. */
export function atOnce<Result>(work: Slices<Result>): Result {
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
  }
}
