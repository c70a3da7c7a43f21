import type { SayAction } from '../../assistant/views.js';
import { sayButtons } from './buttons.js';
import { lines, type Drawing, type CardWriter } from './card-writer.js';
import type { Drawers, MarkdownMessage, ViewOf } from './drawers.js';

export const drawers = { welcome: drawWelcome, help: drawHelp, notice: drawNotice } satisfies Partial<Drawers>;


const beginnings: readonly SayAction[] = [
  { label: 'troubleshoot', words: 'troubleshoot' },
  { label: 'myDevices', words: 'my devices' },
  { label: 'myQuota', words: 'my quota' },
  { label: 'help', words: 'help' },
];

/** What the bot is for, and what it keeps. */
function drawWelcome(writer: CardWriter): Drawing {
  const heading = writer.plain('welcome.heading');
  const paragraphs = lines([writer.plain('welcome.text'), writer.plain('welcome.privacy')]);
  return {
    template: 'welcome',
    summary: heading,
    data: { kicker: '', heading, paragraphs, options: sayButtons(writer, beginnings) },
  };
}

/** The commands with what each is for, and the first three as buttons. */
function drawHelp(writer: CardWriter, { commands }: ViewOf<'help'>): Drawing {
  const heading = writer.plain('help.heading');
  const data = {
    kicker: '',
    heading,
    intro: writer.plain('help.intro'),
    commands: commands.map(({ words, key }) => ({ words, text: writer.plain(key) })),
    options: sayButtons(writer, beginnings.slice(0, 3)),
  };
  return { template: 'help', summary: heading, data };
}

/** One sentence, and what may be done next as buttons; a mere message where nothing may. */
function drawNotice(writer: CardWriter, { notice, actions }: ViewOf<'notice'>): Drawing | MarkdownMessage {
  const words = writer.say(`notice.${notice.key}`, notice.values);
  if (actions.length === 0) return { text: words, mentions: [] };
  return {
    template: 'notice',
    summary: words,
    data: { kicker: '', paragraphs: lines([words]), options: sayButtons(writer, actions) },
  };
}
