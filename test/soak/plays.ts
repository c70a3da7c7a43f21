import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { sumsOf } from '../kills/checks/messages.js';
import { compare } from '../kills/compare.js';
import type { SharedDatabase } from './databases.js';
import type { Disturbances } from './disturb.js';
import { playInstances, type Played, type PlayOptions } from './play-instances.js';
import { seed, tell } from './size.js';

export const undisturbed: Disturbances = { kills: 0, terminations: 0, interruptions: 0, interruptedMs: 0 };

/** Plays, prints the figures, and fails with everything that is wrong; what could explain it is kept then. */
export async function plays(
  name: string,
  open: (folder: string) => Promise<SharedDatabase>,
  options: Omit<PlayOptions, 'seed' | 'folder' | 'database' | 'duplicates'>,
): Promise<Played> {
  const folder = await mkdtemp(join(tmpdir(), 'device-join-soak-'));
  const again = `Again: SOAK_SEED=${seed}. Logs, story and recording: ${folder}`;
  const began = performance.now();
  const database = await open(folder);
  const played = await playInstances({ ...options, seed, folder, database, duplicates: 0.05 })
    .catch((error: unknown) => {
      throw new Error(again, { cause: error });
    })
    .finally(database.close);
  const { problems, posted } = compare(played);
  const { answers, kept, connections, recoveries, statementTimeouts, endedByThemselves } = played;
  const wrong = {
    problems,
    answers: answers.wrong,
    endedByThemselves,
    statuses: [...answers.statuses].filter(([status]) => status !== 200),
  };
  if (Object.values(wrong).some((each) => each.length > 0))
    await writeFile(join(folder, 'recording.json'), JSON.stringify(played, undefined, 1));
  const sums = sumsOf(posted);
  const answered = [...answers.statuses].map(([status, times]) => `${times} × ${status}`).join(', ');
  tell(
    `${name}: ${options.people} people, ${kept.tickets.length} tickets, ${sums.messages} messages, ${sums.copies} second copies (${Math.max(0, sums.copies - sums.marked)} without "(again)"), ` +
      `answers ${answered} (${answers.sentences()} presses with a sentence), ${options.kills} kills, ${connections} connections ended, ` +
      `recovered within ${recoveries.join(', ') || '–'} ms, ${statementTimeouts} statement timeouts; ${Math.round((performance.now() - began) / 1_000)} s`,
  );
  expect(wrong, again).toEqual({ problems: [], answers: [], endedByThemselves: [], statuses: [] });
  // A run in which nothing happened would prove nothing.
  expect(kept.tickets.length).toBeGreaterThanOrEqual(options.people);
  await rm(folder, { recursive: true, force: true });
  return played;
}
