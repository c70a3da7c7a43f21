import { attemptToJoin, otherTenantId, type Attempt } from './attempt-to-join.js';
import { print, titled, type Line } from './status-lines.js';
import { ssoState, userState } from './print-user-sections.js';
import type { State } from './state.js';
import { hours, since21H1, utc, type StatusOptions } from './status-options.js';

/**
 * What `dsregcmd /status` prints at this PC (docs/domain/current.md section 3, which has the layouts by
 * version as well).
 */
export function printStatus(state: State, options: StatusOptions): string {
  return state.pc.windows === 'win10-1709' ? oldStatus(state, options) : newStatus(state, options);
}

const isJoined = ({ pc }: State): boolean => pc.joined === 'hybrid' || pc.joined === 'entra';
const yes = (flag: boolean): string => (flag ? 'YES' : 'NO');

function newStatus(state: State, options: StatusOptions): string {
  const { pc } = state;
  const joined = isJoined(state);
  return [
    titled('Device State', deviceState(state)),
    ...(joined
      ? [
          titled('Device Details', deviceDetails(state, options)),
          titled('Tenant Details', tenantDetails(state, options)),
        ]
      : []),
    titled('User State', userState(state, options)),
    titled('SSO State', ssoState(state, options)),
    ...(joined ? [titled('Diagnostic Data', postJoin(state, options))] : []),
    ...(!joined && pc.inDomain ? [titled('Diagnostic Data', preJoin(state, options))] : []),
    ...(pc.windows === 'win11-22H2'
      ? [
          titled('IE Proxy Config for Current User', ieProxy),
          titled('WinHttp Default Proxy Config', winHttpProxy(state)),
        ]
      : []),
    titled('Ngc Prerequisite Check', ngc(state, options)),
  ].join('\n');
}

function deviceState({ pc }: State): readonly Line[] {
  const named = pc.windows === 'win10-21H1' || pc.windows === 'win11-22H2' || pc.windows === 'server2022';
  return [
    ['AzureAdJoined', yes(pc.joined === 'hybrid' || pc.joined === 'entra')],
    ['EnterpriseJoined', yes(pc.joined === 'onPremises')],
    ['DomainJoined', yes(pc.inDomain)],
    ...(pc.inDomain ? ([['DomainName', 'CORP']] as const) : []),
    ...(pc.windows === 'win11-22H2'
      ? ([['Virtual Desktop', pc.special === 'virtualDesktop' ? 'YES' : 'NOT SET']] as const)
      : []),
    ...(named ? ([['Device Name', `${pc.name}${pc.inDomain ? '.corp.contoso.com' : ''}`]] as const) : []),
  ];
}

function deviceDetails({ pc }: State, { now, deviceId }: StatusOptions): readonly Line[] {
  const from = new Date(now.getTime() - (pc.certificate === 'expired' ? 3_700 : 400) * 86_400_000);
  const to = new Date(from.getTime() + 3_652 * 86_400_000);
  const protectedByTpm = pc.tpm !== 'absent';
  return [
    ['DeviceId', deviceId],
    ['Thumbprint', '7DE90D2E23EC569C89E977AF4A22A599ADE97815'],
    ['DeviceCertificateValidity', `[ ${utc(from)} -- ${utc(to)} ]`],
    ['KeyContainerId', 'c598b375-12df-481a-a653-13de14322ea5'],
    ['KeyProvider', protectedByTpm ? 'Microsoft Platform Crypto Provider' : 'Microsoft Software Key Storage Provider'],
    ['TpmProtected', yes(protectedByTpm)],
    ...(since21H1(pc.windows) ? ([['DeviceAuthStatus', deviceAuthStatus(pc)]] as const) : []),
  ];
}

function deviceAuthStatus({ object, asSystem }: State['pc']): string {
  if (asSystem.signIn !== 'open') return 'FAILED. Error: 0xd000023c';
  return object === 'disabled' || object === 'deleted' ? 'FAILED. Device is either disabled or deleted' : 'SUCCESS';
}

function tenantDetails({ pc }: State, options: StatusOptions): readonly Line[] {
  const tenantId = pc.tenant === 'own' ? options.tenantId : otherTenantId;
  const login = `https://login.microsoftonline.com/${tenantId}/oauth2`;
  const registration = 'https://enterpriseregistration.windows.net';
  const id = 'urn:ms-drs:enterpriseregistration.windows.net';
  return [
    ['TenantName', pc.tenant === 'own' ? 'Contoso' : 'Northwind'],
    ['TenantId', tenantId],
    ...(pc.windows === 'win10-1803' || pc.windows === 'win10-1809' ? ([['Idp', 'login.windows.net']] as const) : []),
    ['AuthCodeUrl', `${login}/authorize`],
    ['AccessTokenUrl', `${login}/token`],
    ['MdmUrl', 'https://enrollment.manage.microsoft.com/enrollmentserver/discovery.svc'],
    ['MdmTouUrl', 'https://portal.manage.microsoft.com/TermsofUse.aspx'],
    ['MdmComplianceUrl', 'https://portal.manage.microsoft.com/?portalAction=Compliance'],
    ['SettingsUrl', ''],
    ['JoinSrvVersion', '2.0'],
    ['JoinSrvUrl', `${registration}/EnrollmentServer/device/`],
    ['JoinSrvId', id],
    ['KeySrvVersion', '1.0'],
    ['KeySrvUrl', `${registration}/EnrollmentServer/key/`],
    ['KeySrvId', id],
    ['WebAuthNSrvVersion', '1.0'],
    ['WebAuthNSrvUrl', `${registration}/webauthn/${tenantId}/`],
    ['WebAuthNSrvId', id],
    ['DeviceManagementSrvVer', '1.0'],
    ['DeviceManagementSrvUrl', `${registration}/manage/${tenantId}/`],
    ['DeviceManagementSrvId', id],
  ];
}

function preJoin(state: State, { prompt, now }: StatusOptions): readonly Line[] {
  const { pc } = state;
  const tested: Attempt = attemptToJoin(state, prompt === 'elevated' ? pc.asSystem : pc.asUser);
  // What was tried before was tried as SYSTEM, whoever looks now.
  const { failure } = attemptToJoin(state);
  return [
    ['Diagnostics Reference', 'www.microsoft.com/aadjerrors'],
    ['User Context', prompt === 'elevated' ? 'SYSTEM' : 'UN-ELEVATED User'],
    ['Client Time', hours(now, pc.clockRight ? 0 : 31)],
    ['AD Connectivity Test', tested.adConnectivity],
    ['AD Configuration Test', tested.adConfiguration],
    ['DRS Discovery Test', tested.discovery],
    ['DRS Connectivity Test', tested.connectivity],
    ...(pc.special === 'kerberosJoin' ? ([['Kerberos Ticket Test', tested.token]] as const) : []),
    ['Token acquisition Test', pc.special === 'kerberosJoin' ? 'SKIPPED' : tested.token],
    ['Fallback to Sync-Join', pc.syncFallback && pc.special !== 'kerberosJoin' ? 'ENABLED' : 'DISABLED'],
    ...(failure === undefined ? [] : previousRegistration(failure, hours(now, 0.5))),
  ];
}

function previousRegistration(failure: NonNullable<Attempt['failure']>, at: string): readonly Line[] {
  const { phase, code, type, serverError, serverMessage, https } = failure;
  return [
    ['', ''],
    ['Previous Registration', at],
    ...(type === 'sync' ? ([['Registration Type', 'sync']] as const) : []),
    ['Error Phase', phase],
    ['Client ErrorCode', code],
    ...(serverError === undefined ? [] : ([['Server ErrorCode', serverError]] as const)),
    ...(serverMessage === undefined ? [] : ([['Server Message', serverMessage]] as const)),
    ...(https === undefined
      ? []
      : ([
          ['Https Status', String(https)],
          ['Request Id', '65342d71-5748-4d60-a18a-ba16be5b606b'],
        ] as const)),
  ];
}

function postJoin({ pc }: State, { prompt, userPrincipalName }: StatusOptions): readonly Line[] {
  const signed = pc.keys === 'usable' && pc.certificate === 'valid' ? 'PASSED' : 'FAILED';
  const lines: readonly Line[] = [
    ['AadRecoveryEnabled', yes(pc.keys === 'markedForRecovery')],
    ...(since21H1(pc.windows) ? ([['Executing Account Name', `CORP\\pat, ${userPrincipalName}`]] as const) : []),
    ['KeySignTest', prompt === 'elevated' ? signed : 'MUST Run elevated to test'],
  ];
  if (pc.windows !== 'win11-22H2') return lines;
  return [
    ...lines,
    ['', ''],
    ['DisplayNameUpdated', 'YES'],
    ['OsVersionUpdated', 'YES'],
    ['HostNameUpdated', 'YES'],
    ['', ''],
    ['Last HostName Update', 'NONE'],
  ];
}

const ieProxy: readonly Line[] = [
  ['Auto Detect Settings', 'YES'],
  ['Auto-Configuration URL', ''],
  ['Proxy Server List', ''],
  ['Proxy Bypass List', ''],
];

function winHttpProxy({ pc }: State): readonly Line[] {
  return [...(pc.wpad === 'fails' ? ([['Auto-Detect Error', '0x80072f94']] as const) : []), ['Access Type', 'DIRECT']];
}

function ngc(state: State, { prompt }: StatusOptions): readonly Line[] {
  const remote = prompt === 'remote';
  const known = (flag: boolean): string => (remote ? 'UNKNOWN' : yes(flag));
  return [
    ...(remote ? ([['NgcPreReq', 'ERROR (0xd0020017)']] as const) : []),
    ['IsDeviceJoined', known(isJoined(state))],
    ['IsUserAzureAD', known(isJoined(state) && prompt !== 'elevated')],
    ['PolicyEnabled', known(false)],
    ['PostLogonEnabled', known(true)],
    ['DeviceEligible', known(true)],
    ['SessionIsNotRemote', 'YES'],
    ['CertEnrollment', 'none'],
    ['PreReqResult', 'WillNotProvision'],
  ];
}

/**
 * Before 1803: everything about the device in one section, `key: value`, no diagnostics (docs/domain/current.md section
 * 3).
 */
function oldStatus(state: State, options: StatusOptions): string {
  const { pc } = state;
  const joined = isJoined(state);
  const details = joined ? [...deviceDetails(state, options), ...tenantDetails(state, options)] : [];
  const unknownThen = [
    'DeviceCertificateValidity',
    'DeviceAuthStatus',
    'WebAuthNSrvVersion',
    'WebAuthNSrvUrl',
    'WebAuthNSrvId',
  ];
  const old = details
    .filter(([key]) => !unknownThen.includes(key) && !key.startsWith('DeviceManagement'))
    .map(([key, value]): Line => [key === 'MdmComplianceUrl' ? 'dmComplianceUrl' : key, value]);
  const [azureAd, enterprise] = deviceState(state);
  if (!azureAd || !enterprise) throw new Error('The section Device State begins with its two flags');
  const first: readonly Line[] = [
    azureAd,
    enterprise,
    ...old,
    ...(joined ? ([['KeySignTest', ': MUST Run elevated to test.']] as const) : []),
    ['DomainJoined', yes(pc.inDomain)],
    ...(pc.inDomain ? ([['DomainName', 'CORP']] as const) : []),
  ];
  const user = [...userState(state, options), ...ssoState(state, options).slice(0, 1)];
  return [print('Device State', first, ': '), print('User State', user, ': ')].join('\n');
}
