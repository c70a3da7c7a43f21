import { diagnose } from '../../../src/diagnosis/diagnose.js';
import type {
  CodeContext,
  Diagnosis,
  DialogSays,
  EventLog,
  Finding,
  FoundCode,
  LoggedEvent,
  Reading,
} from '../../../src/diagnosis/model.js';
import { readStatus } from '../../../src/diagnosis/status/read-status.js';

/** The time of looking in the tests: an hour after the pastes were made. */
export const now = new Date('2026-05-04T08:00:00.000Z');

const nothing: Reading = { kinds: [], status: undefined, events: [], dialogs: [], codes: [], debugLines: [] };

export function judge(reading: Partial<Reading>): Diagnosis {
  return diagnose({ ...nothing, ...reading }, { now });
}

/** Lines of a status, each `key : value`, below titles where the key alone does not tell its section. */
export function ofStatus(...lines: readonly string[]): Diagnosis {
  return judge(statusReading(...lines));
}

export function statusReading(...lines: readonly string[]): Partial<Reading> {
  const status = readStatus(lines.flatMap((line) => line.split('\n')));
  if (status === undefined) throw new Error(`Not read as a status:\n${lines.join('\n')}`);
  return { kinds: ['status'], status };
}

export function event(
  log: EventLog | undefined,
  eventId: number,
  message = '',
  codes: readonly FoundCode[] = [],
  httpStatus?: number,
): LoggedEvent {
  return {
    log,
    eventId,
    message,
    codes,
    line: `Event ${eventId}: ${message}`,
    ...(httpStatus !== undefined && { httpStatus }),
  };
}

export function ofEvents(...events: readonly LoggedEvent[]): Diagnosis {
  return judge({ kinds: ['event'], events });
}

export function code(spelled: string, context?: CodeContext, known = true, line = `It says ${spelled}.`): FoundCode {
  return { code: spelled, known, line, ...(context !== undefined && { context }) };
}

export function ofCodes(...codes: readonly FoundCode[]): Diagnosis {
  return judge({ kinds: ['code'], codes });
}

export function ofDialog(says: DialogSays, more: Partial<Reading> = {}): Diagnosis {
  return judge({ kinds: ['dialog'], dialogs: [{ says, line: 'the words of the window' }], ...more });
}

/** `id role sure` of each finding, in order. */
export function told(diagnosis: Diagnosis): readonly string[] {
  return diagnosis.findings.map(({ id, role, sure }) => `${id} ${role} ${sure}`);
}

export function lead(diagnosis: Diagnosis): Finding | undefined {
  return diagnosis.findings[0];
}

export function findingOf(diagnosis: Diagnosis, id: string): Finding | undefined {
  return diagnosis.findings.find((finding) => finding.id === id);
}

export const hybrid =
  'AzureAdJoined : YES\nEnterpriseJoined : NO\nDomainJoined : YES\nDeviceId : 5d1f3c80-16a3-4f6c-9a54-6d0f2d1a7b11\nKeyProvider : Microsoft Platform Crypto Provider';
export const domainOnly = 'AzureAdJoined : NO\nEnterpriseJoined : NO\nDomainJoined : YES';
export const unElevated = 'KeySignTest : MUST Run elevated to test.';

/** The tests of the diagnostic data, all passing but for what is given. */
export function tests(given: Readonly<Record<string, string>> = {}, context = 'SYSTEM'): string {
  const results = {
    'User Context': context,
    'Client Time': '2026-05-04 07:12:33.000 UTC',
    'AD Connectivity Test': 'PASS',
    'AD Configuration Test': 'PASS',
    'DRS Discovery Test': 'PASS',
    'DRS Connectivity Test': 'PASS',
    'Token acquisition Test': 'PASS',
    'Fallback to Sync-Join': 'ENABLED',
    ...given,
  };
  return Object.entries(results)
    .map(([key, value]) => `${key} : ${value}`)
    .join('\n');
}
