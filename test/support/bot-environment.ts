import type { SampleTenant } from '../../src/demo/tenant/model.js';
import { helpdeskChannel } from './activities.js';

/** The environment of a built bot that serves the sample tenant, without an account, from a simulated Graph. */
export function botEnvironment(
  { tenantId, helpdeskGroupId, adminGroupId }: SampleTenant,
  graphUrl: string,
  databaseUrl: string,
): Readonly<Record<string, string>> {
  return {
    TENANT_ID: tenantId,
    GRAPH_BASE_URL: graphUrl,
    HELPDESK_CHANNEL_ID: helpdeskChannel,
    HELPDESK_GROUP_ID: helpdeskGroupId,
    ADMIN_GROUP_ID: adminGroupId,
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'warn',
  };
}
