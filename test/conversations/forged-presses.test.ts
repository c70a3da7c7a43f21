import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adminOptions } from '../../src/assistant/administrators/options.js';
import { requestOptions, ticketOptions } from '../../src/assistant/input.js';
import { en } from '../../src/text/en/index.js';
import { aTeamsEdge, chatOf, helpdeskChannel, type TeamsEdge } from '../support/teams-edge.js';

/** A press is a message that anybody can post anywhere: every button there is, in every place, by everybody, in both forms. */
const secret = 'Zephyrwort';
const otherChannel = '19:general@thread.tacv2;messageid=1';
const group = '19:group@thread.v2';

const inputs = { text: 'x', note: 'x', assignee: 'x', cause: 'other', waits: 'true', objects: 'x' };
const words = [
  'my devices',
  'my quota',
  'my requests',
  'troubleshoot',
  'tickets',
  'tickets open',
  'ticket 1001',
  'devices ben.okafor@contoso.com',
  'quota report',
  'audit',
  'stats',
  'help',
  '1001',
];

/** Every kind of press with every option, about the one ticket that there is. */
function everyPress(benId: string): readonly (readonly [verb: string, data: Readonly<Record<string, unknown>>])[] {
  return [
    ...ticketOptions.map((option) => ['ticket', { ticketNumber: 1001, step: 1, option, ...inputs }] as const),
    ...requestOptions.map((option) => ['request', { ticketNumber: 1001, step: 1, option, ...inputs }] as const),
    ...(['open', 'mine', 'unassigned', 'older'] as const).map(
      (filter) => ['tickets', { filter, hours: 0, page: 0 }] as const,
    ),
    ['requests', { page: 0 }],
    ...(['back', 'startOver', 'talkToAPerson', 'send'] as const).map(
      (option) => ['walk', { sessionId: 'any', step: 1, option }] as const,
    ),
    ...words.map((each) => ['say', { words: each }] as const),
    ['lookUp', { pcName: 'PC-0142' }],
    ...adminOptions.flatMap((option) => [benId, '1'].map((id) => ['admin', { option, id, ...inputs }] as const)),
    ...(['cancel'] as const).map((option) => ['channel', { option }] as const),
  ];
}

const people = {
  jonas: 'nobody',
  lena: 'of the helpdesk',
  sven: 'an administrator',
  ada: 'both',
  ben: 'whose request it is',
} as const;
type Key = keyof typeof people;

/** What only the helpdesk and its owner see: the request, and what the directory says about people. */
const individual = new RegExp(`${secret}|\\bPC-0|okafor@|Ben Okafor`);

describe.each(Object.keys(people) as readonly Key[])('%s', (key) => {
  let teams: TeamsEdge;
  beforeAll(async () => {
    teams = await aTeamsEdge();
    await teams.says('ben', 'talk to a person');
    await teams.presses('ben', 'review', { note: `It does not join, ${secret}` });
    await teams.presses('ben', 'send');
    await teams.says(key, 'help');
    expect(JSON.stringify(teams.connector.requests)).toContain(secret);
  });
  afterAll(() => teams.close());

  const conversations: Readonly<Record<string, object>> = {
    'another channel': { id: otherChannel, conversationType: 'channel', isGroup: true },
    'a group chat': { id: group, conversationType: 'groupChat', isGroup: true },
    'a group chat that says to be none': { id: group, conversationType: 'personal' },
    'a group chat that says nothing': { id: group },
    'a channel that is almost the right one': {
      id: `${helpdeskChannel}x;messageid=1`,
      conversationType: 'channel',
      isGroup: true,
    },
    'the right channel, as a group chat': {
      id: `${helpdeskChannel};messageid=1`,
      conversationType: 'groupChat',
      isGroup: true,
    },
  };

  /** What a place gets to see for one press, in the press's own answer and as messages. */
  async function shows(
    form: 'press' | 'submit',
    verb: string,
    data: Readonly<Record<string, unknown>>,
    conversation?: object,
  ): Promise<string> {
    const more = conversation ? { conversation: { ...conversation, tenantId: teams.tenant.tenantId } } : {};
    const to = (conversation as { id?: string } | undefined)?.id ?? chatOf(key);
    const before = teams.sentTo(to).length;
    const activity = form === 'press' ? teams.press(key, verb, data, more) : teams.submit(key, { verb, ...data }, more);
    const answered = await teams.sends(activity);
    expect(answered.status).toBe(200);
    return (
      answered.text +
      JSON.stringify(
        teams
          .sentTo(to)
          .slice(before)
          .map(({ activity: { text, attachments } }) => ({ text, attachments })),
      )
    );
  }

  // Who may see most, and whose request it is: what these are not shown nobody is.
  const most = key === 'ada' || key === 'ben' ? Object.entries(conversations) : [];
  describe.each(most)('in %s', (_place, conversation) => {
    it.each(['press', 'submit'] as const)('no %s shows anything of anybody', async (form) => {
      const told: string[] = [];
      for (const [verb, data] of everyPress(teams.person('ben').id)) {
        const shown = await shows(form, verb, data, conversation);
        if (individual.test(shown) || /"(?:verb|option)":"(?:ticket|request|walk|admin)/.test(shown))
          told.push(`${verb} ${JSON.stringify(data)}: ${shown.slice(0, 100)}`);
      }
      expect(told).toEqual([]);
    });
  });

  if (people[key] === 'nobody' || people[key] === 'an administrator') {
    it.each(['press', 'submit'] as const)(
      'no %s of a ticket shows it, be it in their own chat or in the right channel',
      async (form) => {
        const channel = { id: `${helpdeskChannel};messageid=1`, conversationType: 'channel', isGroup: true };
        for (const [verb, data] of everyPress(teams.person('ben').id).filter(
          ([kind]) => kind === 'ticket' || kind === 'tickets' || kind === 'request' || kind === 'requests',
        )) {
          for (const conversation of [undefined, channel])
            expect(await shows(form, verb, data, conversation), `${verb} ${JSON.stringify(data)}`).not.toContain(
              secret,
            );
        }
        const ticket = (await teams.storage.tickets.find(1001))?.ticket;
        expect([ticket?.state, ticket?.claimedBy, ticket?.moves.length]).toEqual(['open', undefined, 1]);
      },
    );
  }

  if (people[key] === 'of the helpdesk') {
    it('a ticket is shown in the right channel and in their own chat, and elsewhere it is said where', async () => {
      const channel = { id: `${helpdeskChannel};messageid=1`, conversationType: 'channel', isGroup: true };
      const data = { ticketNumber: 1001, step: 1, option: 'show' };
      for (const form of ['press', 'submit'] as const) {
        expect(await shows(form, 'ticket', data, channel)).toContain(secret);
        expect(await shows(form, 'ticket', data)).toContain(secret);
        expect(await shows(form, 'ticket', data, conversations['another channel'])).toContain(
          JSON.stringify(en['notice.ticketsElsewhere']).slice(1, -1),
        );
      }
    });
  }
});
