import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { keepAliveMs, maxConnections } from '../limits.js';

/** All of them in milliseconds. */
export interface SocketLimits {
  /** How long a caller may take to send its request, from its first byte or, on a new connection, from the beginning. */
  readonly requestMs: number;
  /** How often such slow callers are looked for. */
  readonly lookEveryMs: number;
  /** How long a silent connection is kept after an answer. */
  readonly keepAliveMs: number;
  /** How long a busy connection may move no byte, as when a caller does not read the answer. */
  readonly stillMs: number;
  /** Connections at once. */
  readonly most: number;
}

/** Teams sends a request within moments, and answers leave within its 15 s; the keep-alive has a source of its own. */
export const usualSocketLimits: SocketLimits = {
  requestMs: 30_000,
  lookEveryMs: 1_000,
  keepAliveMs,
  stillMs: 60_000,
  most: maxConnections,
};

export interface Listener {
  readonly server: Server;
  /** Protects the connection that waits for this work from being given up for a new one. */
  during<T>(socket: Socket, work: Promise<T>): Promise<T>;
}

/**
 * The sockets of the bot. A server of our own, since restify's takes no options, and listens to `upgrade` without answering, so
 * that such a connection is nobody's and stays for good.
 */
export function createListener(
  onRequest: (req: IncomingMessage, res: ServerResponse) => void,
  limits: SocketLimits,
): Listener {
  const { requestMs, lookEveryMs, stillMs, most } = limits;
  const server = createServer(
    {
      requestTimeout: requestMs,
      headersTimeout: requestMs,
      connectionsCheckingInterval: lookEveryMs,
      keepAliveTimeout: limits.keepAliveMs,
    },
    onRequest,
  );
  server.timeout = stillMs;
  // Without a listener of `connect` Node ends the connection; `upgrade` it would take for an ordinary request, and keep it.
  server.on('upgrade', (_req, socket: Socket) => refuse(socket));
  return { server, during: limitConnections(server, most) };
}

function refuse(socket: Socket): void {
  socket.on('error', () => undefined);
  socket.end(
    'HTTP/1.1 426 Upgrade Required\r\nUpgrade: HTTP/1.1\r\nConnection: close\r\nContent-Length: 0\r\n\r\n',
    () => socket.destroy(),
  );
}

/**
 * Beyond so many connections a new one takes the place of the one that was heard from longest ago and that nothing is worked on
 * for: whoever only holds connections holds nobody else up.
 */
function limitConnections(server: Server, most: number): Listener['during'] {
  const open = new Set<Socket>();
  /** In the order in which they were heard from. */
  const waiting = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    waiting.add(socket);
    socket.once('close', () => {
      open.delete(socket);
      waiting.delete(socket);
    });
    const [longest = socket] = open.size > most ? waiting : [];
    if (open.size > most) drop(longest);
  });
  server.on('request', ({ socket }: IncomingMessage) => {
    if (waiting.delete(socket)) waiting.add(socket);
  });

  function drop(socket: Socket): void {
    open.delete(socket);
    waiting.delete(socket);
    socket.destroy();
  }

  return async function during(socket, work) {
    waiting.delete(socket);
    try {
      return await work;
    } finally {
      if (open.has(socket)) waiting.add(socket);
    }
  };
}
