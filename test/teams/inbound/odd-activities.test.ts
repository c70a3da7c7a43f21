import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mention, type Sent } from '../../support/activities.js';
import { appId, keyDocument, token } from '../../support/bot-keys.js';
import { aTeamsEdge, type Answered, type TeamsEdge } from '../../support/teams-edge.js';

/** What stands where something else should. */
const odd: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  7,
  1e308,
  '',
  ' ',
  'odd',
  'x'.repeat(5_000),
  '\u0000',
  '\ud800',
  '\u202e',
  '../../..',
  '%00',
  'ünï',
  [],
  [null],
  ['odd'],
  [[]],
  {},
  { id: 7 },
  { id: null },
  { id: {} },
  { toString: 'odd' },
  { length: 5 },
  { then: 'odd' },
  { toJSON: 'odd' },
  { constructor: null },
];

const addresses: readonly unknown[] = [
  '',
  ' ',
  'odd',
  7,
  true,
  {},
  [],
  { url: 'http://127.0.0.1/' },
  ['http://127.0.0.1/'],
  '//127.0.0.1/',
  '/v3',
  'ftp://127.0.0.1/',
  'file:///etc/passwd',
  'javascript:1',
  'data:text/plain,x',
  'ws://127.0.0.1/',
  'http://',
  'http://[',
  'http://127.0.0.1:99999/',
  'http://user:word@127.0.0.1/',
  `http://127.0.0.1/${'x'.repeat(5_000)}`,
  'https:',
];

/** Every kind of activity, as good ones. */
function kinds(teams: TeamsEdge): Readonly<Record<string, () => Sent>> {
  const file = {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    name: 'status.txt',
    content: { downloadUrl: 'https://contoso-my.sharepoint.com/x', fileType: 'txt', uniqueId: 'u' },
  };
  return {
    message: () =>
      teams.message('ada', 'help', {
        timestamp: '2026-05-04T09:00:00Z',
        textFormat: 'plain',
        entities: [mention('28:the-bot', 'Assistant'), { type: 'clientInfo', locale: 'en-US' }],
        attachments: [{ contentType: 'text/html', content: '<p>help</p>' }, file],
      }),
    press: () => teams.press('ada', 'say', { words: 'help' }),
    walk: () => teams.press('ada', 'walk', { sessionId: 's', step: 1, option: 'back', note: 'x' }),
    submit: () => teams.submit('ada', { verb: 'say', words: 'help' }),
    consent: () =>
      teams.invoke('ada', 'fileConsent/invoke', {
        type: 'fileUpload',
        action: 'accept',
        context: { kind: 'audit', key: '7' },
        uploadInfo: { contentUrl: 'https://x', name: 'x', uploadUrl: 'https://x', uniqueId: 'u', fileType: 'csv' },
      }),
    invoke: () => teams.invoke('ada', 'task/fetch', { data: {} }),
    installed: () => teams.installed('ada'),
    membersAdded: () => teams.membersAdded('ada'),
    channel: () => teams.inChannel('lena', 'tickets'),
    reaction: () => ({ ...teams.message('ada', ''), type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }),
  };
}

/** Every place in a JSON value, as the keys that lead there. */
function places(value: unknown, above: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [above];
  return [above, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...above, key]))];
}

function withAt(value: unknown, [key, ...rest]: readonly (string | number)[], put: unknown): unknown {
  if (key === undefined) return put;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  copy[key] = withAt(copy[key], rest, put);
  return copy;
}

function expectDecent({ status, text }: Answered, what: unknown): void {
  expect(status, JSON.stringify(what)).toBeGreaterThanOrEqual(200);
  expect(status, `${JSON.stringify(what)}: ${text}`).toBeLessThan(500);
  expect(text, JSON.stringify(what)).not.toMatch(/\bat .*:\d+:\d+|Error:|TypeError|undefined|ZodError|must be of type/);
}

describe.each(['anonymous', 'signed in'] as const)('%s', (mode) => {
  let teams: TeamsEdge;
  let keys: Awaited<ReturnType<typeof keyDocument>>;
  beforeAll(async () => {
    keys = await keyDocument();
    teams = await aTeamsEdge(mode === 'anonymous' ? {} : { bot: { appId, keysAt: keys.origin } });
  });
  afterAll(async () => {
    await teams.close();
    await keys.close();
  });

  /** With a token for whatever address stands there: Teams would sign what it sends. */
  const posts = (activity: unknown): Promise<Answered> => {
    const sent = activity as Sent;
    return teams.posts(
      sent,
      mode === 'anonymous'
        ? {}
        : { authorization: `Bearer ${token({ serviceurl: (activity as Sent | undefined)?.['serviceUrl'] })}` },
    );
  };

  it.each(addresses)('a service address that is none is answered 400: %j', async (serviceUrl) => {
    for (const make of Object.values(kinds(teams))) {
      const answered = await posts({ ...make(), serviceUrl });
      expect(answered).toMatchObject({ status: 400, text: '' });
    }
    expect(teams.failures).toEqual([]);
  });

  it.each(['id', 'replyToId', 'conversation', 'from', 'recipient', 'locale', 'name'])(
    '%s that is no text or no account is answered 400, and nothing is logged',
    async (field) => {
      for (const value of [7, true, ['odd'], { id: 7 }]) {
        expect(await posts({ ...teams.message('ada', 'help'), [field]: value })).toMatchObject({
          status: 400,
          text: '',
        });
      }
      expect(teams.failures).toEqual([]);
    },
  );

  it.each<unknown>([{ toString: 1 }, { startsWith: 1 }, ['add'], 7])(
    'an installation that does not say what was done (%j) is passed over',
    async (action) => {
      expect(await posts({ ...teams.installed('ada'), action })).toMatchObject({ status: 200 });
      expect(teams.failures).toEqual([]);
    },
  );

  it.each([
    'message',
    'press',
    'walk',
    'submit',
    'consent',
    'invoke',
    'installed',
    'membersAdded',
    'channel',
    'reaction',
  ])('%s with any one part odd is answered, or refused', async (kind) => {
    const make = kinds(teams)[kind];
    if (!make) throw new Error(kind);
    const all = places(make()).filter((place) => place.length > 0);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...all), fc.constantFrom(...odd), async (place, put) => {
        const spoiled = withAt(make(), place, put);
        expectDecent(await posts(spoiled), [place, put]);
      }),
      { numRuns: 60 },
    );
    // What is taken is answered without a failure of ours.
    expect(teams.failures.map(({ error }) => String(error))).toEqual([]);
  });

  it('many parts odd at once are answered, or refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.values(kinds(teams))),
        fc.array(fc.tuple(fc.nat(), fc.constantFrom(...odd)), { minLength: 2, maxLength: 6 }),
        async (make, changes) => {
          let spoiled: unknown = make();
          for (const [which, put] of changes) {
            const all = places(spoiled).filter((place) => place.length > 0);
            const place = all[which % Math.max(1, all.length)];
            if (place && typeof spoiled === 'object') spoiled = withAt(spoiled, place, put);
          }
          expectDecent(await posts(spoiled), spoiled);
        },
      ),
      { numRuns: 60 },
    );
  });
});
