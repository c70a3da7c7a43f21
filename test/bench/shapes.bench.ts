import { afterAll, beforeAll, expect, it } from 'vitest';
import { chatOf, type Sent } from '../support/activities.js';
import { jsonOf, longShapes, type LongShape } from '../support/long-shapes.js';
import { generateLoad, post } from './load/generate-load.js';
import { megabytes, middle, quantile } from './load/numbers.js';
import { createPeople } from './load/people.js';
import { startBots, type Bots } from './load/start-bots.js';

/** What one text may cost, whatever its shape: the processor time of so many turns of the bare echo bot, and so many bytes above the level before. */
const mostEchoTurns = 125;
const mostBytes = 50_000_000;

/** Echo turns that are measured for the unit, before the shapes and again after each so many of them. */
const echoTurns = 300;
const unitEvery = 20;

/** What seems to cost too much is tried again, so often: noise does so once, a shape each time. */
const tries = 3;

interface Cost {
  readonly shape: LongShape;
  readonly echoTurns: number;
  readonly bytes: number;
  /** Milliseconds until somebody's press beside it was answered. */
  readonly pressMs: number;
}

let bots: Bots;
beforeAll(async () => {
  bots = await startBots({ people: longShapes.length * tries + 1_000 });
});
afterAll(() => bots?.close());

it(`any one text costs at most ${mostEchoTurns} echo turns and ${megabytes(mostBytes)}, and a press beside it is answered meanwhile`, async () => {
  const { bot, echo, activities, keys, sink } = bots;
  const unitOf = async (): Promise<number> => {
    await echo.idle();
    const began = echo.cpuMs();
    await generateLoad(
      echo.url,
      keys.slice(0, echoTurns).map((key) => () => activities.message(key, 'hello')),
    );
    await echo.idle();
    return (echo.cpuMs() - began) / echoTurns;
  };
  const batchOf = createPeople({ activities, sink, keys: keys.slice(echoTurns) });
  const [readers, presser] = [keys.slice(-longShapes.length * tries), keys[echoTurns] as string];
  let read = 0;

  // Once for V8 to compile what it will, and for the one who presses to have a card.
  for (let round = 0; round < 3; round += 1) await generateLoad(bot.url, batchOf('paste', 40).turns);
  await unitOf();
  await post(bot.url, activities.message(presser, "my pc won't join"));

  async function costOf(shape: LongShape, unit: number): Promise<Cost> {
    const key = readers[read++] as string;
    const activity = asActivity(shape, key);
    await bot.idle();
    bot.forgetPeak();
    const [cpuBefore, memoryBefore] = [bot.cpuMs(), bot.memory()];
    const reading = post(bot.url, jsonOf(activity));
    const pressed = performance.now();
    await post(bot.url, activities.press(presser, 'say', { words: 'language en' }));
    const pressMs = performance.now() - pressed;
    await reading;
    await bot.idle();
    return { shape, echoTurns: (bot.cpuMs() - cpuBefore) / unit, bytes: bot.peak() - memoryBefore, pressMs };
  }

  function asActivity({ make, limit, kind }: LongShape, key: string): Sent {
    const { text = 'see this', entities, attachments, channelData, inputs } = make(limit);
    if (kind === 'inputs') return activities.press(key, 'lookUp', { pcName: 'PC-0142', ...inputs });
    const base = activities.message(key, text, { ...(entities && { entities }), ...(attachments && { attachments }) });
    return channelData ? { ...base, channelData: { ...(base['channelData'] as object), ...channelData } } : base;
  }

  // A file's text is what is left of it after it was fetched: the shapes of texts stand for it.
  const shapes = longShapes.filter(({ kind }) => kind !== 'file');
  const costs: Cost[] = [];
  let unit = await unitOf();
  for (const [index, shape] of shapes.entries()) {
    if (index % unitEvery === 0) unit = await unitOf();
    let cost = await costOf(shape, unit);
    for (let again = 1; again < tries && tooMuch(cost); again += 1) {
      const other = await costOf(shape, unit);
      cost = {
        ...other,
        echoTurns: Math.min(cost.echoTurns, other.echoTurns),
        bytes: Math.min(cost.bytes, other.bytes),
      };
    }
    costs.push(cost);
  }
  const worst = costs.toSorted((a, b) => b.echoTurns - a.echoTurns);
  const line = ({ shape, echoTurns: turns, bytes, pressMs }: Cost): string =>
    `${`${shape.kind}: ${shape.name}`.padEnd(56)}${turns.toFixed(0).padStart(12)}${megabytes(bytes).padStart(12)}${pressMs.toFixed(0).padStart(14)} ms`;
  console.log(
    [
      '',
      `${`Long texts, ${costs.length} shapes at their limits`.padEnd(56)}${'echo turns'.padStart(12)}${'memory'.padStart(12)}${'press beside'.padStart(17)}`,
      ...worst.slice(0, 12).map(line),
      `median${' '.repeat(50)}${middle(costs.map((each) => each.echoTurns))
        .toFixed(0)
        .padStart(12)}${megabytes(middle(costs.map(({ bytes }) => bytes))).padStart(12)}${middle(
        costs.map(({ pressMs }) => pressMs),
      )
        .toFixed(0)
        .padStart(14)} ms`,
      `one echo turn: ${unit.toFixed(2)} ms; slowest press beside: ${quantile(
        costs.map(({ pressMs }) => pressMs),
        1,
      ).toFixed(0)} ms`,
    ].join('\n'),
  );
  expect(costs.filter(tooMuch).map(line)).toEqual([]);
  expect(sink.last(chatOf(presser))).toBeDefined();
});

function tooMuch({ echoTurns: turns, bytes }: Cost): boolean {
  return turns > mostEchoTurns || bytes > mostBytes;
}
