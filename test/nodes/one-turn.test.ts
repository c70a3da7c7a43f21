import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { well } from '../kills/faults.js';
import { startStage, type Stage } from '../kills/stage.js';
import { buildOnce } from '../support/build-once.js';

let folder: string;
let stage: Stage;

beforeAll(async () => {
  buildOnce();
  folder = await mkdtemp(join(tmpdir(), 'device-join-one-turn-'));
  stage = await startStage(folder, () => well);
});
afterAll(async () => {
  await stage.close();
  await rm(folder, { recursive: true, force: true });
});

it(`on Node ${process.versions.node} the built bot starts, answers a turn, and ends in order`, async () => {
  const bot = await stage.load();
  bot.go(0);
  await bot.ready();
  await stage.client.posts(stage.activities.message('ben', 'my quota'));
  const posted = JSON.stringify(stage.standIn.arrivals.map(({ activity }) => activity));
  expect(posted).toContain('18 of 20 places used');
  await bot.stop();
  expect(bot.endedByItself()).toBe(false);
});
