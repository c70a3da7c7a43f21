import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { maxMemberPages, maxPageSize, membershipCacheMs } from '../limits.js';
import { encodePart } from './graph-path.js';
import type { GraphPort } from './graph-port.js';
import { parseAnswer, toKnown } from './known.js';
import type { Parsed, ReadAt } from './known.js';
import type { MembershipOptions } from './membership.js';
import type { Known, Person } from './model.js';
import { personSelect, readPeople } from './read-people.js';

/** Groups whose people are kept. A list may be long, and only helpdesk and administrators are asked for. */
const maxKept = 10;

const linkBody = z.object({ '@odata.nextLink': z.string().optional() });

/** Lists the people in a group, nested groups included. Only answers are kept, so that a failure heals at once. */
export function createGroupMembers({ graph, now, cacheMs = membershipCacheMs }: MembershipOptions) {
  const kept = new LRUCache<string, Known<readonly Person[]>>({
    max: maxKept,
    ttl: cacheMs,
    ttlResolution: 0,
    perf: { now },
  });

  return async function members(groupId: string): Promise<Known<readonly Person[]>> {
    const key = groupId.toLowerCase();
    const before = kept.get(key);
    if (before) return before;

    const source = `/groups/${encodePart(groupId)}/transitiveMembers`;
    const readAt: ReadAt = { source, at: new Date(now()).toISOString() };
    const people = toKnown(await readAll(source, graph), readAt);
    if (people.known) kept.set(key, people);
    return people;
  };
}

/**
 * Reads every page. The type in the path makes it an advanced query: the header, on each page, and `$count=true`
 * (graph/api/group-list-transitivemembers).
 */
async function readAll(source: string, graph: GraphPort): Promise<Parsed<readonly Person[]>> {
  const turn = graph.turn();
  const byId = new Map<string, Person>();
  let answer = await graph.get(
    `${source}/microsoft.graph.user?${personSelect}&$count=true&$top=${maxPageSize}`,
    turn,
    'advanced',
  );
  for (let page = 1; ; page += 1) {
    const parsed = parseAnswer(answer, readPage);
    if ('reason' in parsed) return parsed;
    for (const person of parsed.value.people) byId.set(person.id, person);
    if (parsed.value.next === undefined) return { value: [...byId.values()].toSorted(byDisplayName) };
    if (page === maxMemberPages) return { reason: 'limitedInformation' };
    answer = await graph.nextPage(parsed.value.next, turn, 'advanced');
  }
}

function readPage(body: unknown): Parsed<{ readonly people: readonly Person[]; readonly next: string | undefined }> {
  const people = readPeople(body);
  if ('reason' in people) return people;
  const { data: link } = linkBody.safeParse(body);
  return link ? { value: { people: people.value, next: link['@odata.nextLink'] } } : { reason: 'invalid' };
}

function byDisplayName({ displayName: a }: Person, { displayName: b }: Person): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a.localeCompare(b);
}
