import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Ticket } from '../../src/helpdesk/ticket.js';
import { aWorld, type World } from '../support/world.js';
import type { Actor } from '../support/actor.js';

let world: World;
let ada: Actor;
let sven: Actor;
let lena: Actor;
let grace: Actor;

const helpdesk = '19:helpdesk@thread.tacv2';
const elsewhere = '19:elsewhere@thread.tacv2';
const hour = 60 * 60_000;

beforeEach(async () => {
  world = await aWorld({ clock: { now: new Date('2026-03-09T09:00:00Z') } });
  [ada, sven, lena, grace] = [world.person('ada'), world.person('sven'), world.person('lena'), world.person('grace')];
});
afterEach(() => world.close());

async function handsOver(person: Actor, form: Record<string, string> = {}): Promise<void> {
  await person.says('start over');
  await person.says('talk to a person');
  await person.presses('review', { note: 'please help', ...form });
  await person.presses('send');
}

const passes = (ms: number) => (world.clock.now = new Date(world.clock.now.getTime() + ms));
const at = (iso: string) => (world.clock.now = new Date(iso));
const posted = (kind: string) => world.teams.posted.filter(({ view }) => view.kind === kind);
const inHelpdesk = { conversationId: `${helpdesk};messageid=1` };

describe('finding', () => {
  it('lists what is open, mine, unassigned or old, in the helpdesk’s channel and the personal chat only', async () => {
    await handsOver(grace);
    passes(25 * hour);
    await handsOver(ada, { urgent: 'true' });
    await lena.pressesTicket(1001, 'claim');
    const numbers = (person: Actor) =>
      (person.sees as { rows?: { number: number }[] }).rows?.map(({ number }) => number);
    await lena.says('tickets');
    expect(numbers(lena)).toEqual([1002, 1001]);
    for (const [words, expected] of [
      ['tickets open', [1002, 1001]],
      ['/Tickets mine', [1001]],
      ['tickets unassigned', [1002]],
      ['tickets older 24', [1001]],
      ['tickets older than 1 h', [1001]],
    ] as const) {
      await lena.says(words);
      expect(numbers(lena), words).toEqual(expected);
    }
    await lena.saysInChannel('tickets', inHelpdesk);
    expect(numbers(lena)).toEqual([1002, 1001]);
    for (const words of ['tickets', 'ticket 1001']) {
      await lena.saysInChannel(words, { conversationId: `${elsewhere};messageid=1` });
      expect(lena.sees).toMatchObject({ notice: { key: 'ticketsElsewhere' } });
    }
    await lena.says('tickets older 2 weeks');
    expect(lena.sees).toMatchObject({ notice: { key: 'ticketsHow' } });
    await lena.says('tickets older 48');
    expect(lena.sees).toMatchObject({ notice: { key: 'noTickets' } });
  });

  it('turns pages', async () => {
    for (let index = 0; index < 9; index += 1) await handsOver(grace);
    await lena.says('tickets');
    expect(lena.sees).toMatchObject({ kind: 'ticketList', page: 0, pages: 2, total: 9, rows: { length: 8 } });
    await lena.pressesRaw({ kind: 'tickets', filter: 'open', hours: 0, page: 1 });
    expect(lena.sees).toMatchObject({ kind: 'ticketList', page: 1, rows: [{ number: 1009 }] });
    await lena.pressesRaw({ kind: 'tickets', filter: 'open', hours: 0, page: 7 });
    expect(lena.sees).toMatchObject({ page: 1 });
    await grace.says('my requests');
    expect(grace.sees).toMatchObject({ kind: 'myRequests', pages: 2, rows: { length: 8 } });
    await grace.pressesRaw({ kind: 'requests', page: 1 });
    expect(grace.sees).toMatchObject({ page: 1, rows: [{ number: 1001 }] });
  });

  it('shows one by its number, and says when there is none', async () => {
    await handsOver(grace);
    await lena.says('ticket 1001');
    expect(lena.sees).toMatchObject({ kind: 'ticketCard', ticket: { number: 1001 } });
    for (const [words, key] of [
      ['ticket 4711', 'ticketNotFound'],
      ['ticket abc', 'commandNeedsNumber'],
      ['ticket', 'commandNeedsNumber'],
    ] as const) {
      await lena.says(words);
      expect(lena.sees, words).toMatchObject({ notice: { key } });
    }
    await grace.says('ticket 1001');
    expect(grace.sees).toMatchObject({ kind: 'request', ticket: { number: 1001 } });
  });

  it('is for the helpdesk alone', async () => {
    await handsOver(grace);
    for (const words of ['tickets', 'ticket 1001']) {
      await sven.says(words);
      expect(sven.sees, words).toMatchObject({ notice: { key: 'notHelpdeskList' } });
    }
    expect(await sven.pressesRaw({ kind: 'tickets', filter: 'open', hours: 0, page: 0 })).toMatchObject({
      refusal: { key: 'notHelpdeskList' },
    });
  });
});

describe('nobody forgets', () => {
  it('a request that nobody claimed is brought up once, with those on duty', async () => {
    await lena.saysInChannel('on duty @Lena Fischer @Marek Novotny', {
      ...inHelpdesk,
      mentions: [
        { teamsId: '29:lena', text: 'Lena Fischer' },
        { teamsId: '29:marek', text: 'Marek Novotny' },
      ],
    });
    expect(lena.sees).toMatchObject({ notice: { key: 'onDuty', values: { names: 'Lena Fischer, Marek Novotny' } } });
    await handsOver(grace);
    passes(59 * 60_000);
    await world.helpdeskClockRuns();
    expect(posted('ticketEntry')).toHaveLength(0);
    passes(60_000);
    await world.restart();
    await Promise.all([world.helpdeskClockRuns(), world.helpdeskClockRuns()]);
    await world.helpdeskClockRuns();
    expect(posted('ticketEntry')).toMatchObject([
      {
        to: { kind: 'thread' },
        view: { move: { kind: 'reminded' }, mention: [{ name: 'Lena Fischer' }, { name: 'Marek Novotny' }] },
      },
    ]);
  });

  it('an urgent one sooner, and only in working hours', async () => {
    at('2026-03-13T17:50:00Z');
    await handsOver(grace, { urgent: 'true' });
    at('2026-03-14T12:00:00Z');
    await world.helpdeskClockRuns();
    expect(posted('ticketEntry')).toHaveLength(0);
    at('2026-03-16T08:05:00Z');
    await world.helpdeskClockRuns();
    expect(posted('ticketEntry')).toMatchObject([{ view: { move: { kind: 'reminded' } } }]);
  });

  it('every working day is told once what is open and what was resolved the day before', async () => {
    await handsOver(grace);
    await handsOver(ada);
    await lena.pressesTicket(1002, 'claim');
    await lena.pressesTicket(1002, 'sendResolve', { cause: 'other' });
    at('2026-03-10T07:59:00Z');
    await world.helpdeskClockRuns();
    expect(posted('ticketDigest')).toHaveLength(0);
    at('2026-03-10T08:00:00Z');
    await Promise.all([world.helpdeskClockRuns(), world.helpdeskClockRuns()]);
    await world.restart();
    await world.helpdeskClockRuns();
    expect(posted('ticketDigest')).toMatchObject([
      {
        to: { kind: 'channel', channelId: helpdesk },
        view: { digest: { open: 1, unclaimed: 1, resolved: 1, oldest: [{ number: 1001 }] } },
      },
    ]);
  });

  it('what was resolved closes by itself after a week, unless it was opened again', async () => {
    await handsOver(grace);
    await lena.pressesTicket(1001, 'claim');
    await lena.pressesTicket(1001, 'sendResolve', { cause: 'other' });
    passes(7 * 24 * hour - 1);
    await world.helpdeskClockRuns();
    expect((await world.storage.tickets.find(1001))?.ticket.state).toBe('resolved');
    passes(1);
    await world.helpdeskClockRuns();
    expect((await world.storage.tickets.find(1001))?.ticket).toMatchObject({
      state: 'closed',
      moves: [{}, {}, {}, { kind: 'closed', by: { id: '' } }],
    });
  });
});

describe('on duty', () => {
  it('are so many at most; more are not even looked up', async () => {
    const mentions = Array.from({ length: 11 }, (_, index) => ({ teamsId: `29:${index}`, text: `Kim ${index}` }));
    await lena.saysInChannel('on duty @many', { ...inHelpdesk, mentions });
    expect(lena.sees).toMatchObject({ notice: { key: 'onDutyTooMany', values: { most: '10' } } });
    expect(await world.storage.helpdeskSettings.onDuty()).toEqual([]);
  });

  it('is named in the helpdesk’s channel, by the helpdesk, and holds helpdesk people only', async () => {
    await lena.says('on duty @Lena Fischer');
    expect(lena.sees).toMatchObject({ notice: { key: 'onDutyElsewhere' } });
    await sven.saysInChannel('on duty', inHelpdesk);
    expect(sven.sees).toMatchObject({ notice: { key: 'notHelpdeskList' } });
    await lena.saysInChannel('on duty @Ben Okafor', {
      ...inHelpdesk,
      mentions: [{ teamsId: '29:ben', text: 'Ben Okafor' }],
    });
    expect(lena.sees).toMatchObject({ notice: { key: 'onDutyNotHelpdesk', values: { names: 'Ben Okafor' } } });
    await lena.saysInChannel('on duty', inHelpdesk);
    expect(lena.sees).toMatchObject({ notice: { key: 'onDutyNobody' } });
    await lena.saysInChannel('on duty @Lena Fischer', {
      ...inHelpdesk,
      mentions: [{ teamsId: '29:lena', text: 'Lena Fischer' }],
    });
    await lena.says('forget me');
    expect(await world.storage.helpdeskSettings.onDuty()).toEqual([]);
  });
});

describe('choosing the channel', () => {
  const member = (key: string, more: object = {}) => ({
    objectId: world.person(key).id,
    tenantId: world.tenant.tenantId,
    guest: false,
    ...more,
  });
  const here = { conversationId: `${elsewhere};messageid=7` };
  const presses = (person: Actor, option: 'use' | 'useOpen' | 'cancel') =>
    person.pressesInPlace({ kind: 'channel', option }, here.conversationId, '8');

  it('tries it, tells who would read, asks, and tells the channel of before', async () => {
    await handsOver(grace);
    world.channels.members = [member('ada'), member('lena'), member('marek'), member('ben')];
    await sven.saysInChannel('use this channel', here);
    expect(world.channels.tried).toEqual([elsewhere]);
    expect(sven.sees).toMatchObject({ kind: 'channelProposal', members: 4, notHelpdesk: 1, outsiders: 0, sure: false });
    expect(await world.storage.helpdeskSettings.channel()).toBeUndefined();
    await presses(sven, 'use');
    expect(sven.sees).toMatchObject({ kind: 'channelChosen', outcome: 'used' });
    expect(posted('channelLeft')).toMatchObject([
      {
        to: { kind: 'channel', channelId: helpdesk },
        view: { conversationId: here.conversationId, by: { name: "Sven O'Brien" } },
      },
    ]);
    expect(posted('channelChosen')).toMatchObject([{ kind: 'update', to: { activityId: '8' } }]);
    const [latest] = await world.storage.audit.since(0, 1);
    expect(latest).toMatchObject({ actorId: sven.id, action: 'useChannel', objectIds: [elsewhere], result: 'done' });

    await handsOver(ada);
    const cards = posted('ticketCard').filter(({ kind }) => kind === 'post');
    expect(cards.map(({ to }) => to)).toMatchObject([{ channelId: helpdesk }, { channelId: elsewhere }]);
    await lena.pressesTicket(1001, 'claim');
    expect(posted('ticketCard').at(-1)).toMatchObject({
      kind: 'update',
      view: { ticket: { number: 1001, state: 'claimed' } },
    });
  });

  it('a card that stands in the channel of before goes on there; another request is not shown there any more', async () => {
    await handsOver(grace);
    const old = (await world.storage.tickets.find(1001))?.card?.conversationId ?? '';
    world.channels.members = [member('lena')];
    await sven.saysInChannel('use this channel', here);
    await presses(sven, 'use');
    await handsOver(ada);
    const claim = (ticketNumber: number) =>
      lena.pressesInPlace({ kind: 'ticket', ticketNumber, step: 1, option: 'claim', inputs: {} }, old);
    await claim(1001);
    expect((await world.storage.tickets.find(1001))?.ticket.state).toBe('claimed');
    expect(await claim(1002)).toMatchObject({ refusal: { key: 'ticketsElsewhere' } });
    expect((await world.storage.tickets.find(1002))?.ticket.state).toBe('open');
  });

  it('asks twice when outsiders may read it', async () => {
    world.channels.members = [
      member('lena'),
      member('nora', { guest: true }),
      { objectId: undefined, tenantId: 'another', guest: undefined },
    ];
    await sven.saysInChannel('use this channel', here);
    expect(sven.sees).toMatchObject({ kind: 'channelProposal', notHelpdesk: 2, outsiders: 2, sure: false });
    await presses(sven, 'use');
    expect(sven.sees).toMatchObject({ kind: 'channelProposal', sure: true });
    expect(await world.storage.helpdeskSettings.channel()).toBeUndefined();
    await presses(sven, 'useOpen');
    expect(await world.storage.helpdeskSettings.channel()).toBe(elsewhere);
  });

  it('is for administrators, at the question and at each press', async () => {
    await lena.saysInChannel('use this channel', here);
    expect(lena.sees).toMatchObject({ notice: { key: 'channelNotAllowed' } });
    expect(world.channels.tried).toEqual([]);
    expect(await presses(lena, 'use')).toMatchObject({ refusal: { key: 'channelNotAllowed' } });
    expect(await world.storage.helpdeskSettings.channel()).toBeUndefined();
    expect((await world.storage.audit.since(0, 10)).map(({ result }) => result)).toEqual(['refused', 'refused']);
  });

  it.each([
    ['appNotInTeam', 'channelAppNotInTeam'],
    ['appNotInChannel', 'channelAppNotInChannel'],
    ['notFound', 'channelNotFound'],
    ['unreachable', 'channelUnreachable'],
  ] as const)('says what to do when the post is refused: %s', async (why, key) => {
    world.channels.refusal = { kind: 'refused', why, detail: '403' };
    await sven.saysInChannel('use this channel', here);
    expect(sven.sees).toMatchObject({ notice: { key } });
  });

  it('can be left as it is, and is not asked about where it is', async () => {
    world.channels.members = [];
    await sven.saysInChannel('use this channel', here);
    await presses(sven, 'cancel');
    expect(sven.sees).toMatchObject({ kind: 'channelChosen', outcome: 'kept' });
    await sven.saysInChannel('use this channel', inHelpdesk);
    expect(sven.sees).toMatchObject({ notice: { key: 'channelAlready' } });
    await sven.says('use this channel');
    expect(sven.sees).toMatchObject({ notice: { key: 'channelOnlyHere' } });
  });

  it('what waited for a channel leaves as soon as there is one', async () => {
    world.channel.id = undefined;
    await handsOver(grace);
    expect(posted('ticketCard')).toHaveLength(0);
    world.channels.members = [];
    await sven.saysInChannel('use this channel', here);
    await presses(sven, 'use');
    expect(posted('ticketCard')).toMatchObject([{ to: { channelId: elsewhere } }]);
    expect((posted('ticketCard')[0]?.view as { ticket: Ticket }).ticket.number).toBe(1001);
  });
});
