import type { Term } from '../../administration/resolve-people.js';
import type { Asked } from '../obey.js';
import type { Mention } from '../input.js';
import type { Roster } from '../ports.js';
import { maxPeopleAtOnce } from '../../limits.js';
import { tidy } from '../understand.js';

type Part =
  { readonly kind: 'words'; readonly words: string } | { readonly kind: 'mention'; readonly mention: Mention };

/**
 * Everybody who stands behind a command, and of more than can be looked up at once only one more, which says so without asking the
 * roster for all of them. A mention stands for the person the roster knows under its Teams id, never for the name it shows.
 */
export async function readPeople(
  { input, argument }: Pick<Asked, 'input' | 'argument'>,
  roster: Roster,
): Promise<readonly Term[]> {
  return Promise.all(partsOf(argument, input.mentions).map((part) => toTerm(part, input.conversationId, roster)));
}

/** The one person who stands there; a comma belongs to the name. */
export async function readPerson(
  { input, argument }: Pick<Asked, 'input' | 'argument'>,
  roster: Roster,
): Promise<Term> {
  const mention = input.mentions.find(({ text }) => tidy(text) === argument);
  return toTerm(
    mention ? { kind: 'mention', mention } : { kind: 'words', words: argument },
    input.conversationId,
    roster,
  );
}

async function toTerm(part: Part, conversationId: string, roster: Roster): Promise<Term> {
  if (part.kind === 'words') return part;
  const { teamsId, text } = part.mention;
  const id = await roster.objectIdOf(conversationId, teamsId);
  return id === undefined ? { kind: 'stranger', shown: tidy(text) } : { kind: 'person', id, shown: tidy(text) };
}

/** Mentions come in the order of the text, and end where their name does: it may hold a comma. Others end at a comma or semicolon. */
function partsOf(argument: string, mentions: readonly Mention[]): readonly Part[] {
  const parts: Part[] = [];
  const left = [...mentions];
  let rest = argument;
  while (parts.length <= maxPeopleAtOnce && (rest = rest.replace(/^[\s,;]+/, '')) !== '') {
    const next = left.findIndex(({ text }) => standsAt(rest, tidy(text)));
    const mention = left[next];
    if (mention) {
      left.splice(next, 1);
      parts.push({ kind: 'mention', mention });
      rest = rest.slice(tidy(mention.text).length);
    } else {
      const words = /^[^,;]+/.exec(rest)?.[0] ?? rest;
      parts.push({ kind: 'words', words: addressIn(words.trim()) });
      rest = rest.slice(words.length);
    }
  }
  return parts;
}

/** Mail programs copy people as "Ben Okafor <ben@contoso.com>". */
function addressIn(words: string): string {
  const end = words.endsWith('>') ? words.lastIndexOf('<') : -1;
  const address = end < 0 ? '' : words.slice(end + 1, -1);
  return address.includes('@') ? address : words;
}

function standsAt(text: string, name: string): boolean {
  return name !== '' && text.startsWith(name) && /^(?:$|[\s,;])/.test(text.slice(name.length));
}
