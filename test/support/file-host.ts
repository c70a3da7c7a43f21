import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a file may be given: whole, never, a byte at a time without an end, or as fast as it goes without an end. */
export type Given =
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | Uint8Array;
    }
  | 'hang'
  | 'trickle'
  | 'endless';

export interface FileHost {
  readonly url: string;
  readonly requests: { readonly path: string; readonly headers: IncomingHttpHeaders }[];
  /** Bytes of endless files that were handed to the network. */
  readonly sentBytes: number;
  /** Resolves when the answers to all requests have ended, or the other side has hung up. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** Stands in for the place where Teams keeps files, on loopback. */
export async function startFileHost(files: Readonly<Record<string, Given>>): Promise<FileHost> {
  const requests: FileHost['requests'] = [];
  const ended: Promise<void>[] = [];
  let sentBytes = 0;

  function endlessly(outgoing: ServerResponse): void {
    const chunk = Buffer.alloc(65_536, 'a');
    const more = () => {
      while (!outgoing.destroyed) {
        sentBytes += chunk.length;
        if (!outgoing.write(chunk)) return void outgoing.once('drain', more);
      }
    };
    more();
  }

  function slowly(outgoing: ServerResponse): void {
    const timer = setInterval(() => outgoing.write('a'), 100);
    outgoing.once('close', () => clearInterval(timer));
  }

  const server = createServer(({ url = '', headers }, outgoing) => {
    requests.push({ path: url, headers });
    ended.push(new Promise((resolve) => outgoing.once('close', resolve)));
    const given = files[url] ?? { status: 404 };
    if (given === 'hang') return;
    if (given === 'endless') return endlessly(outgoing);
    if (given === 'trickle') return slowly(outgoing);
    // Not in one: restify's writeHead, which is everybody's once it is loaded, returns nothing.
    outgoing.writeHead(given.status ?? 200, { 'content-type': 'application/octet-stream', ...given.headers });
    outgoing.end(given.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    get sentBytes() {
      return sentBytes;
    },
    async idle() {
      await Promise.all(ended);
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
