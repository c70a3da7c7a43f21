import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import { freePort } from '../../src/demo/free-port.js';
import { startSimulatedGraph } from '../../src/demo/graph/start-simulated-graph.js';
import { loadBot } from '../kills/bot-process.js';
import { readKeptData } from '../kills/kept-data.js';
import { drawsOf } from '../kills/random.js';
import { botEnvironment } from '../support/bot-environment.js';
import { createActivities } from '../support/activities.js';
import { buildOnce } from '../support/build-once.js';
import { largeTenant } from '../support/large-tenant.js';
import { problemsOf } from './check-replies.js';
import { startNotingTeams } from './noting-teams.js';
import { startResettingProxy } from './resetting-proxy.js';
import { seed, size, tell } from './size.js';
import { createTalker } from './talkers.js';

const turns = size(600, 50_000);
const people = size(50, 120);
/** Of the requests, in and out. */
const share = 0.01;
/** After so many turns the memory is looked at. */
const looks = [turns / 5, (turns * 3) / 5, turns];
/** Bytes by which the memory may be larger after the last two fifths. */
const mostGrowth = 40_000_000;
/** Milliseconds for what is left when nothing is reset any more: longer than the longest pause of the first attempts. */
const finishWithinMs = 180_000;

beforeAll(buildOnce);

it(
  `${turns} turns over connections that are reset at random lose no reply, double none unmarked and keep their order (seed ${seed})`,
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'device-join-resets-'));
    const began = performance.now();
    const company = largeTenant(new Date(), { people: people + 30, devices: people });
    const talking = company.people.filter(({ key }) => key.startsWith('person')).slice(0, people);
    const groups = company.groups.map((group) =>
      group.id === company.helpdeskGroupId
        ? { ...group, members: [...group.members, ...talking.map(({ id }) => id)] }
        : group,
    );
    const tenant = { ...company, groups };
    const graph = await startSimulatedGraph({ tenant, now: () => new Date() });
    const teams = await startNotingTeams();
    const port = await freePort(0);
    const path = join(folder, 'assistant.db');
    const outgoing = await startResettingProxy({
      port: teams.port,
      draws: drawsOf(seed, 'resets on the way out'),
      share,
    });
    const incoming = await startResettingProxy({ port, draws: drawsOf(seed, 'resets on the way in'), share });
    const bot = await loadBot({ folder, port, env: botEnvironment(tenant, graph.url, `sqlite:${path}`) });
    const agent = new Agent({ keepAlive: true, maxSockets: people });
    const wrong: string[] = [];
    const activities = createActivities(tenant, `${outgoing.url}/`);
    const talkers = talking.map(({ key }, number) =>
      createTalker({
        number,
        key,
        url: incoming.url,
        activities,
        teams,
        draws: drawsOf(seed, key),
        wrong: (what) => void wrong.push(what),
        agent,
      }),
    );
    const missing = () =>
      talkers.reduce(
        (sum, { turns: asked, chat, notReplaced }) =>
          sum + asked.length - new Set(teams.in(chat).map(({ turn }) => turn)).size + notReplaced(),
        0,
      );
    const memory: number[] = [];
    let taken = 0;

    async function talks(talker: (typeof talkers)[number]): Promise<void> {
      while (taken < (looks[memory.length] ?? 0)) {
        taken += 1;
        await talker.talks();
      }
    }
    try {
      bot.go(0);
      await bot.ready();
      for (const talker of talkers) await talker.begins();
      while (memory.length < looks.length) {
        await Promise.all(talkers.map(talks));
        memory.push(bot.memory());
      }
      const talkedMs = performance.now() - began;
      outgoing.rest();
      incoming.rest();
      const deadline = performance.now() + finishWithinMs;
      while (performance.now() < deadline && (missing() > 0 || readKeptData(path).outbox.length > 0)) await delay(250);

      const resets = [incoming, outgoing].map(
        ({ resets: each, requests }) =>
          `${Object.values(each).reduce((sum, count) => sum + count, 0)} of ${requests()}`,
      );
      const noted = talkers.flatMap(({ chat }) => teams.in(chat));
      const marked = noted.filter(({ again }) => again).length;
      tell(
        `Resets: ${turns} turns of ${people} people in ${Math.round(talkedMs / 1_000)} s, and ${Math.round((performance.now() - began - talkedMs) / 1_000)} s for the rest; reset ${resets[0]} requests in, ${resets[1]} out; ` +
          `${noted.length} replies, ${marked} of them marked, ${missing()} missing; memory after ${memory.map((bytes, look) => `${looks[look]}: ${Math.round(bytes / 1_000_000)} MB`).join(', ')}`,
      );
      const problems = talkers.flatMap(({ turns: asked, chat }) => problemsOf(asked, teams.in(chat)));
      const notReplaced = talkers.flatMap(({ chat, notReplaced: left }) => (left() > 0 ? [`${chat}: ${left()}`] : []));
      const result = {
        problems,
        notReplaced,
        wrong,
        outbox: readKeptData(path).outbox.length,
        ended: bot.endedByItself(),
      };
      await writeFile(
        join(folder, 'result.json'),
        JSON.stringify(
          { result, noted: Object.fromEntries(talkers.map(({ chat }) => [chat, teams.in(chat)])) },
          undefined,
          1,
        ),
      );
      const some = Object.fromEntries(
        Object.entries(result).map(([name, each]) => [name, Array.isArray(each) ? each.slice(0, 5) : each]),
      );
      expect(some, `Again: SOAK_SEED=${seed}. Log and result: ${folder}`).toEqual({
        problems: [],
        notReplaced: [],
        wrong: [],
        outbox: 0,
        ended: false,
      });
      expect((memory.at(-1) ?? 0) - (memory.at(-2) ?? 0)).toBeLessThan(mostGrowth);
      // A run in which nothing happened would prove nothing.
      for (const { resets: each } of [incoming, outgoing])
        expect(Object.values(each).reduce((sum, count) => sum + count)).toBeGreaterThan(turns / 300);
      await rm(folder, { recursive: true, force: true });
    } finally {
      agent.destroy();
      await bot.kill();
      await Promise.all([incoming.close(), outgoing.close(), teams.close(), graph.close()]);
    }
  },
  size(420_000, 5_400_000),
);
