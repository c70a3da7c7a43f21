import { describe, expect, it } from 'vitest';
import { loadConfig, problemLines } from '../../src/config/load-config.js';
import type { Config, ConfigProblem } from '../../src/config/load-config.js';

const appId = '11111111-2222-3333-4444-555555555555';
const tenant = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';
const other = '99999999-8888-7777-6666-555555555555';

/** The least that starts without credentials, and the least that starts with them. */
const anonymous = { GRAPH_BASE_URL: 'http://127.0.0.1:4000' };
const authenticated = { MicrosoftAppId: appId, MicrosoftAppPassword: 'hidden-word', MicrosoftAppTenantId: tenant };

function accepted(env: Record<string, string>): Config {
  const loaded = loadConfig(env);
  if (loaded.kind === 'invalid') throw new Error(problemLines(loaded.problems));
  return loaded.config;
}

function refused(env: Record<string, string>): readonly ConfigProblem[] {
  const loaded = loadConfig(env);
  if (loaded.kind === 'ok') throw new Error('This environment should have been refused.');
  return loaded.problems;
}

const names = (problems: readonly ConfigProblem[]): readonly string[] => problems.map(({ variable }) => variable);

describe('what is left out', () => {
  it('has the documented defaults when anonymous', () => {
    expect(accepted(anonymous)).toEqual({
      port: 3978,
      host: '127.0.0.1',
      anonymous: true,
      bot: { signIn: { kind: 'simulated' } },
      graph: { baseUrl: 'http://127.0.0.1:4000', signIn: { kind: 'simulated' } },
      cloud: {
        name: 'public',
        loginUrl: 'https://login.microsoftonline.com',
        botOpenIdMetadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
        botIssuer: 'https://api.botframework.com',
        portalUrl: 'https://entra.microsoft.com',
        postgresScope: 'https://ossrdbms-aad.database.windows.net/.default',
      },
      database: { kind: 'sqlite', path: 'data/assistant.db' },
      remindAfterMinutes: 60,
      remindUrgentAfterMinutes: 15,
      workingHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: 480, end: 1080 })),
      timeZone: 'UTC',
      defaultLocale: 'en',
      retentionDays: 90,
      auditRetentionDays: 365,
      staleDays: 90,
      allowDeviceCleanUp: false,
      deleteAfterDays: 14,
      logLevel: 'info',
      app: {},
    });
  });

  it("has the cloud's addresses and every interface with an app id", () => {
    const config = accepted(authenticated);
    expect(config.anonymous).toBe(false);
    expect(config.host).toBe('0.0.0.0');
    expect(config.graph.baseUrl).toBe('https://graph.microsoft.com');
    expect(config.cloud.teamsServiceUrl).toBe('https://smba.trafficmanager.net/teams/');
    expect(config.tenantId).toBe(tenant);
  });

  it('is the same as what is empty or blank', () => {
    const blank = {
      MicrosoftAppId: '',
      MicrosoftAppPassword: '  ',
      PORT: '',
      HOST: '\t',
      DATABASE_URL: '',
      RETENTION_DAYS: ' ',
    };
    expect(accepted({ ...anonymous, ...blank })).toEqual(accepted(anonymous));
  });
});

describe('anonymous means simulated', () => {
  it.each<[string, string, Record<string, string>]>([
    ['production', 'MicrosoftAppId', { NODE_ENV: 'production' }],
    ['every interface', 'HOST', { HOST: '0.0.0.0' }],
    ['every interface of IPv6', 'HOST', { HOST: '::' }],
    ['a name of this machine in the network', 'HOST', { HOST: 'bot.contoso.example' }],
    ['a name that begins like loopback', 'HOST', { HOST: '127.0.0.1.example' }],
    ['no Graph', 'GRAPH_BASE_URL', { GRAPH_BASE_URL: '' }],
    ['the real Graph', 'GRAPH_BASE_URL', { GRAPH_BASE_URL: 'https://graph.microsoft.com' }],
    ['https on loopback', 'GRAPH_BASE_URL', { GRAPH_BASE_URL: 'https://127.0.0.1:4000' }],
    ['http elsewhere', 'GRAPH_BASE_URL', { GRAPH_BASE_URL: 'http://10.0.0.7' }],
    ['http on a name that begins like loopback', 'GRAPH_BASE_URL', { GRAPH_BASE_URL: 'http://localhost.example' }],
    ['loopback as a user name', 'GRAPH_BASE_URL', { GRAPH_BASE_URL: 'http://127.0.0.1@evil.example' }],
    ['a Graph secret', 'GRAPH_CLIENT_SECRET', { GRAPH_CLIENT_ID: other, GRAPH_CLIENT_SECRET: 'hidden-word' }],
    ['a bot password', 'MicrosoftAppPassword', { MicrosoftAppPassword: 'hidden-word' }],
    ['a certificate', 'MicrosoftAppCertificatePath', { MicrosoftAppCertificatePath: '/etc/app.pem' }],
    ['a federated credential', 'MicrosoftAppFederatedClientId', { MicrosoftAppFederatedClientId: other }],
    ['a foreign login', 'LOGIN_URL', { LOGIN_URL: 'https://login.example' }],
  ])('refuses %s and names %s', (_what, variable, extra) => {
    const problems = refused({ ...anonymous, ...extra });
    expect(names(problems)).toEqual([variable]);
    expect(problemLines(problems)).not.toContain('hidden-word');
  });

  it.each(['http://127.0.0.1:4000', 'http://[::1]:4000', 'http://localhost:4000/graph/'])(
    'takes a Graph at %s',
    (address) => {
      expect(accepted({ GRAPH_BASE_URL: address }).graph.baseUrl).toBe(address.replace(/\/$/, ''));
    },
  );

  it.each([
    ['127.0.0.1', '127.0.0.1'],
    ['localhost', 'localhost'],
    ['::1', '::1'],
    ['[::1]', '::1'],
  ])('listens on %s', (given, host) => {
    expect(accepted({ ...anonymous, HOST: given }).host).toBe(host);
  });

  it('never knows a Teams service address', () => {
    expect(accepted(anonymous).cloud.teamsServiceUrl).toBeUndefined();
  });
});

describe('with an app id', () => {
  it.each<[string, string, Record<string, string>]>([
    ['a Graph without https', 'GRAPH_BASE_URL', { GRAPH_BASE_URL: 'http://127.0.0.1:4000' }],
    ['a foreign Graph', 'GRAPH_BASE_URL', { GRAPH_BASE_URL: 'https://graph.example' }],
    ["another cloud's Graph", 'GRAPH_BASE_URL', { GRAPH_BASE_URL: 'https://graph.microsoft.us' }],
    ['Graph on another port', 'GRAPH_BASE_URL', { GRAPH_BASE_URL: 'https://graph.microsoft.com:8443' }],
    ['a Graph address with a version', 'GRAPH_BASE_URL', { GRAPH_BASE_URL: 'https://graph.microsoft.com/v1.0' }],
    ['a foreign login', 'LOGIN_URL', { LOGIN_URL: 'https://login.example' }],
    ['a login without https', 'LOGIN_URL', { LOGIN_URL: 'http://127.0.0.1:5000' }],
    ['a foreign key document', 'BOT_OPENID_METADATA', { BOT_OPENID_METADATA: 'https://keys.example/v1' }],
    ['a foreign Teams', 'TEAMS_SERVICE_URL', { TEAMS_SERVICE_URL: 'https://teams.example' }],
    ['no way to sign in', 'MicrosoftAppPassword', { MicrosoftAppPassword: '' }],
    ['two ways to sign in', 'MicrosoftAppCertificatePath', { MicrosoftAppCertificatePath: '/etc/app.pem' }],
    ['a managed identity with a password', 'MicrosoftAppPassword', { MicrosoftAppType: 'UserAssignedMSI' }],
    [
      'a single tenant without a tenant',
      'MicrosoftAppTenantId',
      { MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: '' },
    ],
    ['a Graph application without its secret', 'GRAPH_CLIENT_SECRET', { GRAPH_CLIENT_ID: other }],
    ['a Graph secret without its application', 'GRAPH_CLIENT_ID', { GRAPH_CLIENT_SECRET: 'hidden-word' }],
  ])('refuses %s and names %s', (_what, variable, extra) => {
    const problems = refused({ ...authenticated, ...extra });
    expect(names(problems)).toEqual([variable]);
    expect(problemLines(problems)).not.toContain('hidden-word');
  });

  it('takes https addresses on this machine', () => {
    const config = accepted({
      ...authenticated,
      GRAPH_BASE_URL: 'https://localhost:4000/',
      LOGIN_URL: 'https://127.0.0.1:5000',
      BOT_OPENID_METADATA: 'https://[::1]:6000/keys',
    });
    expect(config.graph.baseUrl).toBe('https://localhost:4000');
    expect(config.cloud.loginUrl).toBe('https://127.0.0.1:5000');
    expect(config.cloud.botOpenIdMetadata).toBe('https://[::1]:6000/keys');
  });

  it.each<[string, Record<string, string>, object]>([
    ['a password', {}, { kind: 'secret', clientId: appId, clientSecret: 'hidden-word' }],
    [
      'a certificate',
      { MicrosoftAppPassword: '', MicrosoftAppCertificatePath: '/etc/app.pem' },
      { kind: 'certificate', clientId: appId, certificatePath: '/etc/app.pem' },
    ],
    [
      'a federated credential',
      { MicrosoftAppPassword: '', MicrosoftAppFederatedClientId: other },
      { kind: 'federated', clientId: appId, managedIdentityClientId: other },
    ],
    [
      'its managed identity',
      { MicrosoftAppPassword: '', MicrosoftAppType: 'userassignedmsi' },
      { kind: 'managedIdentity', clientId: appId },
    ],
  ])('signs in with %s, and reads Graph so too', (_way, extra, signIn) => {
    const config = accepted({ ...authenticated, ...extra });
    expect(config.bot).toEqual({ signIn, loginTenant: tenant });
    expect(config.graph.signIn).toEqual(signIn);
  });

  it('reads Graph as another application where one is given', () => {
    const config = accepted({ ...authenticated, GRAPH_CLIENT_ID: other, GRAPH_CLIENT_SECRET: 'second-word' });
    expect(config.graph.signIn).toEqual({ kind: 'secret', clientId: other, clientSecret: 'second-word' });
  });

  it('signs a multi-tenant bot in to the Bot Framework, and serves TENANT_ID', () => {
    const config = accepted({ ...authenticated, MicrosoftAppType: 'MultiTenant', TENANT_ID: other });
    expect(config.bot.loginTenant).toBe('botframework.com');
    expect(config.tenantId).toBe(other);
  });
});

describe('a cloud', () => {
  it.each([
    [
      'public',
      'https://graph.microsoft.com',
      'https://login.microsoftonline.com',
      'https://smba.trafficmanager.net/teams/',
    ],
    [
      'gcc',
      'https://graph.microsoft.com',
      'https://login.microsoftonline.com',
      'https://smba.infra.gcc.teams.microsoft.com/teams',
    ],
    [
      'GCCH',
      'https://graph.microsoft.us',
      'https://login.microsoftonline.us',
      'https://smba.infra.gov.teams.microsoft.us/teams',
    ],
    [
      'dod',
      'https://dod-graph.microsoft.us',
      'https://login.microsoftonline.us',
      'https://smba.infra.dod.teams.microsoft.us/teams',
    ],
  ])('%s picks the addresses', (cloud, graph, login, teams) => {
    const config = accepted({ ...authenticated, CLOUD: cloud });
    expect(config.graph.baseUrl).toBe(graph);
    expect(config.cloud).toMatchObject({ name: cloud.toLowerCase(), loginUrl: login, teamsServiceUrl: teams });
  });

  it.each([
    ['gcc', 'windows.net'],
    ['gcch', 'usgovcloudapi.net'],
    ['dod', 'usgovcloudapi.net'],
    ['china', 'chinacloudapi.cn'],
  ])('%s signs in to its own PostgreSQL', (cloud, domain) => {
    const teams =
      cloud === 'china' ? { TEAMS_SERVICE_URL: 'https://frontend.botapi.msg.infra.teams.microsoftonline.cn/' } : {};
    const config = accepted({ ...authenticated, CLOUD: cloud, ...teams });
    expect(config.cloud.postgresScope).toBe(`https://ossrdbms-aad.database.${domain}/.default`);
  });

  it.each([
    ['public', 'https://entra.microsoft.com'],
    ['gcc', 'https://entra.microsoft.com'],
    ['gcch', 'https://entra.microsoft.us'],
    ['dod', 'https://entra.microsoft.us'],
    ['china', 'https://entra.microsoftonline.cn'],
  ])('%s is administered at %s', (cloud, portalUrl) => {
    const teams =
      cloud === 'china' ? { TEAMS_SERVICE_URL: 'https://frontend.botapi.msg.infra.teams.microsoftonline.cn/' } : {};
    expect(accepted({ ...authenticated, CLOUD: cloud, ...teams }).cloud.portalUrl).toBe(portalUrl);
  });

  it('whose Teams address is not known for sure is refused until it is given', () => {
    const problems = refused({ ...authenticated, CLOUD: 'china' });
    expect(names(problems)).toEqual(['CLOUD']);
    expect(problems[0]?.problem).toContain('Teams');
    const own = 'https://frontend.botapi.msg.infra.teams.microsoftonline.cn/somewhere/';
    const { cloud, graph } = accepted({ ...authenticated, CLOUD: 'china', TEAMS_SERVICE_URL: own });
    expect(cloud.teamsServiceUrl).toBe(own);
    expect(graph.baseUrl).toBe('https://microsoftgraph.chinacloudapi.cn');
  });
});

describe('a value', () => {
  it.each<[string, readonly string[]]>([
    ['PORT', ['abc', '-1', '65536', '80.5', '1e3']],
    ['HOST', ['a b', 'http://x']],
    ['MicrosoftAppTenantId', ['contoso.onmicrosoft.com']],
    ['MicrosoftAppType', ['Tenant']],
    ['TENANT_ID', ['common']],
    ['CLOUD', ['germany']],
    ['LOGIN_URL', ['login.microsoftonline.com', 'https://user:hidden-word@login.microsoftonline.com']],
    ['DATABASE_URL', ['data.db', 'sqlite:', 'mysql://hidden-word@db', 'postgres//x']],
    ['HELPDESK_GROUP_ID', ['Helpdesk']],
    ['ADMIN_GROUP_ID', ['Administrators']],
    ['REMIND_AFTER_MINUTES', ['0', '-5', '1.5', '10081', '1h']],
    ['REMIND_URGENT_AFTER_MINUTES', ['0', 'soon']],
    ['WORKING_HOURS', ['always', 'Mon-Fri', 'Mon-Fri 18:00-08:00', 'Mon-Fry 08:00-18:00', 'Mon-Fri 08:00-18:00,']],
    ['TIME_ZONE', ['Berlin', '+01:00', 'W. Europe Standard Time', 'local']],
    ['DEFAULT_LOCALE', ['fr', 'klingon']],
    ['RETENTION_DAYS', ['0', '-5', 'ninety']],
    ['AUDIT_RETENTION_DAYS', ['0']],
    ['STALE_DAYS', ['0', '1.5']],
    ['LOG_LEVEL', ['verbose']],
    ['PUBLIC_URL', ['http://assistant.example', 'assistant.example']],
    ['APP_PRIVACY_URL', ['http://example.com']],
  ])('of %s that cannot be is refused with a cure', (variable, values) => {
    for (const value of values) {
      const problems = refused({ ...authenticated, [variable]: value });
      expect(names(problems), value).toEqual([variable]);
      expect(problems[0]?.cure, value).toMatch(/^Set it to a value such as ./);
      expect(problemLines(problems)).not.toContain('hidden-word');
    }
  });

  it('of MicrosoftAppId that is not an id does not count as anonymous', () => {
    expect(names(refused({ ...authenticated, MicrosoftAppId: 'my-bot' }))).toEqual(['MicrosoftAppId']);
  });

  it('is read into its meaning', () => {
    const config = accepted({
      ...authenticated,
      PORT: '0',
      DATABASE_URL: 'postgresql://assistant@db.contoso.example/assistant?sslmode=require',
      HELPDESK_CHANNEL_ID: '19:abc@thread.tacv2',
      ADMIN_GROUP_ID: 'AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE',
      REMIND_AFTER_MINUTES: '90',
      REMIND_URGENT_AFTER_MINUTES: '5',
      WORKING_HOURS: ' sat-sun 10:00-14:00; Mon 08:00-24:00 ',
      TIME_ZONE: 'Asia/Kolkata',
      DEFAULT_LOCALE: 'de-AT',
      LOG_LEVEL: 'DEBUG',
      PUBLIC_URL: 'https://assistant.contoso.example/',
      APP_TERMS_URL: 'https://contoso.example/terms',
    });
    expect(config).toMatchObject({
      port: 0,
      database: { kind: 'postgres', url: 'postgresql://assistant@db.contoso.example/assistant?sslmode=require' },
      helpdeskChannelId: '19:abc@thread.tacv2',
      adminGroupId: tenant,
      remindAfterMinutes: 90,
      remindUrgentAfterMinutes: 5,
      workingHours: [
        { weekday: 0, start: 600, end: 840 },
        { weekday: 1, start: 480, end: 1440 },
        { weekday: 6, start: 600, end: 840 },
      ],
      timeZone: 'Asia/Kolkata',
      defaultLocale: 'de',
      logLevel: 'debug',
      publicUrl: 'https://assistant.contoso.example',
      app: {
        websiteUrl: 'https://assistant.contoso.example/about',
        privacyUrl: 'https://assistant.contoso.example/privacy',
        termsUrl: 'https://contoso.example/terms',
      },
    });
  });
});

it('every mistake is reported at once', () => {
  const problems = refused({
    PORT: 'x',
    LOG_LEVEL: 'loud',
    HOST: '0.0.0.0',
    NODE_ENV: 'production',
    GRAPH_CLIENT_SECRET: 's',
  });
  expect(names(problems).toSorted()).toEqual(
    ['PORT', 'LOG_LEVEL', 'HOST', 'MicrosoftAppId', 'GRAPH_BASE_URL', 'GRAPH_CLIENT_SECRET'].toSorted(),
  );
});
