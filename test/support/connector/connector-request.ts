import type { IncomingMessage } from 'node:http';
import type { Activity } from '../../../src/teams/activity.js';

/** What the bot asked of Teams. `to` is the conversation; `message` the one replied to or replaced, or the member asked for. */
export interface ConnectorRequest {
  readonly kind: 'create' | 'send' | 'update' | 'member' | 'members' | 'other';
  readonly method: string;
  readonly path: string;
  /** What stands before `v3` in the path: the region whose address was asked; empty = none. */
  readonly region: string;
  readonly query: Readonly<Record<string, string>>;
  readonly to: string;
  readonly message: string | undefined;
  readonly activity: Partial<Activity>;
  /** The whole body; of `create` the parameters around the activity. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly authorization: string | undefined;
}

/** @throws when the connection ends before the request does */
export async function readConnectorRequest(incoming: IncomingMessage): Promise<ConnectorRequest> {
  return requestOf(incoming, await readJson(incoming));
}

/** What is known before the body is read. */
export function headOf(incoming: IncomingMessage): ConnectorRequest {
  return requestOf(incoming, {});
}

/** Whether it asks for a message to stand somewhere, or to be replaced. */
export function carriesMessage({ kind, activity }: ConnectorRequest): boolean {
  return (kind === 'create' || kind === 'send' || kind === 'update') && activity.type !== 'typing';
}

/** Where it goes; a new thread, to its channel; a new chat, to its member. */
export function conversationOf({ kind, to, body }: ConnectorRequest): string {
  if (kind !== 'create') return to;
  const { channelData, members } = body as {
    readonly channelData?: { readonly channel?: { readonly id: string } };
    readonly members?: readonly { readonly id: string }[];
  };
  return channelData?.channel?.id ?? members?.[0]?.id ?? '';
}

/** Without the thread. */
export function channelOf(request: ConnectorRequest): string {
  return conversationOf(request).split(';')[0] ?? '';
}

function requestOf(
  { method = '', url = '', headers }: IncomingMessage,
  body: ConnectorRequest['body'],
): ConnectorRequest {
  const [path = '', search = ''] = url.split('?');
  const query = Object.fromEntries(new URLSearchParams(search));
  const parts = path.split('/').slice(1).map(decodeURIComponent);
  const [, , to = '', what = '', message] = parts.slice(parts.indexOf('v3'));
  const region = parts.slice(0, Math.max(0, parts.indexOf('v3'))).join('/');
  const kind = kindOf(method, to, what);
  const activity = (kind === 'create' ? (body['activity'] ?? {}) : body) as Partial<Activity>;
  return { kind, method, path, region, query, to, message, activity, body, authorization: headers.authorization };
}

function kindOf(method: string, to: string, what: string): ConnectorRequest['kind'] {
  if (method === 'POST' && to === '') return 'create';
  if (method === 'POST' && what === 'activities') return 'send';
  if (method === 'PUT' && what === 'activities') return 'update';
  if (method === 'GET' && what === 'pagedmembers') return 'members';
  return method === 'GET' && what === 'members' ? 'member' : 'other';
}

async function readJson(incoming: IncomingMessage): Promise<ConnectorRequest['body']> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? {} : (JSON.parse(text) as ConnectorRequest['body']);
}
