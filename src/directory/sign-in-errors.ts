/**
 * Why Entra gave no token, as far as its code tells (learn: reference-error-codes, workload-identity-federation). `unreachable`:
 * there was no answer of Entra's at all; `noEndpoints`: none that told where this tenant signs in; `noIdentity`: the host has no
 * such managed identity.
 */
export type SignInProblem =
  | 'noSuchApp'
  | 'appDisabled'
  | 'wrongSecret'
  | 'secretExpired'
  | 'noSuchTenant'
  | 'wrongCloud'
  | 'noSuchResource'
  | 'noConsent'
  | 'blocked'
  | 'wrongCertificate'
  | 'wrongClock'
  | 'notFederated'
  | 'noIdentity'
  | 'noEndpoints'
  | 'unreachable'
  | 'other';

const byCode: Readonly<Record<string, SignInProblem>> = {
  '700016': 'noSuchApp',
  '7000229': 'noSuchApp',
  '7000112': 'appDisabled',
  '7000215': 'wrongSecret',
  '7000222': 'secretExpired',
  '90002': 'noSuchTenant',
  '900021': 'noSuchTenant',
  '900023': 'noSuchTenant',
  '900382': 'wrongCloud',
  '900383': 'wrongCloud',
  '500011': 'noSuchResource',
  '65001': 'noConsent',
  '53003': 'blocked',
  '700027': 'wrongCertificate',
  '700024': 'wrongClock',
  '70021': 'notFederated',
  '700211': 'notFederated',
  '700212': 'notFederated',
  '700213': 'notFederated',
  '7002137': 'notFederated',
  '7002138': 'notFederated',
};

const withoutCode: readonly (readonly [SignInProblem, RegExp])[] = [
  // The managed identity's endpoint is the host's own: not to reach it means that there is none.
  ['noIdentity', /ManagedIdentityCredential|managed[ _]identity/i],
  // MSAL hides what it was answered when it asks for a tenant's addresses.
  ['noEndpoints', /endpoints_resolution_error|openid_config_error/],
  ['unreachable', /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|network_error/i],
];

/** The problem and Entra's own code; '' = it gave none. The message is not handed on: it may hold what identifies the tenant. */
export function signInProblem(error: unknown): { readonly problem: SignInProblem; readonly code: string } {
  const message =
    error instanceof Error
      ? [error.name, (error as { readonly code?: unknown }).code, error.message].join(' ')
      : String(error);
  const code = /AADSTS(\d{5,7})/.exec(message)?.[1];
  if (code !== undefined) return { problem: byCode[code] ?? 'other', code: `AADSTS${code}` };
  return { problem: withoutCode.find(([, signs]) => signs.test(message))?.[0] ?? 'other', code: '' };
}
