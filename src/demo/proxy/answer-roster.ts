import { personalChatId } from '../playground/playground-config.js';
import { teamsAccount, teamsId } from '../playground/teams-account.js';
import type { SamplePerson, SampleTenant } from '../tenant/model.js';

export interface ConnectorAnswer {
  readonly status: number;
  readonly body: object;
}

/**
 * What Teams' connector knows and the Playground does not: it holds six people only, finds members by Teams id only, and
 * opens no personal chat by Entra object id. Undefined: the Playground answers.
 * @param path below the connector's root, e.g. `/v3/conversations/19:x/members/29:ben`
 */
export function answerRoster(method: string, path: string, body: string, tenant: SampleTenant): ConnectorAnswer | undefined {
  const called = (id: string) => (person: SamplePerson) => teamsId(person) === id || person.id === id;
  if (method === 'GET') {
    const memberId = /^\/v3\/conversations\/[^/]+\/members\/([^/?]+)/.exec(path)?.[1];
    const member = memberId === undefined ? undefined : tenant.people.find(called(decodeURIComponent(memberId)));
    return member === undefined ? undefined : { status: 200, body: teamsAccount(member, tenant.tenantId) };
  }
  if (method === 'POST' && /^\/v3\/conversations\/?$/.test(path)) {
    const { isGroup, members } = JSON.parse(body) as { isGroup?: boolean; members?: readonly { id: string }[] };
    const [other] = members ?? [];
    // Whoever one is, the Playground has one personal chat.
    if (isGroup !== true && other !== undefined && tenant.people.some(called(other.id))) {
      return { status: 201, body: { id: personalChatId } };
    }
  }
  return undefined;
}
