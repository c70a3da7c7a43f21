import { commandLists } from '../assistant/command-lists.js';
import type { Locale } from '../text/locale.js';
import { appTexts } from './app-texts.js';
import type { ManifestVersion } from './manifest.js';

/** What Teams shows of the app to people of this language: texts, and the commands as they are typed in it. */
export function languageFile(locale: Locale, schema: ManifestVersion): Readonly<Record<string, string>> {
  const commands = commandLists(locale).flatMap((list, i) =>
    list.commands.flatMap(({ title, description }, j) => {
      const at = `bots[0].commandLists[${i}].commands[${j}]`;
      return [
        [`${at}.title`, title],
        [`${at}.description`, description],
      ] as const;
    }),
  );
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${schema}/MicrosoftTeams.Localization.schema.json`,
    ...appTexts(locale),
    ...Object.fromEntries(commands),
  };
}
