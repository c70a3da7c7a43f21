import type { Person } from './scenario.js';
import type { State } from './state.js';

/** How people answer a question: an option id, `not-sure` for what this person does not know. */
export type Answer = (state: State, person: Person) => string;

/** What needs looking: those who know little say that they are not sure. */
export const ifTheyLook =
  (answer: (state: State) => string): Answer =>
  (state, { knows }) =>
    knows === 'everything' ? answer(state) : 'not-sure';
