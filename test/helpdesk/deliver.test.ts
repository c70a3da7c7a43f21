import { describe, expect, it } from 'vitest';
import { deliverDue } from '../../src/helpdesk/deliver.js';
import type { Attempt, Delivery, OutboxRow, Outgoing } from '../../src/helpdesk/ports.js';

const start = Date.parse('2026-05-04T09:00:00Z');

/** One row that is due once, and what became of it. */
async function settledAfter(
  attempt: Attempt | (() => Promise<Attempt>),
  attempts: number,
  outgoing: Outgoing = { kind: 'post', to: { kind: 'person', personId: '1' }, view: { kind: 'notice' }, locale: 'en' },
  current = true,
  refusedSince?: number,
): Promise<Delivery | undefined> {
  const attempted = typeof attempt === 'function' ? attempt : async () => attempt;
  const row: OutboxRow = {
    id: 1,
    orderingKey: 'person:1',
    outgoing,
    attempts,
    uncertain: false,
    refusedSince,
  };
  const due = [row];
  let settled: Delivery | undefined;
  await deliverDue({
    outbox: {
      take: async () => due.splice(0),
      settle: async (_row, delivery) => void (settled = delivery),
    },
    tickets: { find: async () => undefined, remember: async () => undefined, save: async () => ({ kind: 'conflict' }) },
    messenger: { post: attempted, update: attempted },
    autoUpdatingCards: { find: async () => undefined, remember: async () => undefined },
    autoUpdatingView: async () => undefined,
    localeOf: async () => undefined,
    channelId: async () => undefined,
    onDuty: async () => [],
    locale: 'en',
    now: () => start,
    random: () => 0,
    isCurrent: async () => current,
    onFault: () => undefined,
  });
  return settled;
}

it.each([
  [1, 5_000],
  [2, 10_000],
  [5, 80_000],
  [30, 900_000],
])('after attempt %i the next one waits %i ms', async (attempts, afterMs) => {
  expect(await settledAfter({ kind: 'retry', afterMs: 5_000, reason: '503' }, attempts)).toMatchObject({
    kind: 'retry',
    afterMs,
  });
});

it('what Teams names is never shortened', async () => {
  expect(await settledAfter({ kind: 'retry', afterMs: 3_600_000, reason: '429' }, 3)).toMatchObject({
    afterMs: 3_600_000,
  });
});

describe('what Teams calls gone, or refuses though that may pass', () => {
  const card = { conversationId: 'c', activityId: 'a' };
  const update: Outgoing = { kind: 'update', card, view: { kind: 'fix' }, locale: 'en' };
  const refusals: readonly [string, Attempt, Outgoing?][] = [
    ['an update', { kind: 'gone', reason: '404' }, update],
    ['a message to a person', { kind: 'park', mayPass: true, reason: '403' }],
  ];

  it.each(refusals)('(%s) is asked for again, three times', async (_name, attempt, outgoing) => {
    const after = async (refusedForMs: number | undefined) =>
      settledAfter(attempt, 1, outgoing, true, refusedForMs === undefined ? undefined : start - refusedForMs);
    expect(await after(undefined)).toMatchObject({ kind: 'refused', afterMs: 10_000 });
    expect(await after(10_000)).toMatchObject({ kind: 'refused', afterMs: 30_000 });
    expect(await after(40_000)).toMatchObject({ kind: 'refused', afterMs: 80_000 });
    expect(await after(119_999)).toMatchObject({ kind: 'refused', afterMs: 1 });
  });

  it.each(refusals)('(%s) is believed when it has said so for two minutes', async (_name, attempt, outgoing) => {
    expect(await settledAfter(attempt, 4, outgoing, true, start - 120_000)).toMatchObject({ kind: 'park' });
  });

  it('and is given up at once where it would fail again', async () => {
    expect(await settledAfter({ kind: 'park', reason: '413' }, 1)).toEqual({ kind: 'park', reason: '413' });
  });
});

describe('a row that cannot be tried', () => {
  const broken = () => Promise.reject(new Error('This view cannot be drawn'));

  it('is tried again, marked as perhaps taken', async () => {
    expect(await settledAfter(broken, 1)).toMatchObject({ kind: 'unknown', reason: 'This view cannot be drawn' });
  });

  it('is given up in the end, so that those behind it leave', async () => {
    expect(await settledAfter(broken, 5)).toMatchObject({ kind: 'park' });
  });
});

it('an update of a step that the walk has left is not sent', async () => {
  let sent = 0;
  const attempt = async (): Promise<Attempt> => {
    sent += 1;
    return { kind: 'park', reason: 'should not be tried' };
  };
  const card = { conversationId: 'c', activityId: 'a' };
  const onlyAt = { personId: '1', sessionId: 's', step: 3 };
  expect(
    await settledAfter(attempt, 1, { kind: 'update', card, view: { kind: 'fix' }, locale: 'en', onlyAt }, false),
  ).toEqual({ kind: 'done' });
  expect(sent).toBe(0);
});

describe('lanes', () => {
  const row = (id: number, orderingKey: string): OutboxRow => ({
    id,
    orderingKey,
    outgoing: { kind: 'post', to: { kind: 'person', personId: orderingKey }, view: { kind: 'notice' }, locale: 'en' },
    attempts: 1,
    uncertain: false,
  });

  /** Hands out one row a lane until it is settled, as the store does. */
  function lanes(rows: readonly OutboxRow[], settled: number[], failing?: number) {
    const busy = new Set<string>();
    const waiting = [...rows];
    return {
      add: async () => undefined,
      take: async (_now: number, _lease: number, limit: number) => {
        const heads = waiting
          .filter(
            ({ orderingKey }, index) =>
              !busy.has(orderingKey) && waiting.findIndex((other) => other.orderingKey === orderingKey) === index,
          )
          .slice(0, limit);
        for (const head of heads) {
          busy.add(head.orderingKey);
          waiting.splice(waiting.indexOf(head), 1);
        }
        return heads;
      },
      settle: async ({ id, orderingKey }: OutboxRow) => {
        if (id === failing) throw new Error('The database is gone');
        settled.push(id);
        busy.delete(orderingKey);
      },
      parked: async () => [],
      failing: async () => [],
    };
  }

  function deliver(outbox: ReturnType<typeof lanes>, slow: Promise<void>) {
    return deliverDue({
      outbox,
      tickets: {
        find: async () => undefined,
        remember: async () => undefined,
        save: async () => ({ kind: 'conflict' }),
      },
      messenger: {
        post: async (to) => {
          if (to.kind === 'person' && to.personId === 'slow') await slow;
          return { kind: 'sent', card: { conversationId: 'c', activityId: 'a' } };
        },
        update: async () => ({ kind: 'park', reason: 'not in this test' }),
      },
      autoUpdatingCards: { find: async () => undefined, remember: async () => undefined },
      autoUpdatingView: async () => undefined,
      localeOf: async () => undefined,
      channelId: async () => undefined,
      onDuty: async () => [],
      locale: 'en',
      now: () => 0,
      random: () => 0,
      isCurrent: async () => true,
      onFault: () => undefined,
    });
  }

  it('do not wait for one in which Teams is slow', async () => {
    const settled: number[] = [];
    let release = (): void => undefined;
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    const delivering = deliver(
      lanes([row(1, 'slow'), row(2, 'quick'), row(3, 'quick'), row(4, 'slow')], settled),
      slow,
    );
    while (settled.length < 2) await new Promise(setImmediate);
    expect(settled).toEqual([2, 3]);
    release();
    expect(await delivering).toBe(4);
    expect(settled).toEqual([2, 3, 1, 4]);
  });

  it('end in order when the database fails in one, and its error is told', async () => {
    const settled: number[] = [];
    const slow = new Promise<void>((resolve) => setTimeout(resolve, 20));
    await expect(deliver(lanes([row(1, 'slow'), row(2, 'quick')], settled, 2), slow)).rejects.toThrow(
      'The database is gone',
    );
    expect(settled).toEqual([1]);
  });
});
