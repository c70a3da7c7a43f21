import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** What the server needs to build and run the bot: never packages, settings, data or what was built here. */
const files = ['package.json', 'package-lock.json', 'tsconfig.json', 'LICENSE', '.ci/build.mjs'];
const folders = ['src', 'cards'];

/**
 * Paths of the source, relative to `root`, with forward slashes, in order.
 * @param {string} root
 */
export function sourceFiles(root) {
  const found = folders.flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')));
  return [...files, ...found].toSorted();
}
