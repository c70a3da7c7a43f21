import { describe, expect, it } from 'vitest';
import type { Wish } from '../../src/helpdesk/helpdesk.js';
import { stepOf } from '../../src/helpdesk/ticket.js';
import { aTicket, ada, ben, helper } from '../contracts/storage/samples.js';
import { aHandOver, helpdeskRig, type Instance } from '../support/helpdesk-rig.js';

const rig = helpdeskRig();

async function opened(instance: Instance): Promise<number> {
  const { number } = await instance.helpdesk.handOver(aHandOver());
  await instance.left();
  return number;
}

async function claimed(instance: Instance): Promise<number> {
  const number = await opened(instance);
  await instance.helpdesk.press(number, { kind: 'claim' }, { by: helper, fromStep: 1 });
  await instance.left();
  return number;
}

const ticketOf = async ({ storage }: Instance, number: number) => (await storage.tickets.find(number))!.ticket;
const audit = async ({ storage }: Instance) =>
  (await storage.audit.since(0, 100))
    .toReversed()
    .map(({ actorId, action, objectIds, result }) => [actorId, action, objectIds, result]);
const kinds = async ({ left }: Instance) => (await left()).map(({ kind }) => kind);

describe('handing over', () => {
  it('opens one ticket for a walk, with its card and its reminder, however often it is sent', async () => {
    const instance = await rig.instance();
    const report = { ...aTicket().report, paste: 'AzureAdJoined : NO' };
    const tickets = await Promise.all([1, 2, 3].map(() => instance.helpdesk.handOver(aHandOver({ report }))));
    expect(new Set(tickets.map(({ number }) => number)).size).toBe(1);
    expect(tickets[0]).toMatchObject({
      state: 'open',
      requester: ada,
      locale: 'de',
      severity: 'normal',
      moves: [{ kind: 'opened', by: ada }],
      remindAt: '2026-03-09T10:00:00.000Z',
    });
    expect(await kinds(instance)).toEqual(['ticketCard', 'ticketPaste']);
    expect(rig.woken).toBeGreaterThan(0);
  });

  it('takes over what was edited, and with it how soon to remind', async () => {
    const instance = await rig.instance();
    await opened(instance);
    rig.at('2026-03-09T09:05Z');
    const report = { ...aTicket().report, form: { ...aTicket().report.form, urgent: true } };
    const ticket = await instance.helpdesk.handOver(aHandOver({ severity: 'urgent', report }));
    expect(ticket).toMatchObject({ severity: 'urgent', createdAt: '2026-03-09T09:00:00.000Z' });
    expect(Date.parse(ticket.remindAt ?? '')).toBeLessThanOrEqual(Date.parse('2026-03-09T09:20Z'));
  });
});

describe('a press of the helpdesk', () => {
  it('is done, told and audited', async () => {
    const instance = await rig.instance();
    const number = await opened(instance);
    const outcome = await instance.helpdesk.press(number, { kind: 'claim' }, { by: helper, fromStep: 1 });
    expect(outcome).toMatchObject({ kind: 'done', ticket: { state: 'claimed', claimedBy: helper } });
    expect(await ticketOf(instance, number)).toMatchObject({
      state: 'claimed',
      moves: [{}, { kind: 'claimed', by: helper, fromStep: 1 }],
    });
    expect(await kinds(instance)).toEqual(['ticketCard', 'ticketEntry', 'ticketNews']);
    expect(await audit(instance)).toEqual([[helper.id, 'ticket:claim', [String(number)], 'done']]);
  });

  it('that comes again is done, but not told or audited again', async () => {
    const instance = await rig.instance();
    const number = await claimed(instance);
    expect(await instance.helpdesk.press(number, { kind: 'claim' }, { by: helper, fromStep: 1 })).toMatchObject({
      kind: 'done',
      ticket: { state: 'claimed' },
    });
    expect(await ticketOf(instance, number)).toMatchObject({ moves: { length: 2 } });
    expect(await kinds(instance)).toEqual([]);
    expect(await audit(instance)).toHaveLength(1);
  });

  it('that came twice at the same moment is done once', async () => {
    const instances = [await rig.instance(), await rig.instance()];
    const number = await claimed(instances[0]!);
    const wish: Wish = { kind: 'reply', text: 'Which window?', waits: true };
    const outcomes = await Promise.all(
      instances.map(({ helpdesk }) => helpdesk.press(number, wish, { by: helper, fromStep: 2 })),
    );
    expect(outcomes).toMatchObject([
      { kind: 'done', ticket: { state: 'waiting' } },
      { kind: 'done', ticket: { state: 'waiting' } },
    ]);
    expect((await ticketOf(instances[0]!, number)).moves).toHaveLength(3);
    expect(await kinds(instances[0]!)).toEqual(['ticketCard', 'ticketEntry', 'ticketNews']);
  });

  it('loses against another at the same moment, and hears what is possible now', async () => {
    const instances = [await rig.instance(), await rig.instance()];
    const number = await opened(instances[0]!);
    const outcomes = await Promise.all(
      [helper, ben].map((by, index) =>
        instances[index]!.helpdesk.press(number, { kind: 'claim' }, { by, fromStep: 1 }),
      ),
    );
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refused']);
    const { claimedBy, moves } = await ticketOf(instances[0]!, number);
    expect(moves).toMatchObject([{}, { kind: 'claimed', by: claimedBy }]);
    expect(outcomes.find(({ kind }) => kind === 'refused')).toMatchObject({
      ticket: { claimedBy },
      possible: ['reply', 'note', 'resolve', 'assign', 'unclaim', 'markUrgent'],
    });
  });

  it('that is not possible changes nothing', async () => {
    const instance = await rig.instance();
    const number = await opened(instance);
    const outcome = await instance.helpdesk.press(
      number,
      { kind: 'resolve', cause: undefined, text: '' },
      { by: helper, fromStep: 1 },
    );
    expect(outcome).toMatchObject({ kind: 'refused', possible: ['claim', 'assign', 'note', 'markUrgent'] });
    expect((await ticketOf(instance, number)).moves).toHaveLength(1);
    expect(await kinds(instance)).toEqual([]);
  });

  it('is not theirs to make what belongs to the person or to time', async () => {
    const instance = await rig.instance();
    const number = await opened(instance);
    for (const kind of ['withdraw', 'confirm', 'close', 'remind', 'renewCard'] as const) {
      expect(await instance.helpdesk.press(number, { kind }, { by: helper, fromStep: 1 }), kind).toMatchObject({
        kind: 'refused',
      });
    }
  });

  it.each([
    ['notMember', 'notAllowed'],
    ['unknown', 'membershipUnknown'],
  ] as const)('of somebody who is %s is %s, and audited', async (standing, kind) => {
    const instance = await rig.instance();
    const number = await opened(instance);
    rig.memberships.set(ben.id, standing);
    expect(await instance.helpdesk.press(number, { kind: 'claim' }, { by: ben, fromStep: 1 })).toEqual({ kind });
    expect((await ticketOf(instance, number)).state).toBe('open');
    expect(await audit(instance)).toEqual([
      [ben.id, 'ticket:claim', [String(number)], standing === 'unknown' ? 'unknown' : 'refused'],
    ]);
  });

  it('may rest on an earlier membership, and the audit says so', async () => {
    const instance = await rig.instance();
    const number = await opened(instance);
    rig.memberships.set(helper.id, 'earlierMember');
    expect(await instance.helpdesk.press(number, { kind: 'claim' }, { by: helper, fromStep: 1 })).toMatchObject({
      kind: 'done',
    });
    expect(await audit(instance)).toEqual([[helper.id, 'ticket:claim', [String(number)], 'doneOnEarlierMembership']]);
  });

  it('on a ticket that is not there finds none', async () => {
    const { helpdesk } = await rig.instance();
    expect(await helpdesk.press(4711, { kind: 'claim' }, { by: helper, fromStep: 1 })).toEqual({ kind: 'notFound' });
    expect(await helpdesk.press(4711, { kind: 'assign', to: ben }, { by: helper, fromStep: 1 })).toEqual({
      kind: 'notFound',
    });
  });
});

describe('assigning', () => {
  it('gives it to a colleague, told to both and audited with both', async () => {
    const instance = await rig.instance();
    const number = await opened(instance);
    expect(
      await instance.helpdesk.press(number, { kind: 'assign', to: ben }, { by: helper, fromStep: 1 }),
    ).toMatchObject({ kind: 'done', ticket: { claimedBy: ben } });
    expect(await kinds(instance)).toEqual(['ticketCard', 'ticketEntry', 'ticketNews']);
    expect(await audit(instance)).toEqual([[helper.id, 'ticket:assign', [String(number), ben.id], 'done']]);
  });

  it.each(['notMember', 'unknown'] as const)('is refused when the other is %s, and audited', async (standing) => {
    const instance = await rig.instance();
    const number = await opened(instance);
    rig.memberships.set(ben.id, standing);
    expect(
      await instance.helpdesk.press(number, { kind: 'assign', to: ben }, { by: helper, fromStep: 1 }),
    ).toMatchObject({ kind: 'notColleague', ticket: { number, state: 'open' } });
    expect((await ticketOf(instance, number)).moves).toHaveLength(1);
    expect(await audit(instance)).toEqual([[helper.id, 'ticket:assign', [String(number), ben.id], 'refused']]);
  });

  it.each([helper, ben])('may rest on an earlier membership of $name, and the audit says so', async ({ id }) => {
    const instance = await rig.instance();
    const number = await opened(instance);
    rig.memberships.set(id, 'earlierMember');
    await instance.helpdesk.press(number, { kind: 'assign', to: ben }, { by: helper, fromStep: 1 });
    expect(await audit(instance)).toMatchObject([
      [helper.id, 'ticket:assign', [String(number), ben.id], 'doneOnEarlierMembership'],
    ]);
  });
});

describe('the person', () => {
  it('moves their own ticket, and nobody else’s', async () => {
    const instance = await rig.instance();
    const number = await claimed(instance);
    for (const by of [ben, helper, { ...ada, id: '' }]) {
      expect(await instance.helpdesk.pressOwn(number, { kind: 'withdraw' }, { by, fromStep: 2 })).toEqual({
        kind: 'notFound',
      });
      expect(await instance.helpdesk.lookAtOwn(number, by.id)).toBeUndefined();
    }
    expect(
      await instance.helpdesk.pressOwn(
        number,
        { kind: 'resolve', cause: undefined, text: '' },
        { by: ada, fromStep: 2 },
      ),
    ).toMatchObject({ kind: 'refused', possible: ['comment', 'withdraw'] });
    expect(await instance.helpdesk.pressOwn(number, { kind: 'withdraw' }, { by: ada, fromStep: 2 })).toMatchObject({
      kind: 'done',
      ticket: { state: 'withdrawn' },
    });
    expect(await kinds(instance)).toEqual(['ticketCard', 'ticketEntry']);
  });

  it('answers what the helpdesk waits for', async () => {
    const instance = await rig.instance();
    const number = await claimed(instance);
    await instance.helpdesk.press(
      number,
      { kind: 'reply', text: 'Which window?', waits: true },
      { by: helper, fromStep: 2 },
    );
    expect((await instance.helpdesk.waitingFor(ada.id)).map((ticket) => ticket.number)).toEqual([number]);
    await instance.helpdesk.pressOwn(number, { kind: 'comment', text: 'The blue one.' }, { by: ada, fromStep: 3 });
    expect(await instance.helpdesk.waitingFor(ada.id)).toEqual([]);
    expect(await ticketOf(instance, number)).toMatchObject({ state: 'claimed', claimedBy: helper });
  });

  it('who wants no messages hears the resolution alone, and the helpdesk reads that a reply was not told', async () => {
    const instance = await rig.instance();
    const number = await opened(instance);
    rig.muted.add(ada.id);
    const wishes: readonly Wish[] = [
      { kind: 'claim' },
      { kind: 'reply', text: 'Which window?', waits: false },
      { kind: 'note', text: 'hm' },
      { kind: 'resolve', cause: undefined, text: 'done' },
    ];
    const news = [];
    for (const wish of wishes) {
      const fromStep = stepOf(await ticketOf(instance, number));
      await instance.helpdesk.press(number, wish, { by: helper, fromStep });
      if ((await kinds(instance)).includes('ticketNews')) news.push(wish.kind);
    }
    expect(news).toEqual(['resolve']);
    expect((await ticketOf(instance, number)).moves[2]).toMatchObject({ kind: 'replied', told: false });
  });

  it('is told by a reply when they do want messages', async () => {
    const instance = await rig.instance();
    const number = await claimed(instance);
    await instance.helpdesk.press(number, { kind: 'reply', text: 'On it.', waits: false }, { by: helper, fromStep: 2 });
    expect((await ticketOf(instance, number)).moves[2]).toMatchObject({ kind: 'replied', told: true });
  });
});

describe('looking', () => {
  it('is for the helpdesk, and strictly only while the directory answers', async () => {
    const instance = await rig.instance();
    const number = await opened(instance);
    const { helpdesk } = instance;
    expect(await helpdesk.look(number, helper.id, true)).toMatchObject({ kind: 'done', ticket: { number } });
    expect(await helpdesk.look(4711, helper.id)).toEqual({ kind: 'notFound' });
    expect(await helpdesk.look(number, ada.id)).toEqual({ kind: 'notAllowed' });
    rig.memberships.set(helper.id, 'earlierMember');
    expect(await helpdesk.look(number, helper.id)).toMatchObject({ kind: 'done' });
    expect(await helpdesk.look(number, helper.id, true)).toEqual({ kind: 'membershipUnknown' });
    expect(await helpdesk.list(helper.id, { kind: 'open' }, 0)).toBe('membershipUnknown');
    rig.memberships.set(helper.id, 'unknown');
    expect(await helpdesk.look(number, helper.id)).toEqual({ kind: 'membershipUnknown' });
    expect(await helpdesk.list(ada.id, { kind: 'open' }, 0)).toBe('notAllowed');
    rig.memberships.set(helper.id, 'member');
    expect(await helpdesk.list(helper.id, { kind: 'open' }, 0)).toMatchObject({ total: 1, tickets: [{ number }] });
  });
});
