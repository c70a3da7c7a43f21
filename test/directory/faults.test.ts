import { describe, expect, it } from 'vitest';
import type { FaultKind } from '../../src/demo/graph/fault-plan.js';
import type { Evidence } from '../../src/directory/model.js';
import { directoryOf } from './graph-fixture.js';
import { adaId, device, groupId } from './small-tenant.js';

type Part = 'person' | 'devices' | 'limit' | 'domains';

const calls: readonly (readonly [string, RegExp, Part])[] = [
  ['the person', /^\/users\/[^/]+$/, 'person'],
  ['owned devices', /ownedDevices$/, 'devices'],
  ['registered devices', /registeredDevices$/, 'devices'],
  ['the policy', /deviceRegistrationPolicy$/, 'limit'],
  ['the domains', /^\/domains$/, 'domains'],
];

/** Why each part is unknown, or `known`. The domain cannot be looked up for a person who is unknown. */
function reasons({ person, devices, quota, facts }: Evidence): Record<Part, string> {
  const domain = person.known ? facts.domainType : { known: true as const };
  const reason = (part: { known: boolean; reason?: string } | undefined): string =>
    part?.known ? 'known' : String(part?.reason);
  return { person: reason(person), devices: reason(devices), limit: reason(quota.limit), domains: reason(domain) };
}

const allKnown: Record<Part, string> = { person: 'known', devices: 'known', limit: 'known', domains: 'known' };

describe.each(calls)('when Graph fails on %s', (_name, match, part) => {
  it.each<readonly [string, FaultKind, string]>([
    ['403', { kind: 'status', status: 403 }, 'forbidden'],
    ['429', { kind: 'status', status: 429, retryAfter: 0 }, 'throttled'],
    ['429 for longer than we have', { kind: 'status', status: 429, retryAfter: 60 }, 'throttled'],
    ['500', { kind: 'status', status: 500 }, 'unreachable'],
    ['503', { kind: 'status', status: 503, retryAfter: 0 }, 'unreachable'],
    ['nothing but nulls', { kind: 'nulls' }, 'limitedInformation'],
    ['limited information', { kind: 'limitedInformation' }, 'limitedInformation'],
    ['HTML instead of JSON', { kind: 'garbage' }, 'invalid'],
  ])('with %s that part alone is unknown', async (_fault, fault, reason) => {
    const { graph, directory } = await directoryOf();
    graph.faults.set([{ match, ...fault }]);
    expect(reasons(await directory.evidence(adaId))).toEqual({ ...allKnown, [part]: reason });
  });

  it.each<readonly [string, FaultKind, string, number]>([
    ['never answers', { kind: 'hang' }, 'timeout', 300],
    ['answers too late', { kind: 'delay', ms: 5_000 }, 'timeout', 300],
    ['cuts the connection', { kind: 'drop' }, 'unreachable', 8_000],
  ])('and %s, everything is unknown and nothing throws', async (_fault, fault, reason, budgetMs) => {
    const { graph, directory } = await directoryOf({}, budgetMs);
    graph.faults.set([{ match, ...fault }]);
    const evidence = await directory.evidence(adaId);
    expect(evidence).toMatchObject({ person: { reason }, devices: { reason }, quota: { limit: { reason } } });
    expect(Object.values(evidence.facts)).toEqual(Array(8).fill(expect.objectContaining({ known: false, reason })));
  });

  it.each<readonly [string, FaultKind, number]>([
    ['throttling', { kind: 'status', status: 429, retryAfter: 0 }, 1],
    ['500', { kind: 'status', status: 500 }, 1],
    ['cut connection', { kind: 'drop' }, 5],
  ])('a single %s heals: what failed is asked once more', async (_fault, fault, askedAgain) => {
    const { graph, directory } = await directoryOf();
    graph.faults.set([{ match, times: 1, ...fault }]);
    expect(reasons(await directory.evidence(adaId))).toEqual(allKnown);
    expect(graph.requests.map(({ inner }) => inner.length)).toEqual([5, askedAgain]);
  });
});

describe('when Graph refuses the whole batch', () => {
  it.each<readonly [string, FaultKind, string]>([
    ['403', { kind: 'status', status: 403 }, 'forbidden'],
    ['429', { kind: 'status', status: 429, retryAfter: 0 }, 'throttled'],
    ['429 for longer than we have', { kind: 'status', status: 429, retryAfter: 60 }, 'throttled'],
    ['500', { kind: 'status', status: 500 }, 'unreachable'],
    ['HTML instead of JSON', { kind: 'garbage' }, 'invalid'],
  ])('with %s every fact is unknown', async (_fault, fault, reason) => {
    const { graph, directory } = await directoryOf();
    graph.faults.set([{ match: /batch/, ...fault }]);
    const { facts } = await directory.evidence(adaId);
    expect(Object.values(facts)).toEqual(Array(8).fill(expect.objectContaining({ known: false, reason })));
    expect(graph.requests.length).toBeLessThanOrEqual(2);
  });
});

describe('a permission that is missing', () => {
  it.each([
    ['User.Read.All', ['person', 'devices']],
    ['Device.Read.All', ['devices']],
    ['Policy.Read.DeviceConfiguration', ['limit']],
    ['Domain.Read.All', ['domains']],
  ] as const)('%s leaves the rest known', async (permission, parts) => {
    const { graph, directory } = await directoryOf();
    graph.missingPermissions.add(permission);
    const found = reasons(await directory.evidence(adaId));
    expect(
      Object.entries(found)
        .filter(([, reason]) => reason !== 'known')
        .map(([part]) => part),
    ).toEqual(parts);
  });
});

describe('when Graph fails on another call', () => {
  it.each<readonly [string, FaultKind, string, number | undefined]>([
    ['403', { kind: 'status', status: 403 }, 'forbidden', undefined],
    ['429', { kind: 'status', status: 429, retryAfter: 0 }, 'throttled', undefined],
    ['500', { kind: 'status', status: 500 }, 'unreachable', undefined],
    ['a hanging connection', { kind: 'hang' }, 'timeout', 300],
    ['a cut connection', { kind: 'drop' }, 'unreachable', undefined],
    ['HTML instead of JSON', { kind: 'garbage' }, 'invalid', undefined],
    ['limited information', { kind: 'limitedInformation' }, 'limitedInformation', undefined],
    ['nulls', { kind: 'nulls' }, 'limitedInformation', undefined],
  ])('with %s it says why it does not know', async (_fault, fault, reason, budgetMs) => {
    const { graph, directory } = await directoryOf({}, budgetMs);
    graph.faults.set([{ match: /./, ...fault }]);
    const unknown = { known: false, reason };
    expect(await directory.findPc({ name: device(1).displayName })).toMatchObject(unknown);
    expect(await directory.findPeople('Ada Example')).toMatchObject(unknown);
    expect(await directory.findPeople(adaId)).toMatchObject(unknown);
    expect(await directory.members(groupId)).toMatchObject(unknown);
    if (reason !== 'limitedInformation') expect(await directory.isMember(adaId, groupId)).toMatchObject(unknown);
  });
});
