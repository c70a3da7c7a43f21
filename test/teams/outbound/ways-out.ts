import { contoso } from '../../../src/demo/tenant/contoso.js';
import { createAuthentication } from '../../../src/teams/authentication/authentication.js';
import { createChannels } from '../../../src/teams/outbound/channels.js';
import type { Account } from '../../../src/teams/outbound/find-accounts.js';
import { createHeardChannels } from '../../../src/teams/inbound/heard-channels.js';
import { createMessenger } from '../../../src/teams/outbound/messenger.js';
import type { Pace } from '../../../src/teams/outbound/pace.js';
import type { StoredConversation } from '../../../src/teams/ports.js';
import type { Rendered, RenderView } from '../../../src/teams/cards/render-view.js';
import { TeamsAdapter } from '../../../src/teams/teams-adapter.js';
import { startFakeConnector } from '../../support/fake-connector.js';

export type WaysOut = Awaited<ReturnType<typeof theWaysOut>>;

/**
 * What goes out to Teams, on the SDK's real adapter and over real HTTP, without the rooms above. Views are drawn as texts: what
 * `says` holds, and of `mention` whoever has an account.
 */
export async function theWaysOut(
  options: { readonly pace?: Pace; readonly unheardOf?: boolean; readonly global?: string } = {},
) {
  const now = new Date('2026-05-04T09:00:00Z');
  const tenant = contoso(now);
  const connector = await startFakeConnector();
  connector.members.push(
    ...tenant.people.map(({ key, id, displayName }) => ({
      id: `29:${key}`,
      name: displayName,
      objectId: id,
      tenantId: tenant.tenantId,
      userRole: 'user',
    })),
  );
  const known: {
    serviceUrl: string | undefined;
    readonly own: Map<string, string>;
    readonly people: Map<string, StoredConversation>;
  } = {
    serviceUrl: options.unheardOf ? undefined : connector.url,
    own: new Map(),
    people: new Map(),
  };
  const conversations = {
    rememberPerson: async (personId: string, conversation: StoredConversation) =>
      void known.people.set(personId, conversation),
    person: async (personId: string) => known.people.get(personId),
    rememberServiceUrl: async (url: string, conversationId?: string) =>
      void (conversationId === undefined ? (known.serviceUrl = url) : known.own.set(conversationId, url)),
    serviceUrl: async (conversationId?: string) =>
      conversationId === undefined ? known.serviceUrl : known.own.get(conversationId),
  };
  const login = 'http://127.0.0.1:9';
  const botScope = 'https://api.botframework.com';
  const addresses = { botScope, botTokenIssuer: botScope, botOpenIdMetadata: `${login}/openid`, loginUrl: login };
  const adapter = new TeamsAdapter(
    createAuthentication({ appId: undefined, tokens: { token: async () => 'a token' } }, addresses, {
      fetch,
      now: () => new Date(),
    }),
  );
  const heard = createHeardChannels();
  const outward = {
    adapter,
    conversations,
    appId: '',
    botScope,
    tenantId: tenant.tenantId,
    defaultServiceUrl: options.global,
    render: drawAsText,
    now: () => now,
  };
  const person = (key: string) => {
    const found = tenant.people.find((each) => each.key === key);
    if (!found) throw new Error(`Nobody in the sample tenant is called ${key}`);
    return found;
  };
  return {
    tenant,
    connector,
    known,
    conversations,
    heard,
    person,
    party: (key: string) => ({
      id: person(key).id,
      name: person(key).displayName,
      userPrincipalName: person(key).userPrincipalName,
    }),
    messenger: createMessenger({ ...outward, defaultLocale: 'en', ...(options.pace && { pace: options.pace }) }),
    channels: createChannels({ ...outward, heard }),
    requests: (kind: (typeof connector.requests)[number]['kind']) =>
      connector.requests.filter((request) => request.kind === kind),
  };
}

/** Stands in for the cards. */
const drawAsText: RenderView = (view, { accounts = new Map<string, Account>(), again = false }): Rendered => {
  const { says = '', mention = [] } = view as unknown as {
    says?: string;
    mention?: readonly { id: string; name: string }[];
  };
  const called = mention.map(({ id, name }) => ({ account: accounts.get(id), name }));
  const mentions = called.flatMap(({ account }) => (account ? [{ text: `<at>${account.name}</at>`, ...account }] : []));
  const names = called.map(({ account, name }) => (account ? `<at>${account.name}</at>` : name));
  return { kind: 'text', text: [says, ...names, ...(again ? ['(again)'] : [])].join(' '), mentions };
};
