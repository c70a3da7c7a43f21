import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Activity } from '../../src/teams/activity.js';
import { readConnectorRequest } from '../support/connector/connector-request.js';
import { creationAnswer, readCreation } from '../support/connector/creation.js';
import { bodyOf } from '../support/connector/refusals.js';
import { serveOnLoopback } from '../support/serve-on-loopback.js';
import { stands, type Outcome, type Treatment } from './faults.js';
import { recognise, type Recognised } from './recognise.js';

/** A message that reached Teams, in the order of arrival. Times are epoch ms. */
export interface Arrival {
  readonly at: number;
  readonly kind: 'create' | 'send' | 'update';
  /** Where it stands, or would: a chat or a thread; of a new thread the id that it got. */
  readonly conversationId: string;
  readonly activityId: string;
  readonly activity: Partial<Activity>;
  readonly outcome: Outcome;
  /** What the outbox may have sent; undefined for all that answers a person directly. */
  readonly message: Recognised | undefined;
}

export interface StandIn {
  readonly url: string;
  readonly arrivals: readonly Arrival[];
  /** `arrived` when the message is there; `answered` when the bot was told. Both carry the Arrival. */
  readonly events: EventEmitter<{ arrived: [Arrival]; answered: [Arrival] }>;
  close(): Promise<void>;
}

/** Teams' connector outside the bot's process: outlives every kill and takes every message as often as it comes. */
export async function startStandIn(treat: () => Treatment, now: () => number, needsTenant = true): Promise<StandIn> {
  const arrivals: Arrival[] = [];
  /** Tickets by the thread that their card began. */
  const threads = new Map<string, number>();
  const events: StandIn['events'] = new EventEmitter();
  events.setMaxListeners(0);
  let last = 1_700_000_000_000;

  async function take(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const request = await readConnectorRequest(incoming);
    const { kind, to, message: replaced, activity } = request;
    if (kind === 'member' || kind === 'members' || kind === 'other') return answer(outgoing, 404, {});
    const creation = kind === 'create' ? readCreation(request, needsTenant) : undefined;
    if (creation?.kind === 'refused') return answer(outgoing, creation.refusal.status, bodyOf(creation.refusal));
    const chat = creation?.kind === 'chat' ? `a:chat-with-${creation.memberId}` : undefined;
    if (activity.type !== 'message') return answer(outgoing, 201, { id: chat ?? 'unseen' });
    const { outcome, pauseMs, retryAfter } = treat();
    last += 1;
    const activityId = kind === 'update' ? (replaced ?? '') : String(last);
    const conversationId = creation?.kind === 'thread' ? `${creation.channelId};messageid=${activityId}` : (chat ?? to);
    const message = recognise(activity, threads.get(conversationId));
    if (kind === 'create' && message) threads.set(conversationId, message.ticketNumber);
    const arrival: Arrival = { at: now(), kind, conversationId, activityId, activity, outcome, message };
    arrivals.push(arrival);
    events.emit('arrived', arrival);
    await delay(pauseMs);
    if (outcome === 'dropped') outgoing.socket?.destroy();
    else if (outcome === 'tooMany') answer(outgoing, 429, refusal, { 'retry-after': String(retryAfter) });
    else if (outcome !== 'taken') answer(outgoing, 503, refusal);
    else
      answer(
        outgoing,
        kind === 'update' ? 200 : 201,
        kind === 'create' ? creationAnswer(conversationId) : { id: activityId },
      );
    events.emit('answered', arrival);
  }

  const served = await serveOnLoopback(take);
  return {
    ...served,
    arrivals,
    events,
  };
}

/** Messages that stand there, as people see them. */
export function standing(arrivals: readonly Arrival[]): readonly Arrival[] {
  return arrivals.filter(({ outcome }) => stands(outcome));
}

const refusal = { error: { code: 'Refused', message: 'Told so by the test' } };

function answer(outgoing: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  outgoing.writeHead(status, { 'content-type': 'application/json', ...headers });
  outgoing.end(JSON.stringify(body));
}
