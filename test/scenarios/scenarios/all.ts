import type { Scenario } from '../scenario.js';
import { currentAfter } from './current-after.js';
import { currentAsked } from './current-asked.js';
import { currentBefore } from './current-before.js';
import { currentDiscover } from './current-discover.js';
import { currentJoin } from './current-join.js';
import { currentSignIn } from './current-sign-in.js';
import { downLevelAccount } from './down-level-account.js';
import { downLevelJoined } from './down-level-joined.js';
import { downLevelLimit } from './down-level-limit.js';
import { downLevelProgram } from './down-level-program.js';
import { downLevelService } from './down-level-service.js';
import { downLevelSignIn } from './down-level-sign-in.js';
import { opening } from './opening.js';
import { silentGraph } from './silent-graph.js';
import { twoFaultsCurrent } from './two-faults-current.js';
import { twoFaultsDownLevel } from './two-faults-down-level.js';
import { wrongAnswers } from './wrong-answers.js';

export const scenarios: readonly Scenario[] = [
  ...opening,
  ...currentBefore,
  ...currentDiscover,
  ...currentSignIn,
  ...currentJoin,
  ...currentAfter,
  ...currentAsked,
  ...downLevelProgram,
  ...downLevelAccount,
  ...downLevelSignIn,
  ...downLevelLimit,
  ...downLevelService,
  ...downLevelJoined,
  ...twoFaultsCurrent,
  ...twoFaultsDownLevel,
  ...silentGraph,
  ...wrongAnswers,
];
