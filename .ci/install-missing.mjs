/**
 * Installs the packages when node_modules is missing or belongs to another lock file, Node ABI or platform.
 * Otherwise it does nothing and takes a few milliseconds. Node alone, no package.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = `${root}node_modules`;
const stampFile = `${modules}/.install-stamp`;

/** True when the packages are there afterwards. */
export function installMissing() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    process.stderr.write(`Node 20.19 or later is needed; this is ${process.version}.\n`);
    return false;
  }
  const lock = readFileSync(`${root}package-lock.json`);
  const machine = `${process.versions.modules} ${process.platform}-${process.arch}`;
  const stamp = `${createHash('sha256').update(lock).digest('hex')} ${machine}`;
  const found = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : undefined;
  if (found === stamp) return true;

  const sameMachine = found === undefined || found.endsWith(` ${machine}`);
  if (!(sameMachine && matchesLock(JSON.parse(lock.toString())))) {
    process.stdout.write('Installing packages (npm ci) …\n');
    // npm.cmd is a batch file: Windows starts it through a shell only.
    const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (npm.status !== 0) {
      process.stderr.write(
        "npm ci failed. It needs the npm registry and, for SQLite's binary, its releases on GitHub or a C++ compiler;\n" +
          'the lines above say which one is missing.\n',
      );
      return false;
    }
  }
  writeFileSync(stampFile, stamp);
  return true;
}

/** Whether somebody's own `npm install` already put there what the lock file names. */
function matchesLock(lock) {
  const hidden = `${modules}/.package-lock.json`;
  if (!existsSync(hidden)) return false;
  const installed = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  const wanted = Object.entries(lock.packages).filter(([path]) => path !== '');
  return (
    wanted.every(([path, { version, optional }]) =>
      installed[path] ? installed[path].version === version : optional,
    ) && Object.keys(installed).every((path) => path in lock.packages)
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = installMissing() ? 0 : 1;
