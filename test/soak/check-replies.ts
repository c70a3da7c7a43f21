import type { Noted } from './noting-teams.js';

/** What is wrong with what came for a list of turns: each is to come, in their order, and a second time only marked. */
export function problemsOf(turns: readonly string[], noted: readonly Noted[]): readonly string[] {
  const first = [...new Set(noted.map(({ turn }) => turn))];
  const came = new Set(first);
  const lost = turns.filter((turn) => !came.has(turn)).map((turn) => `${turn} has no reply`);
  const expected = turns.filter((turn) => came.has(turn));
  const at = first.findIndex((turn, index) => turn !== expected[index]);
  const unordered =
    at < 0 ? [] : [`${first.slice(at, at + 3).join(', ')} came where ${expected.slice(at, at + 3).join(', ')} should`];
  const seen = new Set<string>();
  const unmarked = noted.flatMap(({ turn, again }) => {
    const copy = seen.has(turn);
    seen.add(turn);
    return copy && !again ? [`${turn} came once more without a mark`] : [];
  });
  return [...lost, ...unordered, ...unmarked];
}
