import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { showInName } from '../text/show-invisible.js';
import type { CsvRow } from './exports.js';

/**
 * Rows as CSV (RFC 4180), with a byte order mark, by which Excel knows UTF-8. What would be read as a formula gets an apostrophe
 * in front (OWASP, CSV injection): the library does so for what begins with one of its signs, here also behind blanks. Numbers
 * stay numbers. Invisible characters of names are written out: a file is read where nothing else warns of them.
 */
export async function* csvOf(rows: AsyncIterable<CsvRow>): AsyncGenerator<string> {
  const written = stringify({
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    quoted_match: /[\r\n]/,
    cast: { number: (value) => ({ value: String(value), escape_formulas: false }) },
  });
  // Rows that cannot be read any more end what is written: `pipe` would leave their error to nobody, which ends the process.
  pipeline(Readable.from(readable(rows)), written, () => undefined);
  for await (const chunk of written) yield String(chunk);
}

async function* readable(rows: AsyncIterable<CsvRow>): AsyncGenerator<CsvRow> {
  for await (const row of rows) yield row.map((cell) => (typeof cell === 'string' ? defused(showInName(cell)) : cell));
}

function defused(cell: string): string {
  return /^\s+[=+\-@＝＋－＠]/u.test(cell) ? `'${cell}` : cell;
}
