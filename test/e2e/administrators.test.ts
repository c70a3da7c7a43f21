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

it('an administrator reports on the whole tenant, says what is known, and reads numbers and the audit', async () => {
  await teams.becomes('sven');
  await teams.says('quota report 90');
  await teams.seesInCard('2 people have 18 devices or more that count');
  await teams.screenshot('quota-report');

  await teams.says('known issue all until 2 hours: The sign-in service is down, we are working on it.');
  await teams.seesInCard('Above is what people will read.');
  await teams.presses('Publish');
  await teams.seesInCard(/Known issue 1: published/);
  await teams.screenshot('known-issue');
  await teams.says('troubleshoot');
  await teams.seesInCard('You need not do anything about it.');
  await teams.screenshot('known-issue-in-walk');

  await teams.says('stats');
  await teams.seesInCard('Still running');
  await teams.screenshot('stats');
  await teams.says('audit');
  await teams.seesInCard('began a report of the whole company');
  await teams.screenshot('audit');
  await teams.says('doctor');
  await teams.seesInCard('All else is well');
  await teams.screenshot('doctor');
});

it('two administrators free a place together', async () => {
  await teams.becomes('ada');
  await teams.says('help');
  await teams.seesInCard('What you can type here');
  await teams.becomes('sven');
  await teams.says('quota kim.larsen2@contoso.com');
  await teams.presses('Free a place …');
  await teams.seesInCard('BitLocker recovery keys');
  await teams.screenshot('clean-up-pick');
});
