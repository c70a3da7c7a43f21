import { AsyncLocalStorage } from 'node:async_hooks';

export interface AfterAnswer {
  /** Answers a request. Work that `later` receives meanwhile begins once the answer has left or failed. */
  answering(answer: () => Promise<void>): Promise<void>;
  /** Begins the work after the answer that it belongs to, or at once when nobody is waiting for one. */
  later(work: () => void): void;
  /** Stops holding work back, so that promises of this process no longer pay for it. */
  end(): void;
}

/** Holds back what a press starts until its answer has left, so that the answer waits for neither Graph nor Teams. */
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
