import { describe, expect, it } from 'vitest';
import { fieldOf, flagOf, testOf } from '../../../src/diagnosis/status/field.js';
import { statusText } from '../../support/status-text.js';
import { read } from './fields-of.js';
import { hybridPc, notJoinedPc } from './samples.js';

function statusOf(sections: Parameters<typeof statusText>[0]) {
  const status = read(statusText(sections));
  if (!status) throw new Error('This is no status');
  return status;
}

describe('a field', () => {
  it('is that of its section, where keys repeat', () => {
    const status = statusOf(hybridPc);
    expect(fieldOf(status, 'userState', 'NgcSet')?.value).toBe('YES');
    expect(fieldOf(status, 'workAccount', 'NgcSet')).toMatchObject({ value: 'NO', instance: 1 });
  });

  it('that was not pasted is not there', () => {
    expect(fieldOf(statusOf(notJoinedPc), 'deviceDetails', 'DeviceId')).toBeUndefined();
  });

  it.each([
    ['YES', 'yes'],
    ['no', 'no'],
    ['True', 'yes'],
    ['0', 'no'],
    ['ERROR (0x80070520)', undefined],
    ['UNKNOWN', undefined],
    ['-', undefined],
  ] as const)('%s as a flag', (value, flag) => {
    expect(
      flagOf(
        statusOf({ deviceState: { AzureAdJoined: 'YES' }, userState: { WamDefaultSet: value } }),
        'userState',
        'WamDefaultSet',
      ),
    ).toBe(flag);
  });

  it('that is absent is no flag, neither yes nor no', () => {
    expect(flagOf(statusOf(notJoinedPc), 'deviceDetails', 'TpmProtected')).toBeUndefined();
  });
});

describe('a test', () => {
  const diagnosed = (value: string) =>
    testOf(
      statusOf({ diagnosticData: { 'AD Connectivity Test': 'PASS', 'DRS Discovery Test': value } }),
      'DRS Discovery Test',
    );

  it.each([
    ['PASS', 'pass', []],
    ['SKIPPED', 'skipped', []],
    ['FAIL [0x80070002]', 'fail', ['0x80070002']],
    ['FAIL [0x801C0021/0x801C000C]', 'fail', ['0x801c0021', '0x801c000c']],
    ['FAIL [0x54b]', 'fail', ['0x54b']],
    ['FAIL', 'fail', []],
  ])('%s', (value, result, codes) => {
    expect(diagnosed(value)).toMatchObject({ result, codes, field: { value } });
  });

  it('that says something else, or was not pasted, says nothing', () => {
    expect(diagnosed('-')).toBeUndefined();
    expect(testOf(statusOf(hybridPc), 'AD Connectivity Test')).toBeUndefined();
  });
});
