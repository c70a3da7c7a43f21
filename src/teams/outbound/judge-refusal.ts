import type { ChannelRefusal } from '../../assistant/ports.js';

/** The app may not work here at all, or was sent to the wrong cloud: nothing that the people of a team could mend. */
const notAboutTheTeam = ['BotDisabledByAdmin', 'TenantNoPermission', 'InvalidBotApiHost'];

interface Failure {
  readonly statusCode?: number;
  readonly code?: string;
  readonly message?: string;
}

/**
 * Why a channel took nothing. Teams' codes are those of "Status codes from bot conversational APIs" (learn:
 * bots/how-to/conversations/conversation-messages):
 *
 * - 404 `ConversationNotFound`: it does not exist or was deleted; the same for a deleted channel (BotFramework-Services#269).
 * - 403 `BotNotInConversationRoster`, "The bot is not part of the conversation roster.": the app is not in the team
 *   (bot-docs#1527), and word for word the same when it is not in the private channel (microsoft-graph-docs-contrib#2570,
 *   company-communicator#425 and #514). An app has to be added to each private or shared channel by itself, and nothing tells
 *   whether it was (learn: build-apps-for-shared-private-channels); neither does the channel's id. Other 403 codes vary
 *   (learn: answers/questions/1513369), so the status decides. When the bot was heard in this channel, its team has it.
 * - 403 `ConversationBlockedByUser`: the bot is in the team, and the channel's moderation keeps it out (botbuilder-js#4665).
 * - 403 `BotDisabledByAdmin`, `TenantNoPermission` (bot-docs#1960), `InvalidBotApiHost`, and all that is no answer about the
 *   channel: 401, 408, 412, 413, 429, 5xx, a lost connection, a time that ran out.
 */
export function judgeRefusal(error: unknown, heardThere: boolean): ChannelRefusal {
  const { statusCode, code, message } = (error ?? {}) as Failure;
  const detail = [statusCode, code, message ?? String(error)]
    .filter((part) => part !== undefined)
    .join(' ')
    .slice(0, 500);
  return { kind: 'refused', why: whyOf(statusCode, code, heardThere), detail };
}

function whyOf(statusCode: number | undefined, code = '', heardThere: boolean): ChannelRefusal['why'] {
  if (statusCode === 404) return 'notFound';
  if (statusCode !== 403 || notAboutTheTeam.includes(code)) return 'unreachable';
  return heardThere || code === 'ConversationBlockedByUser' ? 'appNotInChannel' : 'appNotInTeam';
}
