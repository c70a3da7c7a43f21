import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { neededPermissions } from '../../src/directory/permissions.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const appId = '11111111-2222-4333-8444-555555555555';
const tenantId = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';

interface World {
  signedIn: boolean;
  mayWrite: boolean;
  hasServicePrincipal: boolean;
  buildFails: boolean;
  /** The list of what is granted does not tell it yet. */
  listLags: boolean;
  graph: string;
  readonly calls: {
    readonly method?: string;
    readonly url?: string;
    readonly command?: string;
    readonly body?: unknown;
  }[];
  readonly deployments: Record<
    string,
    { provisioningState: string; outputs: Record<string, { type: string; value: unknown }> }
  >;
  roles: string[];
  grants: { principalId: string; resourceId: string; appRoleId: string }[];
  credentials: { id: string; name: string; issuer: string; subject: string; audiences: string[] }[];
}

let folder: string;
let world: World;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'device-join-az-'));
  cpSync(join(root, 'test/support/fake-az.mjs'), join(folder, 'az'));
  chmodSync(join(folder, 'az'), 0o755);
  const outputs = {
    appId,
    tenantId,
    cloud: 'public',
    identityPrincipalId: 'the-identity',
    siteName: 'device-join-abc',
    publicUrl: 'https://device-join-abc.example',
    deviceCleanUp: false,
  };
  world = {
    signedIn: true,
    mayWrite: true,
    hasServicePrincipal: true,
    buildFails: false,
    listLags: false,
    graph: 'https://graph.microsoft.com',
    calls: [],
    deployments: {
      'device-join-assistant': {
        provisioningState: 'Succeeded',
        outputs: Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, { type: 'string', value }])),
      },
    },
    roles: neededPermissions.map(({ name }) => name).concat('Mail.Send'),
    grants: [],
    credentials: [],
  };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a script with the fake CLI; the world is as it left it afterwards. */
async function runs(
  name: string,
  args: readonly string[] = [],
  path = `${folder}:${dirname(process.execPath)}:/usr/bin:/bin`,
) {
  const file = join(folder, 'world.json');
  writeFileSync(file, JSON.stringify(world));
  const child = spawn(
    process.execPath,
    [join(root, `deploymentTemplates/scripts/${name}.mjs`), '--resource-group', 'rg', ...args],
    { env: { PATH: path, FAKE_AZ: file }, cwd: folder },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  world = JSON.parse(readFileSync(file, 'utf8')) as World;
  return { code, said };
}

const writes = () => world.calls.filter(({ method }) => method !== undefined && method !== 'GET');
const output = (name: string, value: unknown): void => {
  (world.deployments['device-join-assistant'] as World['deployments'][string]).outputs[name] = {
    type: 'string',
    value,
  };
};

describe('create-federated-credential', () => {
  it('makes it, and finds nothing to do when it is run again', async () => {
    expect((await runs('create-federated-credential')).code).toBe(0);
    expect(world.credentials).toMatchObject([
      {
        issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
        subject: 'the-identity',
        audiences: ['api://AzureADTokenExchange'],
      },
    ]);
    world.calls.length = 0;
    expect((await runs('create-federated-credential')).said).toContain('Nothing to do');
    expect(writes()).toEqual([]);
  });

  it('only looks in a dry run', async () => {
    expect((await runs('create-federated-credential', ['--dry-run'])).said).toContain('Nothing was changed');
    expect(writes()).toEqual([]);
  });

  it('has the issuer and audience of the government clouds', async () => {
    output('cloud', 'gcch');
    await runs('create-federated-credential');
    expect(world.credentials).toMatchObject([
      { issuer: `https://login.microsoftonline.us/${tenantId}/v2.0`, audiences: ['api://AzureADTokenExchangeUSGov'] },
    ]);
  });

  it('asks the Graph that is the Department of Defense’s', async () => {
    output('cloud', 'dod');
    world.graph = 'https://dod-graph.microsoft.us';
    expect((await runs('create-federated-credential')).code).toBe(0);
    expect(world.calls.filter(({ url }) => url !== undefined).every(({ url }) => url?.startsWith(world.graph))).toBe(
      true,
    );
    expect(world.calls.some(({ command }) => command?.startsWith('cloud show'))).toBe(false);
  });

  it('changes its own when the identity is another', async () => {
    await runs('create-federated-credential');
    output('identityPrincipalId', 'a-new-identity');
    expect((await runs('create-federated-credential')).said).toContain('Changed');
    expect(world.credentials).toMatchObject([{ subject: 'a-new-identity' }]);
  });

  it.each<[string, () => void, RegExp]>([
    ['nobody is signed in', () => (world.signedIn = false), /az login/],
    ['the right is missing', () => (world.mayWrite = false), /Application Administrator, has to run this/],
    ['there is no such deployment', () => delete world.deployments['device-join-assistant'], /DeploymentNotFound/],
    ['the deployment is of something else', () => output('appId', undefined), /does not tell appId/],
  ])('says what to do when %s', async (_what, spoil, told) => {
    spoil();
    const { code, said } = await runs('create-federated-credential');
    expect(code).toBe(1);
    expect(said).toMatch(told);
    expect(said).not.toContain('at file:');
  });

  it('says where the CLI is when there is none', async () => {
    const { code, said } = await runs(
      'create-federated-credential',
      [],
      dirname(process.execPath) === '/usr/bin' ? '/nowhere' : dirname(process.execPath),
    );
    expect(code).toBe(1);
    expect(said).toContain('Azure CLI is not installed');
  });
});

describe('grant-graph-permissions', () => {
  const needed = neededPermissions.filter(({ onlyForCleanUp }) => !onlyForCleanUp).map(({ name }) => `role-${name}`);

  /** What the script does once the project is built, with the table of the doctor. */
  async function grants(options: object = {}) {
    const file = join(folder, 'world.json');
    writeFileSync(file, JSON.stringify(world));
    const modules = ['grant-needed', 'problem'].map((name) =>
      JSON.stringify(new URL(`../../deploymentTemplates/scripts/${name}.mjs`, import.meta.url).href),
    );
    const given = JSON.stringify({ neededPermissions, appId, deviceCleanUp: false, dryRun: false, ...options });
    const script = `import { grantNeeded } from ${modules[0] ?? ''}; import { main } from ${modules[1] ?? ''}; await main(async () => grantNeeded({ ...${given}, say: (key) => key }));`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      env: { PATH: `${folder}:${dirname(process.execPath)}:/usr/bin:/bin`, FAKE_AZ: file },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    world = JSON.parse(readFileSync(file, 'utf8')) as World;
    return { code, said };
  }

  it('grants what is needed, and finds nothing to do when it is run again', async () => {
    expect((await grants()).code).toBe(0);
    expect(world.grants.map(({ appRoleId }) => appRoleId).toSorted()).toEqual(needed.toSorted());
    expect(world.grants.every(({ principalId, resourceId }) => principalId === 'bot' && resourceId === 'graph')).toBe(
      true,
    );
    world.calls.length = 0;
    expect((await grants()).said).toContain('granted already');
    expect(writes()).toEqual([]);
  });

  it('takes what is there already, although the list does not tell it yet, for granted', async () => {
    await grants();
    const before = world.grants.length;
    world.listLags = true;
    expect((await grants()).code).toBe(0);
    expect(world.grants).toHaveLength(before);
  });

  it('only looks in a dry run, and says what each permission is for', async () => {
    const { said } = await grants({ dryRun: true });
    expect(said).toContain('User.Read.All: would be granted.');
    expect(said).toContain('doctor.feature.User.Read.All');
    expect(writes()).toEqual([]);
  });

  it('grants writing only with the clean-up', async () => {
    await grants({ deviceCleanUp: true });
    expect(world.grants.map(({ appRoleId }) => appRoleId)).toContain('role-Device.ReadWrite.All');
  });

  it('names what is granted and not needed, and leaves it', async () => {
    world.grants.push({ principalId: 'bot', resourceId: 'graph', appRoleId: 'role-Mail.Send' });
    expect((await grants()).said).toContain('Mail.Send: granted and not needed');
    expect(world.grants.map(({ appRoleId }) => appRoleId)).toContain('role-Mail.Send');
  });

  it.each<[string, () => void, RegExp]>([
    ['the right is missing', () => (world.mayWrite = false), /Privileged Role Administrator/],
    [
      'there is no service principal',
      () => (world.hasServicePrincipal = false),
      new RegExp(`az ad sp create --id ${appId}`),
    ],
    [
      'Graph does not offer one',
      () => (world.roles = world.roles.filter((name) => name !== 'Domain.Read.All')),
      /does not offer Domain\.Read\.All/,
    ],
  ])('says what to do when %s', async (_what, spoil, told) => {
    spoil();
    const { code, said } = await grants();
    expect(code).toBe(1);
    expect(said).toMatch(told);
  });

  it('the walk-through has the same permissions', () => {
    const readme = readFileSync(join(root, 'deploymentTemplates/README.md'), 'utf8');
    const named = [...readme.matchAll(/^\| `([A-Z]\w+(?:\.\w+)+)`/gm)].map(([, name]) => name);
    expect(named.toSorted()).toEqual(neededPermissions.map(({ name }) => name).toSorted());
  });
});

describe('upload-source', () => {
  it('packs what the server needs and nothing else, twice the same, and changes nothing in a dry run', async () => {
    const pack = async (name: string) => {
      const { code, said } = await runs('upload-source', ['--dry-run', '--out', join(folder, name)]);
      expect(code, said).toBe(0);
      return readFileSync(join(folder, name));
    };
    const [one, two] = [await pack('a.zip'), await pack('b.zip')];
    expect(one.equals(two)).toBe(true);
    const names = Object.keys(unzipSync(one));
    expect(names).toEqual(
      expect.arrayContaining([
        'package.json',
        'package-lock.json',
        'tsconfig.json',
        '.ci/build.mjs',
        'src/main.ts',
        'cards/audit-list.json',
      ]),
    );
    expect(names.filter((name) => /^(node_modules|dist|data|test|artifacts|\.env|\.git)/.test(name))).toEqual([]);
    expect(world.calls.filter(({ command }) => command?.startsWith('webapp'))).toEqual([]);
  });

  /** Uploads to an app that gives these answers to `/readyz`, the last one from then on. */
  const uploads = async (answers: readonly (readonly [status: number, body: string])[]) => {
    let asked = 0;
    const server = createServer((_request, response) => {
      const [status, body] = answers[Math.min(asked, answers.length - 1)] ?? [500, ''];
      asked += 1;
      response.writeHead(status);
      response.end(body);
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    output('publicUrl', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    try {
      return await runs('upload-source', ['--wait', '0.05', '--out', join(folder, 's.zip')]);
    } finally {
      server.close();
    }
  };
  const readySince = (at: number) =>
    [200, JSON.stringify({ status: 'ready', startedAt: new Date(at).toISOString() })] as const;
  const before = Date.now() - 3_600_000;
  const after = Date.now() + 3_600_000;

  it('uploads, tells why the bot is not ready, and ends when it is', async () => {
    const page = [200, '<html>App Service</html>'] as const;
    const { code, said } = await uploads([
      page,
      page,
      [503, '{"status":"not ready","reason":"The database does not answer."}'],
      readySince(after),
    ]);
    expect(said).toMatch(/no bot yet \(HTTP 200\)[^]*The database does not answer\.[^]*The bot is ready/);
    expect(code).toBe(0);
    expect(world.calls.at(-1)?.command).toMatch(
      /^webapp deployment source config-zip --resource-group rg --name device-join-abc --src .*s\.zip/,
    );
  });

  it('on an update does not take the bot from before for the new one', async () => {
    const { code, said } = await uploads([readySince(before), readySince(before), readySince(after)]);
    expect(said).toMatch(/the bot from before still answers[^]*The bot is ready/);
    expect(code).toBe(0);
    const never = await uploads([readySince(before)]);
    expect(never.code).toBe(1);
    expect(never.said).toContain('Not ready after 0.05 minutes: the bot from before still answers');
  });

  it('of which the build fails: says so, and where to look', async () => {
    world.buildFails = true;
    const { code, said } = await runs('upload-source', ['--out', join(folder, 's.zip')]);
    expect(code).toBe(1);
    expect(said).toMatch(
      /Deployment Failed[^]*az webapp log deployment show --resource-group rg --name device-join-abc/,
    );
  });

  it('gives up after the time it was given', async () => {
    output('publicUrl', 'http://127.0.0.1:9');
    const { code, said } = await runs('upload-source', ['--wait', '0.01', '--out', join(folder, 's.zip')]);
    expect(code).toBe(1);
    expect(said).toContain('Not ready after 0.01 minutes');
  });
});
