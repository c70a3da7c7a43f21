import { sentences } from '../text/sentences.js';
import type { Locale } from '../text/locale.js';

const names = ['name.short', 'name.full', 'description.short', 'description.full'] as const;

export type AppTexts = Readonly<Record<(typeof names)[number], string>>;

/** How Teams names and describes the app, by the names that manifest and language files have for it. */
export function appTexts(locale: Locale): AppTexts {
  const say = sentences(locale);
  return Object.fromEntries(names.map((name) => [name, say(`app.${name}`)])) as unknown as AppTexts;
}
