import { describe, expect, it } from 'vitest';
import { readPaste } from '../../../src/diagnosis/read-paste.js';
import {
  code,
  domainOnly,
  findingOf,
  hybrid,
  judge,
  lead,
  ofCodes,
  ofDialog,
  statusReading,
  tests,
  told,
} from './judging.js';

describe('the window of the older client', () => {
  it.each([
    ['authentication', 'dialog-authentication blocks likely'],
    ['verification', 'dialog-verification blocks likely'],
    ['maximum', 'dialog-maximum blocks likely'],
    ['notResponding', 'dialog-not-responding blocks likely'],
    ['joined', 'down-level-joined healthy likely'],
  ] as const)('%s', (says, expected) => {
    expect(told(ofDialog(says))).toEqual([expected]);
    expect(ofDialog(says).proves).toContainEqual({ fact: 'dialogSays', value: says, line: 'the words of the window' });
  });

  it('proves the older Windows, but too many devices are met on every Windows', () => {
    const platform = (says: 'verification' | 'maximum'): boolean =>
      ofDialog(says).proves.some(({ fact }) => fact === 'platform');
    expect([platform('verification'), platform('maximum')]).toEqual([true, false]);
  });

  it('about too many devices stops no hybrid join of a newer Windows', () => {
    expect(told(ofDialog('maximum', statusReading(hybrid)))).toContain('previous-attempt-old note likely');
    expect(
      told(ofDialog('maximum', statusReading('AzureAdJoined : NO\nEnterpriseJoined : NO\nDomainJoined : YES'))),
    ).toContain('device-limit-not-hybrid blocks likely');
  });
});

describe('a code alone', () => {
  it.each([
    ['0x801c001d', undefined, 'scp-unreadable likely'],
    ['0x801c03f2', undefined, 'not-synced possible'],
    ['0xc000006d', undefined, 'sign-in-refused possible'],
    ['0x80072ee2', undefined, 'discovery-timeout possible'],
    ['0x80072ee2', 'auth', 'sign-in-unreachable likely'],
    ['0x80072ee2', 'prt', 'sign-in-network likely'],
    ['AADSTS90002', 'join', 'join-wrong-tenant likely'],
    ['AADSTS90002', 'prt', 'sign-in-name-unknown likely'],
    ['AADSTS50126', undefined, 'wrong-password likely'],
    ['0x80090031', undefined, 'tpm-locked likely'],
    ['0x54b', undefined, 'no-domain-controller likely'],
  ] as const)('%s in %s: %s', (spelled, context, expected) => {
    const found = lead(ofCodes(code(spelled, context)));
    expect(`${found?.id} ${found?.sure}`).toBe(expected);
  });

  it('that several things share asks for what tells them apart', () => {
    expect(ofCodes(code('0x801c03f2')).missing).toEqual(['diagnosticsElevated']);
    expect(ofCodes(code('0xc000006d')).missing).toEqual(['userStateUnelevated']);
  });

  it('that is known and leads nowhere is named as known', () => {
    const diagnosis = ofCodes(code('AADSTS90002'));
    expect(diagnosis.findings).toMatchObject([{ id: 'known-code', code: 'AADSTS90002', role: 'note' }]);
    expect(diagnosis.missing).toEqual(['deviceState']);
  });

  it('that is unknown is never guessed', () => {
    expect(ofCodes(code('0x801c9999', undefined, false)).findings).toMatchObject([
      { id: 'unknown-code', code: '0x801c9999', role: 'note' },
    ]);
  });

  it('that is too short is asked for whole', () => {
    expect(ofCodes(code('0x801c03', undefined, false)).missing).toEqual(['wholeCode']);
  });

  it('that is too short in a status is not called unknown', () => {
    const diagnosis = judge(readPaste(`${domainOnly}\n${tests()}\nError Phase : join\nClient ErrorCode : 0x801c03`));
    expect(diagnosis.missing).toContain('wholeCode');
    expect(told(diagnosis)).not.toContain('unknown-code note certain');
  });

  it('beside another one says why the discovery failed', () => {
    const diagnosis = judge(readPaste('Exception from HRESULT: 0x801C0021 / 0x80072EE2'));
    expect(told(diagnosis)).toEqual(['discovery-timeout blocks likely', 'discovery-failed follows likely']);
  });

  it('beside the words of the service means what they say', () => {
    const line = '0x801c03f2 DirectoryError: the request is throttled, retry after 300 seconds';
    expect(told(ofCodes(code('0x801c03f2', 'join', true, line)))).toEqual(['too-many-attempts blocks likely']);
  });

  it('of a debug log is read with what the service said in another line of it', () => {
    const debugLines = [
      'resultCode: 0x801c03f2',
      'serverErrorMessage: The device object by the given id (1) is not found.',
      'device certificate not found',
    ];
    const diagnosis = judge({
      kinds: ['debugLog'],
      codes: [code('0x801c03f2', 'join', true, 'resultCode: 0x801c03f2')],
      debugLines,
    });
    expect(told(diagnosis)).toEqual(['not-synced blocks likely']);
    expect(lead(diagnosis)?.evidence).toHaveLength(2);
  });

  it('0x0 is success and no code', () => {
    expect(ofCodes(code('0x0', undefined, false)).findings).toEqual([]);
  });

  it('in a line of a status is judged with its field', () => {
    const reading = statusReading(hybrid, 'DeviceAuthStatus : FAILED. Error: 0xd000023c');
    const codes = [code('0xd000023c', 'prt', true, 'DeviceAuthStatus : FAILED. Error: 0xd000023c')];
    expect(told(judge({ ...reading, codes }))).toEqual(told(judge(reading)));
  });

  it('of a limit means little for a newer Windows', () => {
    expect(
      lead(judge({ codes: [code('0x801c000e')], debugLines: ['DSREGCMD: 0x801c000e'], kinds: ['debugLog'] }))?.id,
    ).toBe('device-limit-not-hybrid');
    expect(findingOf(ofCodes(code('0x801c000e')), 'device-limit-reached')).toBeDefined();
  });
});
