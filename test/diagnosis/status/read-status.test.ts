import { describe, expect, it } from 'vitest';
import { statusText } from '../../support/status-text.js';
import { fieldsIn, fieldsOf, read } from './fields-of.js';
import { hybridPc, notJoinedPc } from './samples.js';

describe('what is a status', () => {
  it.each([
    'Hello, my PC will not join.',
    'AzureAdJoined',
    'What does AzureAdPrt : mean?',
    'DeviceId: 6f0c2e81\nTenantId: 1b7d95a4\nCorrelation ID: 90e3f8c2',
    'Event ID: 304\nRegistration type: fed\nTenant type: Federated\njoinMode: Join\ntenantId: 383a3889\nerrorPhase: auth\nregistrationType: fed',
    'const deviceId: string = "x"; if ($AzureAdJoined = $true) {}',
    '',
  ])('not %j', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it.each([
    ['one state that only dsregcmd prints', 'AzureAdJoined : NO', { 'deviceState AzureAdJoined': 'NO' }],
    [
      'two states in a sentence',
      'It says AzureAdJoined : NO and DomainJoined : YES, what now?',
      { 'deviceState AzureAdJoined': 'NO', 'deviceState DomainJoined': 'YES' },
    ],
    [
      'the tail of the diagnostics',
      'Error Phase : join\nClient ErrorCode : 0x801c03f2',
      { 'diagnosticData Error Phase': 'join', 'diagnosticData Client ErrorCode': '0x801c03f2' },
    ],
    [
      'common keys under a title',
      '| Tenant Details |\nTenantName : Contoso\nTenantId : x',
      { 'tenantDetails TenantName': 'Contoso', 'tenantDetails TenantId': 'x' },
    ],
    [
      'an object of PowerShell',
      'AzureAdJoined      : YES\nADConnectivityTest : PASS',
      { 'deviceState AzureAdJoined': 'YES', 'diagnosticData AD Connectivity Test': 'PASS' },
    ],
    [
      'JSON',
      '{"AzureAdJoined": "YES", "TenantId": "x", "DomainJoined":"NO"}',
      { 'deviceState AzureAdJoined': 'YES', 'tenantDetails TenantId': 'x', 'deviceState DomainJoined': 'NO' },
    ],
    [
      'Markdown',
      '**Device State**\n- **AzureAdJoined** : YES\n* `DomainJoined` : **NO**',
      { 'deviceState AzureAdJoined': 'YES', 'deviceState DomainJoined': 'NO' },
    ],
    [
      'comments',
      '# AzureAdJoined : YES\n//  AzureAdPrt : NO',
      { 'deviceState AzureAdJoined': 'YES', 'ssoState AzureAdPrt': 'NO' },
    ],
    [
      'the old spelling of two keys',
      'AzureADJoined: YES\nKeySignTest: : MUST Run elevated to test.\ndmComplianceUrl: https://portal.contoso.com/?portalAction=Compliance',
      {
        'deviceState AzureAdJoined': 'YES',
        'diagnosticData KeySignTest': 'MUST Run elevated to test.',
        'tenantDetails MdmComplianceUrl': 'https://portal.contoso.com/?portalAction=Compliance',
      },
    ],
  ])('%s', (_, text, fields) => {
    expect(fieldsIn(text)).toEqual(Object.fromEntries(Object.entries(fields).sort()));
  });
});

describe('values', () => {
  it.each(['[GUID]', '-', 'n/a', 'NONE', '<tenant id>', 'REDACTED', '********'])(
    '%s stays as it was pasted',
    (value) => {
      expect(
        fieldsIn(statusText({ deviceState: { AzureAdJoined: 'YES' }, tenantDetails: { TenantId: value } }))[
          'tenantDetails TenantId'
        ],
      ).toBe(value);
    },
  );

  it('end where a title touches them, with few dashes and without a box', () => {
    const boxed =
      'AzureAdJoined : YESDeviceCertificateValidity : [ a -- b ]+-----+| Tenant Details |+----+TenantName : ContosoTenantId : x';
    expect(fieldsIn(boxed)).toMatchObject({
      'deviceDetails DeviceCertificateValidity': '[ a -- b ]',
      'tenantDetails TenantName': 'Contoso',
    });
    const bare = 'Device StateAzureAdJoined : NODomainName : CONTOSOUser StateNgcSet : NOWorkplaceJoined : NO';
    expect(fieldsIn(bare)).toEqual({
      'deviceState AzureAdJoined': 'NO',
      'deviceState DomainName': 'CONTOSO',
      'userState NgcSet': 'NO',
      'userState WorkplaceJoined': 'NO',
    });
  });

  it('keep words that are a title elsewhere', () => {
    expect(fieldsIn('AzureAdJoined : YES\nTenantName : User State of Contoso')['tenantDetails TenantName']).toBe(
      'User State of Contoso',
    );
  });

  it('are not taken from an unknown key that ends like a known one and touches the value before', () => {
    expect(fieldsIn('AzureAdPrt : YESCloudDeviceId : xTpmProtected : NO')).toEqual({
      'deviceDetails TpmProtected': 'NO',
      'ssoState AzureAdPrt': 'YES',
    });
  });

  it('show the line as it was pasted', () => {
    expect(read('  azureadjoined: yes   ')?.fields[0]).toEqual({
      section: 'deviceState',
      key: 'AzureAdJoined',
      value: 'yes',
      line: 'azureadjoined: yes',
    });
  });
});

describe('sections', () => {
  it('of a key that repeats follow its surroundings where titles are lost', () => {
    const text =
      'WorkplaceDeviceId : a\nTpmProtected : NO\nNgcSet : NO\nNgcSet : YES\nWorkplaceJoined : YES\nDeviceId : b\nTpmProtected : YES';
    expect(fieldsIn(text)).toEqual({
      'deviceDetails DeviceId': 'b',
      'deviceDetails TpmProtected': 'YES',
      'userState NgcSet': 'YES',
      'userState WorkplaceJoined': 'YES',
      'workAccount1 NgcSet': 'NO',
      'workAccount1 TpmProtected': 'NO',
      'workAccount1 WorkplaceDeviceId': 'a',
    });
  });

  it('number work accounts by their titles, and by their ids where those are lost', () => {
    expect(
      fieldsIn(statusText({ workAccount: hybridPc.workAccount, deviceState: { AzureAdJoined: 'NO' } })),
    ).toMatchObject({ 'workAccount2 WorkplaceTenantName': 'Tailwind Traders' });
    expect(fieldsIn('| Work Account 2 |\nWorkplaceDeviceId : b\nAzureAdPrt : NO')).toMatchObject({
      'workAccount2 WorkplaceDeviceId': 'b',
    });
    expect(
      fieldsIn('WorkplaceDeviceId : a\nWorkplaceTenantName : A\nWorkplaceDeviceId : b\nWorkplaceTenantName : B'),
    ).toMatchObject({ 'workAccount1 WorkplaceTenantName': 'A', 'workAccount2 WorkplaceTenantName': 'B' });
  });

  it('are named when only their title is left', () => {
    const status = read(`${statusText({ userState: { NgcSet: 'NO', WorkplaceJoined: 'NO' } })}+---+\n| SSO State |`);
    expect(status?.sections).toEqual(['userState', 'ssoState']);
  });

  it('with a title that is not known do not give their keys to the section before', () => {
    expect(
      fieldsIn('| User State |\nWorkplaceJoined : NO\n| Something New |\nNgcSet : YES\nFoo : bar\n')[
        'userState WorkplaceJoined'
      ],
    ).toBe('NO');
  });
});

describe('several statuses in one text', () => {
  const before = statusText({ deviceState: { AzureAdJoined: 'NO', EnterpriseJoined: 'NO', DomainJoined: 'YES' } });

  it('the one that says most counts', () => {
    expect(fieldsIn(`${statusText(notJoinedPc)}\nand on my other PC:\n${before}`)).toEqual(fieldsOf(notJoinedPc));
    expect(fieldsIn(`${before}\n${statusText(notJoinedPc, { layout: 'plain' })}`)).toEqual(fieldsOf(notJoinedPc));
  });

  it('of two that say as much the last counts, which is the newer', () => {
    const after = statusText({ deviceState: { AzureAdJoined: 'YES', EnterpriseJoined: 'NO', DomainJoined: 'YES' } });
    expect(fieldsIn(`${before}\nafter the restart\n${after}`)['deviceState AzureAdJoined']).toBe('YES');
  });

  const works = statusText({ ...hybridPc, workAccount: [] });

  it('of a PC that works and another one the last counts, though less is printed of it', () => {
    expect(fieldsIn(`${works}\nand the other one\n${statusText(notJoinedPc)}`)['deviceState AzureAdJoined']).toBe('NO');
  });

  it('of a PC that has not joined the elevated prompt counts, in whichever order', () => {
    const elevated = statusText(notJoinedPc).replace(/User Context : .*/, 'User Context : ELEVATED User');
    const own = statusText(notJoinedPc).replace(/User Context : .*/, 'User Context : UN-ELEVATED User');
    for (const text of [`${elevated}\n${own}`, `${own}\n${elevated}`])
      expect(fieldsIn(text)['diagnosticData User Context']).toBe('ELEVATED User');
  });

  it('that the keys do not work is not lost beside the prompt that cannot tell', () => {
    const elevated = works.replace(/KeySignTest : .*/, 'KeySignTest : FAILED. 0x80090016');
    const own = works.replace(/KeySignTest : .*/, 'KeySignTest : MUST Run elevated to test.');
    for (const text of [`${elevated}\n${own}`, `${own}\n${elevated}`])
      expect(fieldsIn(text)['diagnosticData KeySignTest']).toMatch(/^FAILED/);
  });

  it('parts of one status that were pasted one after the other are one', () => {
    const parts = [
      statusText({ ssoState: notJoinedPc.ssoState }),
      'and the rest:',
      statusText({ deviceState: notJoinedPc.deviceState, diagnosticData: notJoinedPc.diagnosticData }),
    ];
    expect(fieldsIn(parts.join('\n'))).toEqual(
      fieldsOf({
        ssoState: notJoinedPc.ssoState,
        deviceState: notJoinedPc.deviceState,
        diagnosticData: notJoinedPc.diagnosticData,
      }),
    );
  });

  it('a line that the person repeats in words changes nothing', () => {
    expect(fieldsIn(`${statusText(hybridPc)}\nAs you see AzureAdJoined : NO`)).toEqual(fieldsOf(hybridPc));
  });
});

describe('a text that is cut', () => {
  it.each([
    ['in the name of a key', 'AzureAdJoined : YES\nEnterpriseJoined : NO\nDomainJo'],
    ['in the name of a title', 'NgcSet : NO\nWorkplaceJoined : NO\n+------+\n| Ngc Prerequ'],
    ['after a title', 'AzureAdPrt : NO\n+------+\n| Ngc Prerequisite Check\n'],
    ['after a separator', 'AzureAdJoined : YES\nEnterpriseJoined :'],
    ['in a code', 'AD Connectivity Test : PASS\nAD Configuration Test : FAIL [0x8007'],
    ['in a section', '| Device State |\n\nAzureAdJoined : NO\nEnterpriseJoined : NO\n'],
    ['in a name, in one line', 'AzureAdPrt : NO AzureAdPrtAuthority : NO EnterprisePrt : NO EnterprisePrtAutho'],
  ])('%s is known as such', (_, text) => {
    expect(read(text)?.cut).toBe(true);
  });

  it.each([
    ['a whole status', statusText(hybridPc)],
    ['a whole status in one line', statusText(hybridPc, { layout: 'glued' })],
    ['one section', statusText({ ssoState: hybridPc.ssoState })],
    ['a section and its last ruler', `${statusText({ diagnosticData: notJoinedPc.diagnosticData })}+------------+`],
    ['a status and words', `${statusText(notJoinedPc)}\nThanks in advance`],
  ])('%s is not cut', (_, text) => {
    expect(read(text)?.cut).toBe(false);
  });
});
