import type { ConnectorRequest } from './connector-request.js';
import { refusals, type Refusal } from './refusals.js';

/**
 * What a creation asks for (microsoft/teams.net: CreateConversation-API-Behavior, 2026-04): a chat with one person, which is the same
 * however often it is asked for, or a new thread of a channel. Without the tenant, in both places, Teams takes none.
 */
export type Creation =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'chat'; readonly memberId: string }
  | { readonly kind: 'thread'; readonly channelId: string };

interface Parameters {
  readonly tenantId?: unknown;
  readonly channelData?: { readonly tenant?: { readonly id?: unknown }; readonly channel?: { readonly id?: unknown } };
  readonly isGroup?: unknown;
  readonly members?: readonly { readonly id?: unknown }[];
}

/** @param needsTenant false only where a version of the bot takes part that was written before that was known */
export function readCreation({ body, activity }: ConnectorRequest, needsTenant = true): Creation {
  const { tenantId, channelData, isGroup, members } = body as Parameters;
  if (needsTenant && (!isId(tenantId) || channelData?.tenant?.id !== tenantId))
    return { kind: 'refused', refusal: refusals.noTenant };
  const channelId = channelData?.channel?.id;
  if (isId(channelId) && activity.type !== undefined) return { kind: 'thread', channelId };
  const memberId = members?.[0]?.id;
  if (isGroup !== true && members?.length === 1 && isId(memberId)) return { kind: 'chat', memberId };
  return { kind: 'refused', refusal: refusals.noConversation };
}

/** A chat answers with its id alone, also where it was opened with a message; a thread with the id of its first message too. */
export function creationAnswer(conversationId: string): { readonly id: string; readonly activityId?: string } {
  const [, activityId] = conversationId.split(';messageid=');
  return { id: conversationId, ...(activityId !== undefined && { activityId }) };
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
