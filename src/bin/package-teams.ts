import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAppPackage } from '../app-package/build-app-package.js';
import { manifestVersions, type ManifestVersion } from '../app-package/manifest.js';
import { loadAppFacts } from '../config/app-facts.js';
import { problemLines, readEnvironment } from '../config/load-config.js';

const usage = 'npm run package:teams -- [--schema 1.25 | 1.17] [--out FILE]';

/** Makes the package from the environment and says where it lies; returns the exit code. */
async function main(): Promise<number> {
  const options = readOptions();
  if (options === undefined) return fail(`Not understood. Use: ${usage}`);
  const loaded = loadAppFacts(readEnvironment());
  if (loaded.kind === 'invalid') return fail(problemLines(loaded.problems));
  const root = new URL('../../', import.meta.url);
  const { version } = JSON.parse(await readFile(new URL('package.json', root), 'utf8')) as { version: string };
  const { schema, out } = options;
  const zip = await buildAppPackage(new URL('deploymentTemplates/teams/', root), { ...loaded.facts, version }, schema);
  const file = resolve(out ?? `artifacts/device-join-assistant-${version}-teams-${schema}.zip`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, zip);
  process.stdout.write(
    `${file}\nTeams app ${version} of bot ${loaded.facts.appId}, manifest schema ${schema}, ${zip.length} bytes.\nNext: upload it in the Teams admin center, Teams apps > Manage apps > Upload new app.\n`,
  );
  return 0;
}

/** Undefined when something else is asked for than there is. */
function readOptions(): { readonly schema: ManifestVersion; readonly out: string | undefined } | undefined {
  try {
    const { values } = parseArgs({ options: { schema: { type: 'string', default: '1.25' }, out: { type: 'string' } } });
    const schema = manifestVersions.find((each) => each === values.schema);
    return schema === undefined ? undefined : { schema, out: values.out };
  } catch {
    return undefined;
  }
}

function fail(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}

process.exitCode = await main();
