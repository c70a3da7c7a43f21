import { beforeEach, describe, expect, it } from 'vitest';
import type { DeliverOptions } from '../../src/helpdesk/deliver-options.js';
import { deliverDue } from '../../src/helpdesk/deliver.js';
import type { Delivery, OutboxRow } from '../../src/helpdesk/ports.js';
import { nobody, stepOf, type Party } from '../../src/helpdesk/ticket.js';
import { aTicket, ada, ben, helper } from '../contracts/storage/samples.js';
import { fakeMessenger, type Asked, type FakeMessenger } from '../support/fake-messenger.js';
import { aHandOver, channelId, helpdeskRig, type Instance } from '../support/helpdesk-rig.js';

const rig = helpdeskRig();
const start = Date.parse('2026-03-09T09:00Z');
const minute = 60_000;

let instance: Instance;
let teams: FakeMessenger;
let now: number;
let onDuty: readonly Party[];
const deliveries: { readonly row: OutboxRow; readonly delivery: Delivery }[] = [];

beforeEach(async () => {
  instance = await rig.instance();
  teams = fakeMessenger();
  now = start;
  onDuty = [];
  deliveries.length = 0;
});

function deliver(changes: Partial<DeliverOptions> = {}): Promise<number> {
  return deliverDue({
    outbox: instance.storage.outbox,
    tickets: instance.storage.tickets,
    messenger: teams,
    autoUpdatingCards: instance.storage.autoUpdatingCards,
    autoUpdatingView: async () => undefined,
    localeOf: async () => undefined,
    channelId: async () => rig.channelId,
    onDuty: async () => onDuty,
    locale: 'en',
    now: () => now,
    random: () => 0,
    isCurrent: async () => true,
    onDelivered: (row, delivery) => deliveries.push({ row, delivery }),
    onFault: (_row, error) => {
      throw error;
    },
    ...changes,
  });
}

async function opened(changes = {}): Promise<number> {
  return (await instance.helpdesk.handOver(aHandOver(changes))).number;
}

async function press(number: number, kind: 'claim' | 'unclaim' | 'markUrgent'): Promise<void> {
  await instance.helpdesk.press(number, { kind }, { by: helper, fromStep: stepOf(await ticketOf(number)) });
}

const resolve = (number: number) =>
  instance.helpdesk.press(number, { kind: 'resolve', cause: undefined, text: 'done' }, { by: helper, fromStep: 2 });
const withdraw = (number: number) => instance.helpdesk.pressOwn(number, { kind: 'withdraw' }, { by: ada, fromStep: 1 });
const ticketOf = async (number: number) => (await instance.storage.tickets.find(number))!.ticket;
const cardOf = async (number: number) => (await instance.storage.tickets.find(number))?.card;
const written = ({ to, view }: Asked) => `${view.kind} -> ${to.kind}`;
const taken = () => teams.taken.splice(0).map(written);

/** The first that is asked for, for good: what comes afterwards is there. */
const gone = (where: 'thread' | 'card') => {
  let first: string | undefined;
  return (asked: Asked) => {
    const place =
      asked.to.kind === 'card' ? asked.to.card.activityId : asked.to.kind === 'thread' ? asked.to.conversationId : '';
    if (asked.to.kind !== where || place !== (first ??= place)) return undefined;
    return { kind: 'gone', reason: '404' } as const;
  };
};

/** Until what Teams calls gone is believed: it is asked for two minutes. */
async function deliverInTheEnd(changes: Partial<DeliverOptions> = {}): Promise<void> {
  for (let look = 0; look < 4; look += 1, now += 40_000) await deliver(changes);
}

const everythingGone = (asked: Asked) =>
  asked.to.kind === 'thread' || asked.to.kind === 'card' ? ({ kind: 'gone', reason: '404' } as const) : undefined;

describe('a ticket in the channel', () => {
  it('is posted once, replaced in place afterwards, and told below its card', async () => {
    const number = await opened();
    await deliver();
    expect(await cardOf(number)).toEqual({ conversationId: `${channelId};messageid=1`, activityId: 'message-1' });
    await press(number, 'claim');
    await deliver();
    expect(teams.taken.map(written).toSorted()).toEqual([
      'ticketCard -> card',
      'ticketCard -> channel',
      'ticketEntry -> thread',
      'ticketNews -> person',
    ]);
    expect(teams.taken.find(({ to }) => to.kind === 'thread')).toMatchObject({
      to: { conversationId: `${channelId};messageid=1` },
      view: {
        kind: 'ticketEntry',
        ticket: { number, state: 'claimed' },
        move: { kind: 'claimed', by: helper },
        mention: [],
      },
      locale: 'en',
    });
    expect(teams.taken.find(({ to }) => to.kind === 'person')).toMatchObject({
      to: { personId: ada.id },
      view: { kind: 'ticketNews', news: 'claimed', by: helper },
      locale: 'de',
    });
  });

  it('is shown as it is when the message leaves', async () => {
    const number = await opened();
    await press(number, 'claim');
    await deliver();
    expect(teams.taken.find(({ to }) => to.kind === 'channel')).toMatchObject({
      view: { kind: 'ticketCard', ticket: { state: 'claimed' } },
    });
  });

  it('keeps the order of its lane: what failed goes first when it is tried again', async () => {
    const number = await opened();
    await press(number, 'claim');
    teams.answer = ({ to }) => (to.kind === 'channel' ? { kind: 'retry', afterMs: minute, reason: '503' } : undefined);
    await deliver();
    expect(taken()).toEqual(['ticketNews -> person']);
    teams.answer = () => undefined;
    now += minute;
    await deliver();
    expect(taken()).toEqual(['ticketCard -> channel', 'ticketCard -> card', 'ticketEntry -> thread']);
  });

  it('shows the paste below its card, for the helpdesk alone', async () => {
    const number = await opened({ report: { ...aTicket().report, paste: 'AzureAdJoined : NO' } });
    await deliver();
    expect(teams.taken.map(written)).toEqual(['ticketCard -> channel', 'ticketPaste -> thread']);
    expect(teams.taken[1]?.view).toEqual({
      kind: 'ticketPaste',
      ticketNumber: number,
      requester: ada,
      text: 'AzureAdJoined : NO',
    });
  });

  it('calls those who are on duty when the reminder leaves, and nobody once it was claimed', async () => {
    const number = await opened();
    await deliver();
    now += 60 * minute;
    rig.at(new Date(now).toISOString());
    await instance.upkeep();
    onDuty = [ben];
    await deliver();
    expect(teams.taken.find(({ to }) => to.kind === 'thread')).toMatchObject({
      view: { move: { kind: 'reminded' }, mention: [ben] },
    });
    await instance.storage.outbox.add('late', { kind: 'ticketEntry', ticketNumber: number, move: 1 });
    await press(number, 'claim');
    teams.taken.length = 0;
    await deliver();
    expect(taken().filter((each) => each.startsWith('ticketEntry'))).toHaveLength(1);
  });
});

describe('when no channel is chosen', () => {
  it('the card waits, everything behind it too, and leaves when there is one', async () => {
    rig.channelId = undefined;
    const number = await opened();
    await press(number, 'claim');
    await deliver();
    expect(taken()).toEqual(['ticketNews -> person']);
    rig.channelId = channelId;
    now += minute;
    await deliver();
    expect(taken()).toEqual(['ticketCard -> channel', 'ticketCard -> card', 'ticketEntry -> thread']);
  });

  it('waiting for one is no failure: the first that comes later is tried again soon', async () => {
    rig.channelId = undefined;
    await opened();
    for (let look = 0; look < 60; look += 1, now += minute) await deliver();
    rig.channelId = channelId;
    teams.answer = () => ({ kind: 'retry', afterMs: 1_000, reason: '503' });
    await deliver();
    expect(deliveries.at(-1)?.delivery).toEqual({ kind: 'retry', afterMs: 5_000, reason: '503' });
  });

  it('a channel that refuses keeps the card waiting, until another is chosen', async () => {
    await opened();
    teams.answer = ({ to }) =>
      to.kind === 'channel' && to.channelId === channelId ? { kind: 'park', reason: '403' } : undefined;
    await deliver();
    expect(deliveries.at(-1)?.delivery).toEqual({ kind: 'retry', afterMs: 15 * minute, reason: '403' });
    expect(await instance.storage.outbox.parked(10)).toEqual([]);
    rig.channelId = '19:other@thread.tacv2';
    await instance.storage.helpdeskSettings.useChannel(rig.channelId, [], {
      actorId: helper.id,
      action: 'useChannel',
      objectIds: [],
      result: 'done',
      at: new Date(now).toISOString(),
    });
    await deliver();
    expect(taken()).toEqual(['ticketCard -> channel']);
  });
});

describe('a pause that Teams’ limits ask for', () => {
  it('is kept to, and does not count as a failure', async () => {
    await opened();
    teams.answer = () => ({ kind: 'wait', afterMs: 700 });
    for (let look = 0; look < 10; look += 1) {
      await deliver();
      now += 699;
      expect(await deliver()).toBe(0);
      now += 1;
    }
    teams.answer = () => ({ kind: 'retry', afterMs: 1_000, reason: '503' });
    await deliver();
    expect(deliveries.at(-1)?.delivery).toMatchObject({ kind: 'retry', afterMs: 5_000 });
  });

  it('brings no row nearer to being given up', async () => {
    await opened();
    teams.answer = () => ({ kind: 'wait', afterMs: minute });
    for (let look = 0; look < 10; look += 1, now += minute) await deliver();
    teams.answer = () => {
      throw new Error('This view cannot be drawn');
    };
    await deliver({ onFault: () => undefined });
    expect(deliveries.at(-1)?.delivery).toMatchObject({ kind: 'unknown', reason: 'This view cannot be drawn' });
  });

  it('leaves a copy that may have arrived marked as such', async () => {
    await opened();
    const answers = [
      { kind: 'unknown', afterMs: minute, reason: 'timeout' },
      { kind: 'wait', afterMs: minute },
    ] as const;
    teams.answer = () => answers[teams.asked.length - 1];
    for (let look = 0; look < 3; look += 1, now += minute) await deliver();
    expect(teams.taken).toMatchObject([{ again: true }]);
  });
});

describe('a thread that is gone', () => {
  it('is begun anew: a new card first, then what was to be told, and the ticket says so', async () => {
    const number = await opened();
    await deliver();
    teams.answer = gone('thread');
    await press(number, 'claim');
    taken();
    await deliverInTheEnd();
    expect(taken().filter((each) => !each.endsWith('person'))).toEqual([
      'ticketCard -> card',
      'ticketCard -> channel',
      'ticketEntry -> thread',
      'ticketEntry -> thread',
    ]);
    expect((await ticketOf(number)).moves.at(-1)).toMatchObject({ kind: 'cardRenewed', by: nobody });
    const [entry, renewal] = teams.asked.filter(({ to }) => to.kind === 'thread').slice(3);
    expect([entry, renewal]).toMatchObject([
      { view: { move: { kind: 'claimed' } } },
      { view: { move: { kind: 'cardRenewed' } } },
    ]);
    expect((await cardOf(number))?.conversationId).toBe((entry?.to as { conversationId: string }).conversationId);
  });

  it('makes at most one message an attempt', async () => {
    const number = await opened();
    await deliver();
    teams.answer = gone('thread');
    await press(number, 'claim');
    await deliverInTheEnd();
    const entry = deliveries.filter(({ row }) => row.outgoing.kind === 'ticketEntry' && row.outgoing.move === 1);
    expect(entry.map(({ delivery, row }) => [delivery.kind, row.attempts])).toEqual([
      ['refused', 1],
      ['refused', 2],
      ['next', 3],
      ['next', 4],
      ['done', 5],
    ]);
  });

  it('of a ticket that has ended is left in peace', async () => {
    const number = await opened();
    await deliver();
    teams.answer = everythingGone;
    await withdraw(number);
    taken();
    await deliverInTheEnd();
    expect(taken()).toEqual([]);
    expect((await ticketOf(number)).moves.at(-1)).toMatchObject({ kind: 'withdrawn' });
    expect(await instance.storage.outbox.parked(10)).toEqual([]);
  });
});

describe('a ticket that ends before its card is known', () => {
  it('needs none when it certainly was never posted', async () => {
    const number = await opened();
    await withdraw(number);
    await deliver();
    expect(taken()).toEqual([]);
    expect(await cardOf(number)).toBeUndefined();
  });

  it('is told all the same when one may stand there and show it as open', async () => {
    const number = await opened();
    teams.answer = () => ({ kind: 'unknown', afterMs: minute, reason: '503' });
    await deliver();
    teams.answer = () => undefined;
    await withdraw(number);
    now += 2 * minute;
    await deliver();
    expect(taken()).toEqual(['ticketCard -> channel', 'ticketCard -> card', 'ticketEntry -> thread']);
    expect(teams.asked.filter(({ to }) => to.kind === 'channel').at(-1)).toMatchObject({
      again: true,
      view: { ticket: { state: 'withdrawn' } },
    });
    expect(await cardOf(number)).toBeDefined();
  });
});

describe('a card that is gone', () => {
  it('is posted anew, and the ticket says so below it', async () => {
    const number = await opened();
    await deliver();
    const before = await cardOf(number);
    teams.answer = gone('card');
    await press(number, 'markUrgent');
    taken();
    await deliverInTheEnd();
    expect(taken()).toEqual(['ticketCard -> channel', 'ticketEntry -> thread', 'ticketEntry -> thread']);
    expect(await cardOf(number)).not.toEqual(before);
    expect((await ticketOf(number)).moves).toMatchObject([
      {},
      { kind: 'markedUrgent' },
      { kind: 'cardRenewed', by: nobody },
    ]);
  });

  it('of a resolved ticket is left in peace', async () => {
    const number = await opened();
    await press(number, 'claim');
    await deliver();
    await resolve(number);
    await instance.left();
    taken();
    teams.answer = everythingGone;
    await instance.storage.outbox.add(`ticket:${number}`, { kind: 'ticketCard', ticketNumber: number });
    await deliverInTheEnd();
    expect(taken()).toEqual([]);
    expect((await ticketOf(number)).moves).toHaveLength(3);
  });

  it('of a ticket that ends at that very moment is left in peace, too', async () => {
    const number = await opened();
    await deliver();
    await press(number, 'markUrgent');
    taken();
    let withdrawn: Promise<unknown> | undefined;
    const { update } = teams;
    teams.answer = everythingGone;
    const messenger = {
      ...teams,
      update: async (...asked: Parameters<typeof update>) => {
        withdrawn ??= withdraw(number);
        await withdrawn;
        return update(...asked);
      },
    };
    await deliverInTheEnd({ messenger });
    expect(taken()).toEqual([]);
    expect((await ticketOf(number)).moves.map(({ kind }) => kind)).toEqual(['opened', 'markedUrgent', 'withdrawn']);
  });
});

describe('what is gone when its message leaves', () => {
  it('a paste is not sent any more once the ticket has ended', async () => {
    rig.channelId = undefined;
    const number = await opened({ report: { ...aTicket().report, paste: 'AzureAdJoined : NO' } });
    await deliver();
    await withdraw(number);
    rig.channelId = channelId;
    now += minute;
    await deliver();
    expect(taken()).not.toContain('ticketPaste -> thread');
    expect(JSON.stringify(teams.asked)).not.toContain('AzureAdJoined');
  });

  it('the names and words of somebody who was forgotten are not sent any more', async () => {
    const number = await opened();
    await press(number, 'claim');
    await deliver();
    await instance.helpdesk.pressOwn(
      number,
      { kind: 'comment', text: 'words of the person' },
      { by: ada, fromStep: 2 },
    );
    await resolve(number);
    await instance.storage.personalData.forget(ada.id);
    teams.asked.length = 0;
    taken();
    await deliver();
    expect(taken()).not.toContain('ticketNews -> person');
    expect(JSON.stringify(teams.asked)).not.toMatch(/words of the person|Ada|done/);
  });

  it('a ticket that is not in the database is given up with the reason', async () => {
    for (const outgoing of [
      { kind: 'ticketCard', ticketNumber: 4711 },
      { kind: 'ticketEntry', ticketNumber: 4711, move: 1 },
      { kind: 'ticketPaste', ticketNumber: 4711 },
    ] as const) {
      await instance.storage.outbox.add(outgoing.kind, outgoing);
    }
    await deliver();
    expect((await instance.storage.outbox.parked(10)).map(({ reason }) => reason)).toEqual(
      Array.from({ length: 3 }, () => 'Ticket 4711 is not in the database'),
    );
    await instance.storage.outbox.add('news', {
      kind: 'ticketNews',
      ticketNumber: 4711,
      move: 1,
      personId: ada.id,
      locale: 'en',
    });
    await deliver();
    expect(deliveries.at(-1)?.delivery).toEqual({ kind: 'done' });
  });
});

it('a person who cannot be reached loses the message, not the ticket', async () => {
  const number = await opened();
  await press(number, 'claim');
  teams.answer = ({ to }) => (to.kind === 'person' ? { kind: 'park', reason: '403' } : undefined);
  await deliver();
  expect(await instance.storage.outbox.parked(10)).toMatchObject([{ outgoing: { kind: 'ticketNews' }, reason: '403' }]);
  expect(taken()).toEqual(['ticketCard -> channel', 'ticketCard -> card', 'ticketEntry -> thread']);
});
