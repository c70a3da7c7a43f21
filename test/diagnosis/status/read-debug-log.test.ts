import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../src/diagnosis/clean-text.js';
import { readDebugLog, unfoldDebugLog } from '../../../src/diagnosis/status/read-debug-log.js';
import { readPaste } from '../../../src/diagnosis/read-paste.js';
import { statusText } from '../../support/status-text.js';
import { fieldsIn } from './fields-of.js';
import { hybridPc } from './samples.js';

const log = [
  'C:\\Windows\\system32>dsregcmd /join /debug',
  'dsregcmd::wmain logging initialized.',
  'DsrCmdAccountMgr::IsDomainControllerAvailable: DsGetDcName success { domain:contoso.com forest:contoso.com domainController:\\\\DC7.contoso.com isDcAvailable:true }',
  'PreJoinChecks Complete.',
  'preCheckResult: Join',
  'isPrivateKeyFound: undefined',
  'isJoined: undefined',
  'isDcAvailable: YES',
  'isSystem: YES',
  'keyProvider: undefined',
  'dsrInstance: undefined',
  'elapsedSeconds: 0',
  'resultCode: 0x0',
  'Automatic device join pre-check tasks completed.',
  'TenantInfo::Discover: Join Info { TenantType = Managed; AutoJoinEnabled = 1; TenandID = 0d4c7a52; TenantName = contoso.com }',
  'AdalLog: Token is not available in the cache ; HRESULT: 0x0',
  'AdalLog:  HRESULT: 0x2ee6',
  'AdalLog:  HRESULT: 0x2ee6',
  'Join HTTP status: 400',
  'Join error code: DirectoryError',
  'DsrDeviceAutoJoin failed 0x801c03f2.',
  'DsrCmdJoinHelper::Join: DsrCmdDeviceEnroller::AutoEnrollSync failed with error code 0x801c03f2.',
  'DSREGCMD_END_STATUS',
  '             AzureAdJoined : NO',
  '          EnterpriseJoined : NO',
].join('\r\n');

describe('a log of dsregcmd /debug', () => {
  it('keeps what says something, once and in order', () => {
    expect(readDebugLog(cleanText(log))).toEqual([
      'DsrCmdAccountMgr::IsDomainControllerAvailable: DsGetDcName success { domain:contoso.com forest:contoso.com domainController:\\\\DC7.contoso.com isDcAvailable:true }',
      'preCheckResult: Join',
      'isDcAvailable: YES',
      'isSystem: YES',
      'resultCode: 0x0',
      'TenantInfo::Discover: Join Info { TenantType = Managed; AutoJoinEnabled = 1; TenandID = 0d4c7a52; TenantName = contoso.com }',
      'AdalLog:  HRESULT: 0x2ee6',
      'Join HTTP status: 400',
      'Join error code: DirectoryError',
      'DsrDeviceAutoJoin failed 0x801c03f2.',
      'DsrCmdJoinHelper::Join: DsrCmdDeviceEnroller::AutoEnrollSync failed with error code 0x801c03f2.',
    ]);
  });

  it.each([' ', ''])('that a client put in one line, with "%s" at the joins, is the same', (join) => {
    const folded = log
      .split('\r\n')
      .map((line) => line.trim())
      .join(join);
    const [whole, unfolded] = [readDebugLog(cleanText(log)), readDebugLog(unfoldDebugLog(cleanText(folded)))];
    expect(unfolded.map((line) => line.replaceAll(' ', ''))).toEqual(
      expect.arrayContaining(whole.slice(0, -1).map((line) => line.replaceAll(' ', ''))),
    );
    expect(readPaste(folded).codes.map(({ code }) => code)).toEqual(readPaste(log).codes.map(({ code }) => code));
  });

  it('is known by one line, and in comment marks', () => {
    expect(
      readDebugLog(cleanText('#DsrCmdJoinHelper::Join: TenantInfo::Discover failed with error code 0x801c001d.')),
    ).toHaveLength(1);
    expect(readDebugLog(cleanText('preCheckResult: DoNothing\nisDcAvailable: NO'))).toEqual([
      'preCheckResult: DoNothing',
      'isDcAvailable: NO',
    ]);
  });

  it('is not every text with such words', () => {
    expect(readDebugLog(cleanText(statusText(hybridPc)))).toEqual([]);
    expect(
      readDebugLog(
        cleanText('Automatic registration failed.\njoinMode: Join\nerrorPhase: auth\nresultCode: 0x801c001d'),
      ),
    ).toEqual([]);
  });

  it('has the state of the PC at its end, and nothing else of a status', () => {
    expect(fieldsIn(log)).toEqual({ 'deviceState AzureAdJoined': 'NO', 'deviceState EnterpriseJoined': 'NO' });
  });
});
