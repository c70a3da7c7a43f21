import { createFindDevices } from './find-devices.js';
import { createFindPc } from './find-pc.js';
import { findEach, findPeople } from './find-people.js';
import type { GraphPort } from './graph-port.js';
import { createGroupMembers } from './group-members.js';
import { createMembership } from './membership.js';
import type { Directory } from './model.js';
import { nearPeople } from './near-people.js';
import { readPolicy } from './read-device-policy.js';
import { createEvidence } from './read-evidence.js';

export interface DirectoryOptions {
  readonly graph: GraphPort;
  /** Epoch ms. */
  readonly now: () => number;
  /** Days without a sign-in after which a device is stale. */
  readonly staleDays?: number;
  /** Milliseconds that policy and domains are kept. */
  readonly cacheMs?: number;
  /** Milliseconds that a membership, and the list of a group's people, is kept. */
  readonly membershipMs?: number;
  /** Milliseconds before a DeviceId that was not found is asked for again. */
  readonly secondAskMs?: number;
}

/** Days without a sign-in after which a device is stale, unless `STALE_DAYS` says otherwise. */
export const defaultStaleDays = 90;

/** The tenant through Graph. Never throws for what Graph answers: what could not be read is unknown, with its reason. */
export function createDirectory(options: DirectoryOptions): Directory {
  const { graph, now, staleDays = defaultStaleDays, cacheMs, membershipMs, secondAskMs } = options;
  const at = (): string => new Date(now()).toISOString();
  const evidenceOf = createEvidence({ graph, now, staleDays, ...(cacheMs !== undefined && { cacheMs }) });
  return {
    staleDays,

    async evidence(person) {
      const [evidence] = await evidenceOf([person]);
      if (!evidence) throw new Error('There is one answer for each person asked');
      return evidence;
    },

    evidenceOf,

    findPc: createFindPc({ graph, now, staleDays, ...(secondAskMs !== undefined && { secondAskMs }) }),

    findPeople: (query) => findPeople(query, graph, at()),

    findEach: (names) => findEach(names, graph, at()),

    near: (query) => nearPeople(query, graph, at()),

    ...createFindDevices({ graph, now, staleDays }),

    policy: () => readPolicy(graph, at()),

    isMember: createMembership({ graph, now, ...(membershipMs !== undefined && { cacheMs: membershipMs }) }),

    members: createGroupMembers({ graph, now, ...(membershipMs !== undefined && { cacheMs: membershipMs }) }),
  };
}
