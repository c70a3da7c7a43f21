import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

const reached = [
  'config/load-config',
  'composition/fine',
  'runtime/log',
  'limits',
  'teams/fine',
  'storage/fine',
  'server/fine',
  'diagnosis/fine',
];

/** One wrong file each: where it lies, what it imports, and the rule that has to name it. */
const offences: readonly (readonly [rule: string, file: string, source: string])[] = [
  ['not-demo', 'src/main.ts', ['demo/main', ...reached].map((file) => `import './${file}.js';`).join('\n')],
  ['no-unreachable', 'src/helpdesk/wrong-dead.ts', "import './fine.js';"],
  ['not-main', 'src/teams/wrong-main.ts', "import '../main.js';"],
  ['not-main', 'src/composition/wrong-bin.ts', "import '../bin/package-teams.js';"],
  ['composition-is-for-programs', 'src/server/wrong-composition.ts', "import '../composition/fine.js';"],
  [
    'config-is-for-main',
    'src/server/wrong-config.ts',
    "import type { Config } from '../config/load-config.js'; export type A = Config;",
  ],
  ['runtime-arrows', 'src/runtime/wrong-up.ts', "import '../teams/fine.js';"],
  ['directory-arrows', 'src/directory/wrong-up.ts', "import '../assistant/fine.js';"],
  ['helpdesk-arrows', 'src/helpdesk/wrong-up.ts', "import '../administration/fine.js';"],
  [
    'administration-arrows',
    'src/administration/wrong-up.ts',
    "import type { A } from '../assistant/fine.js'; export type B = A;",
  ],
  ['assistant-arrows', 'src/assistant/wrong-edge.ts', "import '../storage/fine.js';"],
  ['teams-arrows', 'src/teams/wrong-edge.ts', "import '../server/fine.js';"],
  ['server-arrows', 'src/server/wrong-room.ts', "import '../assistant/fine.js';"],
  ['storage-implements-ports-of-teams', 'src/storage/wrong-teams.ts', "import '../teams/fine.js';"],
  ['text-arrows', 'src/text/wrong-room.ts', "import '../helpdesk/fine.js';"],
  ['errors-arrows', 'src/errors.ts', "import './helpdesk/fine.js';"],
  ['runtime-arrows', 'src/runtime/wrong-up.ts', "import '../teams/fine.js';"],
  ['troubleshooting-arrows', 'src/troubleshooting/wrong-up.ts', "import '../directory/fine.js';"],
  ['diagnosis-is-pure', 'src/diagnosis/wrong-value.ts', "import '../troubleshooting/fine.js';"],
  ['pure-rooms-do-no-io', 'src/troubleshooting/wrong-fs.ts', "import 'node:fs';"],
  ['log-is-a-type-in-rooms', 'src/helpdesk/wrong-log.ts', "import '../runtime/log.js';"],
  ['no-circles', 'src/helpdesk/circle-a.ts', "import './circle-b.js';"],
  ['no-orphans', 'src/helpdesk/wrong-orphan.ts', 'export const alone = 1;'],
  ['no-unresolvable', 'src/helpdesk/wrong-missing.ts', "import './nowhere.js';"],
  ['no-dev-packages', 'src/helpdesk/wrong-dev.ts', "import 'fast-check';"],
  ['only-in-teams', 'src/assistant/wrong-sdk.ts', "import 'botbuilder';"],
  ['only-in-teams', 'src/server/wrong-cards.ts', "import 'adaptivecards-templating';"],
  ['only-in-server', 'src/teams/wrong-server.ts', "import type { Request } from 'restify'; export type R = Request;"],
  ['only-in-directory', 'src/teams/wrong-identity.ts', "import '@azure/identity';"],
  ['only-in-directory', 'src/helpdesk/wrong-graph.ts', "import '@microsoft/microsoft-graph-client';"],
  ['only-in-storage', 'src/directory/wrong-sql.ts', "import 'kysely';"],
  ['only-in-storage', 'src/main-helper.ts', "import 'pg';"],
  ['only-in-config', 'src/server/wrong-env.ts', "import 'dotenv';"],
  ['only-in-runtime', 'src/teams/wrong-pino.ts', "import 'pino';"],
  ['only-in-runtime', 'src/server/wrong-prom.ts', "import 'prom-client';"],
  ['only-in-troubleshooting', 'src/assistant/wrong-search.ts', "import 'minisearch';"],
  ['not-app-package', 'src/server/wrong-package.ts', "import '../app-package/fine.js';"],
  ['app-package-arrows', 'src/app-package/wrong-up.ts', "import '../teams/fine.js';"],
  ['only-in-app-package', 'src/teams/wrong-icon.ts', "import 'sharp';"],
  ['only-in-teams', 'src/diagnosis/wrong-html.ts', "import 'html-to-text';"],
];

/** Files that keep the rules, there to be imported; the cruiser must not name them. */
const fine: Readonly<Record<string, string>> = {
  'src/demo/main.ts': "import '../config/load-config.js'; import '../composition/fine.js';",
  'src/composition/fine.ts': "import '../config/load-config.js'; import '../teams/fine.js';",
  'src/config/load-config.ts': "import 'dotenv'; export type Config = string;",
  'src/runtime/log.ts': "import 'pino'; export type Log = string;",
  'src/limits.ts': 'export const limit = 1;',
  'src/helpdesk/circle-b.ts': "import './circle-a.js';",
  'src/troubleshooting/fine.ts': "import 'node:crypto'; import 'minisearch'; import '../limits.js'; export type T = 1;",
  'src/runtime/fine.ts': "import '../limits.js';",
  'src/diagnosis/fine.ts': "import type { T } from '../troubleshooting/fine.js'; export type D = T;",
  'src/directory/fine.ts': "import '../troubleshooting/fine.js';",
  'src/helpdesk/fine.ts':
    "import '../directory/fine.js'; import type { Log } from '../runtime/log.js'; export type L = Log;",
  'src/administration/fine.ts': "import '../helpdesk/fine.js';",
  'src/assistant/fine.ts': "import '../administration/fine.js'; export type A = 1;",
  'src/teams/ports.ts': "import 'botbuilder'; import 'html-to-text';",
  'src/teams/fine.ts': "import '../assistant/fine.js'; import './ports.js';",
  'src/storage/fine.ts': "import '../teams/ports.js'; import 'kysely';",
  'src/app-package/fine.ts': "import '../assistant/fine.js'; import 'sharp';",
  'src/bin/package-teams.ts': "import '../app-package/fine.js';",
  'src/server/fine.ts': "import 'restify'; import '../limits.js'; import '../runtime/fine.js';",
};

interface Report {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

describe('the dependency rules', () => {
  let folder: string;
  let found: ReadonlySet<string>;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'join-assistant-rules-'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs']) {
      writeFileSync(join(folder, file), readFileSync(join(root, file)));
    }
    const files = [...Object.entries(fine), ...offences.map(([, file, source]) => [file, source] as const)];
    for (const [file, source] of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), source);
    }
    const run = spawnSync(
      process.execPath,
      [cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'],
      { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    );
    const report = JSON.parse(run.stdout) as Report;
    found = new Set(report.summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(offences)('%s names %s', (rule, file) => {
    expect(found).toContain(`${rule}: ${file}`);
  });

  it.each(Object.keys(fine).filter((file) => !file.includes('circle')))('leaves %s alone', (file) => {
    expect([...found].filter((line) => line.endsWith(`: ${file}`))).toEqual([]);
  });
});

describe('the lint rules', () => {
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: join(root, 'eslint.config.mjs'),
    // Where CI is set the parser takes it for a single run over the disk, and would not look at the text given here.
    overrideConfig: { languageOptions: { parserOptions: { disallowAutomaticSingleRunInference: true } } },
  });

  /** Ids of the rules that object to `source` as the text of the existing file `file`. */
  async function objections(file: string, source: string): Promise<readonly (string | null)[]> {
    const [result] = await eslint.lintText(source, { filePath: join(root, file) });
    return result?.messages.map(({ ruleId }) => ruleId) ?? [];
  }

  // The first one reads the types of the whole project.
  beforeAll(() => objections('src/limits.ts', ''));

  it.each([
    { offence: 'the environment', rule: 'no-restricted-syntax', source: 'export const port = process.env.PORT;' },
    { offence: 'the clock', rule: 'no-restricted-syntax', source: 'export const clock = Date.now;' },
    { offence: 'the present', rule: 'no-restricted-syntax', source: 'export const now = new Date();' },
    { offence: 'randomness', rule: 'no-restricted-syntax', source: 'export const dice = Math.random();' },
    {
      offence: 'imported ids',
      rule: 'no-restricted-syntax',
      source: "import { randomUUID } from 'node:crypto'; export const newId = randomUUID;",
    },
    { offence: 'global ids', rule: 'no-restricted-syntax', source: 'export const id = crypto.randomUUID();' },
    {
      offence: 'fetch',
      rule: 'no-restricted-globals',
      source: 'export const get = () => fetch("https://example.com");',
    },
    { offence: 'console', rule: 'no-console', source: 'console.log(1);' },
    { offence: 'a long file', rule: 'max-lines', source: '// a line\n'.repeat(310) },
    { offence: 'any', rule: '@typescript-eslint/no-explicit-any', source: 'export const thing: any = 1;' },
    { offence: 'a loose promise', rule: '@typescript-eslint/no-floating-promises', source: 'Promise.resolve(1);' },
    {
      offence: 'a switch with a hole',
      rule: '@typescript-eslint/switch-exhaustiveness-check',
      source: "export function f(a: 'x' | 'y') { switch (a) { case 'x': return 1; } return 2; }",
    },
  ])('object to $offence in a room', async ({ rule, source }) => {
    expect(await objections('src/limits.ts', source)).toContain(rule);
  });

  it.each([
    { offence: 'nested repetition', source: 'export const r = /^(?:a+)+$/;' },
    { offence: 'neighbours that take the same', source: 'export const r = /^a*b?a*$/;' },
    { offence: 'alternatives that take the same', source: String.raw`export const r = /^(?:\s|\n)*x/;` },
    {
      offence: 'a search that begins anew at each blank',
      source: String.raw`export const trim = (s: string) => s.replace(/\s+$/, '');`,
    },
    { offence: 'the same, made from a text', source: "export const r = new RegExp('^(?:a+)+$');" },
  ])('object to a regular expression with $offence, in a room and in a test', async ({ source }) => {
    for (const file of ['src/limits.ts', 'test/runtime/log.test.ts']) {
      expect((await objections(file, source)).map((id) => id?.split('/')[0])).toContain('regexp');
    }
  });

  it('a regular expression that begins only where its characters begin is no offence', async () => {
    const source = String.raw`export const trim = (s: string) => s.replace(/(?<!\s)\s+$/, '');`;
    expect(await objections('src/limits.ts', source)).toEqual([]);
  });

  it('a date made from a value is no clock', async () => {
    expect(await objections('src/limits.ts', 'export const day = (ms: number): Date => new Date(ms);')).toEqual([]);
  });

  it('a test can be neither focused nor skipped', async () => {
    const source = "import { it } from 'vitest'; it.only('a', () => {}); it.skip('b', () => {});";
    const ids = await objections('test/architecture.test.ts', source);
    expect(ids.filter((id) => id === 'no-restricted-syntax')).toHaveLength(2);
  });
});
