import { describe, expect, it } from 'vitest';
import { findCodes } from '../../../src/diagnosis/codes/find-codes.js';

const codesIn = (line: string) => findCodes(line).map(({ code, known }) => (known ? code : `${code}?`));

describe('a code in a line', () => {
  it.each([
    ['0x801C03F2', '0x801c03f2'],
    ['error 0X801c03f2.', '0x801c03f2'],
    ['Ox801c03f2', '0x801c03f2'],
    ['801c03f2', '0x801c03f2'],
    ['801C03F2, what is it?', '0x801c03f2'],
    ['(801c03f2)', '0x801c03f2'],
    ['code=801c03f2', '0x801c03f2'],
    ['-2145647630', '0x801c03f2'],
    ['Exit code: −2145647630', '0x801c03f2'],
    ['2149319666', '0x801c03f2'],
    ['-894894057', '0xcaa90017'],
    ['Client ErrorCode : 0x801c03f2Server ErrorCode : DirectoryError', '0x801c03f2'],
    ['AADSTS90002', 'AADSTS90002'],
    ['aadsts90002: Tenant not found', 'AADSTS90002'],
    ['AADSTS 90002', 'AADSTS90002'],
    ['AADSTS50126Error validating credentials', 'AADSTS50126'],
    ['MSIS9682: received invalid request', 'MSIS9682'],
    ['WinHTTP 12007', '12007'],
    ['error 12029', '12029'],
    ['HTTP status: 12002', '12002'],
    ['failed with error code 12030', '12030'],
    ['[12007]', '12007'],
    ['Fehler 12007', '12007'],
    ['error 12152', '12152?'],
    ['AD Connectivity Test : FAIL [0x54b]', '0x54b'],
    ['0x0000054b', '0x54b'],
    ['error 1355', '0x54b'],
    ['exit code: 1312', '1312'],
    ['Event ID: 220, computer object could not be accessed (1317)', '1317'],
    ['sign-in error code 50126', 'AADSTS50126'],
    ['DeviceAuthStatus : FAILED. Error: 0xd000023c', '0xd000023c'],
    ['exit code: 0x80072F0D', '0x80072f0d'],
    ['NTE_BAD_KEYSET', '0x80090016'],
    ['STATUS_LOGON_FAILURE returned', '0xc000006d'],
  ])('%s', (line, code) => {
    expect(codesIn(line)).toEqual([code]);
  });

  it.each([
    ['0x80171234', '0x80171234?'],
    ['0X8018ABCD', '0x8018abcd?'],
    ['801cabcd', '0x801cabcd?'],
    ['-2145639999', '0x801c21c1?'],
    ['AADSTS999999', 'AADSTS999999?'],
    ['aadsts 700016', 'AADSTS700016?'],
    ['AD Connectivity Test : FAIL [0x6ba]', '0x000006ba?'],
  ])('%s is said to be unknown when it has the shape of a code', (line, code) => {
    expect(codesIn(line)).toEqual([code]);
  });

  it.each([
    ['0x801c03', '0x801c03?'],
    ['0x801c03f', '0x801c03f?'],
    ['Client ErrorCode : 0x801c', '0x801c?'],
  ])('%s is kept as it is when its end is missing', (line, code) => {
    expect(codesIn(line)).toEqual([code]);
  });

  it('may be one of two, which come in order', () => {
    expect(codesIn('DRS Discovery Test : FAIL [0x801c0021/0x801c000c]')).toEqual(['0x801c0021', '0x801c000c']);
    expect(codesIn('FAIL [801c0021/80072ee7]')).toEqual(['0x801c0021', '0x80072ee7']);
    expect(codesIn('801c0021 801c000c')).toEqual(['0x801c0021', '0x801c000c']);
  });

  it('counts once, and its name beside it not at all', () => {
    expect(codesIn('0x80090016 (-2146893802, NTE_BAD_KEYSET), 80090016')).toEqual(['0x80090016']);
    expect(codesIn('0x80072ee2 ERROR_WINHTTP_TIMEOUT')).toEqual(['0x80072ee2']);
  });

  it('carries its line and its context', () => {
    expect(findCodes('  Attempt Status : 0xc000006d ', 'prt')).toEqual([
      { code: '0xc000006d', known: true, line: 'Attempt Status : 0xc000006d', context: 'prt' },
    ]);
    expect(findCodes('0xc000006d')[0]).not.toHaveProperty('context');
  });
});

describe('no code', () => {
  it.each([
    ['success', 'HTTP Error : 0x0'],
    ['success in full', 'Client ErrorCode : 0x00000000'],
    ['a task flag', 'flags 0x41301'],
    ['an address in memory', 'at 0x00007ff801c03f21'],
    ['a GUID', 'Request Id : 801c03f2-5748-4d60-a18a-ba16be5b606b'],
    ['the end of a GUID', '65342d71-5748-4d60-a18a-801c801c03f2'],
    ['a thumbprint', 'Thumbprint : 801C03F2D3E5F60718293A4B5C6D7E8F90A1B2C3'],
    ['a thumbprint in groups', '12345678 801C03F2 DEADBEEF'],
    ['a thumbprint with colons', 'AB:801C03F2:CD'],
    ['base64', 'SettingsUrl : eyJVcmlzIjpb+801c03f2/AADSTS50126=='],
    ['an id in an address', 'https://example.org/801c03f2'],
    ['a code in an address', 'https://example.org/?error=0x801c03f2&code=AADSTS50126'],
    ['a longer hex number', '0x801c03f21'],
    ['a longer number', '21493196660'],
    ['a decimal', '0.2149319666'],
    ['a range', '1-2145647630'],
    ['a version', '10.0.12007.1'],
    ['a file', '801c03f2.log'],
    ['a bare event number', 'event 304'],
    ['an event number with the word error', 'Error: event 1312'],
    ['a number of a line', 'error in line 12007'],
    ['a number without a word', '12007 people'],
    ['a Windows number without a word', '1312 and 1317'],
    ['another number of an error', 'error 5'],
    ['a code of a door', 'Der Türcode 1312, der Code ist 12007'],
    ['a code to sign in with', 'Your verification code is 50126'],
    ['how many errors there are', 'Wir haben 1312 Fehler gefunden'],
    ['a ticket', 'ticket 80071234'],
    ['a number of no known facility', '-2145649999'],
    ['a date', '2019-01-31 09:16:50.000 UTC'],
    ['nothing', ''],
  ])('%s: %s', (_what, line) => {
    expect(codesIn(line)).toEqual([]);
  });
});
