import { isCurrentStep } from '../../src/assistant/is-current-step.js';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Activity } from 'botbuilder';
import type { Input } from '../../src/assistant/input.js';
import { createAfterAnswer } from '../../src/runtime/after-answer.js';
import { createBackground } from '../../src/runtime/background.js';
import { compose } from '../../src/composition/compose-assistant.js';
import { startSimulatedGraph } from '../../src/demo/graph/start-simulated-graph.js';
import { contoso } from '../../src/demo/tenant/contoso.js';
import { createDeviceChanges } from '../../src/directory/change-devices.js';
import { createGraphExamination } from '../../src/directory/examine-graph.js';
import { anExamination } from './an-examination.js';
import { createDirectory } from '../../src/directory/create-directory.js';
import { peopleById } from '../../src/directory/people-by-id.js';
import { createGraphPort } from '../../src/directory/graph-port.js';
import { createLivingView } from '../../src/administration/living-view.js';
import { createTokenSource } from '../../src/directory/token-source.js';
import { createHandleActivity } from '../../src/composition/handle-activity.js';
import { startOutboxWorker } from '../../src/helpdesk/outbox-worker.js';
import { redact } from '../../src/diagnosis/redact.js';
import { createLog, withoutText, type Log } from '../../src/runtime/log.js';
import { createToldActivities } from '../../src/composition/told-activities.js';
import { createMetrics } from '../../src/runtime/metrics.js';
import { createServer } from '../../src/server/create-server.js';
import { openDatabase, type Storage } from '../../src/storage/open-database.js';
import type { Admit } from '../../src/teams/inbound/admission.js';
import { connectTeams, type TeamsOptions } from '../../src/teams/connect-teams.js';
import { botId, chatOf, createActivities, helpdeskChannel, type Sent } from './activities.js';
import { things } from './check-card.js';
import type { ConnectorRequest } from './connector/connector-request.js';
import { startFakeConnector } from './fake-connector.js';
import { watchOutgoingRequests } from './outgoing-requests.js';
import { loadBuiltInTrees } from './trees.js';

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

/** What a failure was reported as. */
export interface Failure {
  readonly error: unknown;
  readonly id: string;
}

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
  const real = await openDatabase({ kind: 'sqlite', path }, { tenantId, now: () => clock.now.getTime() });
  const storage = options.spoil?.(real) ?? real;
  const failures: Failure[] = [];
  const log = options.log ?? createLog({ redact, level: 'silent' });
  const keysAt = options.bot?.keysAt ?? 'http://127.0.0.1:9';
  let ids = 0;
  const newId = () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`;

  const teams = connectTeams({
    appId: options.bot?.appId,
    tokens: { token: async (scope) => `token for ${scope}` },
    tenantId,
    cloud: {
      loginUrl: keysAt,
      botIssuer: 'https://api.botframework.com',
      botOpenIdMetadata: `${keysAt}/.well-known/openidconfiguration`,
      ...(options.globalAddress && { teamsServiceUrl: connector.globalUrl }),
    },
    storage,
    // Nothing is fetched from anywhere, but for the key document, unless a test says where from.
    fetch: (from, how) =>
      options.bot && new Request(from).url.startsWith(options.bot.keysAt)
        ? fetch(from, how)
        : Promise.reject(new Error('no files in this test')),
    ...options.files,
    ...(options.admit && { admit: options.admit }),
    ...(options.limits && { limits: options.limits }),
    defaultLocale: 'en',
    now,
    newId,
    onFailure: (error, id) => {
      failures.push({ error, id });
      log.error({ err: error, failureId: id }, 'an activity could not be handled');
    },
  });
  const graphPort = createGraphPort({
    fetch,
    baseUrl: graph.url,
    token: createTokenSource({ kind: 'simulated' }, { authorityHost: 'https://localhost', tenantId }),
    now: () => clock.now.getTime(),
  });
  const directory = createDirectory({ graph: graphPort, now: () => clock.now.getTime() });
  const channel: { id: string | undefined } = { id: helpdeskChannel };
  const channelId = async () => (await storage.helpdeskSettings.channel()) ?? channel.id;
  const worker = startOutboxWorker({
    outbox: storage.outbox,
    tickets: storage.tickets,
    messenger: teams.messenger,
    livingCards: storage.livingCards,
    livingView: createLivingView({ ...storage, deleteAfterDays: 14 }),
    localeOf: async () => undefined,
    channelId,
    onDuty: storage.helpdeskSettings.onDuty,
    locale: 'en',
    now: () => clock.now.getTime(),
    random: () => 0,
    isCurrent: isCurrentStep(storage.sessions),
    onFault: (_row, error) => {
      failures.push({ error, id: 'outbox' });
      log.error({ err: error }, 'a message could not be tried');
    },
    onFailure: (error) => failures.push({ error, id: 'outbox' }),
  });
  const background = createBackground((work, error) => {
    failures.push({ error, id: 'background' });
    log.error({ err: error, work }, 'work in the background failed');
  });
  const afterAnswer = createAfterAnswer();
  const assistant = compose({
    ...storage,
    tree: await loadBuiltInTrees(),
    directory,
    tenantId: tenant.tenantId,
    wakeOutbox: () => afterAnswer.later(worker.wake),
    // Nobody works on reports here: a card says that it begins.
    wakeReports: () => undefined,
    scanPartitions: 4,
    cleanUpWork: {
      cleanUps: storage.cleanUps,
      changes: createDeviceChanges({ graph: graphPort, now: () => clock.now.getTime() }),
      allowed: true,
      staleDays: 90,
      deleteAfterDays: 14,
      toldOwner: async () => [],
      wakeOutbox: () => undefined,
      now: () => clock.now.getTime(),
    },
    wakeCleanUps: () => undefined,
    incidentWork: {
      incidents: storage.incidents,
      tickets: storage.tickets,
      channelId,
      locale: 'en',
      wakeOutbox: () => afterAnswer.later(worker.wake),
      now: () => clock.now.getTime(),
    },
    timeZone: 'UTC',
    peopleById: (ids) => peopleById(ids, graphPort, 1),
    upload: teams.upload,
    auditRetentionDays: 365,
    examination: anExamination({
      tenant,
      graph: createGraphExamination({ graph: graphPort, baseUrl: graph.url, fetch, now: Date.now }),
      directory,
      storage,
      channelId,
      channels: { refusal: undefined },
      tree: { version: '1' },
    }),
    roster: teams.roster,
    channels: teams.channels,
    channelId,
    reminderTime: (since) => since + 60 * 60_000,
    background: (name, work) => afterAnswer.later(() => background.run(name, work)),
    now,
    newId,
    // Whoever asks for help is known to be an administrator or not before this ends.
    pause: () => new Promise(() => undefined),
    helpdeskGroupId: tenant.helpdeskGroupId,
    adminGroupId: tenant.adminGroupId,
    defaultLocale: 'en',
  });
  const begunRequests = watchOutgoingRequests();
  const requestsBegun = () => ({
    graph: begunRequests.to(Number(new URL(graph.url).port)),
    teams: begunRequests.to(connector.port),
  });
  let begunBeforeAnswer = { graph: 0, teams: 0 };
  const heard: Input[] = [];
  const hearing = {
    ...assistant,
    handle(input: Input) {
      heard.push(input);
      return assistant.handle(input);
    },
  };
  const receive = teams.receiveFor(hearing, {
    outbox: storage.outbox,
    wakeOutbox: () => afterAnswer.later(worker.wake),
    onKept: (reason, replies) => log.warn({ reason: withoutText(reason), replies }, 'replies leave through the outbox'),
  });
  const server = createServer({
    handleActivity: createHandleActivity({
      elapsed: () => 0,
      async receive(authorization, body) {
        const before = requestsBegun();
        const answer = await receive(authorization, body);
        // The answer takes its time to leave: whatever was set going gets as far as its first request meanwhile.
        for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
        const after = requestsBegun();
        begunBeforeAnswer = { graph: after.graph - before.graph, teams: after.teams - before.teams };
        return answer;
      },
      afterAnswer,
      metrics: createMetrics(),
      onHandled: createToldActivities({ log, now: () => clock.now.getTime() }),
    }),
    ready: storage.ping,
    metrics: async () => '',
    log,
    newId,
    pages: {
      name: 'Device Join Assistant',
      developerName: undefined,
      retentionDays: 90,
      auditRetentionDays: 365,
      deviceCleanUp: false,
    },
    startedAt: new Date(0),
  });
  const port = await server.listen(0, '127.0.0.1');
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
    await background.settled();
    worker.wake();
    await worker.settled();
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
    storage: real,
    databasePath: path,
    wake: worker.wake,
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
      await server.close();
      await Promise.all([graph.close(), connector.close()]);
      await background.settled();
      await worker.stop();
      await real.close();
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
