import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { helpdeskChannel } from '../../support/activities.js';
import { startFakeConnector, type FakeConnector } from '../../support/fake-connector.js';
import { theWaysOut, type WaysOut } from './ways-out.js';

/** A tenant in two regions: one address takes nothing for the other's conversations, the global one finds both. */
let teams: WaysOut;
let global: FakeConnector;
beforeEach(async () => {
  global = await startFakeConnector();
  // The message to replace was posted before.
  global.behaves = ({ kind, message }) => (kind === 'update' ? { status: 200, body: { id: message } } : undefined);
  global.members.push({ id: '29:ada', name: 'Ada', objectId: 'ada' });
  teams = await theWaysOut({ global: global.url });
});
afterEach(async () => {
  await teams.connector.close();
  await global.close();
});

const how = { locale: 'en', again: false };
const told = { kind: 'ticketEntry', says: 'Claimed' };
const entry = { ...told, mention: [] } as never;
const thread = `${helpdeskChannel};messageid=1`;
const reference = JSON.stringify({
  channelId: 'msteams',
  conversation: { id: 'a:ben' },
  bot: { id: '28:bot' },
  user: { id: '29:ben' },
});
const ben = () => teams.person('ben').id;
const knowsBen = (serviceUrl = teams.connector.url) =>
  teams.known.people.set(ben(), { conversationId: 'a:ben', serviceUrl, reference });

/** [way out, its conversation, what is asked]. */
const ways: readonly (readonly [string, string, () => Promise<unknown>])[] = [
  [
    'a new thread',
    helpdeskChannel,
    () => teams.messenger.post({ kind: 'channel', channelId: helpdeskChannel }, entry, how),
  ],
  [
    'a message below a card',
    thread,
    () => teams.messenger.post({ kind: 'thread', conversationId: thread }, entry, how),
  ],
  ['an update', thread, () => teams.messenger.update({ conversationId: thread, activityId: '1' }, entry, how)],
  [
    'a message to a person',
    'a:ben',
    () => (knowsBen(), teams.messenger.post({ kind: 'person', personId: ben() }, entry, how)),
  ],
];

const words: readonly (readonly [number, string, string])[] = [
  [403, 'Forbidden', 'User is from different region'],
  [400, 'BadArgument', 'Incoming request was redirected to the wrong geo! Current geo: EMEA, Target geo: EUDB'],
];
const elsewhere = ([status, code, message]: (typeof words)[number]) => {
  teams.connector.behaves = () => ({ status, body: { error: { code, message } } });
};

describe.each(ways)('%s', (_name, conversationId, send) => {
  it.each(words)(
    'that is refused for its region (%d %s) is tried once at the global address, which is remembered',
    async (...refusal) => {
      elsewhere(refusal);
      expect(await send()).toMatchObject({ kind: 'sent' });
      expect([teams.connector.requests.length, global.requests.length]).toEqual([1, 1]);
      expect(teams.known.own.get(conversationId)).toBe(global.url);
    },
  );

  it('that the global address refuses as well is tried no third time', async () => {
    elsewhere(words[0]!);
    global.behaves = () => ({
      status: 404,
      body: { error: { code: 'ConversationNotFound', message: 'Conversation not found.' } },
    });
    expect(await send()).toMatchObject({ kind: expect.stringMatching(/^(?:gone|park)$/) as string });
    expect([teams.connector.requests.length, global.requests.length]).toEqual([1, 1]);
    expect(teams.known.own.size).toBe(0);
  });

  it('that is refused for another reason stays where it belongs', async () => {
    teams.connector.behaves = () => ({
      status: 403,
      body: {
        error: { code: 'BotNotInConversationRoster', message: 'The bot is not part of the conversation roster.' },
      },
    });
    await send();
    expect(global.requests).toEqual([]);
  });
});

describe('a conversation that was heard from elsewhere than the tenant last', () => {
  it.each(ways.slice(0, 3))('%s goes to its own address', async (_name, conversationId, send) => {
    teams.known.own.set(conversationId, global.url);
    expect(await send()).toMatchObject({ kind: 'sent' });
    expect([teams.connector.requests.length, global.requests.length]).toEqual([0, 1]);
  });

  it('a message to a person goes to the person’s own', async () => {
    knowsBen(global.url);
    await teams.messenger.post({ kind: 'person', personId: ben() }, entry, how);
    expect([teams.connector.requests.length, global.requests.length]).toEqual([0, 1]);
  });

  it('a question about its members as well', async () => {
    teams.known.own.set(helpdeskChannel, global.url);
    expect(await teams.channels.members(helpdeskChannel)).toHaveLength(1);
    expect(teams.connector.requests).toEqual([]);
  });

  it('and one about members that is refused for its region is asked at the global address', async () => {
    elsewhere(words[1]!);
    expect(await teams.channels.members(helpdeskChannel)).toHaveLength(1);
  });
});

describe('the first message to somebody never heard from', () => {
  const send = () => teams.messenger.post({ kind: 'person', personId: ben() }, entry, how);

  it('makes the chat without a message, which may be asked twice, and is known by its own id', async () => {
    const sent = await send();
    expect(teams.connector.requests.map(({ kind }) => kind)).toEqual(['create', 'send']);
    const [created, message] = teams.connector.requests;
    expect(created?.body).toEqual({
      bot: expect.anything() as unknown,
      isGroup: false,
      members: [{ id: ben(), name: '' }],
      tenantId: teams.tenant.tenantId,
      channelData: { tenant: { id: teams.tenant.tenantId } },
    });
    expect(message?.activity).toMatchObject({ text: 'Claimed' });
    expect(sent).toMatchObject({ kind: 'sent', card: { conversationId: message?.to } });
    expect((sent as { card: { activityId: string } }).card.activityId).not.toBe(message?.to);
  });

  it('and the ones after it go into the same chat', async () => {
    await send();
    await send();
    expect(teams.connector.requests.map(({ kind }) => kind)).toEqual(['create', 'send', 'send']);
    expect(new Set(teams.requests('send').map(({ to }) => to)).size).toBe(1);
  });

  it.each(['loseAnswer', { status: 503 }] as const)(
    'has sent nothing when the chat was not made for certain (%j): it comes plain',
    async (behaviour) => {
      teams.connector.behaves = ({ kind }) => (kind === 'create' ? behaviour : undefined);
      expect(await send()).toMatchObject({ kind: 'retry' });
      teams.connector.behaves = () => undefined;
      expect(await send()).toMatchObject({ kind: 'sent' });
      expect(teams.requests('send')).toHaveLength(1);
    },
  );

  it('makes the chat at the global address where the tenant’s own is of another region', async () => {
    elsewhere(words[0]!);
    expect(await send()).toMatchObject({ kind: 'sent' });
    expect(teams.known.people.get(ben())?.serviceUrl).toBe(global.url);
    expect(global.requests.map(({ kind }) => kind)).toEqual(['create', 'send']);
  });
});

it('a mention in a channel of another region is found at the global address', async () => {
  const ada = teams.person('ada');
  global.members.push({ id: '29:adas-account', name: ada.displayName, objectId: ada.id });
  teams.connector.behaves = ({ kind }) =>
    kind === 'member'
      ? { status: 403, body: { error: { code: 'Forbidden', message: 'User is from different region' } } }
      : undefined;
  await teams.messenger.post(
    { kind: 'thread', conversationId: thread },
    { ...told, mention: [teams.party('ada')] } as never,
    how,
  );
  expect(teams.requests('send')[0]?.activity.entities).toMatchObject([{ mentioned: { id: '29:adas-account' } }]);
});

it.each([
  ...ways.slice(0, 3),
  [
    'a message to a person',
    'a:ben',
    () => teams.messenger.post({ kind: 'person', personId: ben() }, entry, how),
  ] as const,
])(
  '%s whose address the database does not tell is tried again, with nothing sent',
  async (_name, _conversationId, send) => {
    const fails = () => Promise.reject(new Error('the database does not answer'));
    Object.assign(teams.conversations, { serviceUrl: fails, person: fails });
    expect(await send()).toMatchObject({ kind: 'retry', reason: 'the database does not answer' });
    expect(teams.connector.requests).toEqual([]);
  },
);

it('a new thread names the tenant in both places, too', async () => {
  await teams.messenger.post({ kind: 'channel', channelId: helpdeskChannel }, entry, how);
  const { tenantId } = teams.tenant;
  expect(teams.connector.requests[0]?.body).toMatchObject({
    tenantId,
    channelData: { channel: { id: helpdeskChannel }, tenant: { id: tenantId } },
  });
});

it.each([
  ['update', 403, 'BotDisabledByAdmin', 'retry'],
  ['thread', 403, 'BotDisabledByAdmin', 'retry'],
  ['update', 404, 'BadArgument', 'park'],
  ['thread', 403, 'BadArgument', 'park'],
] as const)('%s: %d %s never means gone', async (what, status, code, kind) => {
  teams.connector.refuses(thread, status, code);
  const attempt =
    what === 'update'
      ? await teams.messenger.update({ conversationId: thread, activityId: '1' }, entry, how)
      : await teams.messenger.post({ kind: 'thread', conversationId: thread }, entry, how);
  expect(attempt).toMatchObject({ kind });
});
