import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { buildBot, type Bot } from '../../src/composition/build-bot.js';
import { startSimulatedGraph, type SimulatedGraph } from '../../src/demo/graph/start-simulated-graph.js';
import { contoso } from '../../src/demo/tenant/contoso.js';
import { dayMs, hourMs } from '../../src/runtime/durations.js';
import { connectTeams } from '../../src/teams/connect-teams.js';
import { aSession, aTicket } from '../contracts/storage/samples.js';
import { aConfig, aSilentLog } from '../support/a-bot.js';
import { createActivities } from '../support/activities.js';
import { startFakeConnector, type FakeConnector } from '../support/fake-connector.js';
import { aCleanUp } from '../support/views-of-clean-ups.js';
import { anIncident } from '../support/views-of-incidents.js';
import { aReportOfAll } from '../support/views-of-reports.js';

/** A Monday within working hours. */
const now = new Date('2026-05-04T09:00:00Z');
const clock = { now };
const ago = (ms: number): string => new Date(now.getTime() - ms).toISOString();
const tenant = contoso(now);
const idOf = (key: string): string => tenant.people.find((person) => person.key === key)?.id ?? '';
const [ada, ben] = [idOf('ada'), idOf('ben')];

let folder = '';
let graph: SimulatedGraph;
let connector: FakeConnector;
let bot: Bot;
const posted: string[] = [];
const scopes: string[] = [];

/** Before the start: something to do for everything that runs beside the conversation. */
async function leaveWork({ storage }: Bot): Promise<void> {
  await storage.outbox.add(`person:${ada}`, {
    kind: 'post',
    to: { kind: 'person', personId: ada },
    view: { kind: 'welcome' },
    locale: 'en',
  });
  const { end: _end, ...report } = aReportOfAll();
  await storage.reports.begin({ ...report, askedAt: ago(0), cursors: report.cursors.map(() => ({ done: false })) });
  const { number: _number, ...cleanUp } = aCleanUp({ state: 'requested', expiresAt: ago(hourMs) });
  await storage.cleanUps.add(
    cleanUp,
    () => [],
    () => [],
  );
  const { number: _none, ...draft } = anIncident({ state: 'draft', until: ago(hourMs) });
  const { incident, version } = await storage.incidents.draft(draft);
  await storage.incidents.save({ ...incident, state: 'running' }, version);
  await storage.reminders.add({ personId: ada, key: 'a pc', dueAt: now.getTime() - hourMs, locale: 'en', pc: {} });
  await storage.tickets.open({ idempotencyKey: 'key', ticket: { ...aTicket(), remindAt: ago(hourMs) } }, () => []);
  clock.now = new Date(ago(100 * dayMs));
  await storage.sessions.insert(ben, aSession('old'));
  clock.now = now;
}

/** Each part of the bot, and what there is to see when it does its work. */
const proofs: Readonly<Record<string, () => unknown>> = {
  database: async () => expect((await fetch(`http://127.0.0.1:${bot.port()}/readyz`)).status).toBe(200),
  server: async () => expect((await fetch(`http://127.0.0.1:${bot.port()}/healthz`)).status).toBe(200),
  background: () => expect(graph.requests.map(({ path }) => path)).toContain('/$batch'),
  outbox: () => expect(posted).toContain('welcome'),
  reports: async () => expect((await bot.storage.reports.latest())?.report.end).toBeDefined(),
  cleanUps: async () => expect((await bot.storage.cleanUps.find(1))?.cleanUp.state).toBe('expired'),
  incidents: async () => expect((await bot.storage.incidents.find(1))?.incident.state).toBe('ended'),
  reminders: async () => expect(await bot.storage.reminders.due(now.getTime(), 10)).toEqual([]),
  tickets: async () => expect((await bot.storage.tickets.find(1))?.ticket.remindAt).toBeUndefined(),
  retention: async () => expect(await bot.storage.sessions.latest(ben)).toBeUndefined(),
  firstSignIn: () => expect(scopes).toEqual(expect.arrayContaining([expect.stringContaining('botframework')])),
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'device-join-'));
  graph = await startSimulatedGraph({ tenant, now: () => now });
  connector = await startFakeConnector();
  const config = aConfig({ tenant, graphUrl: graph.url, databasePath: join(folder, 'test.db') });
  bot = await buildBot({
    config: { ...config, anonymous: false },
    log: aSilentLog(),
    outside: { now: () => clock.now },
    edges: {
      connectTeams: (how) => ({
        ...connectTeams(how),
        messenger: {
          async post(_to, view) {
            posted.push(view.kind);
            return { kind: 'sent', card: { conversationId: 'chat', activityId: String(posted.length) } };
          },
          update: async () => ({ kind: 'sent', card: { conversationId: 'chat', activityId: '1' } }),
        },
      }),
      createTokenSource: () => ({
        async token(scope) {
          scopes.push(scope);
          return 'simulated';
        },
      }),
    },
  });
  await leaveWork(bot);
});

afterAll(async () => {
  await bot.stop();
  await Promise.all([graph.close(), connector.close()]);
  await rm(folder, { recursive: true, force: true });
});

it('every part has something here that shows it at work', () => {
  expect(Object.keys(proofs).toSorted()).toEqual(bot.parts.toSorted());
});

it('nothing runs before the start', () => {
  expect(bot.running()).toEqual([]);
  expect(posted).toEqual([]);
});

it('every part is started, in the order of the list', async () => {
  await bot.start();
  expect(bot.running()).toEqual(bot.parts);
  const response = await fetch(`http://127.0.0.1:${bot.port()}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(createActivities(tenant, connector.url).message('ada', "my pc won't join")),
  });
  expect(response.status).toBe(200);
});

it.each(Object.entries(proofs))('%s does its work', async (_part, proof) => {
  await vi.waitFor(proof, { timeout: 20_000, interval: 50 });
});

it('every part is stopped, and the port is free', async () => {
  const port = bot.port();
  await bot.stop();
  expect(bot.running()).toEqual([]);
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
});
