/** Grants the bot's application what it needs of Microsoft Graph, and nothing else. Run again it finds nothing to do. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { installMissing } from '../../.ci/install-missing.mjs';
import { graph, graphList } from './az.mjs';
import { readDeployment } from './deployment.mjs';
import { readOptions } from './options.mjs';
import { main, Problem } from './problem.mjs';

const usage = `node deploymentTemplates/scripts/grant-graph-permissions.mjs --resource-group NAME [--deployment NAME] [--dry-run]

Grants the application permissions of Microsoft Graph that the bot needs. A Privileged Role Administrator or a Global
Administrator has to run it: granting is the administrator's consent. With --dry-run it only says what it would do.`;

/** Microsoft Graph itself, the same in every tenant and cloud. */
const graphAppId = '00000003-0000-0000-c000-000000000000';

const root = fileURLToPath(new URL('../../', import.meta.url));

await main(async () => {
  const options = readOptions({ usage });
  const { neededPermissions, say } = await builtTable();
  const { appId, deviceCleanUp } = readDeployment(options);
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
      if (!options.dryRun) grant(bot.id, service.id, id);
      tell(name, options.dryRun ? 'would be granted' : 'granted now', say);
    }
  }
  for (const { appRoleId } of granted) {
    const name = service.appRoles.find(({ id }) => id === appRoleId)?.value;
    if (!wanted.some((each) => each.name === name)) process.stdout.write(`${name ?? appRoleId}: granted and not needed. To remove it: Entra admin center > Enterprise applications > ${bot.displayName} > Permissions.\n`);
  }
  if (unknown.length > 0) throw new Problem(`Microsoft Graph does not offer ${unknown.join(', ')} in this cloud. The rest is done; the bot works without, as said above.`);
  process.stdout.write(options.dryRun ? '\nNothing was changed.\n' : '\nDone. A permission may take some minutes until it counts; restart the app if the doctor still misses one after ten.\n');
});

/** The one table that the doctor uses as well, from the built bot. */
async function builtTable() {
  const built = installMissing() && spawnSync(process.execPath, ['.ci/build.mjs', '--unchecked'], { cwd: root, stdio: 'inherit' }).status === 0;
  if (!built) throw new Problem('The project could not be built; the lines above say why.');
  const { neededPermissions } = await import('../../dist/directory/permissions.js');
  const { sentences } = await import('../../dist/text/sentences.js');
  return { neededPermissions, say: sentences('en') };
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
    if (/Authorization_RequestDenied|Forbidden/i.test(error.said ?? '')) throw new Problem('You may not grant permissions. A Privileged Role Administrator or a Global Administrator has to run this.');
    throw error;
  }
}

function tell(name, state, say) {
  process.stdout.write(`${name}: ${state}.\n    ${say(`doctor.feature.${name}`)}\n`);
}
