import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aTeamsEdge, cardOfInvoke, wordsOf, type TeamsEdge } from '../../support/teams-edge.js';

/**
 * A press inside the walk waits for nobody: Graph and Teams hang from the first press on, and are asked for nothing before
 * the answer has left.
 */
let teams: TeamsEdge;
beforeEach(async () => {
  teams = await aTeamsEdge();
});
afterEach(() => teams.close());

function hangs(): void {
  teams.graph.faults.set([{ match: /./, kind: 'hang' }]);
  teams.connector.behaves = () => 'hang';
}

/** Like `teams.presses`, but without waiting for what hangs. */
async function presses(key: string, option: string, inputs: object = {}): Promise<string> {
  const answered = await teams.posts(teams.press(key, 'walk', { ...teams.button(key, option), ...inputs }));
  expect(teams.begunBeforeAnswer).toEqual({ graph: 0, teams: 0 });
  expect(answered.status).toBe(200);
  const card = cardOfInvoke(answered);
  if (!card) throw new Error(`No card, but ${answered.text}`);
  return wordsOf(card);
}

describe('answered while Graph and Teams hang', () => {
  it('choose, back, start over', async () => {
    await teams.says('ada', 'troubleshoot');
    hangs();
    expect(await presses('ada', 'choose:win7')).toContain('Step 2');
    expect(await presses('ada', 'back')).toContain('Step 1');
    expect(await presses('ada', 'choose:win7')).toContain('Step 2');
    expect(await presses('ada', 'startOver')).toContain('Step 1');
  });

  it('talk to a person, review, change, send', async () => {
    await teams.says('ada', 'troubleshoot');
    hangs();
    await presses('ada', 'talkToAPerson');
    await presses('ada', 'review', { note: 'It does not join' });
    await presses('ada', 'edit');
    await presses('ada', 'review', { note: 'It does not join' });
    expect(await presses('ada', 'send')).toContain('1001');
    expect(teams.rows()['tickets']).toHaveLength(1);
  });

  it('not fixed, fixed, rate, and a new walk afterwards', async () => {
    await atAFix('ada');
    hangs();
    expect(await presses('ada', 'notFixed')).toContain('Step 5');
    await presses('ada', 'back');
    await presses('ada', 'fixed');
    await presses('ada', 'rate5');
    expect(teams.rows()['outbox']).toHaveLength(3);
    const ended = (await teams.storage.sessions.latest(teams.person('ada').id))?.value;
    const answered = await teams.posts(
      teams.press('ada', 'walk', { sessionId: ended?.id, step: ended?.step, option: 'startOver' }),
    );
    expect(teams.begunBeforeAnswer).toEqual({ graph: 0, teams: 0 });
    expect(wordsOf(cardOfInvoke(answered) ?? {})).toContain('Step 1');
  });

  it('that is wrong', async () => {
    await teams.says('eva', 'troubleshoot');
    await teams.presses('eva', 'choose:win7');
    hangs();
    expect(await presses('eva', 'dispute')).toContain('Step');
  });

  it('late ones and those of others', async () => {
    await teams.says('ada', 'troubleshoot');
    const first = teams.button('ada', 'choose:win7');
    hangs();
    await presses('ada', 'choose:win7');
    for (const key of ['ada', 'ben']) {
      const answered = await teams.posts(teams.press(key, 'walk', first));
      expect(teams.begunBeforeAnswer).toEqual({ graph: 0, teams: 0 });
      expect(answered.status).toBe(200);
    }
  });
});

it('what a press set going begins after its answer', async () => {
  await teams.says('ada', 'talk to a person');
  await teams.presses('ada', 'review', { note: 'It does not join' });
  await teams.presses('ada', 'send');
  expect(teams.begunBeforeAnswer).toEqual({ graph: 0, teams: 0 });
  expect(teams.connector.requests.map(({ kind }) => kind).sort()).toEqual(['create', 'send', 'update']);
});

/** Windows 11 that stopped at the first check: the fix is to connect it to the company network. */
async function atAFix(key: string): Promise<void> {
  await teams.says(key, 'troubleshoot');
  for (const option of ['current', 'domain-only', 'pre-check']) await teams.presses(key, `choose:${option}`);
}
