import { afterAll, describe, expect, inject, it } from 'vitest';
import { factNames, factValues } from '../../src/troubleshooting/facts.js';
import { loadBuiltInTrees } from '../support/trees.js';
import { median, mistakeIn, wayOf } from './judge.js';
import { play, type Played } from './play.js';
import { scenarios } from './scenarios/all.js';
import { isDownLevel, stateOf } from './state.js';
import { table } from './table.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Whether the table is printed when all are played. */
    printScenarios: boolean;
  }
}

const played: Played[] = [];
const allPlayed = (): readonly Played[] => {
  expect(played.length, 'scenarios that came to an end').toBe(scenarios.length);
  return played;
};

describe.concurrent('the true cause is named first, and never a wrong one as certain', () => {
  it.each(scenarios)('$id: $title', async (scenario) => {
    const result = await play(scenario);
    played.push(result);
    expect(mistakeIn(result)).toBeUndefined();
    expect(result.unknownQuestions, 'questions nobody has written down an answer for').toEqual([]);
  });
});

describe('few questions', () => {
  it('at most three in the median without a paste, with the directory answering', () => {
    const asked = allPlayed().filter(({ scenario }) => wayOf(scenario) === 'none' && scenario.graph === undefined);
    expect(median(asked.map(({ questions }) => questions.length))).toBeLessThanOrEqual(3);
  });

  it('at most one in the median with a whole status', () => {
    const asked = allPlayed().filter(({ scenario }) => wayOf(scenario) === 'paste');
    expect(median(asked.map(({ questions }) => questions.length))).toBeLessThanOrEqual(1);
  });
});

describe('the matrix covers', () => {
  it('each kind of Windows, with pastes and without, and what is harder', () => {
    const downLevel = scenarios.filter(({ state }) => isDownLevel(stateOf(state).pc));
    const ids = new Set(scenarios.map(({ id }) => id));
    expect(ids.size).toBe(scenarios.length);
    expect(scenarios.length).toBeGreaterThanOrEqual(70);
    expect(downLevel.length).toBeGreaterThanOrEqual(30);
    expect(scenarios.length - downLevel.length).toBeGreaterThanOrEqual(40);
    for (const way of ['paste', 'part', 'none'] as const) {
      expect(scenarios.filter((scenario) => wayOf(scenario) === way).length, way).toBeGreaterThanOrEqual(15);
    }
    expect(scenarios.filter(({ harder }) => harder !== undefined).length).toBeGreaterThanOrEqual(scenarios.length / 3);
  });

  it('every end of the trees', async () => {
    const tree = await loadBuiltInTrees();
    const ends = [...tree.nodes.values()]
      .filter(({ kind }) => kind === 'fix' || kind === 'explanation' || kind === 'handOver')
      .map(({ id }) => id);
    const seen = new Set(allPlayed().flatMap((each) => each.seen));
    expect(ends.filter((id) => !seen.has(id))).toEqual([]);
  });

  it('every fact and each of its values', () => {
    const known = new Set(allPlayed().flatMap(({ facts }) => facts));
    const all = factNames.flatMap((name) => factValues[name].map((value) => `${name}=${value}`));
    expect(all.filter((fact) => !known.has(fact))).toEqual([]);
  });
});

afterAll(() => {
  if (inject('printScenarios'))
    process.stdout.write(
      `\n${table(scenarios.flatMap(({ id }) => played.find(({ scenario }) => scenario.id === id) ?? []))}\n\n`,
    );
});
