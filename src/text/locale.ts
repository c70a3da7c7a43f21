/** The languages every sentence exists in. `en` is always there; a tree may lack another and then falls back to it. */
export const locales = ['en', 'de'] as const;

export type Locale = (typeof locales)[number];

/** A sentence as the trees carry it: locale to text, `en` required. */
export type LocalizedText = Readonly<{ en: string } & Partial<Record<Locale, string>>>;

/** The text in the wanted language, in English where the tree has none. */
export function localized(text: LocalizedText, locale: Locale): string {
  return text[locale] ?? text.en;
}

/** Maps a client's locale such as `de-AT` to one of ours; undefined when we do not speak it. */
export function closestLocale(tag: string | undefined): Locale | undefined {
  const language = tag?.toLowerCase().split(/[-_]/)[0];
  return locales.find((locale) => locale === language);
}
