import { noTokenCode } from '../authentication/credentials.js';
import type { Attempt } from '../../helpdesk/ports.js';
import { minuteMs } from '../../runtime/durations.js';

/** Wait in milliseconds when Teams names none; the outbox makes it longer each time. */
const waitMs = 5_000;

/** Milliseconds until a tenant that has switched the app off is asked again. An administrator changes that, and not soon. */
const switchedOffMs = 15 * minuteMs;

/** The longest window that Teams counts in, in seconds (learn: bots/how-to/rate-limit); more than that is nonsense. */
const longestNamedSeconds = 3_600;

/** Errors before a connection stood: Teams cannot have taken anything. */
const neverArrived = [noTokenCode, 'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

interface Failure {
  readonly statusCode?: number;
  readonly code?: string;
  readonly message?: string;
  readonly response?: { readonly headers?: { get?(name: string): string | undefined } };
  readonly cause?: { readonly code?: string };
}

/**
 * What a failed attempt means. 429 and 412 were not taken; 5xx and lost connections may have been. 403 and 404 say that it never will
 * be (app removed, bot blocked, message deleted), but now and then pass (msteams-docs#9425, #6139, botbuilder-js#4722): who sends
 * asks again before it is believed. Never gone by `BotDisabledByAdmin`, which an administrator can take back, nor by `BadArgument`.
 * Any other 4xx would fail again. `thread`: below a message, which can be gone as the one to update can.
 */
export function judgeFailure(error: unknown, kind: 'post' | 'update' | 'thread'): Attempt {
  const failure = (error ?? {}) as Failure;
  const { statusCode } = failure;
  const code = failure.code ?? failure.cause?.code;
  const reason =
    `${[statusCode, code].filter((each) => each !== undefined).join(' ') || 'error'}: ${failure.message ?? String(error)}`.slice(
      0,
      500,
    );
  if (statusCode === undefined) {
    return code !== undefined && neverArrived.includes(code)
      ? { kind: 'retry', afterMs: waitMs, reason }
      : { kind: 'unknown', afterMs: waitMs, reason };
  }
  if (statusCode === 429 || statusCode === 412)
    return { kind: 'retry', afterMs: retryAfterMs(failure) ?? waitMs, reason };
  if (statusCode >= 500 || statusCode === 408)
    return { kind: 'unknown', afterMs: retryAfterMs(failure) ?? waitMs, reason };
  if ((statusCode !== 403 && statusCode !== 404) || code === 'BadArgument') return { kind: 'park', reason };
  if (code === 'BotDisabledByAdmin') return { kind: 'retry', afterMs: switchedOffMs, reason };
  return kind === 'post' ? { kind: 'park', mayPass: true, reason } : { kind: 'gone', reason };
}

function retryAfterMs({ response }: Failure): number | undefined {
  const seconds = Number(response?.headers?.get?.('retry-after'));
  return seconds > 0 && seconds <= longestNamedSeconds ? seconds * 1_000 : undefined;
}
