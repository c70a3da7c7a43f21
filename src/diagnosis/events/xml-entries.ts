import { logNamed, logOfMessage } from './event-logs.js';
import { inOneLine, type LogEntry } from './log-entry.js';

/** Entries as XML: Event Viewer's tab "Details", `wevtutil /f:xml`, also cut at either end. */
export function xmlEntries(text: string): readonly LogEntry[] {
  if (!/<eventid/i.test(text)) return [];
  const bounds = [
    0,
    ...[...text.matchAll(/<event(?=[\s>])|<\/event>/gi)].map((tag) =>
      tag[0].startsWith('</') ? tag.index + tag[0].length : tag.index,
    ),
    text.length,
  ];
  return bounds.slice(1).flatMap((end, index) => {
    const start = bounds[index] ?? 0;
    const entry = entryIn(text.slice(start, end));
    return entry ? [{ ...entry, start: start + entry.from, end }] : [];
  });
}

function entryIn(xml: string): (Omit<LogEntry, 'start' | 'end'> & { readonly from: number }) | undefined {
  const id = /<eventid(?:\s[^<>]{0,80})?>\s{0,20}(\d{1,5})\s{0,20}</i.exec(xml);
  if (!id) return undefined;
  const begin = Math.max(0, xml.search(/<event[\s>]/i), 0);
  const head = xml.slice(
    0,
    Math.max(
      id.index + id[0].length,
      xml.search(/<(?:eventdata|userdata|renderinginfo)\b/i),
      xml.search(/<\/system>/i),
    ),
  );
  const channel =
    /<channel>\s{0,20}([^<>]{1,160})/i.exec(head)?.[1] ?? /name\s?=\s?["']([^"'<>]{1,160})["']/i.exec(head)?.[1];
  const message = messageIn(xml);
  const log = logNamed(head) ?? (channel === undefined ? logOfMessage(message) : 'another');
  const title = `${channel === undefined ? '' : `${inOneLine(channel)}, `}EventID ${id[1] ?? ''}`;
  return { eventId: Number(id[1]), log, title, message, from: begin };
}

/** The rendered message, when it was exported with it; otherwise the data, each with its name. */
function messageIn(xml: string): string {
  const rendered = /<message>([^<]{1,8000})/i.exec(xml)?.[1];
  if (rendered !== undefined) return rendered.trim();
  const lines: string[] = [];
  for (const data of xml.matchAll(/<data(?:\s+name\s?=\s?["']([^"'<>]{0,80})["'])?[^<>]{0,80}>([^<]{0,4000})/gi)) {
    const value = (data[2] ?? '').trim();
    if (value !== '') lines.push(data[1] ? `${data[1]}: ${value}` : value);
  }
  if (lines.length === 0) {
    const user = /<userdata>(.{0,8000})/is.exec(xml)?.[1] ?? '';
    lines.push(user.replace(/<(\w{1,60})>(?=[^<\s])/g, ' $1: ').replace(/<[^<>]{0,300}>/g, ' '));
  }
  return lines.join('\n').trim();
}
