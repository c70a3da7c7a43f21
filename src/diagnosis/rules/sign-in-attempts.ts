import type { Field } from '../model.js';
import type { Look } from './look.js';

/** One attempt to get the sign-in token (PRT) that failed: what stands after `AcquirePrtDiagnostics` or `RefreshPrtDiagnostics`. */
export interface SignInAttempt {
  readonly fields: Readonly<Partial<Record<AttemptKey, Field>>>;
  /** Asked of AD FS for its own token, which says nothing of the one of Entra ID. */
  readonly ofEnterprise: boolean;
}

const keys = [
  'AcquirePrtDiagnostics',
  'RefreshPrtDiagnostics',
  'Previous Prt Attempt',
  'Attempt Status',
  'User Identity',
  'Credential Type',
  'Endpoint URI',
  'HTTP Error',
  'HTTP status',
  'Server Error Code',
  'Server Error Description',
] as const;

export type AttemptKey = (typeof keys)[number];

/** The attempts in the order of the text. A status may carry two: one for Entra ID's token, one for that of AD FS. */
export function attemptsIn(look: Look): readonly SignInAttempt[] {
  const attempts: Partial<Record<AttemptKey, Field>>[] = [];
  for (const field of look.reading.status?.fields ?? []) {
    // What stands below it is no part of what stands above.
    if (field.key === 'EnterprisePrt') attempts.push({});
    const key = keys.find((one) => one === field.key);
    if (key === undefined || (field.section !== 'ssoState' && field.section !== 'userState')) continue;
    const current = attempts.at(-1);
    if (current === undefined || Object.hasOwn(current, key)) attempts.push({ [key]: field });
    else current[key] = field;
  }
  const telling = attempts.filter((fields) => judged.some((key) => fields[key]?.value));
  return telling.map((fields) => ({ fields, ofEnterprise: isOfEnterprise(fields) }));
}

/** An attempt without any of these says nothing. */
const judged: readonly AttemptKey[] = [
  'Attempt Status',
  'HTTP Error',
  'HTTP status',
  'Server Error Code',
  'Server Error Description',
];

/** Where Entra ID signs in, in every cloud. */
const entraHost =
  /(?:^|\.)(?:microsoftonline\.(?:com|us|cn)|microsoftonline-p\.(?:com|net)|windows\.net|microsoft\.com|chinacloudapi\.cn)$/i;

/**
 * An attempt that ended at the federation server concerns its own token (docs/domain/current.md section 3); only
 * through WS-Trust is the federation server asked on behalf of Entra ID. MSIS9682 is AD FS refusing its own token.
 */
function isOfEnterprise(fields: Partial<Record<AttemptKey, Field>>): boolean {
  if (/\bMSIS9682\b/i.test(fields['Server Error Description']?.value ?? '')) return true;
  const [, host, path] = /^https?:\/\/([^/:\s]+)(\S*)/i.exec(fields['Endpoint URI']?.value ?? '') ?? [];
  if (host === undefined || entraHost.test(host)) return false;
  return !/\/(?:services\/trust|trust\/|mex\b)|usernamemixed|windowstransport/i.test(path ?? '');
}
