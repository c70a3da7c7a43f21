import type { Gate } from '../administration/gate.js';
import type { Directory } from '../directory/model.js';
import type { Audit } from '../helpdesk/audit.js';
import { channelOf } from '../helpdesk/channel-of.js';
import { helpdeskOrderingKey } from '../helpdesk/ordering-keys.js';
import type { HelpdeskSettings, Message, Outbox } from '../helpdesk/ports.js';
import type { HelpdeskMembership } from '../helpdesk/helpdesk-membership.js';
import type { Party } from '../helpdesk/ticket.js';
import type { ChannelProposalView } from '../helpdesk/views.js';
import { maxMentions } from '../limits.js';
import type { Locale } from '../text/locale.js';
import { notice, say, type Answer } from './answer.js';
import type { Input, Sender } from './input.js';
import type { ChannelMember, ChannelRefusal, Channels, Roster } from './ports.js';
import type { Notice, NoticeKey } from './views.js';

export interface HelpdeskChannelOptions {
  readonly gate: Pick<Gate, 'enter'>;
  readonly directory: Pick<Directory, 'members'>;
  readonly membershipOf: (personId: string) => Promise<HelpdeskMembership>;
  readonly settings: HelpdeskSettings;
  readonly audit: Pick<Audit, 'record'>;
  readonly outbox: Pick<Outbox, 'add'>;
  readonly wakeOutbox: () => void;
  readonly channels: Channels;
  readonly roster: Roster;
  /** Where requests go now; undefined = nowhere yet. */
  readonly channelId: () => Promise<string | undefined>;
  readonly helpdeskGroupId: string | undefined;
  readonly tenantId: string;
  readonly defaultLocale: Locale;
  readonly now: () => Date;
}

export type HelpdeskChannel = ReturnType<typeof createHelpdeskChannel>;

type InChannel = Pick<Input, 'from' | 'scope' | 'conversationId'>;

/** Which channel the requests go to, and who is on duty there. */
export function createHelpdeskChannel(options: HelpdeskChannelOptions) {
  const {
    gate,
    directory,
    membershipOf,
    settings,
    audit,
    outbox,
    wakeOutbox,
    channels,
    roster,
    channelId,
    helpdeskGroupId,
    tenantId,
    now,
  } = options;

  async function isHere({ scope, conversationId }: InChannel): Promise<boolean> {
    return scope === 'channel' && channelOf(conversationId) === (await channelId());
  }

  // --- use this channel --------------------------------------------------------------------------------------------------

  /** A test post proves that the channel takes requests; then it is told who would read them, and asked. */
  async function use(input: InChannel, locale: Locale): Promise<Answer> {
    const forbidden = await mayNotChoose(input);
    if (forbidden) return notice(forbidden.key);
    const here = channelOf(input.conversationId);
    if (here === (await channelId())) return notice('channelAlready');
    const tried = await channels.tryPost(here, { kind: 'channelTest' }, locale);
    if (tried.kind === 'refused') return notice(whyRefused[tried.why]);
    const readers = await readersOf(here);
    return 'key' in readers ? notice(readers.key) : say({ ...readers, sure: false });
  }

  async function pressed(
    input: Input & { kind: 'pressed' },
    option: 'use' | 'useOpen' | 'cancel',
    locale: Locale,
  ): Promise<Answer> {
    if (input.scope !== 'channel') return { replies: [], refusal: { key: 'channelOnlyHere' } };
    const forbidden = await mayNotChoose(input);
    if (forbidden) return { replies: [], refusal: forbidden };
    const here = channelOf(input.conversationId);
    const before = await channelId();
    if (option === 'cancel') return chosen(input, here === before ? 'used' : 'kept', locale);
    if (here === before) return chosen(input, 'used', locale);
    const readers = await readersOf(here);
    if ('key' in readers) return { replies: [], refusal: readers };
    if (readers.outsiders > 0 && option === 'use') return { replies: [], card: { ...readers, sure: true } };
    const by: Party = { id: input.from.personId, name: input.from.name, userPrincipalName: '' };
    const farewell: readonly Message[] = before === undefined ? [] : [toldInChannel(before, by, input.conversationId)];
    await settings.useChannel(here, farewell, {
      actorId: by.id,
      action: 'useChannel',
      objectIds: [here],
      result: 'done',
      at: now().toISOString(),
    });
    wakeOutbox();
    return chosen(input, 'used', locale);
  }

  function toldInChannel(to: string, by: Party, conversationId: string): Message {
    const view = { kind: 'channelLeft', by, conversationId };
    return {
      orderingKey: helpdeskOrderingKey,
      outgoing: { kind: 'post', to: { kind: 'channel', channelId: to }, view, locale: options.defaultLocale },
    };
  }

  /** Everybody in the channel sees what was chosen, not only who pressed. */
  async function chosen(input: Input & { kind: 'pressed' }, outcome: 'used' | 'kept', locale: Locale): Promise<Answer> {
    const view = {
      kind: 'channelChosen',
      outcome,
      by: { id: input.from.personId, name: input.from.name, userPrincipalName: '' },
    } as const;
    if (input.message) {
      await outbox.add(helpdeskOrderingKey, { kind: 'update', card: input.message, view, locale });
      wakeOutbox();
    }
    return { replies: [], card: view };
  }

  /** Asked at each press: membership is the directory's to say, and of today. */
  async function mayNotChoose({ from, conversationId }: InChannel): Promise<Notice | undefined> {
    const entered = await gate.enter(from.personId, 'useChannel', [channelOf(conversationId)]);
    return entered === 'in' ? undefined : { key: entered === 'refused' ? 'channelNotAllowed' : 'notConfirmed' };
  }

  async function readersOf(here: string): Promise<Omit<ChannelProposalView, 'sure'> | { readonly key: NoticeKey }> {
    const members = await channels.members(here);
    if (!members) return { key: 'channelMembersUnknown' };
    const helpdesk = helpdeskGroupId === undefined ? new Set<string>() : await idsOf(helpdeskGroupId);
    if (!helpdesk) return { key: 'lookUpFailed' };
    return {
      kind: 'channelProposal',
      members: members.length,
      notHelpdesk: members.filter(({ objectId }) => objectId === undefined || !helpdesk.has(objectId.toLowerCase()))
        .length,
      outsiders: members.filter(isOutsider).length,
    };
  }

  async function idsOf(groupId: string): Promise<ReadonlySet<string> | undefined> {
    const people = await directory.members(groupId);
    return people.known ? new Set(people.value.map(({ id }) => id.toLowerCase())) : undefined;
  }

  function isOutsider(member: ChannelMember): boolean {
    return (
      member.guest === true ||
      (member.tenantId !== undefined && member.tenantId.toLowerCase() !== tenantId.toLowerCase())
    );
  }

  // --- on duty -----------------------------------------------------------------------------------------------------------

  /** `on duty @A @B` names those who are mentioned in reminders; without anybody it tells who they are. */
  async function onDuty(input: Input & { kind: 'said' }, argument: string): Promise<Answer> {
    const membership = await membershipOf(input.from.personId);
    if (membership !== 'member') {
      const refused = membership === 'notMember';
      await audit.record({
        actorId: input.from.personId,
        action: 'onDuty',
        objectIds: [],
        result: refused ? 'refused' : 'unknown',
        at: now().toISOString(),
      });
      return notice(refused ? 'notHelpdeskList' : 'lookUpFailed');
    }
    if (/^(?:nobody|no one|none|niemand)$/i.test(argument)) return named(input.from, []);
    if (input.mentions.length === 0) return onDutyNow(await settings.onDuty());
    // Each is asked for, and a reminder calls no more than that.
    if (input.mentions.length > maxMentions) return notice('onDutyTooMany', { most: String(maxMentions) });
    const people = await Promise.all(
      input.mentions.map(async ({ teamsId, text }): Promise<{ person: Party; membership: HelpdeskMembership }> => {
        const id = (await roster.objectIdOf(input.conversationId, teamsId)) ?? '';
        return { person: { id, name: text, userPrincipalName: '' }, membership: await membershipOf(id) };
      }),
    );
    const others = people.filter((each) => each.membership === 'notMember').map(({ person }) => person.name);
    if (others.length > 0) return notice('onDutyNotHelpdesk', { names: others.join(', ') });
    if (people.some((each) => each.membership === 'unknown')) return notice('lookUpFailed');
    return named(input.from, [...new Map(people.map(({ person }) => [person.id, person])).values()]);
  }

  async function named(from: Sender, people: readonly Party[]): Promise<Answer> {
    await settings.setOnDuty(people, {
      actorId: from.personId,
      action: 'onDuty',
      objectIds: people.map(({ id }) => id),
      result: 'done',
      at: now().toISOString(),
    });
    return onDutyNow(people);
  }

  return { isHere, use, pressed, onDuty };
}

function onDutyNow(people: readonly Party[]): Answer {
  return people.length === 0
    ? notice('onDutyNobody')
    : notice('onDuty', { names: people.map(({ name }) => name).join(', ') });
}

const whyRefused: Readonly<Record<ChannelRefusal['why'], NoticeKey>> = {
  appNotInTeam: 'channelAppNotInTeam',
  appNotInChannel: 'channelAppNotInChannel',
  notFound: 'channelNotFound',
  unreachable: 'channelUnreachable',
};
