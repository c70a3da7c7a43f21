import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createGraphCheck } from '../../src/directory/check-graph.js';
import { createGraphPort, type GraphPort } from '../../src/directory/graph-port.js';
import { createTokenSource } from '../../src/directory/token-source.js';
import { callLimits } from '../../src/limits.js';
import type { CallLimit } from '../../src/runtime/call-limit.js';
import type { SignIn } from '../../src/directory/sign-in.js';
import { connectTeams, type Teams } from '../../src/teams/connect-teams.js';
import { downloadFile } from '../../src/teams/files/download-file.js';
import { createTeamsKeys } from '../../src/teams/authentication/teams-keys.js';
import { createUpload } from '../../src/teams/files/upload-file.js';
import { misbehaviours, startEvilHost, type EvilHost } from '../support/evil-host.js';
import { makeCertificates } from '../support/stand-in/certificates.js';

/** What the network takes on its way, beyond what the bot reads of it. */
const underway = 16_000_000;
/** The usual sizes, in a fraction of the time. */
const soon = ({ bytes }: CallLimit): CallLimit => ({ bytes, ms: 400 });

let plain: EvilHost;
let secure: EvilHost;
beforeAll(async () => {
  plain = await startEvilHost();
  secure = await startEvilHost((await makeCertificates(new Date())).server);
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await Promise.all([plain.close(), secure.close()]);
});
afterEach(() => void (plain.status = 200));

function graph(): GraphPort {
  const token = createTokenSource({ kind: 'simulated' }, { authorityHost: 'https://localhost', tenantId: 'none' });
  return createGraphPort({ baseUrl: plain.url, token, fetch, now: Date.now, budgetMs: 400, pauseMs: 1 });
}

function tokenFrom(signIn: SignIn): Promise<string> {
  return createTokenSource(
    signIn,
    { authorityHost: secure.url, tenantId: '44444444-2222-4333-8444-555555555555' },
    soon(callLimits.token),
  ).token('https://graph.microsoft.com/.default');
}

function teams(): Teams {
  return connectTeams({
    appId: undefined,
    tokens: { token: async () => '' },
    tenantId: 'none',
    cloud: {
      loginUrl: 'https://localhost',
      botIssuer: 'https://api.botframework.com',
      botOpenIdMetadata: 'https://localhost/keys',
    },
    storage: {
      conversations: {
        rememberPerson: async () => undefined,
        person: async () => undefined,
        rememberServiceUrl: async () => undefined,
        serviceUrl: async () => plain.url,
      },
      handled: { first: async () => true, forget: async () => undefined },
    },
    fetch,
    defaultLocale: 'en',
    now: () => new Date(),
    newId: () => 'id',
    throttle: (_key, tell) => tell(),
    onFailure: () => undefined,
    limits: { reply: soon(callLimits.reply), teams: soon(callLimits.teams), answerMs: 400 },
  });
}

const allowed = { allowedFileHost: () => true };
const to = { kind: 'channel', channelId: '19:c@thread.tacv2' } as const;

/** Everybody who asks somebody outside: whom, how much may come of it, and what is told of an answer that is none. */
const callers: Readonly<
  Record<
    string,
    {
      readonly host: () => EvilHost;
      readonly bytes: number;
      readonly ask: () => Promise<unknown>;
      readonly told: unknown;
    }
  >
> = {
  'Graph for a page': {
    host: () => plain,
    bytes: callLimits.graph.bytes,
    ask: () => graph().get('/devices', graph().turn()),
    told: { ok: false, reason: expect.stringMatching(/^(timeout|invalid)$/) as string },
  },
  'Graph for a batch': {
    host: () => plain,
    bytes: callLimits.graph.bytes,
    ask: async () => [...(await graph().batch([{ id: 'a', url: '/me' }], graph().turn())).values()],
    told: [{ ok: false, reason: expect.stringMatching(/^(timeout|invalid)$/) as string }],
  },
  'Graph for a change': {
    host: () => plain,
    bytes: callLimits.graph.bytes,
    ask: () => graph().patchOnce('/devices/1', {}, graph().turn()),
    told: { ok: false, reason: expect.stringMatching(/^(timeout|invalid)$/) as string },
  },
  'Graph for the time': {
    host: () => plain,
    bytes: callLimits.clock.bytes,
    ask: () =>
      createGraphCheck({
        graph: graph(),
        baseUrl: plain.url,
        fetch,
        now: Date.now,
        limit: soon(callLimits.clock),
      }).clockAheadMs(),
    told: expect.toSatisfy((ahead) => ahead === undefined || typeof ahead === 'number'),
  },
  'the keys of Teams': {
    host: () => plain,
    bytes: callLimits.keys.bytes,
    ask: () =>
      createTeamsKeys({ openIdMetadata: plain.url, fetch, now: () => new Date(), limit: soon(callLimits.keys) })({
        alg: 'RS256',
        kid: 'one',
      }).catch(() => 'none'),
    told: 'none',
  },
  'a file': {
    host: () => plain,
    bytes: callLimits.file.bytes,
    ask: () => downloadFile(plain.url, { fetch, ...allowed, signal: AbortSignal.timeout(400) }),
    told: expect.toSatisfy(
      ({ kind, problem }: { kind: string; problem?: string }) =>
        kind === 'read' || problem === 'tooLarge' || problem === 'notReachable',
    ),
  },
  'the place of an upload': {
    host: () => plain,
    bytes: callLimits.upload.bytes,
    ask: () =>
      createUpload({ fetch, ...allowed, pauseMs: 1, limit: soon(callLimits.upload) })(
        (async function* () {
          yield 'a,b';
        })(),
        plain.url,
      ),
    told: expect.stringMatching(/^(done|failed)$/) as string,
  },
  'Teams, to post': {
    host: () => plain,
    bytes: callLimits.teams.bytes,
    ask: () => teams().messenger.post(to, { kind: 'channelTest' }, { locale: 'en', again: false }),
    told: expect.objectContaining({ kind: 'unknown' }),
  },
  'Teams, to replace': {
    host: () => plain,
    bytes: callLimits.teams.bytes,
    ask: () =>
      teams().messenger.update({ conversationId: 'c', activityId: 'a' }, { kind: 'channelTest' }, { locale: 'en' }),
    told: expect.toSatisfy(({ kind }: { kind: string }) => kind === 'unknown' || kind === 'sent'),
  },
  'Teams who is mentioned': {
    host: () => plain,
    bytes: callLimits.teams.bytes,
    ask: () =>
      teams()
        .roster.objectIdOf('19:c', '29:a')
        .catch(() => undefined),
    told: undefined,
  },
  'Teams for the members of a channel': {
    host: () => plain,
    bytes: callLimits.teams.bytes,
    ask: () => teams().channels.members('19:c'),
    told: undefined,
  },
  'the login service': {
    host: () => secure,
    bytes: callLimits.token.bytes,
    ask: () => tokenFrom({ kind: 'secret', clientId: 'app', clientSecret: 'hush' }).catch(() => 'none'),
    told: 'none',
  },
  "the host's own identity": {
    host: () => plain,
    bytes: callLimits.token.bytes,
    ask: () => {
      vi.stubEnv('IDENTITY_ENDPOINT', `${plain.url}/msi/token`);
      vi.stubEnv('IDENTITY_HEADER', 'word');
      return tokenFrom({ kind: 'managedIdentity', clientId: 'identity' }).catch(() => 'none');
    },
    told: 'none',
  },
};

describe.each(Object.entries(callers))('asked: %s', (_who, { host, bytes, ask, told }) => {
  it.each(misbehaviours)('what it says ends, whether it likes or not: %s', async (behaves) => {
    const evil = host();
    evil.behaves = behaves;
    const [asked, before] = [evil.asked, evil.sentBytes];
    expect(await ask()).toEqual(told);
    expect(evil.asked).toBeGreaterThan(asked);
    // Nothing goes on behind the back of whoever asked: the connection is closed, not left to run.
    await expect.poll(() => evil.going, { timeout: 5_000 }).toBe(0);
    expect(evil.sentBytes - before).toBeLessThan((evil.asked - asked) * (bytes + underway));
  });

  it('an error of any length is an error', async () => {
    const evil = host();
    evil.behaves = 'flood';
    evil.status = 500;
    await ask();
    await expect.poll(() => evil.going, { timeout: 5_000 }).toBe(0);
  });
});
