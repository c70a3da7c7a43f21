import { appendFileSync, mkdirSync } from 'node:fs';
import { join as pathOf } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startSimulatedGraph } from '../../src/demo/graph/start-simulated-graph.js';
import { chatOf, createActivities } from '../support/activities.js';
import { largeTenant } from '../support/large-tenant.js';
import { botEnvironment } from '../support/bot-environment.js';
import { createClient } from '../kills/client.js';
import type { Comparable } from '../kills/compare.js';
import { drawTreatment, well } from '../kills/faults.js';
import { startHelpdeskPeople } from '../kills/helpdesk-people.js';
import { drawsOf } from '../kills/random.js';
import { createRequester } from '../kills/requester.js';
import { startStandIn } from '../kills/stand-in.js';
import { createTyping } from '../kills/typed.js';
import { createAnswers, type Answers } from './answers.js';
import { disturb, type Disturbances, type Disturbed } from './disturb.js';
import type { SharedDatabase } from './databases.js';
import { createInstances } from './start-instances.js';

export interface PlayOptions extends Disturbances {
  readonly seed: number;
  /** For logs and the story of what happened. */
  readonly folder: string;
  readonly database: SharedDatabase;
  /** What each instance runs, in the order of their starts; undefined = the bot as it is built. */
  readonly scripts: readonly (string | undefined)[];
  /** Whether one of the scripts is the version before: it opens conversations without naming the tenant, which Teams then takes, and draws cards in its own way. */
  readonly besideBefore?: boolean;
  /** Milliseconds that people use the first instance before the others join it. */
  readonly firstAloneMs?: number;
  readonly people: number;
  /** Whether Teams fails now and then. */
  readonly faults: boolean;
  /** Requests that each person sends at least; they go on as long as something is disturbed. */
  readonly requestsEach: number;
  /** Share of what is typed or pressed that arrives twice. */
  readonly duplicates: number;
}

export interface Played extends Comparable, Disturbed {
  readonly answers: Answers;
  readonly endedByThemselves: readonly number[];
  /** Lines of the logs that tell of a statement which took too long. */
  readonly statementTimeouts: number;
}

/** How long the bots have for what is left when nothing disturbs them any more, in milliseconds: longer than a lease of the outbox and its pauses. */
const finishWithinMs = 240_000;

/** People use the instances while they are disturbed; then all of it is finished undisturbed, and handed over for comparison. */
export async function playInstances(options: PlayOptions): Promise<Played> {
  const {
    seed,
    folder,
    database,
    scripts,
    firstAloneMs = 0,
    besideBefore = false,
    people: count,
    requestsEach,
    duplicates,
  } = options;
  mkdirSync(folder, { recursive: true });
  const story = pathOf(folder, 'story.txt');
  let over = false;
  const treatments = drawsOf(seed, 'treatments');
  const copies = drawsOf(seed, 'copies');
  const tenant = largeTenant(new Date(), { people: count + 20, devices: count * 2 });
  const graph = await startSimulatedGraph({ tenant, now: () => new Date() });
  const standIn = await startStandIn(
    () => (over || !options.faults ? well : drawTreatment(treatments)),
    Date.now,
    !besideBefore,
  );
  const env = { ...botEnvironment(tenant, graph.url, database.url), WORKING_HOURS: 'Mon-Sun 00:00-24:00' };
  const places = drawsOf(seed, 'places');
  const instances = createInstances({ folder, env, random: () => places.between(0, 999_999) / 1_000_000 });
  const join = async (some: typeof scripts): Promise<void> => {
    for (const script of some) await instances.add(script);
  };
  try {
    await join(firstAloneMs > 0 ? scripts.slice(0, 1) : scripts);
    const answers = createAnswers();
    const client = createClient({ url: instances.url, onAnswered: answers.note });
    // Of what Teams delivers twice the second may come to another instance, at the same moment.
    const twice = {
      ...client,
      posts: async (activity: Parameters<typeof client.posts>[0]) =>
        (
          await Promise.all([client.posts(activity), ...(copies.chance(duplicates) ? [client.posts(activity)] : [])])
        )[0],
    };
    const activities = createActivities(tenant, standIn.url);
    const typed = createTyping();
    const shared = { tenant, activities, client: twice, standIn, typed, isOver: () => over };
    const helpdesk = startHelpdeskPeople({ ...shared, seed });
    const keys = tenant.people.map(({ key }) => key).filter((key) => key.startsWith('person'));
    const sent: { readonly note: string; readonly ticketNumber: number }[] = [];
    const asking = keys.slice(0, count).map((key) => createRequester({ ...shared, key, draws: drawsOf(seed, key) }));

    const now = { disturbing: true };
    const asksForHelp = async (requester: (typeof asking)[number], index: number): Promise<void> => {
      const draws = drawsOf(seed, `pauses of ${index}`);
      for (let problem = 1; problem <= requestsEach || now.disturbing; problem += 1) {
        await delay(draws.between(0, 1_500));
        const told = await requester.handsOver(`Problem ${problem} of ${index}`);
        sent.push(told);
        const ended = await requester.lives(told.ticketNumber);
        if (!ended || helpdesk.hasBegun(told.ticketNumber)) await helpdesk.finished(told.ticketNumber);
      }
      await requester.settled();
    };
    const everybody = Promise.all(asking.map(asksForHelp));
    async function happens(): Promise<Disturbed> {
      await delay(firstAloneMs);
      if (firstAloneMs > 0) await join(scripts.slice(1));
      return disturb({
        ...options,
        draws: drawsOf(seed, 'disturbances'),
        instances,
        tell: (line) => appendFileSync(story, `${line}\n`),
      });
    }
    const happening = happens();
    const disturbed = await Promise.race([happening, everybody.then(() => happening)]);
    now.disturbing = false;
    await Promise.race([everybody, delay(finishWithinMs)]);
    over = true;
    const deadline = performance.now() + finishWithinMs;
    let kept = await database.kept();
    while (kept.outbox.length > 0 && performance.now() < deadline) {
      await delay(250);
      kept = await database.kept();
    }
    const endedByThemselves = instances.endedByThemselves();
    await instances.stop();
    kept = await database.kept();
    const idOf = new Map(tenant.people.map(({ key, id }) => [chatOf(key), id]));
    return {
      sent,
      done: [helpdesk, ...asking].flatMap((each) => each.done),
      refused: [helpdesk, ...asking].flatMap((each) => each.refused),
      read: asking.flatMap((each) => each.read),
      arrivals: standIn.arrivals,
      kept,
      drawnAlike: !besideBefore,
      personIn: (conversationId) => idOf.get(conversationId) ?? '',
      ...disturbed,
      answers,
      endedByThemselves,
      statementTimeouts: instances.log().match(/statement timeout|No answer within \d+ ms/g)?.length ?? 0,
    };
  } finally {
    over = true;
    await instances.close();
    await Promise.all([standIn.close(), graph.close()]);
  }
}
