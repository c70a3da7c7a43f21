import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerBudgetMs, callLimits, graphBudgetMs, leastReplyMs, replyBudgetMs } from '../../../src/limits.js';
import { aTeamsEdge, cardOfInvoke, chatOf, type TeamsEdge } from '../../support/teams-edge.js';

/** Teams takes what is said and never answers: nobody knows whether it arrived. */
let teams: TeamsEdge;
beforeEach(async () => {
  teams = await aTeamsEdge({
    limits: {
      reply: { bytes: callLimits.reply.bytes, ms: 200 },
      teams: { bytes: callLimits.teams.bytes, ms: 200 },
      answerMs: 5_000,
    },
  });
});
afterEach(() => teams.close());

const silent = (): void => void (teams.connector.behaves = () => 'hang');
const kindsTo = (key: string): readonly string[] =>
  teams.sentTo(chatOf(key)).map(({ kind, activity }) => `${kind} ${activity.type}`);

const waiting = async () => (await teams.storage.outbox.failing(10)).map(({ reason }) => reason);

describe('Teams never answers', () => {
  it('a reply: the activity is answered all the same, and the message goes out once', async () => {
    silent();
    const help = teams.message('ada', 'help');
    expect(await teams.posts(help)).toMatchObject({ status: 200, text: '' });
    expect(kindsTo('ada')).toEqual(['send message']);
    expect(teams.failures).toEqual([]);
    expect(await waiting()).toEqual([expect.stringContaining('ETIMEDOUT')]);
    // What comes again was taken before, whether or not its answer arrived.
    expect(await teams.posts(help)).toMatchObject({ status: 200 });
    expect(kindsTo('ada')).toEqual(['send message']);
  });

  it('a replaced card: it is not sent below as well', async () => {
    await teams.says('ada', 'troubleshoot');
    silent();
    const before = kindsTo('ada').length;
    expect(
      await teams.posts(teams.submit('ada', { verb: 'walk', ...teams.button('ada', 'choose:win7') })),
    ).toMatchObject({ status: 200, text: '' });
    expect(kindsTo('ada').slice(before)).toEqual(['update message']);
  });

  it('a press: its own answer needs no request', async () => {
    await teams.says('ada', 'troubleshoot');
    silent();
    expect(
      cardOfInvoke(await teams.posts(teams.press('ada', 'walk', teams.button('ada', 'choose:win7')))),
    ).toBeDefined();
    expect(teams.failures).toEqual([]);
  });

  it('the sign of typing: the answer does not wait for it', async () => {
    teams.connector.behaves = ({ activity }) => (activity.type === 'typing' ? 'hang' : undefined);
    teams.graph.faults.set([{ match: /./, kind: 'delay', ms: 1_200 }]);
    expect(await teams.posts(teams.message('sven', 'devices ada'))).toMatchObject({ status: 200 });
    expect(kindsTo('sven')).toEqual(['send typing', 'send message']);
    expect(teams.failures).toEqual([]);
  });

  it('a hundred at once: each request ends', async () => {
    silent();
    const answers = await Promise.all(Array.from({ length: 100 }, () => teams.posts(teams.message('ada', 'help'))));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });
});

describe('several messages, each slowly', () => {
  it('end together when the time for an answer is over', async () => {
    await teams.close();
    teams = await aTeamsEdge({ limits: { reply: callLimits.reply, teams: callLimits.teams, answerMs: 0 } });
    silent();
    expect(await teams.posts(teams.message('ada', 'help'))).toMatchObject({ status: 200 });
    expect(teams.failures).toEqual([]);
    expect(await waiting()).toHaveLength(1);
  });
});

describe('the limits', () => {
  it('end an answer before Teams gives up, 15 s after it asked, however long the work took', () => {
    expect(answerBudgetMs).toBeLessThan(15_000);
    expect(replyBudgetMs).toBeLessThan(answerBudgetMs);
    // What is looked up for an answer ends after 9 s at the latest, a sign of typing holds it up for one more.
    expect(Math.max(graphBudgetMs, 9_000) + 1_000 + leastReplyMs).toBeLessThan(15_000);
  });
});
