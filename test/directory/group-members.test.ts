import { describe, expect, it } from 'vitest';
import type { FaultKind } from '../../src/demo/graph/fault-plan.js';
import { createDirectory } from '../../src/directory/create-directory.js';
import { createGraphPort } from '../../src/directory/graph-port.js';
import type { Known, Person } from '../../src/directory/model.js';
import { maxMemberPages, maxPageSize } from '../../src/limits.js';
import { directoryOf } from './graph-fixture.js';
import { adaId, groupId, person, today } from './small-tenant.js';

const innerId = '99999999-0000-4000-8000-000000000002';
const nobodysId = '99999999-0000-4000-8000-000000000099';
const id = (number: number): string => `ada00000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const namesOf = (people: Known<readonly Person[]>) =>
  people.known && people.value.map(({ displayName }) => displayName);

/** A group of this many people, called by four digits so that names sort as numbers do. */
function crowd(size: number) {
  const people = Array.from({ length: size }, (_, index) => {
    const displayName = `Person ${String(index + 1).padStart(4, '0')}`;
    return person({ key: `p${index}`, id: id(index + 1), displayName, userPrincipalName: `p${index}@example.com` });
  });
  return {
    people: people.toReversed(),
    groups: [{ id: groupId, displayName: 'Helpdesk', members: people.map((each) => each.id) }],
  };
}

describe('the people in a group', () => {
  const people = [
    person({ key: 'z', id: id(4), displayName: 'zoe Example', userPrincipalName: 'zoe@example.com' }),
    person({
      key: 'e',
      id: id(3),
      displayName: 'Émile Example',
      userPrincipalName: 'emile_other.example#EXT#@example.com',
      userType: 'Guest',
    }),
    person({
      key: 'f',
      id: id(5),
      displayName: 'Fay Example',
      userPrincipalName: 'fay@example.com',
      accountEnabled: false,
    }),
    person(),
    person({ key: 'b', id: id(2), displayName: 'Bo Outside', userPrincipalName: 'bo@example.com' }),
  ];
  const outer = { id: groupId, displayName: 'Helpdesk', members: [adaId, innerId, id(4)] };
  const inner = { id: innerId, displayName: 'Second line', members: [id(3), adaId, groupId, id(5)] };

  it('are listed each once, by name, nested groups included, even where groups contain each other', async () => {
    const { directory } = await directoryOf({ people, groups: [outer, inner] });
    const members = await directory.members(groupId);
    expect(members).toMatchObject({
      known: true,
      source: `/groups/${groupId}/transitiveMembers`,
      at: new Date(today).toISOString(),
    });
    expect(namesOf(members)).toEqual(['Ada Example', 'Émile Example', 'Fay Example', 'zoe Example']);
  });

  it('come with what is known of each, guests and disabled accounts too', async () => {
    const { directory } = await directoryOf({ people, groups: [outer, inner] });
    const members = await directory.members(groupId);
    expect(members).toMatchObject({
      known: true,
      value: [{ id: adaId, onPremisesSyncEnabled: true }, { userType: 'Guest' }, { accountEnabled: false }, {}],
    });
  });

  it('may be nobody', async () => {
    const { directory } = await directoryOf({ groups: [{ ...outer, members: [] }] });
    expect(await directory.members(groupId)).toMatchObject({ known: true, value: [] });
  });

  it('seem to be nobody where membership is hidden, and nobody seems to be in it', async () => {
    const { directory } = await directoryOf({ people, groups: [{ ...outer, visibility: 'HiddenMembership' }, inner] });
    expect(await directory.members(groupId)).toMatchObject({ known: true, value: [] });
    expect(await directory.isMember(adaId, groupId)).toMatchObject({ known: true, value: false });
  });

  it('are asked for as an advanced query, on each page', async () => {
    const { graph, directory } = await directoryOf(crowd(maxPageSize + 2));
    const members = await directory.members(groupId);
    expect(members.known && members.value).toHaveLength(maxPageSize + 2);
    expect(namesOf(members)).toEqual(
      crowd(maxPageSize + 2)
        .people.map(({ displayName }) => displayName)
        .toReversed(),
    );
    expect(graph.requests.map(({ headers }) => headers['consistencylevel'])).toEqual(['eventual', 'eventual']);
    expect(graph.requests[0]?.url).toMatch(/\/transitiveMembers\/microsoft\.graph\.user\?.*\$count=true&\$top=999$/);
  });
});

describe('a list that was cut is not known', () => {
  it(`when it goes on after ${maxMemberPages} pages`, async () => {
    const { graph, directory } = await directoryOf(crowd(maxMemberPages * maxPageSize + 1));
    expect(await directory.members(groupId)).toMatchObject({ known: false, reason: 'limitedInformation' });
    expect(graph.requests).toHaveLength(maxMemberPages);
  });

  it('unless it ends there', async () => {
    const { directory } = await directoryOf(crowd(maxMemberPages * maxPageSize));
    expect(await directory.members(groupId)).toMatchObject({
      known: true,
      value: { length: maxMemberPages * maxPageSize },
    });
  });

  it.each<readonly [string, FaultKind, string, number]>([
    ['is refused', { kind: 'status', status: 403 }, 'forbidden', 8_000],
    ['is throttled for longer than we have', { kind: 'status', status: 429, retryAfter: 60 }, 'throttled', 8_000],
    ['is no JSON', { kind: 'garbage' }, 'invalid', 8_000],
    ['has limited information', { kind: 'limitedInformation' }, 'limitedInformation', 8_000],
    ['never comes', { kind: 'hang' }, 'timeout', 1_000],
  ])('when its second page %s', async (_what, fault, reason, budgetMs) => {
    const { graph, directory } = await directoryOf(crowd(maxPageSize + 1), budgetMs);
    graph.faults.set([{ match: ({ query }) => query.has('$skiptoken'), ...fault }]);
    expect(await directory.members(groupId)).toMatchObject({ known: false, reason });
  });
});

describe('what Graph does not tell', () => {
  it('a group that is not there', async () => {
    const { directory } = await directoryOf();
    expect(await directory.members(nobodysId)).toMatchObject({
      known: false,
      reason: 'notFound',
      source: `/groups/${nobodysId}/transitiveMembers`,
    });
  });

  it.each([
    ['GroupMember.Read.All', 'forbidden'],
    ['User.Read.All', 'limitedInformation'],
  ] as const)('without %s: %s', async (permission, reason) => {
    const { graph, directory } = await directoryOf();
    graph.missingPermissions.add(permission);
    expect(await directory.members(groupId)).toMatchObject({ known: false, reason });
  });

  it('in the time it has', async () => {
    const { graph, directory } = await directoryOf({}, 200);
    graph.faults.set([{ match: /transitiveMembers/, kind: 'delay', ms: 5_000 }]);
    expect(await directory.members(groupId)).toMatchObject({ known: false, reason: 'timeout' });
  });
});

describe('an odd page', () => {
  const ada = { id: adaId, displayName: 'Ada Example', userPrincipalName: 'ada@example.com' };
  const answering = (...bodies: readonly unknown[]) => {
    const left = [...bodies];
    const fetch = async (): Promise<Response> => Response.json(left.shift());
    const graph = createGraphPort({
      baseUrl: 'http://localhost',
      token: { token: async () => '' },
      now: () => today,
      fetch,
    });
    return createDirectory({ graph, now: () => today });
  };

  it.each([
    ['no list', {}, 'invalid'],
    ['a person without an id', { value: [{ ...ada, id: null }] }, 'invalid'],
    ['something that is no person', { value: [ada, 'Ada'] }, 'invalid'],
    ['a link that is no text', { value: [ada], '@odata.nextLink': 7 }, 'invalid'],
    ['a link to another host', { value: [ada], '@odata.nextLink': 'https://elsewhere.example/v1.0/users' }, 'invalid'],
    ['a person without names', { value: [ada, { id: id(2) }] }, 'limitedInformation'],
  ])('with %s makes the list unknown', async (_what, body, reason) => {
    expect(await answering(body).members(groupId)).toMatchObject({ known: false, reason });
  });

  it('that links to itself ends', async () => {
    const page = { value: [ada], '@odata.nextLink': 'http://localhost/v1.0/groups/again' };
    expect(await answering(page, page, page, page, page, page).members(groupId)).toMatchObject({
      known: false,
      reason: 'limitedInformation',
    });
  });

  it('that brings a person again brings them once, and those without a display name last', async () => {
    const unnamed = { id: id(2), displayName: null, userPrincipalName: 'bo@example.com' };
    const first = { value: [unnamed, ada], '@odata.nextLink': 'http://localhost/v1.0/groups/next' };
    const members = await answering(first, { value: [ada, { ...ada, id: id(3), displayName: 'Zoe Example' }] }).members(
      groupId,
    );
    expect(namesOf(members)).toEqual(['Ada Example', 'Zoe Example', undefined]);
  });
});

describe('the list is kept', () => {
  it('for five minutes, by group', async () => {
    const { graph, directory, clock } = await directoryOf({
      groups: [
        { id: innerId, displayName: 'Second line', members: [] },
        { id: groupId, displayName: 'Helpdesk', members: [adaId] },
      ],
    });
    const first = await directory.members(groupId);
    clock.now += 5 * 60_000;
    expect(await directory.members(groupId.toUpperCase())).toEqual(first);
    expect(graph.requests).toHaveLength(1);
    expect(await directory.members(innerId)).toMatchObject({ known: true, value: [] });
    clock.now += 1_000;
    await directory.members(groupId);
    expect(graph.requests).toHaveLength(3);
  });

  it('but not a failure', async () => {
    const { graph, directory } = await directoryOf();
    graph.faults.set([{ match: /transitiveMembers/, kind: 'status', status: 403, times: 1 }]);
    expect(await directory.members(groupId)).toMatchObject({ known: false, reason: 'forbidden' });
    expect(await directory.members(groupId)).toMatchObject({ known: true, value: [{ id: adaId }] });
  });
});
