import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createDirectory } from '../../src/directory/create-directory.js';
import { createGraphPort } from '../../src/directory/graph-port.js';
import { factValues } from '../../src/troubleshooting/facts.js';
import { adaId, evidenceFacts, groupId, today } from './small-tenant.js';

/** A directory whose Graph answers every request with this JSON. */
function directoryAnswering(json: string) {
  const fetch = async (): Promise<Response> => new Response(json, { headers: { 'Content-Type': 'application/json' } });
  const graph = createGraphPort({ baseUrl: 'http://localhost', token: { token: async () => '' }, now: () => today, fetch });
  return createDirectory({ graph, now: () => today, secondAskMs: 0 });
}

const odd = fc.oneof(fc.jsonValue(), fc.constantFrom(null, '', 'ServerAd', '2026-02-31T25:00:00Z', 1e300, -1, {}, []));

const device = fc.record(
  {
    '@odata.type': fc.oneof(fc.constant('#microsoft.graph.device'), odd),
    id: fc.oneof(fc.uuid(), odd),
    deviceId: fc.oneof(fc.uuid(), odd),
    displayName: fc.oneof(fc.string(), odd),
    trustType: fc.oneof(fc.constantFrom('Workplace', 'AzureAd', 'ServerAd'), odd),
    operatingSystem: odd,
    operatingSystemVersion: fc.oneof(fc.constantFrom('6.1.7601', '10.0.1'), odd),
    accountEnabled: fc.oneof(fc.boolean(), odd),
    approximateLastSignInDateTime: odd,
    registrationDateTime: odd,
    isManaged: odd,
  },
  { requiredKeys: [] },
);

const list = fc.oneof(fc.record({ value: fc.array(device) }), odd);

const bodies = fc.record({
  person: fc.oneof(fc.record({ id: fc.uuid(), displayName: odd, userPrincipalName: odd, accountEnabled: odd, onPremisesSyncEnabled: odd, userType: odd }), odd),
  owned: list,
  registered: list,
  limit: fc.oneof(fc.record({ userDeviceQuota: odd }), odd),
  domains: fc.oneof(fc.record({ value: fc.array(fc.oneof(fc.record({ id: odd, authenticationType: odd, isVerified: odd }), odd)) }), odd),
});

it('whatever Graph answers, the evidence has all facts, and only agreed values', async () => {
  await fc.assert(
    fc.asyncProperty(bodies, async (answers) => {
      const responses = Object.entries(answers).map(([id, body]) => ({ id, status: 200, body }));
      const { facts, quota } = await directoryAnswering(JSON.stringify({ responses })).evidence(adaId);
      for (const name of evidenceFacts) {
        const fact = facts[name];
        expect(fact && (!fact.known || (factValues[name] as readonly string[]).includes(fact.value))).toBe(true);
      }
      expect(quota.counts + quota.mayCount + quota.doesNotCount + quota.unknown).toBeLessThanOrEqual(20);
    }),
  );
});

it('whatever Graph answers, no look-up throws', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(list, odd), fc.string(), async (answer, query) => {
      const directory = directoryAnswering(JSON.stringify(answer));
      const results = [
        directory.evidence(query),
        directory.findPc({ deviceId: adaId, name: query }),
        directory.findPc({ deviceId: query, name: query }),
        directory.findPeople(query),
        directory.isMember(query, groupId),
        directory.members(query),
      ];
      for (const { status } of await Promise.allSettled(results)) expect(status).toBe('fulfilled');
    }),
  );
});
