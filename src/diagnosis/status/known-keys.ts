import type { SectionName } from '../model.js';

/**
 * What stands after a key; it says whether the next line may still belong to it. `flag`: YES, NO or an error; `test`: PASS, SKIPPED,
 * FAIL [0x…]; `word`: one word; `code`, `time`, `id`, `url`: as named; `text`: free words.
 */
export type ValueShape = 'flag' | 'test' | 'word' | 'code' | 'time' | 'id' | 'url' | 'text';

/**
 * A key of `dsregcmd /status` as Windows prints it. `sections` in the order of the output; a key with several repeats in each of
 * them. `telling`: no other program prints it. `aliases`: spellings that are not only another case.
 */
export interface KnownKey {
  readonly key: string;
  readonly sections: readonly [SectionName, ...SectionName[]];
  readonly shape: ValueShape;
  readonly telling: boolean;
  readonly aliases: readonly string[];
}

/** A section and the titles it was seen with; a work account's title carries its number. */
export interface KnownTitle {
  readonly title: string;
  readonly section: SectionName;
}

/** `titleOf`: the title that Windows prints today. Builds from 1511 on print these; none was ever seen translated. */
export const titleOf: Readonly<Record<SectionName, string>> = {
  deviceState: 'Device State',
  deviceDetails: 'Device Details',
  tenantDetails: 'Tenant Details',
  userState: 'User State',
  ssoState: 'SSO State',
  workAccount: 'Work Account',
  diagnosticData: 'Diagnostic Data',
  ieProxySystem: 'IE Proxy Config for System Account',
  ieProxyUser: 'IE Proxy Config for Current User',
  urlProxy: 'URL Specific Proxy Config',
  winHttpProxy: 'WinHttp Default Proxy Config',
  ngcPrerequisite: 'Ngc Prerequisite Check',
};

/** Other spellings, from documentation and from people who type a title by hand. */
export const otherTitles: readonly KnownTitle[] = [
  { title: 'Device Status', section: 'deviceState' },
  { title: 'Device Detail', section: 'deviceDetails' },
  { title: 'Tenant Detail', section: 'tenantDetails' },
  { title: 'Tenant Info', section: 'tenantDetails' },
  { title: 'User Status', section: 'userState' },
  { title: 'Single Sign-On State', section: 'ssoState' },
  { title: 'Diagnostics Data', section: 'diagnosticData' },
  { title: 'Diagnostic Details', section: 'diagnosticData' },
  { title: 'IE Proxy Config for System', section: 'ieProxySystem' },
  { title: 'Ngc Prerequisites Check', section: 'ngcPrerequisite' },
  { title: 'Ngc Prerequisite Checks', section: 'ngcPrerequisite' },
  { title: 'Ngc Prerequisite', section: 'ngcPrerequisite' },
];

type KeyDefinition = readonly [
  key: string,
  shape: ValueShape,
  more?: { readonly generic?: true; readonly also?: readonly string[] },
];

const generic = { generic: true } as const;

/**
 * Every key that was seen, by section, in the order of the output. `generic`: other programs print it as well.
 * Sources: Microsoft's pages on dsregcmd and hybrid join, outputs that people posted in public, builds 1511 to 24H2.
 */
const rows: Readonly<Record<SectionName, readonly KeyDefinition[]>> = {
  deviceState: [
    ['AzureAdJoined', 'flag', { also: ['EntraJoined', 'EntraIdJoined'] }],
    ['EnterpriseJoined', 'flag'],
    ['DomainJoined', 'flag'],
    ['DomainName', 'text', generic],
    ['Virtual Desktop', 'text', generic],
    ['Device Name', 'text', generic],
  ],
  deviceDetails: [
    ['DeviceId', 'id', generic],
    ['Thumbprint', 'id', generic],
    ['DeviceCertificateValidity', 'time'],
    ['KeyContainerId', 'id'],
    ['KeyProvider', 'text', generic],
    ['TpmProtected', 'flag'],
    ['DeviceAuthStatus', 'text'],
  ],
  tenantDetails: [
    ['TenantName', 'text', generic],
    ['TenantId', 'id', generic],
    ['Idp', 'text', generic],
    ['AuthCodeUrl', 'url'],
    ['AccessTokenUrl', 'url'],
    ['MdmUrl', 'url'],
    ['MdmTouUrl', 'url'],
    ['MdmComplianceUrl', 'url', { also: ['dmComplianceUrl'] }],
    ['SettingsUrl', 'url'],
    ['JoinSrvVersion', 'word'],
    ['JoinSrvUrl', 'url'],
    ['JoinSrvId', 'url'],
    ['KeySrvVersion', 'word'],
    ['KeySrvUrl', 'url'],
    ['KeySrvId', 'url'],
    ['WebAuthNSrvVersion', 'word'],
    ['WebAuthNSrvUrl', 'url'],
    ['WebAuthNSrvId', 'url'],
    ['DeviceManagementSrvVer', 'word', { also: ['DeviceManagementSrvVersion'] }],
    ['DeviceManagementSrvUrl', 'url'],
    ['DeviceManagementSrvId', 'url'],
  ],
  userState: [
    ['NgcSet', 'flag'],
    ['NgcKeyId', 'id'],
    ['CanReset', 'word'],
    ['WorkplaceJoined', 'flag'],
    ['WorkAccountCount', 'word'],
    ['WamDefaultSet', 'flag'],
    ['WamDefaultAuthority', 'word'],
    ['WamDefaultId', 'url'],
    ['WamDefaultGUID', 'id'],
  ],
  ssoState: [
    ['AzureAdPrt', 'flag'],
    ['AzureAdPrtUpdateTime', 'time'],
    ['AzureAdPrtExpiryTime', 'time'],
    ['AzureAdPrtAuthority', 'url'],
    ['AcquirePrtDiagnostics', 'word'],
    ['RefreshPrtDiagnostics', 'word'],
    ['Previous Prt Attempt', 'time'],
    ['Attempt Status', 'code'],
    ['User Identity', 'text', generic],
    ['Credential Type', 'text', generic],
    ['Correlation ID', 'id', generic],
    ['Endpoint URI', 'url', generic],
    ['HTTP Method', 'word', generic],
    ['HTTP Error', 'code', generic],
    ['HTTP status', 'word', generic],
    ['Server Error Code', 'text', generic],
    ['Server Error Description', 'text', generic],
    ['EnterprisePrt', 'flag'],
    ['EnterprisePrtUpdateTime', 'time'],
    ['EnterprisePrtExpiryTime', 'time'],
    ['EnterprisePrtAuthority', 'url'],
    ['OnPremTgt', 'flag'],
    ['CloudTgt', 'flag'],
    ['KerbTopLevelNames', 'url'],
  ],
  workAccount: [
    ['WorkplaceDeviceId', 'id'],
    ['WorkplaceThumbprint', 'id'],
    ['DeviceCertificateValidity', 'time'],
    ['KeyContainerId', 'id'],
    ['KeyProvider', 'text', generic],
    ['TpmProtected', 'flag'],
    ['WorkplaceIdp', 'text'],
    ['WorkplaceTenantId', 'id'],
    ['WorkplaceTenantName', 'text'],
    ['WorkplaceMdmUrl', 'url'],
    ['WorkplaceSettingsUrl', 'url'],
    ['NgcSet', 'flag'],
    ['NgcKeyId', 'id'],
    ['CanReset', 'word'],
  ],
  diagnosticData: [
    ['Diagnostics Reference', 'url'],
    ['User Context', 'text', generic],
    ['Client Time', 'time', generic],
    ['AD Connectivity Test', 'test'],
    ['AD Configuration Test', 'test'],
    ['DRS Discovery Test', 'test'],
    ['DRS Connectivity Test', 'test'],
    ['Kerberos Ticket Test', 'test'],
    ['Token acquisition Test', 'test'],
    ['Fallback to Sync-Join', 'word'],
    ['Fallback to Fed-Join', 'word'],
    ['Previous Registration', 'time'],
    ['Registration Type', 'word', generic],
    ['Error Phase', 'word', generic],
    ['Client ErrorCode', 'code'],
    ['Server ErrorCode', 'text'],
    ['Server Message', 'text', generic],
    ['Https Status', 'word', generic],
    ['Request Id', 'id', generic],
    ['AadRecoveryEnabled', 'flag', { also: ['AadRecoveryNeeded'] }],
    ['Executing Account Name', 'text'],
    ['KeySignTest', 'text'],
    ['DisplayNameUpdated', 'text'],
    ['OsVersionUpdated', 'text'],
    ['HostNameUpdated', 'text'],
    ['Last HostName Update', 'text'],
  ],
  ieProxySystem: [
    ['Auto Detect Settings', 'flag', generic],
    ['Auto-Configuration URL', 'url', generic],
    ['Proxy Server List', 'text', generic],
    ['Proxy Bypass List', 'text', generic],
  ],
  urlProxy: [
    ['Auto Detect PAC Status', 'text'],
    ['Proxy Auto-Config URL', 'url', generic],
    ['Access Type', 'text', generic],
    ['Executing Account Name', 'text'],
  ],
  ieProxyUser: [
    ['Auto Detect Settings', 'flag', generic],
    ['Auto-Configuration URL', 'url', generic],
    ['Proxy Server List', 'text', generic],
    ['Proxy Bypass List', 'text', generic],
  ],
  winHttpProxy: [['Access Type', 'text', generic]],
  ngcPrerequisite: [
    ['NgcPreReq', 'text'],
    ['IsDeviceJoined', 'flag'],
    ['IsUserAzureAD', 'flag'],
    ['PolicyEnabled', 'flag', generic],
    ['PostLogonEnabled', 'flag'],
    ['DeviceEligible', 'flag', generic],
    ['SessionIsNotRemote', 'flag'],
    ['CertEnrollment', 'text'],
    ['AdfsRefreshToken', 'flag'],
    ['AdfsRaIsReady', 'flag'],
    ['LogonCertTemplateReady', 'text'],
    ['PreReqResult', 'word'],
  ],
};

/** The sections in the order of the output. */
export const sectionOrder = Object.keys(rows) as readonly SectionName[];

/** All keys, each once. */
export const knownKeys: readonly KnownKey[] = collect();

function collect(): readonly KnownKey[] {
  const byKey = new Map<string, KnownKey>();
  for (const section of sectionOrder) {
    for (const [key, shape, more] of rows[section]) {
      const seen = byKey.get(key);
      if (seen) byKey.set(key, { ...seen, sections: [...seen.sections, section] });
      else
        byKey.set(key, { key, sections: [section], shape, telling: more?.generic !== true, aliases: more?.also ?? [] });
    }
  }
  return [...byKey.values()];
}
