import type { IncomingMessage, ServerResponse } from 'node:http';
import { en } from '../../src/text/en/index.js';
import { buttonOf, cardOf } from '../kills/buttons.js';
import { readConnectorRequest } from '../support/connector/connector-request.js';
import { creationAnswer, readCreation } from '../support/connector/creation.js';
import { bodyOf } from '../support/connector/refusals.js';
import { serveOnLoopback } from '../support/serve-on-loopback.js';

/** A message that quotes what somebody asked for. */
export interface Noted {
  readonly turn: string;
  readonly again: boolean;
}

export interface Walk {
  readonly messageId: string;
  /** What one of its buttons sends. */
  readonly button: object;
}

export interface NotingTeams {
  readonly url: string;
  readonly port: number;
  /** Of each conversation, in the order in which they came. */
  in(conversationId: string): readonly Noted[];
  /** The first message of the conversation that showed a step of a walk; undefined before. */
  walk(conversationId: string): Walk | undefined;
  /** How often a message was replaced. */
  replacements(conversationId: string, messageId: string): number;
  close(): Promise<void>;
}

/** The numbers that talkers ask for. */
const quoted = /(?<!\d)1\d{9}(?!\d)/;

/** Teams that takes everything and keeps of it only what was quoted and where walks stand, so that it stays small however long it goes on. */
export async function startNotingTeams(): Promise<NotingTeams> {
  const noted = new Map<string, Noted[]>();
  const walks = new Map<string, Walk>();
  const replaced = new Map<string, number>();
  let last = 0;

  function noteIn(conversationId: string): Noted[] {
    const known = noted.get(conversationId) ?? [];
    noted.set(conversationId, known);
    return known;
  }

  async function take(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const request = await readConnectorRequest(incoming);
    const { kind, to, message, activity } = request;
    if (kind === 'member' || kind === 'members' || kind === 'other') return answer(outgoing, 404, {});
    last += 1;
    if (kind === 'create') {
      const creation = readCreation(request);
      if (creation.kind === 'refused') return answer(outgoing, creation.refusal.status, bodyOf(creation.refusal));
      return answer(
        outgoing,
        201,
        creationAnswer(
          creation.kind === 'chat' ? `a:chat-with-${creation.memberId}` : `${creation.channelId};messageid=${last}`,
        ),
      );
    }
    if (kind === 'update') {
      const key = `${to} ${message}`;
      replaced.set(key, (replaced.get(key) ?? 0) + 1);
      return answer(outgoing, 200, { id: message });
    }
    const id = String(last);
    if (activity.type === 'message') {
      const button = buttonOf(cardOf(activity), 'startOver') ?? buttonOf(cardOf(activity), 'talkToAPerson');
      if (button && !walks.has(to)) walks.set(to, { messageId: id, button });
      const words = JSON.stringify([activity.text, activity.attachments]);
      const [turn] = quoted.exec(words) ?? [];
      if (turn !== undefined) noteIn(to).push({ turn, again: words.includes(en.again) });
    }
    answer(outgoing, 201, { id });
  }

  const served = await serveOnLoopback(take);
  return {
    ...served,
    in: (conversationId) => noted.get(conversationId) ?? [],
    walk: (conversationId) => walks.get(conversationId),
    replacements: (conversationId, messageId) => replaced.get(`${conversationId} ${messageId}`) ?? 0,
  };
}

function answer(outgoing: ServerResponse, status: number, body: object): void {
  outgoing.writeHead(status, { 'content-type': 'application/json' });
  outgoing.end(JSON.stringify(body));
}
