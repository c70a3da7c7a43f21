import { examine, type ExamineOptions } from '../../administration/doctor/examine.js';
import { say, type Answer } from '../answer.js';

/** The buttons of its cards. @public read by `npm run indexes` */
export const presses = ['examineAgain'] as const;

export interface HandlersOptions {
  readonly examination: ExamineOptions;
}

/** What is not as it should be; the card's button looks again. */
export function createHandlers({ examination }: HandlersOptions) {
  return {
    commands: { doctor: async (): Promise<Answer> => say(await examine(examination)) },
    presses: { examineAgain: async (): Promise<Answer> => ({ replies: [], card: await examine(examination) }) },
  };
}
