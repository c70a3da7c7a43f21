/** Grants the bot's application what it needs of Microsoft Graph, and nothing else. Run again it finds nothing to do. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { installMissing } from '../../.ci/install-missing.mjs';
import { readDeployment } from './deployment.mjs';
import { grantNeeded } from './grant-needed.mjs';
import { readOptions } from './options.mjs';
import { main, Problem } from './problem.mjs';

const usage = `node deploymentTemplates/scripts/grant-graph-permissions.mjs --resource-group NAME [--deployment NAME] [--dry-run]

Grants the application permissions of Microsoft Graph that the bot needs. A Privileged Role Administrator or a Global
Administrator has to run it: granting is the administrator's consent. With --dry-run it only says what it would do.`;

const root = fileURLToPath(new URL('../../', import.meta.url));

await main(async () => {
  const options = readOptions({ usage });
  grantNeeded({ ...(await builtTable()), ...readDeployment(options), dryRun: options.dryRun });
});

/** The one table that the doctor uses as well, from the built bot. */
async function builtTable() {
  const built = installMissing() && spawnSync(process.execPath, ['.ci/build.mjs', '--unchecked'], { cwd: root, stdio: 'inherit' }).status === 0;
  if (!built) throw new Problem('The project could not be built; the lines above say why.');
  const { neededPermissions } = await import('../../dist/directory/permissions.js');
  const { sentences } = await import('../../dist/text/sentences.js');
  return { neededPermissions, say: sentences('en') };
}
