import type { en } from './en/index.js';

/** The same keys as the English sentences of a topic: one that is missing does not compile. */
export type Translated<English> = Readonly<Record<keyof English, string>>;

/** All sentences of a language; English is the list of what must be there. */
export type Sentences = Translated<typeof en>;
