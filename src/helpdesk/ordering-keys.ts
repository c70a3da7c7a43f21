/** Posts to the helpdesk's channel that belong to no ticket leave in order. */
export const helpdeskOrderingKey = 'helpdesk';

/** A ticket's card and the replies in its thread leave in order. */
export function ticketOrderingKey(number: number): string {
  return `ticket:${number}`;
}

/** Replies in one conversation that Teams did not take at once leave in order. */
export function repliesOrderingKey(conversationId: string): string {
  return `replies:${conversationId}`;
}

/** Messages to one person leave in order. */
export function personOrderingKey(personId: string): string {
  return `person:${personId}`;
}
