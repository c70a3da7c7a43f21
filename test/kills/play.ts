import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chatOf } from '../support/activities.js';
import type { Interrupted } from './attempts.js';
import type { Done, Sent } from './checks/tickets.js';
import { drawTreatment, well } from './faults.js';
import { startHelpdeskPeople } from './helpdesk-people.js';
import { createCrashReader, readKeptData, type KeptData } from './kept-data.js';
import { killOftenWhileUsed } from './killer.js';
import { happeningsOf } from './moments.js';
import { drawsOf } from './random.js';
import { createRequester } from './requester.js';
import { startStage } from './stage.js';
import type { Arrival } from './stand-in.js';
import { createTyping } from './typed.js';

export interface PlayOptions {
  readonly kills: number;
  readonly seed: number;
  /** For the database, the bot's log and the story of the kills, a line each. */
  readonly folder: string;
}

export interface Played {
  readonly sent: readonly Sent[];
  readonly done: readonly Done[];
  readonly refused: readonly Done[];
  /** The cards that requesters had in answer. */
  readonly read: readonly unknown[];
  readonly arrivals: readonly Arrival[];
  readonly interrupted: readonly Interrupted[];
  readonly kept: KeptData;
  readonly amidAttempts: number;
  readonly personIn: (conversationId: string) => string;
}

const requesters = ['ben', 'carla', 'dmitri', 'eva', 'grace', 'henry'];

/** How long the bot has for what is left when nothing disturbs it any more, in milliseconds. */
const finishWithinMs = 120_000;

/** Kills the bot that often while people use it, lets it finish undisturbed, and hands over all that can be compared. */
export async function play({ kills, seed, folder }: PlayOptions): Promise<Played> {
  let over = false;
  const treatments = drawsOf(seed, 'treatments');
  const stage = await startStage(folder, () => (over ? well : drawTreatment(treatments)));
  const { tenant, standIn, client, database } = stage;
  const typed = createTyping();
  const isOver = () => over;
  const helpdesk = startHelpdeskPeople({ ...stage, seed, typed, isOver });
  const asking: ReturnType<typeof createRequester>[] = [];
  const sent: Sent[] = [];

  async function asksForHelp(key: string): Promise<void> {
    const draws = drawsOf(seed, key);
    const requester = createRequester({ ...stage, key, draws, typed, isOver });
    asking.push(requester);
    for (let problem = 1; !over; problem += 1) {
      await delay(draws.between(0, 1_500));
      const told = await requester.handsOver(`Problem ${problem} of ${key}`);
      sent.push(told);
      const ended = await requester.lives(told.ticketNumber);
      // What ended before its card was posted never comes to the helpdesk.
      if (!ended || helpdesk.hasBegun(told.ticketNumber)) await helpdesk.finished(told.ticketNumber);
    }
    await requester.settled();
  }

  try {
    const people = Promise.all(requesters.map(asksForHelp));
    const killing = killOftenWhileUsed({
      kills,
      draws: drawsOf(seed, 'kills'),
      load: stage.load,
      happenings: happeningsOf(client, standIn),
      readCrash: createCrashReader(database),
      now: Date.now,
      tell: (line) => appendFileSync(join(folder, 'story.txt'), `${line}\n`),
    });
    const { next: bot, aheadMs, ...killed } = await firstToFail(killing, people);
    over = true;
    bot.go(aheadMs);
    await bot.ready();
    const deadline = performance.now() + finishWithinMs;
    // Whoever waits for a card that was lost would wait for ever; the comparison says what is missing.
    await Promise.race([people, delay(finishWithinMs)]);
    while (readKeptData(database).outbox.length > 0 && performance.now() < deadline) await delay(200);
    await bot.stop();
    const personIn = (conversationId: string) =>
      tenant.people.find(({ key }) => chatOf(key) === conversationId)?.id ?? '';
    const done = [helpdesk, ...asking].flatMap((each) => each.done);
    const refused = [helpdesk, ...asking].flatMap((each) => each.refused);
    const read = asking.flatMap((each) => each.read);
    return { sent, done, refused, read, arrivals: standIn.arrivals, kept: readKeptData(database), personIn, ...killed };
  } finally {
    over = true;
    await stage.close();
  }
}

/** What comes of the first; a failure of either ends the wait at once. */
async function firstToFail<T>(work: Promise<T>, beside: Promise<unknown>): Promise<T> {
  return Promise.race([work, beside.then(() => new Promise<never>(() => undefined))]);
}
