import { personOrderingKey } from '../../helpdesk/ordering-keys.js';
import type { Outbox, Outgoing, TroubledRow } from '../../helpdesk/ports.js';
import type { DoctorView, TroubledMessage } from '../views.js';

export interface DeliveryOptions {
  readonly outbox: Pick<Outbox, 'parked' | 'failing'>;
}

/** Messages of each kind that are shown; an operator needs to see the pattern, not all of them. */
const mostShown = 10;

/** What keeps messages from arriving: what fails again and again, what was given up. */
export async function checkDelivery({ outbox }: DeliveryOptions): Promise<Pick<DoctorView, 'failing' | 'parked'>> {
  const [failing, parked] = await Promise.all([outbox.failing(mostShown), outbox.parked(mostShown)]);
  return { failing: failing.map(toMessage), parked: parked.map(toMessage) };
}

/** The ticket it is about, but not whom it is for. */
function toMessage({ outgoing, orderingKey, reason, since }: TroubledRow): TroubledMessage {
  const ticketNumber = outgoing && 'ticketNumber' in outgoing ? outgoing.ticketNumber : undefined;
  return {
    to: isForPerson(outgoing, orderingKey) ? 'person' : 'channel',
    ...(ticketNumber !== undefined && { ticketNumber }),
    reason,
    since: new Date(since).toISOString(),
  };
}

function isForPerson(outgoing: Outgoing | undefined, orderingKey: string): boolean {
  if (!outgoing) return orderingKey.startsWith(personOrderingKey(''));
  const { kind } = outgoing;
  return kind === 'ticketNews' || kind === 'update' || (kind === 'post' && outgoing.to.kind === 'person');
}
