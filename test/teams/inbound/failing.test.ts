import { afterEach, describe, expect, it } from 'vitest';
import type { Storage } from '../../../src/storage/open-database.js';
import { aTeamsEdge, chatOf, sentenceOfInvoke, type TeamsEdge } from '../../support/teams-edge.js';

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
  conversations: {
    ...storage.conversations,
    rememberServiceUrl: (url) => (broken ? fail() : storage.conversations.rememberServiceUrl(url)),
  },
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
    expect(teams.sentTo(chatOf('ada')).map(({ activity }) => activity.text)).toEqual([
      expect.stringContaining(failure?.id ?? '?') as string,
    ]);
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
  const step = async (status: number) => {
    teams = await aTeamsEdge();
    await teams.says('ada', 'troubleshoot');
    teams.connector.behaves = ({ activity }) => (activity.attachments ? { status } : undefined);
    const before = teams.connector.requests.length;
    const answered = await teams.says('ada', '1');
    expect(answered).toMatchObject({ status: 200, text: '' });
    return () => teams.connector.requests.slice(before);
  };
  const recovers = () => void (teams.connector.behaves = () => undefined);

  it.each([
    [429, false],
    [412, false],
    [403, false],
    [404, false],
    [500, true],
    [503, true],
  ])('now (%d): it comes through the outbox, marked where it is in doubt', async (status, again) => {
    const asked = await step(status);
    expect(asked()).toHaveLength(1);
    recovers();
    await teams.passes(60_000);
    expect(asked()).toHaveLength(2);
    expect(teams.failures).toEqual([]);
    const words = JSON.stringify(teams.cardOf('ada'));
    expect(words).toContain('Step 2');
    expect(words.includes('(again)')).toBe(again);
  });

  it.each([400, 413])('ever (%d): one sentence says so, and the walk stands where it was decided', async (status) => {
    const asked = await step(status);
    expect(asked().map(({ activity }) => activity.text)).toEqual([
      undefined,
      expect.stringContaining(teams.failures[0]?.id ?? '?'),
    ]);
    expect(teams.failures).toHaveLength(1);
    recovers();
    await teams.says('ada', 'troubleshoot');
    expect(JSON.stringify(teams.cardOf('ada'))).toContain('Step 2');
  });

  it('and no sentence either: it is tried once', async () => {
    const asked = await step(413);
    teams.connector.behaves = () => ({ status: 413 });
    const before = asked().length;
    await teams.says('ada', 'help');
    expect(asked().slice(before)).toHaveLength(2);
  });

  it('of several: those behind the one that waits wait as well, in order, also those of later turns', async () => {
    const asked = await step(429);
    await teams.says('ada', 'help');
    expect(asked()).toHaveLength(1);
    recovers();
    await teams.passes(60_000);
    expect(
      asked()
        .slice(1)
        .map(({ activity }) => JSON.stringify(activity).includes('What you can type here')),
    ).toEqual([false, true]);
    await teams.says('ada', 'help');
    expect(asked()).toHaveLength(4);
  });

  it('for long: what waits is tried again soon when the person writes', async () => {
    const asked = await step(503);
    await teams.passes(30 * 60_000);
    await teams.passes(60 * 60_000);
    const before = asked().length;
    recovers();
    await teams.says('ada', 'help');
    expect(asked()).toHaveLength(before);
    await teams.passes(10_000);
    expect(
      asked()
        .slice(before)
        .map(({ activity }) => JSON.stringify(activity).includes('What you can type here')),
    ).toEqual([false, true]);
  });

  it('and the database does not either: the log says so', async () => {
    teams = await aTeamsEdge({
      spoil: (storage) => ({
        ...storage,
        outbox: { ...storage.outbox, addAll: (messages) => (broken ? fail() : storage.outbox.addAll(messages)) },
      }),
    });
    broken = true;
    teams.connector.behaves = () => ({ status: 429 });
    expect(await teams.sends(teams.message('ada', 'help'))).toMatchObject({ status: 200 });
    expect(teams.failures).toMatchObject([{ error: { message: secret } }]);
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
  it.each([
    { type: 'message' },
    { type: 'message', conversation: null },
    { type: 'message', conversation: { id: 7 } },
    { type: 'message', conversation: [] },
  ])('%j', async (body) => {
    teams = await aTeamsEdge();
    const answered = await teams.sends({ serviceUrl: teams.connector.url, ...body } as never);
    expect(answered.status).toBe(400);
    expect(answered.text).not.toMatch(/Error|undefined|at /);
    expect(teams.connector.requests).toEqual([]);
  });
});
