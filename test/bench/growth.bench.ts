import { expect, it } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose.js';
import { readPaste } from '../../src/diagnosis/read-paste.js';
import { redact } from '../../src/diagnosis/redact.js';
import { hostileInputs, type HostileInput } from '../support/hostile-inputs.js';
import { millisecondsOf } from './measure.js';

/** Ten times the input may cost this many times as much. Linear is 10; the rest is the machine's. */
const highest = 15;

/** Samples: few at first; what seems to grow too fast is measured again with care, so often. */
const quick = 3;
const careful = 7;
const mostTries = 3;

const shown = 8;
const now = new Date('2024-03-04T09:00:00Z');

const look = (text: string) => [diagnose(readPaste(text), { now }), redact(text)];

interface Growth {
  readonly name: string;
  readonly ratio: number;
  /** Milliseconds for the large input. */
  readonly large: number;
}

function measure(name: string, make: HostileInput, samples: number): Growth {
  const [small, large] = [make(10_000), make(100_000)];
  const [low = NaN, high = NaN] = millisecondsOf([() => look(small), () => look(large)], samples);
  return { name, ratio: high / low, large: high };
}

/** What grows too fast does so each time; noise does not. */
function growth(name: string, make: HostileInput): Growth {
  let found = measure(name, make, quick);
  for (let tries = 0; tries < mostTries && found.ratio > highest; tries += 1) found = measure(name, make, careful);
  return found;
}

it('ten times the input costs about ten times as much, whatever is in it', () => {
  const inputs = Object.entries(hostileInputs);
  console.log(`\n${inputs.length} hostile inputs, each of 10 KB and of 100 KB; this takes a few minutes …`);
  for (const [, make] of inputs) look(make(10_000));
  const results = inputs.map(([name, make]) => growth(name, make));
  const worst = results.toSorted((a, b) => b.ratio - a.ratio);
  const line = ({ name, ratio, large }: Growth): string =>
    `${name.padEnd(44)}${ratio.toFixed(1).padStart(9)} ×${large.toFixed(1).padStart(12)} ms`;
  const slowest = results.toSorted((a, b) => b.large - a.large)[0];
  console.log(
    [
      '',
      `${'Growth: read, judged and redacted'.padEnd(44)}${'100:10 KB'.padStart(11)}${'100 KB'.padStart(15)}`,
      ...worst.slice(0, shown).map(line),
      ...(slowest ? ['the slowest of all:', line(slowest)] : []),
      '',
      `The worst of ${results.length} inputs, "${worst[0]?.name}", costs ${worst[0]?.ratio.toFixed(1)} times as much at 100 KB as at 10 KB; at most ${highest} are allowed.`,
    ].join('\n'),
  );
  expect(worst.filter(({ ratio }) => ratio > highest).map(({ name, ratio }) => `${name}: ${ratio.toFixed(1)}`)).toEqual(
    [],
  );
});
