import { isCutCode } from '../codes/read-code.js';
import type { Finding, MissingPart } from '../model.js';
import { needsLogName } from './events.js';
import { firstFailure, ranAsThePc } from './join-tests.js';
import type { Look } from './look.js';
import { canSeeSignIn, entraAttempts } from './sign-in.js';

/**
 * What would have to be pasted to say more, the most telling first. Nothing is asked for that would not change the answer: what
 * blocks for certain needs no more.
 */
export function missingParts(look: Look, findings: readonly Finding[]): readonly MissingPart[] {
  const lead = findings.find(({ role }) => role === 'blocks');
  const parts = new Set<MissingPart>();
  if (look.reading.status !== undefined) for (const part of missingInStatus(look, lead)) parts.add(part);
  for (const event of look.reading.events) {
    if (needsLogName(event) && lead === undefined) parts.add('eventLogName');
    if (event.eventId === 304 && event.codes.length === 0 && lead?.id === 'join-failed-unknown') parts.add('wholeCode');
  }
  if (look.reading.codes.some(({ code, known }) => !known && isCutCode(code))) parts.add('wholeCode');
  if (look.reading.status === undefined && parts.size === 0)
    for (const part of besidesCodes(findings, lead)) parts.add(part);
  return [...parts];
}

/** What would tell in which of its meanings a code is meant. */
function besidesCodes(findings: readonly Finding[], lead: Finding | undefined): readonly MissingPart[] {
  if (lead === undefined) return findings[0]?.id === 'known-code' ? ['deviceState'] : [];
  if (lead.sure !== 'possible') return [];
  return [lead.phase === 'afterJoin' ? 'userStateUnelevated' : 'diagnosticsElevated'];
}

function missingInStatus(look: Look, lead: Finding | undefined): readonly MissingPart[] {
  const [joined, domain] = [look.flag('AzureAdJoined'), look.flag('DomainJoined')];
  if (lead !== undefined && lead.sure !== 'possible' && lead.id !== 'no-sign-in-token') return [];
  if (joined === undefined || domain === undefined) {
    return lead === undefined || lead.phase === 'afterJoin' ? ['deviceState', ...ofSignIn(look, lead)] : [];
  }
  if (joined === 'no') return domain === 'yes' && needsDiagnostics(look, lead) ? ['diagnosticsElevated'] : [];
  return ofSignIn(look, lead);
}

/** The diagnostics say what the PC itself meets only if they ran as SYSTEM, which an elevated prompt does. */
function needsDiagnostics(look: Look, lead: Finding | undefined): boolean {
  const ran = look.test('AD Connectivity Test') !== undefined || look.test('AD Configuration Test') !== undefined;
  if (firstFailure(look) !== undefined) return false;
  // Run as the PC itself they have said all that they can.
  return !ran || look.userContext === 'unElevated' || (lead?.id === 'join-failed-unknown' && !ranAsThePc(look));
}

function ofSignIn(look: Look, lead: Finding | undefined): readonly MissingPart[] {
  if (look.flag('AzureAdPrt') === 'yes') return [];
  const seen = canSeeSignIn(look);
  const attempted = entraAttempts(look).length > 0;
  if (look.flag('AzureAdPrt') === undefined || (seen === 'no' && !attempted)) return ['userStateUnelevated'];
  if (!attempted) return seen === 'yes' ? ['signInDiagnostics'] : ['userStateUnelevated'];
  return lead?.id === 'sign-in-refused' || lead === undefined ? ['signInDiagnostics'] : [];
}
