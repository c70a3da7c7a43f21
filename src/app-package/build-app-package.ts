import { readFile } from 'node:fs/promises';
import { locales } from '../text/locale.js';
import { drawIcon } from './draw-icon.js';
import { languageFile } from './language-file.js';
import { buildManifest, type ManifestFacts, type ManifestVersion } from './manifest.js';
import { pack } from './pack.js';

/** Pixels of the two icons (manifest schema: icons). */
const colorSize = 192;
const outlineSize = 32;

/** The Teams app as the zip that is uploaded. `folder` holds `manifest.json`, `color.svg` and `outline.svg`. Throws what is wrong with them. */
export async function buildAppPackage(folder: URL, facts: ManifestFacts, schema: ManifestVersion): Promise<Uint8Array> {
  const read = (name: string): Promise<Buffer> => readFile(new URL(name, folder));
  const manifest = buildManifest(JSON.parse((await read('manifest.json')).toString('utf8')), facts, schema);
  // In 1.17 the texts of the main language are the manifest's own.
  const languages = locales.filter((locale) => schema === '1.25' || locale !== 'en');
  return pack({
    'manifest.json': json(manifest),
    'color.png': await drawIcon(await read('color.svg'), colorSize),
    'outline.png': await drawIcon(await read('outline.svg'), outlineSize),
    ...Object.fromEntries(languages.map((locale) => [`${locale}.json`, json(languageFile(locale, schema))])),
  });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
