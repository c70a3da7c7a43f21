/** Characters that are read in one go, which takes a few milliseconds; a shorter text is never interrupted. */
const charactersATurn = 20_000;

/** Runs work that yields how many characters it has read, and lets other work in each time the limit is reached. */
export async function inTurns<Result>(work: Generator<number, Result, undefined>): Promise<Result> {
  let looked = 0;
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
    looked += next.value;
    if (looked < charactersATurn) continue;
    looked = 0;
    await new Promise(setImmediate);
  }
}
