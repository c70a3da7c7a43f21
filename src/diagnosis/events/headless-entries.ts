import { mostEntries, type LogEntry } from './log-entry.js';

/**
 * What entries of User Device Registration begin with that tell of trouble, and their numbers (docs/domain/current.md
 * section 5).
 */
const openings: readonly (readonly [number, RegExp])[] = [
  [200, /^the discovery request send operation failed/i],
  [201, /^the discovery operation callback failed/i],
  [202, /^the initialization of the join request failed/i],
  [203, /^the send join request operation failed/i],
  [204, /^the get join response operation callback failed/i],
  [205, /^the complete join response operation failed/i],
  [206, /^the post join tasks for the .{1,40} failed/i],
  [304, /^automatic registration failed at join phase/i],
  [305, /^automatic registration failed at authentication phase/i],
  [360, /^windows hello for business provisioning will not be launched/i],
];

/** Lines of an entry at most; its debug output has about twenty. */
const mostLines = 40;

interface PlacedLine {
  readonly line: string;
  readonly start: number;
}

/** Entries of which only the text was copied, as the tab "General" shows it: the sentence that opens it names the number. */
export function headlessEntries(lines: readonly PlacedLine[]): readonly LogEntry[] {
  const found: LogEntry[] = [];
  let open: { readonly eventId: number; readonly lines: PlacedLine[] } | undefined;
  const close = (): void => {
    const [first, last] = [open?.lines[0], open?.lines.at(-1)];
    if (open && first && last && found.length < mostEntries) {
      const message = open.lines.map(({ line }) => line.trim()).join('\n');
      found.push({
        eventId: open.eventId,
        log: 'userDeviceRegistration',
        title: '',
        message,
        start: first.start,
        end: last.start + last.line.length,
      });
    }
    open = undefined;
  };
  for (const placed of lines) {
    const eventId = numberOf(placed.line.slice(0, 200).trim());
    if (eventId !== undefined) {
      close();
      open = { eventId, lines: [placed] };
    } else if (open && placed.line.trim() !== '' && open.lines.length < mostLines) open.lines.push(placed);
    else close();
  }
  close();
  return found;
}

function numberOf(line: string): number | undefined {
  return openings.find(([, opening]) => opening.test(line))?.[0];
}
