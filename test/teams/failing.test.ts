import { afterEach, describe, expect, it } from 'vitest';
import type { Storage } from '../../src/storage/open-database.js';
import { aTeamsEdge, chatOf, sentenceOfInvoke, type TeamsEdge } from '../support/teams-edge.js';

const secret = 'SQLITE_BUSY: secret of the inside';
const fail = async (): Promise<never> => {
  throw new Error(secret);
};

let teams: TeamsEdge;
let broken = false;
const spoilt = (storage: Storage): Storage => ({
  ...storage,
  preferences: { ...storage.preferences, load: (personId) => (broken ? fail() : storage.preferences.load(personId)) },
});
const allSpoilt = (storage: Storage): Storage => ({
  ...spoilt(storage),
  conversations: { ...storage.conversations, rememberServiceUrl: (url) => (broken ? fail() : storage.conversations.rememberServiceUrl(url)) },
  handled: {
    first: (conversationId, id, now) => (broken ? fail() : storage.handled.first(conversationId, id, now)),
    forget: (conversationId, id) => (broken ? fail() : storage.handled.forget(conversationId, id)),
  },
});

afterEach(async () => {
  broken = false;
  await teams.close();
});

describe.each([
  ['a part of the storage fails', spoilt],
  ['all of the storage fails', allSpoilt],
])('%s', (_name, spoil) => {
  it('the person who typed reads one sentence with an id, the log has the error', async () => {
    teams = await aTeamsEdge({ spoil });
    broken = true;
    const answered = await teams.sends(teams.message('ada', 'help'));
    expect(answered).toMatchObject({ status: 200, text: '' });
    const [failure, ...others] = teams.failures;
    expect(others).toEqual([]);
    expect(failure?.error).toMatchObject({ message: secret });
    expect(teams.sentTo(chatOf('ada')).map(({ activity }) => activity.text)).toEqual([expect.stringContaining(failure?.id ?? '?') as string]);
    expect(JSON.stringify(teams.connector.requests)).not.toContain('SQLITE');
  });

  it('the person who pressed reads it in the press’s own answer', async () => {
    teams = await aTeamsEdge({ spoil });
    await teams.says('ada', 'troubleshoot');
    const press = teams.press('ada', 'walk', teams.button('ada', 'choose:win7'));
    const messages = teams.connector.requests.length;
    broken = true;
    const answered = await teams.sends(press);
    expect(answered).toMatchObject({ status: 200, json: { statusCode: 200 } });
    expect(answered.text).not.toContain('SQLITE');
    expect(sentenceOfInvoke(answered)).toContain(teams.failures[0]?.id);
    expect(teams.connector.requests).toHaveLength(messages);
  });

  it('afterwards everything goes on', async () => {
    teams = await aTeamsEdge({ spoil });
    const help = teams.message('ada', 'help');
    broken = true;
    await teams.sends(help);
    broken = false;
    await teams.sends(help);
    expect(teams.sentTo(chatOf('ada'))).toHaveLength(2);
  });
});

describe('Teams takes no reply', () => {
  it.each([400, 403, 413, 429, 500])('(%d): one attempt, no inside in the answer, the walk stands where it was decided', async (status) => {
    teams = await aTeamsEdge();
    await teams.says('ada', 'troubleshoot');
    teams.connector.behaves = () => ({ status });
    const before = teams.connector.requests.length;
    const answered = await teams.says('ada', '1');
    expect(answered).toMatchObject({ status: 200, text: '' });
    expect(teams.connector.requests).toHaveLength(before + 1);
    expect(teams.failures).toHaveLength(1);
    teams.connector.behaves = () => undefined;
    await teams.says('ada', 'troubleshoot');
    expect(JSON.stringify(teams.cardOf('ada'))).toContain('Step 2');
  });

  it('after a press: nothing is lost, its answer needs no request to Teams', async () => {
    teams = await aTeamsEdge();
    teams.connector.behaves = () => ({ status: 503 });
    const answered = await teams.sends(teams.press('ada', 'say', { words: 'help' }));
    expect(answered.status).toBe(200);
    expect(answered.text).toContain('What you can type here');
    expect(teams.connector.requests).toEqual([]);
  });
});

describe('not an activity', () => {
  it.each([{ type: 'message' }, { type: 'message', conversation: null }, { type: 'message', conversation: { id: 7 } }, { type: 'message', conversation: [] }])('%j', async (body) => {
    teams = await aTeamsEdge();
    const answered = await teams.sends({ serviceUrl: teams.connector.url, ...body } as never);
    expect(answered.status).toBe(400);
    expect(answered.text).not.toMatch(/Error|undefined|at /);
    expect(teams.connector.requests).toEqual([]);
  });
});
