import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { freePort } from '../../src/demo/free-port.js';
import { startSimulatedGraph } from '../../src/demo/graph/start-simulated-graph.js';
import { post } from '../bench/load/generate-load.js';
import { startSink } from '../bench/load/sink.js';
import { loadBot } from '../kills/bot-process.js';
import { drawsOf, type Draws } from '../kills/random.js';
import { createActivities, htmlCopy, mention, uploaded, type Sent } from '../support/activities.js';
import { buildOnce } from '../support/build-once.js';
import { botEnvironment } from '../support/bot-environment.js';
import { largeTenant } from '../support/large-tenant.js';
import { createAnswers } from './answers.js';
import { mutate } from './mutate.js';
import { seed, size, tell } from './size.js';

const count = size(1_500, 100_000);
/** After so many activities the memory is looked at. */
const looks = [count / 5, (count * 3) / 5, count];
/** Bytes by which the memory may be larger after the last two fifths. */
const mostGrowth = 40_000_000;
const atOnce = 16;
const people = 3_000;

/** What an answer over HTTP may be: taken, or refused at the door. */
const statuses = [200, 400, 401, 403, 413, 415];

beforeAll(buildOnce);

it(
  `a bot that is sent ${count} activities with something wrong in each answers or refuses every one, and goes on (seed ${seed})`,
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'device-join-fuzz-'));
    const tenant = largeTenant(new Date(), { people, devices: people });
    const graph = await startSimulatedGraph({ tenant, now: () => new Date() });
    const sink = await startSink();
    const port = await freePort(0);
    const env = { ...botEnvironment(tenant, graph.url, `sqlite:${join(folder, 'assistant.db')}`), LOG_LEVEL: 'error' };
    const bot = await loadBot({ folder, port, env });
    bot.go(0);
    await bot.ready();
    const url = `http://127.0.0.1:${port}`;
    const answers = createAnswers();
    const activities = createActivities(tenant, sink.url);
    const keys = tenant.people.map(({ key }) => key);
    const draws = drawsOf(seed, 'fuzz');
    const memory: number[] = [];
    const recent: unknown[] = [];

    let sent = 0;
    async function sendSome(): Promise<void> {
      while (sent < (looks[memory.length] ?? 0)) {
        sent += 1;
        const activity = spoil(anActivity(activities, draws.pick(keys), draws), draws) as Sent;
        recent.push(activity);
        if (recent.length > 100) recent.shift();
        const { status, body } = await post(url, activity);
        const answered: Partial<Sent> = typeof activity === 'object' && activity !== null ? activity : {};
        // A press without its name or its value is another invoke: only whole ones have to be answered with a card or a sentence.
        answers.note({ ...answered, name: '' } as unknown as Sent, status, body);
      }
    }
    try {
      while (memory.length < looks.length) {
        await Promise.all(Array.from({ length: atOnce }, sendSome));
        memory.push(bot.memory());
      }
      const unexpected = [...answers.statuses].filter(([status]) => !statuses.includes(status));
      const told = [...answers.statuses].map(([status, times]) => `${times} × ${status}`).join(', ');
      const failures = (await readFile(join(folder, 'bot.log'), 'utf8'))
        .split('\n')
        .filter((line) => line.includes('"error"'));
      tell(
        `Fuzzed: ${sent} activities, answers ${told}, memory after ${memory.map((bytes, look) => `${looks[look]}: ${Math.round(bytes / 1_000_000)} MB`).join(', ')}; ${failures.length} failures in the log`,
      );
      if (unexpected.length > 0 || answers.wrong.length > 0 || failures.length > 0)
        await writeFile(join(folder, 'recent.json'), JSON.stringify(recent, undefined, 1));
      expect(
        { unexpected, wrong: answers.wrong.slice(0, 5), ended: bot.endedByItself(), failures: failures.slice(0, 3) },
        `Log and last activities: ${folder}`,
      ).toEqual({ unexpected: [], wrong: [], ended: false, failures: [] });
      // What is kept of each would add up: a kilobyte of each activity would be more than this in the long form.
      expect((memory.at(-1) ?? 0) - (memory.at(-2) ?? 0)).toBeLessThan(mostGrowth);
      // Somebody who does nothing wrong is answered as ever.
      await post(url, activities.message('ada', 'start over'));
      await post(url, activities.message('ada', 'help'));
      expect(JSON.stringify(sink.last('a:chat-ada'))).toContain('What you can type here');
      await rm(folder, { recursive: true, force: true });
    } finally {
      await bot.kill();
      await Promise.all([sink.close(), graph.close()]);
    }
  },
  size(180_000, 3_600_000),
);

const said = [
  "my pc won't join",
  'help',
  'my devices',
  'talk to a person',
  'windows 11',
  'quota ben okafor, kim larsen',
  'devices kim',
  'device PC-0300',
  'tickets older 24',
  'ticket 1001',
  'known issue all until 2 hours: down',
  'audit 7',
  'AzureAdJoined : NO DomainJoined : YES Client ErrorCode : 0x801c001d',
  'event 304',
  '0x801c03f2',
];

/** What says something; the rest around it says from whom, and is refused at the door when it is wrong. */
const contents = ['text', 'value', 'attachments', 'entities', 'channelData', 'membersAdded'];
const inContentsShare = 0.7;

/** One to three places of it are wrong. */
function spoil(activity: Sent, draws: Draws): unknown {
  let spoilt: unknown = activity;
  for (let left = draws.between(1, 3); left > 0; left -= 1) {
    const names = contents.filter((name) => name in activity);
    if (names.length === 0 || !draws.chance(inContentsShare) || typeof spoilt !== 'object' || spoilt === null)
      spoilt = mutate(spoilt, draws);
    else {
      const name = draws.pick(names);
      spoilt = { ...spoilt, [name]: mutate((spoilt as Readonly<Record<string, unknown>>)[name], draws) };
    }
  }
  return spoilt;
}

/** One that Teams would send, of whatever kind. */
function anActivity(activities: ReturnType<typeof createActivities>, key: string, draws: Draws): Sent {
  const words = draws.pick(said);
  const session = {
    sessionId: '00000000-0000-4000-8000-000000000000',
    step: draws.between(0, 9),
    option: draws.pick(['choose:current', 'back', 'send', 'review', 'fixed']),
  };
  return draws.pick<() => Sent>([
    () => activities.message(key, words),
    () => activities.message(key, words, { attachments: [htmlCopy(`<div><p>${words}</p><pre>${words}</pre></div>`)] }),
    () =>
      activities.message(key, words, {
        attachments: [uploaded('status.txt', 'https://contoso-my.sharepoint.com/status.txt')],
      }),
    () => activities.message(key, `quota <at>Kim</at>`, { entities: [mention('29:kim', 'Kim')] }),
    () => activities.inChannel(key, words),
    () => activities.press(key, 'walk', session),
    () =>
      activities.press(key, 'ticket', {
        ticketNumber: 1_001,
        step: 0,
        option: draws.pick(['claim', 'reply', 'sendReply', 'resolve']),
        text: words,
      }),
    () => activities.press(key, 'request', { ticketNumber: 1_001, step: 0, option: 'show' }),
    () => activities.press(key, 'tickets', { filter: 'open', page: 0 }),
    () => activities.press(key, 'lookUp', { pcName: 'PC-0142' }),
    () => activities.press(key, 'say', { words }),
    () => activities.press(key, 'admin', { option: draws.pick(['report', 'clean', 'examine']), id: '1' }),
    () => activities.submit(key, { verb: 'walk', ...session }),
    () =>
      activities.invoke(key, 'fileConsent/invoke', {
        type: 'fileUpload',
        action: 'accept',
        context: { kind: 'audit' },
        uploadInfo: { uploadUrl: 'https://contoso-my.sharepoint.com/up', name: 'a.csv' },
      }),
    () =>
      activities.invoke(
        key,
        draws.pick(['task/fetch', 'signin/verifyState', 'composeExtension/query', 'config/fetch']),
      ),
    () => activities.installed(key),
    () => activities.membersAdded(key),
  ])();
}
