import type { Finding, Sureness } from '../model.js';
import { codesIn, meaningOf } from './code-meaning.js';
import type { Look } from './look.js';
import { timeIn } from './parse-time.js';
import { found } from './rule.js';
import { attemptsIn, type AttemptKey, type SignInAttempt } from './sign-in-attempts.js';
import { unknownCode } from './unknown-code.js';
import { weaker } from './weaker.js';
import { hourMs } from '../../runtime/durations.js';

/** The pass is renewed about every four hours while somebody works (docs/domain/current.md section 3). */
export const renewedWithin = 4 * hourMs;

/** Whether SSO State is that of the person at the PC; a YES there counts whoever asked. */
export function canSeeSignIn(look: Look): 'yes' | 'maybe' | 'no' {
  return look.userContext === 'unElevated' ? 'yes' : look.userContext === 'unknown' ? 'maybe' : 'no';
}

/** The attempts that concern Entra ID's token. */
export function entraAttempts(look: Look): readonly SignInAttempt[] {
  return attemptsIn(look).filter((attempt) => !attempt.ofEnterprise);
}

export function judgeSignIn(look: Look): readonly Finding[] {
  const enterprise = attemptsIn(look)
    .filter((attempt) => attempt.ofEnterprise)
    .map(({ fields }) =>
      found('enterprise-token-fault', 'likely', [fields['Endpoint URI'], fields['Server Error Description']]),
    );
  return [...judgeToken(look), ...enterprise];
}

/** A good pass outlives the diagnostics: they may be older, or of a try that did no harm. */
function judgeToken(look: Look): readonly Finding[] {
  const token = look.flag('AzureAdPrt');
  const joined = look.flag('AzureAdJoined');
  const line = look.field('AzureAdPrt');
  if (token === 'yes') return judgeRenewal(look);
  if (joined === 'no') return token === 'no' ? [found('no-sign-in-token', 'certain', [line], { role: 'follows' })] : [];
  // The lines of an attempt stand below the token's; one that is cut off is not a NO, but the attempt did fail.
  const attempt = entraAttempts(look)[0];
  const seen = canSeeSignIn(look);
  if (attempt) {
    const sure: Sureness = token === 'no' && seen !== 'no' ? 'likely' : 'possible';
    return judgeAttempt(attempt).map((finding) =>
      finding.role === 'blocks' ? { ...finding, sure: weaker(finding.sure, sure) } : finding,
    );
  }
  // A NO alone counts only where it is surely that of the person: who ran the command may stand in a part that is missing.
  return token === 'no' && joined === 'yes' && seen === 'yes' ? [found('no-sign-in-token', 'likely', [line])] : [];
}

/** Answers of a proxy that wants a sign-in, and of a service that does not work: neither is about the person. */
const keptOut = /^(?:407|5\d\d)\b/;

/** The server's answer says most, then the error of the connection, then the status of the attempt. */
function judgeAttempt({ fields }: SignInAttempt): readonly Finding[] {
  const order: readonly AttemptKey[] = [
    'Server Error Description',
    'Server Error Code',
    'HTTP Error',
    'Attempt Status',
  ];
  const lines = [fields['Attempt Status'], fields['HTTP Error'], fields['Server Error Description']].filter(
    (field) => field?.value !== '',
  );
  const unknown: Finding[] = [];
  let weak: Finding | undefined;
  for (const key of order) {
    const field = fields[key];
    for (const code of codesIn(field?.value ?? '')) {
      const meaning = meaningOf(code, 'prt');
      if (meaning === undefined) unknown.push(...unknownCode(code, field?.line ?? ''));
      // An umbrella code (AADSTS70002, 0xc000006d) stands only where nothing more exact is said.
      else if (meaning.sure === 'possible') weak ??= found(meaning.id, 'possible', lines, { code });
      else return [found(meaning.id, meaning.sure, lines, { code }), ...unknown];
    }
  }
  const status = fields['HTTP status'];
  if (keptOut.test(status?.value ?? ''))
    return [found('sign-in-network', 'likely', [fields['Attempt Status'], status]), ...unknown];
  return [
    weak ?? found('sign-in-refused', 'possible', lines.length > 0 ? lines : [fields['Server Error Code'] ?? status]),
    ...unknown,
  ];
}

/** Without the PC's own time only a pass that is still valid can be said to be due: an old paste is not a fault. */
function judgeRenewal(look: Look): readonly Finding[] {
  const updated = look.field('AzureAdPrtUpdateTime');
  const at = timeIn(updated?.value ?? '');
  if (at === undefined) return [];
  const clock = timeIn(look.field('Client Time')?.value ?? '');
  const expires = timeIn(look.field('AzureAdPrtExpiryTime')?.value ?? '');
  const now = clock ?? look.now.getTime();
  if (now - at <= renewedWithin || (clock === undefined && expires !== undefined && expires < now)) return [];
  const failed = entraAttempts(look).find(
    ({ fields }) => (timeIn(fields['Previous Prt Attempt']?.value ?? '') ?? 0) > at,
  );
  const sure: Sureness = clock === undefined && failed === undefined ? 'possible' : 'likely';
  return [found('sign-in-not-renewed', sure, [updated, failed?.fields['Attempt Status']])];
}
