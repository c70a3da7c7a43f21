import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { Draws } from '../kills/random.js';

/**
 * Where in a request its connection is reset: before any of it went on; when a part or all of it has; when it was answered, before
 * the answer; in the middle of the answer.
 */
export const moments = ['before', 'amid', 'after', 'inAnswer'] as const;
export type Moment = (typeof moments)[number];

export interface ResettingProxy {
  readonly url: string;
  /** Requests that came so far. */
  readonly requests: () => number;
  /** How often each has happened. */
  readonly resets: Readonly<Record<Moment, number>>;
  /** From now on all is well. */
  rest(): void;
  close(): Promise<void>;
}

export interface ResettingProxyOptions {
  readonly port: number;
  readonly draws: Draws;
  /** From 0 to 1, of the requests. */
  readonly share: number;
}

/** Passes HTTP on to a port of this machine, one request of a connection after the other, and resets connections at random. */
export async function startResettingProxy({ port, draws, share }: ResettingProxyOptions): Promise<ResettingProxy> {
  const resets: Record<Moment, number> = { before: 0, amid: 0, after: 0, inAnswer: 0 };
  const open = new Set<Socket>();
  let requests = 0;
  let resting = false;

  function draw(): Moment | undefined {
    requests += 1;
    if (resting || !draws.chance(share)) return undefined;
    const moment = draws.pick(moments);
    resets[moment] += 1;
    return moment;
  }

  const server = createServer({ noDelay: true }, (client) => {
    const bot = connect({ port, host: '127.0.0.1', noDelay: true });
    let answering = true;
    let moment: Moment | undefined;
    const both = [client, bot];
    const end = (): void => {
      for (const each of both) each.resetAndDestroy();
    };
    for (const socket of both) {
      open.add(socket);
      socket.once('close', () => open.delete(socket));
      // Either side may hang up whenever it likes; the other is told so.
      socket.on('error', () => undefined);
    }
    client.on('data', (chunk) => {
      if (answering) moment = draw();
      answering = false;
      if (moment === 'before') return end();
      bot.write(chunk);
      if (moment === 'amid') setTimeout(end, draws.between(0, 8));
    });
    bot.on('data', (chunk) => {
      answering = true;
      if (moment === 'after') return end();
      if (moment !== 'inAnswer') return void client.write(chunk);
      client.write(chunk.subarray(0, Math.floor(chunk.length / 2)), end);
    });
    client.once('end', () => bot.end());
    bot.once('end', () => client.end());
    client.once('close', () => bot.destroy());
    bot.once('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => requests,
    resets,
    rest: () => void (resting = true),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
