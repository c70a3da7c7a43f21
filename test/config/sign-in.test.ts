import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { generateKeyPairSync, webcrypto } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';
import { X509CertificateGenerator } from '@peculiar/x509';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load-config.js';

const appId = '11111111-2222-3333-4444-555555555555';
const tenantId = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';
const identity = '99999999-8888-7777-6666-555555555555';

const credentials = {
  MicrosoftAppPassword: 'hidden-word',
  MicrosoftAppCertificatePath: '/etc/app.pem',
  MicrosoftAppFederatedClientId: identity,
} as const;
type Credential = keyof typeof credentials;
const names = Object.keys(credentials) as Credential[];
const kinds = {
  MicrosoftAppPassword: 'secret',
  MicrosoftAppCertificatePath: 'certificate',
  MicrosoftAppFederatedClientId: 'federated',
} as const;

/** Every choice of some of the three. */
const subsets = names.reduce<readonly (readonly Credential[])[]>(
  (all, name) => [...all, ...all.map((some) => [...some, name])],
  [[]],
);
const types = [undefined, 'SingleTenant', 'MultiTenant', 'UserAssignedMSI'] as const;
const another = 'bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee';
const tenants = [
  {},
  { MicrosoftAppTenantId: tenantId },
  { TENANT_ID: tenantId },
  { MicrosoftAppTenantId: tenantId, TENANT_ID: another },
] as const;

interface Row {
  readonly title: string;
  readonly env: Readonly<Record<string, string>>;
  /** The way to sign in, or the variables that have to be named, each once. */
  readonly expected: { readonly kind: string } | { readonly named: readonly string[] };
}

const rows: readonly Row[] = types.flatMap((type) =>
  tenants.flatMap((tenant) =>
    subsets.map((given): Row => {
      const env = {
        MicrosoftAppId: appId,
        ...(type && { MicrosoftAppType: type }),
        ...tenant,
        ...Object.fromEntries(given.map((name) => [name, credentials[name]])),
      };
      const title = [
        type ?? 'no type',
        Object.keys(tenant).join(' unlike ') || 'no tenant',
        given.join(' + ') || 'no credential',
      ].join(', ');
      return { title, env, expected: expected(type, tenant, given) };
    }),
  ),
);

/**
 * The rules, told apart from the code: one credential, none for a managed identity; a tenant to serve; and no other one than
 * its own for a managed identity.
 */
function expected(
  type: (typeof types)[number],
  tenant: (typeof tenants)[number],
  given: readonly Credential[],
): Row['expected'] {
  const identityItself = type === 'UserAssignedMSI';
  const named: string[] = [];
  if (identityItself) named.push(...given);
  else if (given.length === 0) named.push('MicrosoftAppPassword');
  else if (given.length > 1) named.push(given[1] ?? '');
  const single = identityItself || type === 'SingleTenant' || (type === undefined && 'MicrosoftAppTenantId' in tenant);
  if (Object.keys(tenant).length === 0) named.push(single ? 'MicrosoftAppTenantId' : 'TENANT_ID');
  if (identityItself && Object.keys(tenant).length === 2) named.push('TENANT_ID');
  const [only] = given;
  return named.length > 0
    ? { named }
    : { kind: identityItself ? 'managedIdentity' : kinds[only ?? 'MicrosoftAppPassword'] };
}

it('the table has every combination', () => {
  expect(rows).toHaveLength(4 * 4 * 8);
});

it.each(rows)('$title', ({ env, expected: wanted }) => {
  const loaded = loadConfig(env);
  if ('kind' in wanted) {
    expect(loaded.kind === 'ok' && [loaded.config.bot.signIn.kind, loaded.config.graph.signIn.kind]).toEqual([
      wanted.kind,
      wanted.kind,
    ]);
    return;
  }
  if (loaded.kind === 'ok') throw new Error('This should have been refused.');
  expect(loaded.problems.map(({ variable }) => variable)).toEqual(wanted.named);
  for (const { problem, cure } of loaded.problems) {
    expect(problem).toMatch(/^\S.*\.$/);
    expect(cure).toMatch(/^(Set|Leave|Keep) .*\.$/);
    expect(problem + cure).not.toContain('hidden-word');
  }
});

describe('half a thing', () => {
  const sound = { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId, MicrosoftAppPassword: 'hidden-word' };
  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['a Graph application without its secret', { ...sound, GRAPH_CLIENT_ID: identity }, 'GRAPH_CLIENT_SECRET'],
    ['a Graph secret without its application', { ...sound, GRAPH_CLIENT_SECRET: 'hidden-word' }, 'GRAPH_CLIENT_ID'],
    [
      'an application that is its own credential',
      { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId, MicrosoftAppFederatedClientId: appId },
      'MicrosoftAppFederatedClientId',
    ],
    [
      'a password without an application',
      { MicrosoftAppPassword: 'hidden-word', GRAPH_BASE_URL: 'http://127.0.0.1:1' },
      'MicrosoftAppPassword',
    ],
    ['an app id that is none', { ...sound, MicrosoftAppId: 'my bot' }, 'MicrosoftAppId'],
    ['a tenant by its domain', { ...sound, MicrosoftAppTenantId: 'contoso.onmicrosoft.com' }, 'MicrosoftAppTenantId'],
    [
      'an identity by its name',
      { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId, MicrosoftAppFederatedClientId: 'my-identity' },
      'MicrosoftAppFederatedClientId',
    ],
    ['an app id of zeros', { ...sound, MicrosoftAppId: '00000000-0000-0000-0000-000000000000' }, 'MicrosoftAppId'],
    ['a stranger who signs people in, in capitals', { ...sound, LOGIN_URL: 'HTTPS://evil.example' }, 'LOGIN_URL'],
    [
      'a stranger whose address has a tab in it',
      { ...sound, TEAMS_SERVICE_URL: 'h\tttps://evil.example/teams/' },
      'TEAMS_SERVICE_URL',
    ],
    [
      'a stranger whose signatures would count',
      { ...sound, BOT_OPENID_METADATA: 'HttpS:\\\\evil.example\\keys' },
      'BOT_OPENID_METADATA',
    ],
    ['Graph without encryption, in capitals', { ...sound, GRAPH_BASE_URL: 'HTTP://127.0.0.1:1' }, 'GRAPH_BASE_URL'],
    [
      'a login address with the sign of a query',
      { ...sound, LOGIN_URL: 'https://login.microsoftonline.com?' },
      'LOGIN_URL',
    ],
    [
      'a public address with the sign of a fragment',
      { ...sound, PUBLIC_URL: 'https://assistant.example/#' },
      'PUBLIC_URL',
    ],
    [
      'a login address with a tenant in it',
      { ...sound, LOGIN_URL: 'https://login.microsoftonline.com/common' },
      'LOGIN_URL',
    ],
    ['a cloud whose Teams is not known for sure', { ...sound, CLOUD: 'china' }, 'CLOUD'],
  ])('%s is named', (_what, env, variable) => {
    const loaded = loadConfig(env);
    expect(loaded.kind === 'invalid' && loaded.problems.map((each) => each.variable)).toEqual([variable]);
    expect(JSON.stringify(loaded)).not.toContain('hidden-word');
  });
});

it('an application of another tenant may read that one', () => {
  const loaded = loadConfig({
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: tenantId,
    MicrosoftAppType: 'UserAssignedMSI',
    TENANT_ID: another,
    GRAPH_CLIENT_ID: identity,
    GRAPH_CLIENT_SECRET: 'hidden-word',
  });
  expect(loaded.kind === 'ok' && loaded.config.tenantId).toBe(another);
});

it('addresses are kept in their plain form', () => {
  const loaded = loadConfig({
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: tenantId,
    MicrosoftAppPassword: 'hidden-word',
    LOGIN_URL: 'HTTPS://Login.MicrosoftOnline.com',
    PUBLIC_URL: 'https:\\\\Assistant.example',
  });
  expect(loaded.kind === 'ok' && [loaded.config.cloud.loginUrl, loaded.config.publicUrl]).toEqual([
    'https://login.microsoftonline.com',
    'https://assistant.example',
  ]);
});

describe('the certificate file', () => {
  let folder: string;
  let pem: { readonly certificate: string; readonly key: string };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'device-join-pem-'));
    const algorithm = {
      name: 'RSASSA-PKCS1-v1_5',
      hash: 'SHA-256',
      publicExponent: new Uint8Array([1, 0, 1]),
      modulusLength: 2048,
    };
    const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
    const certificate = await X509CertificateGenerator.createSelfSigned(
      { name: 'CN=bot', keys, signingAlgorithm: algorithm },
      webcrypto as never,
    );
    const key = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey))
      .toString('base64')
      .replaceAll(/.{64}/g, '$&\n');
    pem = {
      certificate: certificate.toString('pem'),
      key: `-----BEGIN PRIVATE KEY-----\n${key}\n-----END PRIVATE KEY-----\n`,
    };
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function problemWith(content: string | undefined): Promise<readonly string[]> {
    const path = join(folder, 'app.pem');
    if (content === undefined) await rm(path, { force: true });
    else await writeFile(path, content);
    const env = { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId, MicrosoftAppCertificatePath: path };
    const loaded = loadConfig(env, (each) => readFileSync(each, 'utf8'));
    return loaded.kind === 'ok'
      ? []
      : loaded.problems.map(({ variable, problem }) => `${variable} ${problem.replace(path, 'FILE')}`);
  }

  it('with certificate and key, in any order, is taken', async () => {
    expect(await problemWith(`${pem.certificate}\n${pem.key}`)).toEqual([]);
    expect(await problemWith(`${pem.key}${pem.certificate}\n`)).toEqual([]);
  });

  it.each<[string, () => string | undefined, string]>([
    ['is not there', () => undefined, 'cannot be read (ENOENT)'],
    ['is empty', () => '', 'holds no certificate'],
    ['has the key alone', () => pem.key, 'holds no certificate'],
    ['has the certificate alone', () => pem.certificate, 'holds no private key'],
    [
      'has the key of another',
      () =>
        `${pem.certificate}\n${generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()}`,
      "holds a private key that is not the certificate's",
    ],
    [
      'has a key with a password',
      () =>
        `${pem.certificate}\n${generateKeyPairSync('rsa', { modulusLength: 2048, privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }, publicKeyEncoding: { type: 'spki', format: 'pem' } }).privateKey}`,
      'holds a private key that a password protects',
    ],
    [
      'has a key that Entra does not take',
      () =>
        `${pem.certificate}\n${generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()}`,
      'holds a private key that is not RSA',
    ],
    [
      'is damaged',
      () => `${pem.certificate.slice(0, 100)}AAAA\n-----END CERTIFICATE-----\n${pem.key}`,
      'holds a certificate or a private key that is damaged',
    ],
  ])('that %s is named with what is wrong', async (_what, content, found) => {
    expect(await problemWith(content())).toEqual([`MicrosoftAppCertificatePath FILE ${found}.`]);
  });
});
