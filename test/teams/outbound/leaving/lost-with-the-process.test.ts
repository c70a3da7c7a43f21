import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Storage } from '../../../../src/storage/open-database.js';
import { refusals } from '../../../support/connector/refusals.js';
import { aTeamsEdge, chatOf, type TeamsEdge } from '../../../support/teams-edge.js';
import { longTimePasses } from './watch.js';

/** Between the step that is saved and the answer that leaves anything may end: then the answer is lost, and nothing else. */
let teams: TeamsEdge;
let outboxFails = false;
let oldButton: Readonly<Record<string, unknown>> = {};
beforeEach(async () => {
  outboxFails = false;
  teams = await aTeamsEdge({ spoil });
  await teams.says('ada', 'troubleshoot');
});
afterEach(() => teams.close());

/** What is sent keeps its rows; nothing new gets in. */
function spoil(storage: Storage): Storage {
  const outbox = new Proxy(storage.outbox, {
    get(real, name: keyof Storage['outbox']) {
      const known = ['take', 'settle', 'parked', 'failing'].includes(name);
      return outboxFails && !known ? () => Promise.reject(new Error('The database is gone')) : real[name];
    },
  });
  return { ...storage, outbox };
}

const lastCard = () => JSON.stringify(teams.connector.messages.in(chatOf('ada')).at(-1)?.shown.at(-1));

it.each([
  ['the next word', () => teams.says('ada', 'troubleshoot').then(lastCard)],
  ['a press on the card before', async () => (await teams.sends(teams.press('ada', 'walk', oldButton))).text],
  [
    'the same answer, given again',
    () =>
      teams
        .says('ada', '1')
        .then(() => teams.says('ada', 'troubleshoot'))
        .then(lastCard),
  ],
])('the answer is taken by nobody: %s shows where one is', async (_what, next) => {
  oldButton = teams.button('ada', 'choose:win7');
  outboxFails = true;
  teams.connector.faults.set({ kind: 'refusal', refusal: refusals.throttled });
  expect(await teams.says('ada', '1')).toMatchObject({ status: 200, text: '' });
  outboxFails = false;
  teams.connector.faults.clear();
  await longTimePasses(teams);
  expect(teams.failures.length).toBeGreaterThan(0);
  expect(await next()).toMatch(/Step [23]/);
});

it('an answer that waited when the process ended comes with the next one', async () => {
  teams.connector.faults.set({ kind: 'refusal', refusal: refusals.throttled, times: 2 });
  await teams.says('ada', '1');
  // Taken by a process that ended in the middle of it: its lease has to be over.
  const taken = await teams.storage.outbox.take(teams.clock.now.getTime() + 60_000, 35_000, 1);
  expect(taken).toHaveLength(1);
  await longTimePasses(teams);
  expect(lastCard()).toContain('Step 2');
  expect(lastCard()).toContain('(again)');
});
