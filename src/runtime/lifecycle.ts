/** Something that runs as long as the process does. */
export interface Part<Name extends string = string> {
  readonly name: Name;
  readonly start?: () => unknown;
  /** Ends it, and resolves when what it had under way has ended. */
  readonly stop?: () => Promise<unknown>;
}

export interface Lifecycle {
  /** Starts all parts in order. When one fails, those before it are stopped again. @throws what that part throws */
  start(): Promise<void>;
  /** Stops what was started, in the opposite order; once, however often it is asked. @throws AggregateError of what failed; all are stopped even so */
  stop(): Promise<void>;
  /** The names of the parts that were started and not stopped, in order. */
  running(): readonly string[];
}

/**
 * One list for what starts and stops. Each stage stands on the ones before it: they are started one after the other; what is in the
 * same stage starts in order and stops side by side, because a stop may wait for seconds.
 */
export function createLifecycle(stages: readonly (readonly Part[])[]): Lifecycle {
  const running = new Set<Part>();
  let stopping: Promise<void> | undefined;

  async function stopAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const stage of stages.toReversed()) {
      const stopped = await Promise.allSettled(stage.filter((part) => running.has(part)).map((part) => stop(part)));
      failures.push(...stopped.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : [])));
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Not all parts could be stopped');
  }

  async function stop(part: Part): Promise<void> {
    await part.stop?.();
    running.delete(part);
  }

  return {
    running: () => [...running].map(({ name }) => name),
    async start() {
      try {
        for (const part of stages.flat()) {
          running.add(part);
          await part.start?.();
        }
      } catch (error) {
        // Why it did not start is what counts; the end of the process takes care of the rest.
        await stopAll().catch(() => undefined);
        throw error;
      }
    },
    stop: () => (stopping ??= stopAll()),
  };
}
