export const cloudNames = ['public', 'gcc', 'gcch', 'dod', 'china'] as const;

export type CloudName = (typeof cloudNames)[number];

/**
 * The addresses of one Microsoft cloud, and what is not alike in all. Sources: learn.microsoft.com graph/deployments and Teams'
 * send-proactive-messages (service addresses); GovernmentConstants of botframework-connector 4.23; the cloud presets of
 * the Teams SDK (microsoft/teams.ts), which alone name the Bot Framework's addresses of DoD and China; PostgreSQL's scopes
 * are those of the Azure CLI (`az cloud show --query endpoints.ossrdbmsResourceId`) and the Azure SDK for Java; the admin
 * centers are the three of entra/fundamentals/faq (addresses to allow on a firewall), each going with its login authority.
 */
export interface Cloud {
  /** Login authority, without a path. */
  readonly loginUrl: string;
  /** Tenant in which a multi-tenant bot signs in. */
  readonly botLoginTenant: string;
  /** Graph's root without version. */
  readonly graphUrl: string;
  readonly botOpenIdMetadata: string;
  /** `iss` of the Bot Framework's tokens, and audience of ours to it. */
  readonly botIssuer: string;
  /** Origin of the Microsoft Entra admin center, without a slash at its end. */
  readonly portalUrl: string;
  /** What a token is asked for that signs in to Azure Database for PostgreSQL. */
  readonly postgresScope: string;
  /** Where conversations are reached that were never heard from; undefined where no page states it. */
  readonly teamsServiceUrl?: string;
  /** Host of the service addresses that activities carry. */
  readonly teamsHost: string;
  /** Whether bots send and receive files in its Teams (learn: bots-filesv4). */
  readonly botsHaveFiles: boolean;
}

const worldwide = {
  loginUrl: 'https://login.microsoftonline.com',
  botLoginTenant: 'botframework.com',
  graphUrl: 'https://graph.microsoft.com',
  botOpenIdMetadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  botIssuer: 'https://api.botframework.com',
  portalUrl: 'https://entra.microsoft.com',
  postgresScope: 'https://ossrdbms-aad.database.windows.net/.default',
  botsHaveFiles: true,
} as const;

const unitedStates = {
  loginUrl: 'https://login.microsoftonline.us',
  botLoginTenant: 'MicrosoftServices.onmicrosoft.us',
  botOpenIdMetadata: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
  botIssuer: 'https://api.botframework.us',
  portalUrl: 'https://entra.microsoft.us',
  postgresScope: 'https://ossrdbms-aad.database.usgovcloudapi.net/.default',
  botsHaveFiles: false,
} as const;

export const clouds: Readonly<Record<CloudName, Cloud>> = {
  public: {
    ...worldwide,
    teamsServiceUrl: 'https://smba.trafficmanager.net/teams/',
    teamsHost: 'smba.trafficmanager.net',
  },
  gcc: {
    ...worldwide,
    teamsServiceUrl: 'https://smba.infra.gcc.teams.microsoft.com/teams',
    teamsHost: 'smba.infra.gcc.teams.microsoft.com',
  },
  gcch: {
    ...unitedStates,
    graphUrl: 'https://graph.microsoft.us',
    teamsServiceUrl: 'https://smba.infra.gov.teams.microsoft.us/teams',
    teamsHost: 'smba.infra.gov.teams.microsoft.us',
  },
  dod: {
    ...unitedStates,
    graphUrl: 'https://dod-graph.microsoft.us',
    teamsServiceUrl: 'https://smba.infra.dod.teams.microsoft.us/teams',
    teamsHost: 'smba.infra.dod.teams.microsoft.us',
  },
  china: {
    loginUrl: 'https://login.partner.microsoftonline.cn',
    botLoginTenant: 'microsoftservices.partner.onmschina.cn',
    graphUrl: 'https://microsoftgraph.chinacloudapi.cn',
    botOpenIdMetadata: 'https://login.botframework.azure.cn/v1/.well-known/openidconfiguration',
    botIssuer: 'https://api.botframework.azure.cn',
    portalUrl: 'https://entra.microsoftonline.cn',
    postgresScope: 'https://ossrdbms-aad.database.chinacloudapi.cn/.default',
    teamsHost: 'frontend.botapi.msg.infra.teams.microsoftonline.cn',
    botsHaveFiles: false,
  },
};
