import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the bot as it was at that commit, with the packages of today; resolves with its script. Throws when git does not have the commit. */
export function buildBefore(commit: string): string {
  const folder = join(root, 'artifacts', `before-${commit}`);
  const script = join(folder, 'dist/main.js');
  if (existsSync(script)) return script;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    const source = execFileSync('git', ['archive', commit], {
      cwd: root,
      maxBuffer: 256 * 1_024 * 1_024,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    execFileSync('tar', ['-x', '-C', folder], { input: source });
  } catch (cause) {
    throw new Error(
      `The version before this one is needed, and git does not have its commit ${commit} here. In a shallow clone, run "git fetch --unshallow" first.`,
      { cause },
    );
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  execFileSync(process.execPath, ['.ci/build.mjs', '--unchecked'], { cwd: folder });
  return script;
}
