import { isMember } from '../graph/membership.js';
import { botAccount, personalChatId } from '../playground/playground-config.js';
import { teamsAccount, teamsId } from '../playground/teams-account.js';
import type { SamplePerson, SampleTenant } from '../tenant/model.js';

export interface ConnectorAnswer {
  readonly status: number;
  readonly body: object;
  /** What is to be posted first; as Teams does, the answer names no id of it. */
  readonly said?: Said;
}

interface Said {
  readonly from: object;
  readonly recipient: object;
  readonly conversation: { readonly id: string };
}

/** The connector's ConversationParameters, as far as they matter here. */
interface NewConversation {
  readonly isGroup?: boolean;
  readonly tenantId?: string;
  readonly channelData?: { readonly tenant?: { readonly id?: string } };
  readonly members?: readonly { readonly id: string }[];
  readonly activity?: object;
}

/** Teams' own words (microsoft/botbuilder-dotnet#1203). */
const noTenant: ConnectorAnswer = {
  status: 400,
  body: { error: { code: 'BadSyntax', message: 'Could not parse tenant id' } },
};

/** Who reads the sample tenant's channel without belonging to the helpdesk: `use this channel` then has somebody to warn of. */
const alsoInChannel = ['ben'];

/**
 * What Teams' connector knows and the Playground does not: it holds six people only, whoever they are, finds members by Teams
 * id only, opens no personal chat by Entra object id, and asks for no tenant. A channel is read by the helpdesk's people and somebody else of the
 * tenant, all on one page. Undefined: the Playground answers.
 * @param path below the connector's root, e.g. `/v3/conversations/19:x/members/29:ben`
 */
export function answerRoster(
  method: string,
  path: string,
  body: string,
  tenant: SampleTenant,
): ConnectorAnswer | undefined {
  const called = (id: string) => (person: SamplePerson) => teamsId(person) === id || person.id === id;
  if (method === 'GET') {
    const listed = /^\/v3\/conversations\/([^/]+)\/pagedmembers(\?|$)/.exec(path)?.[1];
    if (listed !== undefined && isChannel(decodeURIComponent(listed)))
      return { status: 200, body: { members: membersOfChannel(tenant) } };
    const memberId = /^\/v3\/conversations\/[^/]+\/members\/([^/?]+)/.exec(path)?.[1];
    const member = memberId === undefined ? undefined : tenant.people.find(called(decodeURIComponent(memberId)));
    return member === undefined ? undefined : { status: 200, body: teamsAccount(member, tenant.tenantId) };
  }
  if (method === 'POST' && /^\/v3\/conversations\/?$/.test(path)) {
    const { isGroup, tenantId, channelData, members, activity } = JSON.parse(body) as NewConversation;
    if (tenantId !== tenant.tenantId || channelData?.tenant?.id !== tenant.tenantId) return noTenant;
    const other = tenant.people.find(called(members?.[0]?.id ?? ''));
    // Whoever one is, the Playground has one personal chat.
    if (isGroup !== true && other !== undefined) {
      const opened = { status: 201, body: { id: personalChatId } };
      if (activity === undefined) return opened;
      const recipient = { id: teamsId(other), name: other.displayName };
      return { ...opened, said: { ...activity, from: botAccount, recipient, conversation: { id: personalChatId } } };
    }
  }
  return undefined;
}

function isChannel(conversationId: string): boolean {
  return /^19:[^;]*@thread\.tacv2(;|$)/.test(conversationId);
}

function membersOfChannel(tenant: SampleTenant): readonly object[] {
  const reads = ({ id, key }: SamplePerson): boolean =>
    isMember(tenant, id, tenant.helpdeskGroupId) || alsoInChannel.includes(key);
  return tenant.people.filter(reads).map((person) => teamsAccount(person, tenant.tenantId));
}
