import { describe, expect, it } from 'vitest';
import { readPaste } from '../../../src/diagnosis/read-paste.js';
import { withSeparators } from '../../../src/diagnosis/status/columns.js';

const rows: readonly (readonly [string, string])[] = [
  ['AzureAdJoined', 'YES'],
  ['EnterpriseJoined', 'NO'],
  ['DomainJoined', 'YES'],
  ['DomainName', 'NORDWIND'],
  ['DeviceId', '3f1c2b7a-9d44-4e0b-8a61-5c7d90be1f22'],
  ['DeviceAuthStatus', 'FAILED. Device is either disabled or deleted'],
];

const valuesIn = (text: string): readonly (readonly [string, string])[] =>
  (readPaste(text).status?.fields ?? []).map(({ key, value }) => [key, value] as const);

describe('a status as a table', () => {
  it.each([
    ['of a spreadsheet', rows.map(([key, value]) => `${key}\t${value}`)],
    ['exported with semicolons', rows.map(([key, value]) => `"${key}";"${value}"`)],
    ['exported with commas', rows.map(([key, value]) => `${key},${value}`)],
    ['of Markdown', ['| Key | Value |', '| --- | --- |', ...rows.map(([key, value]) => `| ${key} | ${value} |`)]],
    ['with dots', rows.map(([key, value]) => `${key.padEnd(20, '.')} ${value}`)],
    ['of a page', rows.map(([key, value]) => `<tr><td>${key}</td><td>${value}</td></tr>`)],
    [
      'of a mail, with paragraphs in its cells',
      rows.map(
        ([key, value]) =>
          `<tr>\r\n<td>\r\n<p>${key}</p>\r\n</td>\r\n<td>\r\n<p class="x">${value}</p>\r\n</td>\r\n</tr>`,
      ),
    ],
  ])('%s has the same fields', (_, lines) => {
    expect(valuesIn(lines.join('\n'))).toEqual(rows);
  });

  it.each([
    [
      'sentences that begin with a key',
      ['DomainJoined means that the PC is in the domain', 'AzureAdJoined is what we want'],
    ],
    ['one row alone', ['AzureAdJoined YES']],
    [
      'keys that other programs print',
      ['TenantId 3f1c2b7a-9d44-4e0b-8a61-5c7d90be1f22', 'DeviceId 3f1c2b7a-9d44-4e0b-8a61-5c7d90be1f22'],
    ],
    ['a status as Windows prints it', ['AzureAdJoined : YES', 'EnterpriseJoined: NO', 'DomainJoined = YES']],
  ])('is not: %s', (_, lines) => {
    expect(withSeparators(lines)).toEqual(lines);
  });
});
