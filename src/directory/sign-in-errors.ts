/** Why Entra gave no token, as far as its code tells (learn: reference-error-codes). `unreachable`: there was no answer of Entra's at all. */
export type SignInProblem = 'noSuchApp' | 'wrongSecret' | 'secretExpired' | 'noSuchTenant' | 'noSuchResource' | 'noConsent' | 'blocked' | 'wrongCertificate' | 'unreachable' | 'other';

const byCode: Readonly<Record<string, SignInProblem>> = {
  '700016': 'noSuchApp',
  '7000215': 'wrongSecret',
  '7000222': 'secretExpired',
  '90002': 'noSuchTenant',
  '500011': 'noSuchResource',
  '65001': 'noConsent',
  '53003': 'blocked',
  '700027': 'wrongCertificate',
};

/** The problem and Entra's own code; '' = it gave none. The message is not handed on: it may hold what identifies the tenant. */
export function signInProblem(error: unknown): { readonly problem: SignInProblem; readonly code: string } {
  const message = error instanceof Error ? error.message : String(error);
  const code = /AADSTS(\d{5,7})/.exec(message)?.[1];
  if (code === undefined) return { problem: /ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|network_error/i.test(message) ? 'unreachable' : 'other', code: '' };
  return { problem: byCode[code] ?? 'other', code: `AADSTS${code}` };
}
