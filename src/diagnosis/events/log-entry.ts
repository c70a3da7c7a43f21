import type { EventLog } from '../model.js';

/** An entry as it stands in a text, before its codes are read. */
export interface LogEntry {
  readonly eventId: number;
  /** `another`: a log that is none of ours, whose numbers mean something else. */
  readonly log: EventLog | 'another' | undefined;
  /** The log, the number and what else names the entry, as it was pasted, in one line. */
  readonly title: string;
  /** What the entry says; lines as they were pasted. */
  readonly message: string;
  /** The part of the text that it covers, [start, end). Of an entry that a sentence tells of, empty. */
  readonly start: number;
  readonly end: number;
}

/** More in one text are an exported log, not what somebody asks about. */
export const mostEntries = 200;

/** In one line, without blanks at the ends. */
export function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
