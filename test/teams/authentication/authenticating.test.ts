import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { appId, encoded, issuer, keyDocument, strangers, token } from '../../support/bot-keys.js';
import { aTeamsEdge, type TeamsEdge } from '../../support/teams-edge.js';

let teams: TeamsEdge;
// The SDK's own check would write about refused tokens to the console.
beforeEach(() => void vi.spyOn(console, 'error'));
afterEach(() => {
  expect(console.error).not.toHaveBeenCalled();
  vi.restoreAllMocks();
  return teams.close();
});

async function closedPort(): Promise<string> {
  const { origin, close } = await keyDocument();
  await close();
  return origin;
}

describe('with an app id', () => {
  /** A token that is right but for this: each is refused for its own reason. */
  type Spoil = (right: { readonly serviceurl: unknown }) => string | undefined;

  it.each<[string, Spoil]>([
    ['no token', () => undefined],
    ['an empty one', () => ''],
    ['none of ours', () => 'Basic YTpi'],
    ['no token after Bearer', () => 'Bearer '],
    ['not a token', () => 'Bearer nonsense'],
    ['three parts of nonsense', () => 'Bearer a.b.c'],
    ['a right one behind another word', (right) => `Token ${token(right)}`],
    ['a right one and something more', (right) => `Bearer ${token(right)} more`],
    ['one of nobody’s signature', (right) => `Bearer ${token(right, { key: strangers })}`],
    ['one of a key that is not known', (right) => `Bearer ${token(right, { kid: 'unknown' })}`],
    ['one without a signature', (right) => `Bearer ${token(right).split('..').slice(0, 2).join('..')}.`],
    ['one for another bot', (right) => `Bearer ${token({ ...right, aud: '99999999-2222-4333-8444-555555555555' })}`],
    ['one of another issuer', (right) => `Bearer ${token({ ...right, iss: 'https://evil.test' })}`],
    [
      'one that says to be ours in nonsense',
      () => `Bearer ${encoded({ alg: 'RS256', typ: 'JWT', kid: 'known' })}.bnVsbA.c`,
    ],
    ['one that names no key', (right) => `Bearer ${token(right, { kid: null as unknown as string })}`],
    ['one of another channel’s key', (right) => `Bearer ${token(right, { kid: 'webchat' })}`],
    ['one without an end', (right) => `Bearer ${token({ ...right, exp: undefined })}`],
    ['one that has expired', (right) => `Bearer ${token({ ...right, exp: 1_700_000_100 })}`],
    ['one that is not valid yet', (right) => `Bearer ${token({ ...right, nbf: 3_900_000_000 })}`],
    ['one for another service URL', () => `Bearer ${token({ serviceurl: 'https://evil.test/' })}`],
    ['one for no service URL', () => `Bearer ${token()}`],
    [
      'a forged one of the emulator',
      (right) =>
        `Bearer ${token({ ...right, iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', ver: '1.0', appid: appId }, { key: strangers })}`,
    ],
  ])('%s: 401 without detail, nothing stored, nothing asked', async (_name, spoil) => {
    const keys = await keyDocument();
    teams = await aTeamsEdge({ bot: { appId, keysAt: keys.origin } });
    const help = teams.message('ada', 'help');
    const authorization = spoil({ serviceurl: help['serviceUrl'] });
    const answered = await teams.sends(help, authorization === undefined ? {} : { authorization });
    await keys.close();
    expect(answered.status).toBe(401);
    expect(answered.text).not.toMatch(/token|issuer|Unauthorized\. |Error|at /i);
    expect(teams.connector.requests).toEqual([]);
    expect(teams.graph.requests).toEqual([]);
    expect(Object.values(teams.rows()).flat()).toEqual([]);
  });

  it.each(['webchat', 'directline', 'emulator', '', null, undefined, 7])(
    'an activity of the channel %j: 403, whoever signed it',
    async (channelId) => {
      const keys = await keyDocument();
      teams = await aTeamsEdge({ bot: { appId, keysAt: keys.origin } });
      const help = teams.message('ada', 'help', { channelId });
      const answers = [];
      for (const kid of ['known', 'webchat'])
        answers.push(
          await teams.sends(help, { authorization: `Bearer ${token({ serviceurl: help['serviceUrl'] }, { kid })}` }),
        );
      await keys.close();
      expect(answers.map(({ status }) => status)).toEqual([403, 403]);
      expect(Object.values(teams.rows()).flat()).toEqual([]);
    },
  );

  it('an activity without a service address is not taken', async () => {
    const keys = await keyDocument();
    teams = await aTeamsEdge({ bot: { appId, keysAt: keys.origin } });
    const answered = await teams.sends(teams.message('ada', 'help', { serviceUrl: undefined }), {
      authorization: `Bearer ${token()}`,
    });
    await keys.close();
    expect(answered.status).toBe(401);
  });

  it('tokens that are refused leave nothing behind, whatever they say', async () => {
    const keys = await keyDocument();
    teams = await aTeamsEdge({ bot: { appId, keysAt: keys.origin } });
    const { ToBotFromBotOrEmulatorTokenValidationParameters: known } =
      await import('botframework-connector/lib/auth/tokenValidationParameters.js');
    const before = known.issuer?.length;
    for (const iss of [issuer, 'https://sts.windows.net/anything/']) {
      expect(
        (
          await teams.sends(teams.message('ada', 'help'), {
            authorization: `Bearer ${token({ iss, tid: `tenant-${iss}` }, { key: strangers })}`,
          })
        ).status,
      ).toBe(401);
    }
    await keys.close();
    expect(known.issuer?.length).toBe(before);
    expect(before).toBeGreaterThan(0);
  });

  it('a good token is taken', async () => {
    const keys = await keyDocument();
    teams = await aTeamsEdge({ bot: { appId, keysAt: keys.origin } });
    const help = teams.message('ada', 'help');
    const answered = await teams.sends(help, { authorization: `Bearer ${token({ serviceurl: help['serviceUrl'] })}` });
    await keys.close();
    expect(answered.status).toBe(200);
    expect(teams.connector.requests).toMatchObject([
      { kind: 'send', authorization: `Bearer token for ${issuer}/.default` },
    ]);
  });

  it('the key document cannot be reached: 503 without detail, and the log knows', async () => {
    teams = await aTeamsEdge({ bot: { appId, keysAt: await closedPort() } });
    const answered = await teams.sends(teams.message('ada', 'help'), { authorization: `Bearer ${token()}` });
    expect(answered.status).toBe(503);
    expect(answered.text).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|Error|at /);
    expect(teams.failures).toHaveLength(1);
    expect(teams.connector.requests).toEqual([]);
  });

  it.each([404, 500, 503])('the key document answers %d: 503 without detail', async (status) => {
    const keys = await keyDocument(status);
    teams = await aTeamsEdge({ bot: { appId, keysAt: keys.origin } });
    const answered = await teams.sends(teams.message('ada', 'help'), { authorization: `Bearer ${token()}` });
    await keys.close();
    expect(answered).toMatchObject({ status: 503, text: '' });
    expect(teams.failures).toHaveLength(1);
  });

  it('no token needs no key document to be refused', async () => {
    teams = await aTeamsEdge({ bot: { appId, keysAt: await closedPort() } });
    expect(await teams.sends(teams.message('ada', 'help'))).toMatchObject({ status: 401 });
  });

  it('what goes to Teams carries a token for this cloud', async () => {
    teams = await aTeamsEdge({ bot: { appId, keysAt: await closedPort() } });
    await teams.storage.conversations.rememberServiceUrl(teams.connector.url);
    await teams.storage.outbox.add('helpdesk', {
      kind: 'post',
      to: { kind: 'channel', channelId: '19:x@thread.tacv2' },
      view: { kind: 'welcome' },
      locale: 'en',
    });
    await teams.settled();
    expect(teams.connector.requests.map(({ authorization }) => authorization)).toEqual([
      'Bearer token for https://api.botframework.com/.default',
    ]);
  });
});

describe('anonymous', () => {
  it('no token is asked for', async () => {
    teams = await aTeamsEdge();
    await teams.sends(teams.message('ada', 'help'));
    expect(teams.connector.requests.map(({ authorization }) => authorization)).toEqual([undefined]);
  });
});
