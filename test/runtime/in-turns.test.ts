import { expect, it } from 'vitest';
import { inTurns } from '../../src/runtime/in-turns.js';

/** Counts how often others get their turn while the work is done. */
async function turnsDuring(
  work: Generator<number, string, undefined>,
): Promise<{ readonly turns: number; readonly result: string }> {
  let turns = 0;
  let ended = false;
  const others = (async () => {
    for (; !ended; turns += 1) await new Promise(setImmediate);
  })();
  const result = await inTurns(work);
  const during = turns;
  ended = true;
  await others;
  return { turns: during, result };
}

function* workOf(slices: number, characters: number): Generator<number, string, undefined> {
  for (let slice = 0; slice < slices; slice += 1) yield characters;
  return 'done';
}

it('long work lets others have their turn after each slice', async () => {
  expect(await turnsDuring(workOf(10, 100_000))).toEqual({
    turns: expect.toSatisfy((turns: number) => turns >= 9),
    result: 'done',
  });
});

it('short work takes none, in however many slices it comes', async () => {
  expect(await turnsDuring(workOf(100, 10))).toEqual({ turns: 0, result: 'done' });
});

it('many small slices take turns like a few large ones', async () => {
  expect((await turnsDuring(workOf(100_000, 10))).turns).toBeGreaterThanOrEqual(45);
});

it('what the work throws is thrown to who waits for it', async () => {
  function* failing(): Generator<number, string, undefined> {
    yield 100_000;
    throw new Error('no');
  }
  await expect(inTurns(failing())).rejects.toThrow('no');
});
