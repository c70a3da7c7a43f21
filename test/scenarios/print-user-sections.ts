import { otherTenantId } from './attempt-to-join.js';
import { signInToken, type TokenFailure } from './sign-in-token.js';
import type { State } from './state.js';
import type { Line } from './status-lines.js';
import { hours, since21H1, type StatusOptions } from './status-options.js';

const yes = (flag: boolean): string => (flag ? 'YES' : 'NO');

/**
 * Per user; in an elevated prompt, or without the person's session, some of it cannot be read (docs/domain/current.md
 * section 3).
 */
export function userState(state: State, { prompt }: StatusOptions): readonly Line[] {
  const { pc } = state;
  const wam =
    prompt === 'unElevated'
      ? yes(signInToken(state).present)
      : prompt === 'elevated'
        ? 'ERROR (0xd000000d)'
        : 'ERROR (0xd0020017)';
  return [
    ['NgcSet', 'NO'],
    ['WorkplaceJoined', yes(pc.registered)],
    ...(pc.windows === 'win11-22H2' ? ([['WorkAccountCount', pc.registered ? '1' : '0']] as const) : []),
    ['WamDefaultSet', wam],
    ...(wam === 'YES'
      ? ([
          ['WamDefaultAuthority', 'organizations'],
          ['WamDefaultId', 'https://login.microsoft.com'],
          ['WamDefaultGUID', '{B16898C6-A148-4967-9171-64D755DA8520} (AzureAd)'],
        ] as const)
      : []),
  ];
}

export function ssoState(state: State, options: StatusOptions): readonly Line[] {
  const { pc } = state;
  const { now, prompt } = options;
  const { present, age, failure } = signInToken(state);
  // An elevated prompt of the person's own account still sees the token; another session does not.
  const seen = present && prompt !== 'remote';
  const authority = `https://login.microsoftonline.com/${pc.tenant === 'own' ? options.tenantId : otherTenantId}`;
  return [
    ['AzureAdPrt', yes(seen)],
    ...(seen
      ? ([
          ['AzureAdPrtUpdateTime', hours(now, age)],
          ['AzureAdPrtExpiryTime', hours(now, age - 14 * 24)],
        ] as const)
      : []),
    ['AzureAdPrtAuthority', pc.joined === 'no' || pc.joined === 'onPremises' ? 'NO' : authority],
    ...(failure !== undefined && since21H1(pc.windows) && prompt !== 'remote'
      ? diagnostics('AcquirePrtDiagnostics', failure, options, authority)
      : []),
    ['EnterprisePrt', 'NO'],
    ['EnterprisePrtAuthority', pc.enterpriseTokenFails ? 'https://fs.contoso.com:443/adfs' : ''],
    ...(pc.enterpriseTokenFails ? diagnostics('AcquirePrtDiagnostics', enterpriseFailure, options, authority) : []),
    ...(pc.windows === 'win11-22H2' && seen
      ? ([
          ['OnPremTgt', 'NO'],
          ['CloudTgt', 'YES'],
          [
            'KerbTopLevelNames',
            '.windows.net,.windows.net:1433,.windows.net:3342,.azure.net,.azure.net:1433,.azure.net:3342',
          ],
        ] as const)
      : []),
  ];
}

/** AD FS refuses a token of its own; this does not concern Entra (error-codes.json, MSIS9682). */
const enterpriseFailure: TokenFailure = {
  status: '0xc00000d0',
  httpError: '0x0',
  httpStatus: 400,
  endpoint: 'adfs',
  serverError: 'invalid_grant',
  description:
    'MSIS9682: Received invalid OAuth JWT Bearer request. The certificate used to sign the request must be of a registered device.',
};

function diagnostics(
  title: string,
  failure: TokenFailure,
  { now, userPrincipalName }: StatusOptions,
  authority: string,
): readonly Line[] {
  const endpoint = {
    entra: `${authority}/oauth2/token/`,
    metadata: 'https://fs.contoso.com/adfs/services/trust/mex',
    adfs: 'https://fs.contoso.com/adfs/oauth2/token/',
  }[failure.endpoint];
  return [
    [title, 'PRESENT'],
    ['Previous Prt Attempt', hours(now, 0.2)],
    ['Attempt Status', failure.status],
    ['User Identity', userPrincipalName],
    ['Credential Type', 'Password'],
    ['Correlation ID', 'a0229099-b571-4021-a2fe-7ce9dc6c609a'],
    ['Endpoint URI', endpoint],
    ['HTTP Method', 'POST'],
    ['HTTP Error', failure.httpError],
    ['HTTP status', String(failure.httpStatus)],
    ...(failure.serverError === '' ? [] : ([['Server Error Code', failure.serverError]] as const)),
    ...(failure.description === '' ? [] : ([['Server Error Description', failure.description]] as const)),
  ];
}
