import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvOf } from '../../src/administration/csv.js';
import type { CsvRow } from '../../src/administration/exports.js';

async function csv(...rows: readonly CsvRow[]): Promise<string> {
  async function* all() {
    yield* rows;
  }
  let text = '';
  for await (const part of csvOf(all())) text += part;
  return text;
}

it('is what Excel opens: a mark for UTF-8, Windows line ends, quotes doubled', async () => {
  expect(await csv(['name', 'n'], ['Grüße, "Ben"', 3], ['two\nlines', -1.5])).toBe(
    '\ufeffname,n\r\n"Grüße, ""Ben""",3\r\n"two\nlines",-1.5\r\n',
  );
});

it.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  '  =1+1',
  '\u00a0@x',
  '\n=cmd|x',
  '=HYPERLINK("http://evil")',
])('%j is no formula', async (cell) => {
  const text = await csv([cell]);
  expect(text.replace(/^\ufeff"?/, '')).toMatch(/^'/);
});

it('no cell begins with a sign of a formula, whatever is in it, and none is lost', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', ' ', '\t', ',', '"', '\n', 'a', '；', '＝') }), {
        minLength: 1,
        maxLength: 4,
      }),
      async (cells) => {
        const text = await csv(cells);
        for (const cell of cells) expect(text.replaceAll('""', '"')).toContain(cell);
        expect(
          /(?:^\ufeff|,|\r\n)"?[\s]*[=+\-@＝＋－＠]/u.test(
            text.replaceAll(/"(?:[^"]|"")*"/gu, (quoted) => `"${quoted[1] === "'" ? 'x' : quoted.slice(1, 2)}"`),
          ),
        ).toBe(false);
      },
    ),
  );
});

it('what turns or hides a name is written out', async () => {
  expect(await csv(['Kim\u202excod.csv', '\u200b=1+1', 'علی\u200cرضا'])).toBe(
    '\ufeffKim[U+202E]xcod.csv,[U+200B]=1+1,علی\u200cرضا\r\n',
  );
});

it('rows that cannot be read any more are told to who writes the file, and end nothing else', async () => {
  let closed = false;
  async function* broken(): AsyncGenerator<readonly string[]> {
    try {
      yield ['one'];
      throw new Error('The database is gone');
    } finally {
      closed = true;
    }
  }
  const read = async (): Promise<void> => {
    for await (const _part of csvOf(broken()));
  };
  await expect(read()).rejects.toThrow('The database is gone');
  expect(closed).toBe(true);
});
