import { formLengths, maxReadings } from '../../src/limits.js';
import { htmlCopy } from '../support/activities.js';
import type { WatchedBot } from './watched-bot.js';

/** A way on which texts come to the bot. */
export interface Way {
  readonly name: string;
  /** `technical`: with lines of a PC around them. */
  readonly text: 'technical' | 'own words';
  /** Gives all of them, one by one, so that they get to those whom they are meant for. */
  readonly play: (bot: WatchedBot, texts: readonly string[]) => Promise<void>;
  /** What those read. */
  readonly read: (bot: WatchedBot) => readonly string[];
}

type Gives = (bot: WatchedBot, text: string, at: number) => Promise<unknown>;

/** Grace asks, Lena is of the helpdesk. */
const [person, helper] = ['grace', 'lena'] as const;

const channel: Way['read'] = ({ inChannel }) => inChannel();

export const typed: readonly Way[] = [
  { name: 'typed in the chat', text: 'own words', play: typing, read: channel },
  { name: 'in the note of the form', text: 'own words', play: inForms('note'), read: ({ inAnswers }) => inAnswers() },
  {
    name: 'in the form, as what the PC shows',
    text: 'technical',
    play: inForms('seen'),
    read: ({ inAnswers }) => inAnswers(),
  },
];

export const pasted: readonly Way[] = [
  {
    name: 'pasted',
    text: 'technical',
    play: pasting((bot, text) => bot.says(person, asTeamsTells(text))),
    read: channel,
  },
  {
    name: 'pasted, with its HTML copy',
    text: 'technical',
    play: pasting((bot, text) =>
      bot.says(person, asTeamsTells(text.replace(/\s+/g, ' ')), { attachments: [htmlOf(text)] }),
    ),
    read: channel,
  },
  {
    name: 'in a file',
    text: 'technical',
    play: pasting((bot, text, at) => bot.uploads(person, ...fileOf(text, at))),
    read: channel,
  },
];

export const written: readonly Way[] = [
  {
    name: 'typed while the helpdesk waits for an answer',
    text: 'own words',
    play: onRequests((bot, text) => bot.says(person, asTeamsTells(text))),
    read: ({ inChat }) => inChat(person),
  },
  {
    name: 'as the answer to the helpdesk',
    text: 'own words',
    play: onRequests((bot, text, number) =>
      bot.pressesRequest(person, 'request', { ticketNumber: number, option: 'answer', text }),
    ),
    read: channel,
  },
  {
    name: 'in a private note of the helpdesk',
    text: 'own words',
    play: onRequests((bot, text, number) =>
      bot.pressesRequest(helper, 'ticket', { ticketNumber: number, option: 'sendNote', text }),
    ),
    read: channel,
  },
  {
    name: 'in a reply of the helpdesk',
    text: 'own words',
    play: onRequests((bot, text, number) =>
      bot.pressesRequest(helper, 'ticket', { ticketNumber: number, option: 'sendReply', text }),
    ),
    read: channel,
  },
];

/** While the form is open all that is typed goes into its fields, as much as the shorter one takes. */
async function typing(bot: WatchedBot, texts: readonly string[]): Promise<void> {
  for (const some of portions(texts, formLengths.seen)) {
    await bot.says(person, 'start over');
    await bot.says(person, 'talk to a person');
    for (const text of some) await bot.says(person, asTeamsTells(text));
    await handOver(bot);
  }
}

function portions(texts: readonly string[], characters: number): readonly (readonly string[])[] {
  const all: string[][] = [];
  let room = 0;
  for (const text of texts) {
    if (text.length + 1 > room) all.push([]);
    room = (text.length + 1 > room ? characters : room) - text.length - 1;
    all.at(-1)?.push(text);
  }
  return all;
}

/** A paste begins a walk, which keeps a few, all of one PC. */
function pasting(give: Gives): Way['play'] {
  return async (bot, texts) => {
    let at = 0;
    for (const some of ofOnePc(texts)) {
      for (const text of some) await give(bot, text, at++);
      await bot.says(person, 'talk to a person');
      await handOver(bot);
    }
  };
}

const deviceId = /(?:device|geräte)[- ]?id\b/i;

function ofOnePc(texts: readonly string[]): readonly (readonly string[])[] {
  const all: string[][] = [];
  for (const text of texts) {
    const some = all.at(-1);
    if (!some || some.length === maxReadings || (deviceId.test(text) && some.some((each) => deviceId.test(each))))
      all.push([text]);
    else some.push(text);
  }
  return all;
}

async function handOver(bot: WatchedBot): Promise<void> {
  await bot.presses(person, 'review');
  await bot.presses(person, 'send', { withPaste: 'true' });
}

/** Written into a field and looked at, one after the other: from the second on in a form that another client still shows. */
function inForms(field: 'note' | 'seen'): Way['play'] {
  return async (bot, texts) => {
    await bot.says(person, 'talk to a person');
    let button = 'review';
    for (const text of texts) {
      await bot.presses(person, button, { option: 'review', [field]: text });
      button = 'edit';
    }
    await bot.presses(person, 'send');
  };
}

/** Texts of one request: its card is drawn anew with each, and grows. */
const onOneRequest = 40;

function onRequests(give: Gives): Way['play'] {
  return async (bot, texts) => {
    for (const [at, text] of texts.entries()) {
      const number = 1001 + Math.floor(at / onOneRequest);
      if (at % onOneRequest === 0) await openRequest(bot, number);
      await give(bot, text, number);
    }
  };
}

async function openRequest(bot: WatchedBot, number: number): Promise<void> {
  if (number > 1001)
    await bot.pressesRequest(helper, 'ticket', { ticketNumber: number - 1, option: 'sendResolve', cause: 'other' });
  await bot.says(person, 'start over');
  await bot.says(person, 'talk to a person');
  await bot.presses(person, 'review', { note: 'Please help.' });
  await bot.presses(person, 'send');
  await bot.pressesRequest(helper, 'ticket', { ticketNumber: number, option: 'claim' });
  await bot.pressesRequest(helper, 'ticket', {
    ticketNumber: number,
    option: 'sendReply',
    text: 'What do you see?',
    waits: 'true',
  });
}

/** Teams writes the signs of markup as entities. */
function asTeamsTells(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** A paragraph for each line, and blanks that stay. */
function htmlOf(text: string): object {
  const lines = text
    .split('\n')
    .map((line) =>
      asTeamsTells(line).replace(/ {2}/g, ' &nbsp;').replace(/\t/g, '&nbsp;&nbsp; ').replace(/^ /, '&nbsp;'),
    );
  return htmlCopy(lines.map((line) => `<p>${line === '' ? '&nbsp;' : line}</p>`).join('\n'));
}

/** As cmd writes it, and as PowerShell does. */
function fileOf(text: string, at: number): [name: string, body: Buffer] {
  return at % 2 === 0 ? ['status.txt', Buffer.from(text)] : ['status.log', Buffer.from(`\ufeff${text}`, 'utf16le')];
}
