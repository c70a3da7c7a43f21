import { afterEach, beforeEach, expect, it } from 'vitest';
import { aTeamsEdge, chatOf, type TeamsEdge } from '../../../support/teams-edge.js';
import { longTimePasses } from './watch.js';

/** Teams may end a connection whenever it likes: one just opened, and one that the bot kept from before. */
let teams: TeamsEdge;
beforeEach(async () => {
  teams = await aTeamsEdge();
  await teams.says('ada', 'troubleshoot');
});
afterEach(() => teams.close());

it.each([
  ['new', 'resetUnread', ['help (again)']],
  ['new', 'resetTaken', ['help', 'help (again)']],
  ['reused', 'resetUnread', ['help (again)']],
  ['reused', 'resetTaken', ['help', 'help (again)']],
] as const)('a %s connection, %s: the answer comes', async (on, kind, expected) => {
  if (on === 'new') {
    await teams.connector.stopListening();
    await teams.connector.listenAgain();
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  teams.connector.faults.set({
    kind,
    on,
    times: 1,
    match: ({ kind: what, to }) => what === 'send' && to === chatOf('ada'),
  });
  expect(await teams.says('ada', 'help')).toMatchObject({ status: 200, text: '' });
  expect(teams.connector.faults.happened).toBe(1);
  await longTimePasses(teams);
  const words = teams.connector.messages
    .in(chatOf('ada'))
    .slice(1)
    .map(({ shown }) => JSON.stringify(shown.at(-1)));
  expect(
    words.map(
      (each) =>
        `${each.includes('What you can type here') ? 'help' : 'other'}${each.includes('(again)') ? ' (again)' : ''}`,
    ),
  ).toEqual(expected);
});
