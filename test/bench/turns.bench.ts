import { afterAll, beforeAll, expect, it } from 'vitest';
import { generateLoad, type Load } from './load/generate-load.js';
import type { MeasuredProcess } from './load/measured-process.js';
import { createPeople, type Batch, type TurnKind } from './load/people.js';
import { startBots, type Bots } from './load/start-bots.js';
import { megabytes, middle, quantile, spread } from './load/numbers.js';

const kinds: readonly TurnKind[] = ['press', 'first message', 'paste', 'hand-over'];
const rounds = Number(process.env['BENCH_ROUNDS'] || 5);
const turnsInBatch = 160;

interface Sample {
  /** Milliseconds of processor time of one turn, with all that it set going. */
  readonly cpu: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** One kind of turn, and the echo turns right before it. */
interface Round {
  readonly echo: Sample;
  readonly bot: Sample;
}

let bots: Bots;
beforeAll(async () => {
  bots = await startBots({ people: kinds.length * turnsInBatch * (rounds + 1) });
});
afterAll(() => bots?.close());

it('a turn costs, compared with one of a bot that only echoes', async () => {
  const { bot, echo, activities, keys } = bots;
  const started = [echo, bot].map((each) => ({ readyMs: each.readyMs, memory: each.memory() }));
  const batchOf = createPeople({ ...bots, activities, keys });
  const echoes = (): Batch => ({
    before: [],
    turns: keys.slice(0, turnsInBatch).map((key) => () => activities.message(key, "my pc won't join")),
    heard: () => undefined,
  });
  const round = async (kind: TurnKind): Promise<Round> => ({
    echo: await sample(echo, echoes()),
    bot: await sample(bot, batchOf(kind, turnsInBatch)),
  });

  // Once for V8 to compile what it will.
  for (const kind of kinds) await round(kind);
  const taken = new Map(kinds.map((kind) => [kind, [] as Round[]]));
  for (let number = 0; number < rounds; number += 1) for (const kind of kinds) taken.get(kind)?.push(await round(kind));

  const unit = [...taken.values()].flat().map((each) => each.echo);
  console.log(
    [
      '',
      `Turns: ${rounds} rounds of ${turnsInBatch}, medians (least–most), 16 at once`,
      row('', ['CPU in echo turns', 'CPU ms', 'turns/s', 'p50 ms', 'p99 ms']),
      row('echo turn', ['1', ...columnsOf(unit)]),
      ...kinds.map((kind) => {
        const found = taken.get(kind) as readonly Round[];
        return row(kind, [
          spread(found.map((each) => each.bot.cpu / each.echo.cpu)),
          ...columnsOf(found.map((each) => each.bot)),
        ]);
      }),
      '',
      row('', ['start to ready', 'memory then', 'memory now', 'peak']),
      ...[echo, bot].map((each, index) =>
        row(index === 0 ? 'echo bot' : 'the bot', [
          `${Math.round(started[index]?.readyMs ?? NaN)} ms`,
          megabytes(started[index]?.memory ?? NaN),
          megabytes(each.memory()),
          megabytes(each.peak()),
        ]),
      ),
    ].join('\n'),
  );
  // Each hand-over made a request that came to the channel: what was measured is the real thing.
  expect(bots.sink.taken()).toBeGreaterThan(turnsInBatch * rounds * kinds.length);
});

async function sample(process: MeasuredProcess, { before, turns, heard }: Batch): Promise<Sample> {
  const run = (some: Batch['turns']): Promise<Load> =>
    generateLoad(process.url, some, (index, answer) => heard(some[index] as () => never, answer));
  for (const each of before) await run(each);
  await process.idle();
  const began = process.cpuMs();
  const { latencies, wallMs } = await run(turns);
  await process.idle();
  const cpu = (process.cpuMs() - began) / turns.length;
  return {
    cpu,
    perSecond: (turns.length / wallMs) * 1_000,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
  };
}

function columnsOf(samples: readonly Sample[]): readonly string[] {
  return [
    spread(samples.map(({ cpu }) => cpu)),
    spread(samples.map(({ perSecond }) => perSecond)),
    ...(['p50', 'p99'] as const).map((name) => middle(samples.map((each) => each[name])).toFixed(1)),
  ];
}

function row(name: string, columns: readonly string[]): string {
  return [name.padEnd(16), ...columns.map((column) => column.padStart(20))].join('');
}
