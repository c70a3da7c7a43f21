import { describe, expect, it } from 'vitest';
import { stepOf, type Party } from '../../src/helpdesk/ticket.js';
import { ada, helper, nobody } from '../contracts/storage/samples.js';
import { aHandOver, helpdeskRig, type Instance } from '../support/helpdesk-rig.js';

const rig = helpdeskRig();

async function handedOver({ helpdesk, left }: Instance, changes = {}): Promise<number> {
  const { number } = await helpdesk.handOver(aHandOver(changes));
  await left();
  return number;
}

async function press(
  instance: Instance,
  number: number,
  kind: 'claim' | 'unclaim' | 'markUrgent' | 'markNormal',
  by: Party = helper,
): Promise<void> {
  const ticket = (await instance.storage.tickets.find(number))!.ticket;
  expect(await instance.helpdesk.press(number, { kind }, { by, fromStep: stepOf(ticket) })).toMatchObject({
    kind: 'done',
  });
}

/** How often the helpdesk was reminded of it. */
async function reminders({ storage }: Instance, number: number): Promise<number> {
  return (await storage.tickets.find(number))!.ticket.moves.filter(({ kind }) => kind === 'reminded').length;
}

/** Looks at each of the times; gives at which of them there was a reminder. */
async function remindedAt(instance: Instance, number: number, times: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const time of times) {
    const before = await reminders(instance, number);
    rig.at(time);
    await instance.upkeep();
    if ((await reminders(instance, number)) > before) found.push(time);
  }
  return found;
}

describe('a ticket that nobody claims', () => {
  it('is brought to mind after an hour, once, in its thread', async () => {
    const instance = await rig.instance();
    const number = await handedOver(instance);
    expect(
      await remindedAt(instance, number, [
        '2026-03-09T09:59:59Z',
        '2026-03-09T10:00Z',
        '2026-03-09T10:01Z',
        '2026-03-10T10:00Z',
      ]),
    ).toEqual(['2026-03-09T10:00Z']);
    expect((await instance.storage.tickets.find(number))?.ticket).toMatchObject({
      state: 'open',
      moves: [{}, { kind: 'reminded', by: nobody, at: '2026-03-09T10:00:00.000Z' }],
    });
    const entries = (await instance.left()).filter(({ kind }) => kind === 'ticketEntry' || kind === 'ticketNews');
    expect(entries).toEqual([{ kind: 'ticketEntry', ticketNumber: number, move: 1 }]);
  });

  it('is brought to mind after a quarter of an hour when it is urgent', async () => {
    const instance = await rig.instance();
    const number = await handedOver(instance, { severity: 'urgent' });
    expect(
      await remindedAt(instance, number, ['2026-03-09T09:14:59Z', '2026-03-09T09:15Z', '2026-03-09T10:00Z']),
    ).toEqual(['2026-03-09T09:15Z']);
  });

  it.each([
    [
      'of Friday evening on Monday morning',
      '2026-03-13T17:30Z',
      ['2026-03-13T18:30Z', '2026-03-14T12:00Z', '2026-03-16T08:29Z', '2026-03-16T08:30Z'],
    ],
    [
      'of the weekend an hour after Monday has begun',
      '2026-03-14T12:00Z',
      ['2026-03-14T13:00Z', '2026-03-15T13:00Z', '2026-03-16T08:59Z', '2026-03-16T09:00Z'],
    ],
    [
      'of the night an hour after the morning has begun',
      '2026-03-10T03:00Z',
      ['2026-03-10T04:00Z', '2026-03-10T08:59Z', '2026-03-10T09:00Z'],
    ],
    [
      'whose hour ends with the day on the next morning',
      '2026-03-09T17:00Z',
      ['2026-03-09T17:59Z', '2026-03-09T18:00Z', '2026-03-10T08:00Z'],
    ],
    [
      'whose time was missed on the next morning',
      '2026-03-09T16:00Z',
      ['2026-03-09T19:00Z', '2026-03-10T07:59Z', '2026-03-10T08:00Z'],
    ],
  ])('is brought to mind in working hours: one %s', async (_what, handedOverAt, times) => {
    const instance = await rig.instance();
    rig.at(handedOverAt);
    const number = await handedOver(instance);
    expect(await remindedAt(instance, number, times)).toEqual([times.at(-1)]);
  });

  it('is brought to mind by the clock of the helpdesk, also when that clock changes', async () => {
    rig.timeZone = 'Europe/Berlin';
    const instance = await rig.instance();
    rig.at('2026-03-27T16:30Z');
    const number = await handedOver(instance);
    expect(await remindedAt(instance, number, ['2026-03-27T17:00Z', '2026-03-30T06:29Z', '2026-03-30T06:30Z'])).toEqual(
      ['2026-03-30T06:30Z'],
    );
  });

  it('is brought to mind after a restart', async () => {
    const before = await rig.instance();
    const number = await handedOver(before);
    await before.close();
    rig.at('2026-03-09T12:00Z');
    const after = await rig.instance();
    await after.upkeep();
    expect(await reminders(after, number)).toBe(1);
    await after.close();
    const again = await rig.instance();
    await again.upkeep();
    expect(await reminders(again, number)).toBe(1);
  });

  it('is brought to mind by one of two instances that look at the same moment', async () => {
    const instances = [await rig.instance(), await rig.instance()];
    const numbers = [];
    for (let index = 0; index < 5; index += 1)
      numbers.push(await handedOver(instances[0]!, { sessionId: `session-${index}` }));
    rig.at('2026-03-09T10:00Z');
    await instances[0]!.storage.helpdeskSettings.tellDay('2026-03-09', []);
    const done = await Promise.all(instances.flatMap(({ upkeep }) => [upkeep(), upkeep()]));
    expect(done.reduce((sum, count) => sum + count)).toBe(5);
    const entries = (await instances[0]!.left()).filter(({ kind }) => kind === 'ticketEntry');
    expect(entries).toEqual(numbers.map((ticketNumber) => ({ kind: 'ticketEntry', ticketNumber, move: 1 })));
  });

  it('is left alone once it was claimed, and waited for anew when it is given back', async () => {
    const instance = await rig.instance();
    const number = await handedOver(instance);
    rig.at('2026-03-09T09:30Z');
    await press(instance, number, 'claim');
    expect(await remindedAt(instance, number, ['2026-03-09T10:00Z', '2026-03-09T11:00Z'])).toEqual([]);
    await press(instance, number, 'unclaim');
    expect(await remindedAt(instance, number, ['2026-03-09T11:59Z', '2026-03-09T12:00Z', '2026-03-09T13:00Z'])).toEqual(
      ['2026-03-09T12:00Z'],
    );
  });

  it('is left alone when it is withdrawn', async () => {
    const instance = await rig.instance();
    const number = await handedOver(instance);
    await instance.helpdesk.pressOwn(number, { kind: 'withdraw' }, { by: ada, fromStep: 1 });
    expect(await remindedAt(instance, number, ['2026-03-09T10:00Z'])).toEqual([]);
    expect((await instance.storage.tickets.find(number))?.ticket.remindAt).toBeUndefined();
  });

  it('is waited for anew when it is reopened', async () => {
    const instance = await rig.instance();
    const number = await handedOver(instance);
    await press(instance, number, 'claim');
    await instance.helpdesk.press(
      number,
      { kind: 'resolve', cause: undefined, text: 'done' },
      { by: helper, fromStep: 2 },
    );
    rig.at('2026-03-09T14:00Z');
    await instance.helpdesk.pressOwn(number, { kind: 'reopen', text: 'no' }, { by: ada, fromStep: 3 });
    expect(await remindedAt(instance, number, ['2026-03-09T14:59Z', '2026-03-09T15:00Z', '2026-03-09T16:00Z'])).toEqual(
      ['2026-03-09T15:00Z'],
    );
  });

  it.each([
    ['early: a quarter of an hour after it was opened', '2026-03-09T09:05Z', '2026-03-09T09:15Z'],
    ['late: at once', '2026-03-09T09:40Z', '2026-03-09T09:40Z'],
  ])('may become urgent %s', async (_when, markedAt, expected) => {
    const instance = await rig.instance();
    const number = await handedOver(instance);
    rig.at(markedAt);
    await press(instance, number, 'markUrgent');
    expect(await remindedAt(instance, number, [expected, '2026-03-09T10:00Z', '2026-03-09T11:00Z'])).toEqual([
      expected,
    ]);
  });

  it('has its hour again when it is no longer urgent', async () => {
    const instance = await rig.instance();
    const number = await handedOver(instance, { severity: 'urgent' });
    await press(instance, number, 'markNormal');
    expect(await remindedAt(instance, number, ['2026-03-09T09:15Z', '2026-03-09T09:59Z', '2026-03-09T10:00Z'])).toEqual(
      ['2026-03-09T10:00Z'],
    );
  });

  it('is not brought to mind again when it is calmed down afterwards', async () => {
    const instance = await rig.instance();
    const number = await handedOver(instance, { severity: 'urgent' });
    expect(await remindedAt(instance, number, ['2026-03-09T09:15Z'])).toHaveLength(1);
    await press(instance, number, 'markNormal');
    expect(await remindedAt(instance, number, ['2026-03-09T10:00Z', '2026-03-09T12:00Z'])).toEqual([]);
  });
});

describe('a resolved ticket', () => {
  async function resolved(instance: Instance): Promise<number> {
    const number = await handedOver(instance);
    await press(instance, number, 'claim');
    await instance.helpdesk.press(
      number,
      { kind: 'resolve', cause: undefined, text: 'done' },
      { by: helper, fromStep: 2 },
    );
    await instance.left();
    return number;
  }

  it('closes by itself after a week, whatever day it is, and tells the thread alone', async () => {
    const instance = await rig.instance();
    rig.at('2026-03-08T11:00Z');
    const number = await resolved(instance);
    rig.at('2026-03-15T10:59:59.999Z');
    await instance.upkeep();
    expect((await instance.storage.tickets.find(number))?.ticket.state).toBe('resolved');
    rig.at('2026-03-15T11:00Z');
    expect(await instance.upkeep()).toBe(1);
    const { ticket } = (await instance.storage.tickets.find(number))!;
    expect(ticket).toMatchObject({
      state: 'closed',
      moves: [{}, {}, {}, { kind: 'closed', by: nobody, at: '2026-03-15T11:00:00.000Z' }],
    });
    expect(ticket.closesAt).toBeUndefined();
    expect((await instance.left()).map(({ kind }) => kind)).toEqual(['ticketCard', 'ticketEntry']);
    expect(await instance.upkeep()).toBe(0);
  });

  it('is closed by one of two instances', async () => {
    const instances = [await rig.instance(), await rig.instance()];
    const number = await resolved(instances[0]!);
    rig.at('2026-03-22T11:00Z');
    const done = await Promise.all(instances.map(({ upkeep }) => upkeep()));
    expect(done.toSorted()).toEqual([0, 1]);
    expect((await instances[0]!.storage.tickets.find(number))?.ticket.moves).toHaveLength(4);
  });

  it('stays open when it was reopened, and has a whole week when it is resolved again', async () => {
    const instance = await rig.instance();
    const number = await resolved(instance);
    rig.at('2026-03-14T09:00Z');
    await instance.helpdesk.pressOwn(number, { kind: 'reopen', text: 'no' }, { by: ada, fromStep: 3 });
    rig.at('2026-03-16T08:00Z');
    await instance.upkeep();
    expect((await instance.storage.tickets.find(number))?.ticket.state).toBe('open');
    await press(instance, number, 'claim');
    await instance.helpdesk.press(
      number,
      { kind: 'resolve', cause: undefined, text: 'now' },
      { by: helper, fromStep: 5 },
    );
    expect((await instance.storage.tickets.find(number))?.ticket.closesAt).toBe('2026-03-23T08:00:00.000Z');
  });

  it('more of them than are looked at in one round close in the next ones', async () => {
    const instance = await rig.instance();
    for (let index = 0; index < 60; index += 1) {
      const { number } = await instance.helpdesk.handOver(aHandOver({ sessionId: `session-${index}` }));
      const { ticket, version } = (await instance.storage.tickets.find(number))!;
      await instance.storage.tickets.save(
        { ...ticket, state: 'resolved', claimedBy: helper, remindAt: undefined, closesAt: '2026-03-15T00:00:00.000Z' },
        version,
        [],
      );
    }
    rig.at('2026-03-15T00:00Z');
    const done = [await instance.upkeep(), await instance.upkeep(), await instance.upkeep()];
    expect(done).toEqual([50, 10, 0]);
  });
});
