import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A tree file as `loadTrees` takes it; `name` is its path, so that a problem can be found. */
export interface TreeText {
  readonly name: string;
  readonly text: string;
}

/**
 * The built-in trees, then those of the extra folder (TREES_DIR), which so replace built-in ones; each folder sorted
 * by file name. Throws an error that names the folder when it cannot be read or has no tree file.
 */
export async function readTreeFiles(builtIn: string, extra?: string): Promise<readonly TreeText[]> {
  return [...(await readFolder(builtIn)), ...(extra === undefined ? [] : await readFolder(extra))];
}

async function readFolder(folder: string): Promise<readonly TreeText[]> {
  let entries: readonly string[];
  try {
    entries = await readdir(folder);
  } catch (cause) {
    throw new Error(`The folder of trees ${folder} cannot be read. Does it exist, and may this account read it?`, {
      cause,
    });
  }
  const names = entries.filter((name) => /\.ya?ml$/i.test(name)).toSorted();
  if (names.length === 0) throw new Error(`The folder of trees ${folder} has no .yaml or .yml file.`);
  return Promise.all(
    names.map(async (name) => ({ name: join(folder, name), text: await readFile(join(folder, name), 'utf8') })),
  );
}
