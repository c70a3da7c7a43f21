import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { startDemo, type Demo } from '../../src/demo/start-demo.js';
import { openTeams, type Teams } from './open-teams.js';

let demo: Demo;
let teams: Teams;

beforeAll(async () => {
  demo = await startDemo({ now: () => new Date(), log: (line) => console.error(line) });
});
afterAll(async () => {
  await demo?.stop();
});
beforeEach(async () => {
  teams = await openTeams(demo);
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await teams?.screenshot(`failed ${task.name}`);
  await teams?.close();
});

it('an administrator looks up people, devices and the policy', async () => {
  await teams.becomes('sven');
  await teams.says('quota ben.okafor@contoso.com');
  await teams.seesInCard('18 of 20 places used, 2 more may count');
  await teams.seesInCard('Only removing an entry frees a place. Disabling it does not.');
  await teams.screenshot('quota-of');

  await teams.says('quota ben.okafor@contoso.com, Kim Larsen, vktor.lang@contoso.com, nora.weiss@northwind.example');
  await teams.seesInCard('2 people are called so. Which one?');
  await teams.screenshot('quotas-of');

  await teams.says('devices omar.haddad@contoso.com');
  await teams.seesInCard('page 1 of 20');
  await teams.screenshot('devices-of');
  const cards = await teams.countCards();
  await teams.presses('Longest unused first');
  await teams.presses('Next');
  await teams.seesInCard('page 2 of 20');
  expect(await teams.countCards()).toBe(cards);

  await teams.says('device PC-0300');
  await teams.seesInCard('3 entries have this name');
  await teams.screenshot('device-found');
  await teams.says('device PC-015');
  await teams.presses('PC-0151');
  await teams.seesInCard('Device PC-0151');

  await teams.says('quota viktor.lang@contoso.com');
  await teams.seesInCard(/was deleted 9 days ago/);
  await teams.screenshot('nobody-found');

  await teams.says('policy');
  await teams.seesInCard('Everybody may.');
  await teams.screenshot('policy');
});
