import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusals } from '../../../support/connector/refusals.js';
import { aTeamsEdge, chatOf, helpdeskChannel, type TeamsEdge } from '../../../support/teams-edge.js';
import { handsOver } from './ways.js';

/** Every conversation is reached at the address of its own region, whichever was heard from last. */
let teams: TeamsEdge;
beforeEach(async () => {
  teams = await aTeamsEdge({ globalAddress: true });
});
afterEach(() => teams.close());

const minute = 60_000;
const at = (region: string) => ({ serviceUrl: teams.connector.urlOf(region) });

/** Each says something from where they live; Ada last. */
async function allAreHeard(): Promise<void> {
  for (const [key, region] of [
    ['ben', 'fr'],
    ['lena', 'de'],
    ['ada', 'emea'],
  ] as const) {
    teams.connector.livesIn(chatOf(key), region);
    await teams.sends(teams.message(key, 'help', at(region)));
  }
}

async function postsTo(key: string): Promise<void> {
  const personId = teams.person(key).id;
  await teams.storage.outbox.add(`person:${personId}`, {
    kind: 'post',
    to: { kind: 'person', personId },
    view: { kind: 'welcome' },
    locale: 'en',
  });
  await teams.settled();
}

const regionsAsked = (from: number) => teams.connector.requests.slice(from).map(({ region }) => region);
const now = () => teams.connector.requests.length;

describe('a conversation that was heard from', () => {
  it.each(['ben', 'lena', 'ada'])('%s is answered and written to at their own address', async (key) => {
    await allAreHeard();
    const before = now();
    await postsTo(key);
    expect(regionsAsked(before)).toEqual([{ ben: 'fr', lena: 'de', ada: 'emea' }[key]]);
    expect(teams.connector.messages.in(chatOf(key))).toHaveLength(2);
  });

  it('a channel is posted to, its cards are replaced and its threads are written in at its own address', async () => {
    teams.connector.livesIn(helpdeskChannel, 'de');
    await teams.sends({ ...teams.inChannel('lena', 'help'), ...at('de') });
    await teams.sends(teams.message('ben', 'talk to a person', at('fr')));
    const before = now();
    await teams.presses('ben', 'review', { note: 'It does not join' });
    await teams.presses('ben', 'send');
    const [card] = teams.connector.messages.all
      .filter(({ conversationId }) => conversationId.startsWith(`${helpdeskChannel};`))
      .filter(({ shown }) => JSON.stringify(shown).includes('Request 1001'));
    await teams.sends(teams.message('ada', 'help', at('emea')));
    await teams.sends({
      ...teams.press(
        'lena',
        'ticket',
        { ticketNumber: 1001, option: 'claim' },
        {
          conversation: {
            id: card?.conversationId,
            conversationType: 'channel',
            isGroup: true,
            tenantId: teams.tenant.tenantId,
          },
        },
      ),
      ...at('de'),
    });
    const inChannel = teams.connector.requests
      .slice(before)
      .filter(({ kind, to }) => kind === 'create' || to.startsWith(helpdeskChannel));
    expect(inChannel.map(({ kind, region }) => `${kind} ${region}`)).toEqual(['create de', 'update de', 'send de']);
  });
});

describe.each([refusals.differentRegion, refusals.wrongGeo])(
  'what Teams refuses with $status "$message"',
  (refusal) => {
    it('is sent to the address of all regions, and the next at once', async () => {
      await teams.says('ben', 'help');
      teams.connector.livesIn(chatOf('ben'), 'fr', refusal);
      const before = now();
      await postsTo('ben');
      expect(regionsAsked(before)).toEqual(['', 'teams']);
      await postsTo('ben');
      expect(regionsAsked(before).slice(2)).toEqual(['teams']);
      expect(JSON.stringify(teams.connector.messages.all)).not.toContain('(again)');
    });

    it('to somebody never heard from: the chat is opened there, and what follows goes there too', async () => {
      await teams.says('ben', 'help');
      for (const where of [chatOf('carla'), teams.person('carla').id]) teams.connector.livesIn(where, 'fr', refusal);
      const before = now();
      await postsTo('carla');
      expect(teams.connector.messages.in(chatOf('carla'))).toHaveLength(1);
      const first = regionsAsked(before).length;
      await postsTo('carla');
      expect(teams.connector.messages.in(chatOf('carla'))).toHaveLength(2);
      expect(regionsAsked(before).slice(first)).toEqual(['teams']);
    });

    it('in the channel: the card is posted there, and once more, and its thread written in', async () => {
      teams.connector.livesIn(helpdeskChannel, 'de', refusal);
      await handsOver(teams, 'ben');
      await teams.passes(5 * minute);
      expect(
        teams.connector.requests.filter(({ kind, region }) => kind === 'create' && region === 'teams'),
      ).toHaveLength(1);
      const before = now();
      // Pressed in a list in her own chat: nothing is heard from the channel.
      await teams.sends(teams.press('lena', 'ticket', { ticketNumber: 1001, option: 'claim' }));
      await teams.passes(5 * minute);
      const inChannel = teams.connector.requests.slice(before).filter(({ to }) => to.startsWith(helpdeskChannel));
      expect(inChannel.map(({ kind, region }) => `${kind} ${region}`)).toEqual(['update teams', 'send teams']);
    });

    it('and is heard from afterwards goes where that came from', async () => {
      await teams.says('ben', 'help');
      teams.connector.livesIn(chatOf('ben'), 'fr', refusal);
      await postsTo('ben');
      await teams.sends(teams.message('ben', 'help', at('fr')));
      const before = now();
      await postsTo('ben');
      expect(regionsAsked(before)).toEqual(['fr']);
    });

    it('is kept, with nothing lost, where this cloud has no such address', async () => {
      await teams.close();
      teams = await aTeamsEdge();
      await teams.says('ben', 'help');
      teams.connector.livesIn(chatOf('ben'), 'fr', refusal);
      await postsTo('ben');
      await teams.passes(10 * minute);
      expect([...(await teams.storage.outbox.parked(5)), ...(await teams.storage.outbox.failing(5))]).toHaveLength(1);
    });
  },
);
