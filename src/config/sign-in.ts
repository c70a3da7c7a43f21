import type { SignIn } from '../directory/sign-in.js';
import { certificateProblems, type ReadFile } from './certificate.js';
import type { ConfigProblem } from './problem.js';
import { isGiven } from './variables.js';
import type { Environment, Values, VariableName } from './variables.js';

const credentials = [
  'MicrosoftAppPassword',
  'MicrosoftAppCertificatePath',
  'MicrosoftAppFederatedClientId',
] as const satisfies readonly VariableName[];

export type AppType = NonNullable<Values['MicrosoftAppType']>;

/** The type given, else single-tenant where a tenant is named; Bot Framework's own default is multi-tenant. */
export function appType(values: Values): AppType {
  return values.MicrosoftAppType ?? (values.MicrosoftAppTenantId === undefined ? 'MultiTenant' : 'SingleTenant');
}

/** The bot's way to sign in; simulated without an app id. Call only when `signInProblems` found none. */
export function botSignIn(values: Values): SignIn {
  const clientId = values.MicrosoftAppId;
  if (clientId === undefined) return { kind: 'simulated' };
  if (values.MicrosoftAppPassword !== undefined) {
    return { kind: 'secret', clientId, clientSecret: values.MicrosoftAppPassword };
  }
  if (values.MicrosoftAppCertificatePath !== undefined) {
    return { kind: 'certificate', clientId, certificatePath: values.MicrosoftAppCertificatePath };
  }
  if (values.MicrosoftAppFederatedClientId !== undefined) {
    return { kind: 'federated', clientId, managedIdentityClientId: values.MicrosoftAppFederatedClientId };
  }
  return { kind: 'managedIdentity', clientId };
}

/** Graph's own application if there is one, else the bot's. */
export function graphSignIn(values: Values): SignIn {
  const { GRAPH_CLIENT_ID: clientId, GRAPH_CLIENT_SECRET: clientSecret } = values;
  return clientId !== undefined && clientSecret !== undefined
    ? { kind: 'secret', clientId, clientSecret }
    : botSignIn(values);
}

/** What is contradictory or missing among the variables that sign a bot with an app id in; with `readFile`, and in its certificate. */
export function signInProblems(env: Environment, values: Values, readFile?: ReadFile): readonly ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const given = credentials.filter((name) => isGiven(env, name));
  const type = appType(values);
  if (type === 'UserAssignedMSI') {
    for (const variable of given) {
      problems.push({
        variable,
        problem: 'a bot of type UserAssignedMSI signs in as its managed identity.',
        cure: `Leave ${variable} out, or set MicrosoftAppType to SingleTenant.`,
      });
    }
  } else if (given.length === 0) {
    problems.push({
      variable: 'MicrosoftAppPassword',
      problem: `a bot of type ${type} needs a way to sign in, and none is set.`,
      cure: `Set one of ${credentials.join(', ')}.`,
    });
  } else if (given.length > 1) {
    problems.push({
      variable: given[1] ?? 'MicrosoftAppPassword',
      problem: `more than one way to sign in is set: ${given.join(', ')}.`,
      cure: 'Keep one of them and leave the others out.',
    });
  } else if (values.MicrosoftAppCertificatePath !== undefined && readFile !== undefined) {
    problems.push(...certificateProblems(values.MicrosoftAppCertificatePath, readFile));
  } else if (
    values.MicrosoftAppFederatedClientId !== undefined &&
    values.MicrosoftAppFederatedClientId === values.MicrosoftAppId
  ) {
    problems.push({
      variable: 'MicrosoftAppFederatedClientId',
      problem: 'it is the same as MicrosoftAppId, and an application cannot be its own credential.',
      cure: 'Set it to the client id of the managed identity; where the bot itself is that identity, leave it out and set MicrosoftAppType to UserAssignedMSI.',
    });
  }
  if (!isGiven(env, 'MicrosoftAppTenantId') && !isGiven(env, 'TENANT_ID')) {
    problems.push(
      type === 'MultiTenant'
        ? {
            variable: 'TENANT_ID',
            problem: 'a multi-tenant bot can be added anywhere, and the tenant whose people it serves is not named.',
            cure: 'Set it to the directory (tenant) id of your company.',
          }
        : {
            variable: 'MicrosoftAppTenantId',
            problem: `a bot of type ${type} signs in to one tenant, and none is named.`,
            cure: 'Set it to the directory (tenant) id of the app registration.',
          },
    );
  }
  const { MicrosoftAppTenantId: home, TENANT_ID: served, GRAPH_CLIENT_ID: graphApp } = values;
  if (
    type === 'UserAssignedMSI' &&
    graphApp === undefined &&
    home !== undefined &&
    served !== undefined &&
    home !== served
  ) {
    problems.push({
      variable: 'TENANT_ID',
      problem: 'it is not MicrosoftAppTenantId, and a managed identity can read the directory of its own tenant only.',
      cure: 'Leave it out, or name an application of that tenant in GRAPH_CLIENT_ID and GRAPH_CLIENT_SECRET.',
    });
  }
  const pair = ['GRAPH_CLIENT_ID', 'GRAPH_CLIENT_SECRET'] as const;
  const missing = pair.filter((name) => !isGiven(env, name));
  for (const variable of missing.length === 1 ? missing : []) {
    problems.push({
      variable,
      problem: 'GRAPH_CLIENT_ID and GRAPH_CLIENT_SECRET belong together, and one is missing.',
      cure: 'Set both, or leave both out so that Graph is read as the bot.',
    });
  }
  return problems;
}
