import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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

describe('the walk', () => {
  it('leads from "my pc won\'t join" to a fix, one card replaced in place', async () => {
    await teams.becomes('ben');
    await teams.seesInCard('I help when a PC will not join');
    await teams.screenshot('welcome');

    await teams.says("my pc won't join");
    await teams.seesInCard("Which Windows is on the PC that won't join?");
    const cards = await teams.countCards();
    await teams.presses('Windows 8.1');
    await teams.seesInCard('Step 2');
    await teams.presses('Back');
    await teams.seesInCard("Which Windows is on the PC that won't join?");
    await teams.screenshot('question');
    await teams.presses('Windows 7');
    await teams.seesInCard("Let's ask the PC how it stands.");
    await teams.screenshot('status-of-windows-7');
    await teams.chooses('Your answer', 'The maximum number of devices');
    await teams.presses('Continue');
    await teams.seesInCard('Is there an older Windows PC that you no longer need');
    await teams.unfolds('Your answers so far (2)');
    await teams.seesInCard('→ The maximum number of devices');
    await teams.presses('Yes');
    await teams.seesInCard('Did this fix it?');
    await teams.screenshot('fix');
    await teams.presses('Yes, it works now');
    await teams.seesInCard('Good, it works.');
    await teams.presses('5');
    await teams.seesInCard('Thank you for your rating: 5 of 5.');
    expect(await teams.countCards()).toBe(cards);
  });

  it('skips what the directory knows, says so, and lets the person contradict', async () => {
    await teams.becomes('eva');
    await teams.says('troubleshoot');
    await teams.presses('Windows 7');
    await teams.seesInCard('Your account exists only online');
    await teams.seesInCard('I already checked:');
    await teams.screenshot('already-checked');
    await teams.presses('That is wrong');
    await teams.seesInCard("Let's ask the PC how it stands.");
  });

  it('takes typed answers, and a sentence it does not know, as well', async () => {
    await teams.becomes('grace');
    await teams.says('troubleshoot');
    await teams.seesInCard("Which Windows is on the PC that won't join?");
    await teams.says('windows 7');
    await teams.seesInCard("Let's ask the PC how it stands.");
    await teams.says('qwerty');
    await teams.sees('I did not understand that as an answer');
    await teams.says('3');
    await teams.seesInCard('Step 3');
  });

  it('leads from own words to where the trees speak of it', async () => {
    await teams.becomes('grace');
    await teams.says('too many devices');
    await teams.seesInCard('Step');
    await teams.screenshot('own-words');
  });
});

describe('devices and limit', () => {
  it('shows how many places are used, and the devices', async () => {
    await teams.becomes('ben');
    await teams.says('my quota');
    await teams.seesInCard('18 of 20 places used, 2 more may count');
    await teams.screenshot('my-quota');
    await teams.presses('Show my devices');
    await teams.seesInCard('links 20 devices to you');
    await teams.screenshot('my-devices');
  });

  it('never says "you have none"', async () => {
    await teams.becomes('jonas');
    await teams.says('my devices');
    await teams.seesInCard('Entra links no PC to you.');
    await teams.screenshot('no-device');
  });

  it('looks a PC up by its name', async () => {
    await teams.becomes('carla');
    await teams.says('my devices');
    await teams.fills('A PC is missing here?', 'PC-0142');
    await teams.presses('Look up this PC');
    await teams.seesInCard('The directory knows the PC already.');
    await teams.screenshot('pc-pending');
    await teams.presses('Look again in 30 minutes and tell me');
    await teams.seesInCard('I will look at the PC again at');
    await teams.screenshot('look-again');
    await teams.says('my devices');
    await teams.fills('A PC is missing here?', 'PC-0150');
    await teams.presses('Look up this PC');
    await teams.sees('it is switched on there');
    await teams.screenshot('pc-by-name');
  });

  it('shows names as they are written, whatever is in them', async () => {
    await teams.becomes('rita');
    await teams.says('my devices');
    await teams.seesInCard('Your devices');
    for (const { displayName } of demo.tenant.devices.filter(({ registeredOwners }) =>
      registeredOwners.includes(idOf('rita')),
    )) {
      expect(await teams.cardText()).toContain(displayName);
    }
    await teams.screenshot('odd-names');
  });
});

describe('the hand-over', () => {
  it('reaches the channel once; both sides write there and back until it is resolved, and the person opens it again', async () => {
    await teams.becomes('tess');
    await teams.says("my server won't join");
    await teams.presses('An older server (2008 R2, 2012, 2012 R2)');
    await teams.presses('Windows Server 2012 R2');
    await teams.chooses('Your answer', 'An error with account verification');
    await teams.presses('Continue');
    await teams.presses('Talk to a person');
    await teams.fills('What should the helpdesk know?', 'It is the till in the *north* shop.');
    await teams.fills('Name of the PC', 'SRV-APP-07');
    await teams.fills('Phone number, if they may call you', '+47 555 0100');
    await teams.screenshot('form');
    await teams.presses('Check before sending');
    await teams.seesInCard('This is what the helpdesk will get');
    await teams.seesInCard('It is the till in the *north* shop.');
    await teams.screenshot('summary');
    await teams.presses('Send to the helpdesk');
    await teams.seesInCard('Sent. Your request has number 1001.');
    await teams.screenshot('sent');

    await teams.goesTo('Helpdesk');
    await teams.seesInCard('Request 1001: PC does not join');
    for (const shown of [
      'Tess Moreau',
      'SRV-APP-07',
      '+47 555 0100',
      'It is the till in the *north* shop.',
      'Windows Server 2012 R2',
    ]) {
      await teams.seesInCard(shown);
    }
    await teams.screenshot('ticket');
    await teams.presses('Claim');
    await teams.seesInCard('Open, not claimed yet');

    await teams.becomes('lena');
    await teams.goesTo('Helpdesk');
    await teams.presses('Claim');
    await teams.seesInCard('Claimed by Lena Fischer');
    await teams.screenshot('ticket-claimed');
    await teams.presses('Reply to the person');
    await teams.fills('Your reply', 'Which *switch* is it on?');
    await teams.ticks('I need an answer: the request waits for them');
    await teams.screenshot('ticket-reply-form');
    await teams.presses('Send the reply');
    await teams.seesInCard('Waiting for an answer of Tess Moreau');
    await teams.screenshot('ticket-waiting');

    await teams.becomes('tess');
    await teams.seesInCard('Lena Fischer at the helpdesk writes about your request 1001');
    await teams.seesInCard('Which *switch* is it on?');
    await teams.screenshot('reply');
    await teams.says('the grey one under the counter');
    await teams.seesInCard('Is this for the helpdesk?');
    await teams.screenshot('reply-offer');
    await teams.presses('Send to the helpdesk (request 1001)');
    await teams.seesInCard('the grey one under the counter');
    await teams.screenshot('my-request');

    await teams.becomes('lena');
    await teams.goesTo('Helpdesk');
    await teams.sees('the grey one under the counter');
    await teams.presses('Private note');
    await teams.fills('Your note', 'It is always the grey one.');
    await teams.presses('Keep the note');
    await teams.sees('It is always the grey one.');
    await teams.presses('Resolve');
    await teams.chooses('What was the cause?', 'Something else');
    await teams.fills('What was done? The person reads this.', 'Moved the cable to the blue switch.');
    await teams.screenshot('ticket-resolve-form');
    await teams.presses('Resolve');
    await teams.seesInCard('Resolved by Lena Fischer');
    await teams.screenshot('ticket-resolved');
    await teams.screenshot('thread', { replies: 5 });
    expect(await teams.countCards()).toBe(1);

    await teams.becomes('tess');
    await teams.seesInCard('Moved the cable to the blue switch.');
    await teams.screenshot('told');
    await teams.presses('It still does not work');
    await teams.seesInCard('With the helpdesk, nobody has taken it yet');
    await teams.says('my requests');
    await teams.seesInCard('1001');
    await teams.screenshot('my-requests');

    await teams.becomes('lena');
    await teams.goesTo('Helpdesk');
    await teams.seesInCard('Open, not claimed yet');
    await teams.presses('Claim');
    await teams.presses('Resolve');
    await teams.chooses('What was the cause?', 'Something else');
    await teams.presses('Resolve');
    await teams.seesInCard('Resolved by Lena Fischer');
    await teams.becomes('tess');
    await teams.presses('Yes, it works now');
    await teams.seesInCard('your request is closed');
    await teams.goesTo('Helpdesk');
    await teams.seesInCard('Closed.');
    await teams.screenshot('ticket-closed');
  });

  it('shows what is urgent, and what was withdrawn', async () => {
    await teams.becomes('ben');
    await teams.says('talk to a person');
    await teams.fills('What should the helpdesk know?', 'I cannot open anything.');
    await teams.ticks('I cannot work until this is solved');
    await teams.presses('Check before sending');
    await teams.presses('Send to the helpdesk');
    await teams.seesInCard('Sent. Your request has number');
    await teams.goesTo('Helpdesk');
    await teams.seesInCard('Urgent: request');
    await teams.screenshot('ticket-urgent');
    await teams.goesTo('Personal Chat');
    await teams.presses('Show my requests');
    await teams.presses('Show 1002');
    await teams.presses('Withdraw');
    await teams.seesInCard('Your request is withdrawn.');
    await teams.goesTo('Helpdesk');
    await teams.seesInCard('Withdrawn by the person');
    await teams.screenshot('ticket-withdrawn');
  });

  it('lists what is open, and moves to another channel', async () => {
    await teams.becomes('grace');
    await teams.says('talk to a person');
    await teams.fills('What should the helpdesk know?', 'It asks for a password again and again.');
    await teams.presses('Check before sending');
    await teams.presses('Send to the helpdesk');
    await teams.seesInCard('Sent. Your request has number');
    await teams.becomes('lena');
    await teams.says('tickets unassigned');
    await teams.seesInCard('Grace Adeyemi');
    await teams.screenshot('tickets');
    await teams.becomes('sven');
    await teams.goesTo('General');
    await teams.posts('@Device Join Assistant', ' use this channel');
    await teams.seesInCard('Shall the requests come to this channel?');
    await teams.screenshot('use-this-channel');
    await teams.presses('No, leave it as it is');
    await teams.seesInCard('Nothing was changed');
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
    await teams.becomes('carla');
    await teams.says(statusInOneLine);
    await teams.seesInCard('AD Configuration Test : FAIL [0x80070002]');
    await teams.seesInCard('The PC finds no entry in your company that says where to join.');
    await teams.screenshot('paste');
    await teams.unfolds(/^What else I read/);
    await teams.screenshot('paste-unfolded');
    await teams.presses('Write to the helpdesk');
    await teams.presses('Check before sending');
    await teams.seesInCard('What the PC says (pasted)');
    await teams.screenshot('paste-summary');
    await teams.presses('Send to the helpdesk');
    await teams.seesInCard('Sent. Your request has number');
    await teams.goesTo('Helpdesk');
    await teams.unfolds('All answers and checks');
    await teams.sees('What the PC says (pasted)');
    await teams.sees('What Carla Moreno pasted');
    await teams.screenshot('paste-ticket');
  });

  it('of which only a code is known asks which Windows, and goes on from there', async () => {
    await teams.becomes('carla');
    await teams.says('0x80072ee7');
    await teams.seesInCard("Which Windows is on the PC that won't join?");
    await teams.screenshot('code-alone');
    await teams.presses('Windows 10 or 11, Server 2016 or later');
    await teams.seesInCard('Step');
    await teams.screenshot('code-landed');
  });
});

describe("the administrator's commands", () => {
  it('show the quota of somebody else', async () => {
    await teams.becomes('sven');
    await teams.says('quota ben okafor');
    await teams.seesInCard('Ben Okafor');
    await teams.seesInCard('18 of 20 places used, 2 more may count');
    await teams.screenshot('quota-of-somebody');
  });

  it('ask which one is meant when two have the name', async () => {
    await teams.becomes('sven');
    await teams.says('quota kim larsen');
    await teams.seesInCard(/Which kim larsen do you mean\?/i);
    await teams.seesInCard('kim.larsen2@contoso.com');
    await teams.screenshot('which-person');
    await teams.presses('Kim Larsen (kim.larsen2@contoso.com)');
    await teams.seesInCard('places used');
  });

  it('are answered in the own chat when typed in a channel', async () => {
    await teams.becomes('sven');
    await teams.says('help');
    await teams.seesInCard('What you can type here');
    await teams.goesTo('General');
    await teams.posts('@Device Join Assistant', ' quota ', '@Ben Okafor');
    await teams.sees('I answered you in our chat.');
    await teams.goesTo('Personal Chat');
    await teams.seesInCard('18 of 20 places used, 2 more may count');
  });

  it('refuse everybody else alike, whether the person exists or not', async () => {
    await teams.becomes('ben');
    await teams.says('quota ada lindqvist');
    await teams.sees('Only administrators can look this up.');
    const toExisting = await teams.cardText();
    await teams.says('quota zzz nobody');
    await teams.sees(/Only administrators can look this up/);
    expect(await teams.cardText()).toBe(toExisting);
  });
});

function idOf(key: string): string {
  return demo.tenant.people.find((person) => person.key === key)?.id ?? '';
}
