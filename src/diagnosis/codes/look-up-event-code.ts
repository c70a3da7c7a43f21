import type { CodeWords } from './known-code.js';
import { entryInsideEvent, knownSpelling, listedEntry } from './code-index.js';
import { lookUpCode, withoutFinding, wordsIn } from './look-up-code.js';

/** What an entry of the down-level log says. `code` in any spelling of `FoundCode.code`. */
export interface EventToLookUp {
  readonly eventId: number;
  readonly code?: string;
  readonly httpStatus?: number;
}

/**
 * The words of an event of the down-level log (`workplaceJoinClient`, `workplaceJoinInBox`), never of another: 201 is success
 * there and failed discovery in User Device Registration. Undefined when the list has nothing about it. Numbers:
 * docs/domain/downlevel.md section 4.
 */
export function lookUpEventCode({ eventId, code, httpStatus }: EventToLookUp): CodeWords | undefined {
  switch (eventId) {
    case 102:
      return code === undefined ? undefined : discoveryFailed(code);
    case 103:
      return httpStatus === undefined ? undefined : entryWords(`event 103 / HTTP ${httpStatus}`);
    case 104:
      return entryWords('event 104');
    case 200:
      return entryWords('event 200 (Microsoft-Windows-Workplace Join/Admin)');
    case 201:
      return entryWords('event 201 (Microsoft-Workplace Join)');
    case 400:
    case 404:
      return entryWords('events 400 and 404 (Microsoft-Workplace Join)');
    default:
      return undefined;
  }
}

function discoveryFailed(code: string): CodeWords | undefined {
  const spelling = knownSpelling(code);
  if (spelling === undefined) return undefined;
  const inside = entryInsideEvent(spelling);
  if (inside !== undefined) return wordsIn(inside, 'downLevel');
  const entry = listedEntry(spelling);
  const words = lookUpCode(spelling, 'downLevel');
  // The usual finding of a code is one of newer systems; on old ones it would name the wrong cause.
  return words !== undefined && entry?.contexts?.downLevel === undefined ? withoutFinding(words) : words;
}

function entryWords(code: string): CodeWords | undefined {
  const entry = listedEntry(code);
  return entry && wordsIn(entry, undefined);
}
