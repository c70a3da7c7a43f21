import { examine, type ExamineOptions } from '../../administration/doctor/examine.js';
import { say, type Answer } from '../answer.js';

/** What is not as it should be; the card's button looks again. */
export function createDoctorHandlers(options: ExamineOptions) {
  return {
    doctor: async (): Promise<Answer> => say(await examine(options)),
    examineAgain: async (): Promise<Answer> => ({ replies: [], card: await examine(options) }),
  };
}
