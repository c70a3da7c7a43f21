import { afterEach, describe, expect, it } from 'vitest';
import type { CleanUpPickView, CleanUpView } from '../../src/administration/clean-up/views.js';
import type { AdminOption } from '../../src/assistant/administrators/options.js';
import { adminOptions } from '../../src/assistant/administrators/options.js';
import type { SampleDevice } from '../../src/demo/tenant/model.js';
import { renderView } from '../../src/teams/cards/render-view.js';
import { visibleTexts } from '../support/check-card.js';
import { aWorld, type World, type WorldOptions } from '../support/world.js';
import type { Actor } from '../support/actor.js';

let world: World;
let clock: { now: Date };
afterEach(() => world.close());

const hour = 60 * 60_000;
const day = 24 * hour;

async function begin(options: WorldOptions = {}) {
  clock = { now: new Date('2026-05-04T09:00:00Z') };
  world = await aWorld({ allowCleanUp: true, clock, ...options });
  world.graph.missingPermissions.clear();
  return { sven: world.person('sven'), ada: world.person('ada'), ben: world.person('ben'), lena: world.person('lena') };
}

const passes = (ms: number): void => void (clock.now = new Date(clock.now.getTime() + ms));
const presses = async (
  actor: Actor,
  option: AdminOption,
  id: string | number = 1,
  inputs: Record<string, string> = {},
) => {
  const { card, refusal } = await actor.pressesRaw({ kind: 'admin', option, id: String(id), inputs });
  return {
    card: card as unknown as Omit<CleanUpView, 'kind'> & Omit<CleanUpPickView, 'kind'>,
    refusal: refusal?.key,
    remark: (card as CleanUpView | undefined)?.remark,
  };
};
const named = (name: string, nth = 0): SampleDevice =>
  world.graph.tenant.devices.filter(({ displayName }) => displayName === name)[nth]!;
const find = (id: string): SampleDevice | undefined => world.graph.tenant.devices.find((device) => device.id === id);
const change = (id: string, changes: Partial<SampleDevice>): void =>
  world.graph.change({
    devices: world.graph.tenant.devices.map((device) => (device.id === id ? { ...device, ...changes } : device)),
  });
const request = (actor: Actor, person: Actor, ids: readonly string[]) =>
  presses(actor, 'requestCleanUp', person.id, { objects: ids.join(',') });
const states = async (number = 1) =>
  (await world.storage.cleanUps.find(number))?.cleanUp.items.map(({ state }) =>
    'why' in state ? `${state.kind} ${state.why}` : state.kind,
  );
const writes = () =>
  world.graph.requests
    .filter(({ method }) => method === 'PATCH' || method === 'DELETE')
    .map(({ method, path }) => `${method} ${path}`);
const audit = async () =>
  (await world.storage.audit.since(0, 500))
    .filter(({ action }) => action.includes('leanUp'))
    .map(
      ({ actorId, action, result }) =>
        `${actorId === '' ? '' : world.tenant.people.find(({ id }) => id === actorId)?.key} ${action} ${result}`,
    )
    .toReversed();
const reads = (view: unknown, locale: 'en' | 'de' = 'en'): string => {
  const rendered = renderView(view as never, { locale, now: clock.now });
  return rendered.kind === 'card' ? visibleTexts(rendered.card).join('\n') : '';
};
const refusals = async () => (await audit()).filter((line) => line.endsWith('refused'));

describe('freeing a place', () => {
  it('plays: one asks, another confirms, it is switched off, and deleted after two weeks', async () => {
    const { sven, ada, ben } = await begin();

    await sven.says('quota ben.okafor@contoso.com');
    expect(sven.sees).toMatchObject({ kind: 'quotaOf', cleanUp: true });
    const pick = await presses(sven, 'startCleanUp', ben.id);
    const possible = pick.card.candidates
      .filter(({ obstacle }) => obstacle === undefined)
      .map(({ device }) => device.displayName);
    expect(possible.toSorted()).toEqual([
      'LAPTOP-BEN-OLD',
      'LAPTOP-BEN-OLD',
      'LOAN-0031',
      'TEST-VM-1',
      'TEST-VM-2',
      'TEST-VM-3',
      'TEST-VM-4',
      'TEST-VM-5',
      'TEST-VM-6',
    ]);
    expect(pick.card.candidates.find(({ device }) => device.displayName === 'PC-0119')?.obstacle).toBe('kind');
    expect(pick.card.candidates.find(({ device }) => device.displayName === 'LAPTOP-BEN')?.obstacle).toBe('managed');

    const [vm, loan] = [named('TEST-VM-1'), named('LOAN-0031')];
    const asked = await request(sven, ben, [vm.id, loan.id]);
    expect(asked.card).toMatchObject({
      kind: 'cleanUp',
      othersTold: 1,
      viewerId: sven.id,
      cleanUp: { state: 'requested', person: { name: 'Ben Okafor' } },
    });
    expect(world.teams.posted).toMatchObject([
      { kind: 'post', to: { personId: ada.id }, view: { kind: 'cleanUp', viewerId: ada.id } },
    ]);
    expect(writes()).toEqual([]);

    passes(hour);
    expect((await presses(ada, 'confirmCleanUp')).card.cleanUp).toMatchObject({
      state: 'confirmed',
      decidedBy: { id: ada.id },
    });
    await world.settled();
    expect(await states()).toEqual(['disabled', 'disabled']);
    expect(find(vm.id)?.accountEnabled).toBe(false);
    // What was off already is left as it is.
    expect(writes()).toEqual([`PATCH /devices/${vm.id}`]);
    const told = world.teams.posted.filter(({ view }) => view.kind === 'notice');
    expect(told).toMatchObject([
      {
        to: { personId: ben.id },
        view: { notice: { key: 'deviceSwitchedOff', values: { name: 'TEST-VM-1', days: 14 } } },
      },
    ]);

    passes(14 * day - hour);
    await world.cleanUpsRun();
    expect(await states()).toEqual(['disabled', 'disabled']);
    passes(2 * hour);
    await world.cleanUpsRun();
    expect(await states()).toEqual(['deleted', 'deleted']);
    expect([find(vm.id), find(loan.id)]).toEqual([undefined, undefined]);
    expect(await audit()).toEqual([
      'sven cleanUp:requested done',
      'ada cleanUp:confirmed done',
      'ada cleanUp:disabled done',
      'ada cleanUp:disabled done',
      'ada cleanUp:deleted done',
      'ada cleanUp:deleted done',
    ]);
    const last = world.teams.posted.filter(({ kind, view }) => kind === 'update' && view.kind === 'cleanUp').at(-1)
      ?.view as CleanUpView;
    expect(last.cleanUp.items.map(({ state }) => state.kind)).toEqual(['deleted', 'deleted']);
  });

  it('is undone by a press until it is deleted', async () => {
    const { sven, ada, ben } = await begin();
    const [vm, loan] = [named('TEST-VM-1'), named('LOAN-0031')];
    await request(sven, ben, [vm.id, loan.id]);
    await presses(ada, 'confirmCleanUp');
    await world.settled();
    passes(3 * day);
    expect((await presses(sven, 'undoCleanUp')).card.cleanUp.items.map(({ state }) => state.kind)).toEqual([
      'undone',
      'undone',
    ]);
    expect(find(vm.id)?.accountEnabled).toBe(true);
    expect(find(loan.id)?.accountEnabled).toBe(false);
    passes(20 * day);
    await world.cleanUpsRun();
    expect(find(vm.id)).toBeDefined();
    expect(await audit()).toContain('sven cleanUp:undone done');
  });

  it('an undoing that Graph does not do at once is done later, and nothing is deleted meanwhile', async () => {
    const { sven, ada, ben } = await begin();
    const vm = named('TEST-VM-1');
    await request(sven, ben, [vm.id]);
    await presses(ada, 'confirmCleanUp');
    await world.settled();
    passes(14 * day);
    world.graph.faults.set([{ match: ({ method }) => method === 'PATCH', kind: 'status', status: 503 }]);
    expect(await presses(ada, 'undoCleanUp')).toMatchObject({ remark: 'undoLater' });
    await world.cleanUpsRun();
    expect(await states()).toEqual(['enabling']);
    world.graph.faults.clear();
    passes(5 * 60_000);
    await world.cleanUpsRun();
    expect(await states()).toEqual(['undone']);
    expect(find(vm.id)?.accountEnabled).toBe(true);
  });

  it('is declined, withdrawn, or ends after 24 hours, and nothing is changed', async () => {
    const { sven, ada, ben } = await begin();
    const vm = named('TEST-VM-1');
    await request(sven, ben, [vm.id]);
    expect((await presses(ada, 'declineCleanUp', 1)).card.cleanUp.state).toBe('declined');
    await request(sven, ben, [vm.id]);
    expect((await presses(sven, 'withdrawCleanUp', 2)).card.cleanUp.state).toBe('withdrawn');
    await request(sven, ben, [vm.id]);
    passes(day);
    await world.cleanUpsRun();
    expect((await world.storage.cleanUps.find(3))?.cleanUp.state).toBe('expired');
    expect((await presses(ada, 'confirmCleanUp', 3)).remark).toBe('decided');
    expect(writes()).toEqual([]);
    expect(await audit()).toEqual([
      'sven cleanUp:requested done',
      'ada cleanUp:declined done',
      'sven cleanUp:requested done',
      'sven cleanUp:withdrawn done',
      'sven cleanUp:requested done',
      'sven cleanUp:expired done',
      'ada cleanUp:confirmed refused',
    ]);
  });

  it('does not tell an owner who does not want to hear', async () => {
    const { sven, ada, ben } = await begin();
    await ben.says('mute');
    await request(sven, ben, [named('TEST-VM-1').id]);
    await presses(ada, 'confirmCleanUp');
    await world.settled();
    expect(world.teams.posted.filter(({ view }) => view.kind === 'notice')).toEqual([]);
  });
});

describe('refused and recorded:', () => {
  it('everything, where it is switched off', async () => {
    const { sven, ben } = await begin({ allowCleanUp: false });
    await sven.says('quota ben.okafor@contoso.com');
    expect(sven.sees).toMatchObject({ cleanUp: false });
    expect(await presses(sven, 'startCleanUp', ben.id)).toMatchObject({ refusal: 'cleanUpOff' });
    expect(await request(sven, ben, [named('TEST-VM-1').id])).toMatchObject({ refusal: 'cleanUpOff' });
    expect(await presses(sven, 'confirmCleanUp')).toMatchObject({ refusal: 'cleanUpOff' });
    expect(await refusals()).toEqual(['sven cleanUp:requested refused', 'sven cleanUp:confirmed refused']);
  });

  it('what was confirmed before it was switched off', async () => {
    const { sven, ada, ben } = await begin({ cleanUpsWait: true });
    await request(sven, ben, [named('TEST-VM-1').id]);
    await presses(ada, 'confirmCleanUp');
    await world.restart({ allowCleanUp: false });
    await world.cleanUpsRun();
    expect(writes()).toEqual([]);
    expect(await states()).toEqual(['waiting']);
    expect(await presses(ada, 'undoCleanUp')).toMatchObject({ refusal: 'cleanUpOff' });
    await world.restart({ allowCleanUp: true });
    await world.cleanUpsRun();
    expect(await states()).toEqual(['disabled']);
  });

  it('everybody who is no administrator, for every button', async () => {
    const { sven, ben, lena } = await begin();
    await request(sven, ben, [named('TEST-VM-1').id]);
    const buttons = adminOptions.filter((option) => option.endsWith('CleanUp'));
    for (const option of buttons)
      expect(
        await presses(lena, option, option.includes('start') || option.includes('request') ? ben.id : 1, {
          objects: named('TEST-VM-1').id,
        }),
      ).toMatchObject({ refusal: 'notAllowed' });
    expect(await refusals()).toEqual(buttons.map((option) => `lena press:${option} refused`));
    expect((await world.storage.cleanUps.find(1))?.cleanUp.state).toBe('requested');
  });

  it('the one who asked, the one whose devices they are, and an owner', async () => {
    const { sven, ada, ben } = await begin();
    const vm = named('TEST-VM-1');
    await request(sven, ben, [vm.id]);
    expect(await presses(sven, 'confirmCleanUp')).toMatchObject({ remark: 'ownRequest' });
    expect(await presses(ada, 'withdrawCleanUp')).toMatchObject({ remark: 'notRequester' });
    change(vm.id, { registeredOwners: [ben.id, ada.id] });
    expect(await presses(ada, 'confirmCleanUp')).toMatchObject({ remark: 'ownDevices' });
    change(named('LAPTOP-ADA').id, { isManaged: false, approximateLastSignInDateTime: '2025-01-01T00:00:00Z' });
    await request(sven, ada, [named('LAPTOP-ADA').id]);
    expect(await presses(ada, 'confirmCleanUp', 2)).toMatchObject({ remark: 'ownDevices' });
    expect(await presses(ada, 'declineCleanUp', 2)).toMatchObject({ remark: 'ownDevices' });
    expect(await refusals()).toEqual([
      'sven cleanUp:confirmed refused',
      'ada cleanUp:withdrawn refused',
      'ada cleanUp:confirmed refused',
      'ada cleanUp:confirmed refused',
      'ada cleanUp:declined refused',
    ]);
    expect(writes()).toEqual([]);
  });

  it('a confirmation that comes too late, twice, for no request, or from a channel', async () => {
    const { sven, ada, ben } = await begin();
    await request(sven, ben, [named('TEST-VM-1').id]);
    expect(await ada.pressesInPlace({ kind: 'admin', option: 'confirmCleanUp', id: '1', inputs: {} })).toMatchObject({
      refusal: { key: 'personalOnly' },
    });
    passes(day);
    expect(await presses(ada, 'confirmCleanUp')).toMatchObject({ remark: 'tooLate' });
    await request(sven, ben, [named('TEST-VM-2').id]);
    expect(await presses(ada, 'confirmCleanUp', 2)).toMatchObject({ remark: undefined });
    expect(await presses(ada, 'confirmCleanUp', 2)).toMatchObject({ remark: 'decided' });
    expect(await presses(ada, 'confirmCleanUp', 99)).toMatchObject({ refusal: 'notYourCard' });
    expect(await presses(ada, 'confirmCleanUp', '1; drop')).toMatchObject({ refusal: 'notYourCard' });
    expect((await refusals()).length).toBe(4);
  });

  it('devices that were not offered: another person’s, none at all, too many, none that exist', async () => {
    const { sven, ben } = await begin();
    const ids = Array.from(
      { length: 11 },
      (_, index) => `0000000${(index % 10).toString()}-0000-4000-8000-00000000000${index.toString(16)}`,
    );
    expect(await request(sven, ben, [named('WORKSHOP-02').id])).toMatchObject({ remark: 'notEligible' });
    expect(await request(sven, ben, [named('TEST-VM-1').id, 'not-an-id'])).toMatchObject({ remark: 'notEligible' });
    expect(await request(sven, ben, ids)).toMatchObject({ remark: 'tooMany' });
    expect(await request(sven, ben, [])).toMatchObject({ remark: 'nothingPicked' });
    expect(await presses(sven, 'requestCleanUp', 'everybody', { objects: named('TEST-VM-1').id })).toMatchObject({
      refusal: 'notYourCard',
    });
    expect(await refusals()).toEqual(Array.from({ length: 3 }, () => 'sven cleanUp:requested refused'));
    expect(await world.storage.cleanUps.find(1)).toBeUndefined();
  });

  it('the same device in a second request while the first one is open', async () => {
    const { sven, ada, ben } = await begin();
    const vm = named('TEST-VM-1');
    await request(sven, ben, [vm.id]);
    expect(await request(ada, ben, [vm.id])).toMatchObject({ remark: 'notEligible' });
    expect((await presses(ada, 'startCleanUp', ben.id)).card.open).toMatchObject([{ number: 1 }]);
  });

  it('an administrator who is none any more, and a request of one who is none any more', async () => {
    const { sven, ada, ben } = await begin();
    const { groups, adminGroupId } = world.graph.tenant;
    const only = (...keys: readonly string[]) =>
      world.graph.change({
        groups: groups.map((group) =>
          group.id === adminGroupId
            ? { ...group, members: world.tenant.people.filter(({ key }) => keys.includes(key)).map(({ id }) => id) }
            : group,
        ),
      });
    await request(sven, ben, [named('TEST-VM-1').id]);
    await presses(ada, 'showCleanUp');
    passes(6 * 60_000);
    only('sven');
    expect(await presses(ada, 'confirmCleanUp')).toMatchObject({ refusal: 'notAllowed' });
    passes(6 * 60_000);
    only('ada');
    expect(await presses(ada, 'confirmCleanUp')).toMatchObject({ remark: 'requesterIsNone' });
    expect(await refusals()).toEqual(['ada press:confirmCleanUp refused', 'ada cleanUp:confirmed refused']);
    expect(writes()).toEqual([]);
  });

  it('while Graph does not answer who is an administrator, or whose the device is', async () => {
    const { sven, ada, ben } = await begin();
    const vm = named('TEST-VM-1');
    await request(sven, ben, [vm.id]);
    world.graph.faults.set([{ match: /checkMemberGroups/, kind: 'status', status: 503 }]);
    expect(await presses(ada, 'confirmCleanUp')).toMatchObject({ refusal: 'notConfirmed' });
    world.graph.faults.set([{ match: /^\/devices\//, kind: 'status', status: 503 }]);
    expect(await presses(ada, 'confirmCleanUp')).toMatchObject({ refusal: 'lookUpFailed' });
    world.graph.faults.set([{ match: /ownedDevices/, kind: 'status', status: 503 }]);
    expect(await request(sven, ben, [named('TEST-VM-2').id])).toMatchObject({ refusal: 'lookUpFailed' });
    expect(await refusals()).toEqual([
      'ada press:confirmCleanUp refused',
      'ada cleanUp:confirmed refused',
      'sven cleanUp:requested refused',
    ]);
    expect((await world.storage.cleanUps.find(1))?.cleanUp.state).toBe('requested');
  });

  it('undoing what is deleted', async () => {
    const { sven, ada, ben } = await begin();
    await request(sven, ben, [named('TEST-VM-1').id]);
    await presses(ada, 'confirmCleanUp');
    await world.settled();
    passes(15 * day);
    await world.cleanUpsRun();
    expect(await presses(ada, 'undoCleanUp')).toMatchObject({ remark: 'nothingToUndo' });
    expect(await refusals()).toEqual(['ada cleanUp:undone refused']);
  });
});

/** Each rule, as the device may have changed. */
const rules: readonly (readonly [string, Partial<SampleDevice>])[] = [
  ['kind', { trustType: 'ServerAd' }],
  ['lastUseUnknown', { approximateLastSignInDateTime: null }],
  ['used', { approximateLastSignInDateTime: '2026-05-03T09:00:00Z' }],
  ['autopilot', { physicalIds: ['[USER-GID]:x:1', '[ZTDId]:0b2c5b1e-7c3a-4a55-9d0e-6a3f3f0f8a11'] }],
  ['managed', { isManaged: true }],
  ['synced', { onPremisesSyncEnabled: true }],
  ['system', { operatingSystem: 'iOS' }],
  ['system', { operatingSystem: 'MacMDM' }],
  ['system', { operatingSystem: null }],
  ['owner', { registeredOwners: [] }],
  ['owner', { registeredOwners: ['5d96cf7f-265b-4da9-8f0c-26ef4243ed52', 'da0aea0e-aa72-470b-9d63-d2a5d1764460'] }],
];

describe.each(rules)('a device that became one that may not be deleted (%s %j)', (obstacle, changes) => {
  it('is not asked for', async () => {
    const { sven, ben } = await begin();
    const vm = named('TEST-VM-1');
    // Of several owners the person's own list says nothing: that is found out before it is switched off.
    if (changes.registeredOwners?.length === 2) return;
    change(vm.id, changes);
    expect(await request(sven, ben, [vm.id])).toMatchObject({ remark: 'notEligible' });
    expect(await refusals()).toEqual(['sven cleanUp:requested refused']);
  });

  it('is not switched off', async () => {
    const { sven, ada, ben } = await begin({ cleanUpsWait: true });
    const vm = named('TEST-VM-1');
    await request(sven, ben, [vm.id]);
    await presses(ada, 'confirmCleanUp');
    change(vm.id, changes);
    await world.cleanUpsRun();
    expect(await states()).toEqual([`skipped ${obstacle}`]);
    expect(writes()).toEqual([]);
    expect((await audit()).at(-1)).toBe('ada cleanUp:skipped done');
  });

  it('is not deleted', async () => {
    const { sven, ada, ben } = await begin();
    const vm = named('TEST-VM-1');
    await request(sven, ben, [vm.id]);
    await presses(ada, 'confirmCleanUp');
    await world.settled();
    passes(14 * day);
    change(vm.id, obstacle === 'used' ? { approximateLastSignInDateTime: '2026-05-17T09:00:00Z' } : changes);
    await world.cleanUpsRun();
    expect(await states()).toEqual([`skipped ${obstacle}`]);
    expect(writes()).toEqual([`PATCH /devices/${vm.id}`]);
    expect(find(vm.id)).toBeDefined();
  });
});

describe('a phone or a Mac', () => {
  const words = {
    en: /an app may switch off only devices whose system is given as Windows\. Delete it by hand: Entra admin center > Devices > All devices, with the role Cloud Device Administrator/,
    de: /eine App darf nur Geräte abschalten, deren System als Windows angegeben ist\. Löschen Sie es von Hand: Entra Admin Center > Geräte > Alle Geräte, mit der Rolle Cloudgeräteadministrator/,
  };

  it.each(['iOS', 'Android', 'macOS', 'Linux'])(
    'is not offered, and the administrator reads that it is deleted by hand: %s',
    async (operatingSystem) => {
      const { sven, ben } = await begin();
      change(named('TEST-VM-1').id, { operatingSystem });
      const { card } = await presses(sven, 'startCleanUp', ben.id);
      expect(card.candidates.find(({ device }) => device.displayName === 'TEST-VM-1')?.obstacle).toBe('system');
      for (const locale of ['en', 'de'] as const) expect(reads(card, locale)).toMatch(words[locale]);
    },
  );

  it('on the card of the limit is said to be left, where places may be freed', async () => {
    const { sven } = await begin();
    for (const name of ['TEST-VM-1', 'TEST-VM-2']) change(named(name).id, { operatingSystem: 'Android' });
    await sven.says('quota ben.okafor@contoso.com');
    expect(reads(sven.sees)).toContain(
      '2 of these are not given as Windows devices, and no app may switch them off: delete them by hand in the Entra admin center.',
    );
    expect(reads(sven.sees, 'de')).toContain('2 davon sind nicht als Windows-Geräte angegeben');
    expect(reads({ ...(sven.sees as object), cleanUp: false })).not.toContain('by hand');
  });

  it('of a request from before is left alone before anything is tried, and the rest goes on', async () => {
    const { sven, ada, ben } = await begin({ cleanUpsWait: true });
    const [vm, other] = [named('TEST-VM-1'), named('TEST-VM-2')];
    await request(sven, ben, [vm.id, other.id]);
    await presses(ada, 'confirmCleanUp');
    change(vm.id, { operatingSystem: 'iOS' });
    await world.cleanUpsRun();
    expect(await states()).toEqual(['skipped system', 'disabled']);
    expect(writes()).toEqual([`PATCH /devices/${other.id}`]);
    expect(reads((await presses(ada, 'showCleanUp')).card)).toMatch(words.en);
  });

  it('whose system is not told for the moment waits', async () => {
    const { sven, ada, ben } = await begin({ cleanUpsWait: true });
    const vm = named('TEST-VM-1');
    await request(sven, ben, [vm.id]);
    await presses(ada, 'confirmCleanUp');
    world.graph.faults.set([{ match: /^\/devices\//, kind: 'limitedInformation', times: 1 }]);
    await world.cleanUpsRun();
    passes(5 * 60_000);
    await world.cleanUpsRun();
    expect(await states()).toEqual(['disabled']);
  });
});

describe('what Graph refuses all the same (400)', () => {
  const refused = { kind: 'status', status: 400 } as const;

  it.each([
    ['switching off', 'PATCH', 'cleanUp:failed'],
    ['deleting', 'DELETE', 'cleanUp:failed'],
  ])('is told with what to do, and not tried again: %s', async (_what, method, action) => {
    const { sven, ada, ben } = await begin();
    const vm = named('TEST-VM-1');
    world.graph.faults.set([{ match: (request) => request.method === method, ...refused }]);
    await request(sven, ben, [vm.id]);
    await presses(ada, 'confirmCleanUp');
    await world.settled();
    for (let days = 0; days < 30; days += 1) {
      passes(day);
      await world.cleanUpsRun();
    }
    expect(await states()).toEqual(['failed']);
    expect(writes().filter((write) => write.startsWith(method))).toHaveLength(1);
    expect((await audit()).at(-1)).toBe(`ada ${action} failed`);
    const text = reads((await presses(ada, 'showCleanUp')).card);
    expect(text).toMatch(
      /Graph refused it \(Request.*BadRequest\), so I do not try again\. Do it by hand: Entra admin center > Devices > All devices/,
    );
    expect(text.includes('It stays switched off.')).toBe(method === 'DELETE');
  });
});

describe('before it is deleted', () => {
  async function switchedOff() {
    const people = await begin();
    const vm = named('TEST-VM-1');
    await request(people.sven, people.ben, [vm.id]);
    await presses(people.ada, 'confirmCleanUp');
    await world.settled();
    passes(14 * day);
    return { ...people, vm };
  }

  it('somebody switched it on again: it stays', async () => {
    const { vm } = await switchedOff();
    change(vm.id, { accountEnabled: true });
    await world.cleanUpsRun();
    expect(await states()).toEqual(['skipped enabledAgain']);
  });

  it('somebody deleted it: that is the end of it', async () => {
    const { vm } = await switchedOff();
    world.graph.change({ devices: world.graph.tenant.devices.filter(({ id }) => id !== vm.id) });
    await world.cleanUpsRun();
    expect(await states()).toEqual(['deleted']);
  });

  it('what Graph shows is limited, or Graph is silent: later', async () => {
    const { vm } = await switchedOff();
    world.graph.faults.set([{ match: /^\/devices\//, kind: 'limitedInformation' }]);
    await world.cleanUpsRun();
    expect(await states()).toEqual(['deleting']);
    world.graph.faults.set([{ match: /^\/devices\//, kind: 'status', status: 503 }]);
    passes(5 * 60_000);
    await world.cleanUpsRun();
    expect(find(vm.id)).toBeDefined();
    world.graph.faults.clear();
    passes(5 * 60_000);
    await world.cleanUpsRun();
    expect(await states()).toEqual(['deleted']);
  });

  it('the permission is taken away: it says so, and goes on when it is there again', async () => {
    const { vm } = await switchedOff();
    world.graph.missingPermissions.add('Device.ReadWrite.All');
    await world.cleanUpsRun();
    expect((await world.storage.cleanUps.find(1))?.cleanUp.items[0]?.state).toMatchObject({
      kind: 'deleting',
      problem: 'forbidden',
    });
    world.graph.missingPermissions.clear();
    passes(2 * hour);
    await world.cleanUpsRun();
    expect(await states()).toEqual(['deleted']);
    expect(find(vm.id)).toBeUndefined();
  });
});

describe('whatever happens in between', () => {
  it('a process that ended after the switching off and before it was written down', async () => {
    const { sven, ada, ben } = await begin({ cleanUpsWait: true });
    const vm = named('TEST-VM-1');
    await request(sven, ben, [vm.id]);
    await presses(ada, 'confirmCleanUp');
    // Graph does it, the answer is lost.
    world.graph.faults.set([{ match: ({ method }) => method === 'PATCH', times: 1, kind: 'drop' }]);
    await world.cleanUpsRun();
    expect(await states()).toEqual(['disabling']);
    change(vm.id, { accountEnabled: false });
    await world.restart();
    passes(5 * 60_000);
    await world.cleanUpsRun();
    expect(await states()).toEqual(['disabled']);
    expect(writes()).toHaveLength(1);
  });

  it('a write is sent once, whatever Graph answers', async () => {
    const { sven, ada, ben } = await begin({ cleanUpsWait: true });
    await request(sven, ben, [named('TEST-VM-1').id]);
    await presses(ada, 'confirmCleanUp');
    for (const status of [429, 503, 504, 500] as const) {
      const before = writes().length;
      world.graph.faults.set([{ match: ({ method }) => method === 'PATCH', kind: 'status', status, retryAfter: 0 }]);
      await world.cleanUpsRun();
      passes(5 * 60_000);
      expect(writes().length - before).toBe(1);
    }
  });

  it('at most ten an hour are switched off or deleted, whoever asked', async () => {
    const { sven, ada, ben } = await begin();
    const mine = ['TEST-VM-1', 'TEST-VM-2', 'TEST-VM-3', 'TEST-VM-4', 'TEST-VM-5', 'TEST-VM-6'].map(
      (name) => named(name).id,
    );
    const { devices } = world.graph.tenant;
    const more = Array.from({ length: 6 }, (_, index) => ({
      ...named('TEST-VM-1'),
      id: `00000000-0000-4000-8000-00000000010${index}`,
      deviceId: `00000000-0000-4000-8000-00000000020${index}`,
      displayName: `MORE-${index}`,
    }));
    world.graph.change({ devices: [...devices, ...more] });
    await request(sven, ben, mine);
    await request(
      sven,
      ben,
      more.map(({ id }) => id),
    );
    await presses(ada, 'confirmCleanUp', 1);
    await presses(ada, 'confirmCleanUp', 2);
    await world.settled();
    await world.cleanUpsRun();
    expect(writes()).toHaveLength(10);
    expect([...(await states(1))!, ...(await states(2))!].filter((state) => state === 'waiting')).toHaveLength(2);
    passes(hour + 1);
    await world.cleanUpsRun();
    expect(writes()).toHaveLength(12);
    expect([...(await states(1))!, ...(await states(2))!].every((state) => state === 'disabled')).toBe(true);
  });

  it('nothing is ever written without a confirmed request, whatever else administrators do', async () => {
    const { sven, ada, ben } = await begin();
    for (const words of [
      'quota ben.okafor@contoso.com',
      'devices ben.okafor@contoso.com',
      'device TEST-VM-1',
      'policy',
      'quota report',
    ])
      await sven.says(words);
    await request(sven, ben, [named('TEST-VM-1').id]);
    await presses(ada, 'showCleanUp');
    passes(13 * day);
    await world.cleanUpsRun();
    expect(writes()).toEqual([]);
  });
});

it('speaks German with whoever chose it', async () => {
  const { sven, ada, ben } = await begin();
  await ada.says('language de');
  await request(sven, ben, [named('TEST-VM-1').id]);
  expect(world.teams.posted.find(({ view }) => view.kind === 'cleanUp')).toMatchObject({ locale: 'de' });
});

it('a person who is forgotten loses the name in it, and the request goes on', async () => {
  const { sven, ada, ben } = await begin();
  await request(sven, ben, [named('TEST-VM-1').id]);
  await sven.says('forget me');
  await ben.says('forget me');
  expect((await world.storage.cleanUps.find(1))?.cleanUp).toMatchObject({
    person: { id: ben.id, name: '' },
    requestedBy: { id: sven.id, name: '' },
  });
  await presses(ada, 'confirmCleanUp');
  await world.settled();
  expect(await states()).toEqual(['disabled']);
});
