import type { FindingId } from '../finding-catalogue.js';
import type { Field, Finding, Phase, Sureness } from '../model.js';
import { codesIn, meaningOf, type Meaning } from './code-meaning.js';
import { firstFailure, passesNow, ranAsThePc } from './join-tests.js';
import type { Look } from './look.js';
import { contextOf, phaseNamed } from './phase-words.js';
import { found } from './rule.js';
import { findingOfServerCode, saidInWords } from './server-message.js';
import { unknownCode } from './unknown-code.js';

/** The last attempt to join that failed, as the diagnostic data keep it. */
export function judgePreviousRegistration(look: Look): readonly Finding[] {
  const field = (key: string): Field | undefined => look.field(key, 'diagnosticData');
  const [phaseField, codeField, serverCode, words] = [
    'Error Phase',
    'Client ErrorCode',
    'Server ErrorCode',
    'Server Message',
  ].map(field);
  const code = codesIn(codeField?.value ?? '')[0];
  const phase = phaseNamed(phaseField?.value ?? '');
  if (code === undefined && phase === undefined && !words?.value) return [];
  const lines = [codeField, serverCode?.value ? serverCode : undefined, words?.value ? words : undefined, phaseField];
  const attempted = field('Previous Registration');
  const before = (): Finding => found('previous-attempt-old', 'likely', [attempted, codeField ?? phaseField], { code });
  // A PC that has joined meanwhile has this behind it.
  if (look.flag('AzureAdJoined') === 'yes') return [before()];

  const passes = phase !== undefined && passesNow(look, phase);
  if (passes && firstFailure(look) !== undefined) return [before()];
  const outdated = passes && look.userContext !== 'unElevated';
  const meaning = meaningOfAttempt(look, {
    code,
    phase,
    serverCode: serverCode?.value ?? '',
    words: words?.value ?? '',
  });
  const sure: Sureness = outdated ? 'possible' : (meaning?.sure ?? 'possible');
  return [
    meaning
      ? found(meaning.id, sure, lines, { code: meaning.code })
      : found('join-failed-unknown', 'possible', lines, { code, phase: phase ?? 'join' }),
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

type CodedMeaning = Meaning & { readonly code: string | undefined };

/** The service's words say most, then its own code, then the code of Windows. */
function meaningOfAttempt(look: Look, { code, phase, serverCode, words }: Attempt): CodedMeaning | undefined {
  const said = saidInWords(words, phase);
  // The code where it alone leads there as well; else the words have an entry of their own.
  if (said !== undefined) return { ...said, sure: 'likely', ...(leadsTo(code, phase) === said.id && { code }) };
  const named = findingOfServerCode(serverCode);
  if (named !== undefined) return { id: named, sure: 'likely', code };
  if (code === undefined) return undefined;
  const configuration = look.test('AD Configuration Test');
  if (code === '0x801c001d' && configuration?.codes.includes('0x80070002'))
    return { id: 'scp-missing', sure: 'likely', code };
  // While joining, with the connection point read, it is the computer object that a domain controller does not have yet
  // (docs/domain/current.md section 4).
  if (code === '0x801c001d' && phase === 'join' && configuration?.result === 'pass')
    return { id: 'ad-replication', sure: 'likely', code };
  const meaning = meaningOf(code, contextOf(phase));
  return (
    meaning && { ...meaning, id: meaning.id === 'device-limit-reached' ? 'device-limit-not-hybrid' : meaning.id, code }
  );
}

function leadsTo(code: string | undefined, phase: Phase | undefined): FindingId | undefined {
  return code === undefined ? undefined : meaningOf(code, contextOf(phase))?.id;
}
