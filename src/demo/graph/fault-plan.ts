import type { GraphRequest } from './graph-request.js';

/**
 * Something that goes wrong. `match` is a test of the request, or a pattern for its path without version and query.
 * `times` is how often it happens before it is used up; without it, always. A `status` may carry Retry-After in seconds.
 * `expiredPageToken`: as Graph refuses the link of a page that was asked for too late. `limitedInformation` answers objects with `@odata.type` and `id`, the other selected properties null; `nulls` answers
 * every selected property null; `hiddenMembership` answers as though the membership of every group were hidden; `garbage` is a 200 with HTML; `drop` cuts the connection, `hang` never answers.
 * Inside a `$batch` a status is the inner one, while delay, hang and drop hit the whole batch.
 */
export type Fault = {
  readonly match: RegExp | ((request: GraphRequest) => boolean);
  readonly times?: number;
  /** From 0 to 1: how many of the requests that fit it hits, by chance, but each run the same ones in the same order. */
  readonly share?: number;
} & FaultKind;

export type FaultKind =
  | { readonly kind: 'status'; readonly status: 400 | 403 | 429 | 500 | 503 | 504; readonly retryAfter?: number }
  | { readonly kind: 'expiredPageToken' }
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'hang' }
  | { readonly kind: 'limitedInformation' }
  | { readonly kind: 'nulls' }
  | { readonly kind: 'hiddenMembership' }
  | { readonly kind: 'garbage' }
  | { readonly kind: 'drop' };

export interface FaultPlan {
  /** Replaces the plan. */
  set(faults: readonly Fault[]): void;
  clear(): void;
  /** The first fault that fits the request; taking it counts against its `times`. */
  take(request: GraphRequest): Fault | undefined;
}

export function createFaultPlan(): FaultPlan {
  let plan: { readonly fault: Fault; left: number }[] = [];
  const random = seeded(20_260_504);
  return {
    set(faults) {
      plan = faults.map((fault) => ({ fault, left: fault.times ?? Infinity }));
    },
    clear() {
      plan = [];
    },
    take(request) {
      const entry = plan.find(
        ({ fault, left }) =>
          left > 0 && fits(fault.match, request) && (fault.share === undefined || random() < fault.share),
      );
      if (entry === undefined) return undefined;
      entry.left -= 1;
      return entry.fault;
    },
  };
}

function fits(match: Fault['match'], request: GraphRequest): boolean {
  return typeof match === 'function' ? match(request) : request.path.search(match) >= 0;
}

/** Numbers from 0 to 1 that are the same in each run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
