import type { Proof } from '../model.js';
import { firstFailure, passesNow } from './join-tests.js';
import { joinStateLines, joinStateOf } from './join-state.js';
import type { Look } from './look.js';
import { phaseNamed } from './phase-words.js';
import { downLevelLine, isCurrentWindows } from './platform.js';
import { phaseOfEvent } from './registration-events.js';
import { canSeeSignIn, entraAttempts } from './sign-in.js';
import { maybeOwn } from './user-context.js';

/** The facts of a walk that the text proves, each with its line. What the text only makes likely is not among them. */
export function proofsIn(look: Look): readonly Proof[] {
  const prove = [provePlatform, proveJoinState, proveRegistered, proveDialog, proveFailedPhase, proveToken];
  return prove.flatMap((one) => one(look));
}

function provePlatform({ reading }: Look): readonly Proof[] {
  const downLevel = downLevelLine(reading);
  if (!isCurrentWindows(reading))
    return downLevel === undefined ? [] : [{ fact: 'platform', value: 'downLevel', line: downLevel }];
  const event = reading.events.find(({ log }) => log === 'userDeviceRegistration' || log === 'aad');
  const line = reading.status?.fields[0]?.line ?? event?.line ?? reading.debugLines[0];
  // Texts of two PCs prove nothing of either.
  return downLevel !== undefined || line === undefined ? [] : [{ fact: 'platform', value: 'current', line }];
}

function proveJoinState(look: Look): readonly Proof[] {
  const state = joinStateOf(look);
  return state === undefined ? [] : [{ fact: 'joinState', value: state, line: joinStateLines(look).join(' · ') }];
}

/** In a prompt that is not the person's own the line is about somebody else. */
function proveRegistered(look: Look): readonly Proof[] {
  const [value, line] = [look.flag('WorkplaceJoined'), look.field('WorkplaceJoined')?.line];
  return value === undefined || line === undefined || !maybeOwn(look.userContext)
    ? []
    : [{ fact: 'registered', value, line }];
}

function proveDialog({ reading }: Look): readonly Proof[] {
  const [dialog, other] = reading.dialogs;
  if (dialog === undefined || (other !== undefined && other.says !== dialog.says)) return [];
  return [{ fact: 'dialogSays', value: dialog.says, line: dialog.line }];
}

/** A test that fails now, else the phase of the last attempt, unless its tests pass by now or the PC has joined. */
function proveFailedPhase(look: Look): readonly Proof[] {
  if (look.flag('AzureAdJoined') === 'yes') return [];
  const failure = firstFailure(look);
  if (failure) return [{ fact: 'failedPhase', value: failure.phase, line: failure.test.field.line }];
  const field = look.field('Error Phase', 'diagnosticData');
  const phase = phaseNamed(field?.value ?? '');
  if (phase !== undefined && passesNow(look, phase)) return [];
  if (phase !== undefined && field !== undefined) return [{ fact: 'failedPhase', value: phase, line: field.line }];
  return look.reading.status === undefined ? provePhaseByLog(look) : [];
}

/** Entries of different phases are of different attempts, and do not tell which was the last. */
function provePhaseByLog({ reading }: Look): readonly Proof[] {
  const told = reading.events.flatMap((event) => {
    const phase = event.log === 'userDeviceRegistration' ? phaseOfEvent(event) : undefined;
    return phase === undefined ? [] : [{ phase, line: event.line }];
  });
  const [first] = told;
  if (first === undefined || told.some(({ phase }) => phase !== first.phase)) return [];
  return [{ fact: 'failedPhase', value: first.phase, line: first.line }];
}

/** YES counts whoever asked; NO only of the person at the PC, or where an attempt of theirs is shown to have failed. */
function proveToken(look: Look): readonly Proof[] {
  const [value, line] = [look.flag('AzureAdPrt'), look.field('AzureAdPrt')?.line];
  if (value === undefined || line === undefined) return [];
  const seen = canSeeSignIn(look);
  const own = value === 'yes' || seen === 'yes' || (seen === 'maybe' && entraAttempts(look).length > 0);
  return own ? [{ fact: 'prt', value, line }] : [];
}
