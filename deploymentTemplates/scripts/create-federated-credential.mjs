/** Makes the managed identity the credential of the bot's app registration, so that there is no secret to keep. */
import { graph, graphList } from './az.mjs';
import { readDeployment } from './deployment.mjs';
import { readOptions } from './options.mjs';
import { main, Problem } from './problem.mjs';

const usage = `node deploymentTemplates/scripts/create-federated-credential.mjs --resource-group NAME [--deployment NAME] [--dry-run]

Makes the managed identity of the deployment a federated credential of the bot's app registration. An owner of the app
registration, or an Application Administrator, has to run it. With --dry-run it only says what it would do.`;

const name = 'device-join-assistant';

await main(async () => {
  const options = readOptions({ usage });
  const { appId, tenantId, cloud, identityPrincipalId } = readDeployment(options);
  // learn: workload-identity-federation-config-app-trust-managed-identity
  const government = cloud === 'gcch' || cloud === 'dod';
  const wanted = {
    issuer: `https://login.microsoftonline.${government ? 'us' : 'com'}/${tenantId}/v2.0`,
    subject: identityPrincipalId,
    audiences: [government ? 'api://AzureADTokenExchangeUSGov' : 'api://AzureADTokenExchange'],
  };
  process.stdout.write(`Federated credential of the app ${appId}:\n  issuer   ${wanted.issuer}\n  subject  ${wanted.subject}\n  audience ${wanted.audiences[0]}\n`);

  const list = `/v1.0/applications(appId='${appId}')/federatedIdentityCredentials`;
  const present = found(appId, () => graphList(list));
  const same = present.find(({ issuer, subject, audiences }) => issuer === wanted.issuer && subject === wanted.subject && audiences.includes(wanted.audiences[0]));
  if (same !== undefined) {
    process.stdout.write(`It is there already, as "${same.name}". Nothing to do.\n`);
    return;
  }
  const old = present.find((each) => each.name === name);
  if (options.dryRun) {
    process.stdout.write(old === undefined ? 'It would be made. Nothing was changed.\n' : `"${name}" has other values and would be changed to these. Nothing was changed.\n`);
    return;
  }
  found(appId, () => (old === undefined ? graph('POST', list, { name, ...wanted }) : graph('PATCH', `${list}/${old.id}`, wanted)));
  process.stdout.write(`${old === undefined ? 'Made' : 'Changed'}. It may take a few minutes until it counts.\n`);
});

/** What Graph refuses, in words. */
function found(appId, ask) {
  try {
    return ask();
  } catch (error) {
    const said = error.said ?? '';
    if (/Authorization_RequestDenied|Forbidden/i.test(said)) throw new Problem('You may not change this app registration. One of its owners, or an Application Administrator, has to run this.');
    if (/Request_ResourceNotFound|Not Found/i.test(said)) throw new Problem(`There is no app registration ${appId} in the tenant you are signed in to. Compare "az account show" with the parameter appId of the deployment.`);
    throw error;
  }
}
