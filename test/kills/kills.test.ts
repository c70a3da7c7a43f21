import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { buildOnce } from '../support/build-once.js';
import { sumsOf } from './checks/messages.js';
import { compare } from './compare.js';
import { play } from './play.js';
import { reportsAWholeTenant } from './report-at-size.js';

const kills = Number(process.env['KILLS'] || 6);
const seed = Number(process.env['KILLS_SEED'] || 20_260_504);

/** What a kill and the start after it may take on a machine that is busy with other things, and what comes before and after. */
const timeoutMs = kills * 20_000 + 240_000;

beforeAll(buildOnce);

it(
  `no ticket and no message is lost, doubled unmarked or out of order when the process is killed ${kills} times (seed ${seed})`,
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'device-join-kills-'));
    const again = `Again: KILLS=${kills} KILLS_SEED=${seed} npm run kills. Database, log, story and recording: ${folder}`;
    const began = performance.now();
    const played = await play({ kills, seed, folder }).catch((error: unknown) => {
      throw new Error(again, { cause: error });
    });
    const { problems, posted } = compare(played);
    if (problems.length > 0) await writeFile(join(folder, 'recording.json'), JSON.stringify(played, undefined, 1));
    expect(problems, again).toEqual([]);

    const sums = sumsOf(posted);
    const moves = played.kept.tickets.reduce((total, { ticket }) => total + ticket.moves.length, 0);
    process.stdout.write(
      `${kills} kills, ${played.amidAttempts} of them amid an attempt; ${played.kept.tickets.length} tickets, ${moves} moves, ${sums.messages} messages, ` +
        `${sums.copies} second copies, ${sums.marked} marks, ${sums.unresolved} unresolved attempts; ${Math.round((performance.now() - began) / 1_000)} s\n`,
    );
    // A run in which nothing happened would prove nothing.
    expect(sums.messages).toBeGreaterThan(kills / 2);
    await rm(folder, { recursive: true, force: true });
  },
  timeoutMs,
);

reportsAWholeTenant();
