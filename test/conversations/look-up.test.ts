import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aWorld, type World } from '../support/world.js';

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

describe('my devices, my quota', () => {
  it('show what the directory links to the person', async () => {
    const ben = world.person('ben');
    await ben.says('my devices');
    expect(ben.sees).toMatchObject({ kind: 'myDevices', complete: true, devices: { known: true } });
    await ben.says('my quota');
    expect(ben.sees).toMatchObject({ kind: 'myQuota', quota: { limit: { value: 20 }, counts: 18, mayCount: 2 } });
  });

  it('of 300 devices count all', async () => {
    const omar = world.person('omar');
    await omar.says('my quota');
    expect(omar.sees).toMatchObject({ quota: { counts: 300, complete: true } });
  });

  it('of somebody without devices is an empty list that is known', async () => {
    const jonas = world.person('jonas');
    await jonas.says('my devices');
    expect(jonas.sees).toMatchObject({ kind: 'myDevices', devices: { known: true, value: [] } });
  });
});

describe('a PC by its name', () => {
  it.each(['PC-0150', 'my pc is PC-0150', 'pc pc-0150'])('%s', async (words) => {
    const carla = world.person('carla');
    await carla.says(words);
    expect(carla.sees).toMatchObject({ kind: 'pcNamed', entries: [{ enabled: true, pending: false }] });
  });

  it('that waits to be registered begins a walk at what to do about it', async () => {
    const carla = world.person('carla');
    await carla.says('PC-0142');
    expect(carla.sees).toMatchObject({
      kind: 'fix',
      lookAgain: true,
      reading: { of: 'pc', findings: [{ id: 'join-pending' }] },
    });
  });

  it('several objects of one name are counted', async () => {
    const kim = world.person('kim1');
    await kim.says('PC-0077');
    expect((kim.sees as unknown as { entries: unknown[] }).entries).toHaveLength(2);
  });

  it('that nobody knows is said so', async () => {
    const carla = world.person('carla');
    await carla.says('PC-9999');
    expect(carla.sees).toMatchObject({ kind: 'pcNamed', entries: [] });
  });

  it('by the button under the list', async () => {
    const carla = world.person('carla');
    await carla.pressesRaw({ kind: 'lookUp', pcName: 'PC-0150' });
    expect(carla.sees).toMatchObject({ kind: 'pcNamed', name: 'PC-0150' });
  });

  it('while the directory does not answer says so', async () => {
    world.graph.faults.set([{ match: /./, kind: 'status', status: 403 }]);
    const carla = world.person('carla');
    await carla.says('PC-0150');
    expect(carla.sees).toMatchObject({ kind: 'notice', notice: { key: 'lookUpFailed' } });
  });
});

describe('an administrator', () => {
  it.each([
    'ben.okafor@contoso.com',
    'BEN.OKAFOR@CONTOSO.COM',
    '5d96cf7f-265b-4da9-8f0c-26ef4243ed52',
    'Ben Okafor',
    'ben okafor',
  ])('quota %s', async (who) => {
    const sven = world.person('sven');
    await sven.says(`quota ${who}`);
    expect(sven.sees).toMatchObject({
      kind: 'quotaOf',
      person: { displayName: 'Ben Okafor' },
      quota: { counts: 18, mayCount: 2 },
    });
  });

  it('devices PERSON', async () => {
    const sven = world.person('sven');
    await sven.says('devices ines.carvalho@contoso.com');
    expect(sven.sees).toMatchObject({
      kind: 'devicesOf',
      devices: { value: [{ duplicate: true }, { duplicate: true }, { duplicate: true }] },
    });
  });

  it('a name of two people gives a choice', async () => {
    const sven = world.person('sven');
    await sven.says('quota Kim Larsen');
    expect(sven.sees).toMatchObject({ kind: 'choosePerson', command: 'quota', people: [{}, {}] });
  });

  it('a mention is the person whom the roster knows, not the name it shows', async () => {
    const sven = world.person('sven');
    await sven.says('quota Kim Larsen', { mentions: [{ teamsId: '29:kim2', text: 'Kim Larsen' }] });
    expect(sven.sees).toMatchObject({ kind: 'quotaOf', person: { userPrincipalName: 'kim.larsen2@contoso.com' } });
  });

  it('a guest, a quote in the name, nobody, and no name at all', async () => {
    const sven = world.person('sven');
    await sven.says('quota nora.weiss_northwind.example#EXT#@contoso.onmicrosoft.com');
    expect(sven.sees).toMatchObject({ kind: 'quotaOf', person: { userType: 'Guest' } });
    await sven.says("quota Sven O'Brien");
    expect(sven.sees).toMatchObject({ kind: 'quotaOf', person: { userPrincipalName: 'sven.obrien@contoso.com' } });
    await sven.says('quota nobody@contoso.com');
    expect(sven.sees).toMatchObject({ notice: { key: 'nobodyFound' } });
    await sven.says('quota');
    expect(sven.sees).toMatchObject({ notice: { key: 'commandNeedsPerson' } });
  });

  it('in a channel is answered in the personal chat', async () => {
    const sven = world.person('sven');
    await sven.saysInChannel('quota ben.okafor@contoso.com');
    expect(sven.sees).toMatchObject({ notice: { key: 'answeredInOurChat' } });
    expect(world.teams.posted).toMatchObject([
      { to: { kind: 'person', personId: sven.id }, view: { kind: 'quotaOf' } },
    ]);
  });
});

describe('anybody else', () => {
  it.each(['quota ben.okafor@contoso.com', 'quota nobody@contoso.com', 'devices Kim Larsen', 'quota'])(
    '%s: the same refusal',
    async (words) => {
      const lena = world.person('lena');
      await lena.says(words);
      expect(lena.sees).toEqual({ kind: 'notice', notice: { key: 'notAllowed', values: {} }, actions: [] });
    },
  );

  it('asks Graph about nobody but themselves', async () => {
    const jonas = world.person('jonas');
    await jonas.says('quota ben.okafor@contoso.com');
    expect(world.graph.requests.map(({ path }) => path)).toEqual([
      expect.stringContaining(`/users/${jonas.id}/checkMemberGroups`),
    ]);
  });

  it('learns only that nothing was done when Graph does not know their groups', async () => {
    world.graph.faults.set([{ match: /checkMemberGroups/, kind: 'status', status: 503 }]);
    const sven = world.person('sven');
    await sven.says('quota ben.okafor@contoso.com');
    expect(sven.sees).toMatchObject({ notice: { key: 'notConfirmed' } });
    expect(world.graph.requests.every(({ path }) => path.includes('checkMemberGroups'))).toBe(true);
  });
});

it('in channels and groups individual things are pointed to the personal chat', async () => {
  const ada = world.person('ada');
  for (const words of ['help', 'my devices', 'my pc will not join', 'PC-0142']) {
    await ada.saysInChannel(words);
    expect(ada.sees).toMatchObject({ notice: { key: 'personalOnly' } });
  }
  expect(world.teams.posted).toHaveLength(0);
});
