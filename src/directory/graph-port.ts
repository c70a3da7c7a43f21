import { Client, ResponseType, RetryHandler, RetryHandlerOptions } from '@microsoft/microsoft-graph-client';
import type { Context, GraphRequest, Middleware } from '@microsoft/microsoft-graph-client';
import { z } from 'zod';
import { callLimits, graphBudgetMs, maxJsonDepth } from '../limits.js';
import { fetchWithLimit } from '../runtime/fetch-with-limit.js';
import { AnswerTooLarge } from '../runtime/call-limit.js';
import { parseJson } from '../runtime/parse-json.js';
import { authenticationFor } from './authentication.js';
import { readBatch } from './batch.js';
import type { BatchRequest } from './batch.js';
import { reasonOfError, reasonOfStatus, retryAfterMs } from './graph-failure.js';
import type { GraphAnswer } from './graph-failure.js';
import type { TokenSource } from './token-source.js';
import { startTurn } from './turn.js';
import type { Turn } from './turn.js';
import { untilAborted } from '../runtime/with-timeout.js';

/**
 * How Graph answers a query: from the directory, or from its index, which may lag recent changes. What only the index can
 * answer also needs `$count=true` in the path (graph/aad-advanced-queries).
 */
export type QueryKind = 'plain' | 'advanced';

/** The little of Microsoft Graph that the directory needs. Nothing throws; paths are relative to v1.0 and encoded. */
export interface GraphPort {
  /** Starts the time budget in milliseconds that the following calls share; without one, what a turn of the conversation has. */
  turn(budgetMs?: number): Turn;
  /** `plain` unless said otherwise. */
  get(path: string, turn: Turn, kind?: QueryKind): Promise<GraphAnswer>;
  post(path: string, body: object, turn: Turn): Promise<GraphAnswer>;
  /** Writes: sent once, whatever comes of it. What was not answered may have happened. */
  patchOnce(path: string, body: object, turn: Turn): Promise<GraphAnswer>;
  deleteOnce(path: string, turn: Turn): Promise<GraphAnswer>;
  /** One `$batch` of at most 20; what failed for a passing reason is asked once more in a second one. */
  batch(requests: readonly BatchRequest[], turn: Turn): Promise<ReadonlyMap<string, GraphAnswer>>;
  /** Follows an `@odata.nextLink`, of the same kind as the first page; one that leads to another host is `invalid` and not followed. */
  nextPage(link: string, turn: Turn, kind?: QueryKind): Promise<GraphAnswer>;
}

export interface GraphPortOptions {
  /** Graph's root without version, as in GRAPH_BASE_URL. */
  readonly baseUrl: string;
  readonly token: TokenSource;
  readonly now: () => number;
  readonly fetch: typeof globalThis.fetch;
  /** Milliseconds for all requests of one turn, repeats and pauses included. */
  readonly budgetMs?: number;
  /** Milliseconds before a failed request is repeated when Graph names no time; outside of batches up to a second more. */
  readonly pauseMs?: number;
}

const usualPauseMs = 300;

/** Throws when the address is neither https nor loopback. */
export function createGraphPort(options: GraphPortOptions): GraphPort {
  const { baseUrl, token, now, fetch, budgetMs = graphBudgetMs, pauseMs = usualPauseMs } = options;
  const root = baseUrl.replace(/(?<!\/)\/+$/, '');
  const client = Client.initWithMiddleware({
    baseUrl: root,
    defaultVersion: 'v1.0',
    customHosts: new Set([new URL(root).hostname]),
    fetchOptions: { redirect: 'manual' },
    middleware: [
      authenticationFor(new URL(root), token),
      new RetryHandler(),
      sendingWith(fetchWithLimit(fetch, callLimits.graph)),
    ],
  });

  async function send(
    path: string,
    turn: Turn,
    call: (request: GraphRequest) => Promise<Response>,
    repeat = oneRetryWithin(turn, pauseMs, now),
  ): Promise<GraphAnswer> {
    const request = client
      .api(path)
      .responseType(ResponseType.RAW)
      .options({ signal: turn.signal })
      .middlewareOptions([repeat]);
    try {
      // The client's pauses do not listen to a signal.
      return await untilAborted(
        call(request).then((response) => readAnswer(response, now())),
        turn.signal,
      );
    } catch (error) {
      // Asked again it would be as large.
      if (error instanceof AnswerTooLarge) return { ok: false, reason: 'invalid' };
      if (turn.signal.aborted) return { ok: false, reason: 'timeout' };
      const reason = reasonOfError(error);
      return reason === 'unreachable' ? { ok: false, reason, retry: { afterMs: undefined } } : { ok: false, reason };
    }
  }

  const post = (path: string, body: object, turn: Turn): Promise<GraphAnswer> =>
    send(path, turn, (request) => request.post(body));

  return {
    turn: (ownMs = budgetMs) => startTurn(ownMs, now),
    get: (path, turn, kind) => send(path, turn, getting(kind)),
    post,
    patchOnce: (path, body, turn) => send(path, turn, (request) => request.patch(body), never),
    deleteOnce: (path, turn) => send(path, turn, (request) => request.delete(), never),
    batch: (requests, turn) => readBatch(requests, turn, { now, pauseMs, post: (body) => post('/$batch', body, turn) }),
    async nextPage(link, turn, kind) {
      const prefix = `${root}/v1.0/`;
      if (!link.toLowerCase().startsWith(prefix.toLowerCase())) return { ok: false, reason: 'invalid' };
      return send(link.slice(prefix.length), turn, getting(kind));
    },
  };
}

function getting(kind: QueryKind = 'plain') {
  return (request: GraphRequest): Promise<Response> =>
    (kind === 'advanced' ? request.header('ConsistencyLevel', 'eventual') : request).get();
}

function oneRetryWithin(turn: Turn, pauseMs: number, now: () => number): RetryHandlerOptions {
  return new RetryHandlerOptions(pauseMs / 1000, 1, (_seconds, _attempt, _request, _options, response) => {
    const wait = retryAfterMs(response.headers.get('Retry-After'), now()) ?? pauseMs;
    return wait < turn.remainingMs();
  });
}

const errorBody = z.object({ error: z.object({ code: z.string() }) });

const never = new RetryHandlerOptions(0, 0, () => false);

async function readAnswer(response: Response, now: number): Promise<GraphAnswer> {
  const text = await response.text();
  if (!response.ok) {
    const code = errorBody.safeParse(parsed(text)).data?.error.code;
    const afterMs = retryAfterMs(response.headers.get('Retry-After'), now);
    return {
      ok: false,
      reason: reasonOfStatus(response.status),
      ...(code !== undefined && { code }),
      ...(afterMs !== undefined && { afterMs }),
    };
  }
  try {
    return { ok: true, body: text === '' ? undefined : parseJson(text, maxJsonDepth) };
  } catch {
    return { ok: false, reason: 'invalid' };
  }
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return parseJson(text, maxJsonDepth);
  } catch {
    return undefined;
  }
}

/** The last of the chain. The client's own would take the global fetch. */
function sendingWith(fetch: typeof globalThis.fetch): Middleware {
  return {
    async execute(context: Context) {
      context.response = await fetch(context.request, context.options);
    },
  };
}
