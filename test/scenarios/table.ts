import { median, mistakeIn, wayOf, type Way } from './judge.js';
import type { Played } from './play.js';

/** The matrix as a table, with its sums. */
export function table(all: readonly Played[]): string {
  const width = Math.max(...all.map(({ scenario }) => scenario.id.length));
  const head = `${'scenario'.padEnd(width)}  way    cause   questions  Graph  what was named`;
  return [head, ...all.map((played) => row(played, width)), '', ...sums(all)].join('\n');
}

function row(played: Played, width: number): string {
  const { scenario, questions, graphCalls, named, endsAt } = played;
  const mistake = mistakeIn(played);
  const said = named[0] ?? endsAt ?? '';
  return [
    scenario.id.padEnd(width),
    wayOf(scenario).padEnd(5),
    (mistake === undefined ? 'found' : 'WRONG').padEnd(6),
    String(questions.length).padStart(9),
    String(graphCalls).padStart(5),
    mistake ?? said,
  ].join('  ');
}

function sums(all: readonly Played[]): readonly string[] {
  const ways: readonly { readonly way: Way; readonly words: string }[] = [
    { way: 'paste', words: 'a whole status' },
    { way: 'part', words: 'a part, a code, an event or a window' },
    { way: 'none', words: 'answers alone' },
  ];
  const found = all.filter((played) => mistakeIn(played) === undefined).length;
  return [
    `${found} of ${all.length} causes found.`,
    ...ways.map(({ way, words }) => {
      const these = all.filter(({ scenario }) => wayOf(scenario) === way);
      const asked = these.map(({ questions }) => questions.length);
      return `With ${words}: ${these.length} scenarios, ${median(asked)} questions in the median, at most ${Math.max(0, ...asked)}.`;
    }),
    `Graph calls: ${median(all.map(({ graphCalls }) => graphCalls))} in the median, ${all.reduce((sum, { graphCalls }) => sum + graphCalls, 0)} in all.`,
    `Suggestions that did not help: ${all.reduce((sum, { wrongSuggestions }) => sum + wrongSuggestions.length, 0)}.`,
  ];
}
