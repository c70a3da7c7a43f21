import { AsyncLocalStorage } from 'node:async_hooks';

export interface AfterAnswer {
  /** Answers a request. What `later` is given meanwhile begins when the answer has left, or has failed. */
  answering(answer: () => Promise<void>): Promise<void>;
  /** Begins after the answer that this belongs to; at once where nobody waits for one. */
  later(work: () => void): void;
  /** Nothing is kept behind an answer any more, and no promise of the process pays for it. */
  end(): void;
}

/** Keeps what a press sets going behind its answer, so that Graph and Teams are asked for nothing before. */
export function createAfterAnswer(): AfterAnswer {
  const waiting = new AsyncLocalStorage<(() => void)[]>();
  return {
    async answering(answer) {
      const works: (() => void)[] = [];
      try {
        await waiting.run(works, answer);
      } finally {
        for (const work of works) work();
      }
    },
    later(work) {
      const works = waiting.getStore();
      if (works) works.push(work);
      else work();
    },
    end: () => waiting.disable(),
  };
}
