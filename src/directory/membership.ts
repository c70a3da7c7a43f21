import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { membershipCacheMs } from '../limits.js';
import { encodePart } from './graph-path.js';
import type { GraphPort } from './graph-port.js';
import { read } from './known.js';
import type { Parsed, ReadAt } from './known.js';
import type { Known } from './model.js';

export interface MembershipOptions {
  readonly graph: GraphPort;
  readonly now: () => number;
  readonly cacheMs?: number;
}

const maxKept = 5_000;

const idsBody = z.object({ value: z.array(z.string()) });

/** Asks whether a person is in a group, nested groups included. Only answers are kept, so that a failure heals at once. */
export function createMembership({ graph, now, cacheMs = membershipCacheMs }: MembershipOptions) {
  const kept = new LRUCache<string, Known<boolean>>({ max: maxKept, ttl: cacheMs, ttlResolution: 0, perf: { now } });

  return async function isMember(personId: string, groupId: string): Promise<Known<boolean>> {
    const key = `${personId} ${groupId}`.toLowerCase();
    const before = kept.get(key);
    if (before) return before;

    const path = `/users/${encodePart(personId)}/checkMemberGroups`;
    const readAt: ReadAt = { source: path, at: new Date(now()).toISOString() };
    const answer = await graph.post(path, { groupIds: [groupId] }, graph.turn());
    const member = read(answer, (body) => includes(body, groupId), readAt);
    if (member.known) kept.set(key, member);
    return member;
  };
}

function includes(body: unknown, groupId: string): Parsed<boolean> {
  const { data } = idsBody.safeParse(body);
  return data ? { value: data.value.some((id) => id.toLowerCase() === groupId.toLowerCase()) } : { reason: 'invalid' };
}
