import type { Answer } from './answer.js';
import { currentAnswers } from './answers-current.js';
import { downLevelAnswers } from './answers-down-level.js';
import { isDownLevel } from './state.js';

const windows: Answer = ({ pc }) => (isDownLevel(pc) ? pc.windows : 'current');

/** By node id. A question that is not here is answered with "not sure", and the run names it. */
export const answersOfPeople: Readonly<Record<string, Answer>> = {
  'opening/whose-account': ({ account }) => account.whose,
  'opening/windows': windows,
  'opening/find-windows': windows,
  ...currentAnswers,
  ...downLevelAnswers,
};
