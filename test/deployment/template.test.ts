import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load-config.js';
import { variables } from '../../src/config/variables.js';
import { fileProblems, resourceProblems, schemaFolder, typesWithoutSchema } from '../support/arm/azure-schemas.js';
import { deploy, type Deployment } from '../support/arm/deploy.js';
import type { Fields, Value } from '../support/arm/functions.js';
import { houseRuleProblems } from '../support/arm/house-rules.js';
import type { ParameterFile, Template } from '../support/arm/model.js';

const folder = new URL('../../deploymentTemplates/', import.meta.url);
const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as T;
const template = read<Template>('azuredeploy.json');
const files = {
  team: read<ParameterFile>('azuredeploy.parameters.team.json'),
  trial: read<ParameterFile>('azuredeploy.parameters.trial.json'),
};

const appId = '11111111-2222-4333-8444-555555555555';
const tenantId = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
const place = {
  subscriptionId: '99999999-8888-4777-8666-555555555555',
  tenantId,
  resourceGroup: 'device-join',
  location: 'westeurope',
};
/** What README.md has one give beside the parameter file. */
const own: Fields = {
  appId,
  appServicePrincipalId: '22222222-3333-4444-8555-666666666666',
  alertEmail: 'it@contoso.example',
};

function given(variant: keyof typeof files, more: Fields = {}): Fields {
  return {
    ...Object.fromEntries(Object.entries(files[variant].parameters).map(([name, { value }]) => [name, value])),
    ...own,
    ...more,
  };
}

/** Everything that would be wrong with deploying this. */
function problemsOf(of: Template, values: Fields): readonly string[] {
  const { problems, deployed } = deploy(of, values, place);
  return [
    ...fileProblems('deploymentTemplate', of),
    ...problems,
    ...deployed.flatMap(resourceProblems),
    ...houseRuleProblems({ deployed }),
  ];
}

const built: Readonly<Record<keyof typeof files, Deployment>> = {
  team: deploy(template, given('team'), place),
  trial: deploy(template, given('trial'), place),
};

const variants = ['team', 'trial'] as const;
const clouds = ['public', 'gcc', 'gcch', 'dod'] as const;

describe.each(variants)('the variant %s', (variant) => {
  it.each(clouds)('is built and valid in the cloud %s', (cloud) => {
    expect(problemsOf(template, given(variant, { cloud }))).toEqual([]);
  });

  it('has a parameter file that is valid and names no other parameters', () => {
    expect(fileProblems('deploymentParameters', files[variant])).toEqual([]);
    expect(Object.keys(files[variant].parameters).filter((name) => !(name in template.parameters))).toEqual([]);
  });

  it.each(clouds)('gives the bot settings that it starts with in the cloud %s', (cloud) => {
    const settings = settingsOf(
      deploy(
        template,
        given(variant, {
          cloud,
          helpdeskGroupId: appId,
          adminGroupId: appId,
          developerName: 'Contoso IT',
          settings: { TIME_ZONE: 'Europe/Berlin' },
        }),
        place,
      ),
    );
    const loaded = loadConfig(settings);
    expect(loaded.kind === 'invalid' ? loaded.problems : []).toEqual([]);
    expect(loaded.kind === 'ok' && loaded.config).toMatchObject({
      bot: { signIn: { kind: 'federated', clientId: appId }, loginTenant: tenantId },
      graph: { signIn: { kind: 'federated' } },
      cloud: { name: cloud },
      timeZone: 'Europe/Berlin',
      publicUrl: `https://${siteOf(built[variant]).name}.azurewebsites.net`,
    });
  });

  it('sets nothing that neither the bot nor App Service knows', () => {
    const hosts = [
      'SCM_DO_BUILD_DURING_DEPLOYMENT',
      'CUSTOM_BUILD_COMMAND',
      'WEBSITES_CONTAINER_STOP_TIME_LIMIT',
      'WEBSITES_CONTAINER_START_TIME_LIMIT',
      'SCM_COMMAND_IDLE_TIMEOUT',
    ];
    expect(
      Object.keys(settingsOf(built[variant])).filter((name) => !(name in variables) && !hosts.includes(name)),
    ).toEqual([]);
  });

  it('has no secret in it anywhere', () => {
    expect(JSON.stringify(built[variant].deployed)).not.toMatch(/password(?!Auth)|secret|key"/i);
  });

  it('starts what package.json starts, and is given longer to stop than the bot takes', () => {
    const { scripts } = JSON.parse(readFileSync(new URL('../package.json', folder), 'utf8')) as {
      scripts: { start: string };
    };
    expect(siteOf(built[variant])).toMatchObject({ properties: { siteConfig: { appCommandLine: scripts.start } } });
    expect(Number(settingsOf(built[variant])['WEBSITES_CONTAINER_STOP_TIME_LIMIT'])).toBeGreaterThan(10);
  });

  it.each(['npm', 'node'])('does not take a build for one whose %s failed', (name) => {
    const folder = mkdtempSync(join(tmpdir(), 'device-join-build-'));
    for (const each of ['npm', 'node'])
      writeFileSync(join(folder, each), `#!/bin/sh\nexit ${each === name ? 1 : 0}\n`, { mode: 0o755 });
    // Oryx puts the command into a script as it is (BaseBashBuildScript.sh.tpl).
    const build = () =>
      spawnSync('bash', ['-c', `set -e\n${settingsOf(built[variant])['CUSTOM_BUILD_COMMAND'] ?? ''}\necho published`], {
        env: { PATH: `${folder}:/usr/bin:/bin` },
        encoding: 'utf8',
      });
    expect(build()).toMatchObject({ status: 1, stdout: '' });
    writeFileSync(join(folder, name), '#!/bin/sh\n');
    expect(build()).toMatchObject({ status: 0, stdout: 'published\n' });
    rmSync(folder, { recursive: true });
  });

  it('has the price class of the bot that its cloud has', () => {
    for (const cloud of clouds) {
      expect(
        found(deploy(template, given(variant, { cloud }), place), 'Microsoft.BotService/botServices'),
      ).toMatchObject({ sku: { name: ['gcch', 'dod'].includes(cloud) ? 'S1' : 'F0' } });
    }
  });

  it('alerts when /readyz does not answer 200', () => {
    const test = found(built[variant], 'Microsoft.Insights/webtests');
    const alert = found(built[variant], 'Microsoft.Insights/metricAlerts');
    expect(test).toMatchObject({
      properties: {
        Request: { RequestUrl: expect.stringMatching(/^https:.*\/readyz$/) as string },
        ValidationRules: { ExpectedHttpStatusCode: 200 },
      },
    });
    expect(alert).toMatchObject({ properties: { criteria: { webTestId: test.id } } });
  });

  it('has names that Azure takes, also with the longest prefix', () => {
    const { deployed } = deploy(template, given(variant, { namePrefix: 'a23456789012' }), place);
    const limits: Readonly<Record<string, number>> = {
      'Microsoft.BotService/botServices': 42,
      'Microsoft.Web/sites': 59,
      'Microsoft.Web/serverfarms': 60,
      'Microsoft.DBforPostgreSQL/flexibleServers': 63,
      'Microsoft.OperationalInsights/workspaces': 63,
    };
    expect(deployed.filter(({ type, name }) => name.length > (limits[type] ?? 128)).map(({ name }) => name)).toEqual(
      [],
    );
  });
});

describe('the variant team', () => {
  it('signs in to its PostgreSQL by its name, without a password', () => {
    expect(settingsOf(built.team)['DATABASE_URL']).toMatch(
      /^postgres:\/\/Device%20Join%20Assistant@[\w.-]+:5432\/assistant$/,
    );
  });

  it('runs as many instances as are wished', () => {
    expect(found(deploy(template, given('team', { instances: 3 }), place), 'Microsoft.Web/serverfarms')).toMatchObject({
      sku: { capacity: 3 },
    });
  });

  it('warns of nothing', () => {
    expect(built.team.outputs['warning']).toBe('none');
  });
});

describe('the variant trial', () => {
  it('needs no service principal, which only the database has for an administrator', () => {
    const { appServicePrincipalId: _left, ...rest } = given('trial');
    expect(problemsOf(template, rest)).toEqual([]);
  });

  it('says in its name and output that data can be lost', () => {
    expect(siteOf(built.trial).name).toContain('data-can-be-lost');
    expect(built.trial.outputs['warning']).toContain('IS LOST');
  });

  it('has one instance, and its database on the local disk, not on the share /home', () => {
    expect(found(deploy(template, given('trial', { instances: 3 }), place), 'Microsoft.Web/serverfarms')).toMatchObject(
      { sku: { capacity: 1 } },
    );
    expect(settingsOf(built.trial)['DATABASE_URL']).toMatch(/^sqlite:\/(?!home\/)/);
    expect(built.trial.deployed.filter(({ type }) => type.includes('PostgreSQL') || type.includes('Network'))).toEqual(
      [],
    );
  });
});

it('every parameter and every variable is used', () => {
  const used = [built.team, built.trial, deploy(template, given('team', { cloud: 'gcc' }), place)].map(
    (each) => each.used,
  );
  expect(
    Object.keys(template.parameters).filter((name) => !used.some(({ parameters }) => parameters.has(name))),
  ).toEqual([]);
  expect(Object.keys(template.variables).filter((name) => !used.some((each) => each.variables.has(name)))).toEqual([]);
});

it('the types without a published schema are these, and each of them occurs', () => {
  const types = new Set(template.resources.map(({ type }) => type));
  expect(typesWithoutSchema.filter((type) => !types.has(type))).toEqual([]);
});

const published = new URL('../../../shared/schemas/azure/', import.meta.url);
it.runIf(existsSync(published))('the copies of the schemas are the published ones', () => {
  for (const name of readdirSync(schemaFolder))
    expect(
      readFileSync(new URL(name, schemaFolder), 'utf8') === readFileSync(new URL(name, published), 'utf8'),
      name,
    ).toBe(true);
});

/** A place in the template, a wrong value for it, and what has to be said. Resources are named by their type's last word. */
const broken: readonly (readonly [what: string, path: string, value: Value | undefined, said: RegExp])[] = [
  [
    'a misspelt parameter',
    'resources.serverfarms.location',
    "[parameters('loction')]",
    /parameters\('loction'\) is not declared/,
  ],
  ['a misspelt variable', 'resources.serverfarms.name', "[variables('plan')]", /variables\('plan'\) is not declared/],
  [
    'a parameter that was taken out',
    'parameters.alertEmail',
    undefined,
    /parameters\('alertEmail'\) is not declared|parameter alertEmail is not declared/,
  ],
  ['a variable that was taken out', 'variables.identityId', undefined, /variables\('identityId'\) is not declared/],
  [
    'a resource that was taken out',
    'resources.workspaces',
    undefined,
    /OperationalInsights\/workspaces.*does not have/,
  ],
  [
    'a wait for nothing',
    'resources.components.dependsOn.0',
    "[resourceId('Microsoft.OperationalInsights/workspaces', 'other')]",
    /dependsOn .*workspaces\/other, which the template does not have/,
  ],
  ['a wait too few', 'resources.botServices.dependsOn', [], /needs .*Web\/sites.* and does not wait for it/],
  [
    'a child that does not wait for its parent',
    'resources.channels.dependsOn',
    [],
    /needs .*botServices.* and does not wait for it/,
  ],
  ['two that wait for each other', 'resources.serverfarms.dependsOn', ["[variables('siteId')]"], /waits for itself/],
  [
    'an id of the wrong type',
    'resources.sites.properties.serverFarmId',
    "[resourceId('Microsoft.Web/serverFarm', variables('planName'))]",
    /points at .*serverFarm/,
  ],
  [
    'an id with too few names',
    'resources.configurations.name',
    "[variables('databaseServerName')]",
    /has 1 parts, its type 2/,
  ],
  [
    'a reference to what is not deployed',
    'outputs.publicUrl.value',
    "[reference(resourceId('Microsoft.Web/sites', 'other'), '2024-11-01').defaultHostName]",
    /reference\(\) to .*other, which is not deployed/,
  ],
  [
    'a property that a resource does not tell',
    'outputs.publicUrl.value',
    "[reference(variables('siteId'), '2024-11-01').hostName]",
    /nothing called hostName/,
  ],
  [
    'a name that is empty where it is not deployed',
    'variables.databaseAdministrator',
    '',
    /has an empty part in its name/,
  ],
  [
    'a function that is none',
    'variables.team',
    "[equal(parameters('variant'), 'team')]",
    /equal\(\) is not a function/,
  ],
  ['brackets that do not close', 'variables.team', "[equals(parameters('variant'), 'team']", /expected/],
  [
    "an API version that is not the schema's",
    'resources.botServices.apiVersion',
    '2021-03-01',
    /API version 2021-03-01 instead of 2022-09-15/,
  ],
  ['a type that nobody knows', 'resources.botServices.type', 'Microsoft.BotService/bots', /no schema of this type/],
  ['a kind of bot that there is not', 'resources.botServices.kind', 'webapp', /botServices .*kind/],
  ['an app type that there is not', 'resources.botServices.properties.msaAppType', 'Federated', /msaAppType/],
  ['a bot without its app id', 'resources.botServices.properties.msaAppId', undefined, /required.*msaAppId/],
  ['a misspelt property', 'resources.sites.properties.httpOnly', true, /additional properties.*httpOnly/],
  ['TLS 1.4', 'resources.sites.properties.siteConfig.minTlsVersion', '1.4', /minTlsVersion/],
  ['FTPS half open', 'resources.sites.properties.siteConfig.ftpsState', 'Off', /ftpsState/],
  ['a text where true or false belongs', 'resources.sites.properties.httpsOnly', 'yes', /httpsOnly/],
  ['an identity of no kind', 'resources.sites.identity.type', 'User', /identity/],
  ['a PostgreSQL that there is not', 'resources.flexibleServers.properties.version', '9.6', /version/],
  ['a principal of no kind', 'resources.administrators.properties.principalType', 'Application', /principalType/],
  ['a workspace at no price', 'resources.workspaces.properties.sku.name', 'PerGB', /sku\/name/],
  ['a number as a setting', 'parameters.settings.defaultValue', { STALE_DAYS: 90 }, /Web\/sites\/config/],
  ['a version that is no version', 'contentVersion', '1.0', /contentVersion/],
  ['a parameter of no type', 'parameters.alertEmail.type', 'text', /parameters\/alertEmail/],
  ['plain http', 'resources.sites.properties.httpsOnly', false, /httpsOnly may not be false/],
  ['TLS 1.1', 'resources.sites.properties.siteConfig.minTlsVersion', '1.1', /minTlsVersion may not be "1.1"/],
  ['FTPS', 'resources.sites.properties.siteConfig.ftpsState', 'FtpsOnly', /ftpsState may not be "FtpsOnly"/],
  [
    'a publishing password',
    'resources.basicPublishingCredentialsPolicies.properties.allow',
    true,
    /allow may not be true/,
  ],
  [
    'a database password',
    'resources.flexibleServers.properties.authConfig.passwordAuth',
    'Enabled',
    /passwordAuth may not be "Enabled"/,
  ],
  [
    'a database outside of the network',
    'resources.flexibleServers.properties.network',
    undefined,
    /delegatedSubnetResourceId may not be undefined/,
  ],
  ['an old Node', 'parameters.nodeVersion.defaultValue', '18-lts', /nodeVersion may not be "18-lts"/],
  [
    'another endpoint',
    'resources.botServices.properties.endpoint',
    "[format('https://{0}/messages', reference(variables('siteId'), '2024-11-01').defaultHostName)]",
    /endpoint may not be/,
  ],
  ['a channel of no kind', 'resources.channels.properties.channelName', 'Teams', /channels/],
];

describe('a broken copy is caught', () => {
  it.each(broken)('%s', (_what, path, value, said) => {
    const copy = changed(path, value);
    const problems = variants.flatMap((variant) => problemsOf(copy, given(variant)));
    expect(problems.join('\n')).toMatch(said);
  });

  it.each<[string, Fields, RegExp]>([
    ['an unknown variant', { variant: 'demo' }, /parameter variant may not be "demo"/],
    ['an unknown cloud', { cloud: 'china' }, /parameter cloud may not be "china"/],
    ['an app id cut short', { appId: '11111111' }, /parameter appId is too short/],
    ['too many instances', { instances: 9 }, /parameter instances is too large/],
    ['a text for a number', { instances: '2' }, /parameter instances is string instead of int/],
    [
      'a team without a service principal',
      { appServicePrincipalId: '' },
      /administrators ".*\/" has an empty part in its name/,
    ],
    ['a name that is not declared', { sku: 'B1' }, /parameter sku is not declared/],
  ])('with %s', (_what, values, said) => {
    expect(problemsOf(template, given('team', values)).join('\n')).toMatch(said);
  });

  it('with a parameter missing', () => {
    const { alertEmail: _left, ...rest } = given('team');
    expect(problemsOf(template, rest).join('\n')).toContain('parameter alertEmail is not given');
  });
});

/** A copy of the template with one place changed, or taken out. */
function changed(path: string, value: Value | undefined): Template {
  const copy = structuredClone(template) as unknown as Record<string, unknown>;
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let at: Record<string, unknown> = copy;
  for (const [index, step] of steps.entries())
    at = (index === 1 && steps[0] === 'resources' ? at[indexOf(step)] : at[step]) as Record<string, unknown>;
  if (steps.length === 1 && steps[0] === 'resources') (copy['resources'] as unknown[]).splice(Number(indexOf(last)), 1);
  else if (value === undefined) delete at[last];
  else at[last] = value;
  return copy as unknown as Template;
}

function indexOf(word: string): string {
  const index = template.resources.findIndex(({ type }) => type.endsWith(`/${word}`));
  if (index < 0) throw new Error(`The template has no ${word}`);
  return String(index);
}

function found({ deployed }: Deployment, type: string) {
  const resource = deployed.find((each) => each.type === type);
  if (resource === undefined) throw new Error(`No ${type} is deployed`);
  return resource;
}

function siteOf(deployment: Deployment) {
  return found(deployment, 'Microsoft.Web/sites');
}

function settingsOf(deployment: Deployment): Readonly<Record<string, string>> {
  return found(deployment, 'Microsoft.Web/sites/config')['properties'] as Readonly<Record<string, string>>;
}
