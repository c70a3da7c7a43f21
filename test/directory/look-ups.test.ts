import { describe, expect, it } from 'vitest';
import { directoryOf } from './graph-fixture.js';
import { adaId, device, groupId, person } from './small-tenant.js';

const id = (number: number) => `ada00000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const names = (result: { known: boolean; value?: readonly { displayName: string | undefined }[] }) =>
  result.value?.map(({ displayName }) => displayName);

describe('finding people', () => {
  const people = [
    person(),
    person({ key: 'o', id: id(2), displayName: "Ann O'Neil & Sons", userPrincipalName: 'ann@example.com' }),
    person({ key: 't1', id: id(3), displayName: 'Tom Twin', userPrincipalName: 'tom@example.com' }),
    person({ key: 't2', id: id(4), displayName: 'Tom Twin', userPrincipalName: 'tom2@example.com' }),
    person({ key: 't3', id: id(5), displayName: 'Tom Twinkle', userPrincipalName: 'tom3@example.com' }),
  ];

  it.each([
    ['an object id', id(2), ["Ann O'Neil & Sons"]],
    ['an object id in capitals', id(2).toUpperCase(), ["Ann O'Neil & Sons"]],
    ['a UPN', 'ann@example.com', ["Ann O'Neil & Sons"]],
    ['a name with quotes and signs', "Ann O'Neil & Sons", ["Ann O'Neil & Sons"]],
    ['a name of two people, but not of those whose name only begins so', 'Tom Twin', ['Tom Twin', 'Tom Twin']],
    ['the beginning of a name', 'Tom', ['Tom Twin', 'Tom Twin', 'Tom Twinkle']],
    ['a name nobody has', 'Zoe', []],
    ['an id nobody has', id(99), []],
    ['a UPN nobody has', 'zoe@example.com', []],
    ['nothing', '  ', []],
  ])('by %s', async (_what, query, expected) => {
    const { directory } = await directoryOf({ people });
    expect(names(await directory.findPeople(query))).toEqual(expected);
  });

  it('gives at most ten', async () => {
    const crowd = Array.from({ length: 12 }, (_, index) =>
      person({ key: `p${index}`, id: id(index + 1), userPrincipalName: `p${index}@example.com` }),
    );
    const { directory } = await directoryOf({ people: crowd });
    expect(names(await directory.findPeople('Ada'))).toHaveLength(10);
  });
});

describe('finding devices by name', () => {
  it('gives all of that name, whoever they belong to', async () => {
    const pending = device(1, {
      displayName: "BEN'S-PC",
      trustType: 'ServerAd',
      registeredOwners: [],
      registeredUsers: [],
      registrationDateTime: null,
    });
    const { directory } = await directoryOf({ devices: [pending, device(2, { displayName: "BEN'S-PC" }), device(3)] });
    const found = await directory.findPc({ name: "ben's-pc" });
    expect(found).toMatchObject({
      known: true,
      source: '/devices',
      value: {
        byName: true,
        devices: [
          { device: { id: pending.id, foundBy: 'name' }, pending: true, counting: 'doesNotCount', duplicate: true },
          { device: { id: device(2).id }, pending: false, counting: 'unknown', duplicate: true },
        ],
      },
    });
  });

  it('gives an empty list when there is none', async () => {
    const { directory } = await directoryOf();
    expect(await directory.findPc({ name: 'PC-404' })).toMatchObject({ known: true, value: { devices: [] } });
  });
});

describe('membership', () => {
  const outer = { id: '99999999-0000-4000-8000-000000000002', displayName: 'All helpdesks', members: [groupId] };
  const inner = { id: groupId, displayName: 'Helpdesk', members: [adaId] };

  it('follows nested groups and is kept for five minutes', async () => {
    const { graph, directory, clock } = await directoryOf({ groups: [inner, outer] });
    expect(await directory.isMember(adaId, outer.id)).toMatchObject({ known: true, value: true });
    clock.now += 5 * 60_000;
    await directory.isMember(adaId, outer.id);
    expect(graph.requests).toHaveLength(1);
    clock.now += 1_000;
    await directory.isMember(adaId, outer.id);
    expect(graph.requests).toHaveLength(2);
  });

  it('says no for a group the person is not in', async () => {
    const { directory } = await directoryOf({ groups: [inner, { ...outer, members: [] }] });
    expect(await directory.isMember(adaId, outer.id)).toMatchObject({ known: true, value: false });
  });

  it('asks again after a failure', async () => {
    const { graph, directory } = await directoryOf();
    graph.faults.set([{ match: /checkMemberGroups/, kind: 'status', status: 403, times: 1 }]);
    expect(await directory.isMember(adaId, groupId)).toMatchObject({ known: false, reason: 'forbidden' });
    expect(await directory.isMember(adaId, groupId)).toMatchObject({ known: true, value: true });
  });
});
