import { z } from 'zod';
import { maxHits } from '../limits.js';
import type { BatchRequest } from './batch.js';
import { editDistance } from './edit-distance.js';
import { each } from './find-people.js';
import type { GraphAnswer } from './graph-failure.js';
import { encodePart, literal, searchClause } from './graph-path.js';
import type { GraphPort } from './graph-port.js';
import { homeAddress } from './home-address.js';
import { parseAnswer, toKnown } from './known.js';
import type { Parsed } from './known.js';
import type { DeletedPerson, NearPeople, Person } from './model.js';
import { isObjectId } from './names-one-person.js';
import { personSelect, readPeople, readPerson } from './read-people.js';

/** People that are offered. Whoever is not among them has another name. */
const mostNear = 5;

/** Letters at the beginning that are taken for right, and people with that beginning who are compared. */
const sureLetters = 3;
const mostCompared = 200;

const deletedSelect = `${personSelect},deletedDateTime`;
const deletedPath = '/directory/deletedItems';

/**
 * Who may be meant by what found nobody, in one `$batch`: the same name at another domain, a similar beginning, the same
 * words; and deleted accounts. Graph compares beginnings and words only, so that typos are found by comparing here.
 */
export async function nearPeople(query: string, graph: GraphPort, at: string): Promise<NearPeople> {
  const wanted = query.trim();
  const searches = isObjectId(wanted) ? [] : searchesFor(wanted);
  const answers = await graph.batch([...searches, deletedWith(wanted)], graph.turn());
  const parts = searches.map(({ id }) => parseAnswer(answers.get(id), readPeople));
  const near = nearest(wanted, each(parts.flatMap((part) => ('value' in part ? part.value : []))));
  const failed = parts.find((part) => 'reason' in part);
  return {
    near: toKnown(near.length === 0 && failed ? failed : { value: near }, { source: '/users', at }),
    deleted: toKnown(readDeleted(answers.get('deleted'), wanted), { source: deletedPath, at }),
  };
}

function searchesFor(wanted: string): readonly BatchRequest[] {
  const { name, words } = partsOf(wanted);
  const last = words.at(-1) ?? '';
  const property = wanted.includes('@') ? 'userPrincipalName' : 'displayName';
  const clause = last.length < sureLetters ? undefined : searchClause('displayName', last);
  const beginning = [...name].slice(0, sureLetters).join('');
  return [
    ...(wanted.includes('@')
      ? [{ id: 'same', url: people(`$filter=startswith(userPrincipalName,${literal(`${name}@`)})`, maxHits) }]
      : []),
    ...(beginning.length < sureLetters
      ? []
      : [{ id: 'beginning', url: people(`$filter=startswith(${property},${literal(beginning)})`, mostCompared) }]),
    ...(clause === undefined
      ? []
      : [{ id: 'words', url: people(`$search=${clause}`, maxHits), advanced: true as const }]),
  ];
}

function people(search: string, top: number): string {
  return `/users?${search}&${personSelect}&$top=${top}`;
}

/**
 * Deleted accounts keep their name, and their UPN behind their own id without dashes, so that the address is free again
 * (entra users-restore). The type in the path makes it an advanced query (graph/api/directory-deleteditems-list).
 */
function deletedWith(wanted: string): BatchRequest {
  const type = 'microsoft.graph.user';
  if (isObjectId(wanted))
    return { id: 'deleted', url: `${deletedPath}/${encodePart(wanted)}/${type}?${deletedSelect}` };
  const filter = wanted.includes('@')
    ? `endswith(userPrincipalName,${literal(wanted)})`
    : `displayName%20eq%20${literal(wanted)}`;
  return {
    id: 'deleted',
    url: `${deletedPath}/${type}?$filter=${filter}&${deletedSelect}&$count=true&$top=${maxHits}`,
    advanced: true,
  };
}

const deletedTimes = z.object({
  id: z.string(),
  deletedDateTime: z.iso.datetime({ offset: true }).nullish().catch(undefined),
});
const listBody = z.object({ value: z.array(z.unknown()) });

function readDeleted(answer: GraphAnswer | undefined, wanted: string): Parsed<readonly DeletedPerson[]> {
  const body = parseAnswer(answer, (value) => ({ value }));
  if ('reason' in body) return body.reason === 'notFound' ? { value: [] } : body;
  const list = listBody.safeParse(body.value).data?.value ?? [body.value];
  const deleted: DeletedPerson[] = [];
  for (const item of list) {
    const person = readPerson(item);
    if ('reason' in person) return person;
    const { id, displayName, userPrincipalName } = person.value;
    const own = id.replaceAll('-', '').toLowerCase();
    const before = userPrincipalName?.toLowerCase().startsWith(own)
      ? userPrincipalName.slice(own.length)
      : userPrincipalName;
    // Graph was asked how the address ends: "ben@" also ends "ruben@".
    if (wanted.includes('@') && before?.toLowerCase() !== wanted.toLowerCase()) continue;
    deleted.push({
      id,
      displayName,
      userPrincipalName: before,
      deletedAt: deletedTimes.safeParse(item).data?.deletedDateTime ?? undefined,
    });
  }
  return { value: deleted };
}

/** Those that differ by a few letters, or have the same words in another order; the nearest first. */
function nearest(wanted: string, candidates: readonly Person[]): readonly Person[] {
  const { name, words } = partsOf(wanted);
  const mostApart = Math.max(2, Math.floor(name.length / 4));
  const sorted = words.toSorted().join(' ');
  const apart = ({ userPrincipalName, displayName }: Person): number =>
    Math.min(
      ...[homeAddress(userPrincipalName ?? ''), displayName ?? ''].flatMap((text) => {
        const other = partsOf(text);
        return [editDistance(name, other.name), editDistance(sorted, other.words.toSorted().join(' '))];
      }),
    );
  return candidates
    .map((person) => ({ person, distance: apart(person) }))
    .filter(({ distance }) => distance <= mostApart)
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, mostNear)
    .map(({ person }) => person);
}

/** What stands before the `@`, or the whole, and its words, in lower case. */
function partsOf(text: string): { readonly name: string; readonly words: readonly string[] } {
  const at = text.lastIndexOf('@');
  const name = (at < 0 ? text : text.slice(0, at)).toLowerCase();
  return { name, words: name.split(/[^\p{L}]+/u).filter((word) => word !== '') };
}
