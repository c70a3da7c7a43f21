import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../src/helpdesk/audit.js';
import type { Storage } from '../../../src/storage/open-database.js';
import { aReportOfAll } from '../../support/views-of-reports.js';
import { aCleanUp } from '../../support/views-of-clean-ups.js';
import { anIncident } from '../../support/views-of-incidents.js';
import { minute, rigFor, start, type FreshDatabase } from './rig.js';
import { aTicket, ada, toAda } from './samples.js';

const reminder = { personId: ada.id, key: 'key', locale: 'de', pc: {} } as const;
const anEntry = (at: string): AuditEntry => ({
  actorId: ada.id,
  action: 'ticket:claim',
  objectIds: [],
  result: 'done',
  at,
});

async function taken({ outbox }: Storage) {
  const [row] = await outbox.take(start, minute, 1);
  if (row === undefined) throw new Error('A row was expected to be due.');
  return row;
}

/** Every number that is written or compared, by what is done with it. Each has a tenant of its own. */
const uses: Readonly<Record<string, (storage: Storage, value: number) => Promise<unknown>>> = {
  'the pause after a failure': async (storage, afterMs) => {
    await storage.outbox.add(`retry ${afterMs}`, toAda);
    await storage.outbox.settle(await taken(storage), { kind: 'retry', afterMs, reason: '429' }, start);
  },
  'the pause after an unknown outcome': async (storage, afterMs) => {
    await storage.outbox.add(`unknown ${afterMs}`, toAda);
    await storage.outbox.settle(await taken(storage), { kind: 'unknown', afterMs, reason: '503' }, start);
  },
  'the pause of limits': async (storage, afterMs) => {
    await storage.outbox.add(`limits ${afterMs}`, toAda);
    await storage.outbox.settle(await taken(storage), { kind: 'notTried', afterMs, reason: 'limits' }, start);
  },
  'when a message was parked': async (storage, now) => {
    await storage.outbox.add(`parked ${now}`, toAda);
    await storage.outbox.settle(await taken(storage), { kind: 'park', reason: 'gone' }, now);
  },
  'when messages are taken': async ({ outbox }, now) => {
    await outbox.add('lane', toAda);
    await outbox.take(now, minute, 10);
  },
  'a lease of messages': ({ outbox }, lease) => outbox.take(start, lease, 10),
  'when a reminder is due': ({ reminders }, dueAt) => reminders.add({ ...reminder, dueAt }),
  'when a reminder is tried again': async ({ reminders }, dueAt) => {
    await reminders.add({ ...reminder, dueAt: start });
    await reminders.retryLater((await reminders.due(start, 1))[0]!, dueAt);
  },
  'when reminders are looked for': ({ reminders }, now) => reminders.due(now, 10),
  'when a member was confirmed': ({ confirmedMembers }, at) => confirmedMembers.confirm(ada.id, 'group', at),
  'when an activity came': ({ handled }, now) => handled.first('chat', 'activity', now),
  'when a report is leased': async ({ reports }, until) => {
    await reports.begin(aReportOfAll());
    await reports.lease('worker', until, until);
  },
  'what a report counted': async ({ reports }, devices) => {
    const { stored } = await reports.begin(aReportOfAll());
    await reports.save(stored.report, stored.version, [
      { personId: ada.id, counts: devices, mayCount: 0, unknown: 0, stale: 0, devices },
    ]);
  },
  'when the directory was written to': async ({ cleanUps }, now) => {
    const { number: _none, ...wanted } = aCleanUp();
    const { cleanUp, version } = await cleanUps.add(
      wanted,
      () => [],
      () => [],
    );
    await cleanUps.saveCounted(cleanUp, version, { now, since: start, most: 9 });
  },
  'when requests to free places are due': ({ cleanUps }, time) => cleanUps.due(time, 10),
  'when known issues end': ({ incidents }, time) => incidents.due(time),
  'since when the audit is read': ({ audit }, time) => audit.since(time, 10),
  'how much of the audit is read': ({ audit }, limit) => audit.since(start, Math.abs(limit)),
  'what is old': ({ personalData }, before) => personalData.expire(before),
  'from when walks are counted': ({ statsSource }, from) => statsSource.walks(from, from),
  'when tickets are due': ({ tickets }, now) => tickets.due('close', now, 10),
  'which tickets are old': ({ tickets }, than) => tickets.list({ kind: 'older', than }, 0, 10),
};

/** What SQLite keeps as it is and PostgreSQL refuses. */
export function takesAwkwardValues(fresh: FreshDatabase): void {
  describe('awkward values', () => {
    const rig = rigFor(fresh);

    it('may be fractions, nothing, or below nothing', async () => {
      const failed: string[] = [];
      for (const [what, use] of Object.entries(uses)) {
        const storage = await rig.open(what);
        for (const value of [5_123.456, 0.5, -0, -0.25, -7.5, 1e15 + 0.5])
          await use(storage, value).catch((error: unknown) => failed.push(`${what}: ${value}: ${String(error)}`));
      }
      expect(failed).toEqual([]);
    });

    it('that are no numbers, or none that a number holds exactly, are refused in words', async () => {
      for (const [what, use] of Object.entries(uses)) {
        const storage = await rig.open(what);
        for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e300, 2 ** 60]) {
          await expect(use(storage, value), `${what}: ${value}`).rejects.toThrow(
            /^\S+ is no number that can be stored, in: /,
          );
        }
      }
    });

    it('a message that waits for a fraction of a millisecond leaves at its time, once, and as certain as before', async () => {
      const storage = await rig.open();
      await storage.outbox.add('lane', toAda);
      await storage.outbox.settle(await taken(storage), { kind: 'retry', afterMs: 5_123.456, reason: '429' }, start);
      expect(await storage.outbox.take(start + 5_122, minute, 10)).toEqual([]);
      expect(await storage.outbox.take(start + 5_123, minute, 10)).toMatchObject([{ attempts: 2, uncertain: false }]);
    });

    it('what could not be recorded changes nothing', async () => {
      const storage = await rig.open();
      await storage.outbox.add('lane', toAda);
      const row = await taken(storage);
      await expect(
        storage.outbox.settle(row, { kind: 'retry', afterMs: Number.NaN, reason: '429' }, start),
      ).rejects.toThrow(RangeError);
      expect(await storage.outbox.failing(10)).toEqual([]);
      await storage.outbox.settle(row, { kind: 'retry', afterMs: 0, reason: '429' }, start);
      expect(await storage.outbox.take(start, minute, 10)).toMatchObject([{ attempts: 2, uncertain: false }]);
    });

    it('a clock between two milliseconds keeps nobody from writing', async () => {
      rig.now = start + 0.75;
      const storage = await rig.open();
      await storage.preferences.save(ada.id, { locale: 'de' });
      const { ticket } = await storage.tickets.open({ idempotencyKey: 'a', ticket: aTicket() }, ({ number }) => [
        { orderingKey: `ticket:${number}`, outgoing: toAda },
      ]);
      await storage.tickets.save({ ...ticket, state: 'closed' }, 1, [], {
        audit: anEntry(new Date(start).toISOString()),
      });
      await storage.ready();
      expect(await storage.outbox.take(start + 1, minute, 10)).toHaveLength(1);
    });

    it('a time that is none is refused with everything that belongs to it', async () => {
      const storage = await rig.open();
      const refused = 'NaN is no number that can be stored';
      await expect(
        storage.tickets.open({ idempotencyKey: 'a', ticket: aTicket({ createdAt: 'yesterday' }) }, () => [
          { orderingKey: 'lane', outgoing: toAda },
        ]),
      ).rejects.toThrow(refused);
      await expect(
        storage.tickets.open({ idempotencyKey: 'b', ticket: aTicket({ remindAt: '' }) }, () => [
          { orderingKey: 'lane', outgoing: toAda },
        ]),
      ).rejects.toThrow(refused);
      await expect(storage.audit.record(anEntry('soon'))).rejects.toThrow(refused);
      await expect(storage.incidents.draft({ ...anIncident(), until: 'tomorrow' })).rejects.toThrow(refused);
      await expect(storage.reports.begin(aReportOfAll({ askedAt: 'now' }))).rejects.toThrow(refused);
      expect(await storage.outbox.take(start, minute, 10)).toEqual([]);
      expect(await storage.audit.since(0, 10)).toEqual([]);
      expect((await storage.tickets.list({ kind: 'open' }, 0, 10)).total).toBe(0);
    });

    it('a number that nothing has finds nothing', async () => {
      const { tickets, cleanUps, incidents } = await rig.open();
      for (const number of [1.5, -0.5, Number.NaN, Number.POSITIVE_INFINITY, 1e300, 2 ** 60]) {
        expect(
          await Promise.all([tickets.find(number), cleanUps.find(number), incidents.find(number)]),
          String(number),
        ).toEqual([undefined, undefined, undefined]);
      }
    });

    it('a NUL in a text is written, found again and kept apart from none', async () => {
      const storage = await rig.open();
      expect(await storage.handled.first('chat\0', 'activity', start)).toBe(true);
      expect(await storage.handled.first('chat\0', 'activity', start)).toBe(false);
      expect(await storage.handled.first('chat', 'activity', start)).toBe(true);
      await storage.outbox.add('lane\0', toAda);
      await storage.outbox.settle(await taken(storage), { kind: 'park', reason: 'Teams said \0' }, start);
      expect(await storage.outbox.parked(10)).toMatchObject([
        { orderingKey: 'lane\uFFFD', reason: 'Teams said \uFFFD' },
      ]);
    });
  });
}
