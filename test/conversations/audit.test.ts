import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditListView } from '../../src/administration/audit-list.js';
import { aWorld, type World } from '../support/world.js';

let world: World;
const clock = { now: new Date() };
beforeEach(async () => {
  clock.now = new Date('2026-05-04T09:00:00Z');
  world = await aWorld({ clock });
});
afterEach(() => world.close());

const seen = (who: ReturnType<World['person']>) => who.sees as unknown as AuditListView;
const told = (who: ReturnType<World['person']>) =>
  seen(who).lines.map(({ actor, entry, objects }) => `${actor} ${entry.action} ${objects.join(', ')} ${entry.result}`);

describe('audit', () => {
  it('says who did what to whom, the newest first, by the names of today', async () => {
    const [sven, jonas] = [world.person('sven'), world.person('jonas')];
    await sven.says('quota ben.okafor@contoso.com');
    clock.now = new Date('2026-05-04T09:01:00Z');
    await jonas.says('quota ben.okafor@contoso.com');
    await sven.says('audit');
    expect(seen(sven)).toMatchObject({ kind: 'auditList', days: 7, total: 2 });
    expect(told(sven)).toEqual(
      ['Jonas Lind command:quota  refused', "Sven O'Brien command:quota Ben Okafor found"].map((line) =>
        line.replace('Jonas Lind', seen(sven).lines[0]!.actor),
      ),
    );
    expect(seen(sven).lines[0]!.actor).not.toMatch(/^[0-9a-f-]{36}$/);
    await sven.says('audit 1');
    expect(told(sven)[0]).toContain('command:audit  done');
  });

  it('names who is shown in one request to Graph', async () => {
    const sven = world.person('sven');
    for (const who of ['ben.okafor', 'carla.mendes', 'eva.novak', 'omar.haddad'])
      await sven.says(`quota ${who}@contoso.com`);
    const before = world.graph.requests.length;
    await sven.says('audit');
    expect(world.graph.requests.length - before).toBe(1);
  });

  it('shows ids when Graph does not answer', async () => {
    const sven = world.person('sven');
    await sven.says('quota ben.okafor@contoso.com');
    world.graph.faults.set([{ match: /^\/users/, kind: 'status', status: 403 }]);
    await sven.says('audit');
    expect(told(sven)).toEqual([`${sven.id} command:quota ${world.person('ben').id} found`]);
  });

  it('counts the days', async () => {
    const sven = world.person('sven');
    await sven.says('quota ben.okafor@contoso.com');
    clock.now = new Date('2026-05-12T09:00:00Z');
    await sven.says('audit');
    expect(seen(sven).total).toBe(0);
    await sven.says('audit 30 days');
    expect(seen(sven)).toMatchObject({ days: 30, total: 2 });
  });

  it.each(['0', '366', 'all', '-1', '1.5'])('%s is no number of days', async (argument) => {
    const sven = world.person('sven');
    await sven.says(`audit ${argument}`);
    expect(sven.sees).toMatchObject({ notice: { key: 'auditHow', values: { most: 365 } } });
  });
});

describe('a file', () => {
  it('of the audit is offered, made when Teams is told yes, and all of it is recorded', async () => {
    const sven = world.person('sven');
    await sven.says('quota ben.okafor@contoso.com');
    await sven.says('audit');
    const offered = await sven.pressesRaw({ kind: 'admin', option: 'exportAudit', id: '7', inputs: {} });
    expect(offered).toMatchObject({
      card: { kind: 'auditList' },
      replies: [{ kind: 'fileOffer', export: { kind: 'audit', key: '7' }, name: 'audit-7-days.csv' }],
    });
    await sven.consents({ kind: 'audit', key: '7' });
    const [file] = world.uploads;
    expect(file?.text.split('\r\n')).toHaveLength(4);
    expect(file?.text).toContain(`${sven.id},command:quota,${world.person('ben').id},found`);
    expect(file?.text).not.toContain('Okafor');
    expect(world.teams.posted.at(-1)).toMatchObject({
      to: { personId: sven.id },
      view: { kind: 'fileSent', contentUrl: 'https://contoso-my.sharepoint.com/file' },
    });
    expect((await world.storage.audit.since(0, 10)).map(({ action, result }) => `${action} ${result}`)).toEqual([
      'export:audit done',
      'command:audit done',
      'command:quota found',
    ]);
  });

  it('of the report has everybody, with names where they are known', async () => {
    const sven = world.person('sven');
    await sven.says('quota report 95');
    const { id } = (await world.storage.reports.latest())!.report;
    expect(await sven.pressesRaw({ kind: 'admin', option: 'exportReport', id, inputs: {} })).toMatchObject({
      card: { kind: 'quotaReport' },
      replies: [{ kind: 'fileOffer', export: { kind: 'report', key: id } }],
    });
    await sven.consents({ kind: 'report', key: id });
    const lines = world.uploads[0]!.text.trim().split('\r\n');
    const owners = new Set(world.tenant.devices.flatMap(({ registeredOwners }) => registeredOwners));
    expect(lines).toHaveLength(owners.size + 1);
    expect(lines.find((line) => line.includes('Ben Okafor'))).toBe(
      `${world.person('ben').id},Ben Okafor,ben.okafor@contoso.com,18,2,0,9,20,20,90`,
    );
  });

  it('is not made for no, for nobody’s question, for what is gone, or for somebody who is no administrator', async () => {
    const [sven, lena] = [world.person('sven'), world.person('lena')];
    await sven.consents({ kind: 'audit', key: '7' }, false);
    expect(sven.sees).toMatchObject({ notice: { key: 'fileDeclined' } });
    for (const ref of [undefined, { kind: 'report', key: 'another' }, { kind: 'audit', key: '9999' }] as const) {
      await sven.consents(ref);
      expect(sven.sees).toMatchObject({ notice: { key: 'fileGone' } });
    }
    await lena.consents({ kind: 'audit', key: '7' });
    expect(lena.sees).toMatchObject({ notice: { key: 'notAllowed' } });
    expect(world.uploads).toEqual([]);
    expect(await world.storage.audit.since(0, 10)).toMatchObject([
      { actorId: lena.id, action: 'export:audit', result: 'refused' },
    ]);
  });

  it('that does not arrive is said so', async () => {
    const sven = world.person('sven');
    world.uploadAnswers.next = 'failed';
    await sven.consents({ kind: 'audit', key: '7' });
    expect(world.teams.posted.at(-1)).toMatchObject({ view: { kind: 'notice', notice: { key: 'fileFailed' } } });
    expect((await world.storage.audit.since(0, 10))[0]).toMatchObject({ action: 'export:audit', result: 'failed' });
  });
});
