import { describe, expect, it } from 'vitest';
import type { Outbox, OutboxRow } from '../../../src/helpdesk/ports.js';
import { ticketCard, toAda, toBen } from './samples.js';
import { fabrikam, minute, rigFor, start, type FreshDatabase } from './rig.js';

const lease = 5 * minute;

async function takeOne(outbox: Outbox, now: number): Promise<OutboxRow> {
  const [row, ...more] = await outbox.take(now, lease, 10);
  if (row === undefined || more.length > 0)
    throw new Error(`Expected one row, there are ${row === undefined ? 0 : more.length + 1}.`);
  return row;
}

export function keepsAnOutbox(fresh: FreshDatabase): void {
  describe('outbox', () => {
    const rig = rigFor(fresh);

    it('gives the oldest of each lane, one at a time', async () => {
      const { outbox } = await rig.open();
      await outbox.add('ada', toAda);
      await outbox.add('ada', ticketCard(1));
      await outbox.add('ben', toBen);
      const rows = await outbox.take(start, lease, 10);
      expect(rows).toEqual([
        { id: rows[0]?.id, orderingKey: 'ada', outgoing: toAda, attempts: 1, uncertain: false },
        { id: rows[1]?.id, orderingKey: 'ben', outgoing: toBen, attempts: 1, uncertain: false },
      ]);
      expect(await outbox.take(start, lease, 10)).toEqual([]);
      await outbox.settle(rows[0]!, { kind: 'done' }, start);
      expect((await takeOne(outbox, start)).outgoing).toEqual(ticketCard(1));
    });

    it('takes several in their order, and what was tried before as it stands', async () => {
      const { outbox } = await rig.open();
      const orderingKey = 'replies';
      expect(await outbox.isWaiting(orderingKey)).toBe(false);
      await outbox.addAll([
        { orderingKey, outgoing: toAda, tried: { reason: '503', afterMs: minute, inDoubt: true } },
        { orderingKey, outgoing: toBen },
      ]);
      expect(await outbox.isWaiting(orderingKey)).toBe(true);
      expect(await outbox.isWaiting('another')).toBe(false);
      expect(await outbox.failing(10)).toMatchObject([{ outgoing: toAda, reason: '503' }]);
      expect(await outbox.take(start + minute - 1, lease, 10)).toEqual([]);
      const first = await takeOne(outbox, start + minute);
      expect(first).toMatchObject({ outgoing: toAda, attempts: 1, uncertain: true });
      expect(await outbox.isWaiting(orderingKey)).toBe(true);
      await outbox.settle(first, { kind: 'done' }, start + minute);
      const second = await takeOne(outbox, start + minute);
      expect(second).toMatchObject({ outgoing: toBen, uncertain: false });
      await outbox.settle(second, { kind: 'park', reason: '413' }, start + minute);
      expect(await outbox.isWaiting(orderingKey)).toBe(false);
    });

    it('hurries what would wait long, in one lane', async () => {
      const { outbox } = await rig.open();
      for (const orderingKey of ['a', 'b'])
        await outbox.addAll([{ orderingKey, outgoing: toAda, tried: { reason: '503', afterMs: 10 * minute } }]);
      await outbox.hurry('a', minute);
      await outbox.hurry('a', 2 * minute);
      expect(await outbox.take(start + minute - 1, lease, 10)).toEqual([]);
      expect((await takeOne(outbox, start + minute)).orderingKey).toBe('a');
    });

    it('keeps since when Teams has refused, until a part is done', async () => {
      const { outbox } = await rig.open();
      await outbox.add('ada', toAda);
      for (const at of [0, minute, 2 * minute]) {
        const row = await takeOne(outbox, start + at);
        expect(row.refusedSince).toBe(at === 0 ? undefined : start);
        await outbox.settle(row, { kind: 'refused', afterMs: minute, reason: '404' }, start + at);
        expect(await outbox.take(start + at + minute - 1, lease, 10)).toEqual([]);
      }
      const row = await takeOne(outbox, start + 3 * minute);
      expect(row).toMatchObject({ refusedSince: start, uncertain: false });
      await outbox.settle(row, { kind: 'next' }, start + 3 * minute);
      expect((await takeOne(outbox, start + 3 * minute)).refusedSince).toBeUndefined();
    });

    it('gives no more than was asked for', async () => {
      const { outbox } = await rig.open();
      for (const orderingKey of ['a', 'b', 'c']) await outbox.add(orderingKey, toAda);
      expect((await outbox.take(start, lease, 2)).map(({ orderingKey }) => orderingKey)).toEqual(['a', 'b']);
      expect((await outbox.take(start, lease, 2)).map(({ orderingKey }) => orderingKey)).toEqual(['c']);
    });

    it('never sends again what was sent', async () => {
      const { outbox } = await rig.open();
      await outbox.add('ada', toAda);
      await outbox.settle(await takeOne(outbox, start), { kind: 'done' }, start);
      expect(await outbox.take(start + 10 * lease, lease, 10)).toEqual([]);
    });

    it('holds the lane back until a retry is due, as certain as before', async () => {
      const { outbox } = await rig.open();
      await outbox.add('ada', toAda);
      await outbox.add('ada', toBen);
      await outbox.settle(await takeOne(outbox, start), { kind: 'retry', afterMs: minute, reason: 'throttled' }, start);
      expect(await outbox.take(start + minute - 1, lease, 10)).toEqual([]);
      expect(await takeOne(outbox, start + minute)).toMatchObject({ outgoing: toAda, attempts: 2, uncertain: false });
    });

    it('says "perhaps already there" after an unknown outcome, also through later retries', async () => {
      const { outbox } = await rig.open();
      await outbox.add('ada', toAda);
      await outbox.settle(await takeOne(outbox, start), { kind: 'unknown', afterMs: minute, reason: 'timeout' }, start);
      expect(await outbox.take(start + minute - 1, lease, 10)).toEqual([]);
      const second = await takeOne(outbox, start + minute);
      expect(second).toMatchObject({ attempts: 2, uncertain: true });
      await outbox.settle(second, { kind: 'retry', afterMs: minute, reason: 'throttled' }, start + minute);
      expect(await takeOne(outbox, start + 2 * minute)).toMatchObject({ attempts: 3, uncertain: true });
    });

    it('counts no attempt where nothing was tried, as certain as before', async () => {
      const { outbox } = await rig.open();
      await outbox.add('ada', toAda);
      await outbox.settle(await takeOne(outbox, start), { kind: 'unknown', afterMs: 0, reason: 'timeout' }, start);
      for (let pause = 0; pause < 3; pause += 1) {
        const row = await takeOne(outbox, start + pause * minute);
        expect(row).toMatchObject({ attempts: 2, uncertain: true });
        await outbox.settle(row, { kind: 'notTried', afterMs: minute, reason: 'limits' }, start + pause * minute);
        expect(await outbox.take(start + (pause + 1) * minute - 1, lease, 10)).toEqual([]);
      }
    });

    it('goes on at once with the next part, before what is behind it, and what is in doubt stays so', async () => {
      const { outbox } = await rig.open();
      await outbox.add('ada', toAda);
      await outbox.add('ada', toBen);
      await outbox.settle(await takeOne(outbox, start), { kind: 'unknown', afterMs: 0, reason: 'timeout' }, start);
      await outbox.settle(await takeOne(outbox, start), { kind: 'next' }, start);
      expect(await takeOne(outbox, start)).toMatchObject({ outgoing: toAda, attempts: 3, uncertain: true });
    });

    it('takes over what was being sent when its lease ran out', async () => {
      const [crashed, other] = [await rig.open(), await rig.open()];
      await crashed.outbox.add('ada', toAda);
      await crashed.outbox.add('ada', toBen);
      await takeOne(crashed.outbox, start);
      expect(await other.outbox.take(start + lease, lease, 10)).toEqual([]);
      expect(await takeOne(other.outbox, start + lease + 1)).toMatchObject({
        outgoing: toAda,
        attempts: 2,
        uncertain: true,
      });
      expect(await other.outbox.take(start + lease + 2, lease, 10)).toEqual([]);
    });

    it('is taken over by one of two instances', async () => {
      const instances = [await rig.open(), await rig.open()];
      for (const orderingKey of ['a', 'b', 'c']) await instances[0]!.outbox.add(orderingKey, toAda);
      await instances[0]!.outbox.take(start, lease, 10);
      const taken = await Promise.all(instances.map(({ outbox }) => outbox.take(start + lease + 1, lease, 10)));
      expect(
        taken
          .flat()
          .map(({ orderingKey, attempts }) => [orderingKey, attempts])
          .sort(),
      ).toEqual([
        ['a', 2],
        ['b', 2],
        ['c', 2],
      ]);
    });

    it('listens to a late "sent" but to no other late outcome', async () => {
      const { outbox } = await rig.open();
      await outbox.add('ada', toAda);
      const late = await takeOne(outbox, start);
      await takeOne(outbox, start + lease + 1);
      await outbox.settle(late, { kind: 'park', reason: 'too late' }, start + lease + 2);
      await outbox.settle(late, { kind: 'retry', afterMs: 0, reason: 'too late' }, start + lease + 2);
      expect(await outbox.parked(10)).toEqual([]);
      expect(await outbox.take(start + lease + 3, lease, 10)).toEqual([]);
      await outbox.settle(late, { kind: 'done' }, start + lease + 4);
      expect(await outbox.take(start + 10 * lease, lease, 10)).toEqual([]);
    });

    it('parks with the reason, frees the lane and lists the newest first', async () => {
      const { outbox } = await rig.open();
      await outbox.add('ada', toAda);
      await outbox.add('ada', toBen);
      const first = await takeOne(outbox, start);
      await outbox.settle(first, { kind: 'park', reason: 'blocked the bot' }, start);
      const second = await takeOne(outbox, start);
      expect(second.outgoing).toEqual(toBen);
      await outbox.settle(second, { kind: 'park', reason: 'no such channel' }, start + 1);
      expect(await outbox.parked(10)).toEqual([
        { ...second, reason: 'no such channel', since: start },
        { ...first, reason: 'blocked the bot', since: start },
      ]);
      expect(await outbox.parked(1)).toHaveLength(1);
      expect(await outbox.take(start + 10 * lease, lease, 10)).toEqual([]);
    });

    it('lists what waits because an attempt failed, the oldest first, and not what only waits', async () => {
      const { outbox } = await rig.open();
      for (const orderingKey of ['a', 'b', 'c']) await outbox.add(orderingKey, toAda);
      const [first, second] = await outbox.take(start, lease, 2);
      await outbox.settle(second!, { kind: 'unknown', afterMs: lease, reason: '503' }, start);
      await outbox.settle(first!, { kind: 'retry', afterMs: lease, reason: '429' }, start);
      expect((await outbox.failing(10)).map(({ id, reason }) => [id, reason])).toEqual([
        [first!.id, '429'],
        [second!.id, '503'],
      ]);
      expect(await outbox.failing(1)).toHaveLength(1);
    });

    it('gives every row to one of two instances, in the order of its lane', async () => {
      const instances = [await rig.open(), await rig.open()];
      for (let round = 0; round < 4; round += 1) {
        for (const orderingKey of ['a', 'b', 'c', 'd', 'e'])
          await instances[0]!.outbox.add(orderingKey, ticketCard(round));
      }
      const seen: OutboxRow[] = [];
      for (let round = 0; round < 20; round += 1) {
        const taken = await Promise.all(
          instances.map(async ({ outbox }) => ({ outbox, rows: await outbox.take(start, lease, 3) })),
        );
        for (const { outbox, rows } of taken) {
          for (const row of rows) {
            seen.push(row);
            await outbox.settle(row, { kind: 'done' }, start);
          }
        }
      }
      expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
      expect(seen).toHaveLength(20);
      for (const orderingKey of ['a', 'b', 'c', 'd', 'e']) {
        expect(seen.filter((row) => row.orderingKey === orderingKey).map(({ outgoing }) => outgoing)).toEqual(
          [0, 1, 2, 3].map(ticketCard),
        );
      }
    });

    it('keeps tenants apart', async () => {
      const [here, there] = [await rig.open(), await rig.open(fabrikam)];
      await here.outbox.add('lane', toAda);
      await there.outbox.add('lane', toBen);
      expect((await takeOne(there.outbox, start)).outgoing).toEqual(toBen);
      expect((await takeOne(here.outbox, start)).outgoing).toEqual(toAda);
    });
  });
}
