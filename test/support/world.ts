import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChannelMember, ChannelRefusal } from '../../src/assistant/ports.js';
import type { View } from '../../src/assistant/views.js';
import type { LoopName } from '../../src/composition/edges.js';
import { startSimulatedGraph, type SimulatedGraph } from '../../src/demo/graph/start-simulated-graph.js';
import { contoso } from '../../src/demo/tenant/contoso.js';
import type { SampleTenant } from '../../src/demo/tenant/model.js';
import { createGraphPort } from '../../src/directory/graph-port.js';
import type { Attempt, Destination, Messenger } from '../../src/helpdesk/ports.js';
import type { BotServer } from '../../src/server/create-server.js';
import type { Storage } from '../../src/storage/open-database.js';
import type { Teams } from '../../src/teams/connect-teams.js';
import { aBot, type ABot, type Failure } from './a-bot.js';
import { actor } from './actor.js';

/** A message that left for Teams, as the stand-in for Teams took it. */
export interface Posted {
  readonly kind: 'post' | 'update';
  readonly to: Destination | { readonly kind: 'message'; readonly activityId: string };
  readonly view: View;
  readonly locale: string;
  readonly again: boolean;
}

/** Takes every message and remembers it; `answers` lets a test make it refuse. */
export interface FakeTeams extends Messenger<View> {
  readonly posted: Posted[];
  answers: (posted: Posted) => Attempt | undefined;
}

function fakeTeams(): FakeTeams {
  let last = 0;
  const teams: FakeTeams = {
    posted: [],
    answers: () => undefined,
    post: async (to, view, { locale, again }) => take({ kind: 'post', to, view, locale, again }),
    update: async ({ activityId }, view, { locale }) =>
      take({ kind: 'update', to: { kind: 'message', activityId }, view, locale, again: false }),
  };
  function take(posted: Posted): Attempt {
    const refusal = teams.answers(posted);
    if (refusal) return refusal;
    teams.posted.push(posted);
    last += 1;
    const conversationId = posted.to.kind === 'channel' ? `${posted.to.channelId};messageid=${last}` : 'chat';
    return { kind: 'sent', card: { conversationId, activityId: `message-${last}` } };
  }
  return teams;
}

/** Channels as Teams would show them: who is in them, and whether a post is refused. */
export interface FakeChannels {
  members: readonly ChannelMember[] | undefined;
  refusal: ChannelRefusal | undefined;
  readonly tried: string[];
}

/** People speak to the assistant directly here. */
const noServer: BotServer = { listen: async () => 0, connections: async () => 0, close: async () => undefined };

export interface WorldOptions {
  readonly tenant?: SampleTenant;
  readonly helpdeskChannelId?: string | undefined;
  /** Milliseconds Graph may take; short in tests that let it hang. */
  readonly graphBudgetMs?: number;
  /** A clock that the test moves. */
  readonly clock?: { now: Date };
  /** A report that is asked for is worked on only by `reportsRun`. */
  readonly reportsWait?: boolean;
  /** ALLOW_DEVICE_CLEANUP. */
  readonly allowCleanUp?: boolean;
  /** What was confirmed is worked on only by `cleanUpsRun`. */
  readonly cleanUpsWait?: boolean;
}

export type World = Awaited<ReturnType<typeof aWorld>>;

/** The whole product below the edges, on a real SQLite file and a simulated Graph behind real HTTP. */
export async function aWorld(options: WorldOptions = {}) {
  const clock = options.clock ?? { now: new Date() };
  const tenant = options.tenant ?? contoso(clock.now);
  const folder = await mkdtemp(join(tmpdir(), 'device-join-'));
  const graph = await startSimulatedGraph({ tenant, now: () => clock.now });
  const failures: Failure[] = [];
  const teams = fakeTeams();
  const channel = { id: 'helpdeskChannelId' in options ? options.helpdeskChannelId : '19:helpdesk@thread.tacv2' };
  const channels: FakeChannels = { members: [], refusal: undefined, tried: [] };
  /** Files that left, and what becomes of the next one. */
  const uploads: { readonly to: string; readonly text: string }[] = [];
  const uploadAnswers: { next: 'done' | 'notAllowed' | 'failed' } = { next: 'done' };
  let ids = 0;

  const theTeams: Teams = {
    messenger: teams,
    roster: {
      objectIdOf: async (_conversation, teamsId) => tenant.people.find(({ key }) => `29:${key}` === teamsId)?.id,
    },
    channels: {
      async tryPost(id) {
        channels.tried.push(id);
        return channels.refusal ?? { kind: 'taken' };
      },
      tryAndRemove: async () => channels.refusal ?? { kind: 'taken', left: false },
      members: async () => channels.members,
    },
    upload: async (content, to) => {
      let text = '';
      for await (const part of content) text += part;
      uploads.push({ to, text });
      return uploadAnswers.next;
    },
    receiveFor: () => async () => ({ status: 501 }),
  };

  const open = async (): Promise<ABot> => {
    const { graphBudgetMs: budgetMs, allowCleanUp = false, reportsWait, cleanUpsWait } = options;
    const built = await aBot({
      tenant,
      graphUrl: graph.url,
      databasePath: join(folder, 'test.db'),
      environment: { ALLOW_DEVICE_CLEANUP: String(allowCleanUp) },
      // A test may move the channel as it goes.
      configure: (config) => Object.defineProperty({ ...config }, 'helpdeskChannelId', { get: () => channel.id }),
      byHand: [...(reportsWait ? (['reports'] as const) : []), ...(cleanUpsWait ? (['cleanUps'] as const) : [])],
      retryPauseMs: 1,
      outside: { now: () => clock.now, newId: () => `id-${(ids += 1)}`, random: () => 0 },
      edges: {
        connectTeams: () => theTeams,
        createServer: () => noServer,
        createGraphPort: (how) => createGraphPort({ ...how, ...(budgetMs !== undefined && { budgetMs }) }),
      },
    });
    await built.bot.start();
    return built;
  };

  let running = await open();

  /** Everything begun has ended: facts read, messages delivered. */
  async function settled(): Promise<void> {
    const { background, loops } = running.bot;
    await background.settled();
    await loops.reports.settled();
    await loops.cleanUps.settled();
    await running.wake('outbox');
  }

  /** What is looked at every half minute is looked at now; gives what that gives. */
  async function runs(name: LoopName): Promise<unknown> {
    const result = await running.run(name);
    await settled();
    return result;
  }

  /** The same for what goes on with work that was asked for. */
  async function wakes(name: LoopName): Promise<void> {
    await running.wake(name);
    await settled();
  }

  function person(key: string) {
    const stepOfTicket = async (number: number) =>
      (await running.bot.storage.tickets.find(number))?.ticket.moves.length ?? 0;
    return actor({
      tenant,
      key,
      settled,
      stepOfTicket,
      helpdeskChannel: async () => (await running.bot.storage.helpdeskSettings.channel()) ?? channel.id,
      handle: (input) => running.bot.assistant.handle(input),
    });
  }

  /** `changes` are another configuration that it comes back with. */
  async function restart(changes: Pick<WorldOptions, 'allowCleanUp'> = {}): Promise<void> {
    options = { ...options, ...changes };
    await stopRunning();
    running = await open();
  }

  async function stopRunning(): Promise<void> {
    await running.bot.background.settled();
    await running.bot.stop();
    failures.push(...running.failures);
  }

  async function close(): Promise<void> {
    await stopRunning();
    await graph.close();
    await rm(folder, { recursive: true, force: true });
    if (failures.length > 0)
      throw new AggregateError(
        failures.map(({ error }) => error),
        'Something failed beside the conversation',
      );
  }

  return {
    tenant,
    get tree() {
      return running.bot.tree;
    },
    graph: graph satisfies SimulatedGraph,
    teams,
    clock,
    channel,
    channels,
    uploads,
    uploadAnswers,
    person,
    settled,
    /** Gives how many people were told. */
    remindersRun: () => runs('reminders'),
    /** Gives how many changes were made. */
    helpdeskClockRuns: () => runs('tickets'),
    reportsRun: () => wakes('reports'),
    cleanUpsRun: () => wakes('cleanUps'),
    /** Known issues whose time is over end. */
    incidentsEnd: () => runs('incidents'),
    restart,
    close,
    get storage(): Storage {
      return running.bot.storage;
    },
  };
}
