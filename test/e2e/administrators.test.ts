import { expect, it } from 'vitest';
import { onStage } from './on-stage.js';

const stage = onStage();

it('an administrator looks up people, devices and the policy', async () => {
  await stage.teams.becomes('sven');
  await stage.teams.says('quota ben.okafor@contoso.com');
  await stage.teams.seesInCard('18 of 20 places used, 2 more may count');
  await stage.teams.seesInCard('Only removing an entry frees a place. Disabling it does not.');
  await stage.teams.screenshot('quota-of');

  await stage.teams.says(
    'quota ben.okafor@contoso.com, Kim Larsen, vktor.lang@contoso.com, nora.weiss@northwind.example',
  );
  await stage.teams.seesInCard('2 people are called so. Which one?');
  await stage.teams.screenshot('quotas-of');

  await stage.teams.says('devices omar.haddad@contoso.com');
  await stage.teams.seesInCard('page 1 of 20');
  await stage.teams.screenshot('devices-of');
  const cards = await stage.teams.countCards();
  await stage.teams.presses('Longest unused first');
  await stage.teams.presses('Next');
  await stage.teams.seesInCard('page 2 of 20');
  expect(await stage.teams.countCards()).toBe(cards);

  await stage.teams.says('device PC-0300');
  await stage.teams.seesInCard('3 entries have this name');
  await stage.teams.screenshot('device-found');
  await stage.teams.says('device PC-015');
  await stage.teams.presses('PC-0151');
  await stage.teams.seesInCard('Device PC-0151');

  await stage.teams.says('quota viktor.lang@contoso.com');
  await stage.teams.seesInCard(/was deleted 9 days ago/);
  await stage.teams.screenshot('nobody-found');

  await stage.teams.says('policy');
  await stage.teams.seesInCard('Everybody may.');
  await stage.teams.screenshot('policy');
});

it('an administrator reports on the whole tenant, says what is known, and reads numbers and the audit', async () => {
  await stage.teams.becomes('sven');
  await stage.teams.says('quota report 90');
  await stage.teams.seesInCard('2 people have 18 devices or more that count');
  await stage.teams.screenshot('quota-report');

  await stage.teams.says('known issue all until 2 hours: The sign-in service is down, we are working on it.');
  await stage.teams.seesInCard('Above is what people will read.');
  await stage.teams.presses('Publish');
  await stage.teams.seesInCard(/Known issue 1: published/);
  await stage.teams.screenshot('known-issue');
  await stage.teams.says('troubleshoot');
  await stage.teams.seesInCard('You need not do anything about it.');
  await stage.teams.screenshot('known-issue-in-walk');

  await stage.teams.says('stats');
  await stage.teams.seesInCard('Still running');
  await stage.teams.screenshot('stats');
  await stage.teams.says('audit');
  await stage.teams.seesInCard('began a report of the whole company');
  await stage.teams.screenshot('audit');
  await stage.teams.says('doctor');
  await stage.teams.seesInCard('All else is well');
  await stage.teams.screenshot('doctor');
});

it('two administrators free a place together', async () => {
  await stage.teams.becomes('ada');
  await stage.teams.says('help');
  await stage.teams.seesInCard('What you can type here');
  await stage.teams.becomes('sven');
  await stage.teams.says('quota kim.larsen2@contoso.com');
  await stage.teams.presses('Free a place …');
  await stage.teams.seesInCard('BitLocker recovery keys');
  await stage.teams.screenshot('clean-up-pick');
});
