export interface Background {
  /** Starts work that nobody waits for. Its failure is reported, never lost. */
  run(name: string, work: () => Promise<void>): void;
  /** Resolves when all work begun has ended. */
  settled(): Promise<void>;
}

/** Keeps track of work beside the conversation, so that a shutdown can wait for it. */
export function createBackground(onFailure: (name: string, error: unknown) => void): Background {
  const running = new Set<Promise<void>>();

  function run(name: string, work: () => Promise<void>): void {
    const ended = work()
      .catch((error: unknown) => onFailure(name, error))
      .finally(() => running.delete(ended));
    running.add(ended);
  }

  return {
    run,
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
