import { describe, expect, it } from 'vitest';
import { domainOnly, findingOf, hybrid, ofStatus, tests, told, unElevated } from './judging.js';

describe('what looks like a fault and is none', () => {
  it('WamDefaultSet ERROR in an elevated prompt', () => {
    expect(told(ofStatus(domainOnly, 'WamDefaultSet : ERROR (0x80070520)', tests()))).toContain(
      'wam-error-elevated sideEffect likely',
    );
  });

  it('NgcPreReq ERROR 0xd0020017 without a session, which explains WamDefaultSet too', () => {
    const diagnosis = ofStatus(
      domainOnly,
      'WamDefaultSet : ERROR',
      'NgcPreReq : ERROR (0xd0020017)',
      tests({}, 'UN-ELEVATED User'),
    );
    expect(told(diagnosis)).toContain('user-state-without-session sideEffect certain');
    expect(findingOf(diagnosis, 'wam-error-elevated')).toBeUndefined();
  });

  it('WillNotProvision', () => {
    expect(told(ofStatus(hybrid, 'PreReqResult : WillNotProvision'))).toContain(
      'hello-will-not-provision sideEffect certain',
    );
    expect(findingOf(ofStatus(hybrid, 'PreReqResult : WillProvision'), 'hello-will-not-provision')).toBeUndefined();
  });

  it('a search for a proxy that finds none, where the PC goes out directly', () => {
    const pac = 'URL Specific Proxy Config\nAuto Detect PAC Status : 0x80072f94';
    expect(told(ofStatus(hybrid, pac, 'Access Type : DIRECT'))).toContain('wpad-without-proxy sideEffect certain');
    expect(findingOf(ofStatus(hybrid, pac, 'Access Type : NAMED PROXY'), 'wpad-without-proxy')).toBeUndefined();
  });
});

describe('a second registration', () => {
  it('beside a hybrid join gets in the way', () => {
    expect(told(ofStatus(hybrid, 'WorkplaceJoined : YES', unElevated))[0]).toBe('dual-registration blocks likely');
  });

  it('in a prompt that is not the person’s may be another person’s', () => {
    expect(told(ofStatus(hybrid, 'WorkplaceJoined : YES', 'WamDefaultSet : ERROR'))[0]).toBe(
      'dual-registration blocks possible',
    );
  });

  it('of a PC that is only in the domain is worth knowing', () => {
    expect(told(ofStatus(domainOnly, 'WorkplaceJoined : YES'))).toEqual([
      'domain-joined-only note certain',
      'also-registered note certain',
    ]);
  });
});

describe('the account that ran the command', () => {
  const by = (account: string, ...more: readonly string[]): boolean =>
    findingOf(ofStatus(hybrid, ...more, `Executing Account Name : ${account}`), 'built-in-administrator') !== undefined;

  it.each([
    ['LAP-3381\\Administrator', true],
    ['LAP-3381\\Administrador, Administrador', true],
    ['Administrator', true],
    ['FABRIKAM\\Administrator', false],
    ['FABRIKAM\\fhaddad, farid.haddad@fabrikam.example', false],
    ['LAP-3381\\fhaddad', false],
  ])('%s: the built-in administrator? %s', (account, expected) => {
    expect(by(account, 'Device Name : LAP-3381.fabrikam.example')).toBe(expected);
  });
});

describe('worth knowing', () => {
  it.each([
    ['Fallback to Sync-Join : DISABLED', 'sync-fallback-off'],
    ['TpmProtected : NO', 'tpm-not-used'],
    ['Virtual Desktop : YES', 'virtual-desktop'],
    ['MdmUrl :', 'mdm-urls-missing'],
  ])('%s', (line, id) => {
    expect(findingOf(ofStatus(hybrid, line, 'DeviceAuthStatus : SUCCESS'), id)?.role).toBe('note');
  });

  it('Virtual Desktop NOT SET is no virtual desktop', () => {
    expect(told(ofStatus(hybrid, 'Virtual Desktop : NOT SET'))).toEqual(['hybrid-joined healthy certain']);
  });

  it('that apps have no account follows from the missing pass', () => {
    expect(told(ofStatus(hybrid, 'WamDefaultSet : NO', 'AzureAdPrt : NO', unElevated)).slice(0, 2)).toEqual([
      'no-sign-in-token blocks likely',
      'sign-in-app-account-missing follows likely',
    ]);
  });
});
