import { AnswerTooLarge, type CallLimit } from './call-limit.js';

/**
 * The same `fetch`, but that an answer counts while it comes: beyond the limit reading it rejects with AnswerTooLarge and hangs up,
 * and so it does when the time is over, be it before the first byte or within the body. Whatever `signal` is given ends it as well.
 */
export function fetchWithLimit(fetch: typeof globalThis.fetch, { bytes, ms }: CallLimit): typeof globalThis.fetch {
  return async (from, how = {}) => {
    const inTime = AbortSignal.timeout(ms);
    // Whoever listens keeps it: `any` alone holds it weakly, and on Node 20 it may be collected and never fire.
    inTime.addEventListener('abort', () => undefined);
    const given = how.signal ?? (from instanceof Request ? from.signal : undefined);
    const response = await fetch(from, { ...how, signal: given ? AbortSignal.any([given, inTime]) : inTime });
    const { body, status, statusText, headers } = response;
    return body === null ? response : new Response(body.pipeThrough(counting(bytes)), { status, statusText, headers });
  };
}

/** An error in here cancels what it reads from, and so ends the connection. */
function counting(bytes: number): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let size = 0;
  return new TransformStream({
    transform(chunk, onward) {
      size += chunk.byteLength;
      if (size > bytes) onward.error(new AnswerTooLarge(bytes));
      else onward.enqueue(chunk);
    },
  });
}
