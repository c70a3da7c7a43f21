import { TurnContext, type Activity } from 'botbuilder';
import type { Input } from '../../assistant/input.js';
import type { ConversationStore } from '../ports.js';

/** Keeps how to reach the person and the tenant; the service URL can change with any activity. */
export async function rememberConversation(store: ConversationStore, activity: Activity, input: Input): Promise<void> {
  const { serviceUrl } = activity;
  if (!serviceUrl) return;
  await store.rememberServiceUrl(serviceUrl);
  if (input.scope !== 'personal') return store.rememberServiceUrl(serviceUrl, input.conversationId);
  // Without the activity's own id it stays the same, and nothing is written for every press.
  const reference = JSON.stringify({ ...TurnContext.getConversationReference(activity), activityId: undefined });
  await store.rememberPerson(input.from.personId, { conversationId: input.conversationId, serviceUrl, reference });
}
