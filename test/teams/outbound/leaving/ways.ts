import type { ConnectorRequest } from '../../../support/connector/connector-request.js';
import { uploaded } from '../../../support/activities.js';
import { chatOf, helpdeskChannel, type Answered, type TeamsEdge } from '../../../support/teams-edge.js';
import { noTotals } from '../../../../src/administration/report/tally.js';
import { aReportOfAll } from '../../../support/views-of-reports.js';

/** A text begins with it, anything else holds it. */
export type Known = { readonly text: string } | { readonly card: string };

/** A way on which messages leave for Teams. */
export interface Way {
  readonly name: string;
  /** All that comes before them. */
  readonly prepare: (teams: TeamsEdge) => Promise<unknown>;
  /** What makes them leave; the answer over HTTP where somebody waits for one. */
  readonly leave: (teams: TeamsEdge) => Promise<Answered | void>;
  /** The request that carries the first of them. */
  readonly carries: (request: ConnectorRequest) => boolean;
  /** The chat or the channel in which they stand. */
  readonly where: string;
  /** By what each is known, in their order. */
  readonly messages: readonly Known[];
  /** `answer`: to a person who waits, in the turn; `outbox`: by itself. */
  readonly by: 'answer' | 'outbox';
  /** It takes the place of a message that stands there. */
  readonly replaces: boolean;
  /** What becomes of one that Teams will never take; of the helpdesk's channel somebody may mend that. */
  readonly refusedForGood: 'told' | 'keptAside' | 'waits';
}

const sendTo =
  (conversation: string) =>
  ({ kind, to }: ConnectorRequest) =>
    kind === 'send' && to === conversation;
const updateIn =
  (conversation: string) =>
  ({ kind, to }: ConnectorRequest) =>
    kind === 'update' && to.split(';')[0] === conversation;
const adasChat = chatOf('ada');
const svensChat = chatOf('sven');

const ownFiles = 'https://contoso-my.sharepoint.com';
/** Takes every file. */
export const files = {
  fetch: async () => new Response(undefined, { status: 201 }),
  allowedFileHost: ({ origin }: URL) => origin === ownFiles,
};

const consent = 'application/vnd.microsoft.teams.card.file.consent';

export const replies: readonly Way[] = [
  {
    name: 'a reply',
    prepare: async () => undefined,
    leave: (teams) => teams.sends(teams.message('ada', 'help')),
    carries: sendTo(adasChat),
    where: adasChat,
    messages: [{ card: 'What you can type here' }],
    by: 'answer',
    replaces: false,
    refusedForGood: 'told',
  },
  {
    name: 'several replies to one message',
    prepare: async () => undefined,
    leave: (teams) =>
      teams.sends(
        teams.message('ada', 'help', {
          attachments: [
            { contentType: 'image/*', contentUrl: 'https://example.test/a.png' },
            uploaded('status.docx', 'https://contoso-my.sharepoint.com/a'),
          ],
        }),
      ),
    carries: sendTo(adasChat),
    where: adasChat,
    messages: [
      { text: 'I cannot read pictures' },
      { text: 'I can read text files' },
      { card: 'What you can type here' },
    ],
    by: 'answer',
    replaces: false,
    refusedForGood: 'told',
  },
  {
    name: 'what follows the answer to a press, a question about a file',
    prepare: async (teams) => {
      await teams.says('sven', 'audit');
      await teams.says('sven', 'audit');
    },
    leave: (teams) => teams.sends(teams.press('sven', 'admin', { option: 'exportAudit', id: '7' })),
    carries: sendTo(svensChat),
    where: svensChat,
    messages: [{ card: consent }],
    by: 'answer',
    replaces: false,
    refusedForGood: 'told',
  },
  {
    name: 'the card that takes the place of one in a client without Action.Execute',
    prepare: (teams) => teams.says('ada', 'troubleshoot'),
    leave: (teams) => {
      const replyToId = teams.connector.messages.in(adasChat).at(-1)?.id;
      return teams.sends(teams.submit('ada', { verb: 'walk', ...teams.button('ada', 'choose:win7') }, { replyToId }));
    },
    carries: updateIn(adasChat),
    where: adasChat,
    messages: [{ card: 'Step 2' }],
    by: 'answer',
    replaces: true,
    refusedForGood: 'told',
  },
  {
    name: 'an answer in a channel',
    prepare: async () => undefined,
    leave: (teams) => teams.sends(teams.inChannel('ben', 'my devices')),
    carries: sendTo(`${helpdeskChannel};messageid=1`),
    where: `${helpdeskChannel};messageid=1`,
    messages: [{ text: 'That is for the two of us' }],
    by: 'answer',
    replaces: false,
    refusedForGood: 'told',
  },
];

const personally =
  (key: string) =>
  async (teams: TeamsEdge): Promise<void> => {
    const personId = teams.person(key).id;
    await teams.storage.outbox.add(`person:${personId}`, {
      kind: 'post',
      to: { kind: 'person', personId },
      view: { kind: 'notice', notice: { key: 'forgotten' }, actions: [] } as never,
      locale: 'en',
    });
    await teams.settled();
  };

export const posts: readonly Way[] = [
  {
    name: 'a message to somebody heard from',
    prepare: (teams) => teams.says('ada', 'help'),
    leave: personally('ada'),
    carries: sendTo(adasChat),
    where: adasChat,
    messages: [{ text: 'Done. What we talked about' }],
    by: 'outbox',
    replaces: false,
    refusedForGood: 'keptAside',
  },
  {
    name: 'a message to somebody never heard from',
    prepare: (teams) => teams.says('ada', 'help'),
    leave: personally('carla'),
    carries: sendTo(chatOf('carla')),
    where: chatOf('carla'),
    messages: [{ text: 'Done. What we talked about' }],
    by: 'outbox',
    replaces: false,
    refusedForGood: 'keptAside',
  },
  {
    name: 'where a file is that was asked for',
    prepare: (teams) => teams.says('sven', 'audit'),
    leave: (teams) =>
      teams.sends(
        teams.invoke('sven', 'fileConsent/invoke', {
          type: 'fileUpload',
          action: 'accept',
          context: { kind: 'audit', key: '7' },
          uploadInfo: {
            contentUrl: `${ownFiles}/f`,
            name: 'audit.csv',
            uploadUrl: `${ownFiles}/upload`,
            uniqueId: 'u',
            fileType: 'csv',
          },
        }),
      ),
    carries: sendTo(svensChat),
    where: svensChat,
    messages: [{ card: 'application/vnd.microsoft.teams.card.file.info' }],
    by: 'outbox',
    replaces: false,
    refusedForGood: 'keptAside',
  },
  {
    name: 'an auto-updating card',
    prepare: (teams) => teams.says('sven', 'help'),
    leave: async (teams) => {
      await teams.storage.reports.begin(aReportOfAll());
      await autoUpdatingCard(teams, 'sven');
    },
    carries: sendTo(svensChat),
    where: svensChat,
    messages: [{ card: 'I am beginning to read the devices' }],
    by: 'outbox',
    replaces: false,
    refusedForGood: 'keptAside',
  },
  {
    name: 'an auto-updating card, once more',
    prepare: async (teams) => {
      await teams.says('sven', 'help');
      await teams.storage.reports.begin(aReportOfAll());
      await autoUpdatingCard(teams, 'sven');
      const stored = await teams.storage.reports.find('report-1');
      if (stored)
        await teams.storage.reports.save(
          { ...stored.report, pages: 1, totals: { ...noTotals, devices: 777 } },
          stored.version,
          [],
        );
    },
    leave: (teams) => autoUpdatingCard(teams, 'sven'),
    carries: updateIn(svensChat),
    where: svensChat,
    messages: [{ card: '777 devices read so far' }],
    by: 'outbox',
    replaces: true,
    refusedForGood: 'keptAside',
  },
];

async function autoUpdatingCard(teams: TeamsEdge, key: string): Promise<void> {
  const personId = teams.person(key).id;
  await teams.storage.outbox.add(`person:${personId}`, {
    kind: 'livingCard',
    key: 'report:report-1',
    personId,
    locale: 'en',
  });
  await teams.settled();
}

async function writesToHelpdesk(teams: TeamsEdge, key: string): Promise<void> {
  await teams.says(key, 'talk to a person');
  await teams.presses(key, 'review', { note: 'It does not join' });
}

export async function handsOver(teams: TeamsEdge, key: string): Promise<Answered> {
  await writesToHelpdesk(teams, key);
  return teams.presses(key, 'send');
}

/** What somebody of the helpdesk presses on the first ticket. */
export function onTicket(teams: TeamsEdge, option: string, more: object = {}): Promise<Answered> {
  const [card] = teams.connector.messages.all.filter(({ conversationId }) =>
    conversationId.startsWith(`${helpdeskChannel};`),
  );
  const conversation = {
    id: card?.conversationId ?? `${helpdeskChannel};messageid=1`,
    conversationType: 'channel',
    isGroup: true,
    tenantId: teams.tenant.tenantId,
  };
  return teams.sends(
    teams.press(
      'lena',
      'ticket',
      { ticketNumber: 1001, option, ...more },
      { conversation, replyToId: card?.id ?? '1' },
    ),
  );
}

export const inHelpdesk: readonly Way[] = [
  {
    name: 'a new thread in the channel',
    prepare: (teams) => writesToHelpdesk(teams, 'ben'),
    leave: (teams) => teams.presses('ben', 'send'),
    carries: ({ kind }) => kind === 'create',
    where: helpdeskChannel,
    messages: [{ card: 'Request 1001' }],
    by: 'outbox',
    replaces: false,
    refusedForGood: 'waits',
  },
  {
    name: 'the card of a ticket, once more',
    prepare: (teams) => handsOver(teams, 'ben'),
    leave: (teams) => onTicket(teams, 'claim'),
    carries: updateIn(helpdeskChannel),
    where: helpdeskChannel,
    messages: [{ card: 'Lena Fischer' }],
    by: 'outbox',
    replaces: true,
    refusedForGood: 'keptAside',
  },
  {
    name: 'a reply in a thread',
    prepare: (teams) => handsOver(teams, 'ben'),
    leave: (teams) => onTicket(teams, 'claim'),
    carries: ({ kind, to }) => kind === 'send' && to.startsWith(`${helpdeskChannel};`),
    where: helpdeskChannel,
    messages: [{ text: 'Claimed by Lena Fischer' }],
    by: 'outbox',
    replaces: false,
    refusedForGood: 'keptAside',
  },
];
