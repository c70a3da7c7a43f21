import type { SamplePerson } from '../tenant/model.js';

/** What the proxy answers itself. */
export type DemoWords = { readonly kind: 'as'; readonly name: string } | { readonly kind: 'whoAmI' } | { readonly kind: 'people' };

/** Longer sentences that begin with "as" are for the bot. */
const longestName = 4;

/** Reads `as NAME`, `who am I` and `people`, in any case, with or without a mention; undefined: for the bot. */
export function readDemoWords(text: string): DemoWords | undefined {
  const words = text
    .replace(/<at>.*?<\/at>/gs, ' ')
    .replace(/&nbsp;|\s/g, ' ')
    .split(' ')
    .filter((word) => word !== '');
  const said = words.join(' ').toLowerCase().replace(/[?.!]+$/, '');
  if (said === 'who am i') return { kind: 'whoAmI' };
  if (said === 'people') return { kind: 'people' };
  const [first, ...name] = words;
  if (first?.toLowerCase() !== 'as' || name.length === 0 || name.length > longestName) return undefined;
  return { kind: 'as', name: name.join(' ') };
}

/** Everybody who is meant: by key exactly one, by whole words of the display name perhaps several. */
export function findPeople(people: readonly SamplePerson[], name: string): readonly SamplePerson[] {
  const wanted = name.toLowerCase();
  const byKey = people.filter(({ key }) => key.toLowerCase() === wanted);
  if (byKey.length > 0) return byKey;
  return people.filter(({ displayName }) => ` ${displayName.toLowerCase()} `.includes(` ${wanted} `));
}
