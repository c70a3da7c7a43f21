import type { SamplePerson } from '../tenant/model.js';

/** What the proxy answers itself. */
export type DemoWords =
  { readonly kind: 'as'; readonly name: string } | { readonly kind: 'whoAmI' } | { readonly kind: 'people' };

/**
 * Reads `as NAME`, `who am I` and `people`, in any case, with or without a mention; undefined: for the bot. One unknown word
 * after "as" is a name mistyped, several ("as soon as possible") are a sentence.
 */
export function readDemoWords(text: string, people: readonly SamplePerson[]): DemoWords | undefined {
  const words = text
    .replace(/<at>.*?<\/at>/gs, ' ')
    .replace(/&nbsp;|\s/g, ' ')
    .split(' ')
    .filter((word) => word !== '');
  const said = words
    .join(' ')
    .toLowerCase()
    .replace(/(?<![?.!])[?.!]+$/, '');
  if (said === 'who am i') return { kind: 'whoAmI' };
  if (said === 'people') return { kind: 'people' };
  const [first, ...others] = words;
  if (first?.toLowerCase() !== 'as' || others.length === 0) return undefined;
  const name = others.join(' ');
  return others.length === 1 || findPeople(people, name).length > 0 ? { kind: 'as', name } : undefined;
}

/** Everybody who is meant: by key exactly one, by whole words of the display name perhaps several. */
export function findPeople(people: readonly SamplePerson[], name: string): readonly SamplePerson[] {
  const wanted = name.toLowerCase();
  const byKey = people.filter(({ key }) => key.toLowerCase() === wanted);
  if (byKey.length > 0) return byKey;
  return people.filter(({ displayName }) => ` ${displayName.toLowerCase()} `.includes(` ${wanted} `));
}
