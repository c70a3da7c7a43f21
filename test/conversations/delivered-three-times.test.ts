import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/assistant/assistant.js';
import type { RequestOption, TicketOption } from '../../src/assistant/input.js';
import type { Ticket } from '../../src/helpdesk/ticket.js';
import { contoso } from '../../src/demo/tenant/contoso.js';
import { aWorld, type World } from '../support/world.js';
import type { Actor } from '../support/actor.js';

/** Something that Teams delivers: composed once, in front of what is on show then, and the same each time it comes. */
type Delivery = () => Promise<Outcome>;

const monday = '2026-03-09T09:00:00Z';

const says =
  (text: string) =>
  (world: World, grace: Actor): Delivery =>
  () =>
    grace.says(text);
const presses =
  (option: string, inputs: Record<string, string> = {}) =>
  (_world: World, grace: Actor): Delivery => {
    const card = grace.sees;
    return () => grace.presses(option, inputs, card);
  };
const stepOf = async (world: World) => (await world.storage.tickets.find(1001))!.ticket.moves.length;
const helps =
  (who: string, option: TicketOption, inputs: Record<string, string> = {}) =>
  async (world: World): Promise<Delivery> => {
    const step = await stepOf(world);
    return () => world.person(who).pressesTicket(1001, option, inputs, step);
  };
const asks =
  (option: RequestOption, inputs: Record<string, string> = {}) =>
  async (world: World): Promise<Delivery> => {
    const step = await stepOf(world);
    return () => world.person('grace').pressesRequest(1001, option, inputs, step);
  };
const passes = (world: World, _grace: Actor) => {
  world.clock.now = new Date(world.clock.now.getTime() + 60_000);
};

/** From the first word to the end of the ticket. */
const life = [
  says('my pc will not join'),
  presses('choose:win7'),
  says('AADSTS50034 at 10.0.0.7'),
  says('talk to a person'),
  presses('review', { note: 'please help', phone: '555 0100' }),
  presses('send', { withPaste: 'true' }),
  helps('lena', 'claim'),
  helps('lena', 'sendAssign', { assignee: contoso(new Date(monday)).people.find(({ key }) => key === 'marek')!.id }),
  helps('marek', 'markUrgent'),
  helps('marek', 'sendReply', { text: 'Which cable is it on?', waits: 'true' }),
  asks('answer', { text: 'The grey one.' }),
  helps('marek', 'sendNote', { text: 'It is always the grey one.' }),
  helps('marek', 'unclaim'),
  helps('ada', 'claim'),
  helps('ada', 'sendResolve', { cause: 'other', text: 'Took the blue cable.' }),
  asks('reopen', { text: 'It does not work.' }),
  helps('lena', 'claim'),
  helps('lena', 'sendResolve', { cause: 'other', text: 'Took the red cable.' }),
  asks('comment', { text: 'Red it is.' }),
  asks('confirm'),
];

type Manner = (deliver: Delivery) => Promise<unknown>;

const once: Manner = (deliver) => deliver();
const oneAfterTheOther: Manner = async (deliver) => {
  for (let time = 0; time < 3; time += 1) await deliver();
};
const atTheSameMoment: Manner = (deliver) => Promise.all([deliver(), deliver(), deliver()]);

/** What is left of a life that was delivered in this manner, and once more at the end where that is asked for. */
async function lived(manner: Manner, again: (deliveries: readonly Delivery[]) => readonly Delivery[] = () => []) {
  const world = await aWorld({ clock: { now: new Date(monday) } });
  try {
    const grace = world.person('grace');
    const deliveries: Delivery[] = [];
    for (const compose of life) {
      const deliver = await compose(world, grace);
      deliveries.push(deliver);
      await manner(deliver);
      passes(world, grace);
    }
    for (const deliver of again(deliveries)) await deliver();
    const tickets: Ticket[] = [];
    for (let number = 1001; ; number += 1) {
      const found = await world.storage.tickets.find(number);
      if (!found) break;
      tickets.push(found.ticket);
    }
    const audit = await world.storage.audit.since(0, 1_000);
    const messages: Record<string, unknown[]> = { channel: [], thread: [], person: [], message: [] };
    for (const posted of world.teams.posted) messages[posted.to.kind]!.push(posted);
    return { tickets: timeless(tickets), audit: timeless(audit), messages: timeless(messages) };
  } finally {
    await world.close();
  }
}

/** Without times, and without ids and steps of the walk that count what was said: a text that was said twice is two texts. */
function timeless(value: unknown): unknown {
  const passing = new Set([
    'at',
    'createdAt',
    'updatedAt',
    'remindAt',
    'closesAt',
    'sessionId',
    'ref',
    'activityId',
    'conversationId',
    'readAt',
  ]);
  return JSON.parse(JSON.stringify(value, (key, each: unknown) => (passing.has(key) ? undefined : each)));
}

describe('a whole life of a ticket, of which every activity is delivered three times', { timeout: 120_000 }, () => {
  const expected = lived(once);

  it('is one life when it is delivered once', async () => {
    const { tickets, messages } = (await expected) as { tickets: Ticket[]; messages: Record<string, unknown[]> };
    expect(tickets.map(({ moves }) => moves.map(({ kind }) => kind))).toEqual([
      [
        'opened',
        'claimed',
        'assigned',
        'markedUrgent',
        'replied',
        'commented',
        'noted',
        'unclaimed',
        'claimed',
        'resolved',
        'reopened',
        'claimed',
        'resolved',
        'commented',
        'closed',
      ],
    ]);
    // Every move but the first, and what was pasted.
    expect(messages['thread']).toHaveLength(15);
    // Four times who has it, one reply, two solutions.
    expect(messages['person']).toHaveLength(7);
  });

  it.each([
    ['one after the other', oneAfterTheOther],
    ['at the same moment', atTheSameMoment],
  ])('is the same when they come %s', async (_name, manner) => {
    expect(await lived(manner)).toEqual(await expected);
  });

  it.each([
    ['in their order', (deliveries: readonly Delivery[]) => deliveries],
    ['the other way round', (deliveries: readonly Delivery[]) => [...deliveries].reverse()],
  ])('is the same when they all come once more at the end, %s', async (_name, again) => {
    expect(await lived(atTheSameMoment, again)).toEqual(await expected);
  });
});

describe('what is like another press and not the same', () => {
  it('from the same drawing of the card: another cause, or the same words with another tick, counts', async () => {
    const world = await aWorld({ clock: { now: new Date(monday) } });
    try {
      const grace = world.person('grace');
      for (const compose of [says('talk to a person'), presses('review', { note: 'please help' }), presses('send')])
        await compose(world, grace)();
      const lena = world.person('lena');
      const [cause, another] = [...world.tree.causes.keys()] as [string, string];
      await lena.pressesTicket(1001, 'claim', {}, 1);
      for (const waits of ['false', 'true', 'true'])
        await lena.pressesTicket(1001, 'sendReply', { text: 'Is it on?', waits }, 2);
      await lena.pressesTicket(1001, 'sendResolve', { cause }, 2);
      await lena.pressesTicket(1001, 'sendReopen', { text: 'Not so.' });
      await lena.pressesTicket(1001, 'claim');
      for (const each of [cause, another, another]) await lena.pressesTicket(1001, 'sendResolve', { cause: each }, 2);
      const { ticket } = (await world.storage.tickets.find(1001))!;
      expect(ticket.moves).toMatchObject([
        { kind: 'opened' },
        { kind: 'claimed' },
        { kind: 'replied', waits: false },
        { kind: 'replied', waits: true },
        { kind: 'resolved', cause: { id: cause } },
        { kind: 'reopened' },
        { kind: 'claimed' },
        { kind: 'resolved', cause: { id: another } },
      ]);
    } finally {
      await world.close();
    }
  });
});
