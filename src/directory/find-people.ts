import { encodePart, literal } from './graph-path.js';
import type { GraphPort } from './graph-port.js';
import { known, read } from './known.js';
import type { Reading } from './known.js';
import type { Known, Person } from './model.js';
import { namesOnePerson } from './names-one-person.js';
import { personSelect, readPeople, readPerson } from './read-people.js';

const maxPeople = 10;

/**
 * Finds people by object id, UPN, or display name: the exact name first, else what begins with it. Neither filter needs
 * the `ConsistencyLevel` header; only sorting the hits would (graph/aad-advanced-queries).
 */
export async function findPeople(query: string, graph: GraphPort, at: string): Promise<Known<readonly Person[]>> {
  const wanted = query.trim();
  const turn = graph.turn();
  if (wanted === '') return known([], { source: '/users', at });

  if (namesOnePerson(wanted)) {
    const source = `/users/${encodePart(wanted)}`;
    const person = read(await graph.get(`${source}?${personSelect}`, turn), readPerson, { source, at });
    if (person.known) return known([person.value], { source, at });
    return person.reason === 'notFound' ? known([], { source, at }) : person;
  }

  const reading: Reading = { source: '/users', at };
  const matching = async (filter: string): Promise<Known<readonly Person[]>> =>
    read(await graph.get(`/users?$filter=${filter}&${personSelect}&$top=${maxPeople}`, turn), readPeople, reading);

  const named = await matching(`displayName%20eq%20${literal(wanted)}`);
  const found = named.known && named.value.length === 0 ? await matching(`startswith(displayName,${literal(wanted)})`) : named;
  return found.known ? known(found.value.slice(0, maxPeople), reading) : found;
}
