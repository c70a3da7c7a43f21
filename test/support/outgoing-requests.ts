import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

export interface OutgoingRequests {
  /** How many requests this process has begun to that port, whether they arrived or not. */
  to(port: number): number;
  stop(): void;
}

/** Counts requests when they are begun: what is counted where it arrives may have been begun long before. */
export function watchOutgoingRequests(): OutgoingRequests {
  const begun: number[] = [];
  const byHttp = (message: unknown) => {
    const { request } = message as { request: ClientRequest };
    begun.push(Number(/:(\d+)$/.exec(String(request.getHeader('host')))?.[1]));
  };
  const byFetch = (message: unknown) => {
    const { request } = message as { request: { origin: string } };
    begun.push(Number(new URL(request.origin).port));
  };
  subscribe('http.client.request.start', byHttp);
  subscribe('undici:request:create', byFetch);
  return {
    to: (port) => begun.filter((each) => each === port).length,
    stop() {
      unsubscribe('http.client.request.start', byHttp);
      unsubscribe('undici:request:create', byFetch);
    },
  };
}
