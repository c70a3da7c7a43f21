import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { projects } from '../vitest.config.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** What the scripts that run tests hand to vitest: `'fast'`, `'test/nodes'`, `'--project=bench'`. */
const asked = Object.values(scripts)
  .flatMap((script) => /^node (\.ci\/[\w-]+\.mjs)$/.exec(script)?.[1] ?? [])
  .flatMap((path) => [...readFileSync(join(root, path), 'utf8').matchAll(/['=](?:test\/)?([a-z0-9]+)'/g)])
  .map(([, word]) => word);

it.each(Object.keys(projects))('a script of package.json runs the tests of "%s"', (project) => {
  expect(asked).toContain(project);
});

it('every file of tests belongs to one project', () => {
  const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:test|bench)\.ts$/.test(path))
    .map((path) => `test/${path.replaceAll('\\', '/')}`);
  const owners = (file: string): readonly string[] =>
    Object.entries(projects)
      .filter(([, { again }]) => again !== true)
      .filter(([, { folders, without = [] }]) => isIn(folders, file) && !isIn(without, file))
      .map(([name]) => name);
  expect(files.length).toBeGreaterThan(200);
  expect(files.filter((file) => owners(file).length !== 1)).toEqual([]);
});

/** `part`: folders of `test/`, and names of files in it, `*` for all of them. */
function isIn(part: readonly string[], file: string): boolean {
  return part.some((each) =>
    each.endsWith('.ts')
      ? dirname(file) === 'test' && (each.startsWith('*') || file === `test/${each}`)
      : file.startsWith(`test/${each}/`),
  );
}
