import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusals } from '../../../support/connector/refusals.js';
import { aTeamsEdge, chatOf, type TeamsEdge } from '../../../support/teams-edge.js';
import { longTimePasses } from './watch.js';

/** What is answered while an earlier answer waits comes behind it; nobody else waits for that. */
let teams: TeamsEdge;
beforeEach(async () => {
  teams = await aTeamsEdge();
});
afterEach(() => teams.close());

const minute = 60_000;
const headings = (key: string) =>
  teams.connector.messages
    .in(chatOf(key))
    .map(({ shown }) => JSON.stringify(shown.at(-1)))
    .map((words) =>
      words.includes('What you can type here')
        ? 'help'
        : words.includes('Step 1')
          ? 'step 1'
          : words.includes('Step 2')
            ? 'step 2'
            : 'other',
    );
const refuses = (how: { times?: number; forMs?: number }) =>
  teams.connector.faults.set({
    kind: 'refusal',
    refusal: refusals.throttled,
    retryAfter: '60',
    match: ({ kind, to }) => kind === 'send' && to === chatOf('ada'),
    ...how,
  });

describe('an answer that waits', () => {
  it('is followed by those of later turns, in their order', async () => {
    refuses({ times: 1 });
    expect(await teams.says('ada', 'help')).toMatchObject({ status: 200 });
    expect(await teams.says('ada', 'troubleshoot')).toMatchObject({ status: 200 });
    expect(await teams.says('ada', '1')).toMatchObject({ status: 200 });
    expect(headings('ada')).toEqual([]);
    await longTimePasses(teams);
    expect(headings('ada')).toEqual(['help', 'step 1', 'step 2']);
    expect(JSON.stringify(teams.connector.messages.all)).not.toContain('(again)');
  });

  it('does not hold up the answer to a press', async () => {
    await teams.says('ada', 'troubleshoot');
    const win7 = teams.button('ada', 'choose:win7');
    refuses({ forMs: 5 * minute });
    await teams.says('ada', 'help');
    expect((await teams.sends(teams.press('ada', 'walk', win7))).text).toContain('Step 2');
  });

  it('does not hold up anybody else', async () => {
    refuses({ forMs: 5 * minute });
    await teams.says('ada', 'help');
    await teams.says('ben', 'help');
    expect(headings('ben')).toEqual(['help']);
  });

  it('holds up nothing any more when it has come', async () => {
    refuses({ times: 1 });
    await teams.says('ada', 'help');
    await longTimePasses(teams);
    await teams.says('ada', 'troubleshoot');
    expect(headings('ada')).toEqual(['help', 'step 1']);
  });

  it('is forgotten with its person, who asks for that', async () => {
    refuses({ forMs: 10 * minute });
    await teams.says('ada', 'troubleshoot');
    await teams.says('ada', 'forget me');
    await longTimePasses(teams);
    const words = JSON.stringify(teams.connector.messages.in(chatOf('ada')).map(({ shown }) => shown.at(-1)));
    expect(words).toContain('Done. What we talked about');
    expect(teams.rows()['outbox']).toEqual([]);
  });
});

describe('many words of many people, with every fifth answer refused', () => {
  it('are all answered, in each chat in the order in which they were said', async () => {
    let count = 0;
    teams.connector.faults.set({
      kind: 'refusal',
      refusal: refusals.throttled,
      match: ({ kind }) => kind === 'send' && (count += 1) % 5 === 0,
    });
    const keys = ['ada', 'ben', 'carla', 'dmitri', 'eva'];
    for (let round = 0; round < 6; round += 1) {
      await Promise.all(keys.map((key) => teams.says(key, ['help', 'troubleshoot', 'start over'][round % 3] ?? '')));
      await teams.passes(7_000);
    }
    await longTimePasses(teams);
    for (const key of keys)
      expect(headings(key), key).toEqual(['help', 'step 1', 'step 1', 'help', 'step 1', 'step 1']);
  });
});
