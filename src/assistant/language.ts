import { closestLocale, locales, type Locale } from '../text/locale.js';
import { helpActions, notice, type Answer } from './answer.js';
import type { Sender } from './input.js';
import type { Asked } from './obey.js';
import type { PreferenceStore } from './ports.js';
import type { WalkWords } from './walk-words.js';

export interface LanguageOptions {
  readonly preferences: PreferenceStore;
  readonly defaultLocale: Locale;
  readonly remark: WalkWords['remark'];
}

/** In which language somebody is answered: the chosen one, else the client's, else the company's. */
export function createLanguage({ preferences, defaultLocale, remark }: LanguageOptions) {
  async function localeOf({ personId, localeTag }: Sender): Promise<Locale> {
    const chosen = (await preferences.load(personId)).locale;
    return chosen ?? closestLocale(localeTag) ?? defaultLocale;
  }

  async function choose({ from, argument }: Asked): Promise<Answer> {
    const wanted = locales.find((known) => known === argument.toLowerCase());
    if (!wanted) return notice('languageUnknown');
    await preferences.save(from.personId, { ...(await preferences.load(from.personId)), locale: wanted });
    const actions = [helpActions.start, helpActions.help];
    return { ...(await remark(from, { key: 'languageSet' }, actions)), locale: wanted };
  }

  return { localeOf, choose };
}
