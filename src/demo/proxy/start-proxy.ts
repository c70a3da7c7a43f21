import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SamplePerson, SampleTenant } from '../tenant/model.js';
import { answerRoster } from './answer-roster.js';
import { answerDemoWords } from './demo-answers.js';
import { readDemoWords } from './demo-words.js';
import { dressActivity, type Activity } from './dress-activity.js';
import { forward } from './forward.js';
import { postActivity } from './post-activity.js';

export interface ProxyOptions {
  readonly tenant: SampleTenant;
  /** Key of the person who sits before the Playground. */
  readonly currentKey: string;
  /** 0 takes any free port. */
  readonly port?: number;
  /** The bot's messaging endpoint. */
  readonly botUrl: string;
  /** The Playground's connector, where answers go, e.g. `http://localhost:56150/_connector`. */
  readonly connectorUrl: string;
  readonly log: (line: string) => void;
}

export interface Proxy {
  /** Where the Playground sends activities. */
  readonly endpoint: string;
  /** The service URL that the bot is given. */
  readonly serviceUrl: string;
  close(): Promise<void>;
}

const messages = '/api/messages';
const connector = '/_connector';

/**
 * Stands between the Playground and the bot, in both directions. The person before the Playground may become anybody of the
 * sample tenant (`as Ben`); the bot sees only who sent the activity and knows of no such thing.
 */
export async function startProxy({
  tenant,
  currentKey,
  port = 0,
  botUrl,
  connectorUrl,
  log,
}: ProxyOptions): Promise<Proxy> {
  const current = tenant.people.find(({ key }) => key === currentKey);
  if (current === undefined) throw new Error(`The sample tenant has no "${currentKey}".`);
  let person: SamplePerson = current;

  const toBot = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const body = await readText(incoming);
    const activity = readActivity(body);
    const words =
      activity?.type === 'message' && activity.text !== undefined
        ? readDemoWords(activity.text, tenant.people)
        : undefined;
    if (activity !== undefined && words !== undefined) {
      const answer = answerDemoWords(words, tenant.people, person);
      person = answer.person;
      await reply(connectorUrl, activity, answer.message);
      outgoing.writeHead(200);
      outgoing.end();
      return;
    }
    const dressed =
      activity === undefined || person === current ? body : JSON.stringify(dressActivity(activity, current, person));
    await forward(incoming, outgoing, botUrl, dressed);
  };

  const toConnector = async (incoming: IncomingMessage, outgoing: ServerResponse, path: string): Promise<void> => {
    const body = await readText(incoming);
    const answer = answerRoster(incoming.method ?? 'GET', path, body, tenant);
    if (answer === undefined) {
      await forward(incoming, outgoing, `${connectorUrl}${path}`, body);
      return;
    }
    const { status, said } = answer;
    if (said !== undefined) await postActivity(connectorUrl, said.conversation.id, said);
    outgoing.writeHead(status, { 'content-type': 'application/json' });
    outgoing.end(JSON.stringify(answer.body));
  };

  const server = createServer((incoming, outgoing) => {
    const { method = 'GET', url = '/' } = incoming;
    const work = url.startsWith(`${connector}/`)
      ? toConnector(incoming, outgoing, url.slice(connector.length))
      : toBot(incoming, outgoing);
    work.catch((error: unknown) => {
      const line = `${method} ${url}: ${error instanceof Error ? error.message : String(error)}`;
      log(line);
      if (outgoing.headersSent) {
        outgoing.destroy();
        return;
      }
      outgoing.writeHead(502, { 'content-type': 'text/plain' });
      outgoing.end(line);
    });
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    endpoint: `${root}${messages}`,
    serviceUrl: `${root}${connector}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

/** The Playground also knocks with an empty body, to see who is there. */
function readActivity(body: string): Activity | undefined {
  try {
    const value = JSON.parse(body) as Activity | null;
    return typeof value === 'object' && value !== null && typeof value.type === 'string' ? value : undefined;
  } catch {
    // Not JSON: that is for the bot to refuse.
    return undefined;
  }
}

/** Says something in the conversation the activity came from, in the bot's name. @throws when the Playground refuses it */
async function reply(
  connectorUrl: string,
  { conversation, recipient, from, id }: Activity,
  message: object,
): Promise<void> {
  const told = {
    type: 'message',
    from: recipient,
    recipient: from,
    conversation,
    replyToId: id,
    textFormat: 'markdown',
    ...message,
  };
  await postActivity(connectorUrl, conversation?.id ?? '', told);
}

async function readText(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
