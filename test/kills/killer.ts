import { setTimeout as delay } from 'node:timers/promises';
import type { Interrupted } from './attempts.js';
import type { BotProcess } from './bot-process.js';
import type { Crash } from './kept-data.js';
import { describeMoment, drawMoment, momentComes, type Happenings } from './moments.js';
import type { Draws } from './random.js';

export interface KillerOptions {
  readonly kills: number;
  readonly draws: Draws;
  readonly load: () => Promise<BotProcess>;
  readonly happenings: Happenings;
  readonly readCrash: (killedAt: number, aheadMs: number) => Crash;
  readonly now: () => number;
}

export interface Killed {
  readonly interrupted: readonly Interrupted[];
  /** Kills that hit an attempt of the outbox. */
  readonly amidAttempts: number;
  /** One line for each kill. */
  readonly story: readonly string[];
  /** Loaded and not started; with the clock that is right for it. */
  readonly next: BotProcess;
  readonly aheadMs: number;
}

/** What had left the process has arrived after this time, in milliseconds. */
const underWayMs = 30;

/** Past every pause that the outbox makes, in milliseconds: at the last start everything that waits is due. */
const pastEveryPauseMs = 30 * 60_000;

/** Starts the bot and kills it, that often. The next process loads meanwhile and starts as soon as this one is gone. */
export async function killOftenWhileUsed({ kills, draws, load, happenings, readCrash, now }: KillerOptions): Promise<Killed> {
  const interrupted: Interrupted[] = [];
  const story: string[] = [];
  let amidAttempts = 0;
  let aheadMs = 0;
  let bot = await load();
  for (let kill = 1; kill <= kills; kill += 1) {
    const moment = drawMoment(draws);
    const loading = load();
    bot.go(aheadMs);
    if (moment.after !== 'start') await bot.ready();
    // People go on using this one while the next one loads, unless it is to die young.
    if (moment.after !== 'start' && moment.after !== 'ready') await loading;
    await momentComes(moment, happenings);
    await bot.kill();
    await delay(underWayMs);
    const { attempts, posts } = readCrash(now(), aheadMs);
    interrupted.push(...posts);
    if (attempts > 0) amidAttempts += 1;
    story.push(`${kill}. ${describeMoment(moment)}; ${attempts} under way: ${posts.map(({ message }) => message).join(', ')}`);
    aheadMs += moment.downMs;
    bot = await loading;
  }
  return { interrupted, amidAttempts, story, next: bot, aheadMs: aheadMs + pastEveryPauseMs };
}
