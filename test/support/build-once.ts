import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Compiles the bot to `dist`, unless whoever started the tests has done so (BOT_IS_BUILT): two at once would take it from each other. */
export function buildOnce(): void {
  if (process.env['BOT_IS_BUILT'] === 'true') return;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['.ci/build.mjs', '--unchecked'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The bot could not be built: ${stdout}${stderr}`);
  process.env['BOT_IS_BUILT'] = 'true';
}
