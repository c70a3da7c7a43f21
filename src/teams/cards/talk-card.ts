import type { SayAction, View } from '../../assistant/views.js';
import type { TextKey } from '../../text/sentences.js';
import { sayButtons } from './buttons.js';
import { lines, type Drawing, type Pen } from './pen.js';

type Of<Kind extends View['kind']> = Extract<View, { kind: Kind }>;

const beginnings: readonly SayAction[] = [
  { label: 'troubleshoot', words: 'troubleshoot' },
  { label: 'myDevices', words: 'my devices' },
  { label: 'myQuota', words: 'my quota' },
  { label: 'help', words: 'help' },
];

/** What the bot is for, and what it keeps. */
export function drawWelcome(pen: Pen): Drawing {
  const heading = pen.plain('welcome.heading');
  const paragraphs = lines([pen.plain('welcome.text'), pen.plain('welcome.privacy')]);
  return {
    template: 'welcome',
    summary: heading,
    data: { kicker: '', heading, paragraphs, options: sayButtons(pen, beginnings) },
  };
}

/** The commands with what each is for, and the first three as buttons. */
export function drawHelp(pen: Pen, { commands }: Of<'help'>): Drawing {
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

/** One sentence, and what may be done next as buttons. */
export function drawNotice(pen: Pen, { notice, actions }: Of<'notice'>): Drawing {
  const key: TextKey = `notice.${notice.key}`;
  const words = pen.say(key, notice.values);
  return {
    template: 'notice',
    summary: words,
    data: { kicker: '', paragraphs: lines([words]), options: sayButtons(pen, actions) },
  };
}
