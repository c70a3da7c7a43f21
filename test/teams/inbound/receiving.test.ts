import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  aTeamsEdge,
  botId,
  cardsIn,
  chatOf,
  helpdeskChannel,
  sentenceOfInvoke,
  wordsOf,
  type TeamsEdge,
} from '../../support/teams-edge.js';

let teams: TeamsEdge;
beforeEach(async () => {
  teams = await aTeamsEdge();
});
afterEach(() => teams.close());

const sentActivities = () => teams.connector.requests.map(({ activity }) => activity);
const notServed = 'I can only help people of the company I belong to.';

describe('the welcome', () => {
  it('comes once, when the app is installed in a personal chat', async () => {
    await teams.sends(teams.installed('ada'));
    await teams.sends(teams.membersAdded('ada'));
    await teams.sends(teams.installed('ada', { action: 'remove' }));
    expect(cardsIn(sentActivities()).map(wordsOf)).toEqual([
      expect.stringContaining('Hello, I help when a PC will not join'),
    ]);
  });

  it('stays away when a team installs the app', async () => {
    const conversation = {
      id: helpdeskChannel,
      conversationType: 'channel',
      isGroup: true,
      tenantId: teams.tenant.tenantId,
    };
    const answered = await teams.sends(teams.installed('ada', { conversation }));
    expect(answered.status).toBe(200);
    expect(sentActivities()).toEqual([]);
  });
});

describe('the same activity delivered again', () => {
  it('is answered once', async () => {
    const help = teams.message('ada', 'help');
    for (let time = 0; time < 3; time += 1) expect(await teams.sends(help)).toMatchObject({ status: 200 });
    expect(teams.sentTo(chatOf('ada'))).toHaveLength(1);
  });

  it('is answered once also when it comes three times at once', async () => {
    const help = teams.message('ada', 'help');
    await Promise.all([teams.posts(help), teams.posts(help), teams.posts(help)]);
    expect(teams.sentTo(chatOf('ada'))).toHaveLength(1);
  });

  it('of another person is another', async () => {
    await teams.sends(teams.message('ada', 'help', { id: 'same' }));
    await teams.sends(teams.message('ben', 'help', { id: 'same' }));
    expect(teams.sentTo(chatOf('ben'))).toHaveLength(1);
  });

  it.each(['one after the other', 'at once'])('makes one ticket: %s', async (how) => {
    await readyToSend('ada');
    const send = teams.press('ada', 'walk', teams.button('ada', 'send'));
    if (how === 'at once') await Promise.all([teams.posts(send), teams.posts(send), teams.posts(send)]);
    else for (let time = 0; time < 3; time += 1) await teams.posts(send);
    await teams.settled();
    expect(teams.rows()['tickets']).toHaveLength(1);
    expect(teams.connector.requests.filter(({ kind }) => kind === 'create')).toHaveLength(1);
  });
});

async function readyToSend(key: string): Promise<void> {
  await teams.says(key, 'talk to a person');
  await teams.presses(key, 'review', { note: 'It does not join' });
}

describe('who is not of the served tenant', () => {
  const outsiders: readonly [string, (of: TeamsEdge) => object][] = [
    [
      'another tenant',
      () => ({
        conversation: { id: 'a:x', conversationType: 'personal', tenantId: 'other' },
        channelData: { tenant: { id: 'other' } },
      }),
    ],
    ['no tenant at all', () => ({ conversation: { id: 'a:x', conversationType: 'personal' }, channelData: undefined })],
    [
      'no object id',
      (of) => ({
        conversation: { id: 'a:x', conversationType: 'personal', tenantId: of.tenant.tenantId },
        from: { id: '29:x', name: 'X' },
      }),
    ],
    [
      'an empty object id',
      (of) => ({
        conversation: { id: 'a:x', conversationType: 'personal', tenantId: of.tenant.tenantId },
        from: { id: '29:x', aadObjectId: '' },
      }),
    ],
    [
      'a guest of a shared channel, whose own tenant is another',
      (of) => ({
        conversation: { id: 'a:x', conversationType: 'channel', tenantId: of.tenant.tenantId },
        from: { id: '29:x', name: 'X', aadObjectId: of.person('ada').id, tenantId: 'other' },
      }),
    ],
  ];

  it.each(outsiders)('%s: one neutral sentence to what is typed', async (_name, spoiled) => {
    const before = teams.rows();
    const answered = await teams.sends(teams.message('ada', 'my devices', spoiled(teams)));
    expect(answered.status).toBe(200);
    expect(sentActivities().map(({ text }) => text)).toEqual([notServed]);
    expect(teams.rows()).toEqual(before);
    expect(teams.graph.requests).toEqual([]);
  });

  it.each(outsiders)('%s: the same sentence to a press', async (_name, spoiled) => {
    await teams.says('ada', 'troubleshoot');
    const before = teams.rows();
    const graphRequests = teams.graph.requests.length;
    const answered = await teams.sends(teams.press('ada', 'walk', teams.button('ada', 'choose:win7'), spoiled(teams)));
    expect(sentenceOfInvoke(answered)).toBe(notServed);
    expect(teams.rows()).toEqual(before);
    expect(teams.graph.requests).toHaveLength(graphRequests);
  });
});

describe('an invoke that is none of our buttons', () => {
  it.each([
    'message/submitAction',
    'composeExtension/query',
    'task/fetch',
    'signin/verifyState',
    'config/fetch',
    '__proto__',
  ])('%s is answered 200', async (name) => {
    expect(await teams.sends(teams.invoke('ada', name))).toMatchObject({ status: 200 });
    expect(sentActivities()).toEqual([]);
  });

  it('a failed token exchange stays one, so that the client falls back', async () => {
    expect(await teams.sends(teams.invoke('ada', 'signin/tokenExchange'))).toMatchObject({ status: 412 });
  });
});

describe('what is typed', () => {
  it.each([
    ['our own mention goes', '<at>Device Join Assistant</at> help'],
    ['Teams’ blanks and entities', '&nbsp;\u00a0HELP&nbsp;\r\n'],
    ['a slash', '/Help'],
    ['zero-width characters', '\u200bhelp\ufeff'],
  ])('%s', async (_name, text) => {
    await teams.says('ada', text, {
      entities: [
        { type: 'mention', text: '<at>Device Join Assistant</at>', mentioned: { id: botId } },
        { type: 'clientInfo', locale: 'en-US' },
      ],
    });
    expect(wordsOf(teams.cardOf('ada'))).toContain('What you can type here');
  });

  it('is decoded once: what somebody typed as an entity stays one', async () => {
    await teams.says('ada', 'devices &amp;lt;b&amp;gt;');
    expect(teams.sentTo(chatOf('ada')).at(-1)?.activity.text).toContain('&amp;lt;b&amp;gt;');
  });

  it.each([undefined, null, 7, {}, ['help']])('a text that is none, %j, gets an answer', async (text) => {
    const answered = await teams.sends({ ...teams.message('ada', ''), text });
    expect(answered.status).toBe(200);
    expect(wordsOf(teams.cardOf('ada'))).toContain('I did not understand that');
    expect(teams.failures).toEqual([]);
  });

  it.each([
    ['entities', 'none'],
    [
      'entities',
      [
        null,
        7,
        { type: 'mention' },
        { type: 'mention', mentioned: null, text: 7 },
        { type: 'mention', mentioned: { id: 7 }, text: {} },
      ],
    ],
    ['attachments', {}],
    ['attachments', [null, {}, { contentType: 7 }]],
    ['locale', '\u0000'],
    ['value', 0],
    ['channelData', 'none'],
  ])('%s that are not what they should be do no harm: %j', async (part, value) => {
    const answered = await teams.sends(teams.message('ada', 'help', { [part]: value }));
    expect(answered.status).toBe(200);
    expect(teams.sentTo(chatOf('ada'))).toHaveLength(1);
    expect(teams.failures).toEqual([]);
  });

  it.each([
    ['a picture', { contentType: 'image/png', contentUrl: 'https://smba.invalid/a.png' }],
    [
      'a picture pasted into the text',
      { contentType: 'text/html', content: '<p><img src="https://graph.invalid/x"></p>' },
    ],
    [
      'a picture sent as a file',
      { contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'x.png', content: {} },
    ],
  ])('%s is answered, and the step stands', async (_name, attachment) => {
    await teams.says('ada', 'troubleshoot');
    const step = teams.button('ada', 'choose:win7');
    await teams.says('ada', '', { attachments: [attachment] });
    expect(wordsOf(teams.cardOf('ada'))).toContain(
      'I cannot read pictures. Please type the words or the code that you see.',
    );
    expect(teams.button('ada', 'choose:win7')).toEqual(step);
  });

  it('a text with its HTML copy is no picture', async () => {
    await teams.says('ada', 'help', { attachments: [{ contentType: 'text/html', content: '<div>help</div>' }] });
    expect(wordsOf(teams.cardOf('ada'))).toContain('What you can type here');
  });
});

describe('anonymous', () => {
  it.each([
    'https://smba.trafficmanager.net/teams/',
    'http://127.0.0.1.evil.test/',
    'http://evil.test/127.0.0.1',
    undefined,
    null,
  ])('takes no activity that names %s to be answered at', async (serviceUrl) => {
    const answered = await teams.sends({ ...teams.message('ada', 'help'), serviceUrl });
    expect(answered).toMatchObject({ status: 403, json: undefined });
    expect(teams.rows()['settings']).toEqual([]);
    expect(teams.failures).toEqual([]);
  });
});
