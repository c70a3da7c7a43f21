import { runChecks, type RunChecksOptions } from '../../administration/doctor/run-checks.js';
import { say, type Answer } from '../answer.js';

/** The buttons of its cards. @public read by `npm run indexes` */
export const presses = ['examineAgain'] as const;

export interface HandlersOptions {
  readonly checks: RunChecksOptions;
}

/** What is not as it should be; the card's button looks again. */
export function createHandlers({ checks }: HandlersOptions) {
  return {
    commands: { doctor: async (): Promise<Answer> => say(await runChecks(checks)) },
    presses: { examineAgain: async (): Promise<Answer> => ({ replies: [], card: await runChecks(checks) }) },
  };
}
