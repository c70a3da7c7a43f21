/** How to reach a conversation again. `reference` is the Bot Framework's conversation reference as JSON. */
export interface StoredConversation {
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly reference: string;
}

export interface ConversationStore {
  /** Called for every activity of a personal chat; the newest reference wins. */
  rememberPerson(personId: string, conversation: StoredConversation): Promise<void>;
  person(personId: string): Promise<StoredConversation | undefined>;
  /**
   * Without a conversation: the one last seen in the tenant, for conversations that were never heard from. With one: its own, of a
   * person's chat, or of a channel with all its threads. A tenant may live in several regions, each with its own.
   */
  rememberServiceUrl(serviceUrl: string, conversationId?: string): Promise<void>;
  /** Of this conversation; undefined = it was never heard from. Without one, the one last seen in the tenant. */
  serviceUrl(conversationId?: string): Promise<string | undefined>;
}

/** Activities that were handled, so that one delivered twice is answered once. Kept for a day. */
export interface HandledActivities {
  /** True when this id had not been seen before; the sighting is recorded in the same step. */
  first(conversationId: string, activityId: string, now: number): Promise<boolean>;
  /** Called when handling failed, so that the activity is handled when it is delivered again. */
  forget(conversationId: string, activityId: string): Promise<void>;
}
