import type { Field, Finding, Phase, Sureness } from '../model.js';
import { codesIn, meaningOf, type Meaning } from './code-meaning.js';
import { firstFailure, passesNow, ranAsThePc } from './join-tests.js';
import type { Look } from './look.js';
import { contextOf, phaseNamed } from './phase-words.js';
import { found } from './rule.js';
import { findingOfServerCode, findingOfServerWords } from './server-message.js';
import { unknownCode } from './unknown-code.js';

/** The last attempt to join that failed, as the diagnostic data keep it. */
export function judgePreviousRegistration(look: Look): readonly Finding[] {
  const field = (key: string): Field | undefined => look.field(key, 'diagnosticData');
  const [phaseField, codeField, serverCode, words] = ['Error Phase', 'Client ErrorCode', 'Server ErrorCode', 'Server Message'].map(field);
  const code = codesIn(codeField?.value ?? '')[0];
  const phase = phaseNamed(phaseField?.value ?? '');
  if (code === undefined && phase === undefined && !words?.value) return [];
  const lines = [codeField, serverCode?.value ? serverCode : undefined, words?.value ? words : undefined, phaseField];
  const attempted = field('Previous Registration');
  const before = (): Finding => found('previous-attempt-old', 'likely', [attempted ?? codeField ?? phaseField], { code });
  // A PC that has joined meanwhile has this behind it.
  if (look.flag('AzureAdJoined') === 'yes') return [before()];

  const passes = phase !== undefined && passesNow(look, phase);
  if (passes && firstFailure(look) !== undefined) return [before()];
  const outdated = passes && look.userContext !== 'unElevated';
  const meaning = meaningOfAttempt(look, { code, phase, serverCode: serverCode?.value ?? '', words: words?.value ?? '' });
  const sure: Sureness = outdated ? 'possible' : (meaning?.sure ?? 'possible');
  return [
    meaning ? found(meaning.id, sure, lines, { code }) : found('join-failed-unknown', 'possible', lines, { code, phase: phase ?? 'join' }),
    ...(outdated && ranAsThePc(look) ? [before()] : []),
    ...(code !== undefined && codeField !== undefined ? unknownCode(code, codeField.line) : []),
  ];
}

interface Attempt {
  readonly code: string | undefined;
  readonly phase: Phase | undefined;
  readonly serverCode: string;
  readonly words: string;
}

/** The service's words say most, then its own code, then the code of Windows. */
function meaningOfAttempt(look: Look, { code, phase, serverCode, words }: Attempt): Meaning | undefined {
  const said = findingOfServerWords(words, phase) ?? findingOfServerCode(serverCode);
  if (said !== undefined) return { id: said, sure: 'likely' };
  if (code === undefined) return undefined;
  if (code === '0x801c001d' && look.test('AD Configuration Test')?.codes.includes('0x80070002')) return { id: 'scp-missing', sure: 'likely' };
  const meaning = meaningOf(code, contextOf(phase));
  return meaning?.id === 'device-limit-reached' ? { ...meaning, id: 'device-limit-not-hybrid' } : meaning;
}
