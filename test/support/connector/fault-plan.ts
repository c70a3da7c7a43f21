import { carriesMessage, type ConnectorRequest } from './connector-request.js';
import type { Refusal } from './refusals.js';

/**
 * Something that Teams, or the way to it, does wrong. `match`: which requests, by default all that carry a message. `times` is how
 * often it happens before it is used up, `forMs` how long after it happened first, by the connector's clock; without either, always.
 * `on`: only what comes over a new connection, or over one that carried another request before.
 */
export type ConnectorFault = {
  readonly match?: (request: ConnectorRequest) => boolean;
  readonly times?: number;
  readonly forMs?: number;
  readonly on?: 'new' | 'reused';
} & ConnectorFaultKind;

/**
 * `refusal`: Teams takes nothing and says so, `retryAfter` in seconds. `resetUnread`: the connection is reset before the request was
 * read, so that `match` sees no body. `resetTaken`: it is reset, the message stands there. `hang`: no answer comes.
 */
export type ConnectorFaultKind =
  | { readonly kind: 'refusal'; readonly refusal: Refusal; readonly retryAfter?: string }
  | { readonly kind: 'resetUnread' | 'resetTaken' }
  | { readonly kind: 'hang'; readonly taken: boolean };

export interface ConnectorFaultPlan {
  /** Replaces the plan. */
  set(...faults: readonly ConnectorFault[]): void;
  clear(): void;
  /** How often a fault happened since the plan was set. */
  readonly happened: number;
  /** The first fault that fits the request; taking it counts against its `times`. */
  take(request: ConnectorRequest, connection: 'new' | 'reused', read: boolean): ConnectorFault | undefined;
}

export function createConnectorFaultPlan(now: () => number): ConnectorFaultPlan {
  let plan: { readonly fault: ConnectorFault; left: number; until: number | undefined }[] = [];
  let happened = 0;
  return {
    set(...faults) {
      plan = faults.map((fault) => ({ fault, left: fault.times ?? Infinity, until: undefined }));
      happened = 0;
    },
    clear() {
      plan = [];
    },
    get happened() {
      return happened;
    },
    take(request, connection, read) {
      const entry = plan.find(
        ({ fault, left, until = Infinity }) =>
          left > 0 &&
          now() < until &&
          (fault.kind === 'resetUnread') !== read &&
          (fault.on === undefined || fault.on === connection) &&
          (fault.match ?? carriesMessage)(request),
      );
      if (entry === undefined) return undefined;
      entry.left -= 1;
      if (entry.fault.forMs !== undefined) entry.until ??= now() + entry.fault.forMs;
      happened += 1;
      return entry.fault;
    },
  };
}
