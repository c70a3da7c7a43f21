import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import Database from 'better-sqlite3';
import { redact } from '../../src/diagnosis/redact.js';
import { createLog } from '../../src/runtime/log.js';
import { uploaded, type Sent } from '../support/activities.js';
import { startFileHost, type Given } from '../support/file-host.js';
import { aTeamsEdge, chatOf, helpdeskChannel, type Answered, type Json } from '../support/teams-edge.js';
import { unescaped } from './find-bytes.js';

/** A place where something may have been left, and the bytes there. */
export interface Place {
  readonly name: string;
  readonly bytes: Buffer;
}

export type WatchedBot = Awaited<ReturnType<typeof aWatchedBot>>;

/** Where Linux keeps files in memory: nothing here has to survive a power cut. */
const quickFolder = '/dev/shm';

/** After so many activities the write-ahead log is looked at and begun anew: SQLite sorts all of it at each commit. */
const activitiesAtOnce = 20;

/** The whole bot; `look` is shown each place in which something may have been left. Its log tells everything it can. */
export async function aWatchedBot(look: (place: Place) => void) {
  const logged: string[] = [];
  const answers: Answered[] = [];
  const files: Record<string, Given> = {};
  const host = await startFileHost(files);
  const teams = await aTeamsEdge({
    folder: existsSync(quickFolder) ? quickFolder : tmpdir(),
    log: createLog({ redact, level: 'trace', destination: { write: (line) => void logged.push(line) } }),
    files: { fetch, allowedFileHost: (url) => url.origin === host.url },
  });
  const reader = new Database(teams.databasePath);

  /** As long as somebody reads what was there at first, the write-ahead log keeps every page that was ever written. */
  function holdEveryPage(): void {
    reader.exec('begin');
    reader.prepare('select count(*) from sessions').get();
  }

  /** Whatever is in the database, or was and is no longer, came through here. */
  async function lookAtPages(): Promise<void> {
    look({ name: 'the pages of the database', bytes: await readFile(`${teams.databasePath}-wal`) });
    reader.exec('commit');
    reader.pragma('wal_checkpoint(truncate)');
  }

  async function heard(sending: Promise<Answered>): Promise<Answered> {
    const answered = await sending;
    if (answered.status !== 200) throw new Error(`Answered with ${answered.status}: ${answered.text}`);
    answers.push(answered);
    if (answers.length % activitiesAtOnce === 0) {
      await lookAtPages();
      holdEveryPage();
    }
    return answered;
  }

  const sends = (activity: Sent): Promise<Answered> => heard(teams.sends(activity));
  holdEveryPage();

  /** Every text that the helpdesk's channel was sent, in order. */
  const inChannel = (): readonly string[] =>
    teams.connector.requests
      .filter(({ body, to }) => to.startsWith(helpdeskChannel) || JSON.stringify(body).includes(helpdeskChannel))
      .flatMap(({ body }) => textsIn(body));

  return {
    teams,
    sends,
    says: (key: string, text: string, more: object = {}) => heard(teams.says(key, text, more)),
    presses: (key: string, option: string, inputs: Json = {}) => heard(teams.presses(key, option, inputs)),
    /** A button of a request's card, of the person's own or of the helpdesk's. */
    pressesRequest: (key: string, verb: 'ticket' | 'request', data: Json) => sends(teams.press(key, verb, data)),
    uploads(key: string, name: string, body: Buffer): Promise<Answered> {
      const path = `/${Object.keys(files).length}`;
      files[path] = { body };
      return heard(teams.says(key, '', { attachments: [uploaded(name, host.url + path)] }));
    },
    inChannel,
    inAnswers: (): readonly string[] => answers.flatMap(({ json }) => textsIn(json)),
    inChat: (key: string): readonly string[] => teams.sentTo(chatOf(key)).flatMap(({ body }) => textsIn(body)),

    /** Looks at all that there is at the end. */
    async lookEverywhere(): Promise<void> {
      for (const name of ['', '-wal', '-shm'])
        look({ name: `the file test.db${name}`, bytes: await readFile(teams.databasePath + name) });
      await lookAtPages();
      look({ name: 'test.db after a checkpoint', bytes: await readFile(teams.databasePath) });
      look({ name: 'the log', bytes: Buffer.from(logged.join('')) });
      const seen = {
        'what was posted to Teams': teams.connector.requests.map(({ path, query, body }) => ({ path, query, body })),
        'an HTTP answer': answers,
        'a question to the directory': teams.graph.requests,
      };
      for (const [name, told] of Object.entries(seen))
        look({ name, bytes: Buffer.from(`${JSON.stringify(told)}\n${unescaped(textsIn(told).join('\n'))}`) });
    },
    failures: teams.failures,
    async close(): Promise<void> {
      reader.close();
      await teams.close();
      await host.close();
    },
  };
}

/** All strings of a JSON value, in order. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
