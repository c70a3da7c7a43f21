import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands, type Command } from '../../src/assistant/commands.js';
import { en } from '../../src/text/en/index.js';
import { aTeamsEdge, botId, cardsIn, chatOf, helpdeskChannel, wordsOf, type TeamsEdge } from '../support/teams-edge.js';
import { mention, type Sent } from '../support/activities.js';

/**
 * Every command × every role × every place, through the whole bot; see docs/contract.md, "What people type" and "Where
 * answers go".
 */

const otherChannel = '19:general@thread.tacv2';
const group = '19:group@thread.v2';

/** `silent`: the directory does not say which groups the person is in. */
const roles = {
  nobody: { key: 'jonas', administrator: 'no', helpdesk: 'no' },
  guest: { key: 'nora', administrator: 'no', helpdesk: 'no' },
  helpdesk: { key: 'lena', administrator: 'no', helpdesk: 'yes' },
  administrator: { key: 'sven', administrator: 'yes', helpdesk: 'no' },
  both: { key: 'ada', administrator: 'yes', helpdesk: 'yes' },
  silent: { key: 'ben', administrator: 'silent', helpdesk: 'silent' },
} as const;
type Role = keyof typeof roles;

const places = ['personal chat', 'helpdesk channel', 'other channel', 'group chat', 'other tenant'] as const;
type Place = (typeof places)[number];

const pointers = {
  personal: en['notice.personalOnly'],
  ourChat: en['notice.answeredInOurChat'],
  helpdesk: en['notice.ticketsElsewhere'],
  helpdeskChannel: en['notice.onDutyElsewhere'],
  channel: en['notice.channelOnlyHere'],
};

const answeredAt: Readonly<Record<Command['where'], readonly Place[]>> = {
  personal: ['personal chat'],
  ourChat: ['personal chat'],
  helpdesk: ['personal chat', 'helpdesk channel'],
  helpdeskChannel: ['helpdesk channel'],
  channel: ['helpdesk channel', 'other channel'],
};

const refusals = {
  administrators: { no: en['notice.notAllowed'], silent: en['notice.notConfirmed'] },
  helpdesk: { no: en['notice.notHelpdeskList'], silent: en['notice.lookUpFailed'] },
};

/** Every sentence that means no. */
const noes: readonly string[] = [
  ...Object.values(pointers),
  ...Object.values(refusals).flatMap(Object.values),
  en['notice.channelNotAllowed'],
  en['notice.notServed'],
];

/** What the person reads: a sentence that means no, or that it was answered. */
function expected(command: Command, role: Role, place: Place): string {
  if (place === 'other tenant') return en['notice.notServed'];
  const answersHere = answeredAt[command.where].includes(place);
  if (!answersHere && command.where !== 'ourChat') return pointers[command.where];
  if (command.who === 'everyone') return 'answered';
  const standing = roles[role][command.who === 'administrators' ? 'administrator' : 'helpdesk'];
  if (standing === 'yes') return 'answered';
  return command.id === 'useChannel' && standing === 'no'
    ? en['notice.channelNotAllowed']
    : refusals[command.who][standing];
}

/** An argument for what the help shows behind the words. */
const samples: readonly (readonly [RegExp, string])[] = [
  [/PERSON/, 'ben.okafor@contoso.com'],
  [/NAME/, 'PC-0142'],
  [/^NUMBER/, '1'],
  [/en \| de/, 'en'],
];

function typed({ words: [words = ''], argument = '' }: Command): string {
  const sample = samples.find(([pattern]) => pattern.test(argument))?.[1];
  return sample === undefined ? words : `${words} ${sample}`;
}

describe.each(Object.keys(roles) as readonly Role[])('%s', (role) => {
  const { key, administrator } = roles[role];
  let teams: TeamsEdge;
  beforeAll(async () => {
    teams = await aTeamsEdge();
    if (administrator === 'silent')
      teams.graph.faults.set([{ match: /checkMemberGroups/, kind: 'status', status: 503 }]);
    // Teams knows the chat.
    await teams.says(key, 'help');
  });
  afterAll(() => teams.close());

  const conversationOf: Readonly<Record<Place, string>> = {
    'personal chat': chatOf(key),
    'helpdesk channel': `${helpdeskChannel};messageid=1`,
    'other channel': `${otherChannel};messageid=1`,
    'group chat': group,
    'other tenant': chatOf(key),
  };

  function activity(text: string, place: Place): Sent {
    const id = conversationOf[place];
    const { tenantId } = teams.tenant;
    const inTeam = {
      text: `<at>Device Join Assistant</at> ${text}`,
      entities: [mention(botId, 'Device Join Assistant')],
    };
    switch (place) {
      case 'personal chat':
        return teams.message(key, text);
      case 'helpdesk channel':
        return teams.inChannel(key, text);
      case 'other channel': {
        const channelData = {
          tenant: { id: tenantId },
          channel: { id: otherChannel },
          team: { id: '19:team@thread.tacv2' },
        };
        return teams.message(key, text, {
          ...inTeam,
          conversation: { id, conversationType: 'channel', isGroup: true, tenantId },
          channelData,
        });
      }
      case 'group chat':
        return teams.message(key, text, {
          ...inTeam,
          conversation: { id, conversationType: 'groupChat', isGroup: true, tenantId },
        });
      case 'other tenant': {
        const other = 'd2f1a3c4-5b6e-4f70-8a91-b2c3d4e5f607';
        return teams.message(key, text, {
          conversation: { id, conversationType: 'personal', tenantId: other },
          channelData: { tenant: { id: other } },
        });
      }
    }
  }

  /** Sends it and gives what arrived in the conversation and in the person's own chat, and what was asked and noted for it. */
  async function plays(text: string, place: Place) {
    const before = {
      here: teams.sentTo(conversationOf[place]).length,
      chat: teams.sentTo(chatOf(key)).length,
      graph: teams.graph.requests.length,
    };
    const auditBefore = await teams.storage.audit.since(0, 10_000);
    await teams.sends(activity(text, place));
    const audit = await teams.storage.audit.since(0, 10_000);
    return {
      here: readable(teams.sentTo(conversationOf[place]).slice(before.here)),
      chat: readable(teams.sentTo(chatOf(key)).slice(before.chat)),
      graph: teams.graph.requests.slice(before.graph).map(({ path }) => path),
      audit: audit.slice(0, audit.length - auditBefore.length),
    };
  }

  const readable = (requests: ReturnType<TeamsEdge['sentTo']>): readonly string[] =>
    requests
      .flatMap(({ activity: sent }) => [sent.text ?? '', ...cardsIn([sent]).map(wordsOf)])
      .filter((words) => words !== '');

  describe.each(places)('in the %s', (place) => {
    it.each(commands.map((command) => [command.id, command] as const))('%s', async (_id, command) => {
      const wanted = expected(command, role, place);
      const { here, chat, graph, audit } = await plays(typed(command), place);
      const toChat = command.where === 'ourChat' && place !== 'personal chat' && place !== 'other tenant';
      if (toChat) expect(here).toEqual([pointers.ourChat]);
      const read = toChat ? chat : here;
      if (wanted === 'answered') {
        expect(read).not.toEqual([]);
        expect(read.filter((words) => noes.includes(words))).toEqual([]);
        expect(audit.filter(({ result }) => result === 'refused')).toEqual([]);
        return;
      }
      expect(read).toEqual([wanted]);
      // A refusal asks the directory about nobody but the one who is refused, and is written down once.
      const refused =
        Object.values(refusals).flatMap(Object.values).includes(wanted) || wanted === en['notice.channelNotAllowed'];
      expect(graph.filter((path) => !path.includes(`/users/${teams.person(key).id}/checkMemberGroups`))).toEqual([]);
      expect(audit.map(({ actorId }) => actorId)).toEqual(refused ? [teams.person(key).id] : []);
      if (refused && command.where === 'ourChat')
        expect(audit).toMatchObject([{ action: `command:${command.id}`, objectIds: [], result: 'refused' }]);
    });
  });
});
