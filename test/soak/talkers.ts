import { request, type Agent } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Draws } from '../kills/random.js';
import { chatOf, uploaded, type createActivities, type Sent } from '../support/activities.js';
import type { NotingTeams } from './noting-teams.js';

export interface TalkerOptions {
  readonly number: number;
  readonly key: string;
  /** Where the bot is reached. */
  readonly url: string;
  readonly activities: ReturnType<typeof createActivities>;
  readonly teams: NotingTeams;
  readonly draws: Draws;
  /** Hears of what no answer should be. */
  readonly wrong: (what: string) => void;
  readonly agent: Agent;
}

/** Milliseconds that somebody takes for a turn at least. Of one person the bot reads eight points a second (`personPace`): a turn is one, and a file twelve more. */
const turnMs = 400;

/** Milliseconds that somebody waits for a reply before they go on, in steps. */
const patienceMs = 1_000;
const lookMs = 20;

/** Milliseconds until an activity that was not answered is delivered once more; Teams itself waits 10 to 15 s for an answer. */
const redeliverMs = 50;
const answerWithinMs = 15_000;

/** The first of the numbers that are quoted; each is asked for once, and no request has it. */
const firstNumber = 1_000_000_000;
const numbersEach = 1_000_000;

/** Somebody of the helpdesk who says one thing after the other, each of which is quoted in its reply. */
export function createTalker({ number, key, url, activities, teams, draws, wrong, agent }: TalkerOptions) {
  const turns: string[] = [];
  let submitted = 0;
  const chat = chatOf(key);

  function next(): string {
    const turn = String(firstNumber + number * numbersEach + turns.length);
    turns.push(turn);
    return turn;
  }

  /** A file that the bot cannot read has a reply of its own, before the one to the words. */
  async function asks(withFile: boolean): Promise<void> {
    const attachments = withFile ? [uploaded(`${next()}.docx`, 'https://contoso-my.sharepoint.com/file')] : [];
    const asked = next();
    const body = await delivers(activities.message(key, `ticket ${asked}`, { attachments }));
    if (body !== '') wrong(`A message was answered with ${body.slice(0, 200)}`);
    for (let waited = 0; waited < patienceMs && !teams.in(chat).some(({ turn }) => turn === asked); waited += lookMs)
      await delay(lookMs);
  }

  /** Answered in the press's own answer. */
  async function presses(): Promise<void> {
    const body = await delivers(activities.press(key, 'say', { words: 'help' }));
    if (!body.includes('What you can type here')) wrong(`A press was answered with ${body.slice(0, 200)}`);
  }

  /** In a client without Action.Execute: the pressed card is replaced. */
  async function submits(): Promise<void> {
    const walk = teams.walk(chat);
    if (!walk) return;
    const { messageId: replyToId, button } = walk;
    submitted += 1;
    await delivers(activities.submit(key, { verb: 'walk', ...button }, { replyToId }));
  }

  /** The same activity until it is answered. */
  async function delivers(activity: Sent): Promise<string> {
    for (;;) {
      const answered = await post(`${url}/api/messages`, JSON.stringify(activity), agent);
      if (answered?.status === 200) return answered.body;
      if (answered) wrong(`${answered.status}: ${answered.body.slice(0, 200)}`);
      await delay(redeliverMs);
    }
  }

  return {
    chat,
    /** What is to be quoted in the replies, in their order. */
    turns: turns as readonly string[],
    /** How often the card of the walk is still to be replaced. */
    notReplaced: () => Math.max(0, submitted - teams.replacements(chat, teams.walk(chat)?.messageId ?? '')),
    /** Begins a walk, on whose card presses can be made later. */
    begins: () => delivers(activities.message(key, 'troubleshoot')),
    /** One turn, whatever it is. */
    async talks(): Promise<void> {
      const what = draws.between(1, 100);
      await Promise.all([what <= 80 ? asks(what <= 6) : what <= 92 ? presses() : submits(), delay(turnMs)]);
    },
  };
}

/** Undefined when the connection ended before the answer did. */
function post(
  url: string,
  body: string,
  agent: Agent,
): Promise<{ readonly status: number; readonly body: string } | undefined> {
  return new Promise((resolve) => {
    const asked = request(
      url,
      {
        method: 'POST',
        agent,
        timeout: answerWithinMs,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('end', () =>
          resolve(
            response.complete
              ? { status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }
              : undefined,
          ),
        );
        response.once('error', () => resolve(undefined));
      },
    );
    asked.once('timeout', () => asked.destroy());
    asked.once('error', () => resolve(undefined));
    asked.end(body);
  });
}
