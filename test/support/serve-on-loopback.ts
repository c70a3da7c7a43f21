import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Served {
  /** With a slash at its end. */
  readonly url: string;
  readonly port: number;
  /** Ends the server and all that hangs. */
  close(): Promise<void>;
}

/** A server by hand, on a port of this machine. What `take` rejects ends its connection: a request that is cut off before its end. */
export async function serveOnLoopback(
  take: (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>,
): Promise<Served> {
  const server = createServer((incoming, outgoing) => {
    take(incoming, outgoing).catch(() => outgoing.destroy());
  });
  // Otherwise the server ends idle connections just when the bot may use them again: a fault that nobody drew.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
