import { logNamed, logOfMessage, logOfSource } from './event-logs.js';
import type { EventLog } from '../model.js';
import { inOneLine, type LogEntry } from './log-entry.js';

const level = 'Error|Warning|Information|Critical|Verbose|Fehler|Warnung|Informationen|Kritisch|Ausführlich';
const time =
  '\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}(?:,| |T) {0,9}\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?Z?(?: ?[AP]\\.?M\\.?)?';

/** A row of Event Viewer's list: level, time, source, number, task; copied by itself or out of an exported table. */
const row = new RegExp(
  `^ {0,40}(?:(?:${level})[ ,;]{1,20})?["']?${time}["']?[ ,;]{1,20}(?<source>[A-Za-z][A-Za-z -]{1,80})[ ,;]{1,20}(?<id>\\d{1,5})(?: |,|;|$)(?<rest>.*)$`,
  'i',
);

/** A row of PowerShell's `Get-WinEvent`: time, number, level, text; the provider stands above the table. */
const powerShellRow = new RegExp(
  `^ {0,40}${time} {1,20}(?<id>\\d{1,5}) {1,20}(?:${level})(?: {1,20}(?<rest>.*))?$`,
  'i',
);

/** Entries in one line each. `lines` with the place where each begins in the text. */
export function listedEntries(
  lines: readonly { readonly line: string; readonly start: number }[],
): readonly LogEntry[] {
  const found: LogEntry[] = [];
  let provider: EventLog | 'another' | undefined;
  for (const [index, { line: whole, start }] of lines.entries()) {
    const line = whole.slice(0, 2000);
    const before = lines[index - 1];
    const open = found.at(-1);
    // The text of the tab "General", copied below its row.
    if (
      open &&
      before &&
      open.end === before.start + before.line.length &&
      start - open.end <= (open.message === '' ? 3 : 1) &&
      logOfMessage(open.message === '' ? line : open.message) === open.log &&
      open.log !== undefined &&
      /^ {0,40}[A-Z]/.test(line) &&
      !row.test(line)
    ) {
      found[found.length - 1] = { ...open, message: `${open.message}\n${line}`.trim(), end: start + whole.length };
      continue;
    }
    const above = /^ {0,40}ProviderName ?: ?(\S.{0,160})$/i.exec(line)?.[1];
    if (above !== undefined) provider = logOfSource(above) ?? logNamed(above) ?? 'another';
    const printed = powerShellRow.exec(line);
    const match = printed ?? row.exec(line);
    if (!match) continue;
    const log = printed ? provider : (logOfSource(match.groups?.['source'] ?? '') ?? 'another');
    const rest = (match.groups?.['rest'] ?? '').trim();
    const message = /^(?:none|keine|\(\d+\)|n\/a)?$/i.test(rest) ? '' : rest;
    found.push({
      eventId: Number(match.groups?.['id']),
      log: log ?? logOfMessage(message),
      title: inOneLine(message === '' ? line : line.slice(0, line.length - rest.length).trim()),
      message,
      start,
      end: start + whole.length,
    });
  }
  return found;
}
