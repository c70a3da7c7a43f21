import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusals } from '../../../support/connector/refusals.js';
import { aTeamsEdge, chatOf, type TeamsEdge } from '../../../support/teams-edge.js';
import { longTimePasses, watch, wordsOf } from './watch.js';
import { files, inHelpdesk, posts, replies, type Way } from './ways.js';

/** What does not pass by itself: it is neither tried for ever, nor does it hold up what can be said. */
let teams: TeamsEdge;
beforeEach(async () => {
  teams = await aTeamsEdge({ globalAddress: true, files });
});
afterEach(() => teams.close());

const texts = (where: string) => teams.connector.messages.in(where).map(({ shown }) => shown.at(-1)?.text ?? '');
const shown = () => teams.connector.messages.all.reduce((sum, message) => sum + message.shown.length, 0);
const asked = (way: Way) => teams.connector.requests.filter(way.carries).length;
const inChats = [...replies, ...posts];
const chats = inChats.filter(({ replaces, where }) => !replaces && where.startsWith('a:'));

/** The first time and three times more within two minutes; of an answer, once more before. */
const asksOfOne = 4;
const asksOfAnswer = 5;

describe('a conversation that is not there', () => {
  it.each(chats)('$name: is asked for so often and no oftener', async (way) => {
    await way.prepare(teams);
    const seen = watch(teams, way);
    const before = asked(way);
    teams.connector.faults.set({ kind: 'refusal', refusal: refusals.conversationNotFound, match: way.carries });
    const answered = await way.leave(teams);
    if (way.by === 'answer') expect(answered?.status).toBe(200);
    await longTimePasses(teams);
    expect(seen.posted()).toEqual([]);
    expect(asked(way) - before).toBeGreaterThanOrEqual(asksOfOne);
    expect(asked(way) - before).toBeLessThanOrEqual(
      (way.by === 'answer' ? asksOfAnswer : asksOfOne) * way.messages.length,
    );
    const given = asked(way);
    await teams.passes(24 * 60 * 60_000);
    expect(asked(way)).toBe(given);
  });

  it('holds up nothing that is said when it is there again', async () => {
    teams.connector.faults.set({ kind: 'refusal', refusal: refusals.conversationNotFound });
    await teams.says('ada', 'help');
    await longTimePasses(teams);
    teams.connector.faults.clear();
    await teams.says('ada', 'troubleshoot');
    expect(JSON.stringify(teams.cardOf('ada'))).toContain('Step 1');
  });

  it('holds up nobody else meanwhile', async () => {
    teams.connector.faults.set({
      kind: 'refusal',
      refusal: refusals.conversationNotFound,
      match: ({ to }) => to === chatOf('ada'),
    });
    await teams.says('ada', 'help');
    await teams.says('ben', 'help');
    expect(teams.connector.messages.in(chatOf('ben'))).toHaveLength(1);
  });
});

it('a card to be replaced that is not there any more, and whose person waits for the answer, comes as a message', async () => {
  const way = replies.find(({ replaces }) => replaces)!;
  await way.prepare(teams);
  const seen = watch(teams, way);
  teams.connector.faults.set({ kind: 'refusal', refusal: refusals.activityNotFound, match: way.carries });
  expect(await way.leave(teams)).toMatchObject({ status: 200 });
  await longTimePasses(teams);
  expect({ posted: seen.posted(), replaced: seen.replaced() }).toEqual({
    posted: way.messages.map(wordsOf),
    replaced: [],
  });
});

describe('an app that the administrator has switched off', () => {
  it.each([...inChats, ...inHelpdesk])(
    '$name: nothing is posted in another place, and Teams is not asked all the time',
    async (way) => {
      await way.prepare(teams);
      const standing = shown();
      teams.connector.faults.set({ kind: 'refusal', refusal: refusals.disabledByAdmin });
      const before = teams.connector.requests.length;
      const answered = await way.leave(teams);
      if (way.by === 'answer') expect(answered?.status).toBe(200);
      await longTimePasses(teams);
      expect(shown()).toBe(standing);
      expect(teams.connector.requests.length - before).toBeLessThanOrEqual(40);
      teams.connector.faults.clear();
      await longTimePasses(teams);
      // What was there is still taken for what it is: there comes no second card.
      const opened = teams.connector.requests.slice(before).some(({ kind }) => kind === 'create');
      expect(opened).toBe(
        way.name === 'a new thread in the channel' || way.name === 'a message to somebody never heard from',
      );
      await teams.says('grace', 'help');
      expect(JSON.stringify(teams.cardOf('grace'))).toContain('What you can type here');
    },
  );
});

describe('a message that Teams will never take (413)', () => {
  const tooBig = (way: Way): void => {
    const [first] = way.messages.map(wordsOf);
    teams.connector.faults.set({
      kind: 'refusal',
      refusal: refusals.tooBig,
      match: (request) =>
        (way.by === 'outbox' ? way.carries(request) : request.activity.type === 'message') &&
        JSON.stringify(request.activity).includes(first ?? ''),
    });
  };

  it.each(inChats.filter(({ refusedForGood }) => refusedForGood === 'told'))(
    '$name: whoever waits is told that something went wrong',
    async (way) => {
      await way.prepare(teams);
      const seen = watch(teams, way);
      tooBig(way);
      expect(await way.leave(teams)).toMatchObject({ status: 200 });
      await longTimePasses(teams);
      expect(seen.posted()).not.toContain(wordsOf(way.messages[0]!));
      expect(texts(way.where).filter((text) => text.startsWith('Something went wrong on my side'))).toHaveLength(1);
      // What cannot take the place of another may be tried as a message.
      expect(teams.connector.faults.happened).toBeLessThanOrEqual(way.replaces ? 2 : 1);
      expect(teams.failures.length).toBeGreaterThan(0);
    },
  );

  it.each([...posts, ...inHelpdesk].filter(({ refusedForGood }) => refusedForGood === 'keptAside'))(
    '$name: is kept aside, and what comes behind it is not held up',
    async (way) => {
      await way.prepare(teams);
      tooBig(way);
      await way.leave(teams);
      await longTimePasses(teams);
      expect(teams.connector.faults.happened).toBe(1);
      expect(await teams.storage.outbox.parked(10)).toMatchObject([
        { reason: expect.stringContaining('413') as string },
      ]);
      expect(await teams.storage.outbox.failing(10)).toEqual([]);
    },
  );
});
