import { examineDelivery, type DoctorOptions } from '../../administration/doctor.js';
import { say, type Answer } from '../answer.js';

/** What keeps messages from arriving; the card's button looks again. */
export function createDoctorHandlers(options: DoctorOptions) {
  return {
    doctor: async (): Promise<Answer> => say(await examineDelivery(options)),
    examineAgain: async (): Promise<Answer> => ({ replies: [], card: await examineDelivery(options) }),
  };
}
