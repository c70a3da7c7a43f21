import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** `CHROMIUM_PATH`, else the first Chromium on the PATH. @throws when there is none */
export function findChromium(env: Readonly<Record<string, string | undefined>>): string {
  const given = env['CHROMIUM_PATH'];
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = given ? [given] : folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const found = candidates.find(isExecutable);
  if (found !== undefined) return found;
  throw new Error(
    given
      ? `CHROMIUM_PATH is ${given}, which is no program that can be started.`
      : `The browser tests need Chromium: none of ${names.join(', ')} is on the PATH. Install one, or name it in CHROMIUM_PATH.`,
  );
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
