import { headersOf, type Header } from './headers.js';
import { logNamed, logOfMessage, logOfSource } from './event-logs.js';
import { inOneLine, mostEntries, type LogEntry } from './log-entry.js';

interface Region {
  readonly id: Header;
  readonly headers: readonly Header[];
  readonly start: number;
  readonly end: number;
}

/**
 * Entries with their headers: copied from Event Viewer, from an article, or as PowerShell (`Format-List`) and wevtutil print them.
 * The number may come first or in the middle, the text after the headers or before them.
 */
export function copiedEntries(text: string): readonly LogEntry[] {
  const regions = regionsOf(text);
  const afterLast = regions.map((region) => afterHeaders(text, region));
  // A copied tab "General" has the text above the headers: then nothing follows the last entry.
  const first = regions[0];
  const textFirst = first !== undefined && afterLast.at(-1) === '' && before(text, undefined, first) !== '';
  return regions.map((region, index) => {
    const previous = regions[index - 1];
    const message = textFirst ? before(text, previous, region) : (afterLast[index] ?? '');
    const start = textFirst
      ? previous
        ? lastHeaderEnd(text, previous)
        : Math.max(0, region.start - message.length)
      : region.start;
    return {
      ...entryOf(text, region, message),
      start,
      end: textFirst ? lastHeaderEnd(text, region) : endOfText(text, region, message),
    };
  });
}

/** One region for each number that has a header beside it. */
function regionsOf(text: string): readonly Region[] {
  const headers = headersOf(text);
  const ids = headers.filter((header) => header.kind === 'id').slice(0, mostEntries);
  const starts: number[] = [];
  const opening = headers[0];
  let at = 0;
  ids.forEach((id, index) => {
    const previous = ids[index - 1];
    if (!previous) {
      starts.push(opening && opening.kind !== 'text' ? opening.start : Math.min(id.start, opening?.start ?? id.start));
      return;
    }
    while (at < headers.length && (headers[at]?.start ?? 0) <= previous.start) at += 1;
    let start: number | undefined;
    let afterText: number | undefined;
    // The line above Event Viewer's tabs is followed by the text, and then by the headers of the same entry.
    const isTitle = headers[at]?.key === 'title';
    let sawText = isTitle;
    for (let next = isTitle ? at + 1 : at; next < headers.length && (headers[next]?.start ?? 0) < id.start; next += 1) {
      const header = headers[next] as Header;
      if (header.key === opening?.key) start ??= header.start;
      if (sawText && header.kind === 'log') afterText ??= header.start;
      sawText ||= header.kind === 'text';
    }
    starts.push(
      isTitle ? (afterText ?? id.start) : (start ?? (opening?.kind === 'id' ? undefined : afterText) ?? id.start),
    );
  });
  let next = 0;
  return ids.flatMap((id, index) => {
    const start = starts[index] ?? id.start;
    const end = starts[index + 1] ?? text.length;
    const own: Header[] = [];
    for (; next < headers.length && (headers[next]?.start ?? 0) < end; next += 1)
      if ((headers[next]?.start ?? 0) >= start) own.push(headers[next] as Header);
    const isMarked = own.length > 1 || /[:=]/.test(text.slice(id.start, id.end));
    return isMarked ? [{ id, headers: own, start, end }] : [];
  });
}

/** The headers before the text; what looks like one inside the text belongs to it. */
function headersBeforeText(region: Region): readonly Header[] {
  const text = region.headers.findIndex((header) => header.kind === 'text' && header.start > region.id.start);
  return text < 0 ? region.headers : region.headers.slice(0, text + 1);
}

function lastHeaderEnd(text: string, region: Region): number {
  const last = headersBeforeText(region).at(-1);
  if (!last) return region.start;
  if (last.kind === 'text') return last.end;
  const lineEnd = text.indexOf('\n', last.end);
  const end = Math.min(lineEnd < 0 ? text.length : lineEnd, region.end);
  const value = text.slice(last.end, end);
  // Everything in one line: the header's value is its first word, and the text follows.
  if (last.kind === 'id') return last.end;
  return value.trim().split(/\s+/).length > 4 ? last.end + (/^\s*\S+/.exec(value)?.[0].length ?? 0) : end;
}

/** What follows the headers; where the text has a header before the number, that. */
function afterHeaders(text: string, region: Region): string {
  const early = region.headers.findIndex((header) => header.kind === 'text' && header.start < region.id.start);
  const followsNumber = region.headers.some((header) => header.kind === 'text' && header.start > region.id.start);
  if (early >= 0 && !followsNumber) {
    const end = region.headers[early + 1]?.start ?? region.end;
    return tidyMessage(text.slice(region.headers[early]?.end ?? region.start, end));
  }
  return tidyMessage(text.slice(lastHeaderEnd(text, region), region.end));
}

function before(text: string, previous: Region | undefined, region: Region): string {
  const from = previous ? lastHeaderEnd(text, previous) : Math.max(0, region.start - 6000);
  const above = text.slice(from, region.start).trim();
  return above.length < 12 || /^(?:ps )?[a-z]:\\|get-winevent|wevtutil/i.test(above) ? '' : above;
}

/** Up to where somebody writes on after the entry, or another kind of output begins. */
const another =
  /\n[ \t]*(?:\+-{5}|\|[ \t]*(?:device state|user state|sso state|diagnostic data)|azureadjoined\b|event xml:|ereignis-xml:)/i;

function tidyMessage(rest: string): string {
  const cut = rest.slice(0, another.exec(rest)?.index ?? rest.length);
  const paragraphs = withoutTabs(withoutTabs(cut.replace(/^["'\s.:-]{1,20}/, ''))).split(/\n[ \t]*\n/);
  const kept: string[] = [];
  for (const paragraph of paragraphs) {
    if (kept.length > 0 && !/[:=]|0x/.test(paragraph.trim().split('\n', 1)[0] ?? '')) break;
    kept.push(paragraph);
  }
  return kept.join('\n').replace(/["',\s{}]{1,20}$/, '');
}

/** The names of Event Viewer's tabs, copied with the text. */
function withoutTabs(text: string): string {
  return text.replace(/^(?:general|details|allgemein)[ \t]{0,20}(?:\n\s{0,20}|(?=details))/i, '');
}

function endOfText(text: string, region: Region, message: string): number {
  const at = message === '' ? -1 : text.indexOf(message.slice(0, 40).split('\n', 1)[0] ?? '', region.start);
  return at < 0
    ? Math.max(region.id.end, Math.min(region.end, lastHeaderEnd(text, region)))
    : Math.min(region.end, at + message.length + 2);
}

function entryOf(text: string, region: Region, message: string): Omit<LogEntry, 'start' | 'end'> {
  const found = logOf(text, region);
  const eventId = region.id.eventId ?? 0;
  const log = found.log ?? logOfMessage(message);
  const label = inOneLine(text.slice(region.id.start, region.id.end)).replaceAll('"', '');
  return { eventId, log, title: found.name === '' ? label : `${found.name}, ${label}`, message };
}

/** By what the headers say. */
function logOf(text: string, region: Region): { readonly log: LogEntry['log']; readonly name: string } {
  const headers = headersBeforeText(region);
  let unknown = false;
  for (const [index, header] of headers.entries()) {
    if (header.kind !== 'log') continue;
    const lineEnd = text.indexOf('\n', header.end);
    const end = Math.min(
      headers[index + 1]?.start ?? region.end,
      lineEnd < 0 ? text.length : lineEnd,
      header.end + 160,
    );
    const value = text.slice(header.end, end).replace(/["',\s]{1,20}$/, '');
    const log = logOfSource(value);
    if (log !== undefined) return { log, name: inOneLine(value) };
    unknown ||= /[a-z]{3}/i.test(value) && !/^(?:n\/a|unknown|admin|operational)$/i.test(value);
  }
  // `EventID 304` of the tab "Details" has its provider without a colon, and a sentence may name it in brackets.
  const head = text.slice(region.start, Math.min(region.end, Math.max(region.id.end + 200, headers.at(-1)?.end ?? 0)));
  const log = logNamed(head);
  if (log !== undefined) return { log, name: '' };
  return { log: unknown ? 'another' : undefined, name: '' };
}
