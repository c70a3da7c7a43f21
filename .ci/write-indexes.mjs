/**
 * Writes the files that only list what lies in a folder, so that a new thing is a new file and nobody edits a list:
 * `npm run indexes`. A test holds them against their folders.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const root = fileURLToPath(new URL('..', import.meta.url));
const notice = '// Written by `npm run indexes` from the files of this folder.';

/** Path from the root -> content, formatted. */
export async function indexes() {
  const config = { ...(await resolveConfig(`${root}src/index.ts`)), parser: 'typescript' };
  const formatted = Object.entries(contents()).map(async ([path, content]) => [path, await format(content, config)]);
  return Object.fromEntries(await Promise.all(formatted));
}

function contents() {
  return {
    'src/text/en/index.ts': texts('en', [
      '/**',
      ' * Every English sentence that a person reads, except those of the trees. `{{name}}` is filled in; a key that ends in',
      ' * `_one` or `_other` is chosen by `count`. Plain words for people in an office: what is so, what happens next, who can do it.',
      ' */',
    ]),
    'src/text/de/index.ts': texts('de', [
      '/** The same sentences in German, with "Sie". A key that is missing here does not compile. */',
    ]),
    'src/teams/cards/template-names.ts': lines(
      '// Written by `npm run indexes` from the files of the folder `cards/`, each the template of one card.',
      'export const templateNames = [',
      ...namesIn('cards', '.json').map((name) => `  '${name}',`),
      '] as const;',
    ),
    'src/teams/cards/index.ts': drawers('src/teams/cards'),
    'src/assistant/view-kinds.ts': viewKinds('src/teams/cards'),
    'src/assistant/administrators/options.ts': adminOptions('src/assistant/administrators'),
    'src/assistant/administrators/index.ts': handlers('src/assistant/administrators'),
  };
}

function drawers(folder) {
  const files = filesWith(folder, 'export const drawers');
  return lines(
    notice,
    "import type { Drawers } from './drawers.js';",
    ...files.map((file) => `import { drawers as ${camel(file)} } from './${file}.js';`),
    '',
    '/** What draws each kind of view; one without a drawer does not compile. */',
    'export const drawers: Drawers = {',
    ...files.map((file) => `  ...${camel(file)},`),
    '};',
  );
}

/** Below the drawings, because the database is asked for views as well. */
function viewKinds(folder) {
  const kinds = filesWith(folder, 'export const drawers').flatMap((file) =>
    [.../export const drawers = \{([^}]*)\}/.exec(textOf(folder, file))[1].matchAll(/(?<!\w)(\w+):/g)].map(
      ([, kind]) => kind,
    ),
  );
  return lines(
    '// Written by `npm run indexes` from the drawers in src/teams/cards.',
    "import type { View } from './views.js';",
    '',
    '/** Every kind of view that can be drawn. */',
    `export const viewKinds = [${kinds
      .sort()
      .map((kind) => `'${kind}'`)
      .join(', ')}] as const satisfies readonly View['kind'][];`,
  );
}

/** In a file of its own, which imports nothing: what reads presses needs no more. */
function adminOptions(folder) {
  const found = filesWith(folder, 'export const presses').flatMap((file) =>
    [.../export const presses = \[([^\]]*)\]/.exec(textOf(folder, file))[1].matchAll(/'(\w+)'/g)].map(
      ([, name]) => name,
    ),
  );
  return lines(
    notice,
    '',
    "/** The buttons of the administrators' cards. */",
    'export const adminOptions = [',
    ...found.map((name) => `  '${name}',`),
    '] as const;',
    '',
    'export type AdminOption = (typeof adminOptions)[number];',
  );
}

function handlers(folder) {
  const files = filesWith(folder, 'export function createHandlers');
  const parts = (file) => `${camel(file)[0].toUpperCase()}${camel(file).slice(1)}Options`;
  return lines(
    notice,
    "import type { AdministratorsOptions } from '../administrators.js';",
    ...files.map(
      (file) =>
        `import { createHandlers as ${camel(file)}, type HandlersOptions as ${parts(file)} } from './${file}.js';`,
    ),
    '',
    '/** What all of them together stand on. */',
    `export type AdministratorParts = ${files.map(parts).join(' & ')};`,
    '',
    "/** What administrators' commands and buttons do; one that nothing does does not compile. */",
    "export function createAllHandlers(parts: AdministratorParts): Pick<AdministratorsOptions, 'commands' | 'presses'> {",
    '  const of = {',
    ...files.map((file) => `    ${camel(file)}: ${camel(file)}(parts),`),
    '  };',
    '  return {',
    ...['commands', 'presses'].flatMap((what) => [
      `    ${what}: {`,
      ...files.map((file) => `      ...of.${camel(file)}.${what},`),
      '    },',
    ]),
    '  };',
    '}',
  );
}

function texts(language, doc) {
  const topics = namesIn(`src/text/${language}`, '.ts');
  const isEnglish = language === 'en';
  return lines(
    notice,
    ...(isEnglish ? [] : ["import type { Sentences } from '../translated.js';"]),
    ...topics.map((topic) => `import { ${camel(topic)} } from './${topic}.js';`),
    '',
    ...doc,
    `export const ${language}${isEnglish ? '' : ': Sentences'} = {`,
    ...topics.map((topic) => `  ...${camel(topic)},`),
    isEnglish ? '} as const;' : '};',
  );
}

/** The names of the files with this ending, without it, sorted; the index itself left out. */
function namesIn(folder, ending) {
  return readdirSync(root + folder)
    .filter((file) => file.endsWith(ending) && file !== 'index.ts')
    .map((file) => file.slice(0, -ending.length))
    .sort();
}

const textOf = (folder, file) => readFileSync(`${root}${folder}/${file}.ts`, 'utf8');
const filesWith = (folder, words) => namesIn(folder, '.ts').filter((file) => textOf(folder, file).includes(words));
const camel = (name) => name.replace(/-(\w)/g, (_all, letter) => letter.toUpperCase());
const lines = (...all) => `${all.join('\n')}\n`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, content] of Object.entries(await indexes())) writeFileSync(root + path, content);
}
