import { generateKeyPairSync } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createTeamsKeys } from '../../../src/teams/authentication/teams-keys.js';

const hour = 3_600_000;
const metadata = 'https://bot.test/openid';
const published = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' });
const forTeams = (kid: string, more: object = {}) => ({
  ...published,
  kid,
  use: 'sig',
  endorsements: ['msteams', 'webchat'],
  ...more,
});

let clock: Date;
/** What each address answers: a body, a status, or nothing at all. */
let documents: Record<string, unknown>;
let asked: string[];

beforeEach(() => {
  clock = new Date('2026-11-02T08:00:00Z');
  asked = [];
  documents = {
    [metadata]: { jwks_uri: 'https://bot.test/keys' },
    'https://bot.test/keys': { keys: [forTeams('one')] },
  };
});

function keys() {
  const fetch = async (from: string | URL | Request): Promise<Response> => {
    const { url } = new Request(from);
    asked.push(url);
    const document = documents[url];
    if (document === undefined) throw new TypeError('fetch failed');
    return typeof document === 'number' ? new Response('{}', { status: document }) : Response.json(document);
  };
  const keyOf = createTeamsKeys({ openIdMetadata: metadata, fetch, now: () => clock });
  return async (kid: unknown): Promise<string> =>
    keyOf({ alg: 'RS256', kid: kid as string }).then(
      (key) => String(key.kid),
      (error: Error) => error.name,
    );
}
const pass = (ms: number): void => void (clock = new Date(clock.getTime() + ms));
const unknown = 'JWKSNoMatchingKey';
const unreadable = expect.stringMatching(/^(TypeError|Error|SyntaxError)$/) as string;

describe('the keys of Teams', () => {
  it('are read once for everybody, and again after a day', async () => {
    const keyOf = keys();
    expect(await Promise.all(['one', 'one', 'one'].map(keyOf))).toEqual(['one', 'one', 'one']);
    pass(23 * hour);
    await keyOf('one');
    expect(asked).toHaveLength(2);
    pass(2 * hour);
    await keyOf('one');
    expect(asked).toHaveLength(4);
  });

  it('a new one is waited for by all who bring it', async () => {
    const keyOf = keys();
    await keyOf('one');
    pass(31_000);
    documents['https://bot.test/keys'] = { keys: [forTeams('one'), forTeams('two')] };
    expect(await Promise.all(['two', 'two', 'two'].map(keyOf))).toEqual(['two', 'two', 'two']);
  });

  it('a new one is found, at most one look in half a minute', async () => {
    const keyOf = keys();
    await keyOf('one');
    documents['https://bot.test/keys'] = { keys: [forTeams('one'), forTeams('two')] };
    expect(await keyOf('two')).toBe(unknown);
    pass(31_000);
    expect(await keyOf('two')).toBe('two');
  });

  it('are followed to another address', async () => {
    const keyOf = keys();
    await keyOf('one');
    pass(25 * hour);
    documents = {
      [metadata]: { jwks_uri: 'https://elsewhere.test/keys' },
      'https://elsewhere.test/keys': { keys: [forTeams('two')] },
    };
    expect(await keyOf('two')).toBe('two');
    expect(await keyOf('one')).toBe(unknown);
  });

  it.each<[string, Record<string, unknown>]>([
    ['the first document is away', { [metadata]: undefined }],
    ['the first document answers 503', { [metadata]: 503 }],
    ['the first document names nothing', { [metadata]: {} }],
    ['the first document is a list of nothing', { [metadata]: null }],
    ['the keys are away', { 'https://bot.test/keys': undefined }],
    ['the keys answer 404', { 'https://bot.test/keys': 404 }],
    ['the keys are none', { 'https://bot.test/keys': { keys: 'none' } }],
  ])('%s: an error until it is mended, and then none', async (_what, broken) => {
    const sound = documents;
    const keyOf = keys();
    documents = { ...sound, ...broken };
    expect(await keyOf('one')).toEqual(unreadable);
    documents = sound;
    expect(await keyOf('one')).toBe('one');
  });

  it('count for days while they cannot be read again, and not for ever', async () => {
    const keyOf = keys();
    await keyOf('one');
    documents = {};
    for (let day = 1; day < 5; day += 1) {
      pass(24 * hour + 60_000);
      expect(await keyOf('one')).toBe('one');
    }
    pass(24 * hour);
    expect(await keyOf('one')).toEqual(unreadable);
  });

  it('strangers who name keys that there are not set off no looks of their own', async () => {
    const keyOf = keys();
    await keyOf('one');
    documents = {};
    pass(31_000);
    const before = asked.length;
    for (const answer of await Promise.all(Array.from({ length: 200 }, (_, i) => keyOf(`invented-${i}`))))
      expect(answer).toEqual(unreadable);
    for (let i = 0; i < 200; i += 1) await keyOf(`another-${i}`);
    expect(asked.length - before).toBe(1);
  });

  it.each<[string, object[], string]>([
    ['for Teams among others', [forTeams('k')], 'k'],
    ['for no channel in particular', [forTeams('k', { endorsements: undefined })], 'k'],
    ['for none', [forTeams('k', { endorsements: [] })], 'k'],
    ['for another channel', [forTeams('k', { endorsements: ['webchat'] })], unknown],
    [
      'for encrypting, beside one of another channel for signing',
      [forTeams('k', { use: 'enc' }), forTeams('k', { endorsements: ['webchat'] })],
      unknown,
    ],
    ['that is no RSA key', [forTeams('k', { kty: 'oct', k: 'c2VjcmV0' })], unknown],
  ])('a key %s', async (_what, list, found) => {
    documents['https://bot.test/keys'] = { keys: [null, ...list] };
    expect(await keys()('k')).toBe(found);
  });

  it.each([undefined, null, 7, ''])('a token that names the key %j has none', async (kid) => {
    documents['https://bot.test/keys'] = { keys: [{ ...published, endorsements: ['msteams'] }] };
    expect(await keys()(kid)).toBe(unknown);
  });
});
