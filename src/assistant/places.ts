import type { Where } from './commands.js';
import type { Scope } from './input.js';
import type { NoticeKey } from './views.js';

/** Where something was typed. */
export type Place = Scope | 'helpdeskChannel';

/** What becomes of a command at a place: answered there, answered in the chat with the person, or pointed to where it belongs. */
export type At =
  { readonly kind: 'here' } | { readonly kind: 'ourChat' } | { readonly kind: 'elsewhere'; readonly key: NoticeKey };

const here: At = { kind: 'here' };
const ourChat: At = { kind: 'ourChat' };
const elsewhere = (key: NoticeKey): At => ({ kind: 'elsewhere', key });

/** docs/contract.md, "Where answers go". */
const rules: Readonly<Record<Where, Readonly<Record<Place, At>>>> = {
  personal: {
    personal: here,
    helpdeskChannel: elsewhere('personalOnly'),
    channel: elsewhere('personalOnly'),
    group: elsewhere('personalOnly'),
  },
  ourChat: { personal: here, helpdeskChannel: ourChat, channel: ourChat, group: ourChat },
  helpdesk: {
    personal: here,
    helpdeskChannel: here,
    channel: elsewhere('ticketsElsewhere'),
    group: elsewhere('ticketsElsewhere'),
  },
  helpdeskChannel: {
    personal: elsewhere('onDutyElsewhere'),
    helpdeskChannel: here,
    channel: elsewhere('onDutyElsewhere'),
    group: elsewhere('onDutyElsewhere'),
  },
  channel: {
    personal: elsewhere('channelOnlyHere'),
    helpdeskChannel: here,
    channel: here,
    group: elsewhere('channelOnlyHere'),
  },
};

/** What becomes of a command that is answered at `where` when it is typed at `place`. */
export function at(where: Where, place: Place): At {
  return rules[where][place];
}
