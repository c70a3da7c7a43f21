import { buttonOf, cardOf, optionsOf, type Json } from '../../kills/buttons.js';
import { chatOf, type createActivities, type Sent } from '../../support/activities.js';
import { fullStatus } from '../../support/full-status.js';
import type { Sink } from './sink.js';

export type TurnKind = 'press' | 'first message' | 'paste' | 'hand-over';

export interface PeopleOptions {
  readonly activities: ReturnType<typeof createActivities>;
  readonly sink: Sink;
  /** Keys of people who have not been heard from; each is taken once. */
  readonly keys: readonly string[];
}

/** A batch of turns of one kind, and what has to be said before they can be measured. */
export interface Batch {
  readonly before: readonly (readonly (() => Sent)[])[];
  readonly turns: readonly (() => Sent)[];
  /** Hears the answer to each turn, of `before` as of `turns`. */
  readonly heard: (turn: () => Sent, answer: string) => void;
}

/** People who do what is measured. Each batch has people of its own, so that nobody types faster than a person can. */
export function createPeople({ activities, sink, keys }: PeopleOptions) {
  let taken = 0;
  function somebody(count: number): readonly string[] {
    const some = keys.slice(taken, taken + count);
    if (some.length < count) throw new Error('There are not enough people for so many turns');
    taken += count;
    return some;
  }

  const asks = (key: string) => () => activities.message(key, "my pc won't join");

  return function batchOf(kind: TurnKind, turns: number): Batch {
    /** The card that each has on show; a press is answered with the next one. */
    const shown = new Map<string, Json>();
    const presser = new WeakMap<() => Sent, string>();
    const press = (
      key: string,
      option: (options: readonly string[]) => string | undefined,
      inputs: Json = {},
    ): (() => Sent) => {
      const turn = () => {
        const card = shown.get(key) ?? cardOf(sink.last(chatOf(key)) ?? {});
        const chosen = option(optionsOf(card)) ?? '';
        return activities.press(key, 'walk', { ...buttonOf(card, chosen), ...inputs });
      };
      presser.set(turn, key);
      return turn;
    };
    const heard: Batch['heard'] = (turn, answer) => {
      const key = presser.get(turn);
      if (key === undefined) return;
      const { type, value } = JSON.parse(answer) as { readonly type?: string; readonly value?: Json };
      if (type !== 'application/vnd.microsoft.card.adaptive' || !value)
        throw new Error(`A press was answered without a card: ${answer.slice(0, 300)}`);
      shown.set(key, value);
    };
    switch (kind) {
      case 'first message':
        return { before: [], turns: somebody(turns).map(asks), heard };
      case 'paste':
        return { before: [], turns: somebody(turns).map((key) => () => activities.message(key, fullStatus)), heard };
      case 'press': {
        const people = somebody(Math.ceil(turns / pressesEach));
        const onAndBack = (key: string) =>
          press(key, (options) =>
            options.includes('back') ? 'back' : options.find((each) => each.startsWith('choose:')),
          );
        return {
          before: [people.map(asks)],
          turns: Array.from({ length: pressesEach }, () => people.map(onAndBack))
            .flat()
            .slice(0, turns),
          heard,
        };
      }
      case 'hand-over': {
        const people = somebody(turns);
        return {
          before: [
            people.map((key) => () => activities.message(key, 'talk to a person')),
            people.map((key) => press(key, () => 'review', { note: 'It says no.' })),
          ],
          turns: people.map((key) => press(key, () => 'send')),
          heard,
        };
      }
    }
  };
}

/** Answers to the first question and ways back. */
const pressesEach = 10;
