import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { maxMentions, mentionsBudgetMs } from '../../../src/limits.js';
import { helpdeskChannel } from '../../support/activities.js';
import { theWaysOut, type WaysOut } from '../outbound/ways-out.js';

let teams: WaysOut;
beforeEach(async () => {
  teams = await theWaysOut();
});
afterEach(() => teams.connector.close());

const thread = `${helpdeskChannel};messageid=1700000000000`;
const inThread = { kind: 'thread', conversationId: thread } as const;
const how = { locale: 'en', again: false };
const entry = (says: string, ...mention: readonly string[]) =>
  ({ kind: 'ticketEntry', says, mention: mention.map((key) => teams.party(key)) }) as never;

describe('a message below a card', () => {
  it('goes into the thread by one request, and is known by its id afterwards', async () => {
    const attempt = await teams.messenger.post(inThread, entry('Claimed'), how);
    expect(teams.connector.requests).toMatchObject([
      { kind: 'send', to: thread, activity: { type: 'message', text: 'Claimed', textFormat: 'markdown' } },
    ]);
    expect(attempt).toEqual({ kind: 'sent', card: { conversationId: thread, activityId: '1' } });
  });

  it('replies to no message but the one that the thread is named by', async () => {
    await teams.messenger.post(inThread, entry('Claimed'), how);
    expect(teams.connector.requests[0]?.path).toMatch(/\/activities$/);
    expect(teams.connector.requests[0]?.activity.replyToId).toBeUndefined();
  });

  it('says "(again)" when it may have been there before', async () => {
    await teams.messenger.post(inThread, entry('Claimed'), { ...how, again: true });
    expect(teams.requests('send')[0]?.activity.text).toBe('Claimed (again)');
  });

  it.each([
    [403, 'BotNotInConversationRoster'],
    [404, 'ConversationNotFound'],
  ])('is gone when the card is (%d)', async (status, code) => {
    teams.connector.refuses(thread, status, code);
    expect(await teams.messenger.post(inThread, entry('Claimed'), how)).toMatchObject({
      kind: 'gone',
      reason: expect.stringContaining(String(status)) as string,
    });
  });

  it.each([
    [400, 'park'],
    [413, 'park'],
    [429, 'retry'],
    [412, 'retry'],
    [500, 'unknown'],
    [503, 'unknown'],
  ])('is judged as any other when Teams answers %d, after one request', async (status, kind) => {
    teams.connector.refuses(thread, status, 'Refused');
    expect(await teams.messenger.post(inThread, entry('Claimed'), how)).toMatchObject({ kind });
    expect(teams.requests('send')).toHaveLength(1);
  });

  it('does not keep another thread of the channel from being written in', async () => {
    teams.connector.refuses(thread, 404, 'ConversationNotFound');
    const other = { kind: 'thread', conversationId: `${helpdeskChannel};messageid=2` } as const;
    expect(await teams.messenger.post(other, entry('Claimed'), how)).toMatchObject({ kind: 'sent' });
  });

  it('waits before anybody was heard from', async () => {
    teams.known.serviceUrl = undefined;
    expect(await teams.messenger.post(inThread, entry('Claimed', 'lena'), how)).toMatchObject({
      kind: 'noDestination',
    });
    expect(teams.connector.requests).toEqual([]);
  });
});

describe('a mention', () => {
  it('calls the Teams account of the person, which the channel was asked for by the object id', async () => {
    await teams.messenger.post(inThread, entry('Assigned to', 'lena'), how);
    expect(teams.requests('member')).toMatchObject([{ to: helpdeskChannel, message: teams.person('lena').id }]);
    expect(teams.requests('send').map(({ activity }) => activity)).toMatchObject([
      {
        text: 'Assigned to <at>Lena Fischer</at>',
        entities: [
          { type: 'mention', text: '<at>Lena Fischer</at>', mentioned: { id: '29:lena', name: 'Lena Fischer' } },
        ],
      },
    ]);
  });

  it('of several calls each of them once', async () => {
    await teams.messenger.post(inThread, entry('On duty:', 'kim1', 'kim2', 'lena', 'marek', 'kim1'), how);
    expect(teams.requests('member')).toHaveLength(4);
    const { entities = [] } = teams.requests('send')[0]?.activity ?? {};
    expect(entities.map(({ mentioned }) => (mentioned as { id: string }).id)).toEqual([
      '29:kim1',
      '29:kim2',
      '29:lena',
      '29:marek',
      '29:kim1',
    ]);
  });

  it('of very many people asks for some and names the others', async () => {
    const { people } = teams.tenant;
    await teams.messenger.post(inThread, entry('All:', ...people.map(({ key }) => key)), how);
    expect(people.length).toBeGreaterThan(maxMentions);
    expect(teams.requests('member')).toHaveLength(maxMentions);
    expect(teams.requests('send')[0]?.activity.text).toContain(people.at(-1)?.displayName);
  });

  it.each([404, 403, 429, 500, 503])(
    'that Teams cannot find (%d) leaves the name, and the message goes out',
    async (status) => {
      teams.connector.behaves = ({ kind }) => (kind === 'member' ? { status } : undefined);
      expect(await teams.messenger.post(inThread, entry('Assigned to', 'lena'), how)).toMatchObject({ kind: 'sent' });
      const [sent] = teams.requests('send');
      expect(sent?.activity.text).toBe('Assigned to Lena Fischer');
      expect(sent?.activity.entities).toBeUndefined();
      expect(teams.requests('member')).toHaveLength(1);
    },
  );

  it('of one who left the channel calls the others', async () => {
    const marek = teams.connector.members.findIndex(({ id }) => id === '29:marek');
    teams.connector.members.splice(marek, 1);
    await teams.messenger.post(inThread, entry('On duty:', 'marek', 'lena'), how);
    expect(teams.requests('send')[0]?.activity.text).toBe('On duty: Marek Novotny <at>Lena Fischer</at>');
  });

  it('for which Teams names somebody else calls nobody', async () => {
    teams.connector.behaves = ({ kind }) =>
      kind === 'member'
        ? { status: 200, body: { id: '29:ben', name: 'Ben Okafor', objectId: teams.person('ben').id } }
        : undefined;
    await teams.messenger.post(inThread, entry('Assigned to', 'lena'), how);
    expect(teams.requests('send')[0]?.activity.text).toBe('Assigned to Lena Fischer');
  });

  it(
    'that takes too long is left out, those found in time are not',
    { timeout: mentionsBudgetMs + 20_000 },
    async () => {
      teams.connector.behaves = ({ kind, message }) =>
        kind === 'member' && message === teams.person('lena').id ? 'hang' : undefined;
      expect(await teams.messenger.post(inThread, entry('On duty:', 'lena', 'marek'), how)).toMatchObject({
        kind: 'sent',
      });
      expect(teams.requests('send')[0]?.activity.text).toBe('On duty: Lena Fischer <at>Marek Novotny</at>');
    },
  );

  it('of nobody asks for nobody', async () => {
    await teams.messenger.post(inThread, entry('Claimed'), how);
    await teams.messenger.post(inThread, { kind: 'ticketPaste', says: 'Pasted' } as never, how);
    expect(teams.requests('member')).toEqual([]);
  });
});
