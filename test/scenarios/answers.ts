import type { Answer } from './answer.js';
import { currentAnswers } from './answers-current.js';
import { downLevelAnswers } from './answers-down-level.js';
import { isDownLevel, type State } from './state.js';

const isOldServer = ({ pc }: State): boolean => isDownLevel(pc) && pc.windows.startsWith('server');

function windowsOf(state: State): string {
  if (isOldServer(state)) return 'older-server';
  return isDownLevel(state.pc) ? state.pc.windows : 'current';
}

/** By node id. A question that is not here is answered with "not sure", and the run names it. */
export const answersOfPeople: Readonly<Record<string, Answer>> = {
  'opening/windows': (state) => {
    if (state.complaint === 'limitMessage') return 'limit-message';
    return state.account.whose === 'other' ? 'someone-else' : windowsOf(state);
  },
  'opening/limit-windows': windowsOf,
  'opening/whose-windows': windowsOf,
  'opening/which-server': ({ pc }) => pc.windows,
  'opening/find-windows': windowsOf,
  ...currentAnswers,
  ...downLevelAnswers,
} satisfies Readonly<Record<string, Answer>>;
