/** How Teams says no. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/**
 * Teams' own words: "Status codes from bot conversational APIs" (learn: bots/how-to/conversations/conversation-messages) unless
 * said otherwise.
 */
export const refusals = {
  throttled: { status: 429, code: 'Throttled', message: 'Too many requests.' },
  preconditionFailed: { status: 412, code: 'PreconditionFailed', message: 'Precondition failed, please try again.' },
  tooBig: { status: 413, code: 'MessageSizeTooBig', message: 'Message size too large.' },
  unavailable: { status: 503, code: 'ServiceError', message: 'Service unavailable' },
  conversationNotFound: { status: 404, code: 'ConversationNotFound', message: 'Conversation not found.' },
  /** BotFramework-Services#269. */
  activityNotFound: {
    status: 404,
    code: 'ActivityNotFoundInConversation',
    message: 'Message does not exist in the thread.',
  },
  disabledByAdmin: { status: 403, code: 'BotDisabledByAdmin', message: 'The tenant admin disabled this bot' },
  /** Comes in passing as well (botbuilder-js#4722). */
  blockedByUser: {
    status: 403,
    code: 'ConversationBlockedByUser',
    message: 'User blocked the conversation with the bot.',
  },
  /** botframework-sdk#6184, botbuilder-js#3298; none of them names the code. */
  differentRegion: { status: 403, code: 'Forbidden', message: 'User is from different region' },
  /** BotFramework-Services#339. */
  wrongGeo: {
    status: 400,
    code: 'BadArgument',
    message: 'Incoming request was redirected to the wrong geo! Current geo: EMEA, Target geo: EUDB',
  },
  /** A creation without a tenant (botbuilder-dotnet#1203, bot-docs#1105). */
  noTenant: { status: 400, code: 'BadSyntax', message: 'Could not parse tenant id' },
  /** A creation that is neither a chat with one person nor a thread of a channel (botframework-sdk#3104, BotBuilder-V3#128). */
  noConversation: { status: 400, code: 'BadSyntax', message: 'Incorrect conversation creation parameters' },
} as const satisfies Readonly<Record<string, Refusal>>;

/** As it stands in the answer's body. */
export function bodyOf({ code, message }: Refusal): object {
  return { error: { code, message } };
}
