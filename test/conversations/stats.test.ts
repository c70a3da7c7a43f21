import { afterEach, beforeEach, expect, it } from 'vitest';
import type { StatsView } from '../../src/administration/stats.js';
import { aWorld, type World } from '../support/world.js';
import type { Actor } from '../support/actor.js';

let world: World;
const clock = { now: new Date() };
beforeEach(async () => {
  clock.now = new Date('2026-05-04T09:00:00Z');
  world = await aWorld({ clock });
});
afterEach(() => world.close());

const seen = (who: Actor) => who.sees as unknown as StatsView;

/** A walk to the form and its hand-over, with a note. */
async function handsOver(who: Actor): Promise<void> {
  await who.says('talk to a person');
  await who.presses('review', { note: 'It does not join' });
  await who.presses('send');
}

it('counts what became of the walks, and how long requests took', async () => {
  const [sven, lena, carla, grace] = ['sven', 'lena', 'carla', 'grace'].map((key) => world.person(key)) as [
    Actor,
    Actor,
    Actor,
    Actor,
  ];
  await carla.says('PC-0142');
  expect(carla.sees).toMatchObject({ kind: 'fix' });
  await carla.presses('fixed');
  await carla.presses('rate4');
  await handsOver(grace);
  await world.person('henry').says('troubleshoot');
  clock.now = new Date('2026-05-04T09:20:00Z');
  await lena.pressesTicket(1001, 'claim');
  clock.now = new Date('2026-05-13T09:00:00Z');
  await world.person('eva').says('troubleshoot');
  await sven.says('stats');
  expect(seen(sven)).toMatchObject({
    kind: 'stats',
    days: 30,
    sessions: 4,
    resolved: 1,
    handedOver: 1,
    abandoned: 1,
    running: 1,
    ratings: { count: 1, average: 4 },
    tickets: 1,
    claim: { count: 1, median: 20 * 60_000 },
    resolve: { count: 0 },
  });
  expect(seen(sven).causes).toHaveLength(1);
  expect(seen(sven).causes[0]?.title?.en).toMatch(/\w/);
  expect(seen(sven).leftAt[0]?.title?.en).toMatch(/\w/);
  await sven.says('stats 5');
  expect(seen(sven)).toMatchObject({ sessions: 1, tickets: 0 });
});

it('has nobody in it, and keeps counting who is forgotten', async () => {
  const [sven, grace] = [world.person('sven'), world.person('grace')];
  await handsOver(grace);
  await grace.says('forget me');
  await sven.says('stats');
  expect(seen(sven)).toMatchObject({ sessions: 1, handedOver: 1 });
  await sven.pressesRaw({ kind: 'admin', option: 'exportStats', id: '30', inputs: {} });
  await sven.consents({ kind: 'stats', key: '30' });
  const written = JSON.stringify(sven.sees) + (world.uploads[0]?.text ?? '');
  expect(world.uploads[0]?.text).toContain('handedOver,,1');
  for (const { id, displayName, userPrincipalName } of world.tenant.people)
    for (const given of [id, displayName, userPrincipalName]) expect(written).not.toContain(given);
});

it.each(['0', '401', 'all', '-1'])('stats %s is no number of days', async (argument) => {
  const sven = world.person('sven');
  await sven.says(`stats ${argument === '0' ? '0' : argument}`);
  expect(sven.sees).toMatchObject({ notice: { key: 'statsHow' } });
});
