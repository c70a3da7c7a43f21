import { maxTypedCharacters } from '../limits.js';
import { cleaning } from './clean-text.js';
import { findCodes, placesOfCodes } from './codes/find-codes.js';
import { findDialogs } from './dialogs/find-dialogs.js';
import { readingEvents } from './events/read-events.js';
import type { CodeContext, FoundCode, PasteKind, Reading, Status } from './model.js';
import { contextOf, phaseNamed } from './rules/phase-words.js';
import { atOnce, type Slices } from './slices.js';
import { withSeparators } from './status/columns.js';
import { findKeys } from './status/find-keys.js';
import { readDebugLog, unfoldDebugLog } from './status/read-debug-log.js';
import { readingStatus } from './status/read-status.js';

/** A code's line is shown as evidence; of a longer one the part around the code is kept. */
const longestLine = 300;

/** Different codes of a text outside a status that are kept. A log that says the same again and again has a few. */
const mostCodes = 1_000;

/**
 * Everything that can be read in a text as it was typed, pasted or uploaded: HTML or not, whole or cut. What is not there is not in the
 * reading. Input beyond 100,000 characters is not looked at. Never throws; linear in the length of the text.
 */
export function readPaste(raw: string): Reading {
  return atOnce(reading(raw));
}

/** The same, in slices: a long text takes its time. */
export function* reading(raw: string): Slices<Reading> {
  const text = raw.slice(0, maxTypedCharacters);
  const cleaned = yield* cleaning(text);
  const lines = withSeparators(unfoldDebugLog(cleaned));
  yield text.length;
  const { events, rest, written } = yield* readingEvents(lines);
  // A text in a single line may be both; its entries take the whole line then.
  const status = (yield* readingStatus(rest)) ?? (events.length > 0 ? yield* readingStatus(lines) : undefined);
  const debugLines = readDebugLog(rest);
  yield text.length;
  const dialogs = status || debugLines.length > 0 ? [] : findDialogs(written);
  yield text.length;
  const ofFields = status ? codesOfFields(status) : [];
  const inText = yield* codesInText(rest, status, ofFields);
  const kinds: PasteKind[] = [];
  if (status) kinds.push('status');
  if (debugLines.length > 0) kinds.push('debugLog');
  if (events.length > 0) kinds.push('event');
  if (dialogs.length > 0) kinds.push('dialog');
  if (inText.length > 0 && debugLines.length === 0) kinds.push('code');
  return { kinds, status, events, dialogs, codes: [...ofFields, ...inText], debugLines };
}

/** Whether a text says something about a PC in the words of Windows, and is to be read rather than understood as a sentence. */
export function isTechnical(raw: string): boolean {
  return readPaste(raw).kinds.length > 0;
}

function codesOfFields(status: Status): readonly FoundCode[] {
  const phase = phaseOf(status);
  return distinct(
    status.fields.flatMap(({ key, section, line }) => {
      const context =
        section === 'ngcPrerequisite' ? 'hello' : section === 'ssoState' ? 'prt' : contextOfKey(key, phase);
      return findCodes(line, context).map((code) => ({ ...code, line }));
    }),
  );
}

/** The phase in which the attempt failed that the status tells of. */
function phaseOf(status: Status): CodeContext | undefined {
  const named = status.fields.find(({ key }) => key === 'Error Phase')?.value;
  return named === undefined ? undefined : contextOf(phaseNamed(named));
}

/** Where the codes of a field stood (docs/domain/current.md sections 3 and 4). `phase`: what "Error Phase" says. */
function contextOfKey(key: string, phase: CodeContext | undefined): CodeContext | undefined {
  switch (key) {
    case 'AD Connectivity Test':
    case 'AD Configuration Test':
    case 'DRS Discovery Test':
    case 'DRS Connectivity Test':
      return 'discover';
    case 'Kerberos Ticket Test':
    case 'Token acquisition Test':
      return 'auth';
    case 'Client ErrorCode':
    case 'Server ErrorCode':
    case 'Server Message':
      return phase;
    case 'Attempt Status':
    case 'HTTP Error':
    case 'Server Error Code':
    case 'Server Error Description':
      return 'prt';
    case 'NgcPreReq':
      return 'hello';
    default:
      return undefined;
  }
}

/** Codes outside the status. Beside one, lines with its keys are parts of another run of the command, and say nothing of this one. */
function* codesInText(
  lines: readonly string[],
  status: Status | undefined,
  ofFields: readonly FoundCode[],
): Slices<readonly FoundCode[]> {
  const told = new Set(ofFields.map(({ code }) => code));
  const found = new Map<string, FoundCode>();
  for (const [at, line] of lines.entries()) {
    if (found.size >= mostCodes) break;
    yield line.length;
    const codes = placesOfCodes(line);
    if (codes.length === 0) continue;
    const keys = findKeys(line, lines[at - 1] ?? '');
    if (status && keys.length > 0) continue;
    const only = keys.length === 1 ? keys[0]?.key.key : undefined;
    const context = only === undefined ? undefined : contextOfKey(only, undefined);
    const indent = line.length - line.trimStart().length;
    const shown = line.trim();
    for (const { code, known, start } of codes) {
      const key = keyOf(code, context);
      if (!told.has(code) && !found.has(key))
        found.set(key, { code, known, line: around(start - indent, shown), ...(context !== undefined && { context }) });
    }
  }
  return [...found.values()];
}

/** The whole line, or of a long one the part around the place. */
function around(place: number, line: string): string {
  if (line.length <= longestLine) return line;
  const start = Math.max(0, Math.min(place - 100, line.length - longestLine));
  return line.slice(start, start + longestLine).trim();
}

/** Each code once for each place where it has another meaning. */
function distinct(codes: readonly FoundCode[]): readonly FoundCode[] {
  const each = new Map<string, FoundCode>();
  for (const code of codes) {
    const key = keyOf(code.code, code.context);
    if (!each.has(key)) each.set(key, code);
  }
  return [...each.values()];
}

function keyOf(code: string, context: CodeContext | undefined): string {
  return `${code} ${context ?? ''}`;
}
