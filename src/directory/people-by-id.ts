import { setTimeout as pause } from 'node:timers/promises';
import { maxBatchRequests } from '../limits.js';
import { literal } from './graph-path.js';
import type { GraphPort } from './graph-port.js';
import { parseAnswer } from './known.js';
import type { Person } from './model.js';
import { personSelect, readPeople } from './read-people.js';

/** Values that one `in` takes (concepts/filter-query-parameter: 15 expressions in one clause). */
const idsInFilter = 15;

/** Milliseconds for one batch, and how often what failed is asked for again, after pauses of one, two and four seconds. */
const budgetMs = 30_000;
const rounds = 4;
const firstPauseMs = 1_000;

/** The people behind object ids, 300 a request. Who is missing was deleted, or could not be read after some tries. */
export async function peopleById(
  ids: readonly string[],
  graph: GraphPort,
  pauseMs = firstPauseMs,
): Promise<ReadonlyMap<string, Person>> {
  const people = new Map<string, Person>();
  let asked: readonly string[] = [...new Set(ids)];
  for (let round = 0; round < rounds && asked.length > 0; round += 1) {
    if (round > 0) await pause(pauseMs * 2 ** (round - 1));
    const failed: string[] = [];
    for (const batch of chunks(asked, idsInFilter * maxBatchRequests)) {
      const parts = chunks(batch, idsInFilter);
      const answers = await graph.batch(
        parts.map((some, index) => ({ id: String(index), url: urlOf(some) })),
        graph.turn(budgetMs),
      );
      for (const [index, some] of parts.entries()) {
        const read = parseAnswer(answers.get(String(index)), readPeople);
        if ('reason' in read) failed.push(...some);
        else for (const person of read.value) people.set(person.id, person);
      }
    }
    asked = failed;
  }
  return people;
}

function urlOf(ids: readonly string[]): string {
  return `/users?$filter=id%20in%20(${ids.map(literal).join(',')})&${personSelect}&$top=${idsInFilter}`;
}

function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
