import type { Person } from './scenario.js';
import type { State } from './state.js';

/** An answer on show: its id, and its words in English. */
export interface Offered {
  readonly id: string;
  readonly text: string;
}

/** How people answer a question: an option id, `not-sure` for what this person does not know. */
export type Answer = (state: State, person: Person, offered: readonly Offered[]) => string;

/** What needs looking: those who know little say that they are not sure. */
export const ifTheyLook =
  (answer: (state: State, offered: readonly Offered[]) => string): Answer =>
  (state, { knows }, offered) =>
    knows === 'everything' ? answer(state, offered) : 'not-sure';
