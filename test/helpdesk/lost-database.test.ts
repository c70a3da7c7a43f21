import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import type { DeliverOptions } from '../../src/helpdesk/deliver-options.js';
import { deliverDue } from '../../src/helpdesk/deliver.js';
import type { Attempt, Outbox } from '../../src/helpdesk/ports.js';
import { openDatabase } from '../../src/storage/open-database.js';
import { toAda, toBen } from '../contracts/storage/samples.js';

const sent: Attempt = { kind: 'sent', card: { conversationId: 'c', activityId: 'a' } };

async function opened() {
  const folder = mkdtempSync(join(tmpdir(), 'join-assistant-sqlite-'));
  const path = join(folder, 'a.db');
  let now = 1_000_000;
  const storage = await openDatabase({ kind: 'sqlite', path }, { tenantId: 'contoso', now: () => now });
  onTestFinished(async () => {
    await storage.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const again: boolean[] = [];
  const faults: unknown[] = [];
  const optionsFor = (outbox: Outbox, attempt = sent): DeliverOptions => ({
    ...storage,
    outbox,
    messenger: {
      async post(_to, _view, options) {
        again.push(options.again);
        return attempt;
      },
      update: async () => ({ kind: 'park', reason: 'not in this test' }),
    },
    autoUpdatingView: async () => undefined,
    localeOf: async () => undefined,
    channelId: async () => undefined,
    onDuty: async () => [],
    locale: 'en',
    now: () => now,
    random: () => 0.123456789,
    isCurrent: async () => true,
    onFault: (_row, error) => faults.push(error),
    unrecorded,
  });
  const unrecorded: NonNullable<DeliverOptions['unrecorded']> = new Map();
  return { path, storage, again, faults, optionsFor, later: (ms: number) => void (now += ms) };
}

it('what left while the database did not answer is recorded afterwards, and goes out once', async () => {
  const { storage, again, faults, optionsFor, later } = await opened();
  let broken = true;
  const outbox: Outbox = {
    ...storage.outbox,
    settle: async (...all) =>
      broken ? Promise.reject(new Error('The database is gone')) : storage.outbox.settle(...all),
  };
  for (const outgoing of [toAda, toBen]) await outbox.add('lane', outgoing);
  await expect(deliverDue(optionsFor(outbox))).rejects.toThrow('The database is gone');
  // It may fail again, and is told.
  await deliverDue(optionsFor(outbox));
  expect(faults).toHaveLength(1);
  broken = false;
  later(60_000);
  await deliverDue(optionsFor(outbox));
  expect(again, 'one copy each, none in doubt').toEqual([false, false]);
});

it('a row that was marked before the database failed is tried, and not taken for one that may have left', async () => {
  const { path, storage, again, optionsFor, later } = await opened();
  for (const orderingKey of ['a', 'b']) await storage.outbox.add(orderingKey, toAda);
  const other = new Database(path);
  other.exec(
    "create trigger broken before update on outbox when new.lane = 'b' begin select raise(abort, 'the disk is full'); end",
  );
  await expect(deliverDue(optionsFor(storage.outbox))).rejects.toThrow('the disk is full');
  expect(again).toEqual([false]);
  other.exec('drop trigger broken');
  other.close();
  later(60_000);
  await deliverDue(optionsFor(storage.outbox));
  expect(again).toEqual([false, false]);
});

it('pauses are whole milliseconds, whatever chance and Teams say', async () => {
  const { storage, optionsFor } = await opened();
  await fc.assert(
    fc.asyncProperty(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 3_600_000, noNaN: true }),
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom('retry', 'unknown', 'wait'),
      async (random, afterMs, attempts, kind) => {
        const pauses: number[] = [];
        const due = [{ id: 1, orderingKey: 'lane', outgoing: toAda, attempts, uncertain: false }];
        const outbox: Outbox = {
          ...storage.outbox,
          take: async () => due.splice(0),
          settle: async (_row, delivery) => void ('afterMs' in delivery && pauses.push(delivery.afterMs)),
        };
        await deliverDue({ ...optionsFor(outbox, { kind, afterMs, reason: '503' }), random: () => random });
        expect(pauses).toHaveLength(1);
        expect(Number.isSafeInteger(pauses[0])).toBe(true);
        expect(pauses[0]).toBeGreaterThanOrEqual(afterMs);
      },
    ),
  );
});
