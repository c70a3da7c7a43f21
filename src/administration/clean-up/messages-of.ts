import { personOrderingKey } from '../../helpdesk/ordering-keys.js';
import type { Message } from '../../helpdesk/ports.js';
import type { CleanUp } from './clean-up.js';

/** The name of a request's auto-updating card. */
export function cardOfCleanUp(number: number): string {
  return `cleanUp:${number}`;
}

/** Everybody who has the card sees the request as it is now, in the language that they chose, else in the configured one. */
export function cardsOf({ number, audience }: Pick<CleanUp, 'number' | 'audience'>): readonly Message[] {
  return audience.map((personId) => ({
    orderingKey: personOrderingKey(personId),
    outgoing: { kind: 'livingCard', key: cardOfCleanUp(number), personId, locale: '' },
  }));
}
