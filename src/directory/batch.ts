import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { answerOfStatus } from './graph-failure.js';
import type { GraphAnswer } from './graph-failure.js';
import type { Turn } from './turn.js';

/** One GET inside a `$batch`. `url` is relative to the version and encoded; `advanced` as in `QueryKind`. */
export interface BatchRequest {
  readonly id: string;
  readonly url: string;
  readonly advanced?: true;
}

interface BatchOptions {
  readonly now: () => number;
  /** Milliseconds before asking again when Graph names no time. */
  readonly pauseMs: number;
  readonly post: (body: object) => Promise<GraphAnswer>;
}

const batchBody = z.object({ responses: z.array(z.unknown()) });

const innerResponse = z.object({
  id: z.string(),
  status: z.number(),
  headers: z.record(z.string(), z.unknown()).nullish(),
  body: z.unknown(),
});

/** The answer to each request by its id. Those that may succeed later are asked again, once, if the turn has the time. */
export async function readBatch(
  requests: readonly BatchRequest[],
  turn: Turn,
  options: BatchOptions,
): Promise<ReadonlyMap<string, GraphAnswer>> {
  const first = await readOnce(requests, options);
  const waits = new Map<string, number>();
  for (const [id, answer] of first) {
    const wait = answer.ok || !answer.retry ? Infinity : (answer.retry.afterMs ?? options.pauseMs);
    if (wait < turn.remainingMs()) waits.set(id, wait);
  }
  if (waits.size === 0) return first;

  try {
    await pause(Math.max(...waits.values()), undefined, { signal: turn.signal });
  } catch {
    return first; // the turn ended during the pause: what the first batch said stands
  }
  const second = await readOnce(
    requests.filter(({ id }) => waits.has(id)),
    options,
  );
  // A second answer is the better one, unless there was no time for it.
  return new Map([...first, ...[...second].filter(([, answer]) => answer.ok || answer.reason !== 'timeout')]);
}

async function readOnce(
  requests: readonly BatchRequest[],
  { now, post }: BatchOptions,
): Promise<Map<string, GraphAnswer>> {
  const outer = await post({ requests: requests.map(inner) });
  const answers = new Map<string, GraphAnswer>(
    requests.map(({ id }) => [id, outer.ok ? { ok: false, reason: 'invalid' } : outer]),
  );
  const body = batchBody.safeParse(outer.ok ? outer.body : undefined);
  for (const part of body.data?.responses ?? []) {
    const inner = innerResponse.safeParse(part).data;
    if (inner && answers.has(inner.id)) {
      answers.set(inner.id, answerOfStatus(inner.status, inner.body, retryAfter(inner.headers), now()));
    }
  }
  return answers;
}

/** Each request inside has its own headers (graph/json-batching). */
function inner({ id, url, advanced }: BatchRequest): object {
  return { id, method: 'GET', url, ...(advanced && { headers: { ConsistencyLevel: 'eventual' } }) };
}

function retryAfter(headers: Readonly<Record<string, unknown>> | null | undefined): string | undefined {
  const header = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'retry-after');
  return header && String(header[1]);
}
