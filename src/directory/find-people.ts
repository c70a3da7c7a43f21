import { maxBatchRequests, maxHits } from '../limits.js';
import type { BatchRequest } from './batch.js';
import type { GraphAnswer } from './graph-failure.js';
import { encodePart, literal, searchClause } from './graph-path.js';
import type { GraphPort } from './graph-port.js';
import { known, parseAnswer, read, toKnown } from './known.js';
import type { Parsed } from './known.js';
import type { Known, Person } from './model.js';
import { namesOnePerson } from './names-one-person.js';
import { personSelect, readPeople, readPerson } from './read-people.js';

/** Requests that one name takes. */
const requestsForName = 3;
const namesAtOnce = Math.floor(maxBatchRequests / requestsForName);

/** Finds people by object id, UPN, or display name as in {@link findEach}. */
export async function findPeople(query: string, graph: GraphPort, at: string): Promise<Known<readonly Person[]>> {
  const wanted = query.trim();
  if (wanted === '') return known([], { source: '/users', at });
  if (!namesOnePerson(wanted)) return (await findEach([wanted], graph, at))[0] ?? known([], { source: '/users', at });

  const source = `/users/${encodePart(wanted)}`;
  const person = read(await graph.get(`${source}?${personSelect}`, graph.turn()), readPerson, { source, at });
  if (person.known) return known([person.value], { source, at });
  return person.reason === 'notFound' ? known([], { source, at }) : person;
}

/**
 * Each name: the exact one first, else what begins with it, and what has its words in the middle. Only the last is an advanced
 * query (graph/aad-advanced-queries), which the index answers; sorting the hits would make the others one, too.
 */
export async function findEach(
  names: readonly string[],
  graph: GraphPort,
  at: string,
): Promise<readonly Known<readonly Person[]>[]> {
  const turn = graph.turn();
  const found: Known<readonly Person[]>[] = [];
  for (let first = 0; first < names.length; first += namesAtOnce) {
    const some = names.slice(first, first + namesAtOnce).map((name) => name.trim());
    const requests = some.flatMap(requestsFor);
    const answers = requests.length === 0 ? new Map<string, GraphAnswer>() : await graph.batch(requests, turn);
    found.push(
      ...some.map((name, index) =>
        toKnown(name === '' ? { value: [] } : hitsOf(answers, index), { source: '/users', at }),
      ),
    );
  }
  return found;
}

function requestsFor(name: string, index: number): readonly BatchRequest[] {
  if (name === '') return [];
  // A single letter begins a word of somebody in every company.
  const words = /[\p{L}\p{N}]{2}/u.test(name) ? searchClause('displayName', name) : undefined;
  return [
    { id: `exact${index}`, url: peopleWith(`displayName%20eq%20${literal(name)}`) },
    { id: `beginning${index}`, url: peopleWith(`startswith(displayName,${literal(name)})`) },
    ...(words === undefined
      ? []
      : [
          {
            id: `words${index}`,
            url: `/users?$search=${words}&${personSelect}&$top=${maxHits}`,
            advanced: true as const,
          },
        ]),
  ];
}

function peopleWith(filter: string): string {
  return `/users?$filter=${filter}&${personSelect}&$top=${maxHits}`;
}

/** A search that failed leaves "nobody" unknown; hits of the other stand. */
function hitsOf(answers: ReadonlyMap<string, GraphAnswer>, index: number): Parsed<readonly Person[]> {
  const exact = parseAnswer(answers.get(`exact${index}`), readPeople);
  if ('reason' in exact || exact.value.length > 0) return exact;
  const words = answers.get(`words${index}`);
  const others = [
    parseAnswer(answers.get(`beginning${index}`), readPeople),
    ...(words ? [parseAnswer(words, readPeople)] : []),
  ];
  const hits = each(others.flatMap((part) => ('value' in part ? part.value : [])));
  const failed = others.find((part) => 'reason' in part);
  return hits.length === 0 && failed ? failed : { value: hits.slice(0, maxHits) };
}

/** Everybody once. */
export function each(people: readonly Person[]): readonly Person[] {
  return [...new Map(people.toReversed().map((person) => [person.id, person])).values()].toReversed();
}
