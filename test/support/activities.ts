import type { SamplePerson, SampleTenant } from '../../src/demo/tenant/model.js';

/** An activity as Teams sends it: JSON, of which a test may spoil any part. */
export type Sent = Readonly<Record<string, unknown>> & {
  readonly type: string;
  readonly conversation: Readonly<Record<string, unknown>> & { readonly id: string };
};

export const botId = '28:the-bot';
export const helpdeskChannel = '19:helpdesk@thread.tacv2';

/** Speaks Teams: builds the activities that its clients send. Each has an id of its own. */
export function createActivities(tenant: SampleTenant, serviceUrl: string) {
  let last = 0;

  function person(key: string): SamplePerson {
    const found = tenant.people.find((each) => each.key === key);
    if (!found) throw new Error(`Nobody in the sample tenant is called ${key}`);
    return found;
  }

  function base(key: string, type: string) {
    const { id, displayName } = person(key);
    last += 1;
    return {
      type,
      id: `activity-${last}`,
      channelId: 'msteams',
      serviceUrl,
      locale: 'en-US',
      from: { id: `29:${key}`, name: displayName, aadObjectId: id },
      recipient: { id: botId, name: 'Device Join Assistant' },
      conversation: { id: chatOf(key), conversationType: 'personal', tenantId: tenant.tenantId },
      channelData: { tenant: { id: tenant.tenantId } },
    };
  }

  return {
    person,
    message: (key: string, text: string, more: object = {}): Sent => ({ ...base(key, 'message'), text, ...more }),
    /** In a channel the bot hears only what mentions it. */
    inChannel: (key: string, text: string, more: { readonly entities?: readonly object[] } = {}): Sent => ({
      ...base(key, 'message'),
      text: `<at>Device Join Assistant</at> ${text}`,
      conversation: {
        id: `${helpdeskChannel};messageid=1`,
        conversationType: 'channel',
        isGroup: true,
        tenantId: tenant.tenantId,
      },
      channelData: {
        tenant: { id: tenant.tenantId },
        channel: { id: helpdeskChannel },
        team: { id: '19:team@thread.tacv2' },
      },
      entities: [mention(botId, 'Device Join Assistant'), ...(more.entities ?? [])],
    }),
    /** A button's `Action.Execute`. */
    press: (key: string, verb: unknown, data: unknown, more: object = {}): Sent => ({
      ...base(key, 'invoke'),
      name: 'adaptiveCard/action',
      replyToId: 'the-card',
      value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
      ...more,
    }),
    /** The same button in a client that knows only `Action.Submit`. */
    submit: (key: string, value: unknown, more: object = {}): Sent => ({
      ...base(key, 'message'),
      replyToId: 'the-card',
      value,
      ...more,
    }),
    invoke: (key: string, name: string, value: unknown = {}): Sent => ({ ...base(key, 'invoke'), name, value }),
    installed: (key: string, more: object = {}): Sent => ({
      ...base(key, 'installationUpdate'),
      action: 'add',
      ...more,
    }),
    membersAdded: (key: string): Sent => ({
      ...base(key, 'conversationUpdate'),
      membersAdded: [{ id: botId }, { id: `29:${key}` }],
    }),
  };
}

/** The HTML copy that Teams sends along with a text. */
export function htmlCopy(content: string): object {
  return { contentType: 'text/html', content };
}

/** A file uploaded in a personal chat; Teams takes its type from the name. */
export function uploaded(name: string, downloadUrl: unknown, fileType: unknown = name.split('.').at(-1)): object {
  const content = { downloadUrl, uniqueId: '70d29f4a-05b7-434a-b7e6-b651fbfef508', fileType };
  return {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    contentUrl: 'https://contoso-my.sharepoint.com/documents',
    name,
    content,
  };
}

export function chatOf(key: string): string {
  return `a:chat-${key}`;
}

export function mention(id: string, name: string): object {
  return { type: 'mention', text: `<at>${name}</at>`, mentioned: { id, name } };
}
