/**
 * Opens a thread of a channel, `19:…@thread.tacv2;messageid=1700000000000` (learn.microsoft.com: deep links to a channel message; the
 * short form without team and tenant is what OfficeDev/microsoft-teams-apps-faqplus sends).
 */
export function threadUrl(conversationId: string): string {
  // Half a character cannot be put into an address.
  const [channelId = '', message = ''] = conversationId.replace(/\p{Surrogate}/gu, '').split(';messageid=');
  return `https://teams.microsoft.com/l/message/${encodeURIComponent(channelId)}/${encodeURIComponent(message)}`;
}
