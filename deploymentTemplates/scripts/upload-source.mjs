/** Uploads the source; App Service installs, builds and starts it, and this waits until it is ready. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { installMissing } from '../../.ci/install-missing.mjs';
import { az } from './az.mjs';
import { readDeployment } from './deployment.mjs';
import { readOptions } from './options.mjs';
import { main, Problem } from './problem.mjs';
import { sourceFiles } from './source-files.mjs';

const usage = `node deploymentTemplates/scripts/upload-source.mjs --resource-group NAME [--deployment NAME] [--out FILE] [--wait MINUTES] [--dry-run]

Packs the source of this checkout, uploads it to the app of the deployment, and waits until the bot is ready, for 15 minutes
unless --wait says another number. With --dry-run it only packs, and says what it would do. --out: where the zip is left.`;

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Milliseconds between two questions whether the bot is ready; a short wait asks more often. */
const askEveryMs = 10_000;
const questions = 20;

/** Seconds that the server may take for installing and building. */
const buildWithinSeconds = 1_800;

await main(async () => {
  const options = readOptions({ usage, own: { out: { type: 'string', default: 'artifacts/source.zip' }, wait: { type: 'string', default: '15' } } });
  const minutes = Number(options.wait);
  if (!Number.isFinite(minutes) || minutes < 0) throw new Problem(`--wait takes a number of minutes; "${options.wait}" is none.`);
  const { siteName, publicUrl } = readDeployment(options);
  const file = resolve(options.out);
  const { count, bytes } = await pack(file);
  process.stdout.write(`${count} files, ${Math.round(bytes / 1024)} KB: ${file}\n`);

  // Not "az webapp deploy": what it uploads is not built (microsoft/azure-skills, code-deployment-appservice).
  const command = ['webapp', 'deployment', 'source', 'config-zip', '--resource-group', options.resourceGroup, '--name', siteName, '--src', file, '--timeout', String(buildWithinSeconds)];
  if (options.dryRun) {
    process.stdout.write(`It would be uploaded with: az ${command.join(' ')}\nNothing was changed.\n`);
    return;
  }
  const app = `--resource-group ${options.resourceGroup} --name ${siteName}`;
  const look = `What the build said: az webapp log deployment show ${app}\nWhat the bot says:   az webapp log tail ${app}`;
  process.stdout.write(`Uploading to ${siteName}, where it is installed and built. That takes some minutes …\n`);
  const uploadedAt = await timeThere(publicUrl);
  try {
    az(command);
  } catch (error) {
    throw error instanceof Problem ? new Problem(`${error.message}\n${look}`) : error;
  }
  if (minutes > 0) await untilReady({ publicUrl, minutes, uploadedAt, look });
});

/** Zips the source; the same source gives the same bytes. */
async function pack(file) {
  if (!installMissing()) throw new Problem('The packages could not be installed; the lines above say why.');
  const { zipSync } = await import('fflate');
  const paths = sourceFiles(root);
  const zip = zipSync(Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path))])), { level: 9, mtime: new Date(1980, 0, 1) });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, zip);
  return { count: paths.length, bytes: zip.length };
}

/**
 * Asks until a bot that started after the upload says that it is ready, and tells each change. Throws a Problem when that takes
 * too long.
 */
async function untilReady({ publicUrl, minutes, uploadedAt, look }) {
  process.stdout.write(`It is built. Asking ${publicUrl}/readyz …\n`);
  const until = Date.now() + minutes * 60_000;
  for (let told; ; await pause(Math.min(askEveryMs, (minutes * 60_000) / questions))) {
    const { startedAt, state } = await stateOf(publicUrl);
    if (startedAt > uploadedAt) {
      process.stdout.write(`The bot is ready: ${publicUrl}\n`);
      return;
    }
    if (state !== told) process.stdout.write(`  ${state}\n`);
    told = state;
    if (Date.now() >= until) throw new Problem(`Not ready after ${minutes} minutes: ${state}\n${look}`);
  }
}

/** The app's own time, in milliseconds since 1970; 0 where nothing answers, so that there is no bot to take for the new one. */
async function timeThere(publicUrl) {
  for (let tries = 3; tries > 0; tries -= 1) {
    const { at } = await stateOf(publicUrl);
    if (at !== undefined) return at;
  }
  return 0;
}

/**
 * How the app is: `startedAt` of the bot that is ready, if one is, and `at` by the server's own clock, both in milliseconds since 1970.
 */
async function stateOf(publicUrl) {
  try {
    const response = await fetch(`${publicUrl}/readyz`, { redirect: 'manual', signal: AbortSignal.timeout(20_000) });
    const answer = parsed(await response.text());
    const at = Date.parse(response.headers.get('date')) || undefined;
    // Before the bot there is a page of App Service's own, which answers 200 as well.
    if (response.status === 200 && answer?.status === 'ready') return { startedAt: Date.parse(answer.startedAt), at, state: 'the bot from before still answers' };
    return { at, state: answer?.reason === undefined ? `no bot yet (HTTP ${response.status})` : `the bot runs and is not ready: ${answer.reason}` };
  } catch (error) {
    return { state: `no answer (${error.cause?.code ?? error.name})` };
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
