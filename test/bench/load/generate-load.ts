import { Agent, request } from 'node:http';
import type { Sent } from '../../support/activities.js';

/** How a batch of turns went. */
export interface Load {
  /** Milliseconds from each turn's request to its answer. */
  readonly latencies: readonly number[];
  /** Milliseconds from the first request to the last answer. */
  readonly wallMs: number;
}

/** Requests under way at a time. */
export const atOnce = 16;

/** Teams' own way to a bot keeps its connections. */
const agent = new Agent({ keepAlive: true, maxSockets: atOnce });

/** Sends the turns in their order, so many at once. Each makes its activity when its time comes. @throws at the first answer that is not 200 */
export async function generateLoad(
  url: string,
  turns: readonly (() => Sent)[],
  heard: (index: number, answer: string) => void = () => undefined,
): Promise<Load> {
  const latencies: number[] = [];
  let next = 0;
  async function worker(): Promise<void> {
    for (let index = next++; index < turns.length; index = next++) {
      const activity = (turns[index] as () => Sent)();
      const began = performance.now();
      const { status, body } = await post(url, activity);
      latencies.push(performance.now() - began);
      if (status !== 200) throw new Error(`Turn ${index} was answered with ${status}: ${body}`);
      heard(index, body);
    }
  }
  const began = performance.now();
  await Promise.all(Array.from({ length: Math.min(atOnce, turns.length) }, worker));
  return { latencies, wallMs: performance.now() - began };
}

/** One activity, or its JSON, as Teams posts it. */
export function post(
  url: string,
  activity: Sent | string,
): Promise<{ readonly status: number; readonly body: string }> {
  const text = typeof activity === 'string' ? activity : JSON.stringify(activity);
  return new Promise((resolve, reject) => {
    const sent = request(
      `${url}/api/messages`,
      {
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(text);
  });
}
