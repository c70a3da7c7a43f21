import type { Locale } from '../text/locale.js';
import { sentences } from '../text/sentences.js';
import { commands, type Command } from './commands.js';

/** An entry of the menu that Teams itself shows: the title is what is typed. */
export interface ListedCommand {
  readonly title: string;
  readonly description: string;
}

/** One list of the app's manifest (schema: bots[].commandLists). */
export interface CommandList {
  readonly scopes: readonly ['personal'] | readonly ['team'];
  readonly commands: readonly ListedCommand[];
}

/** What Teams' menu offers, made from the registry: it shows the same to everybody, whatever they may do. */
export function commandLists(locale: Locale): readonly CommandList[] {
  return [
    { scopes: ['personal'], commands: listed('personal', locale) },
    { scopes: ['team'], commands: listed('team', locale) },
  ];
}

function listed(menu: NonNullable<Command['menu']>, locale: Locale): readonly ListedCommand[] {
  const say = sentences(locale);
  return commands
    .filter((command) => command.menu === menu)
    .map(({ words, local, help }) => ({ title: local?.[locale] ?? words[0] ?? '', description: say(help) }));
}
