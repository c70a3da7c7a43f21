/** Characters that are looked at in one go: short texts take no turns. A few milliseconds. */
const charactersATurn = 20_000;

/** Does work that says now and then how many characters it looked at; after so many of them whatever else waits gets its turn. */
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
