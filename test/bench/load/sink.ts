import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from '../../../src/teams/activity.js';
import { readConnectorRequest, type ConnectorRequest } from '../../support/connector/connector-request.js';
import { creationAnswer, readCreation } from '../../support/connector/creation.js';
import { bodyOf } from '../../support/connector/refusals.js';

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
      (request) => {
        taken += 1;
        if (request.activity.type === 'message') conversations.set(request.to, request.activity);
        const { status, body } = answerTo(request, taken);
        outgoing.writeHead(status, { 'content-type': 'application/json' });
        outgoing.end(JSON.stringify(body));
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

function answerTo(request: ConnectorRequest, taken: number): { readonly status: number; readonly body: object } {
  const { kind } = request;
  if (kind === 'member' || kind === 'members') return { status: 404, body: {} };
  if (kind !== 'create') return { status: 201, body: { id: String(taken) } };
  const creation = readCreation(request);
  if (creation.kind === 'refused') return { status: creation.refusal.status, body: bodyOf(creation.refusal) };
  return {
    status: 201,
    body: creationAnswer(
      creation.kind === 'chat' ? `a:chat-with-${creation.memberId}` : `${creation.channelId};messageid=${taken}`,
    ),
  };
}
