import { afterEach, describe, expect, it } from 'vitest';
import type { QuotaReportView } from '../../src/administration/report/report-view.js';
import { largeTenant } from '../support/large-tenant.js';
import { aWorld, type World, type WorldOptions } from '../support/world.js';

let world: World;
afterEach(() => world.close());

const begin = async (options: WorldOptions = {}) => {
  world = await aWorld(options);
  return { sven: world.person('sven'), ada: world.person('ada'), lena: world.person('lena') };
};
const shown = () => world.teams.posted.map(({ kind, view }) => ({ kind, view: view as unknown as QuotaReportView }));
const last = () => shown().at(-1)!.view;
const audit = async () =>
  (await world.storage.audit.since(0, 100)).map(({ action, result }) => `${action} ${result}`).toReversed();

describe('quota report', () => {
  it('comes as one card that says that it begins, and in the end what it found', async () => {
    const { sven } = await begin();
    expect((await sven.says('quota report')).replies).toEqual([]);
    const cards = shown();
    expect(cards[0]).toMatchObject({ kind: 'post', view: { kind: 'quotaReport', report: { percent: 80 } } });
    expect(cards.slice(1).every(({ kind }) => kind === 'update')).toBe(true);
    expect(last()).toMatchObject({
      report: { end: { kind: 'done' }, limit: 20, totals: { devices: world.tenant.devices.length } },
      atLeast: 16,
    });
    expect(await audit()).toEqual(['report:begun done']);
  });

  it('names those at or over the percentage, and stands those apart who are there only with what may count', async () => {
    const { sven } = await begin();
    await sven.says('quota report 95%');
    expect(last()).toMatchObject({
      atLeast: 19,
      over: { total: 1, people: [{ userPrincipalName: 'omar.haddad@contoso.com', counts: 300 }] },
      mayBeOver: { total: 1, people: [{ name: 'Ben Okafor', counts: 18, mayCount: 2 }] },
    });
    expect(last().shares?.reduce((sum, { people }) => sum + people, 0)).toBe(
      new Set(world.tenant.devices.flatMap(({ registeredOwners }) => registeredOwners)).size,
    );
  });

  it('is shown again within the hour, also for another percentage, and made anew after it or on demand', async () => {
    const clock = { now: new Date('2026-05-04T09:00:00Z') };
    const { sven } = await begin({ clock });
    await sven.says('quota report');
    const first = last().report;
    clock.now = new Date('2026-05-04T09:30:00Z');
    await sven.says('quota report 50');
    expect(sven.sees).toMatchObject({
      kind: 'quotaReport',
      report: { id: first.id, percent: 50, askedAt: first.askedAt },
      atLeast: 10,
    });
    await sven.pressesRaw({ kind: 'admin', option: 'newReport', id: '50', inputs: {} });
    expect(last().report).toMatchObject({ percent: 50, askedAt: '2026-05-04T09:30:00.000Z', end: { kind: 'done' } });
    clock.now = new Date('2026-05-04T11:00:00Z');
    await sven.says('quota report');
    expect(last().report).toMatchObject({ percent: 80, askedAt: '2026-05-04T11:00:00.000Z' });
  });

  it.each(['0', '201', 'all', '-5', '80 90'])('%s is no percentage', async (argument) => {
    const { sven } = await begin();
    await sven.says(`quota report ${argument}`);
    expect(sven.sees).toMatchObject({ notice: { key: 'reportHow' } });
    expect(shown()).toEqual([]);
  });

  it('in a channel comes in the administrator’s own chat', async () => {
    const { sven } = await begin();
    await sven.saysInChannel('quota report');
    expect(sven.sees).toMatchObject({ notice: { key: 'answeredInOurChat' } });
    expect(world.teams.posted[0]).toMatchObject({
      to: { kind: 'person', personId: sven.id },
      view: { kind: 'quotaReport' },
    });
  });
});

describe('a report under way', () => {
  const waiting = { reportsWait: true };
  /** Several pages in each partition. */
  const large = { ...waiting, tenant: largeTenant(new Date(), { people: 60, devices: 1_000 }) };

  it('is shown to whoever asks, and there is only one', async () => {
    const { sven, ada } = await begin(waiting);
    await sven.says('quota report');
    await ada.says('quota report 90');
    expect(ada.sees).toMatchObject({ kind: 'quotaReport', report: { askedBy: sven.id, percent: 80, pages: 0 } });
    await world.reportsRun();
    expect(last().report.end).toEqual({ kind: 'done' });
  });

  it('is cancelled by any administrator, and by nobody else', async () => {
    const { sven, ada, lena } = await begin(waiting);
    await sven.says('quota report');
    const { id } = last().report;
    expect(await lena.pressesRaw({ kind: 'admin', option: 'cancelReport', id, inputs: {} })).toMatchObject({
      refusal: { key: 'notAllowed' },
      replies: [],
    });
    expect((await ada.pressesRaw({ kind: 'admin', option: 'cancelReport', id, inputs: {} })).card).toMatchObject({
      report: { end: { kind: 'cancelled' } },
    });
    await world.reportsRun();
    expect(world.graph.requests.filter(({ path }) => path === '/devices')).toEqual([]);
    expect(await audit()).toEqual(['report:begun done', 'press:cancelReport refused', 'report:cancelled done']);
    expect((await ada.pressesRaw({ kind: 'admin', option: 'showReport', id: 'another', inputs: {} })).refusal).toEqual({
      key: 'reportGone',
    });
  });

  it('is cancelled amid the reading, and nothing of it is shown', async () => {
    const { sven } = await begin(waiting);
    await sven.says('quota report');
    const { id } = last().report;
    world.graph.faults.set([{ match: /^\/devices$/, kind: 'delay', ms: 150 }]);
    const reading = world.reportsRun();
    await new Promise((resolve) => setTimeout(resolve, 80));
    const cancelled = await sven.pressesRaw({ kind: 'admin', option: 'cancelReport', id, inputs: {} });
    await reading;
    expect(cancelled.card).toMatchObject({ report: { end: { kind: 'cancelled' } } });
    expect((await world.storage.reports.latest())?.report).toMatchObject({ end: { kind: 'cancelled' }, pages: 0 });
  });

  it('goes on after a restart where it was', async () => {
    const { sven } = await begin(large);
    await sven.says('quota report');
    let pages = 0;
    world.graph.faults.set([{ match: ({ path }) => path === '/devices' && (pages += 1) > 2, kind: 'hang' }]);
    void world.reportsRun();
    while (pages < 6) await new Promise((resolve) => setTimeout(resolve, 10));
    await world.restart();
    const before = world.graph.requests.length;
    world.graph.faults.clear();
    await world.reportsRun();
    expect(last()).toMatchObject({
      report: { end: { kind: 'done' }, restarts: 0, totals: { devices: world.tenant.devices.length } },
    });
    expect(world.graph.requests.slice(before).filter(({ path }) => path === '/devices').length).toBe(
      last().report.pages - 2,
    );
  });

  it('begins again when Graph does not know its place any more, and says so', async () => {
    const { sven } = await begin(large);
    await sven.says('quota report');
    world.graph.faults.set([{ match: ({ url }) => url.includes('skiptoken'), times: 1, kind: 'expiredPageToken' }]);
    await world.reportsRun();
    expect(last()).toMatchObject({
      report: { end: { kind: 'done' }, restarts: 1, totals: { devices: world.tenant.devices.length } },
    });
    const omar = world.tenant.people.find(({ key }) => key === 'omar')!;
    const owned = world.tenant.devices.filter(({ registeredOwners }) => registeredOwners.includes(omar.id)).length;
    expect(
      (await world.storage.reports.people(last().report.id, '', 1_000)).find(({ personId }) => personId === omar.id),
    ).toMatchObject({ devices: owned });
  });

  it('gives up when the place is lost every time', async () => {
    const { sven } = await begin(large);
    await sven.says('quota report');
    world.graph.faults.set([{ match: ({ url }) => url.includes('skiptoken'), kind: 'expiredPageToken' }]);
    await world.reportsRun();
    expect(last().report.end).toEqual({ kind: 'failed', reason: 'expired' });
  });
});

describe('when Graph', () => {
  it('is busy or fails for a while, nothing is missing', async () => {
    const { sven } = await begin();
    world.graph.faults.set([
      { match: /^\/devices/, share: 0.3, kind: 'status', status: 429, retryAfter: 0 },
      { match: /^\/devices/, share: 0.2, kind: 'status', status: 503 },
      { match: /^\/devices/, share: 0.1, kind: 'drop' },
      { match: /^\/devices/, share: 0.1, kind: 'garbage' },
    ]);
    await sven.says('quota report');
    expect(last()).toMatchObject({
      report: { end: { kind: 'done' }, totals: { devices: world.tenant.devices.length } },
    });
  });

  it('does not allow it, the card says which permission is missing', async () => {
    const { sven } = await begin();
    await sven.says('help');
    world.graph.missingPermissions.add('Device.Read.All');
    await sven.says('quota report');
    expect(last().report.end).toEqual({ kind: 'failed', reason: 'forbidden' });
  });

  it('does not tell the limit, there are totals only', async () => {
    const { sven } = await begin();
    await sven.says('help');
    world.graph.missingPermissions.add('Policy.Read.DeviceConfiguration');
    await sven.says('quota report');
    expect(last()).toMatchObject({ report: { end: { kind: 'done' }, limitUnknown: 'forbidden' } });
    expect(last().over).toBeUndefined();
  });

  it('does not say whether somebody is an administrator, nothing begins', async () => {
    const { sven } = await begin();
    world.graph.faults.set([{ match: /checkMemberGroups/, kind: 'status', status: 503 }]);
    await sven.says('quota report');
    expect(sven.sees).toMatchObject({ notice: { key: 'notConfirmed' } });
    expect(await world.storage.reports.latest()).toBeUndefined();
  });
});

it('a person who is forgotten goes from what is kept, and a report goes with whoever asked for it', async () => {
  const { sven } = await begin();
  await sven.says('quota report 95');
  const { id } = last().report;
  const omar = world.person('omar');
  await omar.says('forget me');
  expect(
    (await world.storage.reports.over(id, { by: 'counts', atLeast: 1 }, 100)).map(({ personId }) => personId),
  ).not.toContain(omar.id);
  await sven.says('forget me');
  expect(await world.storage.reports.find(id)).toBeUndefined();
});

it('is kept for two weeks', async () => {
  const clock = { now: new Date('2026-05-04T09:00:00Z') };
  const { sven } = await begin({ clock });
  await sven.says('quota report');
  clock.now = new Date('2026-05-17T09:00:00Z');
  await world.storage.personalData.expire(0);
  expect(await world.storage.reports.latest()).toBeDefined();
  clock.now = new Date('2026-05-18T09:00:01Z');
  await world.storage.personalData.expire(0);
  expect(await world.storage.reports.latest()).toBeUndefined();
});
