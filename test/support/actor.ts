import type { ExportKind } from '../../src/administration/exports.js';
import type { Outcome } from '../../src/assistant/assistant.js';
import type { Input, Press, RequestOption, TicketOption } from '../../src/assistant/input.js';
import type { View, WalkView } from '../../src/assistant/views.js';
import type { SampleTenant } from '../../src/demo/tenant/model.js';

interface ActorOptions {
  readonly tenant: SampleTenant;
  readonly key: string;
  readonly settled: () => Promise<void>;
  readonly stepOfTicket: (number: number) => Promise<number>;
  readonly helpdeskChannel: () => Promise<string | undefined>;
  readonly handle: (input: Input) => Promise<Outcome>;
}

export type Actor = ReturnType<typeof actor>;

/** A person of the sample tenant in front of the bot; remembers the card on show. */
export function actor({ tenant, key, settled, stepOfTicket, helpdeskChannel, handle }: ActorOptions) {
  const found = tenant.people.find((candidate) => candidate.key === key);
  if (!found) throw new Error(`Nobody in the sample tenant is called ${key}`);
  const from = { personId: found.id, name: found.displayName, localeTag: 'en-US' as string | undefined };
  let shown: View | undefined;

  async function does(input: Input): Promise<Outcome> {
    const outcome = await handle(input);
    shown = outcome.card ?? outcome.replies.at(-1) ?? shown;
    await settled();
    return outcome;
  }

  const personal = () => ({ from, scope: 'personal' as const, conversationId: `chat-${key}` });
  const atTheHelpdesk = async () => {
    const conversationId = await helpdeskChannel();
    return conversationId === undefined ? personal() : { from, scope: 'channel' as const, conversationId };
  };

  return {
    id: found.id,
    from,
    get sees(): View | undefined {
      return shown;
    },
    installs: () => does({ ...personal(), kind: 'installed' }),
    says: (text: string, more: Partial<Input & { kind: 'said' }> = {}) =>
      does({ ...personal(), kind: 'said', text, mentions: [], hasPicture: false, ...more }),
    /** Presses a button of the walk card on show, or of `card` when given. */
    presses: (option: string, inputs: Record<string, string> = {}, card: View | undefined = shown) =>
      does({
        ...personal(),
        kind: 'pressed',
        press: walkPress(card, option, inputs),
        message: { conversationId: `chat-${key}`, activityId: 'card' },
      }),
    /** The same button, sent from a channel. */
    pressesInChannel: (option: string) =>
      does({
        from,
        scope: 'channel',
        conversationId: 'channel',
        kind: 'pressed',
        press: walkPress(shown, option),
        message: undefined,
      }),
    /** A button of a ticket's card in the helpdesk's channel, in the chat where there is none, as it was drawn at `step`; by default at the ticket's latest. */
    pressesTicket: async (
      ticketNumber: number,
      option: TicketOption,
      inputs: Record<string, string> = {},
      step?: number,
    ) =>
      does({
        ...(await atTheHelpdesk()),
        kind: 'pressed',
        press: { kind: 'ticket', ticketNumber, step: step ?? (await stepOfTicket(ticketNumber)), option, inputs },
        message: undefined,
      }),
    /** A button of one's own request, in the personal chat. */
    pressesRequest: async (
      ticketNumber: number,
      option: RequestOption,
      inputs: Record<string, string> = {},
      step?: number,
    ) =>
      does({
        ...personal(),
        kind: 'pressed',
        press: { kind: 'request', ticketNumber, step: step ?? (await stepOfTicket(ticketNumber)), option, inputs },
        message: undefined,
      }),
    /** Teams asked whether a file may be uploaded. */
    consents: (ref: { kind: ExportKind; key: string } | undefined, accepted = true) =>
      does({
        ...personal(),
        kind: 'fileConsent',
        accepted,
        ref,
        upload: {
          uploadUrl: 'https://contoso-my.sharepoint.com/upload',
          contentUrl: 'https://contoso-my.sharepoint.com/file',
          name: 'file.csv',
          uniqueId: 'unique',
          fileType: 'csv',
        },
      }),
    pressesInPlace: (press: Press, conversationId = 'channel', activityId = 'card') =>
      does({ from, scope: 'channel', conversationId, kind: 'pressed', press, message: { conversationId, activityId } }),
    pressesRaw: (press: Press) => does({ ...personal(), kind: 'pressed', press, message: undefined }),
    saysInChannel: (text: string, more: Partial<Input & { kind: 'said' }> = {}) =>
      does({
        from,
        scope: 'channel',
        conversationId: 'channel',
        kind: 'said',
        text,
        mentions: [],
        hasPicture: false,
        ...more,
      }),
  };
}

export function isWalk(view: View | undefined): view is WalkView {
  return view !== undefined && 'ref' in view;
}

export function walkPress(card: View | undefined, option: string, inputs: Record<string, string> = {}): Press {
  if (!isWalk(card)) throw new Error(`There is no walk on show to press ${option} in, but ${card?.kind ?? 'nothing'}`);
  return { kind: 'walk', ...card.ref, option, inputs };
}
