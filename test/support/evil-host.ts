import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { KeyPair } from './stand-in/certificates.js';

/**
 * How a host may treat those who ask it: take the request and say nothing; send the head of an answer and nothing more; a byte now
 * and then without an end; as much as it can without an end; brackets inside each other, a million of them, and an end.
 */
export const misbehaviours = ['silent', 'headOnly', 'trickle', 'flood', 'deep'] as const;
export type Misbehaviour = (typeof misbehaviours)[number];

export interface EvilHost {
  readonly url: string;
  behaves: Misbehaviour;
  /** Of what it answers with. */
  status: number;
  /** Requests that came. */
  readonly asked: number;
  /** Bytes handed to the network, of floods. */
  readonly sentBytes: number;
  /** Answers that have neither come to their end nor been hung up on. */
  readonly going: number;
  close(): Promise<void>;
}

/** On loopback; over https with this certificate. */
export async function startEvilHost(certificate?: KeyPair): Promise<EvilHost> {
  let [asked, sentBytes, going] = [0, 0, 0];
  const answer: RequestListener = (incoming, outgoing) => {
    asked += 1;
    going += 1;
    outgoing.once('close', () => (going -= 1));
    incoming.resume();
    if (host.behaves === 'silent') return;
    outgoing.writeHead(host.status, { 'content-type': 'application/json' });
    switch (host.behaves) {
      case 'headOnly':
        return outgoing.flushHeaders();
      case 'trickle': {
        const timer = setInterval(() => outgoing.write(' '), 5);
        outgoing.once('close', () => clearInterval(timer));
        return;
      }
      case 'deep':
        return void outgoing.end(`{"id":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
      case 'flood': {
        const chunk = Buffer.alloc(65_536, ' ');
        const more = (): void => {
          while (!outgoing.destroyed) {
            sentBytes += chunk.length;
            if (!outgoing.write(chunk)) return void outgoing.once('drain', more);
          }
        };
        return more();
      }
    }
  };
  const server: Server = certificate
    ? createSecure({ cert: certificate.certificate, key: certificate.key }, answer)
    : createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host: EvilHost = {
    url: `http${certificate ? 's' : ''}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    behaves: 'silent',
    status: 200,
    get asked() {
      return asked;
    },
    get sentBytes() {
      return sentBytes;
    },
    get going() {
      return going;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return host;
}
