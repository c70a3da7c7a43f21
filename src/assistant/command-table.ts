import type { Answer } from './answer.js';
import type { AdministratorCommandId } from './commands.js';
import type { HelpdeskChannel } from './helpdesk-channel.js';
import type { LookUps } from './look-ups.js';
import type { Asked, CommandTable } from './obey.js';
import type { Requests } from './requests.js';
import type { Tickets } from './tickets.js';
import type { WalkWords } from './walk-words.js';

export interface CommandTableOptions {
  readonly help: (asked: Asked) => Promise<Answer>;
  readonly chooseLanguage: (asked: Asked) => Promise<Answer>;
  readonly forget: (asked: Asked) => Promise<Answer>;
  readonly walkWords: WalkWords;
  readonly lookUps: LookUps;
  readonly requests: Requests;
  readonly tickets: Tickets;
  readonly channel: HelpdeskChannel;
  /** The commands that stand behind the gate. */
  readonly administrators: Pick<CommandTable, AdministratorCommandId>;
}

/** What each command does. */
export function createCommandTable(options: CommandTableOptions): CommandTable {
  const { walkWords, lookUps, requests, tickets, channel } = options;
  const { inTime } = lookUps;

  /** People call their request a ticket, too. */
  async function ticketOrOwn({ from, input: { scope }, argument }: Asked): Promise<Answer> {
    const number = Number(/^#?(\d{1,12})$/.exec(argument)?.[1]);
    const own = scope === 'personal' && !Number.isNaN(number) ? await requests.show(from, number) : undefined;
    return own ?? tickets.typedNumber(from, argument);
  }

  return {
    ...options.administrators,
    help: options.help,
    language: options.chooseLanguage,
    forgetMe: options.forget,
    troubleshoot: ({ from }) => walkWords.beginOrGoOn(from),
    talkToAPerson: ({ from, locale }) => walkWords.byCommand(from, 'talkToAPerson', locale),
    back: ({ from, locale }) => walkWords.byCommand(from, 'back', locale),
    startOver: ({ from, locale }) => walkWords.byCommand(from, 'startOver', locale),
    myDevices: ({ from }) => lookUps.own(from, 'myDevices'),
    myQuota: ({ from }) => lookUps.own(from, 'myQuota'),
    myRequests: ({ from }) => requests.mine(from),
    mute: ({ from }) => requests.mute(from, true),
    unmute: ({ from }) => requests.mute(from, false),
    tickets: ({ from, argument }) => inTime(tickets.typedList(from, argument)),
    ticket: (asked) => inTime(ticketOrOwn(asked)),
    onDuty: ({ input, argument }) => inTime(channel.onDuty(input, argument)),
    useChannel: ({ input, locale }) => inTime(channel.use(input, locale)),
  };
}
