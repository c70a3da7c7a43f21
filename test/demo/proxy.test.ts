import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  playgroundConfig,
  botAccount,
  helpdeskChannelId,
  personalChatId,
} from '../../src/demo/playground/playground-config.js';
import { forward } from '../../src/demo/proxy/forward.js';
import { startProxy, type Proxy } from '../../src/demo/proxy/start-proxy.js';
import { contoso } from '../../src/demo/tenant/contoso.js';

const tenant = contoso(new Date('2026-11-23T08:00:00Z'));
const person = (key: string) => {
  const found = tenant.people.find((each) => each.key === key);
  if (found === undefined) throw new Error(`Contoso has no ${key}.`);
  return found;
};

interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

const addressOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** A server that keeps what it receives and gives one answer. */
async function startFake(answer: { status: number; type?: string; body: string }) {
  const received: Received[] = [];
  const server = createServer((incoming, outgoing) => {
    let text = '';
    incoming.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    incoming.on('end', () => {
      received.push({ method: incoming.method ?? '', url: incoming.url ?? '', headers: incoming.headers, text });
      outgoing.writeHead(answer.status, answer.type === undefined ? {} : { 'content-type': answer.type });
      outgoing.end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: addressOf(server),
    received,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}

let bot: Awaited<ReturnType<typeof startFake>>;
let connector: Awaited<ReturnType<typeof startFake>>;
let proxy: Proxy;
let logged: string[];

beforeEach(async () => {
  logged = [];
  bot = await startFake({
    status: 200,
    type: 'application/json; charset=utf-8',
    body: '{"statusCode":200,"value":"ü"}',
  });
  connector = await startFake({ status: 201, type: 'application/json', body: '{"id":"42"}' });
  proxy = await startProxy({
    tenant,
    currentKey: 'ada',
    botUrl: `${bot.url}/api/messages`,
    connectorUrl: `${connector.url}/_connector`,
    log: (line) => logged.push(line),
  });
});
afterEach(async () => {
  await Promise.all([proxy.close(), bot.close(), connector.close()]);
});

const ada = { id: '29:ada', name: 'Ada Lindqvist', aadObjectId: person('ada').id };
const message = (text: string) => ({
  type: 'message',
  id: 'm1',
  text,
  from: ada,
  recipient: botAccount,
  conversation: { id: personalChatId, conversationType: 'personal', tenantId: tenant.tenantId },
  channelData: { tenant: { id: tenant.tenantId } },
});
const send = (body: unknown) =>
  fetch(proxy.endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-own': 'kept' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const heardByBot = () => JSON.parse(bot.received.at(-1)?.text ?? 'null') as ReturnType<typeof message>;
const toldInTeams = () =>
  connector.received.map(({ text }) => JSON.parse(text) as { text?: string; attachments?: object[] });
const becomes = async (name: string) => {
  expect((await send(message(`as ${name}`))).status).toBe(200);
};

describe('while one is oneself', () => {
  it('passes an activity and its answer as they came', async () => {
    const odd = `{ "type":"message", "text":"my quota",  "from":{"id":"29:ada"}, "unknown": [1, null] }`;
    const response = await send(odd);
    expect(bot.received[0]).toMatchObject({ method: 'POST', url: '/api/messages', text: odd });
    expect(bot.received[0]?.headers).toMatchObject({ 'content-type': 'application/json', 'x-own': 'kept' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.text()).toBe('{"statusCode":200,"value":"ü"}');
  });

  it.each(['', 'not json', 'null', '{"text":"who am I"}'])(
    'leaves to the bot what is no activity: %j',
    async (body) => {
      await send(body);
      expect(bot.received.map(({ text }) => text)).toEqual([body]);
      expect(connector.received).toEqual([]);
    },
  );

  it('leaves to the bot sentences that only begin alike', async () => {
    const texts = [
      'as soon as I sign in it fails',
      'as soon as possible',
      'as usual, no',
      'who am I supposed to call',
      'people cannot join',
    ];
    for (const text of texts) await send(message(text));
    expect(bot.received.map(({ text }) => (JSON.parse(text) as { text: string }).text)).toEqual(texts);
    expect(connector.received).toEqual([]);
  });
});

describe('becoming somebody else', () => {
  it('answers in the conversation, in the name of the bot, which never hears of it', async () => {
    await becomes('Ben');
    expect(bot.received).toEqual([]);
    expect(connector.received[0]).toMatchObject({
      method: 'POST',
      url: `/_connector/v3/conversations/${encodeURIComponent(personalChatId)}/activities`,
    });
    expect(JSON.parse(connector.received[0]?.text ?? '')).toMatchObject({
      type: 'message',
      from: botAccount,
      replyToId: 'm1',
    });
    expect(toldInTeams()[0]?.text).toMatch(/^You are now \*\*Ben Okafor\*\*/);
  });

  it('changes who sent a message and nothing else', async () => {
    await becomes('ben');
    await send(message('my quota'));
    expect(heardByBot()).toEqual({
      ...message('my quota'),
      from: { id: '29:ben', name: 'Ben Okafor', aadObjectId: person('ben').id },
    });
  });

  it('changes who pressed a button', async () => {
    await becomes('lena');
    const press = {
      ...message(''),
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: '7',
      value: { action: { verb: 'claim' } },
    };
    await send(press);
    expect(heardByBot()).toEqual({
      ...press,
      from: { id: '29:lena', name: 'Lena Fischer', aadObjectId: person('lena').id },
    });
  });

  it('changes who joined, and leaves the bot and others among the members', async () => {
    await becomes('ben');
    const carla = { id: '29:carla', aadObjectId: person('carla').id };
    await send({
      ...message(''),
      type: 'conversationUpdate',
      membersAdded: [{ id: ada.id, aadObjectId: ada.aadObjectId }, carla, { id: botAccount.id }],
    });
    expect(heardByBot()).toMatchObject({
      from: { id: '29:ben' },
      membersAdded: [{ id: '29:ben', aadObjectId: person('ben').id }, carla, { id: botAccount.id }],
    });
  });

  it.each([
    ['as KIM2', 'kim2'],
    ['<at>Device Join Assistant</at> as Lena', 'lena'],
    ['<at>Device Join Assistant</at>&nbsp;as  ben   okafor', 'ben'],
    ["as Sven O'Brien", 'sven'],
    ['as rita', 'rita'],
  ])('understands %j', async (text, key) => {
    await send(message(text));
    await send(message('hi'));
    expect(heardByBot().from.aadObjectId).toBe(person(key).id);
  });

  it('asks which one is meant when several have the name, and changes nobody', async () => {
    await becomes('kim larsen');
    expect(toldInTeams()[0]?.text).toMatch(/Which kim larsen\?[^]*`as kim1`[^]*`as kim2`/);
    await send(message('hi'));
    expect(heardByBot().from).toEqual(ada);
  });

  it('says so when nobody has the name', async () => {
    await becomes('Zoë');
    expect(toldInTeams()[0]?.text).toMatch(/^Nobody here is called Zoë\./);
  });

  it('goes back to being oneself', async () => {
    await becomes('ben');
    await becomes('ada');
    await send(message('hi'));
    expect(heardByBot()).toEqual(message('hi'));
  });

  it('tells who one is', async () => {
    await becomes('eva');
    await send(message('Who am I?'));
    expect(toldInTeams()[1]?.text).toBe(`You are **Eva Brandt** (eva). ${person('eva').situation}`);
  });

  it('shows a name full of markdown and HTML as it is written', async () => {
    await becomes('rita');
    expect(toldInTeams()[0]?.text).not.toMatch(/[[<]|\*\*b\*\*/);
    expect(toldInTeams()[0]?.text).toContain('&#91;x&#93;');
  });

  it('lists everybody with their situation', async () => {
    await send(message('people'));
    const card = JSON.stringify(toldInTeams()[0]?.attachments);
    for (const { key, situation } of tenant.people) expect(card, key).toContain(situation);
    expect(bot.received).toEqual([]);
  });
});

describe('the way back to Teams', () => {
  const connectorRequest = (path: string, init?: RequestInit) => fetch(`${proxy.serviceUrl}${path}`, init);
  const create = (body: object) =>
    connectorRequest('/v3/conversations', { method: 'POST', body: JSON.stringify(body) });
  const { tenantId } = tenant;
  const inTenant = { tenantId, channelData: { tenant: { id: tenantId } } };

  it('passes what the bot posts, and what it gets for it', async () => {
    const body = '{"type":"message","text":"hello"}';
    const response = await connectorRequest('/v3/conversations/a%3Ax/activities/7?x=1', { method: 'PUT', body });
    expect(connector.received[0]).toMatchObject({
      method: 'PUT',
      url: '/_connector/v3/conversations/a%3Ax/activities/7?x=1',
      text: body,
    });
    expect([response.status, await response.text()]).toEqual([201, '{"id":"42"}']);
  });

  it('knows everybody of the tenant as a member, by Teams id and by Entra id', async () => {
    const known = (playgroundConfig(tenant, 'ada') as { users: unknown[] }).users.length + 1;
    expect(tenant.people.length).toBeGreaterThan(known);
    for (const { key, id } of tenant.people) {
      for (const asked of [`29:${key}`, id]) {
        const response = await connectorRequest(`/v3/conversations/19%3Ax/members/${encodeURIComponent(asked)}`);
        expect(await response.json()).toMatchObject({ id: `29:${key}`, aadObjectId: id, tenantId: tenant.tenantId });
      }
    }
    expect(connector.received).toEqual([]);
  });

  it('has a channel read by the helpdesk, also by those of a group inside it, and by Ben, all of the tenant', async () => {
    for (const channel of [helpdeskChannelId, `${helpdeskChannelId};messageid=7`]) {
      const response = await connectorRequest(
        `/v3/conversations/${encodeURIComponent(channel)}/pagedmembers?pageSize=500`,
      );
      const { members, ...others } = (await response.json()) as {
        members: { id: string; aadObjectId: string; tenantId: string; userRole: string }[];
      };
      expect(members.map(({ id }) => id)).toEqual(['29:ada', '29:ben', '29:lena', '29:marek']);
      for (const { tenantId, userRole } of members)
        expect({ tenantId, userRole }).toEqual({ tenantId: tenant.tenantId, userRole: 'user' });
      expect(others).toEqual({});
    }
    expect(connector.received).toEqual([]);
  });

  it('leaves who is in a chat to the Playground', async () => {
    for (const chat of [personalChatId, '19:office@thread.v2'])
      await connectorRequest(`/v3/conversations/${encodeURIComponent(chat)}/pagedmembers`);
    expect(connector.received.map(({ method }) => method)).toEqual(['GET', 'GET']);
  });

  it('leaves unknown members to the Playground', async () => {
    await connectorRequest('/v3/conversations/19%3Ax/members/29%3Anobody');
    expect(connector.received).toHaveLength(1);
  });

  it('opens the personal chat for a person named by Entra id, and leaves channels to the Playground', async () => {
    expect(await (await create({ ...inTenant, isGroup: false, members: [{ id: person('ben').id }] })).json()).toEqual({
      id: personalChatId,
    });
    expect(connector.received).toEqual([]);
    await create({
      isGroup: true,
      tenantId,
      channelData: { ...inTenant.channelData, channel: { id: '19:helpdesk' } },
      activity: { type: 'message' },
    });
    expect(connector.received).toHaveLength(1);
  });

  it.each<[string, { tenantId?: string; channelData?: object }]>([
    ['nowhere', {}],
    ['beside the channel only', { tenantId }],
    ['among the channel data only', { channelData: inTenant.channelData }],
    ['another one', { tenantId: 'fabrikam', channelData: { tenant: { id: 'fabrikam' } } }],
  ])('refuses a new conversation without the tenant: %s', async (_where, parameters) => {
    const channel = {
      ...parameters,
      channelData: { ...parameters.channelData, channel: { id: '19:helpdesk' } },
      isGroup: true,
      activity: { type: 'message' },
    };
    for (const body of [{ ...parameters, isGroup: false, members: [{ id: '29:ben' }] }, channel]) {
      const response = await create(body);
      expect([response.status, await response.json()]).toEqual([
        400,
        { error: { code: 'BadSyntax', message: 'Could not parse tenant id' } },
      ]);
    }
    expect(connector.received).toEqual([]);
  });

  it('says in the personal chat what the bot opens it with, and names no id of that', async () => {
    const parameters = {
      ...inTenant,
      isGroup: false,
      members: [{ id: '29:ben' }],
      activity: { type: 'message', text: 'Your request was taken.' },
    };
    const response = await create(parameters);
    expect([response.status, await response.json()]).toEqual([201, { id: personalChatId }]);
    expect(connector.received).toMatchObject([
      { method: 'POST', url: `/_connector/v3/conversations/${encodeURIComponent(personalChatId)}/activities` },
    ]);
    expect(JSON.parse(connector.received[0]?.text ?? '')).toEqual({
      ...parameters.activity,
      from: botAccount,
      recipient: { id: '29:ben', name: 'Ben Okafor' },
      conversation: { id: personalChatId },
    });
  });
});

describe('when nobody answers', () => {
  it('says with 502 and in the log that the bot cannot be reached', async () => {
    await bot.close();
    const response = await send(message('hi'));
    expect(response.status).toBe(502);
    expect(logged).toEqual([await response.text()]);
    expect(logged[0]).toContain(`${bot.url}/api/messages cannot be reached`);
  });

  it('says the same of the Playground', async () => {
    await connector.close();
    expect((await fetch(`${proxy.serviceUrl}/v3/teams/19%3Ax`)).status).toBe(502);
    expect(logged[0]).toContain(`${connector.url}/_connector/v3/teams/19%3Ax cannot be reached`);
  });
});

it('gives a request up when the client goes away before the answer', async () => {
  const silent = createServer();
  const front = createServer();
  const settled = new Promise<void>((resolve, reject) => {
    front.on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
      forward(incoming, outgoing, addressOf(silent), '').then(resolve, reject);
    });
  });
  const reached = once(silent, 'request') as Promise<[IncomingMessage]>;
  await Promise.all([silent, front].map((server) => once(server.listen(0, '127.0.0.1'), 'listening')));
  const client = new AbortController();
  const asked = fetch(addressOf(front), { signal: client.signal });
  const [{ socket }] = await reached;
  const givenUp = once(socket, 'close');
  client.abort();
  await expect(asked).rejects.toThrow();
  await Promise.all([settled, givenUp]);
  await Promise.all(
    [silent, front].map((server) => new Promise((resolve) => server.close(resolve).closeAllConnections())),
  );
});
