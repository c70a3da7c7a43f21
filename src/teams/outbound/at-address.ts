import type { ConversationStore } from '../ports.js';

export interface Addresses {
  readonly conversations: Pick<ConversationStore, 'serviceUrl' | 'rememberServiceUrl'>;
  /** The global address of this cloud, from which Teams finds every region; undefined = there is none. */
  readonly defaultServiceUrl?: string | undefined;
}

/**
 * Where the conversation is reached: at its own address, else at the one that is `told`, else at the tenant's; without a conversation, the
 * tenant. Undefined = nowhere: the tenant was never heard from, and there is no global address.
 */
export async function addressOf(
  { conversations, defaultServiceUrl }: Addresses,
  conversationId?: string,
  told?: string,
): Promise<string | undefined> {
  const own = conversationId === undefined ? undefined : await conversations.serviceUrl(conversationId);
  return own ?? told ?? (await conversations.serviceUrl()) ?? defaultServiceUrl;
}

/**
 * Asks Teams at `serviceUrl`, and where that is said to be another region's, once more at the global address; if that one takes it,
 * the conversation is reached there from now on (undefined = there is none yet). Nothing was taken by an address that refused, so
 * nothing is sent twice. @throws what Teams or the connection says last
 */
export async function atAddress<T>(
  { conversations, defaultServiceUrl }: Addresses,
  conversationId: string | undefined,
  serviceUrl: string,
  ask: (serviceUrl: string) => Promise<T>,
): Promise<T> {
  try {
    return await ask(serviceUrl);
  } catch (error) {
    if (
      !(isOfOtherRegion(error) || isGoneAddress(error)) ||
      defaultServiceUrl === undefined ||
      defaultServiceUrl === serviceUrl
    )
      throw error;
    const answer = await ask(defaultServiceUrl);
    // Teams has taken it: a database that fails now must not make it count as lost, and the way is found again the next time.
    if (conversationId !== undefined)
      await conversations.rememberServiceUrl(defaultServiceUrl, conversationId).catch(() => undefined);
    return answer;
  }
}

/** The name of the address is known no more: nothing can have been taken. */
function isGoneAddress(error: unknown): boolean {
  return ((error ?? {}) as { readonly code?: string }).code === 'ENOTFOUND';
}

/**
 * 403 "User is from different region" (botframework-sdk#6184, botbuilder-js#3280), or `BadArgument` "Incoming request was redirected to
 * the wrong geo! Current geo: EMEA, Target geo: EUDB" (BotFramework-Services#339): there is no code for it, only these words.
 */
export function isOfOtherRegion(error: unknown): boolean {
  const { statusCode, message } = (error ?? {}) as { readonly statusCode?: number; readonly message?: string };
  return (
    statusCode !== undefined &&
    statusCode >= 400 &&
    statusCode < 500 &&
    /different region|wrong geo/i.test(message ?? '')
  );
}
