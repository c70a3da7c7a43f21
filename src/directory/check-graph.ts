import type { GraphPort } from './graph-port.js';
import { callLimits } from '../limits.js';
import { fetchWithLimit } from '../runtime/fetch-with-limit.js';
import type { CallLimit } from '../runtime/call-limit.js';
import { neededPermissions } from './permissions.js';

export interface GraphCheck {
  /** Permissions whose probe Graph refuses. */
  refused(): Promise<readonly string[]>;
  /** How far Graph's clock is ahead of this one, in milliseconds; undefined = it does not say. */
  clockAheadMs(): Promise<number | undefined>;
}

export interface GraphCheckOptions {
  readonly graph: GraphPort;
  /** Graph's root without version. */
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
  /** Of asking the time, instead of the usual. */
  readonly limit?: CallLimit;
}

/** What the doctor asks of Graph. Nothing throws. */
export function createGraphCheck({
  graph,
  baseUrl,
  fetch,
  now,
  limit = callLimits.clock,
}: GraphCheckOptions): GraphCheck {
  return {
    async refused() {
      const probed = neededPermissions.flatMap(({ name, probe }) =>
        probe === undefined ? [] : [{ id: name, url: probe }],
      );
      const answers = await graph.batch(probed, graph.turn());
      return probed
        .map(({ id }) => id)
        .filter((name) => {
          const answer = answers.get(name);
          return answer !== undefined && !answer.ok && answer.reason === 'forbidden';
        });
    },

    async clockAheadMs() {
      try {
        const asked = now();
        // Whatever Graph says to a request without a token, it says when.
        const response = await fetchWithLimit(fetch, limit)(`${baseUrl}/v1.0/`, { redirect: 'manual' });
        await response.body?.cancel();
        const date = Date.parse(response.headers.get('date') ?? '');
        return Number.isNaN(date) ? undefined : date - (asked + now()) / 2;
      } catch {
        return undefined;
      }
    },
  };
}
