import { describe, expect, it } from 'vitest';
import type { RequestOption, TicketOption } from '../../src/assistant/input.js';
import type { Ticket } from '../../src/helpdesk/ticket.js';
import type { Sent } from '../support/activities.js';
import { things } from '../support/check-card.js';
import {
  aTeamsEdge,
  cardOfInvoke,
  cardsIn,
  chatOf,
  helpdeskChannel,
  type Answered,
  type Json,
  type TeamsEdge,
} from '../support/teams-edge.js';

/** An activity as it is composed when its turn comes, in front of what is on show then. */
type Compose = (teams: TeamsEdge, shown: Json) => Promise<Sent> | Sent;

const stepOf = async (teams: TeamsEdge) => (await teams.storage.tickets.find(1001))!.ticket.moves.length;
const says =
  (text: string): Compose =>
  (teams) =>
    teams.message('grace', text);
const presses =
  (option: string, inputs: Json = {}): Compose =>
  (teams, shown) => {
    const button = things(shown as never).find(
      ({ type, data }) => type === 'Action.Execute' && (data as Json)['option'] === option,
    );
    if (!button) throw new Error(`No button ${option} on the card that grace sees`);
    return teams.press('grace', 'walk', { ...(button['data'] as Json), ...inputs });
  };
const asks =
  (option: RequestOption, inputs: Record<string, string> = {}): Compose =>
  async (teams) =>
    teams.press('grace', 'request', { ticketNumber: 1001, step: await stepOf(teams), option, ...inputs });
const helps =
  (key: string, option: TicketOption, inputs: Record<string, string> = {}): Compose =>
  async (teams) =>
    teams.press(
      key,
      'ticket',
      { ticketNumber: 1001, step: await stepOf(teams), option, ...inputs },
      {
        conversation: {
          id: `${helpdeskChannel};messageid=1`,
          conversationType: 'channel',
          isGroup: true,
          tenantId: teams.tenant.tenantId,
        },
      },
    );

const life: readonly Compose[] = [
  says('my pc will not join'),
  presses('choose:win7'),
  says('AADSTS50034 at 10.0.0.7'),
  says('talk to a person'),
  presses('review', { note: 'please help', phone: '555 0100' }),
  presses('send', { withPaste: 'true' }),
  helps('lena', 'claim'),
  async (teams) => helps('lena', 'sendAssign', { assignee: teams.person('marek').id })(teams, {}),
  helps('marek', 'sendReply', { text: 'Which cable is it on?', waits: 'true' }),
  asks('answer', { text: 'The grey one.' }),
  helps('marek', 'sendNote', { text: 'It is always that cable.' }),
  asks('show'),
  helps('marek', 'sendResolve', { cause: 'other', text: 'Took the blue cable.' }),
  asks('reopen', { text: 'It does not work.' }),
  helps('lena', 'claim'),
  helps('lena', 'sendResolve', { cause: 'other', text: 'Took the red cable.' }),
  asks('confirm'),
];

type Manner = (teams: TeamsEdge, activity: Sent) => Promise<readonly Answered[]>;

const once: Manner = async (teams, activity) => [await teams.sends(activity)];
const oneAfterTheOther: Manner = async (teams, activity) => [
  await teams.sends(activity),
  await teams.sends(activity),
  await teams.sends(activity),
];
const atTheSameMoment: Manner = (teams, activity) =>
  Promise.all([teams.sends(activity), teams.sends(activity), teams.sends(activity)]);
/** Teams gives a press another id at times when it delivers it anew. A text with another id is another text. */
const underOtherIds: Manner = (teams, activity) =>
  activity.type === 'invoke'
    ? Promise.all(
        ['', '-anew', '-again'].map((more) => teams.sends({ ...activity, id: `${String(activity['id'])}${more}` })),
      )
    : once(teams, activity);

async function lived(manner: Manner, againAtTheEnd = false) {
  const teams = await aTeamsEdge();
  try {
    const activities: Sent[] = [];
    const answers: string[] = [];
    let shown: Json = {};
    for (const compose of life) {
      const activity = await compose(teams, shown);
      activities.push(activity);
      for (const answered of await manner(teams, activity)) {
        expect(answered.status, answered.text).toBeLessThan(300);
        if (activity.conversation.id !== chatOf('grace')) continue;
        answers.push(answered.text);
        shown = cardOfInvoke(answered) ?? shown;
      }
      if (activity.type === 'message')
        shown = cardsIn(teams.sentTo(chatOf('grace')).map((each) => each.activity)).at(-1) ?? shown;
    }
    if (againAtTheEnd) for (const activity of activities) await manner(teams, activity);
    expect(teams.failures).toEqual([]);
    const toGrace = [...answers, ...teams.sentTo(chatOf('grace')).map(({ activity }) => JSON.stringify(activity))].join(
      '\n',
    );
    const tickets: Ticket[] = [];
    for (let found; (found = await teams.storage.tickets.find(1001 + tickets.length));) tickets.push(found.ticket);
    const messages: Record<string, unknown[]> = {};
    for (const { kind, to, activity } of teams.connector.requests) {
      if (kind !== 'create' && kind !== 'send' && kind !== 'update') continue;
      if (activity.type === 'typing') continue;
      (messages[`${kind} ${to.replace(/;messageid=\d+$/, ';thread')}`] ??= []).push(activity);
    }
    return { toGrace, tickets: comparable(tickets), messages: comparable(messages) };
  } finally {
    await teams.close();
  }
}

/** Without ids that count what was begun, and the steps of the walk beside them. */
function comparable(value: unknown): unknown {
  const counted = new Set(['sessionId', 'step', 'id', 'replyToId', 'conversation', 'serviceUrl']);
  return JSON.parse(JSON.stringify(value, (key, each: unknown) => (counted.has(key) ? undefined : each)));
}

describe(
  'a whole life of a ticket over HTTP, of which every activity is delivered three times',
  { timeout: 120_000 },
  () => {
    const expected = lived(once);

    it('is one life when it is delivered once, and a note stays with the helpdesk', async () => {
      const { tickets, toGrace, messages } = await expected;
      expect((tickets as Ticket[]).map(({ moves }) => moves.map(({ kind }) => kind))).toEqual([
        [
          'opened',
          'claimed',
          'assigned',
          'replied',
          'commented',
          'noted',
          'resolved',
          'reopened',
          'claimed',
          'resolved',
          'closed',
        ],
      ]);
      expect(toGrace).toContain('Which cable is it on?');
      expect(toGrace).not.toContain('always that cable');
      expect(JSON.stringify(messages)).toContain('always that cable');
    });

    it.each([
      ['one after the other', oneAfterTheOther],
      ['at the same moment', atTheSameMoment],
      ['at the same moment under other ids', underOtherIds],
    ])('is the same when they come %s, and all once more at the end', async (_name, manner) => {
      const { tickets, messages } = await lived(manner, true);
      const { tickets: expectedTickets, messages: expectedMessages } = await expected;
      expect(tickets).toEqual(expectedTickets);
      expect(messages).toEqual(expectedMessages);
    });
  },
);
