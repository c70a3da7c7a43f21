import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AdministrationView } from '../../src/administration/views.js';
import { readPeople } from '../../src/assistant/administrators/read-people.js';
import { maxPeopleAtOnce } from '../../src/limits.js';
import type { AuditEntry } from '../../src/helpdesk/audit.js';
import { contoso } from '../../src/demo/tenant/contoso.js';
import { renderView } from '../../src/teams/cards/render-view.js';
import { visibleTexts } from '../support/check-card.js';
import { aWorld, type World } from '../support/world.js';
import type { Actor } from '../support/actor.js';

let world: World;
let sven: Actor;
beforeEach(async () => {
  world = await aWorld();
  sven = world.person('sven');
});
afterEach(() => world.close());

const ben = 'ben.okafor@contoso.com';
const ada = 'ada.lindqvist@contoso.com';

function idOf(key: string): string {
  const person = world.tenant.people.find((each) => each.key === key);
  if (!person) throw new Error(`Nobody is called ${key}`);
  return person.id;
}

function reads(who: Actor, locale: 'en' | 'de' = 'en'): string {
  if (!who.sees) throw new Error('Nothing is shown');
  const rendered = renderView(who.sees, { locale, now: world.clock.now });
  if (rendered.kind === 'attachment') return rendered.summary;
  return rendered.kind === 'card' ? visibleTexts(rendered.card).join('\n') : rendered.text;
}

async function audited(): Promise<readonly AuditEntry[]> {
  return world.storage.audit.since(0, 100);
}

/** Every HTTP request to the directory that this makes. */
async function requestsOf(doing: () => Promise<unknown>): Promise<readonly string[]> {
  const before = world.graph.requests.length;
  await doing();
  return world.graph.requests.slice(before).map(({ path }) => path);
}

describe('what it costs', () => {
  const role = () => `/users/${idOf('sven')}/checkMemberGroups`;

  it('one request for a sign-in address or an id, with policy and domains in it; the role one more while it is not known', async () => {
    expect(await requestsOf(() => sven.says(`quota ${ben}`))).toEqual([role(), '/$batch']);
    expect(world.graph.requests.at(-1)?.inner.map(({ path }) => path)).toEqual([
      `/users/${ben}`,
      `/users/${ben}/ownedDevices`,
      `/users/${ben}/registeredDevices`,
      '/policies/deviceRegistrationPolicy',
      '/domains',
    ]);
    expect(await requestsOf(() => sven.says(`quota ${ben}`))).toEqual(['/$batch']);
    expect(await requestsOf(() => sven.says(`quota ${idOf('ben')}`))).toEqual(['/$batch']);
    world.clock.now = new Date(world.clock.now.getTime() + 6 * 60_000);
    expect(await requestsOf(() => sven.says(`quota ${ben}`))).toEqual([role(), '/$batch']);
  });

  it('a name one more; a mention none of the directory, but the roster', async () => {
    await sven.says('quota');
    expect(await requestsOf(() => sven.says('quota Ben Okafor'))).toEqual(['/$batch', '/$batch']);
    expect(await requestsOf(() => sven.says('quota Ben', { mentions: [{ teamsId: '29:ben', text: 'Ben' }] }))).toEqual([
      '/$batch',
    ]);
  });

  it('one for six people', async () => {
    await sven.says('quota');
    const six = ['ada', 'ben', 'carla', 'dmitri', 'eva', 'farid'].map(
      (key) => world.tenant.people.find((each) => each.key === key)?.userPrincipalName ?? '',
    );
    expect(await requestsOf(() => sven.says(`quota ${six.join(', ')}`))).toEqual(['/$batch']);
    expect(world.graph.requests.at(-1)?.inner).toHaveLength(20);
    expect((sven.sees as Extract<AdministrationView, { kind: 'quotasOf' }>).entries).toHaveLength(6);
  });

  it('two for several names, whatever their number', async () => {
    await sven.says('quota');
    expect(await requestsOf(() => sven.says(`quota Ben Okafor, Ada Lindqvist, ${idOf('tess')}`))).toEqual([
      '/$batch',
      '/$batch',
    ]);
  });
});

describe('one person', () => {
  it('the answer first: used, free, what would free a place; then the devices by whether they count', async () => {
    await sven.says(`quota ${ben}`);
    expect(sven.sees).toMatchObject({
      kind: 'quotaOf',
      quota: { counts: 18, mayCount: 2, limit: { source: '/policies/deviceRegistrationPolicy' } },
      places: {
        atLeast: 0,
        atMost: 2,
        toRemove: 1,
        toRemoveAnyway: 0,
        removable: { stale: 9, disabled: 0, duplicate: 0 },
      },
      disabled: 1,
      duplicate: 2,
      devices: {
        value: [
          { reason: 'counts', total: 18 },
          { reason: 'mayCount', total: 2 },
        ],
      },
    });
    const text = reads(sven);
    const order = [
      '18 of 20 places used',
      '2 places are free, or none if',
      'Removing one of the 9 entries that nobody has used for 90 days makes sure that a place is free.',
      'Only removing an entry',
      'Count (18)',
    ];
    expect(order.map((words) => text.indexOf(words))).toEqual(
      order.map((words) => text.indexOf(words)).toSorted((a, b) => a - b),
    );
    expect(order.filter((words) => !text.includes(words))).toEqual([]);
    expect(text).toContain('read {{DATE(');
  });

  it('in German', async () => {
    await sven.says(`quota ${ben}`);
    expect(reads(sven, 'de')).toContain(
      'Wird einer der 9 Einträge entfernt, die seit 90 Tagen niemand benutzt hat, ist sicher ein Platz frei.',
    );
    await sven.says('policy');
    expect(reads(sven, 'de')).toContain('Hybrid join: Dafür gilt das nicht.');
  });

  it('a guest and a disabled account are said to be so', async () => {
    await sven.says(`quota ${idOf('nora')}`);
    expect(reads(sven)).toContain('Guest account from another organisation.');
    await sven.says('devices paula.santos@contoso.com');
    expect(reads(sven)).toContain('This account is disabled.');
  });

  it('what the directory does not answer is said for each part, and no number stands for it', async () => {
    world.graph.missingPermissions.add('Policy.Read.DeviceConfiguration');
    await sven.says(`quota ${ben}`);
    expect(reads(sven)).toContain('The limit could not be looked up: not known: the bot is not allowed to read it.');
    expect(reads(sven)).toContain('Count (18)');
    world.graph.missingPermissions.clear();
    world.graph.missingPermissions.add('Device.Read.All');
    await sven.says(`quota ${ben}`);
    expect(reads(sven)).toContain('The devices could not be looked up');
    expect(reads(sven)).not.toMatch(/\b0\b|places are free|No place/);
  });

  it('a surname is enough, and the words of a name in any place', async () => {
    await sven.says('quota Okafor');
    expect(sven.sees).toMatchObject({ kind: 'quotaOf', person: { displayName: 'Ben Okafor' } });
    await sven.says('quota Haddad');
    expect(sven.sees).toMatchObject({ kind: 'choosePerson', people: [{}, {}] });
    await sven.says('quota Okafor, Ben');
    expect(sven.sees).toMatchObject({ kind: 'quotaOf', person: { displayName: 'Ben Okafor' } });
  });
});

describe('several at once', () => {
  it('a section each; those who are not found are named, and a name of two people gives a choice beside the rest', async () => {
    await sven.says(`quota ${ben}, Kim Larsen; zoltan@contoso.com, ${ada}`);
    expect(sven.sees).toMatchObject({
      kind: 'quotasOf',
      entries: [
        { kind: 'quota', person: { displayName: 'Ben Okafor' }, quota: { counts: 18 } },
        { kind: 'several', query: 'Kim Larsen', people: [{}, {}] },
        { kind: 'nobody', query: 'zoltan@contoso.com' },
        { kind: 'quota', person: { displayName: 'Ada Lindqvist' } },
      ],
    });
    expect(reads(sven)).toContain('I found nobody called zoltan@contoso.com');
    expect(await audited()).toMatchObject([
      {
        actorId: idOf('sven'),
        action: 'command:quota',
        result: 'found',
        objectIds: [idOf('ben'), expect.any(String), expect.any(String), idOf('ada')],
      },
    ]);
  });

  it('as a mail program copies them', async () => {
    await sven.says(`quota Ben Okafor <${ben}>; Lindqvist, Ada <${ada}>`);
    expect(sven.sees).toMatchObject({
      entries: [{ person: { id: idOf('ben') } }, { kind: 'quota', person: { id: idOf('ada') } }],
    });
  });

  it('who is asked for twice comes once', async () => {
    await sven.says(`quota ${ben}, Ben Okafor, ${ada}`);
    expect((sven.sees as Extract<AdministrationView, { kind: 'quotasOf' }>).entries).toHaveLength(2);
  });

  it('of more people than can be looked up at once nobody is looked up, nor is the roster asked for all of them', async () => {
    const asked: string[] = [];
    const read = await readPeople(
      {
        argument: Array.from({ length: 250 }, (_, index) => `Kim ${index}`).join(', '),
        input: {
          mentions: Array.from({ length: 250 }, (_, index) => ({ teamsId: `29:${index}`, text: `Kim ${index}` })),
        } as never,
      },
      { objectIdOf: async (_conversation, teamsId) => void asked.push(teamsId) },
    );
    expect([read.length, asked.length]).toEqual([maxPeopleAtOnce + 1, maxPeopleAtOnce + 1]);
    // The first time it is found out who asks.
    await sven.says('quota');
    expect(await requestsOf(() => sven.says(`quota ${'a, '.repeat(10_000)}`))).toEqual([]);
    expect(reads(sven)).toContain(String(maxPeopleAtOnce));
  });

  it('mentions stand for whom the roster knows, never for their names, with and without commas', async () => {
    const mentions = [
      { teamsId: '29:kim2', text: 'Kim Larsen' },
      { teamsId: '29:ben', text: 'Lindqvist, Ada' },
    ];
    for (const between of [', ', ' ']) {
      await sven.says(`quota Kim Larsen${between}Lindqvist, Ada, ${ada}`, { mentions });
      expect(sven.sees).toMatchObject({
        entries: [{ person: { id: idOf('kim2') } }, { person: { id: idOf('ben') } }, { person: { id: idOf('ada') } }],
      });
    }
    const before = world.graph.requests.length;
    await sven.says('quota Ben Okafor', { mentions: [{ teamsId: '29:somebody-else', text: 'Ben Okafor' }] });
    expect(sven.sees).toMatchObject({ notice: { key: 'nobodyFound' } });
    expect(world.graph.requests).toHaveLength(before);
  });

  it('more than six are too many, and nothing is read', async () => {
    await sven.says('quota');
    const seven = Array.from({ length: 7 }, (_, index) => `p${index}@contoso.com`);
    expect(await requestsOf(() => sven.says(`quota ${seven.join(',')}`))).toEqual([]);
    expect(sven.sees).toMatchObject({ notice: { key: 'tooManyPeople', values: { most: 6 } } });
  });

  it('a name longer than any is nobody’s, and not searched for', async () => {
    await sven.says('quota');
    expect(await requestsOf(() => sven.says(`quota ${'x'.repeat(50_000)}`))).toEqual([]);
    expect(sven.sees).toMatchObject({ notice: { key: 'nobodyFound' } });
  });

  it('a person whom the directory does not tell about leaves the others', async () => {
    world.graph.faults.set([{ match: ({ path }) => path === `/users/${ben}`, kind: 'status', status: 403 }]);
    await sven.says(`quota ${ben}, ${ada}`);
    expect(sven.sees).toMatchObject({
      entries: [{ kind: 'failed', query: ben, reason: 'forbidden' }, { kind: 'quota' }],
    });
  });
});

describe('somebody who is not found', () => {
  it.each([
    ['a typo', 'ben.okafro@contoso.com', 'ben'],
    ['a typo at the beginning', 'nen.okafor@contoso.com', 'ben'],
    ['another domain', 'ben.okafor@fabrikam.example', 'ben'],
    ['the words the other way round', 'okafor.ben@contoso.com', 'ben'],
    ['a guest’s own address', 'nora.weiss@northwind.example', 'nora'],
    ['a name with a typo', 'Ben Okafro', 'ben'],
  ])('%s offers who is near', async (_what, typed, key) => {
    await sven.says(`quota ${typed}`);
    expect(sven.sees).toMatchObject({
      kind: 'nobodyFound',
      command: 'quota',
      query: typed,
      near: { near: { value: [{ id: idOf(key) }] } },
    });
    expect(await audited()).toMatchObject([{ action: 'command:quota', result: 'notFound', objectIds: [] }]);
    await sven.pressesRaw({ kind: 'say', words: `quota ${idOf(key)}` });
    expect(sven.sees).toMatchObject({ kind: 'quotaOf', person: { id: idOf(key) } });
  });

  it.each(['viktor.lang@contoso.com', 'Viktor Lang', 'c4a1d0de-6f4b-4c59-9a53-0b6f8a6d7e21'])(
    '%s was deleted, and that is said',
    async (typed) => {
      await sven.says(`quota ${typed}`);
      expect(sven.sees).toMatchObject({
        kind: 'nobodyFound',
        near: { deleted: { value: [{ displayName: 'Viktor Lang', userPrincipalName: 'viktor.lang@contoso.com' }] } },
      });
      expect(reads(sven)).toContain('was deleted 9 days ago');
    },
  );

  it('an address that only ends like a deleted one is not taken for it', async () => {
    await sven.says('quota r.lang@contoso.com');
    expect(sven.sees).toMatchObject({ notice: { key: 'nobodyFound' } });
  });

  it('what could not be searched is said', async () => {
    world.graph.faults.set([{ match: /deletedItems/, kind: 'status', status: 403 }]);
    await sven.says('quota zoltan@contoso.com');
    expect(reads(sven)).toContain('Whether such an account was deleted lately could not be looked up');
    world.graph.faults.set([
      { match: ({ query, path }) => path === '/users' && query.has('$filter'), kind: 'status', status: 503 },
    ]);
    await sven.says('quota zoltan@contoso.com');
    expect(reads(sven)).toContain('Similar names could not be looked up');
  });

  it('a name that could not be searched for is not said to be nobody’s', async () => {
    world.graph.faults.set([{ match: ({ query }) => query.has('$search'), kind: 'status', status: 403 }]);
    await sven.says('quota Zoltan');
    expect(sven.sees).toMatchObject({ notice: { key: 'lookUpFailed' } });
    expect(await audited()).toMatchObject([{ action: 'command:quota', result: 'unknown', objectIds: [] }]);
  });
});

describe('the list of devices', () => {
  const view = () => sven.sees as Extract<AdministrationView, { kind: 'devicesOf' }>;
  const names = () =>
    (view().devices.known ? view().devices : { value: [] }) as {
      value: readonly { device: { displayName: string } }[];
    };

  it('of 300 is turned through and sorted on the same card, read anew', async () => {
    await sven.says('devices omar.haddad@contoso.com');
    expect(view()).toMatchObject({ total: 300, page: 0, pages: 20, sort: 'attention', complete: true });
    const id = idOf('omar');
    const press = (told: string) => sven.pressesRaw({ kind: 'admin', option: 'sortDevices', id: told, inputs: {} });
    const turned = await press(`${id} name 1`);
    expect(turned).toMatchObject({ replies: [], card: { kind: 'devicesOf', page: 1, sort: 'name' } });
    expect(names().value).toHaveLength(15);
    const shown = names().value.map(({ device }) => device.displayName);
    expect(shown).toEqual(shown.toSorted((a, b) => a.localeCompare(b, undefined, { numeric: true })));
    await press(`${id} lastUse 99`);
    expect(view()).toMatchObject({ page: 19, sort: 'lastUse' });
    expect((await audited()).map(({ action, objectIds }) => [action, objectIds])).toEqual([
      ['press:sortDevices', [id]],
      ['press:sortDevices', [id]],
      ['command:devices', [id]],
    ]);
  });

  it('longest unused first, then what counts, then by kind', async () => {
    const press = async (sort: string) => {
      await sven.pressesRaw({ kind: 'admin', option: 'sortDevices', id: `${idOf('ben')} ${sort} 0`, inputs: {} });
      return names().value[0]?.device.displayName;
    };
    expect(await press('lastUse')).toBe('LAPTOP-BEN-OLD');
    await sven.pressesRaw({ kind: 'admin', option: 'sortDevices', id: `${idOf('ada')} counting 0`, inputs: {} });
    const counting = (view().devices as { value: readonly { counting: string }[] }).value.map((each) => each.counting);
    expect(counting).toEqual(['counts', 'counts', 'mayCount', 'doesNotCount', 'doesNotCount']);
    expect(await press('kind')).toMatch(/LAPTOP-BEN|LOAN/);
  });

  it.each([
    '',
    'ben name 0',
    '00000000-0000-4000-8000-000000000000 colour 0',
    '00000000-0000-4000-8000-000000000000 name -1',
  ])('a button that says %j changes nothing', async (told) => {
    await sven.says('quota');
    const asked = await requestsOf(() =>
      sven.pressesRaw({ kind: 'admin', option: 'sortDevices', id: told, inputs: {} }),
    );
    expect(asked).toEqual([]);
  });

  it('is not turned by somebody who may not', async () => {
    const jonas = world.person('jonas');
    const pressed = await jonas.pressesRaw({
      kind: 'admin',
      option: 'sortDevices',
      id: `${idOf('ben')} name 0`,
      inputs: {},
    });
    expect(pressed).toMatchObject({ replies: [], refusal: { key: 'notAllowed' } });
    expect(world.graph.requests.map(({ path }) => path)).toEqual([`/users/${jonas.id}/checkMemberGroups`]);
    expect(await audited()).toMatchObject([
      { actorId: jonas.id, action: 'press:sortDevices', objectIds: [], result: 'refused' },
    ]);
  });
});

describe('the audit', () => {
  it('has an entry for each look-up of somebody else, of ids only, and none for oneself', async () => {
    await sven.says('quota sven.obrien@contoso.com');
    expect(await audited()).toEqual([]);
    await sven.says(`quota sven.obrien@contoso.com, ${ben}`);
    await sven.says('devices ines.carvalho@contoso.com');
    await sven.says('device PC-0142');
    await sven.says('device NOTHING-9');
    await sven.says('policy');
    expect(
      (await audited()).map(({ action, result, objectIds }) => [action, result, objectIds.length]).toReversed(),
    ).toEqual([
      ['command:quota', 'found', 1],
      ['command:devices', 'found', 1],
      ['command:device', 'found', 1],
      ['command:device', 'notFound', 0],
    ]);
  });
});

describe('device NAME', () => {
  it('every object with that name, whose it is, and how it stands', async () => {
    await sven.says('device pc-0300');
    expect(sven.sees).toMatchObject({ kind: 'deviceFound', byId: false, total: 3, more: false });
    const text = reads(sven);
    expect(text).toContain('3 entries have this name');
    expect(text).toContain('Kim Larsen (kim.larsen@contoso.com)');
    expect(text).toContain('yes: it waits for the PC to finish joining');
    expect(text).toContain('Object id');
    expect(text).toContain('DeviceId');
  });

  it('costs one request', async () => {
    await sven.says('quota');
    expect(await requestsOf(() => sven.says('device PC-0142'))).toEqual(['/$batch']);
    expect(await requestsOf(() => sven.says(`device ${idOf('ben')}`))).toEqual(['/$batch']);
  });

  it('never takes one id for the other', async () => {
    const [device] = world.tenant.devices;
    if (!device) throw new Error('There are devices');
    await sven.says(`device ${device.id}`);
    expect(sven.sees).toMatchObject({
      kind: 'deviceFound',
      byId: true,
      devices: [{ device: { id: device.id, foundBy: 'objectId' } }],
    });
    expect(reads(sven)).toContain('This is its object id');
    await sven.says(`device ${device.deviceId.toUpperCase()}`);
    expect(sven.sees).toMatchObject({
      kind: 'deviceFound',
      devices: [{ device: { id: device.id, foundBy: 'deviceId' } }],
    });
    expect(reads(sven)).toContain('This is its DeviceId');
  });

  it('nothing of exactly that name offers what begins so', async () => {
    await sven.says('device PC-015');
    expect(sven.sees).toMatchObject({
      kind: 'noDevice',
      similar: { value: ['PC-0150', 'PC-0151', 'PC-0152', 'PC-0153'] },
    });
    await sven.pressesRaw({ kind: 'say', words: 'device PC-0151' });
    expect(sven.sees).toMatchObject({ kind: 'deviceFound', total: 1 });
    await sven.says('device 00000000-0000-4000-8000-000000000000');
    expect(sven.sees).toMatchObject({ kind: 'noDevice', byId: true });
  });

  it('says what is not known of the people beside it', async () => {
    // The directory tells the role with the same permission: it is known from before.
    await sven.says('device PC-0310');
    world.graph.missingPermissions.add('User.Read.All');
    await sven.says('device PC-0310');
    expect(reads(sven)).toContain('not known: the directory gave only part of it');
  });

  it('while the directory does not answer says so; and without a name asks for one', async () => {
    await sven.says('device');
    expect(sven.sees).toMatchObject({ notice: { key: 'commandNeedsDevice' } });
    world.graph.faults.set([{ match: /^\/devices/, kind: 'status', status: 403 }]);
    await sven.says('device PC-0142');
    expect(sven.sees).toMatchObject({ notice: { key: 'lookUpFailed' } });
    expect(await audited()).toMatchObject([{ action: 'command:device', result: 'unknown' }]);
  });
});

describe('the word device', () => {
  it.each(['device limit reached', 'device is not joining', 'Device State\nAzureAdJoined : NO\nDomainJoined : YES'])(
    'in "%s" is no command',
    async (text) => {
      const jonas = world.person('jonas');
      await jonas.says(text.replaceAll('\n', ' '), { lines: text });
      expect(jonas.sees?.kind).not.toBe('notice');
      expect(world.graph.requests.filter(({ path }) => path.includes('checkMemberGroups'))).toEqual([]);
    },
  );

  it.each(['device Ben’s iPhone', 'device LAPTOP-BEN', 'device <b>PC</b> <at>all</at> & "co"'])(
    '%s is one',
    async (text) => {
      await sven.says(text);
      expect(sven.sees).toMatchObject({ kind: 'deviceFound', total: 1 });
    },
  );
});

describe('policy', () => {
  it('in words, each with what it means for hybrid join, with its source', async () => {
    await sven.says('policy');
    const text = reads(sven);
    for (const words of [
      'Everybody may.',
      '20 devices.',
      'Not required here',
      'Hybrid join: this does not apply',
      '/policies/deviceRegistrationPolicy',
    ])
      expect(text).toContain(words);
  });

  it('says that it could not be read', async () => {
    world.graph.missingPermissions.add('Policy.Read.DeviceConfiguration');
    await sven.says('policy');
    expect(reads(sven)).toContain(
      'The device registration policy could not be looked up: not known: the bot is not allowed to read it.',
    );
  });
});

describe('a policy that selects people', () => {
  it('names them as far as the directory does', async () => {
    const tenant = contoso(new Date());
    const [group] = tenant.groups;
    const unknownGroup = '11111111-0000-4000-8000-000000000001';
    const other = await aWorld({
      tenant: {
        ...tenant,
        userDeviceQuota: 0,
        devicePolicy: {
          mayJoin: { users: [tenant.people[0]?.id ?? ''], groups: [group?.id ?? '', unknownGroup] },
          mayRegister: 'none',
          localAdmins: 'none',
          mfaOnJoin: true,
          laps: true,
        },
      },
    });
    try {
      const asker = other.person('sven');
      await asker.says('policy');
      const text = reads(asker);
      expect(text).toContain(
        `Only these may: group IT Helpdesk; a group whose name is not known (${unknownGroup}); Ada Lindqvist.`,
      );
      for (const words of ['Nobody may.', '0: nobody may join or register', 'Required.', 'Entra can keep them.'])
        expect(text).toContain(words);
    } finally {
      await other.close();
    }
  });
});
