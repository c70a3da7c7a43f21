import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Activity } from '../../src/teams/activity.js';
import type { Assistant } from '../../src/assistant/assistant.js';
import type { Input } from '../../src/assistant/input.js';
import type { Config } from '../../src/config/load-config.js';
import { startSimulatedGraph } from '../../src/demo/graph/start-simulated-graph.js';
import { contoso } from '../../src/demo/tenant/contoso.js';
import { createTokenSource } from '../../src/directory/token-source.js';
import type { Log } from '../../src/runtime/log.js';
import { openDatabase, type Storage } from '../../src/storage/open-database.js';
import { connectTeams, type Teams, type TeamsOptions } from '../../src/teams/connect-teams.js';
import type { Admit } from '../../src/teams/inbound/admission.js';
import { aBot } from './a-bot.js';
import { botId, chatOf, createActivities, helpdeskChannel, type Sent } from './activities.js';
import { things } from './check-card.js';
import type { ConnectorRequest } from './connector/connector-request.js';
import { startFakeConnector } from './fake-connector.js';
import { watchOutgoingRequests } from './outgoing-requests.js';

export interface TeamsEdgeOptions {
  /** Where the folder of the database is made; the system's place for such, when left out. */
  readonly folder?: string;
  /** Not anonymous: tokens are asked for, and checked with the keys published under this origin. */
  readonly bot?: { readonly appId: string; readonly keysAt: string };
  /** Puts something between the rooms and the real storage. */
  readonly spoil?: (storage: Storage) => Storage;
  /** Keeps one person's flood from the others; nobody is kept back, when left out. */
  readonly admit?: Admit;
  /** Whether this cloud has an address that takes what belongs to any region; by default it has none. */
  readonly globalAddress?: boolean;
  /** Hears what the bot logs; by default nobody does. */
  readonly log?: Log;
  /** What Teams may take, instead of the usual. */
  readonly limits?: TeamsOptions['limits'];
  /** How uploaded files are fetched, and from where other than from Teams' own hosts; nothing is, when left out. */
  readonly files?: { readonly fetch: typeof globalThis.fetch; readonly allowedFileHost?: (url: URL) => boolean };
}

export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly json: unknown;
}

/** An adaptive card, or any part of one, as it came over the wire. */
export type Json = Readonly<Record<string, unknown>>;

export type TeamsEdge = Awaited<ReturnType<typeof aTeamsEdge>>;

/** The whole bot behind its HTTP server, between a client that speaks Teams, a fake connector and a simulated Graph. */
export async function aTeamsEdge(options: TeamsEdgeOptions = {}) {
  const clock = { now: new Date('2026-05-04T09:00:00Z') };
  const now = () => clock.now;
  const tenant = contoso(clock.now);
  const { tenantId } = tenant;
  const graph = await startSimulatedGraph({ tenant, now });
  const connector = await startFakeConnector(() => clock.now.getTime());
  connector.members.push(
    ...tenant.people.map(({ key, id, displayName }) => ({ id: `29:${key}`, name: displayName, objectId: id })),
  );
  for (const { key, id } of tenant.people)
    for (const memberId of [`29:${key}`, id]) connector.chats.set(memberId, chatOf(key));
  const folder = await mkdtemp(join(options.folder ?? tmpdir(), 'device-join-'));
  const path = join(folder, 'test.db');
  const keysAt = options.bot?.keysAt ?? 'http://127.0.0.1:9';
  let ids = 0;
  const newId = () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`;
  const channel: { id: string | undefined } = { id: helpdeskChannel };
  const begunRequests = watchOutgoingRequests();
  const requestsBegun = () => ({
    graph: begunRequests.to(Number(new URL(graph.url).port)),
    teams: begunRequests.to(connector.port),
  });
  let begunBeforeAnswer = { graph: 0, teams: 0 };
  const heard: Input[] = [];

  function configure(config: Config): Config {
    const { bot } = options;
    const configured: Config = {
      ...config,
      ...(bot && {
        anonymous: false,
        bot: { signIn: { kind: 'secret', clientId: bot.appId, clientSecret: 'none' }, loginTenant: tenantId },
      }),
      cloud: {
        ...config.cloud,
        loginUrl: keysAt,
        botIssuer: 'https://api.botframework.com',
        botOpenIdMetadata: `${keysAt}/.well-known/openidconfiguration`,
        ...(options.globalAddress && { teamsServiceUrl: connector.globalUrl }),
      },
    };
    // A test may move the channel as it goes.
    return Object.defineProperty(configured, 'helpdeskChannelId', { get: () => channel.id });
  }

  /** The way to Teams as it is, but for what a test holds back; and it tells what came in and what was begun before the answer. */
  function watchedTeams({ pace: _pace, admit: _admit, ...how }: TeamsOptions): Teams {
    const { admit, limits, files } = options;
    const teams = connectTeams({
      ...how,
      // Nothing is fetched from anywhere, but for the key document, unless a test says where from.
      fetch: (from, more) =>
        options.bot && new Request(from).url.startsWith(options.bot.keysAt)
          ? fetch(from, more)
          : Promise.reject(new Error('no files in this test')),
      ...files,
      ...(admit && { admit }),
      ...(limits && { limits }),
    });
    return {
      ...teams,
      receiveFor(assistant, replies) {
        const hearing: Assistant = {
          ...assistant,
          handle(input) {
            heard.push(input);
            return assistant.handle(input);
          },
        };
        const receive = teams.receiveFor(hearing, replies);
        return async (authorization, body) => {
          const before = requestsBegun();
          const answer = await receive(authorization, body);
          // The answer takes its time to leave: whatever was set going gets as far as its first request meanwhile.
          for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
          const after = requestsBegun();
          begunBeforeAnswer = { graph: after.graph - before.graph, teams: after.teams - before.teams };
          return answer;
        };
      },
    };
  }

  let real: Storage | undefined;
  const built = await aBot({
    tenant,
    graphUrl: graph.url,
    databasePath: path,
    environment: { ALLOW_DEVICE_CLEANUP: 'true' },
    configure,
    ...(options.log && { log: options.log }),
    // Nobody works on these here: a card says that it begins.
    byHand: ['reports', 'cleanUps'],
    retryPauseMs: 1,
    outside: {
      now,
      newId,
      random: () => 0,
      elapsed: () => 0,
      // Whoever asks for help is known to be an administrator or not before this ends.
      pause: () => new Promise(() => undefined),
    },
    edges: {
      connectTeams: watchedTeams,
      async openDatabase(...how) {
        real = await openDatabase(...how);
        return options.spoil?.(real) ?? real;
      },
      createTokenSource: (signIn, ...how) =>
        signIn.kind === 'simulated'
          ? createTokenSource(signIn, ...how)
          : { token: async (scope) => `token for ${scope}` },
    },
  });
  const { bot, failures } = built;
  await bot.start();
  const port = bot.port();
  const activities = createActivities(tenant, connector.url);
  const pressed = new Map<string, Json>();

  /** Posts it as Teams does and reads the answer; does not wait for what the answer set going. */
  async function posts(activity: Sent, headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
    const { replyToId, conversation } = activity;
    // Odd activities name no conversation.
    const where: unknown = (conversation as { readonly id?: unknown } | null | undefined)?.id;
    if (typeof replyToId === 'string' && typeof where === 'string') connector.messages.assume(where, replyToId);
    const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(activity),
    });
    const text = await response.text();
    const answered: Answered = { status: response.status, text, json: text === '' ? undefined : parsed(text) };
    const card = cardOfInvoke(answered);
    if (card) pressed.set(activity.conversation.id, card);
    return answered;
  }

  async function sends(activity: Sent, headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
    const answered = await posts(activity, headers);
    await settled();
    return answered;
  }

  /** Facts are read, and everything that was due has been tried. */
  async function settled(): Promise<void> {
    await bot.background.settled();
    await built.wake('outbox');
  }

  /** Time goes by: what became due meanwhile is tried. */
  async function passes(ms: number): Promise<void> {
    clock.now = new Date(clock.now.getTime() + ms);
    await settled();
  }

  function sentTo(conversation: string): readonly ConnectorRequest[] {
    return connector.requests.filter(({ kind, to }) => (kind === 'send' || kind === 'update') && to === conversation);
  }

  /** The card that the person's chat shows last, also when it came in the answer to a press. */
  function cardOf(key: string): Json {
    const card = pressed.get(chatOf(key)) ?? cardsIn(sentTo(chatOf(key)).map(({ activity }) => activity)).at(-1);
    if (!card) throw new Error(`${key} sees no card`);
    return card;
  }

  /** The data of the button of the card on show, as the walk knows its option. */
  function button(key: string, option: string): Json {
    const found = things(cardOf(key) as never).find(
      ({ type, data }) => type === 'Action.Execute' && (data as Json)['option'] === option,
    );
    if (!found) throw new Error(`No button ${option} on the card that ${key} sees`);
    return found['data'] as Json;
  }

  const says = (key: string, text: string, more: object = {}) => {
    pressed.delete(chatOf(key));
    return sends(activities.message(key, text, more));
  };

  return {
    ...activities,
    tenant,
    graph,
    connector,
    clock,
    channel,
    failures,
    /** What the assistant was given, in order. */
    heard,
    storage: real as Storage,
    databasePath: path,
    wake: bot.loops.outbox.wake,
    requestsBegun,
    get begunBeforeAnswer() {
      return begunBeforeAnswer;
    },
    port,
    posts,
    sends,
    settled,
    passes,
    sentTo,
    cardOf,
    button,
    says,
    presses: (key: string, option: string, inputs: Json = {}) =>
      sends(activities.press(key, 'walk', { ...button(key, option), ...inputs })),
    /** Every row of the database, by table; what was handled and the migrations left out. */
    rows(): Readonly<Record<string, readonly unknown[]>> {
      const db = new Database(path, { readonly: true });
      try {
        const tables = ['sessions', 'preferences', 'conversations', 'tickets', 'outbox', 'settings'];
        return Object.fromEntries(tables.map((table) => [table, db.prepare(`select * from ${table}`).all()]));
      } finally {
        db.close();
      }
    },
    async close(): Promise<void> {
      await Promise.all([bot.stop(), graph.close(), connector.close()]);
      begunRequests.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export function cardsIn(messages: readonly Partial<Activity>[]): readonly Json[] {
  return messages.flatMap(({ attachments = [] }) => attachments.map(({ content }) => content as Json));
}

/** The card in the answer to a press; undefined when it was a sentence or nothing. */
export function cardOfInvoke({ json }: Answered): Json | undefined {
  const { type, value } = (json ?? {}) as { type?: string; value?: Json };
  return type === 'application/vnd.microsoft.card.adaptive' ? value : undefined;
}

/** The sentence in the answer to a press that changed nothing on the card. */
export function sentenceOfInvoke({ json }: Answered): string | undefined {
  const { type, value } = (json ?? {}) as { type?: string; value?: string };
  return type === 'application/vnd.microsoft.activity.message' ? value : undefined;
}

/** All texts of a card as one, for looking for a sentence. */
export function wordsOf(card: object): string {
  return things(card as never)
    .flatMap(({ text, title }) => [text, title].filter((each) => typeof each === 'string'))
    .join('\n');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export { botId, chatOf, helpdeskChannel };
