import { AsyncLocalStorage } from 'node:async_hooks';

/** Which request a piece of work belongs to, so that its lines in the log can be found together. */
export interface Correlation {
  /** Work of the request with this id, and all that it sets going. */
  within<T>(id: string, work: () => T): T;
  /** Work for everybody: what a request wakes does not belong to it. */
  outside<T>(work: () => T): T;
  /** The id of the request at hand; undefined where there is none. */
  current(): string | undefined;
}

/** Nothing belongs to a request: where nobody reads the log. Each real one costs every promise of the process a little. */
export const noCorrelation: Correlation = {
  within: (_id, work) => work(),
  outside: (work) => work(),
  current: () => undefined,
};

export function createCorrelation(): Correlation {
  const storage = new AsyncLocalStorage<string>();
  return {
    within: (id, work) => storage.run(id, work),
    outside: (work) => storage.exit(work),
    current: () => storage.getStore(),
  };
}
