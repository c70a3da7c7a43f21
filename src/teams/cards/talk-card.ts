import type { SayAction } from '../../assistant/views.js';
import { sayButtons } from './buttons.js';
import { lines, type Drawing, type Pen } from './pen.js';
import type { Drawers, Entry, ViewOf } from './drawers.js';

export const drawers = { welcome: drawWelcome, help: drawHelp, notice: drawNotice } satisfies Partial<Drawers>;


const beginnings: readonly SayAction[] = [
  { label: 'troubleshoot', words: 'troubleshoot' },
  { label: 'myDevices', words: 'my devices' },
  { label: 'myQuota', words: 'my quota' },
  { label: 'help', words: 'help' },
];

/** What the bot is for, and what it keeps. */
function drawWelcome(pen: Pen): Drawing {
  const heading = pen.plain('welcome.heading');
  const paragraphs = lines([pen.plain('welcome.text'), pen.plain('welcome.privacy')]);
  return {
    template: 'welcome',
    summary: heading,
    data: { kicker: '', heading, paragraphs, options: sayButtons(pen, beginnings) },
  };
}

/** The commands with what each is for, and the first three as buttons. */
function drawHelp(pen: Pen, { commands }: ViewOf<'help'>): Drawing {
  const heading = pen.plain('help.heading');
  const data = {
    kicker: '',
    heading,
    intro: pen.plain('help.intro'),
    commands: commands.map(({ words, key }) => ({ words, text: pen.plain(key) })),
    options: sayButtons(pen, beginnings.slice(0, 3)),
  };
  return { template: 'help', summary: heading, data };
}

/** One sentence, and what may be done next as buttons; a mere message where nothing may. */
function drawNotice(pen: Pen, { notice, actions }: ViewOf<'notice'>): Drawing | Entry {
  const words = pen.say(`notice.${notice.key}`, notice.values);
  if (actions.length === 0) return { text: words, mentions: [] };
  return {
    template: 'notice',
    summary: words,
    data: { kicker: '', paragraphs: lines([words]), options: sayButtons(pen, actions) },
  };
}
