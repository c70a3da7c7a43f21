import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { TenantReport } from '../../src/administration/report/ports.js';
import { freePort } from '../../src/demo/free-port.js';
import { startSimulatedGraph } from '../../src/demo/graph/start-simulated-graph.js';
import type { SampleTenant } from '../../src/demo/tenant/model.js';
import { countTenant } from '../support/count-tenant.js';
import { createActivities } from '../support/activities.js';
import { startFakeConnector } from '../support/fake-connector.js';
import { largeTenant } from '../support/large-tenant.js';
import { loadBot } from './bot-process.js';
import { createClient } from './client.js';

const size = { people: 40_000, devices: 100_000 };
const percent = 80;
const mostMemory = 300 * 1_000_000;
/** What the report may cost, in requests for each page that there is. */
const mostRequests = 1.1;
/** The clock of the process that comes back after a kill: what the killed one had taken is free by then. */
const aheadMs = 10 * 60_000;

type Stage = Awaited<ReturnType<typeof startStage>>;

/** The report of a large tenant, by the compiled bot in a process of its own, while Graph throttles 2 % of the requests and fails 0.5 %. */
export function reportsAWholeTenant(): void {
  describe(`a tenant of ${size.devices} devices`, () => {
    it(
      'is reported right to the last device, at the price of its pages, within the memory',
      () =>
        onStage(async (stage) => {
          const bot = await stage.start(0);
          await stage.ask();
          await stage.ended();
          tell('without a kill', stage, [bot.peakMemory()]);
          expectRight(stage);
          expect(stage.requests()).toBeLessThanOrEqual(stage.pages * mostRequests);
          expect(bot.peakMemory()).toBeLessThan(mostMemory);
        }),
      300_000,
    );

    it(
      'is reported as right when the process is killed half-way, and what was read is not read again',
      () =>
        onStage(async (stage) => {
          const first = await stage.start(0);
          await stage.ask();
          while (stage.pagesAsked() < stage.pages / 2) await delay(5);
          const firstPeak = first.peakMemory();
          await first.kill();
          const written = stage.report().pages;
          const second = await stage.start(aheadMs);
          await stage.ended();
          tell(`killed after ${written} pages`, stage, [firstPeak, second.peakMemory()]);
          expect(written).toBeGreaterThan(stage.pages / 3);
          expectRight(stage);
          expect(stage.report().restarts).toBe(0);
          expect(stage.requests()).toBeLessThanOrEqual(stage.pages * mostRequests);
          expect(Math.max(firstPeak, second.peakMemory())).toBeLessThan(mostMemory);
        }),
      300_000,
    );
  });
}

function tell(how: string, stage: Stage, peaks: readonly number[]): void {
  const seconds = Math.round((performance.now() - stage.begunAt) / 1_000);
  process.stdout.write(
    `${size.devices} devices ${how}: ${stage.requests()} requests for ${stage.pages} pages (${(stage.requests() / stage.pages).toFixed(3)}), peak ${peaks.map((peak) => Math.round(peak / 1e6)).join(' and ')} MB, ${seconds} s\n`,
  );
}

function expectRight(stage: Stage): void {
  const { report, tenant } = stage;
  const { askedAt, totals, end, limit } = report();
  expect(end).toEqual({ kind: 'done' });
  expect(limit).toBe(tenant.userDeviceQuota);
  const counted = countTenant(tenant, { now: Date.parse(askedAt), staleDays: 90 });
  expect(totals).toEqual(counted.totals);
  const found = new Map(stage.people().map(({ personId, ...person }) => [personId, person]));
  expect(found.size).toBe(counted.people.size);
  const wrong = [...counted.people].filter(([id, { counts, mayCount, unknown, stale, devices }]) => {
    const person = found.get(id);
    return (
      person?.counts !== counts ||
      person.mayCount !== mayCount ||
      person.unknown !== unknown ||
      person.stale !== stale ||
      person.devices !== devices
    );
  });
  expect(wrong).toEqual([]);
  // Everybody at or over it who still exists is named.
  const atLeast = Math.ceil((tenant.userDeviceQuota * percent) / 100);
  const names = new Map(tenant.people.map(({ id, displayName }) => [id, displayName]));
  const nameless = [...found].filter(
    ([id, { counts, mayCount, name }]) => counts + mayCount >= atLeast && name !== (names.get(id) ?? ''),
  );
  expect(nameless).toEqual([]);
  expect([...found.values()].filter(({ counts }) => counts >= atLeast).length).toBeGreaterThan(50);
}

async function onStage(work: (stage: Stage) => Promise<void>): Promise<void> {
  const stage = await startStage();
  try {
    await work(stage);
  } finally {
    await stage.close();
  }
}

async function startStage() {
  const folder = await mkdtemp(join(tmpdir(), 'device-join-report-'));
  const tenant: SampleTenant = largeTenant(new Date(), size);
  const graph = await startSimulatedGraph({ tenant, now: () => new Date() });
  graph.faults.set([
    { match: /./, share: 0.02, kind: 'status', status: 429, retryAfter: 1 },
    { match: /./, share: 0.0025, kind: 'status', status: 503 },
    { match: /./, share: 0.0025, kind: 'status', status: 500 },
  ]);
  const connector = await startFakeConnector();
  const port = await freePort(0);
  const path = join(folder, 'assistant.db');
  const env = {
    TENANT_ID: tenant.tenantId,
    GRAPH_BASE_URL: graph.url,
    ADMIN_GROUP_ID: tenant.adminGroupId,
    DATABASE_URL: `sqlite:${path}`,
    LOG_LEVEL: 'warn',
  };
  const activities = createActivities(tenant, connector.url);
  const client = createClient({ url: () => `http://127.0.0.1:${port}/api/messages` });
  const bots: Awaited<ReturnType<typeof loadBot>>[] = [];
  const begunAt = performance.now();

  function read<T>(query: (db: Database.Database) => T): T {
    const db = new Database(path, { readonly: true });
    try {
      return query(db);
    } finally {
      db.close();
    }
  }

  const report = (): TenantReport =>
    JSON.parse(read((db) => db.prepare('select body from reports').pluck().get() as string)) as TenantReport;
  const pagesAsked = () => graph.requests.filter((request) => request.path === '/devices').length;

  return {
    tenant,
    begunAt,
    /** Pages of 100 that there are, in whatever parts they are read. */
    pages: Math.ceil(tenant.devices.length / 100),
    report,
    pagesAsked,
    /** All requests to Graph, whatever for. */
    requests: () => graph.requests.length,
    people: () =>
      read((db) =>
        db
          .prepare(
            'select person_id as personId, counts, may_count as mayCount, not_known as unknown, stale, devices, name from report_people',
          )
          .all(),
      ) as readonly {
        personId: string;
        counts: number;
        mayCount: number;
        unknown: number;
        stale: number;
        devices: number;
        name: string;
      }[],
    async start(ahead: number) {
      const bot = await loadBot({ folder, port, env });
      bots.push(bot);
      bot.go(ahead);
      await bot.ready();
      return bot;
    },
    async ask(): Promise<void> {
      // The first question may meet a Graph that throttles: whoever asks asks again.
      for (
        let asked = 0;
        asked < 5 && read((db) => db.prepare('select count(*) from reports').pluck().get()) === 0;
        asked += 1
      ) {
        await client.posts(activities.message('ada', `quota report ${percent}`));
        await delay(200);
      }
    },
    async ended(): Promise<void> {
      while (report().end === undefined) await delay(100);
    },
    async close(): Promise<void> {
      await Promise.all(bots.map((bot) => bot.kill()));
      await Promise.all([graph.close(), connector.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
