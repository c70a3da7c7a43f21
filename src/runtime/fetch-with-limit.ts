import { AnswerTooLarge, type CallLimit } from './call-limit.js';

/**
 * Wraps `fetch` so that an answer is counted as it arrives. Beyond the limit, reading rejects with AnswerTooLarge and the connection
 * closes; the same happens when time runs out, before the first byte or within the body. A `signal` of the caller still applies.
 */
export function fetchWithLimit(fetch: typeof globalThis.fetch, { bytes, ms }: CallLimit): typeof globalThis.fetch {
  return async (from, how = {}) => {
    const inTime = AbortSignal.timeout(ms);
    // A listener keeps the signal alive: `any` holds it weakly, and Node 20 may collect it before it fires.
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
