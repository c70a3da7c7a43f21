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
  /** Told of each kill as it happens. */
  readonly tell: (line: string) => void;
}

export interface Killed {
  readonly interrupted: readonly Interrupted[];
  /** Kills that hit an attempt of the outbox. */
  readonly amidAttempts: number;
  /** Loaded and not started; with the clock that is right for it. */
  readonly next: BotProcess;
  readonly aheadMs: number;
}

/** What had left the process has arrived after this time, in milliseconds. */
const underWayMs = 30;

/** Past every pause that the outbox makes, in milliseconds: at the last start everything that waits is due. */
const pastEveryPauseMs = 30 * 60_000;

/** Processes that load while one runs, so that the next one stands ready when it is killed. */
const loadedAhead = 2;

/** Starts the bot and kills it, that often. */
export async function killOftenWhileUsed({
  kills,
  draws,
  load,
  happenings,
  readCrash,
  now,
  tell,
}: KillerOptions): Promise<Killed> {
  const interrupted: Interrupted[] = [];
  let amidAttempts = 0;
  let aheadMs = 0;
  const loading: Promise<BotProcess>[] = [];
  let left = kills + 1;
  async function nextLoaded(): Promise<BotProcess> {
    for (; left > 0 && loading.length <= loadedAhead; left -= 1) loading.push(load());
    return loading.shift() as Promise<BotProcess>;
  }

  for (let kill = 1; kill <= kills; kill += 1) {
    const began = now();
    const bot = await nextLoaded();
    const loaded = now();
    const moment = drawMoment(draws);
    bot.go(aheadMs);
    if (moment.after !== 'start') await bot.ready();
    const ready = now();
    const happened = await momentComes(moment, happenings);
    const up = now() - ready;
    await bot.kill();
    await delay(underWayMs);
    const { attempts, posts } = readCrash(now(), aheadMs);
    interrupted.push(...posts);
    if (attempts > 0) amidAttempts += 1;
    tell(
      `${kill}. (loaded in ${loaded - began} ms, ready in ${ready - loaded} ms, up for ${up} ms) ${describeMoment(moment)}${happened ? '' : ' (in vain)'}; ${attempts} under way: ${posts.map(({ message }) => message.replaceAll(/\s+/g, ' ')).join(', ')}`,
    );
    aheadMs += moment.downMs;
  }
  return { interrupted, amidAttempts, next: await nextLoaded(), aheadMs: aheadMs + pastEveryPauseMs };
}
