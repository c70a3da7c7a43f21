import { describe, expect, it } from 'vitest';
import { helper } from '../contracts/storage/samples.js';
import { aHandOver, channelId, helpdeskRig, type Instance } from '../support/helpdesk-rig.js';

const rig = helpdeskRig();

async function digests({ left }: Instance) {
  return (await left()).filter((outgoing) => outgoing.kind === 'post');
}

async function handOver({ helpdesk }: Instance, sessionId: string, at: string): Promise<number> {
  rig.at(at);
  return (await helpdesk.handOver(aHandOver({ sessionId }))).number;
}

async function resolve({ helpdesk }: Instance, number: number, at: string): Promise<void> {
  rig.at(at);
  await helpdesk.press(number, { kind: 'claim' }, { by: helper, fromStep: 1 });
  await helpdesk.press(number, { kind: 'resolve', cause: undefined, text: 'done' }, { by: helper, fromStep: 2 });
}

describe('the digest of the day', () => {
  it('tells what is open, what nobody has, the oldest, and what was resolved the day before', async () => {
    const instance = await rig.instance();
    const [first, second, third] = [
      await handOver(instance, 'a', '2026-03-09T09:00Z'),
      await handOver(instance, 'b', '2026-03-09T10:00Z'),
      await handOver(instance, 'c', '2026-03-09T11:00Z'),
    ];
    await instance.helpdesk.press(second, { kind: 'claim' }, { by: helper, fromStep: 1 });
    await resolve(instance, third, '2026-03-09T23:59Z');
    rig.at('2026-03-10T08:00Z');
    await instance.upkeep();
    const digest = {
      open: 2,
      unclaimed: 1,
      resolved: 1,
      oldest: [
        { number: first, createdAt: '2026-03-09T09:00:00.000Z' },
        { number: second, createdAt: '2026-03-09T10:00:00.000Z', claimedBy: 'Helper' },
      ],
    };
    expect(await digests(instance)).toEqual([
      { kind: 'post', to: { kind: 'channel', channelId }, view: { kind: 'ticketDigest', digest }, locale: 'en' },
    ]);
  });

  it('is told once a day, when work begins', async () => {
    const instance = await rig.instance();
    await handOver(instance, 'a', '2026-03-09T07:00Z');
    const counts = [];
    for (const time of [
      '2026-03-09T07:59Z',
      '2026-03-09T08:00Z',
      '2026-03-09T08:01Z',
      '2026-03-09T17:00Z',
      '2026-03-10T00:00Z',
      '2026-03-10T09:30Z',
      '2026-03-10T09:31Z',
    ]) {
      rig.at(time);
      await instance.upkeep();
      counts.push((await digests(instance)).length);
    }
    expect(counts).toEqual([0, 1, 0, 0, 0, 1, 0]);
  });

  it('is told by one of several instances, and not again after a restart', async () => {
    const instances = [await rig.instance(), await rig.instance(), await rig.instance()];
    await handOver(instances[0]!, 'a', '2026-03-09T08:00Z');
    await Promise.all(instances.map(({ upkeep }) => upkeep()));
    expect(await digests(instances[0]!)).toHaveLength(1);
    for (const instance of instances) await instance.close();
    const after = await rig.instance();
    await after.upkeep();
    expect(await digests(after)).toEqual([]);
  });

  it('is not told on a day without work', async () => {
    const instance = await rig.instance();
    await handOver(instance, 'a', '2026-03-13T19:00Z');
    for (const time of ['2026-03-14T10:00Z', '2026-03-15T10:00Z']) {
      rig.at(time);
      await instance.upkeep();
    }
    expect(await digests(instance)).toEqual([]);
  });

  it('needs no words when there is nothing to tell', async () => {
    const instance = await rig.instance();
    await instance.upkeep();
    expect(await digests(instance)).toEqual([]);
  });

  it('is told when nothing is open, but something was resolved the day before', async () => {
    const instance = await rig.instance();
    await resolve(instance, await handOver(instance, 'a', '2026-03-09T09:00Z'), '2026-03-09T10:00Z');
    rig.at('2026-03-10T08:00Z');
    await instance.upkeep();
    expect(await digests(instance)).toMatchObject([
      { view: { digest: { open: 0, unclaimed: 0, resolved: 1, oldest: [] } } },
    ]);
  });

  it('waits for a channel, also through the day', async () => {
    const instance = await rig.instance();
    await handOver(instance, 'a', '2026-03-09T08:00Z');
    rig.channelId = undefined;
    await instance.upkeep();
    expect(await digests(instance)).toEqual([]);
    rig.channelId = '19:chosen@thread.tacv2';
    rig.at('2026-03-09T15:00Z');
    await instance.upkeep();
    expect(await digests(instance)).toMatchObject([{ to: { channelId: '19:chosen@thread.tacv2' } }]);
  });

  it('goes by the days of the helpdesk’s clock', async () => {
    rig.timeZone = 'America/New_York';
    const instance = await rig.instance();
    const [late, next] = [
      await handOver(instance, 'a', '2026-03-09T20:00Z'),
      await handOver(instance, 'b', '2026-03-09T20:00Z'),
    ];
    await resolve(instance, late, '2026-03-10T03:59Z');
    await resolve(instance, next, '2026-03-10T04:00Z');
    rig.at('2026-03-10T12:00Z');
    await instance.upkeep();
    expect(await digests(instance)).toMatchObject([{ view: { digest: { resolved: 1 } } }]);
  });
});
