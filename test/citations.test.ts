import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { problemsOfCitations, readPage, type Page } from './support/find-citations.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const rooms = ['src', 'cards', 'test', '.ci', 'deploymentTemplates', 'docs'];
const isText = /\.(?:ts|mjs|json|ya?ml|md|csv|txt)$/;
/** Data as others wrote it; and this file, which has wrong ones as examples. */
const foreign = /^test\/(?:fixtures\/(?:schemas|pastes)\/|citations\.test\.ts$)/;

const files = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${room}/${name.replaceAll('\\', '/')}`,
    ),
  ),
].filter((file) => isText.test(file) && !foreign.test(file) && statSync(join(root, file)).isFile());

const pages = new Map<string, Page>();

function pageAt(path: string): Page | undefined {
  const whole = join(root, path);
  if (!pages.has(path) && existsSync(whole)) pages.set(path, readPage(readFileSync(whole, 'utf8')));
  return pages.get(path);
}

/** From the root, beside the file, or in docs: what makes a page there names its neighbours so. */
function problemsIn(file: string, text: string): string[] {
  return problemsOfCitations(text, (path) => {
    if (path === undefined) return file.endsWith('.md') ? pageAt(file) : undefined;
    return ['', dirname(file), 'docs'].map((base) => pageAt(join(base, path))).find((page) => page !== undefined);
  });
}

it.each(rooms)('every page and section that %s cites is there', (room) => {
  const ours = files.filter((file) => file.startsWith(`${room}/`));
  expect(ours.flatMap((file) => problemsIn(file, read(file)).map((problem) => `${file}: ${problem}`))).toEqual([]);
});

it('every page and section that the pages at the root cite is there', () => {
  const ours = files.filter((file) => !file.includes('/'));
  expect(ours.length).toBeGreaterThan(3);
  expect(ours.flatMap((file) => problemsIn(file, read(file)).map((problem) => `${file}: ${problem}`))).toEqual([]);
});

it('every link of a page leads to a heading that is there', () => {
  const broken = files
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) =>
      [...read(file).matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)#([^)\s]+)\)/g)]
        .filter(([, to = '', anchor = '']) => !pageAt(to === '' ? file : join(dirname(file), to))?.anchors.has(anchor))
        .map(([link]) => `${file}: ${link}`),
    );
  expect(broken).toEqual([]);
});

describe('a citation', () => {
  it.each([
    'docs/domain/current.md section 5',
    'docs/domain/current.md, sections 3 and 4',
    '(docs/domain/current.md section 3, "Parsing traps")',
    'docs/domain/current.md#5-events',
    'docs/domain/downlevel.md sections 1 to 6; docs/domain/downlevel.md section 3, step 10',
    'docs/domain/downlevel.md section 1, sources 6 and 13',
    '/**\n * What it says (docs/domain/current.md,\n * section 5).\n */',
    '  # docs/domain/current.md\n  # section 5',
    'MicrosoftDocs/entra-docs docs/identity/devices/gone.md',
    'https://example.com/gone.md',
  ])('that can be followed: %s', (text) => {
    expect(problemsIn('src/main.ts', text)).toEqual([]);
  });

  it.each([
    'CONTRACT.md, "Cards"',
    'current.md section 5',
    '../gone.md',
    'docs/domain/gone.md section 1',
    'entra-docs docs/identity/devices/gone.md',
    'docs/domain/current.md section 99',
    'docs/domain/current.md, section 99',
    '`docs/domain/current.md` section 99',
    '[the facts](docs/domain/current.md) section 99',
    'docs/domain/current.md sections 3 and 99',
    'docs/domain/current.md sections 7 to 9',
    '// see docs/domain/current.md,\n// section 99',
    'docs/domain/current.md#5-no-such-heading',
    'docs/domain/downlevel.md section 3, step 99',
    'docs/domain/downlevel.md section 1, source 99',
    'docs/domain/current.md section 3, "No such words"',
    'the conventions, section 4',
    'see (section 5)',
  ])('that cannot: %s', (text) => {
    expect(problemsIn('src/main.ts', text)).toHaveLength(1);
  });

  it('by a bare name counts only at the root, beside the file and in docs', () => {
    expect(problemsIn('docs/domain/graph.md', 'current.md section 5')).toEqual([]);
    expect(problemsIn('src/main.ts', 'SECURITY.md, and trees.md')).toEqual([]);
  });
});

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
