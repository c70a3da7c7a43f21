import type { GraphRequest } from './graph-request.js';

/**
 * Something that goes wrong. `match` is a test of the request, or a pattern for its path without version and query.
 * `times` is how often it happens before it is used up; without it, always. A `status` may carry Retry-After in seconds.
 * `limitedInformation` answers objects with `@odata.type` and `id`, the other selected properties null; `nulls` answers
 * every selected property null; `garbage` is a 200 with HTML; `drop` cuts the connection, `hang` never answers.
 * Inside a `$batch` a status is the inner one, while delay, hang and drop hit the whole batch.
 */
export type Fault = {
  readonly match: RegExp | ((request: GraphRequest) => boolean);
  readonly times?: number;
} & FaultKind;

export type FaultKind =
  | { readonly kind: 'status'; readonly status: 403 | 429 | 500 | 503 | 504; readonly retryAfter?: number }
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'hang' }
  | { readonly kind: 'limitedInformation' }
  | { readonly kind: 'nulls' }
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
  return {
    set(faults) {
      plan = faults.map((fault) => ({ fault, left: fault.times ?? Infinity }));
    },
    clear() {
      plan = [];
    },
    take(request) {
      const entry = plan.find(({ fault, left }) => left > 0 && fits(fault.match, request));
      if (entry === undefined) return undefined;
      entry.left -= 1;
      return entry.fault;
    },
  };
}

function fits(match: Fault['match'], request: GraphRequest): boolean {
  return typeof match === 'function' ? match(request) : request.path.search(match) >= 0;
}
