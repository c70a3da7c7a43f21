import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../src/diagnosis/clean-text.js';
import type { SectionName } from '../../../src/diagnosis/model.js';
import { knownKeys, sectionOrder } from '../../../src/diagnosis/status/known-keys.js';
import { readDebugLog } from '../../../src/diagnosis/status/read-debug-log.js';
import { readStatus } from '../../../src/diagnosis/status/read-status.js';
import { statusLayouts, statusText, type StatusSections } from '../../support/status-text.js';
import { fieldsIn, fieldsOf } from './fields-of.js';
import { hybridPc, notJoinedPc } from './samples.js';

const runs = { numRuns: 40 };
const titled = statusLayouts.filter((layout) => layout !== 'untitled' && layout !== 'old');
const sample = fc.constantFrom<StatusSections>(hybridPc, notJoinedPc);

/** Some sections of a sample, in any order; always one from which a status is known. */
const someSections = sample.chain((sections) =>
  fc
    .shuffledSubarray(Object.keys(sections) as SectionName[], { minLength: 1 })
    .map((order) =>
      order.some((section) => ['deviceState', 'userState', 'ssoState'].includes(section))
        ? order
        : [...order, 'deviceState' as const],
    )
    .map((order) => ({
      sections,
      order,
      left: Object.fromEntries(order.map((section) => [section, sections[section]])),
    })),
);

describe('what was done to a text never changes what is read', () => {
  it('sections in another order, or dropped', () => {
    fc.assert(
      fc.property(someSections, fc.constantFrom(...titled), ({ sections, order, left }, layout) => {
        expect(fieldsIn(statusText(sections, { layout, order }))).toEqual(fieldsOf(left));
      }),
      runs,
    );
  });

  it('sections dropped where there are no titles, but for the proxies, which have the same keys', () => {
    const proxies: readonly SectionName[] = ['ieProxySystem', 'ieProxyUser', 'urlProxy', 'winHttpProxy'];
    const kept = fc.subarray(sectionOrder.filter((section) => section !== 'deviceState' && !proxies.includes(section)));
    fc.assert(
      fc.property(sample, kept, fc.constantFrom('untitled', 'old'), (sections, others, layout) => {
        const order = (Object.keys(sections) as SectionName[]).filter(
          (section) => section === 'deviceState' || others.includes(section),
        );
        const left = Object.fromEntries(order.map((section) => [section, sections[section]])) as StatusSections;
        expect(fieldsIn(statusText(sections, { layout, order }))).toEqual(fieldsOf(left));
      }),
      runs,
    );
  });

  it('line ends and blanks', () => {
    const blanks = fc.constantFrom('', ' ', '    ', '\t', '\u00a0\u00a0', '\u200b', '\u3000');
    fc.assert(
      fc.property(
        sample,
        fc.constantFrom('ruled', 'plain', 'quoted', 'fenced'),
        fc.constantFrom('\n', '\r\n', '\r', '\u2028', '\n\n', '<br/>'),
        blanks,
        blanks,
        (sections, layout, lineEnd, before, after) => {
          const text = statusText(sections, { layout })
            .split('\n')
            .map((line) => (line === '' ? line : `${before}${line}${after}`))
            .join(lineEnd);
          expect(fieldsIn(text)).toEqual(fieldsOf(sections));
        },
      ),
      runs,
    );
  });

  it('the case of keys', () => {
    const change = fc.constantFrom(
      (key: string) => key.toUpperCase(),
      (key: string) => key.toLowerCase(),
      (key: string) => key.replace(/Ad(?=[A-Z])/, 'AD'),
    );
    fc.assert(
      fc.property(
        sample,
        fc.constantFrom('ruled', 'plain', 'untitled', 'equals', 'oneLine', 'html'),
        change,
        (sections, layout, changed) => {
          const written = Object.fromEntries(
            Object.entries(sections).map(([section, given]) => {
              const rename = (keys: Readonly<Record<string, string>>) =>
                Object.fromEntries(Object.entries(keys).map(([key, value]) => [changed(key), value]));
              return [
                section,
                Array.isArray(given) ? given.map(rename) : rename(given as Readonly<Record<string, string>>),
              ];
            }),
          ) as StatusSections;
          expect(fieldsIn(statusText(written, { layout }))).toEqual(fieldsOf(sections));
        },
      ),
      runs,
    );
  });

  it('text before and after', () => {
    const before = fc.constantFrom(
      '',
      'Hi, my PC does not join. Here you go:\n\n',
      'C:\\Windows\\system32>dsregcmd /status\n',
      'Microsoft Windows [Version 10.0.22631.4317]\n(c) Microsoft Corporation. All rights reserved.\n\nPS C:\\Users\\farid> dsregcmd.exe /status\n',
    );
    const after = fc.constantFrom(
      '',
      '\nPS C:\\Users\\farid> ipconfig /all\n\nWindows IP Configuration\n   Host Name . . . : FAB-0417\n',
      '\nFor more information, please visit https://www.microsoft.com/aadjerrors\nC:\\>',
      '\n\nWhat can I do?\nThanks, Farid',
    );
    fc.assert(
      fc.property(
        sample,
        before,
        after,
        fc.constantFrom('ruled', 'plain', 'untitled', 'fenced'),
        (sections, start, end, layout) => {
          expect(fieldsIn(`${start}${statusText(sections, { layout })}${end}`)).toEqual(fieldsOf(sections));
        },
      ),
      runs,
    );
  });
});

describe('any values', () => {
  const word = fc.stringMatching(/^[A-Za-z0-9]{1,12}$/);
  const shapes = {
    flag: fc.constantFrom('YES', 'NO', 'UNKNOWN', 'ERROR', 'ERROR (0x80070520)'),
    test: fc.constantFrom('PASS', 'SKIPPED', 'FAIL [0x80070002]', 'FAIL [0x801c0021/0x801c000c]'),
    word: fc.constantFrom('ENABLED', 'sync', 'WillProvision', '400', 'POST', '-', 'n/a'),
    code: fc.stringMatching(/^0x[0-9a-f]{8}$/),
    time: fc.constantFrom(
      '2025-01-31 09:16:50.000 UTC',
      '[ 2025-03-09 10:23:00.000 UTC -- 2035-03-09 11:53:00.000 UTC ]',
      'NONE',
    ),
    id: fc.oneof(
      fc.uuid(),
      fc.uuid().map((id) => `{${id}}`),
      fc.constantFrom('[GUID]', '-', ''),
    ),
    url: fc.oneof(
      fc.uuid().map((id) => `https://login.microsoftonline.com/${id}/oauth2/token`),
      fc.constantFrom('', 'NO', 'urn:ms-drs:enterpriseregistration.windows.net'),
    ),
    text: fc.oneof(
      word,
      fc.tuple(word, word).map((words) => words.join(' ')),
      fc.constantFrom('CONTOSO\\ada, ada@contoso.com', 'NONE', 'FAILED. Error: 0xc000023c'),
    ),
  } as const;
  const section = (name: SectionName) => {
    const keys = knownKeys.filter((key) => key.sections[0] === name);
    return fc.record(Object.fromEntries(keys.map((key) => [key.key, shapes[key.shape]])));
  };

  it('are read as they were pasted, in every layout', () => {
    fc.assert(
      fc.property(
        fc.record({
          deviceState: section('deviceState'),
          deviceDetails: section('deviceDetails'),
          tenantDetails: section('tenantDetails'),
          userState: section('userState'),
          ssoState: section('ssoState'),
          diagnosticData: section('diagnosticData'),
          ngcPrerequisite: section('ngcPrerequisite'),
        }),
        fc.constantFrom(...statusLayouts),
        (sections, layout) => {
          const written = sections as StatusSections;
          expect(fieldsIn(statusText(written, { layout }))).toEqual(fieldsOf(written));
        },
      ),
      runs,
    );
  });

  it('are never those of a key that is not known', () => {
    const unknownKey = fc.constantFrom(
      'CloudDeviceId',
      'PreviousAzureAdPrt',
      'Previous Client ErrorCode',
      'EntraTenantId',
      'LastKeySignTest',
      'New Field',
      'Shadow Error Phase',
      'AzureAdPrtKind',
    );
    fc.assert(
      fc.property(
        sample,
        fc.array(fc.tuple(unknownKey, word, fc.nat(60)), { maxLength: 8 }),
        fc.constantFrom('ruled', 'plain', 'html', 'quoted'),
        (sections, unknown, layout) => {
          const lines = statusText(sections, { layout }).split(layout === 'html' ? '<br/>' : '\n');
          for (const [key, value, at] of unknown)
            lines.splice(
              Math.min(at + 1, lines.length - 1),
              0,
              `${layout === 'quoted' ? '> ' : ''}${key.padStart(26)} : ${value}`,
            );
          expect(fieldsIn(lines.join(layout === 'html' ? '<br/>' : '\n'))).toEqual(fieldsOf(sections));
        },
      ),
      runs,
    );
  });
});

describe('any text', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(...knownKeys.map(({ key }) => key)),
      fc.constantFrom(
        ' : ',
        ':',
        '=',
        '\n',
        ' ',
        '  ',
        'YES',
        'FAIL [0x',
        ']',
        '| Device State |',
        '+------+',
        'Work Account 2',
        '<br/>',
        '&nbsp;',
        '&#x',
        '```',
        '> ',
        '|',
        '**',
        '\0',
        '\ud800',
        'PS C:\\x>',
        'Trace ID: ',
      ),
      fc.string({ maxLength: 8, unit: 'binary' }),
    ),
    { maxLength: 300 },
  );

  it('is read without an error, and a field holds only what was pasted in one place', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          pieces.map((parts) => parts.join('')),
          fc.string({ maxLength: 4000 }),
        ),
        (text) => {
          const lines = cleanText(text);
          readDebugLog(lines);
          const status = readStatus(lines);
          const squeezed = (of: string): string => of.replace(/\s/g, '');
          const all = squeezed(lines.join(''));
          for (const { value, line } of status?.fields ?? []) {
            expect(all).toContain(squeezed(value));
            expect(line).toContain(value);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
