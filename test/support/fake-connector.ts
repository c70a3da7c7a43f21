import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';

/** What the bot asked of Teams. `to` is the conversation; `message` the one replied to or replaced, or the member asked for. */
export interface ConnectorRequest {
  readonly kind: 'create' | 'send' | 'update' | 'member' | 'members' | 'other';
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly to: string;
  readonly message: string | undefined;
  readonly activity: Partial<Activity>;
  /** The whole body; of `create` the parameters around the activity. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly authorization: string | undefined;
}

/** How Teams may behave: answer as told, take the message and lose the answer, or say nothing until released. */
export type Behaviour = { readonly status: number; readonly retryAfter?: string; readonly body?: object } | 'loseAnswer' | 'hang';

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly objectId: string;
  readonly tenantId?: string;
  readonly userRole?: string;
}

export interface FakeConnector {
  readonly url: string;
  readonly port: number;
  readonly requests: ConnectorRequest[];
  /** Who is in every conversation; each is found by the Teams id and by the Entra object id. */
  readonly members: Member[];
  /** Members on one page at most, however many the bot asks for. */
  membersOnPage: number;
  /** From now on a chat, a channel with all its threads, or one thread takes and tells nothing; Teams' words are made up when left out. */
  refuses(conversationId: string, status: number, code: string, message?: string): void;
  /** Asked for each request; undefined = all is well. */
  behaves: (request: ConnectorRequest) => Behaviour | undefined;
  /** Ends the server and all that hangs. A second call does nothing. */
  close(): Promise<void>;
}

/** Teams as the bot sees it: the Bot Framework's connector, by hand, on loopback. */
export async function startFakeConnector(): Promise<FakeConnector> {
  let last = 0;
  const refusals = new Map<string, Behaviour>();

  async function take(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const request = await readConnectorRequest(incoming);
    connector.requests.push(request);
    const behaviour = connector.behaves(request) ?? refusals.get(conversationOf(request)) ?? refusals.get(channelOf(request));
    if (behaviour === 'hang') return;
    if (behaviour === 'loseAnswer') return void outgoing.socket?.destroy();
    if (behaviour === undefined) return answer(outgoing, usually(request));
    const { status, retryAfter, body = { error: { code: 'Refused', message: 'Told so by the test' } } } = behaviour;
    answer(outgoing, { status, body }, retryAfter === undefined ? {} : { 'retry-after': retryAfter });
  }

  function usually({ kind, body, message, query }: ConnectorRequest): { status: number; body: object } {
    last += 1;
    switch (kind) {
      case 'create': {
        const channel = (body['channelData'] as { channel?: { id: string } } | undefined)?.channel?.id;
        return { status: 201, body: { id: channel === undefined ? `a:new-${last}` : `${channel};messageid=${last}`, activityId: String(last) } };
      }
      case 'send':
        return { status: 201, body: { id: String(last) } };
      case 'update':
        return { status: 200, body: { id: message } };
      case 'member': {
        const member = connector.members.find(({ id, objectId }) => id === message || objectId === message);
        return member ? { status: 200, body: member } : { status: 404, body: { error: { code: 'MemberNotFoundInConversation', message: 'No member' } } };
      }
      case 'members': {
        const from = Number(query['continuationToken'] ?? 0);
        const to = from + Math.min(Number(query['pageSize'] ?? 200), connector.membersOnPage);
        return { status: 200, body: { members: connector.members.slice(from, to), ...(to < connector.members.length && { continuationToken: String(to) }) } };
      }
      case 'other':
        return { status: 404, body: {} };
    }
  }

  const server = createServer((incoming, outgoing) => {
    take(incoming, outgoing).catch((error: unknown) => outgoing.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const connector: FakeConnector = {
    url: `http://127.0.0.1:${port}/`,
    port,
    requests: [],
    members: [],
    membersOnPage: 500,
    refuses: (conversationId, status, code, message = 'Told so by the test') => {
      refusals.set(conversationId, { status, body: { error: { code, message } } });
    },
    behaves: () => undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return connector;
}

function answer(outgoing: ServerResponse, { status, body }: { status: number; body: object }, headers: Record<string, string> = {}): void {
  outgoing.writeHead(status, { 'content-type': 'application/json', ...headers });
  outgoing.end(JSON.stringify(body));
}

/** Where it goes; a new thread, to its channel. */
function conversationOf({ kind, to, body }: ConnectorRequest): string {
  return kind === 'create' ? ((body['channelData'] as { channel?: { id: string } } | undefined)?.channel?.id ?? '') : to;
}

function channelOf(request: ConnectorRequest): string {
  return conversationOf(request).split(';')[0] ?? '';
}

/** @throws when the connection ends before the request does */
export async function readConnectorRequest(incoming: IncomingMessage): Promise<ConnectorRequest> {
  return readRequest(incoming, await readJson(incoming));
}

function readRequest({ method = '', url = '', headers }: IncomingMessage, body: ConnectorRequest['body']): ConnectorRequest {
  const [path = '', search = ''] = url.split('?');
  const query = Object.fromEntries(new URLSearchParams(search));
  const [, , to = '', what = '', message] = path.split('/').slice(1).map(decodeURIComponent);
  const kind = kindOf(method, to, what);
  const activity = (kind === 'create' ? (body['activity'] ?? {}) : body) as Partial<Activity>;
  return { kind, method, path, query, to, message, activity, body, authorization: headers.authorization };
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
