import { Writable } from 'node:stream';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { redact } from '../../../src/diagnosis/redact.js';
import { createLog } from '../../../src/runtime/log.js';
import type { Storage } from '../../../src/storage/open-database.js';
import { mention, type Sent } from '../../support/activities.js';
import { aTeamsEdge, type TeamsEdge } from '../../support/teams-edge.js';

/** A word that stands in every part of an activity, and must stand in no line of the log, whatever fails and however loudly. */
const marker = 'Qwyjibo';
let teams: TeamsEdge;
let lines: string[];
afterEach(() => teams.close());

const into = new Writable({
  write(chunk: Buffer, _encoding, done) {
    lines.push(chunk.toString());
    done();
  },
});

async function start(options: Parameters<typeof aTeamsEdge>[0] = {}): Promise<void> {
  lines = [];
  teams = await aTeamsEdge({ ...options, log: createLog({ redact, level: 'trace', destination: into }) });
}

/** The word in every part that may hold any. */
function marked(activity: Sent): Sent {
  const {
    from,
    recipient,
    conversation,
    channelData,
    text = '',
  } = activity as unknown as Record<string, object> & { readonly text?: string };
  return {
    ...activity,
    id: `${marker}-id`,
    replyToId: `${marker}-reply`,
    text: `${marker} "${marker}" ${text}`,
    locale: `en-${marker}`,
    summary: marker,
    timestamp: marker,
    from: { ...from, name: `"${marker}"` },
    recipient: { ...recipient, name: marker },
    conversation: { ...conversation, id: `a:${marker}`, name: marker },
    channelData: { ...channelData, team: { id: marker }, [marker]: marker },
    entities: [mention(`29:${marker}`, marker), { type: marker }],
    attachments: [
      { contentType: 'text/html', content: `<p>${marker}</p>` },
      { contentType: marker, content: { [marker]: marker }, name: marker },
    ],
  };
}

const every = (): readonly Sent[] => [
  marked(teams.message('ada', 'it does not join')),
  marked(teams.press('ada', 'say', { words: marker })),
  marked(teams.press('ada', 'walk', { sessionId: marker, step: 1, option: marker, note: marker })),
  marked(teams.submit('ada', { verb: 'walk', sessionId: marker, step: 1, option: marker })),
  marked(teams.submit('ada', { verb: marker })),
  marked(teams.invoke('ada', `${marker}/invoke`, { [marker]: marker })),
  marked(
    teams.invoke('ada', 'fileConsent/invoke', {
      action: 'accept',
      context: { kind: marker, key: marker },
      uploadInfo: {
        uploadUrl: `https://${marker}.example/`,
        contentUrl: marker,
        name: marker,
        uniqueId: marker,
        fileType: marker,
      },
    }),
  ),
  marked(teams.installed('ada')),
  { ...marked(teams.message('ada', 'x')), type: marker },
  { ...marked(teams.message('ada', 'x')), serviceUrl: `http://127.0.0.1:9/${marker}/` },
  { ...marked(teams.message('ada', 'x')), serviceUrl: marker },
  { ...marked(teams.message('ada', 'x')), id: { [marker]: marker } },
  { ...marked(teams.message('ada', 'x')), from: { id: marker, name: marker, aadObjectId: marker } },
];

/** Errors as parsers and databases make them, with what they were given in them. */
const quoting: Readonly<Record<string, () => Error>> = {
  'PostgreSQL: a value': () =>
    Object.assign(new pg.DatabaseError(`invalid input syntax for type bigint: "${marker} "x" ${marker}"`, 1, 'error'), {
      code: '22P02',
      detail: `Key (id)=(${marker}) already exists.`,
      where: marker,
    }),
  'JSON.parse': () => {
    try {
      JSON.parse(`${marker} "${marker}"`);
    } catch (error) {
      return error as Error;
    }
    throw new Error('That is no JSON');
  },
  'the SDK: a value': () => new Error(`conversation.name with value ${marker} must be of type string.`),
  'Node: an argument': () => new TypeError(`The "path" argument must be of type string. Received '${marker}'`),
  'a cause of a cause': () =>
    new Error('outer', { cause: new Error('middle', { cause: new Error(`Unexpected '${marker}'`) }) }),
};

function failing(make: () => Error): (storage: Storage) => Storage {
  const fail = async (): Promise<never> => {
    throw make();
  };
  return (storage) => ({
    ...storage,
    preferences: { ...storage.preferences, load: fail },
    handled: { ...storage.handled, forget: fail },
  });
}

async function sendAll(): Promise<void> {
  for (const activity of every()) await teams.sends(activity);
  await fetch(`http://127.0.0.1:${teams.port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"type":"message","text":"${marker}" ${marker}`,
  });
  await fetch(`http://127.0.0.1:${teams.port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `["${marker}"]`,
  });
}

const told = (): readonly string[] => lines.filter((line) => line.includes(marker));

describe('no line of the log quotes an activity', () => {
  it('when all is well, or refused', async () => {
    await start();
    await sendAll();
    expect(lines.length).toBeGreaterThan(10);
    expect(told()).toEqual([]);
  });

  it.each(Object.entries(quoting))('when the database fails as %s', async (_name, make) => {
    await start({ spoil: failing(make) });
    await sendAll();
    expect(lines.some((line) => line.includes('could not be handled'))).toBe(true);
    expect(told()).toEqual([]);
  });

  it.each([400, 403, 500])('when Teams refuses with %d and says it back', async (status) => {
    await start();
    teams.connector.behaves = () => ({
      status,
      body: { error: { code: 'Refused', message: `"${marker}" ${marker}` } },
    });
    await sendAll();
    expect(lines.some((line) => /could not be handled|leave through the outbox/.test(line))).toBe(true);
    expect(told()).toEqual([]);
  });

  it('and still tells what failed, and where', async () => {
    await start({ spoil: failing(quoting['PostgreSQL: a value'] ?? (() => new Error())) });
    await teams.sends(teams.message('ada', 'help'));
    const { err } = JSON.parse(lines.find((line) => line.includes('could not be handled')) ?? '{}') as {
      err: Record<string, unknown>;
    };
    expect(err).toMatchObject({
      code: '22P02',
      message: 'invalid input syntax for type bigint: "…"',
      stack: expect.stringMatching(/^ {4}at /) as string,
    });
  });
});
