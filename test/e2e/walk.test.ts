import { describe, expect, it } from 'vitest';
import { onStage } from './on-stage.js';

const stage = onStage();

describe('the walk', () => {
  it('leads from "my pc won\'t join" to a fix, one card replaced in place', async () => {
    await stage.teams.becomes('ben');
    await stage.teams.seesInCard('I help when a PC will not join');
    await stage.teams.screenshot('welcome');

    await stage.teams.says("my pc won't join");
    await stage.teams.seesInCard("Which Windows is on the PC that won't join?");
    const cards = await stage.teams.countCards();
    await stage.teams.presses('Windows 8.1');
    await stage.teams.seesInCard('Step 2');
    await stage.teams.presses('Back');
    await stage.teams.seesInCard("Which Windows is on the PC that won't join?");
    await stage.teams.screenshot('question');
    await stage.teams.presses('Windows 7');
    await stage.teams.seesInCard("Let's ask the PC how it stands.");
    await stage.teams.screenshot('status-of-windows-7');
    await stage.teams.chooses('Your answer', 'The maximum number of devices');
    await stage.teams.presses('Continue');
    await stage.teams.seesInCard('Is there an older Windows PC that you no longer need');
    await stage.teams.unfolds('Your answers so far (2)');
    await stage.teams.seesInCard('→ The maximum number of devices');
    await stage.teams.presses('Yes');
    await stage.teams.seesInCard('Did this fix it?');
    await stage.teams.screenshot('fix');
    await stage.teams.presses('Yes, it works now');
    await stage.teams.seesInCard('Good, it works.');
    await stage.teams.presses('5');
    await stage.teams.seesInCard('Thank you for your rating: 5 of 5.');
    expect(await stage.teams.countCards()).toBe(cards);
  });

  it('skips what the directory knows, says so, and lets the person contradict', async () => {
    await stage.teams.becomes('eva');
    await stage.teams.says('troubleshoot');
    await stage.teams.presses('Windows 7');
    await stage.teams.seesInCard('Your account exists only online');
    await stage.teams.seesInCard('I already checked:');
    await stage.teams.screenshot('already-checked');
    await stage.teams.presses('That is wrong');
    await stage.teams.seesInCard("Let's ask the PC how it stands.");
  });

  it('takes typed answers, and a sentence it does not know, as well', async () => {
    await stage.teams.becomes('grace');
    await stage.teams.says('troubleshoot');
    await stage.teams.seesInCard("Which Windows is on the PC that won't join?");
    await stage.teams.says('windows 7');
    await stage.teams.seesInCard("Let's ask the PC how it stands.");
    await stage.teams.says('qwerty');
    await stage.teams.sees('I did not understand that as an answer');
    await stage.teams.says('3');
    await stage.teams.seesInCard('Step 3');
  });

  it('leads from own words to where the trees speak of it', async () => {
    await stage.teams.becomes('grace');
    await stage.teams.says('too many devices');
    await stage.teams.seesInCard('Step');
    await stage.teams.screenshot('own-words');
  });
});

/** As the chat hands it over: everything in one line. */
const statusInOneLine =
  '+----+ | Device State | +----+ AzureAdJoined : NO EnterpriseJoined : NO DomainJoined : YES DomainName : CONTOSO ' +
  '+----+ | User State | +----+ NgcSet : NO WorkplaceJoined : NO WamDefaultSet : ERROR ' +
  '+----+ | Diagnostic Data | +----+ User Context : SYSTEM Client Time : 2026-11-20 09:16:50.000 UTC AD Connectivity Test : PASS ' +
  'AD Configuration Test : FAIL [0x80070002] DRS Discovery Test : SKIPPED DRS Connectivity Test : SKIPPED ' +
  'Error Phase : discover Client ErrorCode : 0x801c001d';

describe('a paste', () => {
  it('names the cause at once, and what was read goes to the helpdesk', async () => {
    await stage.teams.becomes('carla');
    await stage.teams.says(statusInOneLine);
    await stage.teams.seesInCard('AD Configuration Test : FAIL [0x80070002]');
    await stage.teams.seesInCard('The PC finds no entry in your company that says where to join.');
    await stage.teams.screenshot('paste');
    await stage.teams.unfolds(/^What else I read/);
    await stage.teams.screenshot('paste-unfolded');
    await stage.teams.presses('Write to the helpdesk');
    await stage.teams.presses('Check before sending');
    await stage.teams.seesInCard('What the PC says (pasted)');
    await stage.teams.screenshot('paste-summary');
    await stage.teams.presses('Send to the helpdesk');
    await stage.teams.seesInCard('Sent. Your request has number');
    await stage.teams.goesTo('Helpdesk');
    await stage.teams.unfolds('All answers and checks');
    await stage.teams.sees('What the PC says (pasted)');
    await stage.teams.sees('What Carla Moreno pasted');
    await stage.teams.screenshot('paste-ticket');
  });

  it('of which only a code is known asks which Windows, and goes on from there', async () => {
    await stage.teams.becomes('carla');
    await stage.teams.says('0x80072ee7');
    await stage.teams.seesInCard("Which Windows is on the PC that won't join?");
    await stage.teams.screenshot('code-alone');
    await stage.teams.presses('Windows 10 or 11, Server 2016 or later');
    await stage.teams.seesInCard('Step');
    await stage.teams.screenshot('code-landed');
  });
});
