import { createInstance } from 'i18next';
import { de } from './de/index.js';
import { en } from './en/index.js';
import type { Locale } from './locale.js';

type Plain<Key extends string> = Key extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : Key;

/** A key as callers use it: without the plural's ending. */
export type TextKey = Plain<keyof typeof en>;

/** Whether there is a sentence of this name; for keys that are put together from data, which have no plurals. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(en, key);
}

/** What stands for the `{{names}}` of a sentence; `count` is a number and chooses the plural. */
export type Values = Readonly<Record<string, string | number>>;

export type Say = (key: TextKey, values?: Values) => string;

const i18n = createInstance();

void i18n.init({
  lng: 'en',
  resources: { en: { sentences: en }, de: { sentences: de } } satisfies Record<Locale, object>,
  defaultNS: 'sentences',
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  showSupportNotice: false,
  interpolation: {
    // Values are escaped below, for the place they are shown in; i18next would escape for HTML.
    escapeValue: false,
    // No sentence stands in another one. Looked for in what people gave, such as a name with `$t(`, its expression (i18next 25.10)
    // takes time that doubles with each letter: this one is nowhere.
    nestingPrefix: '',
    nestingPrefixEscaped: '(?!)',
  },
});

/**
 * The sentences of one language. What people or the directory gave goes in through `values` and is passed through
 * `escape`, which is the identity unless the sentence is shown where markdown is rendered.
 */
export function sentences(locale: Locale, escape: (value: string) => string = (value) => value): Say {
  const translate = i18n.getFixedT(locale);
  return (key, values = {}) => {
    const escaped = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? escape(value) : value,
    ]);
    return translate(key, Object.fromEntries(escaped)) as string;
  };
}
