import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';
import { readConnectorRequest } from '../../support/fake-connector.js';

/** Teams with a latency of nothing: takes every message at once and keeps the last one of each conversation. */
export interface Sink {
  readonly url: string;
  /** Messages, updates and new threads so far. */
  readonly taken: () => number;
  /** What stands last in the conversation; undefined when nothing does. */
  last(conversationId: string): Partial<Activity> | undefined;
  close(): Promise<void>;
}

export async function startSink(): Promise<Sink> {
  const conversations = new Map<string, Partial<Activity>>();
  let taken = 0;
  const server = createServer((incoming, outgoing) => {
    readConnectorRequest(incoming).then(
      ({ kind, to, activity }) => {
        taken += 1;
        if (activity.type === 'message') conversations.set(to, activity);
        outgoing.writeHead(kind === 'member' || kind === 'members' ? 404 : 201, { 'content-type': 'application/json' });
        outgoing.end(JSON.stringify({ id: kind === 'create' ? `19:thread;messageid=${taken}` : String(taken), activityId: String(taken) }));
      },
      () => outgoing.destroy(),
    );
  });
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    taken: () => taken,
    last: (conversationId) => conversations.get(conversationId),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
