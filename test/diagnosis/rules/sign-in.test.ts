import { describe, expect, it } from 'vitest';
import {
  domainOnly,
  findingOf,
  hybrid,
  judge,
  lead,
  ofStatus,
  statusReading,
  tests,
  told,
  unElevated,
} from './judging.js';

const entra = 'https://login.microsoftonline.com/5b1f0c9e-6a2d-4d3e-9b77-0f2f6c1d8e41/oauth2/token/';

function attempt(status: string, more: Readonly<Record<string, string>> = {}): string {
  const lines = {
    AcquirePrtDiagnostics: 'PRESENT',
    'Previous Prt Attempt': '2026-05-04 06:41:02.311 UTC',
    'Attempt Status': status,
    'Credential Type': 'Password',
    'Endpoint URI': entra,
    'HTTP Error': '0x0',
    'HTTP status': '400',
    ...more,
  };
  return Object.entries(lines)
    .map(([key, value]) => `${key} : ${value}`)
    .join('\n');
}

const answer = (words: string): Readonly<Record<string, string>> => ({
  'Server Error Code': 'invalid_grant',
  'Server Error Description': words,
});

describe('AzureAdPrt NO', () => {
  it('of the person is a finding, and asks for the diagnostics', () => {
    const diagnosis = ofStatus(hybrid, 'AzureAdPrt : NO', unElevated);
    expect(told(diagnosis)[0]).toBe('no-sign-in-token blocks likely');
    expect(diagnosis.missing).toEqual(['signInDiagnostics']);
    expect(diagnosis.proves).toContainEqual({ fact: 'prt', value: 'no', line: 'AzureAdPrt : NO' });
  });

  it.each([
    ['an elevated prompt', 'WamDefaultSet : ERROR (0xd000000d)'],
    ['an elevated prompt that tests the keys', 'KeySignTest : PASSED'],
    ['SYSTEM', 'Executing Account Name : NT AUTHORITY\\SYSTEM'],
    ['a session without a person', 'NgcPreReq : ERROR 0xd0020017'],
  ])('in %s says nothing', (_, sign) => {
    const diagnosis = ofStatus(hybrid, 'AzureAdPrt : NO', sign);
    expect(lead(diagnosis)?.id).toBe('hybrid-joined');
    expect(findingOf(diagnosis, 'no-sign-in-token')).toBeUndefined();
    expect(diagnosis.missing).toEqual(['userStateUnelevated']);
    expect(diagnosis.proves.some(({ fact }) => fact === 'prt' || fact === 'registered')).toBe(false);
  });

  it('of a PC that has not joined follows from that', () => {
    expect(told(ofStatus(domainOnly, 'AzureAdPrt : NO', tests({ 'AD Connectivity Test': 'FAIL [0x54b]' })))).toEqual([
      'no-domain-controller blocks certain',
      'no-sign-in-token follows certain',
      'domain-joined-only note certain',
    ]);
  });

  it('says nothing while it is not known whether the PC has joined', () => {
    expect(ofStatus('AzureAdPrt : NO')).toMatchObject({
      findings: [],
      missing: ['deviceState', 'userStateUnelevated'],
    });
  });

  it('says nothing while it is not known who ran the command', () => {
    expect(ofStatus(hybrid, 'AzureAdPrt : NO')).toMatchObject({
      findings: [{ id: 'hybrid-joined' }],
      missing: ['userStateUnelevated'],
    });
  });

  it('is not what a missing line means', () => {
    const diagnosis = ofStatus(hybrid, unElevated);
    expect(told(diagnosis)).toEqual(['hybrid-joined healthy certain']);
    expect(diagnosis.missing).toEqual(['userStateUnelevated']);
  });
});

describe('an attempt that failed', () => {
  it.each([
    ['0xc000006d', answer('AADSTS50126: Error validating credentials.'), 'wrong-password'],
    ['0xc000006a', {}, 'wrong-password'],
    ['0xc000006d', answer('AADSTS50034: The user account does not exist.'), 'sign-in-name-unknown'],
    ['0xc00000d0', answer('AADSTS90002: Tenant fabrikam.local not found.'), 'sign-in-name-unknown'],
    ['0xc00000d0', answer('AADSTS50155: Device authentication failed.'), 'device-disabled-or-removed'],
    ['0xc00000d0', answer('AADSTS135011: Device used during the authentication is disabled.'), 'device-disabled'],
    [
      '0xc00000d0',
      answer('AADSTS5000611: Symmetric Key Derivation Function version is invalid.'),
      'windows-updates-missing',
    ],
    [
      '0xc00000d0',
      answer('AADSTS70002: Error validating credentials. AADSTS50126: Invalid username or password.'),
      'wrong-password',
    ],
    ['0xc000023c', { 'HTTP Error': '0x80072ee2', 'HTTP status': '0' }, 'sign-in-network'],
    ['0xc000006d', { 'HTTP Error': '0x80072ee7', 'HTTP status': '0' }, 'sign-in-network'],
    ['0xc00000be', {}, 'sign-in-network'],
    ['0xc000006d', { 'HTTP status': '407' }, 'sign-in-network'],
    ['0xc000006d', { 'HTTP status': '503' }, 'sign-in-network'],
    ['0xc00000c4', {}, 'sign-in-network'],
    ['0xc000005f', {}, 'sign-in-name-unknown'],
    ['0xc004844c', {}, 'sign-in-name-unknown'],
    ['0xc004848b', { 'Endpoint URI': 'https://sts.fabrikam.example/adfs/services/trust/mex' }, 'sign-in-federation'],
    [
      '0xc00484c1',
      { 'Endpoint URI': 'https://sts.fabrikam.example/adfs/services/trust/13/usernamemixed' },
      'sign-in-federation',
    ],
    ['0xc00cee4f', { 'Endpoint URI': 'https://idp.fabrikam.example/trust/2005/usernamemixed' }, 'sign-in-federation'],
  ])('%s %o: %s', (status, more, id) => {
    expect(lead(ofStatus(hybrid, 'AzureAdPrt : NO', attempt(status, more), unElevated))).toMatchObject({
      id,
      role: 'blocks',
      sure: 'likely',
    });
  });

  it('that gives no reason is only refused, and asks for one', () => {
    const diagnosis = ofStatus(hybrid, 'AzureAdPrt : NO', attempt('0xc000006d'), unElevated);
    expect(told(diagnosis)[0]).toBe('sign-in-refused blocks possible');
    expect(diagnosis.missing).toEqual(['signInDiagnostics']);
  });

  it('for a reason that is not known says so', () => {
    const diagnosis = ofStatus(
      hybrid,
      'AzureAdPrt : NO',
      attempt('0xc00000d0', answer('AADSTS5099999: Something new.')),
      unElevated,
    );
    expect(told(diagnosis)).toContain('unknown-code note certain');
    expect(told(diagnosis)[0]).toBe('sign-in-refused blocks possible');
  });

  it('counts as possible where the token’s line is cut off or the prompt is not the person’s', () => {
    const words = attempt('0xc000006d', answer('AADSTS50126: Invalid password.'));
    expect(told(ofStatus(hybrid, words))[0]).toBe('wrong-password blocks possible');
    expect(told(ofStatus(hybrid, 'AzureAdPrt : NO', words, 'WamDefaultSet : ERROR'))[0]).toBe(
      'wrong-password blocks possible',
    );
  });

  it('before a pass that is there did no harm', () => {
    const diagnosis = ofStatus(
      hybrid,
      'AzureAdPrt : YES\nAzureAdPrtUpdateTime : 2026-05-04 06:58:12.000 UTC',
      attempt('0xc000006d', answer('AADSTS50126')),
      unElevated,
    );
    expect(told(diagnosis)).toEqual(['hybrid-joined healthy certain']);
  });
});

describe('the token of AD FS', () => {
  const adfs = { 'Endpoint URI': 'https://sts.fabrikam.example/adfs/oauth2/token/' };

  it('that failed is no fault of the sign-in', () => {
    expect(told(ofStatus(hybrid, 'AzureAdPrt : YES', attempt('0xc000006d', adfs), unElevated))).toEqual([
      'hybrid-joined healthy certain',
      'enterprise-token-fault sideEffect likely',
    ]);
  });

  it('that failed does not explain why there is no pass', () => {
    const diagnosis = ofStatus(
      hybrid,
      'AzureAdPrt : NO',
      attempt('0xc000006d', { ...adfs, ...answer('AADSTS50126: odd') }),
      unElevated,
    );
    expect(told(diagnosis)).toEqual([
      'no-sign-in-token blocks likely',
      'hybrid-joined healthy certain',
      'enterprise-token-fault sideEffect likely',
    ]);
  });

  it('is told apart from that of Entra ID where both failed', () => {
    const first = statusReading(
      hybrid,
      'AzureAdPrt : NO',
      attempt('0xc000006a'),
      'EnterprisePrt : NO',
      unElevated,
    ).status;
    const second = statusReading(hybrid, attempt('0xc000023c', adfs)).status?.fields.filter(
      ({ section }) => section === 'ssoState',
    );
    if (first === undefined) throw new Error('Not read as a status');
    const diagnosis = judge({ status: { ...first, fields: [...first.fields, ...(second ?? [])] } });
    expect(told(diagnosis).filter((each) => !each.startsWith('hybrid'))).toEqual([
      'wrong-password blocks likely',
      'enterprise-token-fault sideEffect likely',
    ]);
  });

  it('may be asked for before that of Entra ID, or after it, and does not hide its attempt', () => {
    const ofAdfs = attempt('0xc000006d', { ...adfs, 'Server Error Description': 'MSIS9683: refused' });
    const ofEntra = attempt('0xc000006a', { 'Server Error Description': 'AADSTS50034: The account does not exist.' });
    for (const attempts of [
      [ofAdfs, ofEntra],
      [ofEntra, ofAdfs],
    ]) {
      const diagnosis = ofStatus(hybrid, 'AzureAdPrt : NO', ...attempts, 'EnterprisePrt : NO', unElevated);
      expect(told(diagnosis)).toContain('sign-in-name-unknown blocks likely');
      expect(told(diagnosis)).toContain('enterprise-token-fault sideEffect likely');
    }
  });

  it('that is missing is normal', () => {
    expect(told(ofStatus(hybrid, 'AzureAdPrt : YES', 'EnterprisePrt : NO'))).toContain(
      'no-enterprise-token sideEffect certain',
    );
  });
});

describe('a pass that was not renewed', () => {
  const pass = (updated: string, expires: string): string =>
    `AzureAdPrt : YES\nAzureAdPrtUpdateTime : ${updated} UTC\nAzureAdPrtExpiryTime : ${expires} UTC`;

  it('for more than four hours may be in trouble', () => {
    expect(told(ofStatus(hybrid, pass('2026-05-04 03:59:59.000', '2026-05-18 03:59:59.000')))).toContain(
      'sign-in-not-renewed note possible',
    );
    expect(told(ofStatus(hybrid, pass('2026-05-04 04:00:01.000', '2026-05-18 04:00:01.000')))).toEqual([
      'hybrid-joined healthy certain',
    ]);
  });

  it('is likely in trouble where a later attempt failed', () => {
    const lines = [
      pass('2026-05-03 20:00:00.000', '2026-05-17 20:00:00.000'),
      attempt('0xc000023c', { RefreshPrtDiagnostics: 'PRESENT' }),
    ];
    expect(told(ofStatus(hybrid, ...lines))).toContain('sign-in-not-renewed note likely');
  });

  it('is only an old paste once it has expired', () => {
    expect(told(ofStatus(hybrid, pass('2025-05-04 03:00:00.000', '2025-05-18 03:00:00.000')))).toEqual([
      'hybrid-joined healthy certain',
    ]);
  });
});
