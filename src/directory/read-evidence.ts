import { LRUCache } from 'lru-cache';
import { directoryCacheMs, maxPageSize } from '../limits.js';
import type { BatchRequest } from './batch.js';
import { estimateQuota } from './estimate-quota.js';
import { factsFrom } from './facts-from-evidence.js';
import { encodePart } from './graph-path.js';
import type { GraphPort } from './graph-port.js';
import { judgeDevices } from './judge-devices.js';
import { read, toKnown } from './known.js';
import type { Parsed } from './known.js';
import type { Evidence, Known } from './model.js';
import { deviceSelect } from './read-devices.js';
import { domainSelect, domainsPath, readDomains } from './read-domains.js';
import type { Domain } from './read-domains.js';
import { personSelect, readPerson } from './read-people.js';
import { readRelation, unite } from './read-person-devices.js';
import { policyPath, readDeviceLimit } from './read-policy.js';

export interface EvidenceOptions {
  readonly graph: GraphPort;
  readonly now: () => number;
  readonly staleDays: number;
  readonly cacheMs?: number;
}

/** What is the same for everybody of the tenant. */
interface TenantAnswers {
  readonly limit: Known<number>;
  readonly domains: Known<readonly Domain[]>;
}

/** Makes the reader of people's evidence: one `$batch` for at most `maxPeopleAtOnce`, and the limit and domains from memory while they are fresh. */
export function createEvidence({ graph, now, staleDays, cacheMs = directoryCacheMs }: EvidenceOptions) {
  const kept = new LRUCache<keyof TenantAnswers, TenantAnswers[keyof TenantAnswers]>({
    max: 2,
    ttl: cacheMs,
    ttlResolution: 0,
    perf: { now },
  });
  const recall = <K extends keyof TenantAnswers>(key: K): TenantAnswers[K] | undefined =>
    kept.get(key) as TenantAnswers[K] | undefined;
  const remember = <K extends keyof TenantAnswers>(key: K, answer: TenantAnswers[K]): TenantAnswers[K] => {
    if (answer.known) kept.set(key, answer);
    return answer;
  };

  return async function evidenceOf(people: readonly string[]): Promise<readonly Evidence[]> {
    const turn = graph.turn();
    const keptLimit = recall('limit');
    const keptDomains = recall('domains');

    const answers = await graph.batch(
      [
        ...people.flatMap(requestsFor),
        ...(keptLimit ? [] : [{ id: 'limit', url: policyPath }]),
        ...(keptDomains ? [] : [{ id: 'domains', url: `${domainsPath}?${domainSelect}` }]),
      ],
      turn,
    );
    const relations = await Promise.all(
      people.map((_, index) =>
        Promise.all([
          readRelation(answers.get(`owned${index}`), 'owned', graph, turn),
          readRelation(answers.get(`registered${index}`), 'registered', graph, turn),
        ]),
      ),
    );

    const at = new Date(now()).toISOString();
    const limit =
      keptLimit ?? remember('limit', read(answers.get('limit'), readDeviceLimit, { source: policyPath, at }));
    const domains =
      keptDomains ?? remember('domains', read(answers.get('domains'), readDomains, { source: domainsPath, at }));
    return people.map((asked, index) => {
      const [owned = unread, registered = unread] = relations[index] ?? [];
      const path = pathOf(asked);
      const person = read(answers.get(`person${index}`), readPerson, { source: path, at });
      const devices = toKnown(unite(owned, registered), { source: `${path}/ownedDevices`, at });
      const judged = devices.known ? judgeDevices(devices.value.devices, { now: now(), staleDays }) : [];
      const quota = estimateQuota(limit, judged, devices.known && devices.value.complete);
      return { person, devices, judged, quota, facts: factsFrom({ person, domains, devices, judged, quota }) };
    });
  };
}

const unread: Parsed<never> = { reason: 'invalid' };

function pathOf(person: string): string {
  return `/users/${encodePart(person)}`;
}

function requestsFor(person: string, index: number): readonly BatchRequest[] {
  const path = pathOf(person);
  return [
    { id: `person${index}`, url: `${path}?${personSelect}` },
    { id: `owned${index}`, url: `${path}/ownedDevices?${deviceSelect}&$top=${maxPageSize}` },
    { id: `registered${index}`, url: `${path}/registeredDevices?${deviceSelect}&$top=${maxPageSize}` },
  ];
}
