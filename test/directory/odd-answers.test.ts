import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createDirectory } from '../../src/directory/create-directory.js';
import { createGraphPort } from '../../src/directory/graph-port.js';
import { factValues } from '../../src/troubleshooting/facts.js';
import { adaId, evidenceFacts, groupId, today } from './small-tenant.js';

/** A directory whose Graph answers every request with this JSON. */
function directoryAnswering(json: string) {
  const fetch = async (): Promise<Response> => new Response(json, { headers: { 'Content-Type': 'application/json' } });
  const graph = createGraphPort({
    baseUrl: 'http://localhost',
    token: { token: async () => '' },
    now: () => today,
    fetch,
  });
  return createDirectory({ graph, now: () => today, secondAskMs: 0 });
}

/** The same, with this answer to each request inside a batch. */
function directoryAnsweringEach(answer: unknown) {
  const fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const sent: unknown =
      input instanceof Request
        ? await input
            .clone()
            .json()
            .catch(() => ({}))
        : JSON.parse(typeof init?.body === 'string' ? init.body : '{}');
    const { requests = [] } = sent as { requests?: readonly { id: string }[] };
    const json =
      requests.length === 0 ? answer : { responses: requests.map(({ id }) => ({ id, status: 200, body: answer })) };
    return new Response(JSON.stringify(json), { headers: { 'Content-Type': 'application/json' } });
  };
  const graph = createGraphPort({
    baseUrl: 'http://localhost',
    token: { token: async () => '' },
    now: () => today,
    fetch,
  });
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
  person0: fc.oneof(
    fc.record({
      id: fc.uuid(),
      displayName: odd,
      userPrincipalName: odd,
      accountEnabled: odd,
      onPremisesSyncEnabled: odd,
      userType: odd,
    }),
    odd,
  ),
  owned0: list,
  registered0: list,
  limit: fc.oneof(fc.record({ userDeviceQuota: odd }), odd),
  domains: fc.oneof(
    fc.record({ value: fc.array(fc.oneof(fc.record({ id: odd, authenticationType: odd, isVerified: odd }), odd)) }),
    odd,
  ),
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
    fc.asyncProperty(fc.oneof(list, odd), fc.string(), fc.boolean(), async (answer, query, insideBatches) => {
      const directory = insideBatches ? directoryAnsweringEach(answer) : directoryAnswering(JSON.stringify(answer));
      const results = [
        directory.evidence(query),
        directory.findPc({ deviceId: adaId, name: query }),
        directory.findPc({ deviceId: query, name: query }),
        directory.findPeople(query),
        directory.isMember(query, groupId),
        directory.members(query),
        directory.policy(),
        directory.findDevices(query),
        directory.findDevices(adaId),
        directory.namesLike(query),
        directory.near(query),
        directory.near(`${query}@example.com`),
        directory.near(adaId),
        directory.findEach([query, query]),
      ];
      for (const { status } of await Promise.allSettled(results)) expect(status).toBe('fulfilled');
    }),
  );
});

it('what was asked for in a batch is what is read from it', async () => {
  const person = { id: adaId, displayName: 'Ada', userPrincipalName: 'ada@example.com' };
  expect(
    await directoryAnswering(JSON.stringify({ responses: [{ id: 'person0', status: 200, body: person }] })).evidence(
      adaId,
    ),
  ).toMatchObject({ person: { known: true } });
});

const policies = fc.record({
  userDeviceQuota: odd,
  multiFactorAuthConfiguration: fc.oneof(odd, fc.constantFrom('required', 'notRequired')),
  azureADRegistration: fc.oneof(odd, fc.record({ isAdminConfigurable: odd, allowedToRegister: odd })),
  azureADJoin: fc.oneof(
    odd,
    fc.record({
      allowedToJoin: fc.record({
        '@odata.type': fc.oneof(odd, fc.constant('#microsoft.graph.noDeviceRegistrationMembership')),
        users: odd,
      }),
    }),
  ),
  localAdminPassword: odd,
});

it('an odd part of the policy is unknown, and a known part says what stands there', async () => {
  await fc.assert(
    fc.asyncProperty(policies, async (body) => {
      const policy = await directoryAnswering(JSON.stringify(body)).policy();
      if (!policy.known) throw new Error('Each part is unknown by itself');
      const { limit, mfaOnJoin, mayRegister } = policy.value;
      expect(limit === undefined || limit === body.userDeviceQuota).toBe(true);
      const mfa = body.multiFactorAuthConfiguration;
      expect(mfaOnJoin).toBe(mfa === 'required' ? true : mfa === 'notRequired' ? false : undefined);
      expect(mayRegister).toBeUndefined();
    }),
  );
});
