/**
 * Compiles src to a clean dist and puts the trees, which are data, beside their code. `--unchecked` leaves the type check out,
 * which takes half of the time, for those who have it done elsewhere.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
rmSync(`${root}dist`, { recursive: true, force: true });

const check = process.argv.includes('--unchecked') ? ['--noCheck'] : [];
const tsc = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', ...check], {
  cwd: root,
  stdio: 'inherit',
});
if (tsc.status !== 0) process.exit(1);

const from = `${root}src/troubleshooting/trees/`;
const to = `${root}dist/troubleshooting/trees/`;
mkdirSync(to, { recursive: true });
for (const file of readdirSync(from)) {
  if (/\.(yaml|json)$/.test(file)) cpSync(from + file, to + file);
}
