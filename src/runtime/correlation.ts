import { AsyncLocalStorage } from 'node:async_hooks';

/** Which request a piece of work belongs to, so that its lines in the log can be found together. */
export interface Correlation {
  /** Runs the work of the request with this id, and everything that it starts. */
  within<T>(id: string, work: () => T): T;
  /** Runs work that serves everybody, outside of the request that happened to wake it. */
  outside<T>(work: () => T): T;
  /** The id of the request at hand; undefined where there is none. */
  current(): string | undefined;
}

/** Never names a request, for bots whose log nobody reads: a real one makes every promise of the process a little slower. */
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
