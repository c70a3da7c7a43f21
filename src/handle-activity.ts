import type { AfterAnswer } from './after-answer.js';
import type { Metrics } from './metrics.js';
import type { ServerOptions } from './server/create-server.js';
import type { ReceiveRequest } from './teams/connect-teams.js';

export interface HandleActivityOptions {
  readonly receive: ReceiveRequest;
  readonly afterAnswer: AfterAnswer;
  readonly metrics: Pick<Metrics, 'activity' | 'turn'>;
  /** Milliseconds on any scale that only goes forward. */
  readonly elapsed: () => number;
}

const countedTypes = ['message', 'invoke', 'installationUpdate', 'conversationUpdate'];

/** From the HTTP request with an activity to its answer. A press is answered before anything that it sets going begins. */
export function createHandleActivity({ receive, afterAnswer, metrics, elapsed }: HandleActivityOptions): ServerOptions['handleActivity'] {
  return async function handleActivity(req, res) {
    const began = elapsed();
    const { type } = req.body as { readonly type: string };
    async function answer(): Promise<void> {
      const { status, body } = await receive(req.headers.authorization ?? '', req.body);
      res.send(status, body);
    }
    await (type === 'invoke' ? afterAnswer.answering(answer) : answer());
    // Anybody may send any type: as a label each would be kept for good.
    metrics.activity(countedTypes.includes(type) ? type : 'other');
    metrics.turn((elapsed() - began) / 1_000);
  };
}
