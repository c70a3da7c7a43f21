import { describe, expect, it } from 'vitest';
import { hybrid, lead, ofStatus, told, unElevated } from './judging.js';

describe('DeviceAuthStatus', () => {
  it.each([
    ['FAILED. Device is either disabled or deleted', 'device-disabled-or-removed certain'],
    ['FAILED. Error: 0xd000023c', 'device-check-unreachable likely'],
    ['FAILED. Error:0x80072ee7', 'device-check-unreachable likely'],
    ['FAILED. Error: 0x80090016', 'keys-unusable possible'],
    ['FAILED. ERROR', 'device-check-failed likely'],
    ['FAILED. Error: 0x8007ffff', 'device-check-failed likely'],
  ])('%s: %s', (value, expected) => {
    const found = lead(ofStatus(hybrid, `DeviceAuthStatus : ${value}`));
    expect(`${found?.id} ${found?.sure}`).toBe(expected);
  });

  it('names a code that is not known as such', () => {
    expect(told(ofStatus(hybrid, 'DeviceAuthStatus : FAILED. Error: 0x8007ffff'))).toContain(
      'unknown-code note certain',
    );
  });

  it('that failed makes the missing pass follow from it', () => {
    expect(
      told(
        ofStatus(
          hybrid,
          'DeviceAuthStatus : FAILED. Device is either disabled or deleted',
          'AzureAdPrt : NO',
          unElevated,
        ),
      ),
    ).toEqual([
      'device-disabled-or-removed blocks certain',
      'no-sign-in-token follows likely',
      'hybrid-joined healthy certain',
    ]);
  });
});

describe('the keys', () => {
  it('that do not sign are unusable, and the recovery follows', () => {
    expect(told(ofStatus(hybrid, 'KeySignTest : FAILED', 'AadRecoveryEnabled : YES')).slice(0, 2)).toEqual([
      'keys-unusable blocks certain',
      'recovery-pending follows certain',
    ]);
  });

  it('were not tested in a prompt that is not elevated', () => {
    expect(told(ofStatus(hybrid, unElevated))).toEqual(['hybrid-joined healthy certain']);
    expect(told(ofStatus('AzureAdJoined: YES\nDomainJoined: YES\nKeySignTest: : MUST Run elevated to test.'))).toEqual([
      'hybrid-joined healthy certain',
    ]);
  });
});

describe('the device certificate', () => {
  const valid = (from: string, to: string): string =>
    `DeviceCertificateValidity : [ ${from} 08:00:00.000 UTC -- ${to} 08:00:00.000 UTC ]`;

  it.each([
    ['2016-05-05', '2036-05-05', []],
    ['2016-05-20', '2026-05-20', ['certificate-expires-soon note certain']],
    ['2016-05-03', '2026-05-03', ['certificate-expired blocks likely']],
  ])('valid from %s to %s', (from, to, expected) => {
    expect(told(ofStatus(hybrid, valid(from, to))).filter((each) => !each.startsWith('hybrid'))).toEqual(expected);
  });

  it('of a device that the service accepts has not expired when the text was made', () => {
    expect(told(ofStatus(hybrid, valid('2016-05-03', '2026-05-03'), 'DeviceAuthStatus : SUCCESS'))).toEqual([
      'hybrid-joined healthy certain',
      'certificate-expired note possible',
    ]);
  });
});
