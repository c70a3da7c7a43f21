import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mention } from '../../support/activities.js';
import { aTeamsEdge, cardsIn, chatOf, helpdeskChannel, wordsOf, type TeamsEdge } from '../../support/teams-edge.js';

let teams: TeamsEdge;
beforeEach(async () => {
  teams = await aTeamsEdge();
});
afterEach(() => teams.close());

const thread = `${helpdeskChannel};messageid=1`;
const textsIn = (conversation: string) => teams.sentTo(conversation).map(({ activity }) => activity.text);
const cardsFor = (key: string) => cardsIn(teams.sentTo(chatOf(key)).map(({ activity }) => activity)).map(wordsOf);

describe('what belongs to one person', () => {
  it.each([
    'help',
    'troubleshoot',
    "my pc won't join",
    'my devices',
    'my quota',
    'talk to a person',
    'back',
    'forget me',
    'language de',
    'PC-0142',
    'what is for lunch',
    '',
  ])('%j in a channel: pointed to the personal chat, nothing shown, nothing begun', async (words) => {
    await teams.sends(teams.inChannel('jonas', words));
    expect(textsIn(thread)).toEqual(['That is for the two of us. Please write to me in our own chat.']);
    expect(teams.sentTo(chatOf('jonas'))).toEqual([]);
    expect(teams.rows()).toMatchObject({ sessions: [], preferences: [], outbox: [], conversations: [] });
    expect(teams.graph.requests).toEqual([]);
  });

  it('in a group chat too', async () => {
    const conversation = {
      id: '19:group',
      conversationType: 'groupChat',
      isGroup: true,
      tenantId: teams.tenant.tenantId,
    };
    await teams.sends(teams.message('jonas', 'my devices', { conversation }));
    expect(textsIn('19:group')).toEqual(['That is for the two of us. Please write to me in our own chat.']);
  });
});

describe('an administrator’s command in a channel', () => {
  it('is answered in the administrator’s own chat, the channel gets a note', async () => {
    await teams.says('sven', 'help');
    await teams.sends(teams.inChannel('sven', 'quota ben.okafor@contoso.com'));
    expect(textsIn(thread)).toEqual(['I answered you in our chat.']);
    expect(cardsFor('sven').at(-1)).toContain('Ben Okafor');
    expect(JSON.stringify(teams.sentTo(thread))).not.toContain('Okafor');
  });

  it('reaches an administrator who never wrote before', async () => {
    await teams.sends(teams.inChannel('sven', 'quota ben.okafor@contoso.com'));
    const created = teams.connector.requests.filter(({ kind }) => kind === 'create');
    expect(created.map(({ body }) => body)).toMatchObject([
      { members: [{ id: teams.person('sven').id }], tenantId: teams.tenant.tenantId },
    ]);
    const sent = teams.connector.requests.filter(({ kind, to }) => kind === 'send' && to.startsWith('a:'));
    expect(
      cardsIn([sent.at(-1)?.activity ?? {}])
        .map(wordsOf)
        .join(),
    ).toContain('Ben Okafor');
  });

  it('of somebody who is none is refused the same way, whether the person asked for exists or not', async () => {
    const asked: string[] = [];
    for (const upn of ['ben.okafor@contoso.com', 'nobody.at.all@contoso.com', 'Kim Larsen', 'x']) {
      const edge = await aTeamsEdge();
      await edge.says('jonas', 'help');
      const [told, graphAsked] = [edge.connector.requests.length, edge.graph.requests.length];
      await edge.sends(edge.inChannel('jonas', `quota ${upn}`));
      const requests = edge.connector.requests
        .slice(told)
        .map(({ kind, to, activity: { text, attachments } }) => ({ kind, to, text, attachments }));
      asked.push(JSON.stringify({ requests, graph: edge.graph.requests.slice(graphAsked).map(({ path }) => path) }));
      await edge.close();
    }
    expect(new Set(asked).size).toBe(1);
    expect(asked[0]).toContain('Only administrators can look this up');
  });
});

describe('a mention', () => {
  it.each(['kim1', 'kim2'])('stands for who the roster says, not for the name: %s of two Kim Larsens', async (key) => {
    await teams.says('sven', 'help');
    await teams.sends(
      teams.inChannel('sven', 'quota <at>Kim Larsen</at>', { entities: [mention(`29:${key}`, 'Kim Larsen')] }),
    );
    expect(teams.connector.requests.filter(({ kind }) => kind === 'member')).toMatchObject([
      { to: thread, message: `29:${key}` },
    ]);
    const { userPrincipalName } = teams.person(key);
    expect(cardsFor('sven').at(-1)).toContain(userPrincipalName);
  });

  it('of a member who calls themselves like somebody else is who they are', async () => {
    await teams.says('sven', 'help');
    await teams.sends(
      teams.inChannel('sven', 'quota <at>Ben Okafor</at>', { entities: [mention('29:ada', 'Ben Okafor')] }),
    );
    expect(cardsFor('sven').at(-1)).toContain('Ada Lindqvist');
  });

  it('of nobody in the roster finds nobody, though the name is known', async () => {
    await teams.says('sven', 'help');
    await teams.sends(
      teams.inChannel('sven', 'quota <at>Ben Okafor</at>', { entities: [mention('29:unknown', 'Ben Okafor')] }),
    );
    expect(textsIn(chatOf('sven')).at(-1)).toContain('I found nobody called Ben Okafor');
  });

  it('of a name with entities, blanks and signs of patterns', async () => {
    await teams.says('sven', 'help');
    const shown = "Sven&nbsp;O'Brien $&amp; $1";
    await teams.sends(teams.inChannel('sven', `quota <at>${shown}</at>`, { entities: [mention('29:ben', shown)] }));
    expect(cardsFor('sven').at(-1)).toContain('Ben Okafor');
  });

  it('of the bot is not one, wherever it stands', async () => {
    await teams.says('sven', 'help');
    const activity = teams.inChannel('sven', '');
    await teams.sends({ ...activity, text: 'quota&nbsp;ben.okafor@contoso.com <at>Device Join Assistant</at>' });
    expect(cardsFor('sven').at(-1)).toContain('Ben Okafor');
  });

  it('that the roster cannot be asked about now is not guessed by name', async () => {
    await teams.says('sven', 'help');
    teams.connector.behaves = ({ kind }) => (kind === 'member' ? { status: 503 } : undefined);
    const answered = await teams.sends(
      teams.inChannel('sven', 'quota <at>Ben Okafor</at>', { entities: [mention('29:ben', 'Ben Okafor')] }),
    );
    expect(answered.status).toBe(200);
    expect(JSON.stringify(teams.connector.requests)).not.toContain('ben.okafor@contoso.com');
    expect(textsIn(thread)).toHaveLength(1);
  });
});
