import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile, cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { strFromU8, unzipSync } from 'fflate';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildAppPackage } from '../../src/app-package/build-app-package.js';
import { buildManifest, manifestVersions } from '../../src/app-package/manifest.js';
import { loadAppFacts } from '../../src/config/app-facts.js';
import { problemLines } from '../../src/config/load-config.js';
import { locales } from '../../src/text/locale.js';

const source = new URL('../../deploymentTemplates/teams/', import.meta.url);
const schemas = new URL('../fixtures/schemas/', import.meta.url);
const appId = '11111111-2222-4333-8444-555555555555';
const env = {
  MicrosoftAppId: appId,
  APP_DEVELOPER_NAME: 'Contoso IT',
  PUBLIC_URL: 'https://assistant.contoso.example',
};

type Json = Readonly<Record<string, unknown>>;

// Not every pattern of the published schemas is one with the flag `u`.
const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const schemaOf = (name: string) => JSON.parse(readFileSync(new URL(name, schemas), 'utf8')) as Json;
const validate = {
  '1.25': ajv.compile(schemaOf('MicrosoftTeams.schema-1.25.json')),
  '1.17': ajv.compile(schemaOf('MicrosoftTeams.schema-1.17.json')),
  localization: ajv.compile(schemaOf('MicrosoftTeams.Localization.schema-1.25.json')),
};

/** What the schema objects to, in words. */
function objections(kind: keyof typeof validate, value: unknown): readonly string[] {
  const check = validate[kind];
  return check(value)
    ? []
    : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

function facts() {
  const loaded = loadAppFacts(env);
  if (loaded.kind === 'invalid') throw new Error(problemLines(loaded.problems));
  return { ...loaded.facts, version: '1.2.3' };
}

describe.each(manifestVersions)('the package for schema %s', (schema) => {
  let files: Readonly<Record<string, Uint8Array>>;
  let zip: Uint8Array;
  beforeAll(async () => {
    zip = await buildAppPackage(source, facts(), schema);
    files = unzipSync(zip);
  });
  const json = (name: string) => JSON.parse(strFromU8(files[name] ?? new Uint8Array())) as Json;

  it('has a manifest that the published schema takes', () => {
    expect(objections(schema, json('manifest.json'))).toEqual([]);
    expect(json('manifest.json')).toMatchObject({
      manifestVersion: schema,
      version: '1.2.3',
      id: appId,
      developer: {
        name: 'Contoso IT',
        websiteUrl: `${env.PUBLIC_URL}/about`,
        privacyUrl: `${env.PUBLIC_URL}/privacy`,
        termsOfUseUrl: `${env.PUBLIC_URL}/terms`,
      },
      bots: [{ botId: appId, scopes: ['personal', 'team'], supportsFiles: true }],
    });
  });

  it('takes private and shared channels, in the words of its schema', () => {
    const { supportsChannelFeatures, supportedChannelTypes } = json('manifest.json');
    const words = { '1.25': ['tier1', undefined], '1.17': [undefined, ['sharedChannels', 'privateChannels']] };
    expect([supportsChannelFeatures, supportedChannelTypes]).toEqual(words[schema]);
  });

  it.each([
    ['gcc', true],
    ['gcch', false],
    ['dod', false],
    ['china', false],
  ])('in the cloud %s files are offered: %s', async (CLOUD, takesFiles) => {
    const loaded = loadAppFacts({ ...env, CLOUD });
    if (loaded.kind === 'invalid') throw new Error(problemLines(loaded.problems));
    const there = JSON.parse(
      strFromU8(
        unzipSync(await buildAppPackage(source, { ...loaded.facts, version: '1.2.3' }, schema))['manifest.json'] ??
          new Uint8Array(),
      ),
    ) as Json;
    expect(objections(schema, there)).toEqual([]);
    expect(there['bots']).toMatchObject([{ supportsFiles: takesFiles }]);
  });

  it('keeps the limits of the oldest clouds in every language: commands of 32 and 128 characters', () => {
    for (const name of Object.keys(files).filter((each) => /^[a-z]{2}\.json$/.test(each))) {
      for (const [key, text] of Object.entries(json(name)).filter(([each]) => each.includes('commands['))) {
        expect(String(text).length, `${name} ${key}`).toBeLessThanOrEqual(key.endsWith('title') ? 32 : 128);
      }
    }
  });

  it('keeps the limits of the oldest clouds: 10 commands of 32 and 128 characters', () => {
    const [bot] = json('manifest.json')['bots'] as readonly {
      commandLists: readonly { commands: readonly { title: string; description: string }[] }[];
    }[];
    for (const { commands } of bot?.commandLists ?? []) {
      expect(commands.length).toBeLessThanOrEqual(10);
      for (const { title, description } of commands) {
        expect(title.length).toBeLessThanOrEqual(32);
        expect(description.length).toBeLessThanOrEqual(128);
      }
    }
  });

  it('has the language files that the manifest names, and no others', () => {
    const { defaultLanguageFile, additionalLanguages } = json('manifest.json')['localizationInfo'] as {
      defaultLanguageFile?: string;
      additionalLanguages: readonly { file: string }[];
    };
    const named = [
      ...(defaultLanguageFile === undefined ? [] : [defaultLanguageFile]),
      ...additionalLanguages.map(({ file }) => file),
    ];
    expect(named).toHaveLength(schema === '1.25' ? locales.length : locales.length - 1);
    expect(Object.keys(files).toSorted()).toEqual(['manifest.json', 'color.png', 'outline.png', ...named].toSorted());
    for (const name of named) expect(objections('localization', json(name)), name).toEqual([]);
  });

  it('says in every language what there is to say, and of the same commands', () => {
    const german = json('de.json');
    const manifest = json('manifest.json') as {
      bots: readonly { commandLists: readonly { commands: readonly object[] }[] }[];
    };
    const wanted = manifest.bots[0]?.commandLists.flatMap(({ commands }, i) =>
      commands.flatMap((_, j) => [
        `bots[0].commandLists[${i}].commands[${j}].title`,
        `bots[0].commandLists[${i}].commands[${j}].description`,
      ]),
    );
    expect(Object.keys(german).filter((key) => key.startsWith('bots'))).toEqual(wanted);
    expect(german['description.short']).not.toBe((json('manifest.json')['description'] as Json)['short']);
  });

  it('has icons of the right size: one that fills its square, one white on transparent', async () => {
    const color = await pixels(files['color.png']);
    expect([color.width, color.height]).toEqual([192, 192]);
    expect(color.dots.every(([, , , alpha]) => alpha === 255)).toBe(true);
    const outline = await pixels(files['outline.png']);
    expect([outline.width, outline.height]).toEqual([32, 32]);
    const drawn = outline.dots.filter(([, , , alpha]) => alpha > 0);
    expect(drawn.every(([r, g, b]) => r === 255 && g === 255 && b === 255)).toBe(true);
    expect(drawn.length).toBeGreaterThan(100);
    expect(drawn.length).toBeLessThan(outline.dots.length / 2);
  });

  it('has no placeholder left, in any of its texts', () => {
    for (const [name, bytes] of Object.entries(files)) {
      if (name.endsWith('.json'))
        expect(strFromU8(bytes), name).not.toMatch(/\{\{|\}\}|\$\{|undefined|example\.com|TODO|null/);
    }
  });

  it('is the same bytes when it is made again', async () => {
    expect(Buffer.from(await buildAppPackage(source, facts(), schema)).equals(Buffer.from(zip))).toBe(true);
  });
});

describe('a broken copy is caught', () => {
  const manifest = JSON.parse(readFileSync(new URL('manifest.json', source), 'utf8')) as Json;

  it.each<[string, Json, RegExp]>([
    ['a colour that is none', { accentColor: 'blue' }, /accentColor/],
    ['a scope that there is not', { bots: [{ botId: appId, scopes: ['channel'] }] }, /scopes/],
    [
      'two bots',
      {
        bots: [
          { botId: appId, scopes: ['personal'] },
          { botId: appId, scopes: ['team'] },
        ],
      },
      /bots/,
    ],
    ['a name too long', { name: { short: 'x'.repeat(31), full: 'x' } }, /name\/short/],
    ['no icons', { icons: {} }, /icons/],
    ['a misspelt property', { supportChannelFeatures: 'tier1' }, /additional properties/],
    ['channel features that there are not', { supportsChannelFeatures: 'tier3' }, /supportsChannelFeatures/],
    [
      'thirteen commands',
      {
        bots: [
          {
            botId: appId,
            scopes: ['personal'],
            commandLists: [
              {
                scopes: ['personal'],
                commands: Array.from({ length: 13 }, (_, i) => ({ title: `c${i}`, description: 'd' })),
              },
            ],
          },
        ],
      },
      /commands/,
    ],
  ])('%s', (_what, part, said) => {
    expect(objections('1.25', buildManifest({ ...manifest, ...part }, facts(), '1.25')).join('\n')).toMatch(said);
  });

  it('a placeholder that nobody fills in', () => {
    expect(() => buildManifest({ ...manifest, accentColor: '{{color}}' }, facts(), '1.25')).toThrow('{{color}}');
    expect(() => buildManifest(manifest, { ...facts(), developerName: ' ' }, '1.25')).toThrow('{{developerName}}');
  });

  it('an icon that is no drawing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'device-join-icons-'));
    await cp(source, folder, { recursive: true });
    await writeFile(join(folder, 'color.svg'), 'not a drawing');
    await expect(buildAppPackage(pathToFileURL(`${folder}/`), facts(), '1.25')).rejects.toThrow();
    await rm(folder, { recursive: true });
  });
});

it('what takes standard channels alone asks for no others in 1.17 either', () => {
  const { supportsChannelFeatures: _all, ...standard } = JSON.parse(
    readFileSync(new URL('manifest.json', source), 'utf8'),
  ) as Json;
  expect(buildManifest(standard, facts(), '1.17')).not.toHaveProperty('supportedChannelTypes');
});

describe('what is missing in the environment is named, all of it at once', () => {
  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['everything', {}, ['MicrosoftAppId', 'APP_DEVELOPER_NAME', 'APP_WEBSITE_URL', 'APP_PRIVACY_URL', 'APP_TERMS_URL']],
    ['the bot', { ...env, MicrosoftAppId: '' }, ['MicrosoftAppId']],
    ['a bot that is no id', { ...env, MicrosoftAppId: 'bot' }, ['MicrosoftAppId']],
    ['the developer', { ...env, APP_DEVELOPER_NAME: '  ' }, ['APP_DEVELOPER_NAME']],
    ['a developer of too many words', { ...env, APP_DEVELOPER_NAME: 'x'.repeat(33) }, ['APP_DEVELOPER_NAME']],
    ['a developer that nobody sees', { ...env, APP_DEVELOPER_NAME: '\u200b' }, ['APP_DEVELOPER_NAME']],
    [
      'a developer that looks like a placeholder',
      { ...env, APP_DEVELOPER_NAME: '{{version}}' },
      ['APP_DEVELOPER_NAME'],
    ],
    ['a cloud that there is not', { ...env, CLOUD: 'moon' }, ['CLOUD']],
    ['an address without https', { ...env, PUBLIC_URL: 'http://assistant.contoso.example' }, ['PUBLIC_URL']],
    [
      'two of three pages',
      { ...env, PUBLIC_URL: '', APP_PRIVACY_URL: 'https://contoso.example/privacy' },
      ['APP_WEBSITE_URL', 'APP_TERMS_URL'],
    ],
    [
      'an address too long',
      { ...env, APP_TERMS_URL: `https://contoso.example/${'x'.repeat(2_048)}` },
      ['APP_TERMS_URL'],
    ],
  ])('%s', (_what, given, named) => {
    const loaded = loadAppFacts(given);
    expect(loaded.kind === 'invalid' && loaded.problems.map(({ variable }) => variable)).toEqual(named);
  });

  it('an address in another form is told as the manifest takes it', () => {
    expect(loadAppFacts({ ...env, PUBLIC_URL: 'https:\\\\Assistant.contoso.example' })).toMatchObject({
      kind: 'ok',
      facts: { websiteUrl: 'https://assistant.contoso.example/about' },
    });
  });

  it.each(['1&1', 'شرکت\u200cما', 'IT 👩\u200d💻'])('a developer of the name %s is taken', (name) => {
    expect(loadAppFacts({ ...env, APP_DEVELOPER_NAME: name })).toMatchObject({
      kind: 'ok',
      facts: { developerName: name },
    });
  });

  it('pages of their own need no public address', () => {
    const own = {
      APP_WEBSITE_URL: 'https://contoso.example/a',
      APP_PRIVACY_URL: 'https://contoso.example/p',
      APP_TERMS_URL: 'https://contoso.example/t',
    };
    expect(loadAppFacts({ ...env, PUBLIC_URL: '', ...own })).toMatchObject({
      kind: 'ok',
      facts: { websiteUrl: own.APP_WEBSITE_URL, termsUrl: own.APP_TERMS_URL },
    });
  });
});

const published = new URL('../../../shared/schemas/', import.meta.url);
it.runIf(existsSync(published))('the copies of the schemas are the published ones', () => {
  for (const name of [
    'MicrosoftTeams.schema-1.25.json',
    'MicrosoftTeams.schema-1.17.json',
    'MicrosoftTeams.Localization.schema-1.25.json',
  ]) {
    expect(readFileSync(new URL(name, schemas), 'utf8') === readFileSync(new URL(name, published), 'utf8'), name).toBe(
      true,
    );
  }
});

/** Red, green, blue and alpha of every pixel. */
async function pixels(png: Uint8Array | undefined) {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const dots = Array.from(
    { length: data.length / 4 },
    (_, i) => [...data.subarray(4 * i, 4 * i + 4)] as [number, number, number, number],
  );
  return { width: info.width, height: info.height, dots };
}
