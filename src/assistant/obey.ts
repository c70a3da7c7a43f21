import { personOrderingKey } from '../helpdesk/ordering-keys.js';
import type { Outbox } from '../helpdesk/ports.js';
import type { Locale } from '../text/locale.js';
import { notice, type Answer } from './answer.js';
import type { Command, CommandId } from './commands.js';
import type { HelpdeskChannel } from './helpdesk-channel.js';
import type { Input, Sender } from './input.js';
import { at, type Place } from './places.js';
import type { View } from './views.js';

/** A command as it was typed; `argument` is what stands behind its words. */
export interface Asked {
  readonly from: Sender;
  readonly input: Input & { readonly kind: 'said' };
  readonly argument: string;
  readonly locale: Locale;
}

/** What each command does; one without an entry does not compile. */
export type CommandTable = Readonly<Record<CommandId, (asked: Asked) => Promise<Answer>>>;

export type Obey = ReturnType<typeof createObey>;

export interface ObeyOptions {
  readonly table: CommandTable;
  readonly channel: Pick<HelpdeskChannel, 'isHere'>;
  readonly outbox: Pick<Outbox, 'add'>;
  readonly wakeOutbox: () => void;
}

/** Does a command at each place as its `where` says: there, in the chat with the person, or not at all. */
export function createObey({ table, channel, outbox, wakeOutbox }: ObeyOptions) {
  return async function obey(
    input: Input & { kind: 'said' },
    { id, where }: Command,
    argument: string,
    locale: Locale,
  ): Promise<Answer> {
    const { from } = input;
    const placed = at(where, await placeOf(input));
    switch (placed.kind) {
      case 'here':
        return table[id]({ from, input, argument, locale });
      case 'elsewhere':
        return notice(placed.key);
      case 'ourChat':
        await sendToChat(from, (await table[id]({ from, input, argument, locale })).replies, locale);
        return notice('answeredInOurChat');
    }
  };

  async function placeOf(input: Input): Promise<Place> {
    return input.scope === 'channel' && (await channel.isHere(input)) ? 'helpdeskChannel' : input.scope;
  }

  async function sendToChat({ personId }: Sender, views: readonly View[], locale: Locale): Promise<void> {
    for (const view of views) {
      await outbox.add(personOrderingKey(personId), { kind: 'post', to: { kind: 'person', personId }, view, locale });
    }
    wakeOutbox();
  }
}
