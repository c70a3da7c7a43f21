import { Agent, request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { startSink } from '../../bench/load/sink.js';
import { well } from '../../kills/faults.js';
import { startStandIn } from '../../kills/stand-in.js';
import { refusals } from '../../support/connector/refusals.js';
import { startFakeConnector } from '../../support/fake-connector.js';

/** What stands in for Teams refuses what Teams refuses, whether or not a test thought of it. */
const standIns: readonly (readonly [string, () => Promise<{ readonly url: string; close(): Promise<void> }>])[] = [
  ['of the tests', () => startFakeConnector()],
  ['of the kills and the soak', () => startStandIn(() => well, Date.now)],
  ['of the benchmarks', startSink],
];

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

async function opens<T extends { close(): Promise<void> }>(start: () => Promise<T>): Promise<T> {
  const standIn = await start();
  opened.push(standIn);
  return standIn;
}

async function asks(url: string, path: string, body: object, method = 'POST') {
  const response = await fetch(`${url}v3/conversations${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as unknown };
}

const refusal = ({ status, code, message }: { status: number; code: string; message: string }) => ({
  status,
  body: { error: { code, message } },
});
const tenantId = '11111111-1111-4111-8111-111111111111';
const channel = { id: '19:helpdesk@thread.tacv2' };
const activity = { type: 'message', text: 'hello' };
const inTenant = { tenantId, channelData: { tenant: { id: tenantId } } };
const chat = { ...inTenant, isGroup: false, members: [{ id: '29:ben' }] };
const thread = { tenantId, isGroup: true, channelData: { tenant: { id: tenantId }, channel }, activity };

describe.each(standIns)('the stand-in %s', (_name, start) => {
  it.each([
    ['a chat, nowhere', { ...chat, tenantId: undefined, channelData: undefined }],
    ['a chat, not beside the members', { ...chat, tenantId: undefined }],
    ['a chat, an empty one', { ...chat, tenantId: '', channelData: { tenant: { id: '' } } }],
    ['a chat, not in the channel data', { ...chat, channelData: undefined }],
    ['a thread, nowhere', { ...thread, tenantId: undefined, channelData: { channel } }],
    ['a thread, not beside the channel data', { ...thread, tenantId: undefined }],
    ['a thread, not in the channel data', { ...thread, channelData: { channel } }],
  ])('opens nothing without the tenant: %s', async (_what, body) => {
    const { url } = await opens(start);
    expect(await asks(url, '', body)).toEqual(refusal(refusals.noTenant));
  });

  it('opens nothing that is neither a chat nor a thread', async () => {
    const { url } = await opens(start);
    for (const body of [
      inTenant,
      { ...chat, members: [] },
      { ...chat, members: [{ id: '29:ben' }, { id: '29:ada' }] },
      { ...chat, isGroup: true },
    ]) {
      expect(await asks(url, '', body)).toEqual(refusal(refusals.noConversation));
    }
  });

  it('opens one chat with a person, however often it is asked to, and names no message of it', async () => {
    const { url } = await opens(start);
    const [first, again, withMessage, other] = [
      await asks(url, '', chat),
      await asks(url, '', chat),
      await asks(url, '', { ...chat, activity }),
      await asks(url, '', { ...chat, members: [{ id: '29:ada' }] }),
    ];
    expect(first).toEqual({ status: 201, body: { id: expect.stringMatching(/^a:/) as string } });
    expect([again, withMessage]).toEqual([first, first]);
    expect(other.body).not.toEqual(first.body);
  });

  it('names the thread that it opens by its first message', async () => {
    const { url } = await opens(start);
    const { status, body } = await asks(url, '', thread);
    const { id, activityId } = body as { id: string; activityId: string };
    expect([status, id]).toEqual([201, `${channel.id};messageid=${activityId}`]);
  });
});

describe('Teams as the tests see it', () => {
  const path = '/a%3Achat-ben/activities';

  it('holds what it was sent, also with the request that opened the chat', async () => {
    const { url, messages } = await opens(startFakeConnector);
    const { body } = await asks(url, '', { ...chat, activity });
    const { id } = body as { id: string };
    await asks(url, `/${encodeURIComponent(id)}/activities`, { ...activity, text: 'more' });
    expect(messages.in(id).map(({ shown }) => shown.map(({ text }) => text))).toEqual([['hello'], ['more']]);
  });

  it('replaces no message that is not there', async () => {
    const { url, messages } = await opens(startFakeConnector);
    expect(await asks(url, `${path}/1`, activity, 'PUT')).toEqual(refusal(refusals.activityNotFound));
    const sent = await asks(url, path, activity);
    const { id } = sent.body as { id: string };
    expect(await asks(url, `${path}/${id}`, { ...activity, text: 'changed' }, 'PUT')).toEqual({
      status: 200,
      body: { id },
    });
    expect(messages.in('a:chat-ben').map(({ shown }) => shown.at(-1)?.text)).toEqual(['changed']);
  });

  it('refuses what belongs to another region, but for the address of all regions', async () => {
    const connector = await opens(startFakeConnector);
    connector.livesIn('a:chat-ben', 'fr');
    connector.livesIn(channel.id, 'emea', refusals.wrongGeo);
    connector.livesIn('29:ben', 'fr');
    expect(await asks(connector.url, path, activity)).toEqual(refusal(refusals.differentRegion));
    expect(await asks(connector.urlOf('emea'), path, activity)).toEqual(refusal(refusals.differentRegion));
    expect(await asks(connector.urlOf('emea'), '', chat)).toEqual(refusal(refusals.differentRegion));
    expect(await asks(connector.urlOf('fr'), '', thread)).toEqual(refusal(refusals.wrongGeo));
    expect(
      await asks(connector.urlOf('fr'), `/${encodeURIComponent(`${channel.id};messageid=7`)}/activities`, activity),
    ).toEqual(refusal(refusals.wrongGeo));
    for (const url of [connector.urlOf('fr'), connector.globalUrl])
      expect(await asks(url, path, activity)).toMatchObject({ status: 201 });
  });

  it.each([
    ['so many times', { times: 2 }],
    ['so long', { forMs: 1_000 }],
  ])('fails as planned %s, then it is well', async (_how, planned) => {
    const clock = { now: 0 };
    const connector = await opens(() => startFakeConnector(() => clock.now));
    connector.faults.set({ kind: 'refusal', refusal: refusals.throttled, retryAfter: '7', ...planned });
    expect(await asks(connector.url, path, activity)).toEqual(refusal(refusals.throttled));
    clock.now += 999;
    expect(await asks(connector.url, path, activity)).toEqual(refusal(refusals.throttled));
    clock.now += 1;
    expect(await asks(connector.url, path, activity)).toMatchObject({ status: 201 });
    expect(connector.faults.happened).toBe(2);
  });

  it.each([
    ['resetUnread', 0],
    ['resetTaken', 1],
  ] as const)('%s: the connection is reset, and so many messages stand there', async (kind, standing) => {
    const connector = await opens(startFakeConnector);
    connector.faults.set({ kind, on: 'new', times: 1 });
    await expect(asks(connector.url, path, activity)).rejects.toThrow('fetch failed');
    expect(connector.messages.all).toHaveLength(standing);
    expect(connector.requests).toHaveLength(standing);
  });

  it('tells a connection that carried a request before from a new one', async () => {
    const connector = await opens(startFakeConnector);
    connector.faults.set({ kind: 'resetTaken', on: 'reused' });
    // fetch opens another connection whenever it likes.
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const sends = (): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const asked = request(`${connector.url}v3/conversations${path}`, { method: 'POST', agent }, (response) =>
          response.resume().once('end', () => resolve(response.statusCode)),
        );
        asked.once('error', reject).end(JSON.stringify(activity));
      });
    expect(await sends()).toBe(201);
    await expect(sends()).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(await sends()).toBe(201);
    agent.destroy();
  });

  it('is not reached while it does not listen', async () => {
    const connector = await opens(startFakeConnector);
    await connector.stopListening();
    await expect(asks(connector.url, path, activity)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    await connector.listenAgain();
    expect(await asks(connector.url, path, activity)).toMatchObject({ status: 201 });
  });
});
