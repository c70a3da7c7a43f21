import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Ticket } from '../../src/helpdesk/ticket.js';
import { aWorld, type World } from '../support/world.js';
import type { Actor } from '../support/actor.js';

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

async function handsOver(person: Actor, note = 'please call me'): Promise<void> {
  await person.says('my pc will not join');
  await person.presses('choose:win7');
  await person.says('talk to a person');
  await person.presses('review', { note, phone: '555 0100', pcName: 'PC-0077', seen: 'authentication error' });
  expect(person.sees).toMatchObject({ kind: 'summary', report: { form: { note, phone: '555 0100' } } });
  await person.presses('send');
}

const cards = () => world.teams.posted.filter(({ view }) => view.kind === 'ticketCard');
const ticketOf = (posted: { view: unknown } | undefined): Ticket => (posted?.view as { ticket: Ticket }).ticket;

describe('handing over', () => {
  it('posts one card in the channel that says everything', async () => {
    const grace = world.person('grace');
    await handsOver(grace);
    expect(grace.sees).toMatchObject({ kind: 'handedOver', ticketNumber: 1001 });
    expect(cards()).toHaveLength(1);
    expect(cards()[0]).toMatchObject({ kind: 'post', to: { kind: 'channel', channelId: world.channel.id } });
    expect(ticketOf(cards()[0])).toMatchObject({
      state: 'open',
      requester: { id: grace.id, name: 'Grace Adeyemi', userPrincipalName: 'grace.adeyemi@contoso.com' },
      report: {
        outOfSupport: true,
        ownAccount: true,
        windows: { en: 'Windows 7' },
        form: { pcName: 'PC-0077', seen: 'authentication error' },
      },
    });
    expect(ticketOf(cards()[0]).report.facts.map(({ name }) => name)).toContain('accountKind');
    const own = world.tenant.devices.find(
      ({ displayName, registeredOwners }) => displayName === 'PC-0077' && registeredOwners.includes(grace.id),
    );
    expect(ticketOf(cards()[0]).report.pc).toMatchObject({ name: 'PC-0077', objectId: own?.id });
    expect(ticketOf(cards()[0]).report.answers).toHaveLength(1);
  });

  it('pressing Send twice, and again later, gives one ticket', async () => {
    const ada = world.person('ada');
    await ada.says('talk to a person');
    await ada.presses('review', { note: 'hello' });
    const summary = ada.sees;
    await Promise.all([ada.presses('send', {}, summary), ada.presses('send', {}, summary)]);
    await ada.presses('send', {}, summary);
    expect(ada.sees).toMatchObject({ kind: 'handedOver', ticketNumber: 1001 });
    expect(cards()).toHaveLength(1);
    expect(await world.storage.tickets.find(1002)).toBeUndefined();
  });

  it('a form that says nothing comes back with the reason', async () => {
    const ada = world.person('ada');
    await ada.says('talk to a person');
    await ada.presses('review', { note: '  ' });
    expect(ada.sees).toMatchObject({ kind: 'form', problem: 'nothingToSay' });
  });

  it('for somebody else: they must be named, and nothing of the sender’s directory facts is told', async () => {
    const ada = world.person('ada');
    await ada.says('troubleshoot');
    await ada.presses('choose:someone-else');
    await ada.says('talk to a person');
    expect(ada.sees).toMatchObject({ kind: 'form', askOtherPerson: true, knownPcs: [] });
    await ada.presses('review', { note: 'x' });
    expect(ada.sees).toMatchObject({ problem: 'otherPersonMissing' });
    await ada.presses('review', { note: 'x', otherPerson: 'Grace Adeyemi' });
    await ada.presses('send');
    expect(ticketOf(cards()[0]).report).toMatchObject({
      ownAccount: false,
      facts: [],
      form: { otherPerson: 'Grace Adeyemi' },
    });
  });

  it('"talk to a person" while writing to one shows where one is; "back" after sending says that there is nothing', async () => {
    const ada = world.person('ada');
    await ada.says('talk to a person');
    await ada.presses('review', { note: 'hello' });
    await ada.says('talk to a person');
    expect(ada.sees).toMatchObject({ kind: 'summary' });
    expect(ada.sees).not.toHaveProperty('notice');
    await ada.presses('send');
    await ada.says('back');
    expect(ada.sees).toMatchObject({ kind: 'handedOver', notice: { key: 'nothingToGoBackTo' } });
  });

  it('what was typed for the helpdesk survives going back', async () => {
    const ada = world.person('ada');
    await ada.says('talk to a person');
    await ada.presses('review', { note: 'a long story' });
    await ada.presses('back');
    expect(ada.sees).toMatchObject({ kind: 'form', form: { note: 'a long story' } });
    await ada.presses('back', { note: 'an even longer story' });
    await ada.says('talk to a person');
    expect(ada.sees).toMatchObject({ kind: 'form', form: { note: 'an even longer story' } });
  });

  it('starting over after a hand-over is a new session, and a second problem a second ticket', async () => {
    const ada = world.person('ada');
    await handsOver(ada);
    await ada.says('start over');
    expect(ada.sees).toMatchObject({ kind: 'question', position: 1 });
    await handsOver(ada);
    expect(ada.sees).toMatchObject({ ticketNumber: 1002 });
  });
});

it('a cause that the directory rules out is not named to the helpdesk, unless the person calls that wrong', async () => {
  const grace = world.person('grace');
  await grace.says('my pc will not join');
  for (const option of ['win7', 'verification', 'domain']) await grace.presses(`choose:${option}`);
  const causes = async () => {
    await grace.says('talk to a person');
    await grace.presses('review');
    return (grace.sees as unknown as { report: { causes: { id: string }[] } }).report.causes.map(({ id }) => id);
  };
  expect(await causes()).not.toContain('no-domain-account');
  await grace.presses('back');
  await grace.presses('back');
  await grace.presses('dispute');
  expect(await causes()).toContain('no-domain-account');
});

describe('when it comes up again', () => {
  it('"talk to a person" after a hand-over takes everything along and makes a second request', async () => {
    const grace = world.person('grace');
    await handsOver(grace);
    await grace.says('talk to a person');
    expect(grace.sees).toMatchObject({
      kind: 'form',
      form: { pcName: 'PC-0077', note: '' },
      notice: { key: 'alreadyAsked', values: { number: 1001 } },
    });
    await grace.presses('review', { note: 'it still does not work' });
    await grace.presses('send');
    expect(grace.sees).toMatchObject({ kind: 'handedOver', ticketNumber: 1002 });
    expect(ticketOf(cards().at(-1)).report.answers).toHaveLength(1);
  });

  it('"talk to a person" after an explanation goes on in the same walk', async () => {
    const nora = world.person('nora');
    await nora.says('troubleshoot');
    await nora.presses('choose:win7');
    await nora.presses('understood');
    await nora.says('talk to a person');
    await nora.presses('review', {});
    expect(nora.sees).toMatchObject({ kind: 'summary', report: { windows: { en: 'Windows 7' } } });
  });
});

describe('claim and resolve', () => {
  it('by members of the helpdesk, in place; the person is told', async () => {
    await handsOver(world.person('grace'));
    const marek = world.person('marek');
    const { card } = await marek.pressesTicket(1001, 'claim');
    expect(card).toMatchObject({
      kind: 'ticketCard',
      ticket: { state: 'claimed', claimedBy: { name: 'Marek Novotny' } },
    });
    await marek.pressesTicket(1001, 'sendResolve', { cause: 'other', text: 'Reset the machine account' });
    expect(cards().map(({ kind }) => kind)).toEqual(['post', 'update', 'update']);
    expect(ticketOf(cards().at(-1))).toMatchObject({ state: 'resolved' });
    const told = world.teams.posted.filter(({ view }) => view.kind === 'ticketNews');
    expect(told.map(({ to, view }) => ({ to, news: (view as { news?: string }).news }))).toEqual([
      { to: { kind: 'person', personId: world.person('grace').id }, news: 'claimed' },
      { to: { kind: 'person', personId: world.person('grace').id }, news: 'resolved' },
    ]);
  });

  it('by anybody else is refused, and only they see it', async () => {
    await handsOver(world.person('grace'));
    const sven = world.person('sven');
    expect(await sven.pressesTicket(1001, 'claim')).toMatchObject({ refusal: { key: 'notHelpdesk' }, replies: [] });
    expect((await world.storage.tickets.find(1001))?.ticket.state).toBe('open');
  });

  it('by two in the same second: one wins, the other sees who', async () => {
    await handsOver(world.person('grace'));
    const outcomes = await Promise.all([
      world.person('lena').pressesTicket(1001, 'claim'),
      world.person('marek').pressesTicket(1001, 'claim'),
    ]);
    const owners = outcomes.map(({ card }) => (card as { ticket: Ticket }).ticket.claimedBy?.name);
    expect(new Set(owners).size).toBe(1);
    expect((await world.storage.tickets.find(1001))?.ticket.moves).toHaveLength(2);
  });

  it('of a ticket that is not there says so', async () => {
    expect(await world.person('lena').pressesTicket(4711, 'claim')).toMatchObject({
      refusal: { key: 'ticketNotFound' },
    });
  });

  it('while Graph does not answer is not possible, and says so', async () => {
    await handsOver(world.person('grace'));
    world.graph.faults.set([{ match: /checkMemberGroups/, kind: 'status', status: 403 }]);
    expect(await world.person('lena').pressesTicket(1001, 'claim')).toMatchObject({ refusal: { key: 'lookUpFailed' } });
  });
});

it('forget me takes the person out of a resolved ticket and out of its card in the channel', async () => {
  const grace = world.person('grace');
  await handsOver(grace, 'my secret note');
  await world.person('marek').pressesTicket(1001, 'claim');
  await world.person('marek').pressesTicket(1001, 'sendResolve', { cause: 'other', text: '' });
  await grace.says('forget me');
  expect(grace.sees).toMatchObject({ notice: { key: 'forgotten' } });
  expect(cards()).toHaveLength(4);
  expect(cards().at(-1)).toMatchObject({
    kind: 'update',
    view: { ticket: { state: 'closed', claimedBy: { name: 'Marek Novotny' } } },
  });
  expect(JSON.stringify(cards().at(-1))).not.toMatch(/grace|my secret note|555 0100/i);
});

describe('when the channel cannot be reached', () => {
  it('none configured: the person has the number, and the ticket is posted when there is one', async () => {
    world.channel.id = undefined;
    const ada = world.person('ada');
    await handsOver(ada);
    expect(ada.sees).toMatchObject({ kind: 'handedOver', ticketNumber: 1001 });
    expect(cards()).toHaveLength(0);
    world.channel.id = '19:later@thread.tacv2';
    world.clock.now = new Date(world.clock.now.getTime() + 61_000);
    await world.settled();
    expect(cards()[0]).toMatchObject({ to: { channelId: '19:later@thread.tacv2' }, again: false });
  });

  it('posting fails: tried again later, also after a restart', async () => {
    world.teams.answers = ({ view }) =>
      view.kind === 'ticketCard' ? { kind: 'retry', afterMs: 5_000, reason: '429' } : undefined;
    await handsOver(world.person('ada'));
    expect(world.person('ada').id && cards()).toHaveLength(0);
    await world.restart();
    world.teams.answers = () => undefined;
    world.clock.now = new Date(world.clock.now.getTime() + 5_001);
    await world.settled();
    expect(cards()).toMatchObject([{ again: false }]);
  });

  it('an attempt whose outcome is not known is repeated with "(again)"', async () => {
    world.teams.answers = ({ view }) =>
      view.kind === 'ticketCard' ? { kind: 'unknown', afterMs: 5_000, reason: '503' } : undefined;
    await handsOver(world.person('ada'));
    world.teams.answers = () => undefined;
    world.clock.now = new Date(world.clock.now.getTime() + 5_001);
    await world.settled();
    expect(cards()).toMatchObject([{ again: true }]);
  });

  it('the card was deleted: a new one is posted', async () => {
    await handsOver(world.person('ada'));
    world.teams.update = async () => ({ kind: 'gone', reason: '404' });
    await world.person('lena').pressesTicket(1001, 'claim');
    // Believed when Teams has said so for two minutes.
    for (let asked = 0; asked < 3; asked += 1) {
      expect(cards()).toHaveLength(1);
      world.clock.now = new Date(world.clock.now.getTime() + 40_000);
      await world.settled();
    }
    expect(cards().map(({ kind }) => kind)).toEqual(['post', 'post']);
  });
});
