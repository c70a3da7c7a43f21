import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evenBlanks, shownOnCard, shownText, type Shown } from '../../support/shown-text.js';
import { aTeamsEdge, cardsIn, chatOf, helpdeskChannel, type TeamsEdge } from '../../support/teams-edge.js';

let teams: TeamsEdge;
beforeEach(async () => {
  teams = await aTeamsEdge();
});
afterEach(() => teams.close());

const hostile = '[x](http://evil) **b** <b>b</b> <at>all</at> ${name} `c` a_b_c';

/** Every text of ours that Teams renders, as it came over the wire: markdown, and runs as they are. */
function texts(): readonly Shown[] {
  const activities = teams.connector.requests.map(({ activity }) => activity);
  return [...cardsIn(activities), teams.cardOf('rita')]
    .flatMap((card) => shownOnCard(card))
    .concat(activities.flatMap(({ text }) => (typeof text === 'string' ? [ofMessage(text)] : [])));
}

function ofMessage(text: string): Shown {
  expect(text).not.toMatch(/<at>|<b>/);
  return shownText(text, { html: true });
}

/** What is more than text in it, besides our own lists and emphasis; and what is shown. */
function expectHarmless(all: readonly Shown[]): void {
  for (const { text, active } of all)
    expect({ text, active: active.filter((type) => /link|image|html|code|list|escape/.test(type)) }).toEqual({
      text,
      active: [],
    });
}

const shows = (all: readonly Shown[], given: string) =>
  all.some(({ text }) => evenBlanks(text).includes(evenBlanks(given)));

it('in the name of the sender, the form and the ticket', async () => {
  const from = { id: '29:rita', name: hostile, aadObjectId: teams.person('rita').id };
  await teams.says('rita', 'talk to a person', { from });
  await teams.presses('rita', 'review', {
    note: `note ${hostile}`,
    pcName: `pc ${hostile}`,
    seen: `seen ${hostile}`,
    phone: `tel ${hostile}`,
  });
  expect(shows(texts(), `note ${hostile}`)).toBe(true);
  await teams.presses('rita', 'send');
  expectHarmless(texts());
  for (const given of [`note ${hostile}`, `pc ${hostile}`, `seen ${hostile}`]) expect(shows(texts(), given)).toBe(true);
});

it('in the name of who claims', async () => {
  await teams.says('rita', 'talk to a person');
  await teams.presses('rita', 'review', { note: 'note' });
  await teams.presses('rita', 'send');
  const conversation = {
    id: `${helpdeskChannel};messageid=1`,
    conversationType: 'channel',
    isGroup: true,
    tenantId: teams.tenant.tenantId,
  };
  const from = { id: '29:lena', name: hostile, aadObjectId: teams.person('lena').id };
  await teams.sends(teams.press('lena', 'ticket', { ticketNumber: 1001, option: 'claim' }, { from, conversation }));
  expectHarmless(texts());
  expect(shows(texts(), hostile)).toBe(true);
});

describe('in a message of text', () => {
  it.each([hostile, '# x', '- x', '1. x', '> x'])('%s', async (given) => {
    await teams.says('rita', 'help');
    await teams.says('sven', `quota ${given.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}`);
    const text = teams.sentTo(chatOf('sven')).at(-1)?.activity.text ?? '';
    expectHarmless([ofMessage(text)]);
    expect(shows([ofMessage(text)], given)).toBe(true);
  });
});

it('in the directory, looked up by an administrator', async () => {
  await teams.says('rita', 'help');
  await teams.says('sven', `quota ${teams.person('rita').userPrincipalName}`);
  expectHarmless(texts());
  expect(shows(texts(), teams.person('rita').displayName)).toBe(true);
});

it('in the name of a PC that is looked up', async () => {
  await teams.says('rita', 'help');
  await teams.sends(teams.press('rita', 'lookUp', { pcName: hostile }));
  expectHarmless(texts());
  expect(shows(texts(), hostile)).toBe(true);
});
