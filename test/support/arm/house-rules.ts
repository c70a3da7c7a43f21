import type { Deployment } from './deploy.js';
import type { Value } from './functions.js';

/** Property, by its path inside the resource, and the values it may have. */
type Rule = readonly [type: string, path: string, allowed: readonly Value[] | RegExp];

/** What Azure would take and we do not: who gets in how, and what the bot's addresses are. */
const rules: readonly Rule[] = [
  ['Microsoft.Web/sites', 'properties.httpsOnly', [true]],
  ['Microsoft.Web/sites', 'properties.siteConfig.minTlsVersion', ['1.2', '1.3']],
  ['Microsoft.Web/sites', 'properties.siteConfig.scmMinTlsVersion', ['1.2', '1.3']],
  ['Microsoft.Web/sites', 'properties.siteConfig.ftpsState', ['Disabled']],
  ['Microsoft.Web/sites', 'properties.siteConfig.remoteDebuggingEnabled', [false]],
  ['Microsoft.Web/sites', 'properties.siteConfig.alwaysOn', [true]],
  ['Microsoft.Web/sites', 'properties.siteConfig.healthCheckPath', ['/healthz']],
  ['Microsoft.Web/sites', 'properties.siteConfig.linuxFxVersion', /^NODE\|(22|24)-lts$/],
  ['Microsoft.Web/sites', 'identity.type', ['UserAssigned']],
  ['Microsoft.Web/sites/basicPublishingCredentialsPolicies', 'properties.allow', [false]],
  ['Microsoft.DBforPostgreSQL/flexibleServers', 'properties.authConfig.activeDirectoryAuth', ['Enabled']],
  ['Microsoft.DBforPostgreSQL/flexibleServers', 'properties.authConfig.passwordAuth', ['Disabled']],
  ['Microsoft.DBforPostgreSQL/flexibleServers', 'properties.network.delegatedSubnetResourceId', /\/subnets\/database$/],
  ['Microsoft.DBforPostgreSQL/flexibleServers/configurations', 'properties.value', ['TLSv1.2', 'TLSv1.3']],
  ['Microsoft.BotService/botServices', 'properties.msaAppType', ['SingleTenant']],
  ['Microsoft.BotService/botServices', 'properties.disableLocalAuth', [true]],
  ['Microsoft.BotService/botServices', 'properties.endpoint', /^https:\/\/[\w.-]+\/api\/messages$/],
  ['Microsoft.BotService/botServices/channels', 'properties.properties.isEnabled', [true]],
  ['Microsoft.Insights/webtests', 'properties.Request.RequestUrl', /^https:\/\/[\w.-]+\/readyz$/],
  ['Microsoft.Insights/webtests', 'properties.ValidationRules.ExpectedHttpStatusCode', [200]],
  ['Microsoft.Insights/webtests', 'properties.Enabled', [true]],
  ['Microsoft.Insights/metricAlerts', 'properties.enabled', [true]],
];

/** Where a deployment breaks our own rules; resources that are not deployed break none. */
export function houseRuleProblems({ deployed }: Pick<Deployment, 'deployed'>): readonly string[] {
  const roles = deployed
    .filter(({ type }) => type.startsWith('Microsoft.Authorization/'))
    .map(({ name }) => `${name}: nobody needs a role in Azure`);
  const policies = deployed
    .filter(({ type }) => type === 'Microsoft.Web/sites/basicPublishingCredentialsPolicies')
    .map(({ name }) => name.split('/')[1]);
  const left = ['ftp', 'scm']
    .filter((each) => !policies.includes(each))
    .map((each) => `publishing passwords of ${each} are not forbidden`);
  const broken = rules.flatMap(([type, path, allowed]) =>
    deployed
      .filter((resource) => resource.type === type)
      .map((resource) => at(resource, path))
      .filter(
        (value) =>
          !(allowed instanceof RegExp
            ? typeof value === 'string' && allowed.test(value)
            : allowed.includes(value as Value)),
      )
      .map((value) => `${type} ${path} may not be ${JSON.stringify(value)}`),
  );
  return [...roles, ...left, ...broken];
}

function at(resource: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((found, name) => (found as Record<string, unknown> | undefined)?.[name], resource);
}
