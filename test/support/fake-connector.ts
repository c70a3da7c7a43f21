import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import {
  channelOf,
  conversationOf,
  headOf,
  readConnectorRequest,
  type ConnectorRequest,
} from './connector/connector-request.js';
import { creationAnswer, readCreation } from './connector/creation.js';
import { createConnectorFaultPlan, type ConnectorFault, type ConnectorFaultPlan } from './connector/fault-plan.js';
import { bodyOf, refusals, type Refusal } from './connector/refusals.js';
import { createStandingMessages, type StandingMessages } from './connector/standing-messages.js';

/** How Teams may behave: answer as told, take the message and lose the answer, or say nothing until released. */
export type Behaviour =
  { readonly status: number; readonly retryAfter?: string; readonly body?: object } | 'loseAnswer' | 'hang';

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
  /** The address of a region. */
  urlOf(region: string): string;
  /** The address that takes what belongs to any region. */
  readonly globalUrl: string;
  readonly requests: ConnectorRequest[];
  /** What stands in Teams, whatever the bot was told of it. */
  readonly messages: StandingMessages;
  /** Who is in every conversation; each is found by the Teams id and by the Entra object id. */
  readonly members: Member[];
  /** The chats of people with the bot, by Teams id or Entra object id; one that is opened and not named here gets an id of its own. */
  readonly chats: Map<string, string>;
  /** Members on one page at most, however many the bot asks for. */
  membersOnPage: number;
  /** From now on a chat, a channel with all its threads, or one thread takes and tells nothing; Teams' words are made up when left out. */
  refuses(conversationId: string, status: number, code: string, message?: string): void;
  /** From now on a chat, a channel with all its threads, or a member belongs to a region: other regions' addresses refuse it. */
  livesIn(where: string, region: string, refusal?: Refusal): void;
  /** What goes wrong. */
  readonly faults: ConnectorFaultPlan;
  /** Asked for each request; undefined = all is well. */
  behaves: (request: ConnectorRequest) => Behaviour | undefined;
  /** Ends all connections and takes no more. */
  stopListening(): Promise<void>;
  /** Takes connections again, on the same port. */
  listenAgain(): Promise<void>;
  /** Ends the server and all that hangs. A second call does nothing. */
  close(): Promise<void>;
}

const globalRegion = 'teams';

interface Answer {
  readonly status: number;
  readonly body: object;
  readonly retryAfter?: string;
}

/** Teams as the bot sees it: the Bot Framework's connector, by hand, on loopback. `now` in epoch ms. */
export async function startFakeConnector(now: () => number = Date.now): Promise<FakeConnector> {
  let last = 0;
  const refused = new Map<string, Behaviour>();
  const regions = new Map<string, { readonly region: string; readonly refusal: Refusal }>();
  const used = new WeakSet<Socket>();
  const faults = createConnectorFaultPlan(now);
  const messages = createStandingMessages();

  async function take(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { socket } = incoming;
    const connection = used.has(socket) ? 'reused' : 'new';
    used.add(socket);
    if (faults.take(headOf(incoming), connection, false)) return void socket.resetAndDestroy();
    const request = await readConnectorRequest(incoming);
    connector.requests.push(request);
    const behaviour =
      connector.behaves(request) ??
      refused.get(conversationOf(request)) ??
      refused.get(channelOf(request)) ??
      faults.take(request, connection, true);
    const answered = behave(request, behaviour);
    if (answered === 'hang') return;
    if (answered === 'reset') return void socket.resetAndDestroy();
    const { status, body, retryAfter } = answered;
    outgoing.writeHead(status, {
      'content-type': 'application/json',
      ...(retryAfter !== undefined && { 'retry-after': retryAfter }),
    });
    outgoing.end(JSON.stringify(body));
  }

  function behave(
    request: ConnectorRequest,
    behaviour: Behaviour | ConnectorFault | undefined,
  ): Answer | 'hang' | 'reset' {
    if (behaviour === undefined) return usually(request);
    if (behaviour === 'hang') return 'hang';
    if (behaviour === 'loseAnswer') return lost(request, 'reset');
    if ('status' in behaviour)
      return { body: { error: { code: 'Refused', message: 'Told so by the test' } }, ...behaviour };
    switch (behaviour.kind) {
      case 'refusal':
        return {
          status: behaviour.refusal.status,
          body: bodyOf(behaviour.refusal),
          ...(behaviour.retryAfter !== undefined && { retryAfter: behaviour.retryAfter }),
        };
      case 'hang':
        return behaviour.taken ? lost(request, 'hang') : 'hang';
      case 'resetTaken':
        return lost(request, 'reset');
      case 'resetUnread':
        return 'reset';
    }
  }

  function lost<How>(request: ConnectorRequest, how: How): How {
    usually(request);
    return how;
  }

  function usually(request: ConnectorRequest): Answer {
    last += 1;
    const { kind, to, activity, message = '', query } = request;
    const home = regions.get(conversationOf(request)) ?? regions.get(channelOf(request));
    if (home && request.region !== globalRegion && request.region !== home.region)
      return { status: home.refusal.status, body: bodyOf(home.refusal) };
    switch (kind) {
      case 'create':
        return create(request);
      case 'send':
        if (activity.type === 'message') messages.add(to, String(last), activity);
        return { status: 201, body: { id: String(last) } };
      case 'update':
        if (!messages.replace(to, message, activity))
          return { status: refusals.activityNotFound.status, body: bodyOf(refusals.activityNotFound) };
        return { status: 200, body: { id: message } };
      case 'member': {
        const member = connector.members.find(({ id, objectId }) => id === message || objectId === message);
        return member
          ? { status: 200, body: member }
          : { status: 404, body: { error: { code: 'MemberNotFoundInConversation', message: 'No member' } } };
      }
      case 'members': {
        const from = Number(query['continuationToken'] ?? 0);
        const until = from + Math.min(Number(query['pageSize'] ?? 200), connector.membersOnPage);
        return {
          status: 200,
          body: {
            members: connector.members.slice(from, until),
            ...(until < connector.members.length && { continuationToken: String(until) }),
          },
        };
      }
      case 'other':
        return { status: 404, body: {} };
    }
  }

  function create(request: ConnectorRequest): Answer {
    const creation = readCreation(request);
    if (creation.kind === 'refused') return { status: creation.refusal.status, body: bodyOf(creation.refusal) };
    const conversationId =
      creation.kind === 'thread' ? `${creation.channelId};messageid=${last}` : chatWith(creation.memberId);
    if (request.activity.type === 'message') messages.add(conversationId, String(last), request.activity);
    return { status: 201, body: creationAnswer(conversationId) };
  }

  function chatWith(memberId: string): string {
    const known = connector.chats.get(memberId);
    if (known !== undefined) return known;
    const member = connector.members.find(({ id, objectId }) => id === memberId || objectId === memberId);
    const chat = `a:new-${last}`;
    for (const id of member ? [member.id, member.objectId] : [memberId]) connector.chats.set(id, chat);
    return chat;
  }

  const server = createServer((incoming, outgoing) => {
    take(incoming, outgoing).catch((error: unknown) => outgoing.destroy(error as Error));
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/`;
  const connector: FakeConnector = {
    url,
    port,
    urlOf: (region) => `${url}${region}/`,
    globalUrl: `${url}${globalRegion}/`,
    requests: [],
    messages,
    members: [],
    chats: new Map(),
    membersOnPage: 500,
    refuses: (conversationId, status, code, message = 'Told so by the test') => {
      refused.set(conversationId, { status, body: { error: { code, message } } });
    },
    livesIn: (where, region, refusal = refusals.differentRegion) => void regions.set(where, { region, refusal }),
    faults,
    behaves: () => undefined,
    stopListening: stop,
    listenAgain: () => listen(port),
    close: stop,
  };
  return connector;
}
