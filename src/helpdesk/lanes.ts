/** Posts to the helpdesk's channel that belong to no ticket leave in order. */
export const helpdeskLane = 'helpdesk';

/** A ticket's card and the replies in its thread leave in order. */
export function ticketLane(number: number): string {
  return `ticket:${number}`;
}

/** Messages to one person leave in order. */
export function personLane(personId: string): string {
  return `person:${personId}`;
}
