import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Assistant } from '../../../src/assistant/assistant.js';
import { contoso } from '../../../src/demo/tenant/contoso.js';
import { channelBudgetMs, maxRosterPages } from '../../../src/limits.js';
import { connectTeams } from '../../../src/teams/connect-teams.js';
import { createActivities, helpdeskChannel, type Sent } from '../../support/activities.js';
import { closedPort } from '../../support/closed-port.js';
import { theWaysOut, type WaysOut } from './ways-out.js';

let teams: WaysOut;
beforeEach(async () => {
  teams = await theWaysOut();
});
afterEach(() => teams.connector.close());

const notInRoster = 'The bot is not part of the conversation roster.';
const test = { kind: 'channelTest', says: 'Requests will come here.' } as never;
const tries = () => teams.channels.tryPost(helpdeskChannel, test, 'en');

describe('trying a channel', () => {
  it('posts one new thread with the message in it', async () => {
    expect(await tries()).toEqual({ kind: 'taken' });
    expect(teams.connector.requests).toMatchObject([
      {
        kind: 'create',
        body: { isGroup: true, channelData: { channel: { id: helpdeskChannel } } },
        activity: { text: 'Requests will come here.' },
      },
    ]);
  });

  it.each([
    [403, 'BotNotInConversationRoster', notInRoster, 'appNotInTeam'],
    [403, 'ForbiddenOperationException', 'Bot is not installed', 'appNotInTeam'],
    [403, 'ServiceError', 'Unknown', 'appNotInTeam'],
    [403, 'ConversationBlockedByUser', 'User blocked the conversation with the bot.', 'appNotInChannel'],
    [404, 'ConversationNotFound', 'Conversation not found.', 'notFound'],
    [403, 'BotDisabledByAdmin', 'The tenant admin disabled this bot', 'unreachable'],
    [403, 'TenantNoPermission', 'Tenant is disabled.', 'unreachable'],
    [401, 'BotNotRegistered', 'No registration found for this bot.', 'unreachable'],
    [429, 'Throttled', 'Too many requests.', 'unreachable'],
    [412, 'PreconditionFailed', 'Precondition failed, please try again.', 'unreachable'],
    [500, 'ServiceError', 'Internal server error', 'unreachable'],
    [502, 'ServiceError', 'Internal server error', 'unreachable'],
    [503, 'ServiceError', 'Service unavailable', 'unreachable'],
  ])('that answers %d %s, %j: %s', async (status, code, message, why) => {
    teams.connector.refuses(helpdeskChannel, status, code, message);
    expect(await tries()).toEqual({ kind: 'refused', why, detail: `${status} ${code} ${message}` });
    expect(teams.requests('create')).toHaveLength(1);
  });

  it('in which the bot was heard before, is not about the team', async () => {
    teams.heard.note(`${helpdeskChannel};messageid=7`);
    teams.connector.refuses(helpdeskChannel, 403, 'BotNotInConversationRoster', notInRoster);
    expect(await tries()).toMatchObject({ why: 'appNotInChannel' });
  });

  it('next to one in which the bot was heard tells nothing of the team', async () => {
    teams.heard.note('19:another@thread.tacv2;messageid=7');
    teams.connector.refuses(helpdeskChannel, 403, 'BotNotInConversationRoster', notInRoster);
    expect(await tries()).toMatchObject({ why: 'appNotInTeam' });
  });

  it('before anybody was heard from cannot be done', async () => {
    teams.known.serviceUrl = undefined;
    expect(await tries()).toMatchObject({ kind: 'refused', why: 'unreachable' });
    expect(teams.connector.requests).toEqual([]);
  });

  it('while nobody listens, or the answer is lost, says so', async () => {
    teams.connector.behaves = () => 'loseAnswer';
    expect(await tries()).toMatchObject({ kind: 'refused', why: 'unreachable' });
    teams.known.serviceUrl = await closedPort();
    expect(await tries()).toMatchObject({
      kind: 'refused',
      why: 'unreachable',
      detail: expect.stringContaining('ECONNREFUSED') as string,
    });
  });

  it('that says nothing is given up in time for the answer', { timeout: channelBudgetMs + 20_000 }, async () => {
    teams.connector.behaves = () => 'hang';
    expect(await tries()).toMatchObject({
      kind: 'refused',
      why: 'unreachable',
      detail: expect.stringContaining('ETIMEDOUT') as string,
    });
  });

  it('keeps what goes to the log short', async () => {
    teams.connector.refuses(helpdeskChannel, 500, 'ServiceError', 'x'.repeat(10_000));
    expect(((await tries()) as { detail: string }).detail.length).toBeLessThanOrEqual(500);
  });
});

describe('who is in a channel', () => {
  const members = () => teams.channels.members(helpdeskChannel);

  it('is everybody, with object id, tenant and whether they are a guest', async () => {
    const { people, tenantId } = teams.tenant;
    expect(await members()).toEqual(people.map(({ id }) => ({ objectId: id, tenantId, guest: false })));
    expect(teams.connector.requests).toMatchObject([
      { kind: 'members', to: helpdeskChannel, query: { pageSize: '500' } },
    ]);
  });

  it('is read page by page', async () => {
    teams.connector.membersOnPage = 2;
    const all = await members();
    expect(all?.map(({ objectId }) => objectId)).toEqual(teams.tenant.people.map(({ id }) => id));
    expect(
      teams
        .requests('members')
        .map(({ query }) => query['continuationToken'])
        .slice(0, 3),
    ).toEqual([undefined, '2', '4']);
  });

  it('tells guests and people of other tenants, and what Teams does not say', async () => {
    const [ada, ben, carla] = ['ada', 'ben', 'carla'].map((key) => teams.person(key).id);
    teams.connector.behaves = () => ({
      status: 200,
      body: {
        members: [
          { id: '29:ada', objectId: ada, tenantId: teams.tenant.tenantId, userRole: 'guest' },
          { id: '29:ben', objectId: ben, tenantId: 'another-tenant', userRole: 'user' },
          { id: '29:carla', aadObjectId: carla, userRole: 'Owner' },
          { id: '29:dmitri', objectId: '', tenantId: '', userRole: '' },
          { id: '29:eva', objectId: 7, tenantId: {}, userRole: ['guest'] },
        ],
      },
    });
    expect(await members()).toEqual([
      { objectId: ada, tenantId: teams.tenant.tenantId, guest: true },
      { objectId: ben, tenantId: 'another-tenant', guest: false },
      { objectId: carla, tenantId: undefined, guest: false },
      { objectId: undefined, tenantId: undefined, guest: undefined },
      { objectId: undefined, tenantId: undefined, guest: undefined },
    ]);
  });

  it('counts those once who come by several teams', async () => {
    teams.connector.members.push(...teams.connector.members.slice(0, 3));
    expect(await members()).toHaveLength(teams.tenant.people.length);
  });

  it.each([403, 404, 429, 500, 503])('is not known when Teams answers %d, after one request', async (status) => {
    teams.connector.refuses(helpdeskChannel, status, 'Refused');
    expect(await members()).toBeUndefined();
    expect(teams.requests('members')).toHaveLength(1);
  });

  it('is not known when a later page is missing', async () => {
    teams.connector.membersOnPage = 2;
    teams.connector.behaves = ({ query }) => (query['continuationToken'] === '4' ? { status: 503 } : undefined);
    expect(await members()).toBeUndefined();
  });

  it.each([{ body: {} }, { body: { members: null } }, { body: { members: 'all' } }, { body: [] }])(
    'is not known from the answer $body',
    async ({ body }) => {
      teams.connector.behaves = () => ({ status: 200, body });
      expect(await members()).toBeUndefined();
    },
  );

  it('is not known when the pages do not end', async () => {
    teams.connector.behaves = () => ({ status: 200, body: { members: [], continuationToken: 'again' } });
    expect(await members()).toBeUndefined();
    expect(teams.requests('members')).toHaveLength(maxRosterPages);
  });

  it(
    'is not known before anybody was heard from, nor when Teams says nothing',
    { timeout: channelBudgetMs + 20_000 },
    async () => {
      teams.connector.behaves = () => 'hang';
      expect(await members()).toBeUndefined();
      teams.known.serviceUrl = undefined;
      expect(await members()).toBeUndefined();
    },
  );
});

describe('a channel that somebody wrote in', () => {
  const silent = { handle: async () => ({ locale: 'en', replies: [] }) } as unknown as Assistant;

  function connected() {
    const tenant = contoso(new Date('2026-05-04T09:00:00Z'));
    const room = connectTeams({
      appId: undefined,
      tokens: { token: async () => 'a token' },
      tenantId: tenant.tenantId,
      cloud: {
        loginUrl: 'http://127.0.0.1:9',
        botIssuer: 'https://api.botframework.com',
        botOpenIdMetadata: 'http://127.0.0.1:9/openid',
      },
      storage: {
        conversations: teams.conversations,
        handled: { first: async () => true, forget: async () => undefined },
      },
      fetch: () => Promise.reject(new Error('no files in this test')),
      defaultLocale: 'en',
      now: () => new Date('2026-05-04T09:00:00Z'),
      newId: () => 'an id',
      throttle: (_key, tell) => tell(),
      onFailure: (error) => {
        throw error;
      },
    });
    const receive = room.receiveFor(silent, {
      outbox: { addAll: async () => undefined, isWaiting: async () => false, hurry: async () => undefined },
      wakeOutbox: () => undefined,
      onKept: () => undefined,
    });
    const activities = createActivities(tenant, teams.connector.url);
    return {
      room,
      activities,
      receives: async (activity: Sent) => expect(await receive('', activity)).toMatchObject({ status: 200 }),
    };
  }

  const why = async ({ room }: ReturnType<typeof connected>) => {
    teams.connector.refuses(helpdeskChannel, 403, 'BotNotInConversationRoster', notInRoster);
    return ((await room.channels.tryPost(helpdeskChannel, { kind: 'welcome' }, 'en')) as { why?: string }).why;
  };

  it('is known to have the app in its team', async () => {
    const edge = connected();
    await edge.receives(edge.activities.inChannel('ben', 'use this channel'));
    expect(await why(edge)).toBe('appNotInChannel');
  });

  it('is not known by what was written elsewhere, or by people of nowhere', async () => {
    const edge = connected();
    await edge.receives(edge.activities.message('ben', 'help'));
    await edge.receives({
      ...edge.activities.inChannel('ben', 'help'),
      channelData: { tenant: { id: 'another-tenant' } },
    });
    expect(await why(edge)).toBe('appNotInTeam');
  });
});
