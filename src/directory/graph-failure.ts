import type { UnknownReason } from '../troubleshooting/facts.js';

/**
 * What one Graph request came to. `body` is not checked yet; `retry` is there when a batch may ask again. `code` is Graph's own,
 * `afterMs` the pause in milliseconds that it asks for.
 */
export type GraphAnswer =
  | { readonly ok: true; readonly body: unknown }
  | {
      readonly ok: false;
      readonly reason: UnknownReason;
      readonly retry?: { readonly afterMs: number | undefined };
      readonly code?: string;
      readonly afterMs?: number;
    };

/** Why a status that is not 2xx leaves us without an answer (graph/errors). Redirects are never followed. */
export function reasonOfStatus(status: number): UnknownReason {
  if (status === 401 || status === 403) return 'forbidden';
  if (status === 404) return 'notFound';
  if (status === 429) return 'throttled';
  return status >= 500 ? 'unreachable' : 'invalid';
}

/**
 * Why a request that was thrown out of the client failed. The login service said no: forbidden. It, or Graph, was not
 * reached: unreachable. The client wraps what its middleware throws, and keeps the first error's name in `code`.
 */
export function reasonOfError(error: unknown): UnknownReason {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  const refused = /^(Aggregate)?Authentication/.test(String(code)) && !String(message).startsWith('network_error');
  return refused ? 'forbidden' : 'unreachable';
}

/** Reads `Retry-After`, seconds or an HTTP date (RFC 9110, 10.2.3); undefined when absent or not readable. `now` in epoch ms. */
export function retryAfterMs(header: string | null | undefined, now: number): number | undefined {
  if (header === null || header === undefined || header.trim() === '') return undefined;
  const seconds = Number(header);
  const ms = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1000;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

/** The answer for a status inside a `$batch`, where nothing but ourselves repeats a request. */
export function answerOfStatus(
  status: number,
  body: unknown,
  retryAfter: string | undefined,
  now: number,
): GraphAnswer {
  if (status >= 200 && status < 300) return { ok: true, body };
  const reason = reasonOfStatus(status);
  const passing = reason === 'throttled' || reason === 'unreachable';
  return passing ? { ok: false, reason, retry: { afterMs: retryAfterMs(retryAfter, now) } } : { ok: false, reason };
}
