import { graph, graphList } from './az.mjs';
import { Problem } from './problem.mjs';

/** Microsoft Graph itself, the same in every tenant and cloud. */
const graphAppId = '00000003-0000-0000-c000-000000000000';

/**
 * Grants what is needed and not yet granted, and names what is granted beyond that. Throws a Problem when somebody else has to do it.
 * @param {{ neededPermissions: readonly { name: string, onlyForCleanUp?: boolean }[], say: (key: string) => string, appId: string, deviceCleanUp: boolean, dryRun: boolean }} options
 */
export function grantNeeded({ neededPermissions, say, appId, deviceCleanUp, dryRun }) {
  const bot = servicePrincipal(appId);
  const service = graph('GET', `/v1.0/servicePrincipals(appId='${graphAppId}')?$select=id,appRoles`);
  const granted = graphList(`/v1.0/servicePrincipals/${bot.id}/appRoleAssignments`).filter(({ resourceId }) => resourceId === service.id);
  const roles = new Map(service.appRoles.map(({ value, id }) => [value, id]));

  process.stdout.write(`Microsoft Graph permissions of ${bot.displayName} (${appId}):\n\n`);
  const unknown = [];
  const wanted = neededPermissions.filter(({ onlyForCleanUp }) => deviceCleanUp || !onlyForCleanUp);
  for (const { name } of wanted) {
    const id = roles.get(name);
    if (id === undefined) unknown.push(name);
    else if (granted.some(({ appRoleId }) => appRoleId === id)) tell(name, 'granted already', say);
    else {
      if (!dryRun) grant(bot.id, service.id, id);
      tell(name, dryRun ? 'would be granted' : 'granted now', say);
    }
  }
  for (const { appRoleId } of granted) {
    const name = service.appRoles.find(({ id }) => id === appRoleId)?.value;
    if (!wanted.some((each) => each.name === name)) process.stdout.write(`${name ?? appRoleId}: granted and not needed. To remove it: Entra admin center > Enterprise applications > ${bot.displayName} > Permissions.\n`);
  }
  if (unknown.length > 0) throw new Problem(`Microsoft Graph does not offer ${unknown.join(', ')} in this cloud. The rest is done; the bot works without, as said above.`);
  process.stdout.write(dryRun ? '\nNothing was changed.\n' : '\nDone. A permission may take some minutes until it counts; restart the app if the doctor still misses one after ten.\n');
}

function servicePrincipal(appId) {
  try {
    return graph('GET', `/v1.0/servicePrincipals(appId='${appId}')?$select=id,displayName`);
  } catch (error) {
    if (/Request_ResourceNotFound|Not Found/i.test(error.said ?? '')) throw new Problem(`The application ${appId} has no service principal in this tenant. Make it with: az ad sp create --id ${appId}`);
    throw error;
  }
}

function grant(principalId, resourceId, appRoleId) {
  try {
    graph('POST', `/v1.0/servicePrincipals/${principalId}/appRoleAssignments`, { principalId, resourceId, appRoleId });
  } catch (error) {
    // The list may lag behind what was granted a moment ago.
    if (/Permission being assigned already exists/i.test(error.said ?? '')) return;
    if (/Authorization_RequestDenied|Forbidden/i.test(error.said ?? '')) throw new Problem('You may not grant permissions. A Privileged Role Administrator or a Global Administrator has to run this.');
    throw error;
  }
}

function tell(name, state, say) {
  process.stdout.write(`${name}: ${state}.\n    ${say(`doctor.feature.${name}`)}\n`);
}
