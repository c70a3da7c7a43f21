import { describe, expect, it } from 'vitest';
import { onStage } from './on-stage.js';

const stage = onStage();

describe('the hand-over', () => {
  it('reaches the channel once; both sides write there and back until it is resolved, and the person opens it again', async () => {
    await stage.teams.becomes('tess');
    await stage.teams.says("my server won't join");
    await stage.teams.presses('An older server (2008 R2, 2012, 2012 R2)');
    await stage.teams.presses('Windows Server 2012 R2');
    await stage.teams.chooses('Your answer', 'An error with account verification');
    await stage.teams.presses('Continue');
    await stage.teams.presses('Talk to a person');
    await stage.teams.fills('What should the helpdesk know?', 'It is the till in the *north* shop.');
    await stage.teams.fills('Name of the PC', 'SRV-APP-07');
    await stage.teams.fills('Phone number, if they may call you', '+47 555 0100');
    await stage.teams.screenshot('form');
    await stage.teams.presses('Check before sending');
    await stage.teams.seesInCard('This is what the helpdesk will get');
    await stage.teams.seesInCard('It is the till in the *north* shop.');
    await stage.teams.screenshot('summary');
    await stage.teams.presses('Send to the helpdesk');
    await stage.teams.seesInCard('Sent. Your request has number 1001.');
    await stage.teams.screenshot('sent');

    await stage.teams.goesTo('Helpdesk');
    await stage.teams.seesInCard('Request 1001: PC does not join');
    for (const shown of [
      'Tess Moreau',
      'SRV-APP-07',
      '+47 555 0100',
      'It is the till in the *north* shop.',
      'Windows Server 2012 R2',
    ]) {
      await stage.teams.seesInCard(shown);
    }
    await stage.teams.screenshot('ticket');
    await stage.teams.presses('Claim');
    await stage.teams.seesInCard('Open, not claimed yet');

    await stage.teams.becomes('lena');
    await stage.teams.goesTo('Helpdesk');
    await stage.teams.presses('Claim');
    await stage.teams.seesInCard('Claimed by Lena Fischer');
    await stage.teams.screenshot('ticket-claimed');
    await stage.teams.presses('Reply to the person');
    await stage.teams.fills('Your reply', 'Which *switch* is it on?');
    await stage.teams.ticks('I need an answer: the request waits for them');
    await stage.teams.screenshot('ticket-reply-form');
    await stage.teams.presses('Send the reply');
    await stage.teams.seesInCard('Waiting for an answer of Tess Moreau');
    await stage.teams.screenshot('ticket-waiting');

    await stage.teams.becomes('tess');
    await stage.teams.seesInCard('Lena Fischer at the helpdesk writes about your request 1001');
    await stage.teams.seesInCard('Which *switch* is it on?');
    await stage.teams.screenshot('reply');
    await stage.teams.says('the grey one under the counter');
    await stage.teams.seesInCard('Is this for the helpdesk?');
    await stage.teams.screenshot('reply-offer');
    await stage.teams.presses('Send to the helpdesk (request 1001)');
    await stage.teams.seesInCard('the grey one under the counter');
    await stage.teams.screenshot('my-request');

    await stage.teams.becomes('lena');
    await stage.teams.goesTo('Helpdesk');
    await stage.teams.sees('the grey one under the counter');
    await stage.teams.presses('Private note');
    await stage.teams.fills('Your note', 'It is always the grey one.');
    await stage.teams.presses('Keep the note');
    await stage.teams.sees('It is always the grey one.');
    await stage.teams.presses('Resolve');
    await stage.teams.chooses('What was the cause?', 'Something else');
    await stage.teams.fills('What was done? The person reads this.', 'Moved the cable to the blue switch.');
    await stage.teams.screenshot('ticket-resolve-form');
    await stage.teams.presses('Resolve');
    await stage.teams.seesInCard('Resolved by Lena Fischer');
    await stage.teams.screenshot('ticket-resolved');
    await stage.teams.screenshot('thread', { replies: 5 });
    expect(await stage.teams.countCards()).toBe(1);

    await stage.teams.becomes('tess');
    await stage.teams.seesInCard('Moved the cable to the blue switch.');
    await stage.teams.screenshot('told');
    await stage.teams.presses('It still does not work');
    await stage.teams.seesInCard('With the helpdesk, nobody has taken it yet');
    await stage.teams.says('my requests');
    await stage.teams.seesInCard('1001');
    await stage.teams.screenshot('my-requests');

    await stage.teams.becomes('lena');
    await stage.teams.goesTo('Helpdesk');
    await stage.teams.seesInCard('Open, not claimed yet');
    await stage.teams.presses('Claim');
    await stage.teams.presses('Resolve');
    await stage.teams.chooses('What was the cause?', 'Something else');
    await stage.teams.presses('Resolve');
    await stage.teams.seesInCard('Resolved by Lena Fischer');
    await stage.teams.becomes('tess');
    await stage.teams.presses('Yes, it works now');
    await stage.teams.seesInCard('your request is closed');
    await stage.teams.goesTo('Helpdesk');
    await stage.teams.seesInCard('Closed.');
    await stage.teams.screenshot('ticket-closed');
  });

  it('shows what is urgent, and what was withdrawn', async () => {
    await stage.teams.becomes('ben');
    await stage.teams.says('talk to a person');
    await stage.teams.fills('What should the helpdesk know?', 'I cannot open anything.');
    await stage.teams.ticks('I cannot work until this is solved');
    await stage.teams.presses('Check before sending');
    await stage.teams.presses('Send to the helpdesk');
    await stage.teams.seesInCard('Sent. Your request has number');
    await stage.teams.goesTo('Helpdesk');
    await stage.teams.seesInCard('Urgent: request');
    await stage.teams.screenshot('ticket-urgent');
    await stage.teams.goesTo('Personal Chat');
    await stage.teams.presses('Show my requests');
    await stage.teams.presses('Show 1002');
    await stage.teams.presses('Withdraw');
    await stage.teams.seesInCard('Your request is withdrawn.');
    await stage.teams.goesTo('Helpdesk');
    await stage.teams.seesInCard('Withdrawn by the person');
    await stage.teams.screenshot('ticket-withdrawn');
  });

  it('lists what is open, and moves to another channel', async () => {
    await stage.teams.becomes('grace');
    await stage.teams.says('talk to a person');
    await stage.teams.fills('What should the helpdesk know?', 'It asks for a password again and again.');
    await stage.teams.presses('Check before sending');
    await stage.teams.presses('Send to the helpdesk');
    await stage.teams.seesInCard('Sent. Your request has number');
    await stage.teams.becomes('lena');
    await stage.teams.says('tickets unassigned');
    await stage.teams.seesInCard('Grace Adeyemi');
    await stage.teams.screenshot('tickets');
    await stage.teams.becomes('sven');
    await stage.teams.goesTo('General');
    await stage.teams.posts('@Device Join Assistant', ' use this channel');
    await stage.teams.seesInCard('Shall the requests come to this channel?');
    await stage.teams.screenshot('use-this-channel');
    await stage.teams.presses('No, leave it as it is');
    await stage.teams.seesInCard('Nothing was changed');
  });
});
