import type { AfterAnswer } from '../runtime/after-answer.js';
import type { Metrics } from '../runtime/metrics.js';
import type { ServerOptions } from '../server/create-server.js';
import type { ReceiveRequest } from '../teams/connect-teams.js';

export interface HandledActivity {
  /** One of a fixed set of words, whatever the sender wrote. */
  readonly type: string;
  /** HTTP status of the answer. */
  readonly status: number;
  /** Milliseconds until the answer was given. */
  readonly ms: number;
}

export interface HandleActivityOptions {
  readonly receive: ReceiveRequest;
  readonly afterAnswer: AfterAnswer;
  readonly metrics: Pick<Metrics, 'activity' | 'turn'>;
  /** Called for each activity that was answered. */
  readonly onHandled?: (handled: HandledActivity) => void;
  /** Monotonic milliseconds. */
  readonly elapsed: () => number;
}

const countedTypes = ['message', 'invoke', 'installationUpdate', 'conversationUpdate'];

/** From the HTTP request with an activity to its answer. A press is answered before anything that it sets going begins. */
export function createHandleActivity({
  receive,
  afterAnswer,
  metrics,
  elapsed,
  onHandled,
}: HandleActivityOptions): ServerOptions['handleActivity'] {
  return async function handleActivity(req, res) {
    const began = elapsed();
    const { type } = req.body as { readonly type: string };
    let status = 0;
    async function answer(): Promise<void> {
      const answered = await receive(req.headers.authorization ?? '', req.body);
      status = answered.status;
      res.send(status, answered.body);
    }
    await (type === 'invoke' ? afterAnswer.answering(answer) : answer());
    // Anybody may send any type, and every label is kept for good.
    const known = countedTypes.includes(type) ? type : 'other';
    const ms = elapsed() - began;
    metrics.activity(known);
    metrics.turn(ms / 1_000);
    onHandled?.({ type: known, status, ms: Math.round(ms) });
  };
}
