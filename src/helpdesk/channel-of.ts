/** The channel that a conversation is a thread of: `19:…@thread.tacv2;messageid=1700000000000` without its message. */
export function channelOf(conversationId: string): string {
  return conversationId.split(';', 1)[0] ?? conversationId;
}
