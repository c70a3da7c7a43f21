import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DoctorView } from '../../src/administration/views.js';
import { aWorld, type World } from '../support/world.js';

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const findings = (view: unknown) =>
  (view as DoctorView).findings
    .filter(({ state }) => state !== 'ok' && state !== 'skipped')
    .map(({ check, what, values = {} }) => [check, what, ...Object.values(values)].join(' '));

it('finds nothing where all is well', async () => {
  const sven = world.person('sven');
  await sven.says('doctor');
  expect(sven.sees).toMatchObject({ kind: 'doctor', failing: [], parked: [] });
  expect(findings(sven.sees)).toEqual([]);
});

it('finds what is missing, and looks again by a press', async () => {
  const sven = world.person('sven');
  await sven.says('help');
  world.graph.missingPermissions.add('Domain.Read.All');
  world.channels.refusal = { kind: 'refused', why: 'appNotInTeam', detail: '403' };
  await sven.says('doctor');
  expect(findings(sven.sees)).toEqual(['permissions missing Domain.Read.All', 'channel appNotInTeam']);
  world.graph.missingPermissions.clear();
  world.channels.refusal = undefined;
  const again = await sven.pressesRaw({ kind: 'admin', option: 'examineAgain', id: '', inputs: {} });
  expect(findings(again.card)).toEqual([]);
});

it('does not take what the bot never asks for as missing, and asks for nothing that needs it', async () => {
  const sven = world.person('sven');
  world.graph.missingPermissions.add('Organization.Read.All').add('Member.Read.Hidden');
  await sven.says('doctor');
  expect(findings(sven.sees)).toEqual([]);
  expect(world.graph.requests.flatMap(({ path, inner }) => [path, ...inner.map((each) => each.path)])).not.toContain(
    '/organization',
  );
});

it('says that a group is empty where its membership is hidden', async () => {
  const sven = world.person('sven');
  await sven.says('help');
  world.graph.faults.set([{ match: /transitiveMembers/, kind: 'hiddenMembership' }]);
  await sven.says('doctor');
  expect(findings(sven.sees)).toEqual(['groups empty HELPDESK_GROUP_ID', 'groups empty ADMIN_GROUP_ID']);
});

it('while Graph does not answer says so, and what is beside it is well', async () => {
  const sven = world.person('sven');
  await sven.says('help');
  world.graph.faults.set([{ match: /./, kind: 'status', status: 503 }]);
  await sven.says('doctor');
  expect(findings(sven.sees)).toEqual([
    'groups silent HELPDESK_GROUP_ID unreachable',
    'groups silent ADMIN_GROUP_ID unreachable',
  ]);
});
