import { findCodes } from '../codes/find-codes.js';
import type { FoundCode, LoggedEvent } from '../model.js';
import { contextOfEntry } from './code-context.js';
import { copiedEntries } from './copied-entries.js';
import { headlessEntries } from './headless-entries.js';
import { listedEntries } from './listed-entries.js';
import { atOnce, type Slices } from '../slices.js';
import { toldEntries } from './told-entries.js';
import { inOneLine, mostEntries, type LogEntry } from './log-entry.js';
import { xmlEntries } from './xml-entries.js';

/** A line to show as evidence, and how much of an entry's text is kept. */
const longestLine = 200;
const longestMessage = 8000;

export interface EventsAndRest {
  readonly events: readonly LoggedEvent[];
  /** The lines that belong to no entry; those that tell of one are blank too, for their codes are the entry's. */
  readonly rest: readonly string[];
  /** The lines outside of copied entries: what somebody wrote. Those that tell of an entry of a newer Windows are none. */
  readonly written: readonly string[];
}

/**
 * The event log entries in a text, in order: copied from Event Viewer (text, details, XML, list), printed by PowerShell or wevtutil, or
 * told of ("event 304"). An entry of another log is none. Never throws; linear in the length of the text.
 */
export function readEvents(lines: readonly string[]): readonly LoggedEvent[] {
  return eventsAndRest(lines).events;
}

export function eventsAndRest(lines: readonly string[]): EventsAndRest {
  return atOnce(readingEvents(lines));
}

/** The same, in slices. */
export function* readingEvents(lines: readonly string[]): Slices<EventsAndRest> {
  const text = lines.join('\n');
  const xml = xmlEntries(text);
  const plain = blankOut(text, xml);
  yield text.length;
  const copied = copiedEntries(plain);
  const notCopied = blankOut(plain, copied);
  yield text.length;
  const listed = listedEntries(written(placed(notCopied)));
  const notListed = blankOut(notCopied, listed);
  yield text.length;
  const headless = headlessEntries(placed(notListed));
  yield text.length;
  const whole = withoutEmptyCopies([
    ...xml.filter((entry) => !isSecondCopy(text, entry)),
    ...copied,
    ...listed,
    ...headless,
  ]);
  const around = written(placed(blankOut(notListed, headless)));
  const told = toldEntries(around).filter(
    (entry) =>
      !whole.some((each) => each.eventId === entry.eventId && (entry.log === undefined || entry.log === each.log)),
  );
  yield text.length;
  const entries = [...whole, ...distinct(told)].sort((a, b) => a.start - b.start);
  const read = [...xml, ...copied, ...listed, ...headless].filter((entry) => entry.log !== 'another');
  const telling = new Map(told.map((entry) => [entry.start, entry]));
  const outside = placed(blankOut(text, read));
  return {
    events: entries
      .slice(0, mostEntries)
      .flatMap(({ log, ...entry }) => (log === 'another' ? [] : [eventOf({ ...entry, log })])),
    rest: outside.map(({ line, start }) => (telling.has(start) ? '' : line)),
    written: outside.map(({ line, start }) => (isOfNewerWindows(telling.get(start)) ? '' : line)),
  };
}

function isOfNewerWindows(entry: LogEntry | undefined): boolean {
  return (
    entry !== undefined &&
    (entry.log === 'userDeviceRegistration' ||
      entry.log === 'aad' ||
      (entry.eventId >= 300 && entry.eventId < 400) ||
      entry.eventId >= 1000)
  );
}

/** A row of the list, or the headers below the text, of an entry that stands there with its text as well. */
function withoutEmptyCopies(entries: readonly LogEntry[]): readonly LogEntry[] {
  const told = new Set(
    entries.filter(({ message }) => message !== '').map(({ eventId, log }) => `${eventId} ${log ?? ''}`),
  );
  return entries.filter(({ message, eventId, log }) => message !== '' || !told.has(`${eventId} ${log ?? ''}`));
}

/** "Copy details as text" adds the same entry as XML. */
function isSecondCopy(text: string, entry: LogEntry): boolean {
  return /(?:event|ereignis)[ -]xml:\s{0,20}$/i.test(text.slice(Math.max(0, entry.start - 40), entry.start));
}

function distinct(told: readonly LogEntry[]): readonly LogEntry[] {
  const seen = new Set<string>();
  return told.filter((entry) => {
    const key = `${entry.log ?? ''} ${entry.eventId}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** The text with blanks where the entries stand; line ends and places stay. */
function blankOut(text: string, entries: readonly LogEntry[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of [...entries].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    parts.push(text.slice(at, Math.max(at, start)), text.slice(Math.max(at, start), end).replace(/[^\n]/g, ' '));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

interface PlacedLine {
  readonly line: string;
  readonly start: number;
}

function written(lines: readonly PlacedLine[]): readonly PlacedLine[] {
  return lines.filter(({ line }) => line.trim() !== '');
}

function placed(text: string): readonly PlacedLine[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const each = { line, start };
    start += line.length + 1;
    return each;
  });
}

function eventOf({ log, eventId, title, message: pasted }: LogEntry & Pick<LoggedEvent, 'log'>): LoggedEvent {
  const message = inOneLine(pasted.slice(0, longestMessage));
  const context = contextOfEntry(log, eventId, message);
  const codes = new Map<string, FoundCode>();
  for (const line of pasted.slice(0, longestMessage).split('\n')) {
    // The reader of codes takes small Windows numbers only beside the number of the entry that has them.
    for (const code of findCodes(eventId === 220 ? `event 220: ${line}` : line, context)) {
      if (!codes.has(code.code)) codes.set(code.code, { ...code, line: inOneLine(line).slice(0, longestLine) });
    }
  }
  const status =
    /\bhttps?[ _-]?(?:request |response |server )?(?:status|code|error|fehler)?(?:[ _-]?code)?["']?\s?[:=]?\s?["']?([1-5]\d\d)(?!\d|\.\d)/i.exec(
      message,
    )?.[1];
  return {
    log,
    eventId,
    message,
    codes: [...codes.values()],
    ...(status !== undefined && { httpStatus: Number(status) }),
    line: evidence(title, message),
  };
}

/** The log, the number and the beginning of the text; where the code comes later, the part around it as well. */
function evidence(title: string, message: string): string {
  const name = title.slice(0, 110);
  if (message === '') return name;
  const start = name === '' ? '' : `${name}: `;
  const room = longestLine - start.length;
  if (message.length <= room) return start + message;
  const code = message.search(/0x[0-9a-f]{3,8}\b|aadsts\d|-\d{9,10}\b|status \d{3}\b/i);
  if (code < 0 || code + 12 <= room) return start + message.slice(0, room);
  const head = message.slice(0, Math.min(60, room - 60));
  return `${start}${head} … ${message.slice(Math.max(0, code - 25), code + room - head.length - 28)}`;
}
