import { describe, expect, it } from 'vitest';
import { deliverDue, type Attempt } from '../../src/helpdesk/deliver.js';
import type { Delivery, Outgoing, OutboxRow } from '../../src/helpdesk/ports.js';

/** One row that is due once, and what became of it. */
async function settledAfter(
  attempt: Attempt | (() => Promise<Attempt>),
  attempts: number,
  outgoing: Outgoing = { kind: 'post', to: { kind: 'person', personId: '1' }, view: { kind: 'notice' }, locale: 'en' },
  current = true,
): Promise<Delivery | undefined> {
  const attempted = typeof attempt === 'function' ? attempt : async () => attempt;
  const row: OutboxRow = {
    id: 1,
    lane: 'person:1',
    outgoing,
    attempts,
    uncertain: false,
  };
  const due = [row];
  let settled: Delivery | undefined;
  await deliverDue({
    outbox: {
      add: async () => undefined,
      take: async () => due.splice(0),
      settle: async (_row, delivery) => void (settled = delivery),
      parked: async () => [],
      failing: async () => [],
    },
    tickets: { find: async () => undefined, remember: async () => undefined, save: async () => ({ kind: 'conflict' }) },
    messenger: { post: attempted, update: attempted },
    channelId: async () => undefined,
    onDuty: async () => [],
    locale: 'en',
    now: () => 0,
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
  expect(await settledAfter({ kind: 'retry', afterMs: 5_000, reason: '503' }, attempts)).toMatchObject({ kind: 'retry', afterMs });
});

it('what Teams names is never shortened', async () => {
  expect(await settledAfter({ kind: 'retry', afterMs: 3_600_000, reason: '429' }, 3)).toMatchObject({ afterMs: 3_600_000 });
});

it('an update of a message that is gone is not tried again', async () => {
  expect(await settledAfter({ kind: 'gone', reason: '404' }, 1)).toEqual({ kind: 'park', reason: '404' });
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
  expect(await settledAfter(attempt, 1, { kind: 'update', card, view: { kind: 'fix' }, locale: 'en', onlyAt }, false)).toEqual({ kind: 'done' });
  expect(sent).toBe(0);
});
