import { expect, it } from 'vitest';
import { deliverDue, type Attempt } from '../../src/helpdesk/deliver.js';
import type { Delivery, OutboxRow } from '../../src/helpdesk/ports.js';

/** One row that is due once, and what became of it. */
async function settledAfter(attempt: Attempt, attempts: number): Promise<Delivery | undefined> {
  const row: OutboxRow = {
    id: 1,
    lane: 'person:1',
    outgoing: { kind: 'post', to: { kind: 'person', personId: '1' }, view: { kind: 'notice' }, locale: 'en' },
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
    },
    tickets: { find: async () => undefined, remember: async () => undefined },
    messenger: { post: async () => attempt, update: async () => attempt },
    channelId: async () => undefined,
    locale: 'en',
    now: () => 0,
    random: () => 0,
    isCurrent: async () => true,
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
