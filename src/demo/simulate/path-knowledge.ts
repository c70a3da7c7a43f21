import { factsAboutThePc, factValues } from '../../troubleshooting/facts.js';
import { isFactName, mayAnswer } from '../../troubleshooting/session-facts.js';
import type { QuestionNode } from '../../troubleshooting/tree.js';

/** Stands among the values of a fact for "nobody knows", and of an attribute for "nothing has set it". */
export const notKnown = '?';

/** What a path has settled so far: attributes by its answers, and of facts the values that they can still have. */
export interface PathKnowledge {
  readonly attributes: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, readonly string[]>>;
}

/** Knowledge at the start: a given fact has its value, any other all its values or none. */
export function startingKnowledge(facts: Readonly<Record<string, string>> = {}): PathKnowledge {
  return { attributes: {}, facts: Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, [value]])) };
}

/** Values that the fact or attribute can have here, `notKnown` among them. Of somebody else's account no fact is known. */
export function possibleValues({ attributes, facts }: PathKnowledge, name: string): readonly string[] {
  if (!isFactName(name)) return [attributes[name] ?? notKnown];
  if (attributes['subject'] === 'other' && !factsAboutThePc.includes(name)) return [notKnown];
  return facts[name] ?? [...factValues[name], notKnown];
}

/** The same, with the fact settled to these values; an attribute is settled by its answer already. */
export function settled(knowledge: PathKnowledge, name: string, values: readonly string[]): PathKnowledge {
  return isFactName(name) ? { ...knowledge, facts: { ...knowledge.facts, [name]: values } } : knowledge;
}

/** The values of the question's fact with which each option can be taken; undefined = facts have no say in this question. */
export function valuesByOption(
  knowledge: PathKnowledge,
  node: QuestionNode,
): ReadonlyMap<string, readonly string[]> | undefined {
  const { fact } = node;
  if (fact === undefined || !isFactName(fact) || !mayAnswer(fact)) return undefined;
  const possible = possibleValues(knowledge, fact);
  // With these the person is asked, and may give any answer.
  const asked = possible.filter((value) => !node.options.some(({ when }) => when?.includes(value)));
  return new Map(
    node.options.map(({ id, when }) => [id, [...possible.filter((value) => when?.includes(value)), ...asked]]),
  );
}
