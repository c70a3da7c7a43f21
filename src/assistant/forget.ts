import { helpActions, notice, type Answer } from './answer.js';
import type { Asked } from './obey.js';
import type { PersonalData } from './ports.js';

export interface ForgetOptions {
  readonly personalData: Pick<PersonalData, 'forget'>;
  readonly wakeOutbox: () => void;
}

/** Forgets the person; requests that are still open keep their name until they end. */
export function createForget({ personalData, wakeOutbox }: ForgetOptions) {
  return async function forget({ from }: Asked): Promise<Answer> {
    const { openTickets } = await personalData.forget(from.personId);
    wakeOutbox();
    return openTickets.length === 0
      ? notice('forgotten')
      : notice('forgottenButOpenTickets', { tickets: openTickets.join(', ') }, [helpActions.myRequests]);
  };
}
