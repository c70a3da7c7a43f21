import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { buildOnce } from '../support/build-once.js';
import { chatOf } from '../support/activities.js';
import { buttonOf, cardOf } from './buttons.js';
import { well, type Outcome, type Treatment } from './faults.js';
import { startStage, type Stage } from './stage.js';
import { standing } from './stand-in.js';

/** The process is killed while its answer is on the way to Teams: the step was saved before. */
let folder: string;
let stage: Stage;
let treatment: Treatment;

beforeAll(buildOnce);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'device-join-answer-'));
  treatment = well;
  stage = await startStage(folder, () => treatment);
});
afterEach(async () => {
  await stage.close();
  await rm(folder, { recursive: true, force: true });
});

async function starts() {
  const bot = await stage.load();
  bot.go(0);
  await bot.ready();
  return bot;
}

const says = (text: string) => stage.client.posts(stage.activities.message('ada', text));
const lastCard = () =>
  cardOf(
    standing(stage.standIn.arrivals).findLast(({ conversationId }) => conversationId === chatOf('ada'))?.activity ?? {},
  );

it.each<[string, Outcome]>([
  ['before Teams took it', 'failedBefore'],
  ['after Teams took it', 'failedAfter'],
])('%s: the next word and the next press show where one is', { timeout: 120_000 }, async (_when, outcome) => {
  const bot = await starts();
  await says('troubleshoot');
  const before = buttonOf(lastCard(), 'choose:win7') ?? {};
  treatment = { outcome, pauseMs: 3_000, retryAfter: 0 };
  const arrived = once(stage.standIn.events, 'arrived');
  const answered = says('1');
  await arrived;
  await bot.kill();
  treatment = well;
  await starts();
  await answered;
  const pressed = await stage.client.posts(stage.activities.press('ada', 'walk', before));
  expect(JSON.stringify(pressed)).toContain('Step 2');
  await says('troubleshoot');
  expect(JSON.stringify(lastCard())).toContain('Step 2');
});
