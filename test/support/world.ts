import { isCurrentStep } from '../../src/assistant/is-current-step.js';
import { lookAgain } from '../../src/assistant/look-again.js';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ExportKind } from '../../src/administration/exports.js';
import type { Outcome } from '../../src/assistant/assistant.js';
import type { Input, Press, RequestOption, TicketOption } from '../../src/assistant/input.js';
import type { View, WalkView } from '../../src/assistant/views.js';
import type { ChannelMember, ChannelRefusal } from '../../src/assistant/ports.js';
import { createBackground } from '../../src/runtime/background.js';
import { compose } from '../../src/composition/compose-assistant.js';
import { startSimulatedGraph, type SimulatedGraph } from '../../src/demo/graph/start-simulated-graph.js';
import { contoso } from '../../src/demo/tenant/contoso.js';
import type { SampleTenant } from '../../src/demo/tenant/model.js';
import { createGraphExamination } from '../../src/directory/examine-graph.js';
import { anExamination } from './an-examination.js';
import { createDirectory } from '../../src/directory/create-directory.js';
import { createGraphPort } from '../../src/directory/graph-port.js';
import { peopleById } from '../../src/directory/people-by-id.js';
import { createDeviceScan } from '../../src/directory/scan-devices.js';
import { createLivingView } from '../../src/administration/living-view.js';
import { workReports } from '../../src/administration/report/work-reports.js';
import { createTellOwner } from '../../src/administration/clean-up/tell-owner.js';
import { workCleanUps, type WorkCleanUpsOptions } from '../../src/administration/clean-up/work-clean-ups.js';
import { createDeviceChanges } from '../../src/directory/change-devices.js';
import { startWorkLoop } from '../../src/runtime/work-loop.js';
import { createTokenSource } from '../../src/directory/token-source.js';
import type { Attempt, Destination, Messenger } from '../../src/helpdesk/ports.js';
import { endDueIncidents } from '../../src/helpdesk/end-incidents.js';
import { lookAfterTickets } from '../../src/helpdesk/look-after.js';
import { startOutboxWorker } from '../../src/helpdesk/outbox-worker.js';
import { addWorkingTime, parseWorkingHours } from '../../src/helpdesk/working-hours.js';
import { openDatabase, type Storage } from '../../src/storage/open-database.js';
import { loadBuiltInTrees } from './trees.js';

/** A message that left for Teams, as the stand-in for Teams took it. */
export interface Posted {
  readonly kind: 'post' | 'update';
  readonly to: Destination | { readonly kind: 'message'; readonly activityId: string };
  readonly view: View;
  readonly locale: string;
  readonly again: boolean;
}

/** Takes every message and remembers it; `answers` lets a test make it refuse. */
export interface FakeTeams extends Messenger {
  readonly posted: Posted[];
  answers: (posted: Posted) => Attempt | undefined;
}

function fakeTeams(): FakeTeams {
  let last = 0;
  const teams: FakeTeams = {
    posted: [],
    answers: () => undefined,
    post: async (to, view, { locale, again }) => take({ kind: 'post', to, view: view as View, locale, again }),
    update: async ({ activityId }, view, { locale }) =>
      take({ kind: 'update', to: { kind: 'message', activityId }, view: view as View, locale, again: false }),
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

const workingHours = parseWorkingHours('Mon-Fri 08:00-18:00') ?? [];

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
  const tree = await loadBuiltInTrees();
  const teams = fakeTeams();
  const channel = { id: 'helpdeskChannelId' in options ? options.helpdeskChannelId : '19:helpdesk@thread.tacv2' };
  const channels: FakeChannels = { members: [], refusal: undefined, tried: [] };
  const failures: unknown[] = [];
  /** Files that left, and what becomes of the next one. */
  const uploads: { readonly to: string; readonly text: string }[] = [];
  const uploadAnswers: { next: 'done' | 'notAllowed' | 'failed' } = { next: 'done' };
  let ids = 0;

  const open = async () => {
    const storage = await openDatabase(
      { kind: 'sqlite', path: join(folder, 'test.db') },
      { tenantId: tenant.tenantId, now: () => clock.now.getTime() },
    );
    const background = createBackground((_name, error) => failures.push(error));
    const budget = options.graphBudgetMs;
    const graphPort = createGraphPort({
      fetch,
      baseUrl: graph.url,
      token: createTokenSource(
        { kind: 'simulated' },
        { authorityHost: 'https://localhost', tenantId: tenant.tenantId },
      ),
      now: () => clock.now.getTime(),
      ...(budget !== undefined && { budgetMs: budget }),
    });
    const directory = createDirectory({ graph: graphPort, now: () => clock.now.getTime() });
    const scan = createDeviceScan({ graph: graphPort, now: () => clock.now.getTime(), staleDays: 90 });
    const worker = startOutboxWorker({
      outbox: storage.outbox,
      tickets: storage.tickets,
      messenger: teams,
      livingCards: storage.livingCards,
      livingView: createLivingView({ ...storage, deleteAfterDays: 14 }),
      localeOf: async (personId) => (await storage.preferences.load(personId)).locale,
      channelId: channelId(storage),
      onDuty: storage.helpdeskSettings.onDuty,
      locale: 'en',
      now: () => clock.now.getTime(),
      random: () => 0,
      isCurrent: isCurrentStep(storage.sessions),
      onFault: (_row, error) => failures.push(error),
      onFailure: (error) => failures.push(error),
    });
    const reportWorker = startWorkLoop({
      work: (signal) =>
        workReports({
          reports: storage.reports,
          scan,
          peopleById: (ids) => peopleById(ids, graphPort, 1),
          outbox: storage.outbox,
          wakeOutbox: worker.wake,
          worker: `worker-${(ids += 1)}`,
          random: () => 0,
          pauseMs: 1,
          now: () => clock.now.getTime(),
          signal,
        }),
      onFailure: (error) => failures.push(error),
    });
    const incidentWork = {
      incidents: storage.incidents,
      tickets: storage.tickets,
      channelId: channelId(storage),
      locale: 'en',
      wakeOutbox: worker.wake,
      now: () => clock.now.getTime(),
    };
    const cleanUpWork: WorkCleanUpsOptions = {
      cleanUps: storage.cleanUps,
      changes: createDeviceChanges({ graph: graphPort, now: () => clock.now.getTime() }),
      allowed: options.allowCleanUp ?? false,
      staleDays: 90,
      deleteAfterDays: 14,
      toldOwner: createTellOwner({ wishesOf: storage.preferences.load, deleteAfterDays: 14 }),
      wakeOutbox: worker.wake,
      now: () => clock.now.getTime(),
    };
    const cleanUpLoop = startWorkLoop({
      work: () => workCleanUps(cleanUpWork),
      onFailure: (error) => failures.push(error),
    });
    const assistant = compose({
      ...storage,
      tree,
      directory,
      tenantId: tenant.tenantId,
      wakeOutbox: worker.wake,
      wakeReports: () => options.reportsWait || reportWorker.wake(),
      scanPartitions: scan.partitions,
      peopleById: (ids) => peopleById(ids, graphPort, 1),
      upload: async (content, to) => {
        let text = '';
        for await (const part of content) text += part;
        uploads.push({ to, text });
        return uploadAnswers.next;
      },
      auditRetentionDays: 365,
      examination: anExamination({
        tenant,
        graph: createGraphExamination({ graph: graphPort, baseUrl: graph.url, fetch, now: Date.now }),
        directory,
        storage,
        channelId: channelId(storage),
        channels,
        tree,
      }),
      incidentWork,
      timeZone: 'UTC',
      cleanUpWork,
      wakeCleanUps: () => options.cleanUpsWait || cleanUpLoop.wake(),
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
      channelId: channelId(storage),
      reminderTime: (since, severity) =>
        addWorkingTime(since, severity === 'urgent' ? 15 * 60_000 : 60 * 60_000, workingHours, 'UTC'),
      background: background.run,
      now: () => clock.now,
      newId: () => `id-${(ids += 1)}`,
      pause: (ms) => pause(ms, undefined, { ref: false }),
      helpdeskGroupId: tenant.helpdeskGroupId,
      adminGroupId: tenant.adminGroupId,
      defaultLocale: 'en',
    });
    return { incidentWork, storage, background, worker, reportWorker, cleanUpLoop, assistant, directory };
  };

  /** What was chosen in Teams counts more than the configuration. */
  function channelId({ helpdeskSettings }: Storage) {
    return async () => (await helpdeskSettings.channel()) ?? channel.id;
  }

  let running = await open();

  /** Everything begun has ended: facts read, messages delivered. */
  async function settled(): Promise<void> {
    await running.background.settled();
    await running.reportWorker.settled();
    await running.cleanUpLoop.settled();
    running.worker.wake();
    await running.worker.settled();
  }

  /** Known issues whose time is over end now, as every half minute. */
  async function incidentsEnd(): Promise<void> {
    await endDueIncidents(running.incidentWork);
    await settled();
  }

  /** What is due of the requests to free places is done now, as it is every half minute. */
  async function cleanUpsRun(): Promise<void> {
    running.cleanUpLoop.wake();
    await settled();
  }

  /** The report that waits is worked on now, as it is every half minute. */
  async function reportsRun(): Promise<void> {
    running.reportWorker.wake();
    await settled();
  }

  /** What the reminder worker does every half minute; gives how many people were told. */
  async function remindersRun(): Promise<number> {
    const { storage, directory, worker } = running;
    const told = await lookAgain({
      reminders: storage.reminders,
      audit: storage.audit,
      directory,
      wakeOutbox: worker.wake,
      now: () => clock.now.getTime(),
    });
    await settled();
    return told;
  }

  /** What the helpdesk's clock does every half minute; gives how many changes it made. */
  async function helpdeskClockRuns(): Promise<number> {
    const { storage, worker } = running;
    const changes = await lookAfterTickets({
      tickets: storage.tickets,
      settings: storage.helpdeskSettings,
      channelId: channelId(storage),
      workingHours,
      timeZone: 'UTC',
      locale: 'en',
      wakeOutbox: worker.wake,
      now: () => clock.now.getTime(),
    });
    await settled();
    return changes;
  }

  function person(key: string) {
    const stepOfTicket = async (number: number) =>
      (await running.storage.tickets.find(number))?.ticket.moves.length ?? 0;
    return actor({
      tenant,
      key,
      settled,
      stepOfTicket,
      helpdeskChannel: () => channelId(running.storage)(),
      handle: (input) => running.assistant.handle(input),
    });
  }

  /** `changes` are another configuration that it comes back with. */
  async function restart(changes: Pick<WorldOptions, 'allowCleanUp'> = {}): Promise<void> {
    options = { ...options, ...changes };
    await stopRunning();
    running = await open();
  }

  async function stopRunning(): Promise<void> {
    await running.background.settled();
    await running.reportWorker.stop();
    await running.cleanUpLoop.stop();
    await running.worker.stop();
    await running.storage.close();
  }

  async function close(): Promise<void> {
    await stopRunning();
    await graph.close();
    await rm(folder, { recursive: true, force: true });
    if (failures.length > 0) throw new AggregateError(failures, 'Something failed beside the conversation');
  }

  return {
    tenant,
    tree,
    graph: graph satisfies SimulatedGraph,
    teams,
    clock,
    channel,
    channels,
    uploads,
    uploadAnswers,
    person,
    settled,
    remindersRun,
    helpdeskClockRuns,
    reportsRun,
    cleanUpsRun,
    incidentsEnd,
    restart,
    close,
    get storage(): Storage {
      return running.storage;
    },
  };
}

interface ActorOptions {
  readonly tenant: SampleTenant;
  readonly key: string;
  readonly settled: () => Promise<void>;
  readonly stepOfTicket: (number: number) => Promise<number>;
  readonly helpdeskChannel: () => Promise<string | undefined>;
  readonly handle: (input: Input) => Promise<Outcome>;
}

export type Actor = ReturnType<typeof actor>;

/** A person of the sample tenant in front of the bot; remembers the card on show. */
function actor({ tenant, key, settled, stepOfTicket, helpdeskChannel, handle }: ActorOptions) {
  const found = tenant.people.find((candidate) => candidate.key === key);
  if (!found) throw new Error(`Nobody in the sample tenant is called ${key}`);
  const from = { personId: found.id, name: found.displayName, localeTag: 'en-US' as string | undefined };
  let shown: View | undefined;

  async function does(input: Input): Promise<Outcome> {
    const outcome = await handle(input);
    shown = outcome.card ?? outcome.replies.at(-1) ?? shown;
    await settled();
    return outcome;
  }

  const personal = () => ({ from, scope: 'personal' as const, conversationId: `chat-${key}` });
  const atTheHelpdesk = async () => {
    const conversationId = await helpdeskChannel();
    return conversationId === undefined ? personal() : { from, scope: 'channel' as const, conversationId };
  };

  return {
    id: found.id,
    from,
    get sees(): View | undefined {
      return shown;
    },
    installs: () => does({ ...personal(), kind: 'installed' }),
    says: (text: string, more: Partial<Input & { kind: 'said' }> = {}) =>
      does({ ...personal(), kind: 'said', text, mentions: [], hasPicture: false, ...more }),
    /** Presses a button of the walk card on show, or of `card` when given. */
    presses: (option: string, inputs: Record<string, string> = {}, card: View | undefined = shown) =>
      does({
        ...personal(),
        kind: 'pressed',
        press: walkPress(card, option, inputs),
        message: { conversationId: `chat-${key}`, activityId: 'card' },
      }),
    /** The same button, sent from a channel. */
    pressesInChannel: (option: string) =>
      does({
        from,
        scope: 'channel',
        conversationId: 'channel',
        kind: 'pressed',
        press: walkPress(shown, option),
        message: undefined,
      }),
    /** A button of a ticket's card in the helpdesk's channel, in the chat where there is none, as it was drawn at `step`; by default at the ticket's latest. */
    pressesTicket: async (
      ticketNumber: number,
      option: TicketOption,
      inputs: Record<string, string> = {},
      step?: number,
    ) =>
      does({
        ...(await atTheHelpdesk()),
        kind: 'pressed',
        press: { kind: 'ticket', ticketNumber, step: step ?? (await stepOfTicket(ticketNumber)), option, inputs },
        message: undefined,
      }),
    /** A button of one's own request, in the personal chat. */
    pressesRequest: async (
      ticketNumber: number,
      option: RequestOption,
      inputs: Record<string, string> = {},
      step?: number,
    ) =>
      does({
        ...personal(),
        kind: 'pressed',
        press: { kind: 'request', ticketNumber, step: step ?? (await stepOfTicket(ticketNumber)), option, inputs },
        message: undefined,
      }),
    /** Teams asked whether a file may be uploaded. */
    consents: (ref: { kind: ExportKind; key: string } | undefined, accepted = true) =>
      does({
        ...personal(),
        kind: 'fileConsent',
        accepted,
        ref,
        upload: {
          uploadUrl: 'https://contoso-my.sharepoint.com/upload',
          contentUrl: 'https://contoso-my.sharepoint.com/file',
          name: 'file.csv',
          uniqueId: 'unique',
          fileType: 'csv',
        },
      }),
    pressesInPlace: (press: Press, conversationId = 'channel', activityId = 'card') =>
      does({ from, scope: 'channel', conversationId, kind: 'pressed', press, message: { conversationId, activityId } }),
    pressesRaw: (press: Press) => does({ ...personal(), kind: 'pressed', press, message: undefined }),
    saysInChannel: (text: string, more: Partial<Input & { kind: 'said' }> = {}) =>
      does({
        from,
        scope: 'channel',
        conversationId: 'channel',
        kind: 'said',
        text,
        mentions: [],
        hasPicture: false,
        ...more,
      }),
  };
}

export function isWalk(view: View | undefined): view is WalkView {
  return view !== undefined && 'ref' in view;
}

export function walkPress(card: View | undefined, option: string, inputs: Record<string, string> = {}): Press {
  if (!isWalk(card)) throw new Error(`There is no walk on show to press ${option} in, but ${card?.kind ?? 'nothing'}`);
  return { kind: 'walk', ...card.ref, option, inputs };
}
