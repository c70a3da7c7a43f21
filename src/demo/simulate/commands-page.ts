import { commandLists } from '../../assistant/command-lists.js';
import { commands, type Command } from '../../assistant/commands.js';
import { sentences } from '../../text/sentences.js';
import { renewCommand } from './diagram-page.js';

const say = sentences('en');

const places: Readonly<Record<Command['where'], string>> = {
  personal: 'the personal chat',
  ourChat: 'the personal chat, wherever it was typed',
  helpdesk: 'the personal chat and the helpdesk’s channel',
  helpdeskChannel: 'the helpdesk’s channel',
  channel: 'any channel',
};

const audiences: readonly (readonly [Command['who'], string])[] = [
  ['everyone', 'Everyone'],
  ['administrators', 'Administrators (members of `ADMIN_GROUP_ID`)'],
  ['helpdesk', 'Helpdesk (members of `HELPDESK_GROUP_ID`)'],
];

/** `docs/commands.md`: what can be typed, by whom and where, as the registry has it. */
export function commandsPage(): { readonly file: string; readonly text: string } {
  const text = `# Commands

Made by \`${renewCommand}\` from the registry, \`src/assistant/commands.ts\`, from which the bot itself reads what is typed, who may use it,
its help, and Teams' own menu. Any case, with or without a slash, in channels with a mention of the bot. \`[…]\` may be left out.

${audiences.map(([who, title]) => section(who, title)).join('\n')}
## In Teams' menu

${commandLists('en')
  .map(
    ({ scopes, commands: list }) =>
      `- ${scopes[0] === 'personal' ? 'Personal chat' : 'Team'}: ${list.map(({ title }) => `\`${title}\``).join(', ')}`,
  )
  .join('\n')}
`;
  return { file: 'commands.md', text };
}

function section(who: Command['who'], title: string): string {
  const rows = commands.filter((command) => command.who === who).map(row);
  return `## ${title}

| Type | or | It does | Answered in |
|---|---|---|---|
${rows.join('\n')}
`;
}

function row({ words: [first = '', ...others], argument, help, where }: Command): string {
  const typed = argument === undefined ? first : `${first} ${argument}`;
  return `| ${code(typed)} | ${others.map(code).join(', ')} | ${say(help)} | ${places[where]} |`;
}

/** A bar would end the cell. */
function code(words: string): string {
  return `\`${words.replaceAll('|', '\\|')}\``;
}
