import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PasteKind } from '../../src/diagnosis/model.js';
import { isTechnical, readPaste } from '../../src/diagnosis/read-paste.js';

const diagnostics = `+----------------------------------------------------------------------+
| Diagnostic Data                                                      |
+----------------------------------------------------------------------+

     Diagnostics Reference : www.microsoft.com/aadjerrors
              User Context : SYSTEM
               Client Time : 2026-01-31 09:16:50.000 UTC
      AD Connectivity Test : PASS
     AD Configuration Test : PASS
        DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]
     DRS Connectivity Test : SKIPPED
    Token acquisition Test : SKIPPED
     Fallback to Sync-Join : ENABLED

     Previous Registration : 2026-01-31 09:16:43.000 UTC
         Registration Type : sync
               Error Phase : join
          Client ErrorCode : 0x801c03f2
          Server ErrorCode : DirectoryError
            Server Message : The device object by the given id (752f43c6-021a-4dce-a8b5-996d99e2b791) is not found.
              Https Status : 400
                Request Id : 65342d71-5748-4d60-a18a-ba16be5b606b`;

const signIn = `| SSO State |

                AzureAdPrt : NO
     AcquirePrtDiagnostics : PRESENT
            Attempt Status : 0xc000006d
             User Identity : ada@contoso.example
         Server Error Code : invalid_grant
  Server Error Description : AADSTS50126: Error validating credentials due to invalid username or password.

| Ngc Prerequisite Check |

                 NgcPreReq : ERROR 0xd0020017
              PreReqResult : WillNotProvision`;

const codesOf = (text: string) => readPaste(text).codes.map(({ code, context }) => [code, context]);

describe('what a text is recognised as', () => {
  it.each<[readonly PasteKind[], string]>([
    [['status'], diagnostics],
    [['status'], diagnostics.replaceAll(/\n+ */g, ' ')],
    [['status'], diagnostics.replaceAll(' : ', ': ').replaceAll('\n', '<br/>')],
    [['status'], signIn],
    [
      ['event'],
      'Event ID: 103\nLog Name: Microsoft-Windows-Workplace Join/Admin\nDescription: Server returned http status 404.',
    ],
    [['event'], 'event 304'],
    [['event', 'dialog'], 'The window says error during account authentication, and the log has event 102'],
    [['event'], 'event 305 in User Device Registration, an authentication error'],
    [['event'], 'Ereignis-ID 304 mit 0x801c03f2'],
    [['dialog'], 'it says an error occurred during account authentication'],
    [['dialog'], 'Der Server hat nicht geantwortet'],
    [['dialog', 'code'], 'it says an error occurred during account authentication, 0x80072ee7'],
    [['code'], '0x801c03f2'],
    [['code'], '0x801C03F2'],
    [['code'], '801c03f2'],
    [['code'], 'I get 0x801c03f2 again and again'],
    [['code'], '-2145647630'],
    [['code'], '-2145648611'],
    [['code'], 'AADSTS90002'],
    [['code'], 'aadsts90002: Tenant not found'],
    [['status', 'event'], `${diagnostics}\n\nand event 305 in User Device Registration`],
    [['status', 'code'], `${diagnostics}\n\nand once it said 0xcaa90017`],
  ])('%j', (kinds, text) => {
    expect(readPaste(text).kinds).toEqual(kinds);
    expect(isTechnical(text)).toBe(true);
  });

  it.each([
    '',
    ' ',
    'help',
    'my devices',
    'My devices?',
    'troubleshoot',
    '/help',
    'PC-0142',
    'my pc is DESKTOP-A1B2C3D',
    'LAPTOP-801C03F2X',
    'Hello, how are you?',
    'My PC will not join',
    'I use two factor authentication',
    '+49 170 1234567',
    '(030) 12345678',
    '030/1234-5678',
    '2145647630',
    '3/4/2026',
    '04.03.2026 09:00',
    '2026-03-04T09:00:00Z',
    '4caca366-a20a-4ad8-a8f4-5771955cb12a',
    '{801c03f2-021a-4dce-a8b5-996d99e2b791}',
    'report 14',
    'ticket 304',
    'Windows 10.0.22631.3447',
    'ada.lovelace@contoso.example',
    'dsregcmd /status',
    'Where do I find the event log?',
    'What is dsregcmd?',
    'Mein Rechner ist nicht in der Domäne',
    'https://login.microsoftonline.com/common/oauth2/authorize',
    'quota of ada@contoso.example',
    'The status of my PC: fine',
    'not fixed',
    '10.1.2.3',
    'yes',
    'KB4284842',
  ])('nothing: "%s"', (text) => {
    expect(readPaste(text)).toEqual({
      kinds: [],
      status: undefined,
      events: [],
      dialogs: [],
      codes: [],
      debugLines: [],
    });
    expect(isTechnical(text)).toBe(false);
  });
});

describe('the codes of a text', () => {
  it('carry where they stood in a status', () => {
    expect(codesOf(diagnostics)).toEqual([
      ['0x801c0021', 'discover'],
      ['0x80072ee2', 'discover'],
      ['0x801c03f2', 'join'],
    ]);
    expect(codesOf(diagnostics.replace('Error Phase : join', 'Error Phase : auth'))).toContainEqual([
      '0x801c03f2',
      'auth',
    ]);
    expect(codesOf(signIn)).toEqual([
      ['0xc000006d', 'prt'],
      ['AADSTS50126', 'prt'],
      ['0xd0020017', 'hello'],
    ]);
  });

  it('carry the line of their field', () => {
    const { codes, status } = readPaste(diagnostics);
    const lines = status?.fields.map((field) => field.line) ?? [];
    expect(codes.every((code) => lines.includes(code.line))).toBe(true);
  });

  it('have no context in free text, and that of a single field', () => {
    expect(codesOf('I get 0x801c03f2')).toEqual([['0x801c03f2', undefined]]);
    expect(codesOf('Token acquisition Test : FAIL [0xcaa90017]')).toContainEqual(['0xcaa90017', 'auth']);
  });

  it('are those outside of events', () => {
    const reading = readPaste(
      '0x80072ee7\n\nLog Name: Microsoft-Windows-User Device Registration/Admin\nEvent ID: 305\nDescription: authentication phase. Exit code: 0xcaa90017',
    );
    expect(reading.codes.map(({ code }) => code)).toEqual(['0x80072ee7']);
    expect(reading.events[0]?.codes.map(({ code, context }) => [code, context])).toEqual([['0xcaa90017', 'auth']]);
    expect(reading.kinds).toEqual(['event', 'code']);
  });

  it('are not those of another run of the command', () => {
    const older = diagnostics.replace('0x801c03f2', '0x801c0002');
    const codes = codesOf(`${older}\n\n${diagnostics}`).map(([code]) => code);
    expect(codes).toContain('0x801c03f2');
    expect(codes).not.toContain('0x801c0002');
  });

  it('show the part of a long line that they stand in', () => {
    const [code] = readPaste(`${'words '.repeat(200)}0x801c03f2 ${'words '.repeat(200)}`).codes;
    expect(code?.line.length).toBeLessThanOrEqual(300);
    expect(code?.line).toContain('0x801c03f2');
  });
});

describe('any text', () => {
  it('that is a status does not also become a dialog', () => {
    const reading = readPaste(
      `${diagnostics}\n            Server Message : The verification of the target computer's SID failed, error`,
    );
    expect(reading.dialogs).toEqual([]);
  });

  it('is looked at up to 100,000 characters', () => {
    expect(readPaste(`${' '.repeat(100_000)}0x801c03f2`).kinds).toEqual([]);
    expect(readPaste(`${' '.repeat(99_000)}0x801c03f2`).kinds).toEqual(['code']);
  });

  it('never throws', () => {
    const bytes = fc
      .uint8Array({ maxLength: 100_000, size: 'max' })
      .map((data) => Buffer.from(data).toString('latin1'));
    const mangled = fc.array(
      fc.oneof(
        fc.constantFrom(
          ...diagnostics.split('\n'),
          ...signIn.split('\n'),
          'Event ID: 304',
          'Log Name: Microsoft-Workplace Join',
          '<Event><EventID>201</EventID>',
          '0x801c03f2',
        ),
        fc.string({ unit: 'binary', maxLength: 20 }),
      ),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 5000 }),
          mangled.map((lines) => lines.join('\n')),
          mangled.map((lines) => lines.join('')),
        ),
        (text) => Array.isArray(readPaste(text).kinds),
      ),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(bytes, (text) => Array.isArray(readPaste(text).kinds)),
      { numRuns: 10 },
    );
  });
});

it('of a log that says the same a thousand times, the other code at its end is read as well', () => {
  const log = `${'retry failed with 0x80072ee7\n'.repeat(1_200)}join failed with 0x801c03f2\n`;
  expect(readPaste(log).codes.map(({ code }) => code)).toEqual(['0x80072ee7', '0x801c03f2']);
});
